"""Ways through a document in its JSON form: its blocks, its runs of inlines, their words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Node = dict[str, Any]
"""An object of the JSON output: the document, a block or an inline."""

WORDS = {"line_break": " "}
"""What the inlines without text of their own put between words."""


def squeeze(text: str) -> str:
    """``text`` with every run of white space as one space, none at the ends."""
    return " ".join(text.split())


def text_of(inlines: list[Node]) -> str:
    """The words of inlines, note marks and page breaks left out."""
    return "".join(WORDS.get(n["type"], n.get("text", "")) or text_of(n.get("inlines", [])) for n in inlines)


def blocks_of(blocks: list[Node]) -> Iterator[Node]:
    """Every block, from the outside in: a section before what stands under it."""
    for block in blocks:
        yield block
        for item in block.get("items", [block]):
            yield from blocks_of(item.get("blocks", []))


def body_of(document: Node) -> list[Node]:
    """Every block of the document in reading order, the footnotes' left out."""
    parts = [document["front_matter"], *(o["blocks"] for o in document["opinions"]), document["back_matter"]]
    return [block for part in parts for block in blocks_of(part)]


def notes_of(document: Node) -> list[Node]:
    """The footnotes of all opinions."""
    return [note for opinion in document["opinions"] for note in opinion["footnotes"]]


def runs_of(document: Node) -> list[list[Node]]:
    """The inlines of every heading, paragraph and footnote paragraph: what a sentence never leaves."""
    blocks = body_of(document) + [b for note in notes_of(document) for b in blocks_of(note["blocks"])]
    return [block.get("inlines") or block.get("heading") or [] for block in blocks]


def flat(inlines: list[Node], styles: frozenset[str] = frozenset()) -> Iterator[tuple[Node, frozenset[str]]]:
    """The leaves of inlines, each with the types of the inlines around it ("emphasis", "small_caps")."""
    for node in inlines:
        if "inlines" in node:
            yield from flat(node["inlines"], styles | {node["type"]})
        else:
            yield node, styles


def cells_of(table: Node) -> list[list[str]]:
    """The words of a table's cells, row by row."""
    return [[squeeze(text_of(cell["inlines"])) for cell in row["cells"]] for row in table["rows"]]
