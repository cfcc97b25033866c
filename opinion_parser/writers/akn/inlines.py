"""Inlines as mixed content: styles, footnotes at their marks, page and line ends."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from lxml.etree import _Element

from opinion_parser import nodes
from opinion_parser.writers.akn.flatten import INLINES_DEEP, leaf_inlines
from opinion_parser.writers.akn.xml import child, put

__all__ = ["Refer", "write_inlines"]

Refer = Callable[[_Element, "nodes.FootnoteRef | nodes.PlainRef"], None]
"""Writes a footnote, or the mark of one that stands elsewhere, at the end of an element."""

_STYLES: dict[type, tuple[str, dict[str, str]]] = {
    nodes.Emphasis: ("i", {}),
    nodes.Strong: ("b", {}),
    nodes.Underline: ("u", {}),
    nodes.SmallCaps: ("span", {"class": "smallCaps"}),
    nodes.Superscript: ("sup", {}),
}
_WORD_END = re.compile(r"\w+\Z")


def write_inlines(parent: _Element, inlines: Sequence[nodes.Inline], refer: Refer, depth: int = 0) -> None:
    """Append ``inlines`` to ``parent``. Styles without any content leave no element."""
    if depth == INLINES_DEEP:
        inlines = list(leaf_inlines(inlines))
    for i, inline in enumerate(inlines):
        match inline:
            case nodes.Text(text):
                put(parent, text)
            case nodes.FootnoteRef():
                refer(parent, inline)
            case nodes.PageBreak():
                _write_page_end(parent, inline, inlines[i + 1 : i + 2])
            case nodes.LineBreak():
                child(parent, "eol")
            case _:
                name, attributes = _STYLES[type(inline)]
                made = child(parent, name, attributes)
                write_inlines(made, inline.inlines, refer, depth + 1)
                if not len(made) and not made.text:
                    parent.remove(made)


def _write_page_end(parent: _Element, turn: nodes.PageBreak, following: Sequence[nodes.Inline]) -> None:
    """The end of a page: ``number`` is the page that ends, left out where the source does not count its pages.

    Inside a word the schema wants the element before the word, and ``breakAt`` to say after how many characters.
    """
    attributes = {"class": "inferred"} if turn.inferred else {"number": str(turn.page - 1)}
    if turn.page <= 1:
        attributes.pop("number", None)
    match following:
        case [nodes.Text(text)] if re.match(r"\w", text) and (half := _cut_word(parent)):
            child(parent, "eop", {**attributes, "breakAt": str(len(half))})
            put(parent, half)
        case _:
            child(parent, "eop", attributes)


def _cut_word(parent: _Element) -> str:
    """Take the word, or part of one, that ends the text of ``parent`` so far; empty if it ends in none."""
    last = parent[-1] if len(parent) else None
    text = (parent.text if last is None else last.tail) or ""
    found = _WORD_END.search(text)
    if found is None:
        return ""
    rest = text[: found.start()]
    if last is None:
        parent.text = rest
    else:
        last.tail = rest
    return found[0]
