"""The document from its parse trees: which lines are caption, front matter, writings and back matter.

The grammar has decided what every line is, and assembly/scripts.py deals the parts; here they are made into nodes, page
joins and footnote links are made, and words that are no part of the document are listed as furniture. Fields that
interpret (court, parties, authors, dates) stay empty: enrichment fills them.
"""

from __future__ import annotations

from collections.abc import Sequence

from opinion_parser import nodes
from opinion_parser.assembly.blocks import BlockBuilder
from opinion_parser.assembly.bylines import healed, split_byline
from opinion_parser.assembly.footnotes import Note, read_notes
from opinion_parser.assembly.homing import Writing, home_notes
from opinion_parser.assembly.hyphens import Vocabulary
from opinion_parser.assembly.links import link, note_nodes, refs_in
from opinion_parser.assembly.pictures import picture_nodes, report_unread, sign
from opinion_parser.assembly.plain import PlainLines, caption_rows, joined, plain, shifted
from opinion_parser.assembly.scripts import Item, Script, deal, lines_of
from opinion_parser.diagnostics import Log
from opinion_parser.layout import Layout
from opinion_parser.parsing.tree import Part, Tree
from opinion_parser.source import Line, Source


def assemble(layout: Layout, tree: Tree, source: Source, log: Log) -> nodes.Document:
    """The document of a parsed source; ``log`` collects what is missing or doubtful."""
    caption, front, scripts, back = deal(tree.body)
    builder = BlockBuilder(Vocabulary([*layout.body, *layout.notes]), indents(layout.body), source.paginated)
    notes = read_notes(tree.notes, source.paginated)
    home_notes(notes, writings_of([*caption, *lines_of(front)], scripts))
    document = nodes.Document(
        nodes.SCHEMA_VERSION,
        nodes.SourceInfo(source.name, source.sha256, source.media_type, len(source.pages), source.reader),
        "unknown",
        None,
        nodes.Caption(),
        builder.blocks(front),
        [],
        [],
        furniture(layout),
        [],
        picture_nodes(layout.pictures),
    )
    text = PlainLines()
    document.caption.rows = caption_rows(caption, text)
    document.caption.lines, document.caption.footnote_refs = text.lines, text.refs
    for index, script in enumerate(scripts or [Script()]):
        own = [note for note in notes if note.writing == index]
        document.opinions.append(opinion(script, own, index, document, builder, log))
    document.back_matter = builder.blocks(back)
    report_unread(document, layout, log)
    if not layout.body and not layout.notes and all(page.is_scan or not page.lines for page in source.pages):
        document.opinions[0].blocks = [nodes.Paragraph([nodes.Text("[no text]")], editorial=True)]
        but = " but stamps" if layout.furniture else ""
        log.report("no-text", f"no page has any text{but}; run OCR on the file first")
    return document


def writings_of(head: Sequence[Line], scripts: Sequence[Script]) -> list[Writing]:
    """The lines of each writing; those of the caption and the front matter go to the first one."""
    lines = [script.lines() for script in scripts or [Script()]]
    return [Writing([*(head if index == 0 else ()), *own]) for index, own in enumerate(lines)]


def opinion(
    script: Script, notes: Sequence[Note], index: int, document: nodes.Document, builder: BlockBuilder, log: Log
) -> nodes.Opinion:
    """One writing as a node, its footnotes linked; the first one takes the caption's and front matter's notes too."""
    byline, opening = split_byline(script.byline)
    over, closing = plain(script.over), plain(script.closing)
    first: list[Item] = [Part("paragraph", list(opening))] if opening else []
    body: list[Item] = [*script.turns, *first, *script.body]
    above = [*over.refs, *shifted(plain(byline), len(over.lines))]
    said = healed(joined(byline), above[len(over.refs) :], builder.vocabulary)
    made = nodes.Opinion(byline=said or None, caption_lines=over.lines, blocks=builder.blocks(body))
    made.footnotes = note_nodes(notes, index + 1, builder)
    if closing.lines:
        made.signature = nodes.Signature(closing.lines, footnote_refs=closing.refs)
        sign(made.signature, script.closing, document.pictures)
    made.footnote_refs = above
    bodies = [block for note in made.footnotes for block in note.blocks]
    head: list[nodes.PlainRef | nodes.FootnoteRef] = []
    if index == 0:
        head = [*document.caption.footnote_refs, *refs_in(document.front_matter)]
    doubts = [note.confidence for note in notes]
    link([*head, *above, *refs_in(made.blocks), *closing.refs, *refs_in(bodies)], made.footnotes, doubts, log)
    return made


def indents(lines: Sequence[Line]) -> bool:
    """Whether the document opens its paragraphs with an indent (else with white space above)."""
    begin = [line for line in lines if "start" in line.facts and not line.facts & {"centred", "right", "inset", "left"}]
    return sum("indented" in line.facts for line in begin) > 0.4 * len(begin)


def furniture(layout: Layout) -> list[nodes.Furniture]:
    """The words set apart on each page, in reading order; what only draws (a caption's rail of ``)``) has none."""
    return [
        nodes.Furniture(line.page, line.furniture or "other", line.text)
        for line in layout.furniture
        if any(c.isalnum() for c in line.text)
    ]
