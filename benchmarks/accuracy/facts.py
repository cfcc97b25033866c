"""What is compared: a document in its JSON form as named lists of strings, in the order of the page.

A fact is one string. A field (``headings``, ``note_refs``, …) is the list of its facts, so that every field is scored
and every difference is shown in one way, whatever it says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

Node = dict[str, Any]
"""An object of the JSON output: the document, a block or an inline."""

WINDOW = 24
"""How many characters on either side of a page break show that a sentence was joined."""


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


def flat(inlines: list[Node], emphasised: bool = False) -> Iterator[tuple[Node, bool]]:
    """The leaves of inlines, each with whether it stands in italics or is underlined."""
    for node in inlines:
        if "inlines" in node:
            yield from flat(node["inlines"], emphasised or node["type"] in ("emphasis", "underline"))
        else:
            yield node, emphasised


# ---------------------------------------------------------------- the fields


def court(document: Node) -> list[str]:
    """Name, division and id of the court."""
    return [f"{key}: {value}" for key, value in document["caption"]["court"].items() if value]


def parties(document: Node) -> list[str]:
    """Names in printed order, with the descriptor where one is printed."""
    return [", ".join(filter(None, (p["name"], p.get("description")))) for p in document["caption"]["parties"]]


def roles(document: Node) -> list[str]:
    """Who is what."""
    return [f"{p['name']}: {p['role']}" for p in document["caption"]["parties"] if p.get("role")]


def dockets(document: Node) -> list[str]:
    """Docket numbers."""
    return [d["number"] for d in document["caption"]["dockets"]]


def caption(document: Node) -> list[str]:
    """The words of all caption lines."""
    return " ".join(document["caption"]["lines"]).split()


def title(document: Node) -> list[str]:
    """The printed title."""
    return [document["caption"]["title"]] if document["caption"].get("title") else []


def date(document: Node) -> list[str]:
    """The date of the decision."""
    return [document["date"]] if document.get("date") else []


def judges(document: Node) -> list[str]:
    """The judges of the caption."""
    return [j["name"] for j in document["caption"]["judges"]]


def opinions(document: Node) -> list[str]:
    """Kind, author and byline of each writing."""
    return [f"{o['kind']}: {o['author']} [{o.get('byline') or ''}]" for o in document["opinions"]]


def headings(document: Node) -> list[str]:
    """Headings with their levels."""
    sections = (b for b in body_of(document) if b["type"] == "section")
    return [f"{'#' * b['level']} {squeeze(text_of(b['heading']))}" for b in sections]


def paragraphs(document: Node) -> list[str]:
    """The whole text of each paragraph, those of quotations and lists too."""
    return [squeeze(text_of(b["inlines"])) for b in body_of(document) if b["type"] == "paragraph"]


def quotes(document: Node) -> list[str]:
    """The text of each block quotation."""
    found = (b for b in body_of(document) if b["type"] == "quote")
    return [squeeze(" ".join(text_of(p.get("inlines", [])) for p in blocks_of(q["blocks"]))) for q in found]


def items(document: Node) -> list[str]:
    """The marker and the first words of each list item."""
    lists = (b for b in body_of(document) if b["type"] == "list")
    return [f"{i['marker']} {squeeze(text_of(i['blocks'][0]['inlines']))[:40]}" for b in lists for i in b["items"]]


def notes(document: Node) -> list[str]:
    """Id and whole text of each footnote."""
    return [
        f"{n['id']} {squeeze(' '.join(text_of(b.get('inlines', [])) for b in blocks_of(n['blocks'])))}"
        for n in notes_of(document)
    ]


def note_refs(document: Node) -> list[str]:
    """The words before each note mark, and the note it leads to."""
    found = []
    for run in runs_of(document):
        before = ""
        for node, _ in flat(run):
            if node["type"] == "footnote_ref":
                found.append(f"…{squeeze(before)[-40:]} [{node['footnote']}]")
            before += node.get("text", "")
    return found


def emphasis(document: Node) -> list[str]:
    """Every word in italics or underlined."""
    leaves = (leaf for run in runs_of(document) for leaf in flat(run))
    return [word for node, emphasised in leaves if emphasised for word in node.get("text", "").split()]


def signature(document: Node) -> list[str]:
    """Lines, date and signers of the closing block."""
    found = []
    for block in filter(None, (o.get("signature") for o in document["opinions"])):
        found += [*block["lines"], f"date: {block.get('date')}"]
        found += [f"signer: {s['name']}, {s['role']}" for s in block["signers"]]
    return found


def furniture(document: Node) -> list[str]:
    """What each page has beside the text, sorted: a page's head and foot have no order between them."""
    return sorted(f"page {f['page']}: {squeeze(f['text'])}" for f in document["furniture"])


FIELDS: dict[str, Callable[[Node], list[str]]] = {
    "court": court,
    "parties": parties,
    "roles": roles,
    "dockets": dockets,
    "caption": caption,
    "title": title,
    "date": date,
    "judges": judges,
    "opinions": opinions,
    "headings": headings,
    "paragraphs": paragraphs,
    "quotes": quotes,
    "items": items,
    "notes": notes,
    "note_refs": note_refs,
    "emphasis": emphasis,
    "signature": signature,
    "furniture": furniture,
}
"""Every field that is compared as a list of facts; ``joins`` is the one that is not (see compare.py)."""


def joins(document: Node) -> list[str]:
    """The words around every page break that cuts a paragraph or a footnote, as they read when joined."""
    found = []
    for run in runs_of(document):
        text, breaks = "", []
        for node, _ in flat(run):
            if node["type"] == "page_break":
                breaks.append(len(text))
            text += node.get("text", "")
        found += [squeeze(text[max(0, at - WINDOW) : at + WINDOW]) for at in breaks if 0 < at < len(text)]
    return found
