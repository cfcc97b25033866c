"""Styles as asterisks that every CommonMark parser reads as meant.

An asterisk opens or closes by what stands beside it. Blanks at the edge of a style move out of it, and so does
punctuation beside a letter of another style (``*Corp.*v`` becomes ``*Corp*.v``). Styles that touch (bold, then italics
inside one word) are the one case for tags.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Literal

from opinion_parser.writers.markdown.escaping import escape
from opinion_parser.writers.markdown.runs import EM, FLOATING, STRONG, Run

__all__ = ["mark_styles"]

_DELIMITERS = {EM: "*", STRONG: "**", EM | STRONG: "***"}
_TAGS = {
    EM: ("<em>", "</em>"),
    STRONG: ("<strong>", "</strong>"),
    EM | STRONG: ("<strong><em>", "</em></strong>"),
}
_RAISED_DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_ORDINALS = {"st", "nd", "rd", "th", "d"}


def mark_styles(runs: Iterable[Run]) -> list[Run]:
    """The runs with ``open`` and ``close`` around those of one style, and no raised text left."""
    return _delimited(list(_worded(_styled(_lowered(runs)))))


def _lowered(runs: Iterable[Run]) -> Iterator[Run]:
    """Raised text as text or tags.

    Ordinals stand on the line, as the Bluebook has them (``15th``); digits have characters of their own (``10⁶``); the
    rest is ``Lantern<sup>TM</sup>``.
    """
    before = ""
    for run in runs:
        if run.kind != "raised":
            yield run
        elif run.text in _ORDINALS and before.isdigit():
            yield run._replace(kind="text")
        elif run.text.isascii() and run.text.isdigit():
            yield run._replace(kind="text", text=run.text.translate(_RAISED_DIGITS))
        elif run.text:
            yield run._replace(kind="tags", text=f"<sup>{escape(run.text)}</sup>")
        before = run.text[-1:]


def _styled(runs: Iterable[Run]) -> list[Run]:
    """The runs with a style for those that have none of their own: the one on both sides, or none."""
    out = list(runs)
    i, left = 0, 0
    while i < len(out):
        if out[i].kind not in FLOATING:
            left, i = out[i].look, i + 1
            continue
        end = next((j for j in range(i, len(out)) if out[j].kind not in FLOATING), len(out))
        right = out[end].look if end < len(out) else 0
        out[i:end] = [run._replace(look=left if left == right else 0) for run in out[i:end]]
        i = end
    return out


def _worded(runs: Iterable[Run]) -> Iterator[Run]:
    """The runs without the style of signs alone: a bold rule to write on is a rule."""
    for _, group in groupby(runs, key=lambda run: run.look):
        styled = list(group)
        plain = not any(character.isalnum() for run in styled for character in run.text)
        yield from (run._replace(look=0) if plain else run for run in styled)


def _delimited(runs: Sequence[Run]) -> list[Run]:
    """The runs with asterisks or tags around those of one style."""
    out: list[Run] = []
    groups = [list(group) for _, group in groupby(runs, key=lambda run: run.look)]
    for i, group in enumerate(groups):
        look = group[0].look
        if not look:
            out += group
        elif i and groups[i - 1][0].look and out and out[-1].kind == "close":
            opening, closing = _TAGS[look]  # never two delimiter runs in touch
            out += [Run(opening, "open"), *group, Run(closing, "close")]
        else:
            after = groups[i + 1][0] if i + 1 < len(groups) else None
            next_character = "" if after is None else "<" if after.look else after.text[0]
            out += _emphasised(group, look, out[-1].text[-1] if out else "", next_character)
    return out


def _emphasised(group: list[Run], look: int, before: str, after: str) -> list[Run]:
    """One group in asterisks, with the characters outside that keep these from opening or closing."""
    lead: list[Run] = []
    tail: list[Run] = []
    while group and not _flanks(group[0].text[0], before):
        out, group = _cut(group, 0)
        lead.append(out)
        before = out.text[-1]
    while group and not _flanks(group[-1].text[-1], after):
        out, group = _cut(group, -1)
        tail.insert(0, out)
        after = out.text[0]
    if group:
        group = [Run(_DELIMITERS[look], "open"), *group, Run(_DELIMITERS[look], "close")]
    return [*lead, *group, *tail]


def _cut(group: list[Run], end: Literal[0, -1]) -> tuple[Run, list[Run]]:
    """A character of text, or a whole run of markup, from one end of a group, and the group without it."""
    run = group[end]
    if run.kind != "text" or len(run.text) == 1:
        return run, group[1:] if end == 0 else group[:-1]
    if end == 0:
        return run._replace(text=run.text[0]), [run._replace(text=run.text[1:]), *group[1:]]
    return run._replace(text=run.text[-1]), [*group[:-1], run._replace(text=run.text[:-1])]


def _flanks(inside: str, outside: str) -> bool:
    """Whether an asterisk between these characters opens or closes (CommonMark: left- and right-flanking).

    Symbols count as punctuation only where that makes it harder: versions of CommonMark differ about them.
    """
    if inside.isspace():
        return False
    if not outside or outside.isspace() or _category(outside) == "P":
        return True
    return _category(inside) not in ("P", "S")


def _category(character: str) -> str:
    """``P`` for punctuation and all signs of ASCII, else the first letter of the Unicode category."""
    if character.isascii():
        return "P" if character.isprintable() and not character.isalnum() and character != " " else "L"
    return unicodedata.category(character)[0]
