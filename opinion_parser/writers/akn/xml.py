"""The little XML that the writer needs: names, elements, text at the end of an element, characters that XML allows."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from lxml import etree
from lxml.etree import _Element

from opinion_parser.schemas import AKN

__all__ = ["OWN", "Path", "child", "legal", "local", "open_path", "own", "put", "root_element", "serialise"]

OWN = "urn:x-opinion-parser:akn:1"
"""The namespace of what Akoma Ntoso has no slot for; docs/akoma-ntoso.md lists its names."""

Path = tuple[tuple[str, dict[str, str]], ...]
"""Elements that stand inside each other, from the outermost: name and attributes."""

_ILLEGAL = re.compile("[^\t\n\u0020-\ufffd\U00010000-\U0010ffff]|[\ud800-\udfff]")
UNREADABLE = "□"
"""Stands for U+FFFD, which says that a character could not be read and may not be in published text."""

_AROUND_ELEMENTS = frozenset({
    "akomaNtoso", "judgment", "meta", "identification", "FRBRWork", "FRBRExpression", "FRBRManifestation", "lifecycle",
    "references", "proprietary", "header", "judgmentBody", "introduction", "background", "arguments", "remedies",
    "motivation", "decision", "conclusions", "container", "attachments", "attachment", "doc", "mainBody", "level",
    "paragraph", "intro", "content", "wrapUp", "blockList", "item", "tblock", "table", "tr", "embeddedStructure",
})  # fmt: skip
"""Elements without text of their own: white space around their children is for the eye only."""


def legal(text: str) -> str:
    """``text`` in NFC, each character that XML forbids (controls, surrogates) as a blank, U+FFFD as a white square."""
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", _ILLEGAL.sub(" ", text).replace("\ufffd", UNREADABLE))


def root_element() -> _Element:
    """An empty Akoma Ntoso document."""
    return etree.fromstring(f'<akomaNtoso xmlns="{AKN}" xmlns:op="{OWN}"/>')


def child(parent: _Element, name: str, attributes: dict[str, str] | None = None) -> _Element:
    """A new Akoma Ntoso element at the end of ``parent``; attribute names may be in Clark notation (:func:`own`)."""
    made = etree.SubElement(parent, f"{{{AKN}}}{name}")
    for key, value in (attributes or {}).items():
        made.set(key, legal(value))
    return made


def open_path(parent: _Element, path: Path) -> _Element:
    """Elements inside each other at the end of ``parent``; the innermost one."""
    for name, attributes in path:
        parent = child(parent, name, attributes)
    return parent


def own(name: str) -> str:
    """A name of the project's namespace in Clark notation."""
    return f"{{{OWN}}}{name}"


def put(parent: _Element, text: str) -> None:
    """Add text at the end of ``parent``."""
    text = legal(text)
    if not text:
        return
    if len(parent):
        last = parent[-1]
        last.tail = (last.tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def local(element: _Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def serialise(root: _Element) -> bytes:
    """The document as UTF-8 with an XML declaration: indented, but never inside text; what it says stays the same."""
    for element in root.iter():
        for text in (element.text, element.tail):
            if text and not unicodedata.is_normalized("NFC", text):
                _normalise(element)
    for parent, depth in _structure(root):
        _indent(parent, depth)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _normalise(element: _Element) -> None:
    """Compose what came together from several nodes: an ``e`` and the accent that a font change set apart."""
    element.text = element.text and unicodedata.normalize("NFC", element.text)
    element.tail = element.tail and unicodedata.normalize("NFC", element.tail)


def _structure(root: _Element) -> Iterator[tuple[_Element, int]]:
    """The elements whose children may be indented, with their depth; inside a note or a paragraph there are none."""
    waiting = [(root, 0)]
    while waiting:
        element, depth = waiting.pop()
        if local(element) in _AROUND_ELEMENTS:
            yield element, depth
            waiting += [(inner, depth + 1) for inner in element]
        elif local(element) == "block":  # a quotation: its one child is a structure again
            waiting += [(inner, depth) for inner in element]


def _indent(parent: _Element, depth: int) -> None:
    children: Iterable[_Element] = list(parent)
    if not len(parent):
        return
    parent.text = "\n" + "  " * (depth + 1)
    for element in children:
        element.tail = parent.text
    parent[-1].tail = "\n" + "  " * depth
