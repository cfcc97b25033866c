"""Inlines as lines of Markdown: the text of a paragraph, a heading, a table cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from opinion_parser import nodes
from opinion_parser.writers.markdown.emphasis import mark_styles
from opinion_parser.writers.markdown.escaping import (
    CLOSE,
    MARKUP,
    OPEN,
    REF,
    escape,
    escape_cell,
    escape_heading,
    fill,
    guard_line,
)
from opinion_parser.writers.markdown.runs import Context, Run, flatten, space, unbroken

__all__ = ["Rendered", "render_cell", "render_heading", "render_text"]

_PLACES = {"ref": REF, "open": OPEN, "close": CLOSE, "tags": MARKUP, "mark": MARKUP}
"""What stands for a run of markup while texts are escaped."""


class Rendered(NamedTuple):
    """Lines of Markdown, and the page marks that belong before the block they are in."""

    marks: list[str]
    lines: list[str]


def render_text(inlines: Iterable[nodes.Inline], context: Context, first: bool = True) -> Rendered:
    """The lines of a paragraph, to be joined by hard breaks; none if it has no text.

    ``first`` is False where other lines of the same block stand before these.
    """
    marks, runs = space(flatten(inlines, context))
    lines = _compose(runs, context).split("\n") if runs else []
    return Rendered(marks, [guard_line(line, first and i == 0) for i, line in enumerate(lines)])


def render_heading(inlines: Iterable[nodes.Inline], context: Context) -> Rendered:
    """The one line of a heading, without ``#``; none if it has no text."""
    marks, runs = space(unbroken(flatten(inlines, context)))
    return Rendered(marks, [escape_heading(_compose(runs, context))] if runs else [])


def render_cell(inlines: Iterable[nodes.Inline], context: Context) -> str:
    """The content of a table cell."""
    marks, runs = space(unbroken(flatten(inlines, context)))
    return "".join(marks) + escape_cell(_compose(runs, context))


def _compose(runs: Sequence[Run], context: Context) -> str:
    """The runs as escaped Markdown; line feeds stand where a hard break is."""
    text: list[str] = []
    markup: list[str] = []
    for run in mark_styles(runs):
        if run.kind in _PLACES:
            text.append(_PLACES[run.kind])
            markup.append(run.text)
        else:
            text.append(run.text)
    return fill(escape("".join(text), context.headings), markup)
