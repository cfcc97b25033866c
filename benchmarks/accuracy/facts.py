"""What is compared: a document in its JSON form as named lists of strings, in the order of the page.

A fact is one string. A field (``headings``, ``note_refs``, …) is the list of its facts, so that every field is scored
and every difference is shown in one way, whatever it says.
"""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.accuracy.walk import Node, blocks_of, body_of, cells_of, flat, notes_of, runs_of, squeeze, text_of

WINDOW = 24
"""How many characters on either side of a page break show that a sentence was joined."""
OPENING = 40
"""How many characters of a block tell it from others."""


# ---------------------------------------------------------------- the fields


def kind(document: Node) -> list[str]:
    """What the paper is."""
    return [document["kind"]]


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


def recaptions(document: Node) -> list[str]:
    """The words of captions printed again over single opinions, each with the number of its opinion."""
    printed = enumerate((o["caption_lines"] for o in document["opinions"]), 1)
    return [f"{number} {word}" for number, lines in printed for word in " ".join(lines).split()]


def matter(document: Node) -> list[str]:
    """How each block before the first opinion and after the last one begins: syllabus, counsel, appendices."""
    found = [(part, block) for part in ("front", "back") for block in blocks_of(document[f"{part}_matter"])]
    words = [(part, squeeze(text_of(b.get("inlines") or b.get("heading") or []))) for part, b in found]
    return [f"{part}: {text[:OPENING]}" for part, text in words if text]


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


def numbers(document: Node) -> list[str]:
    """The number of each numbered paragraph or heading, and how it begins."""
    numbered = (b for b in body_of(document) if b.get("number"))
    return [f"{b['number']} {squeeze(text_of(b.get('inlines') or b['heading']))[:OPENING]}" for b in numbered]


def quotes(document: Node) -> list[str]:
    """The text of each block quotation."""
    found = (b for b in body_of(document) if b["type"] == "quote")
    return [squeeze(" ".join(text_of(p.get("inlines", [])) for p in blocks_of(q["blocks"]))) for q in found]


def items(document: Node) -> list[str]:
    """Each list item's place in its list, its marker and its first words."""
    lists = (enumerate(b["items"], 1) for b in body_of(document) if b["type"] == "list")
    found = [(place, item) for entries in lists for place, item in entries]
    return [f"{place} {i['marker']} {squeeze(text_of(i['blocks'][0]['inlines']))[:OPENING]}" for place, i in found]


def tables(document: Node) -> list[str]:
    """The cells of each table row."""
    return [" | ".join(row) for b in body_of(document) if b["type"] == "table" for row in cells_of(b)]


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
    return styled(document, "emphasis", "underline")


def small_type(document: Node) -> list[str]:
    """Every word in small capitals, and raised letters that refer to nothing."""
    return styled(document, "small_caps", "superscript")


def styled(document: Node, *types: str) -> list[str]:
    """The words in inlines of some types."""
    leaves = (leaf for run in runs_of(document) for leaf in flat(run))
    return [word for node, styles in leaves if styles.intersection(types) for word in node.get("text", "").split()]


def signature(document: Node) -> list[str]:
    """Lines, date and signers of the closing block."""
    found = []
    for block in filter(None, (o.get("signature") for o in document["opinions"])):
        found += [*block["lines"], f"date: {block.get('date')}"]
        found += [f"signer: {s['name']}, {s['role']}" for s in block["signers"]]
    return found


def furniture(document: Node) -> list[str]:
    """What each page has beside the text, sorted: a page's head and foot have no order between them."""
    return sorted(f"page {f['page']}: {f['kind']}: {squeeze(f['text'])}" for f in document["furniture"])


def pages(document: Node) -> list[str]:
    """Each page that begins in the text or in a note, with the words after it, where the source marks its pages."""
    found = []
    for run in runs_of(document):
        leaves = [node for node, _ in flat(run)]
        for at, node in enumerate(leaves):
            if node["type"] == "page_break" and not node.get("inferred"):
                found.append(f"{node['page']}: {squeeze(text_of(leaves[at:]))[:WINDOW]}")
    return found


FIELDS: dict[str, Callable[[Node], list[str]]] = {
    "kind": kind,
    "court": court,
    "parties": parties,
    "roles": roles,
    "dockets": dockets,
    "caption": caption,
    "title": title,
    "date": date,
    "judges": judges,
    "recaptions": recaptions,
    "matter": matter,
    "opinions": opinions,
    "headings": headings,
    "paragraphs": paragraphs,
    "numbers": numbers,
    "quotes": quotes,
    "items": items,
    "tables": tables,
    "notes": notes,
    "note_refs": note_refs,
    "emphasis": emphasis,
    "small_type": small_type,
    "signature": signature,
    "furniture": furniture,
    "pages": pages,
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
