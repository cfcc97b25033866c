"""Inlines flattened to runs: characters of one kind and style, with blanks and page marks where Markdown can have them.

Small capitals have no Markdown and stay as they are read; underlining is the typewriter's italics, so it is emphasis.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from opinion_parser import nodes
from opinion_parser.writers.markdown.escaping import clean

__all__ = ["EM", "FLOATING", "STRONG", "Context", "Run", "flatten", "space", "unbroken"]

EM, STRONG = 1, 2
"""Bits of a style."""


@dataclass(frozen=True, slots=True)
class Context:
    """What inlines need of their document.

    ``labels`` gives the Markdown label of every footnote by its id, ``headings`` the keys of all headings.
    """

    labels: Mapping[str, str]
    headings: frozenset[str]
    page_marks: bool


class Run(NamedTuple):
    """Characters of one kind and style.

    ``look`` counts for texts, raised texts and tags; blanks, references, page marks and line breaks take the style
    that stands on both sides of them. The text of references, page marks, tags and the ends of emphasis (``open``,
    ``close``) is Markdown.
    """

    text: str
    kind: Literal["text", "raised", "tags", "open", "close", "blank", "ref", "mark", "break"] = "text"
    look: int = 0


_BLANK, _BREAK = Run(" ", "blank"), Run("\n", "break")
FLOATING = ("blank", "ref", "mark", "break")
"""Kinds that have no style of their own."""


def flatten(inlines: Iterable[nodes.Inline], context: Context, look: int = 0) -> Iterator[Run]:
    """The inlines as runs in order, inside of ``look``."""
    for node in inlines:
        match node:
            case nodes.Text():
                yield Run(clean(node.text), look=look)
            case nodes.Emphasis() | nodes.Underline():
                yield from flatten(node.inlines, context, look | EM)
            case nodes.Strong():
                yield from flatten(node.inlines, context, look | STRONG)
            case nodes.SmallCaps():
                yield from flatten(node.inlines, context, look)
            case nodes.Superscript():
                for run in flatten(node.inlines, context, look):
                    yield run._replace(kind="raised") if run.kind == "text" and run.text.strip() else run
            case nodes.FootnoteRef():
                label = None if node.footnote is None else context.labels.get(node.footnote)
                yield Run(f"[^{label}]", "ref") if label else Run(clean(node.label).strip(), "raised", look)
            case nodes.PageBreak():
                if context.page_marks:
                    yield Run(f"<!-- page {node.page} -->", "mark")
            case nodes.LineBreak():
                yield _BREAK


def unbroken(runs: Iterable[Run]) -> Iterator[Run]:
    """The runs with blanks for line breaks, where a line cannot end."""
    for run in runs:
        yield _BLANK if run.kind == "break" else run


def space(runs: Iterable[Run]) -> tuple[list[str], list[Run]]:
    """Leading page marks, and the other runs with blanks of their own, single and only between words.

    A page mark goes before blanks and line breaks: a line that begins with a comment would be HTML as a whole.
    """
    out: list[Run] = []
    marks: list[str] = []
    for piece in (piece for run in runs for piece in _pieces(run)):
        open_end = bool(out) and out[-1].kind not in ("blank", "break")
        if piece.kind == "mark":
            at = len(out)
            while at and out[at - 1].kind in ("blank", "break"):
                at -= 1
            if at:
                out.insert(at, piece)
            else:
                marks.append(piece.text)
        elif piece.kind == "blank":
            if open_end:
                out.append(piece)
        elif piece.kind == "break":
            if out and out[-1].kind == "blank":
                out.pop()
            if out:
                out.append(piece)
        else:
            out.append(piece)
    while out and out[-1].kind in ("blank", "break"):
        out.pop()
    return marks, out


def _pieces(run: Run) -> Iterator[Run]:
    """A run with the blanks at its ends as runs of their own."""
    if run.kind not in ("text", "raised"):
        yield run
        return
    core = run.text.strip(" ")
    if run.text.startswith(" "):
        yield _BLANK
    if core:
        yield run._replace(text=core)
    if core and run.text.endswith(" "):
        yield _BLANK
