r"""Footnotes as Pandoc has them: ``[^1]`` in the text, ``[^1]: …`` after the opinion.

A label is printed as it is (``[^\*]``, ``[^†]``: the backslash keeps an asterisk from being emphasis elsewhere). An
opinion whose labels were used by one before it puts its number before all of them, ``[^op2-1]``; a label used twice in
one opinion gets a count, ``[^op1-2-\*]``. Hyphens are left out of labels, so that the label is what follows the last.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from opinion_parser import nodes
from opinion_parser.writers.markdown.blocks import PARAGRAPH, Chunk, indent, join, render_blocks, split_marks
from opinion_parser.writers.markdown.escaping import clean
from opinion_parser.writers.markdown.runs import Context

__all__ = ["label_notes", "render_notes", "unmarked"]

_UNFIT = re.compile(r"[^\w*]|_", re.ASCII)
_REFERENCE = re.compile(r"\[\^([^\]]+)\]")
_EMPTY = "<!-- empty -->"


def label_notes(opinions: Sequence[nodes.Opinion]) -> list[list[str]]:
    """The Markdown labels of the footnotes of each opinion, no two alike (in lower case: some parsers fold it)."""
    taken: set[str] = set()
    labels = []
    for number, opinion in enumerate(opinions, 1):
        plain = [_plain(note.label) for note in opinion.footnotes]
        prefix = f"op{number}-" if taken & {label.lower() for label in plain} else ""
        labels.append([_unused(prefix, label, number, taken) for label in plain])
    return labels


def _plain(label: str) -> str:
    """The characters of a label that may stand in a Markdown label; Pandoc allows no blanks and none of ``^[]``."""
    kept = "".join(c for c in clean(label) if (not _UNFIT.match(c) if c.isascii() else c.isprintable()))
    return kept.replace("*", "\\*") or "note"


def _unused(prefix: str, label: str, number: int, taken: set[str]) -> str:
    """``label`` with the prefix, and with a count where that was given before."""
    wanted, count = prefix + label, 1
    while wanted.lower() in taken:
        count += 1
        wanted = f"op{number}-{count}-{label}"
    taken.add(wanted.lower())
    return wanted


def unmarked(labels: Iterable[str], text: str) -> list[str]:
    """The labels that nothing in ``text`` refers to; literal text never looks like a reference."""
    found = set(_REFERENCE.findall(text))
    return [label for label in labels if label not in found]


def render_notes(
    notes: Iterable[nodes.Footnote], labels: Iterable[str], without_mark: Sequence[str], context: Context
) -> list[Chunk]:
    """The notes of one opinion.

    Parsers drop a note that no text refers to, so ``without_mark`` are referred to in a line of their own.
    """
    out: list[Chunk] = []
    if without_mark:
        out += [Chunk("<!-- notes without a mark in the text -->"), Chunk(" ".join(f"[^{x}]" for x in without_mark))]
    for note, label in zip(notes, labels, strict=True):
        marks, chunks = split_marks(render_blocks(note.blocks, context))
        body = indent(join(chunks) or _EMPTY, "", "    ")
        begin = " " if not chunks or chunks[0].kind == PARAGRAPH else "\n\n    "
        out += [*marks, Chunk(f"[^{label}]:{begin}{body}")]
    return out
