"""The document from its parse trees: which lines are caption, front matter, writings and back matter.

The grammar has decided what every line is; here the parts are put where the AST has them, page joins and footnote
links are made, and words that are no part of the document are listed as furniture. Fields that interpret (court,
parties, authors, dates) stay empty: enrichment fills them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from opinion_parser import nodes
from opinion_parser.assembly.blocks import BlockBuilder
from opinion_parser.assembly.bylines import split_byline
from opinion_parser.assembly.footnotes import Note, read_notes
from opinion_parser.assembly.homing import Writing, home_notes
from opinion_parser.assembly.hyphens import Vocabulary
from opinion_parser.assembly.links import link, note_nodes, refs_in
from opinion_parser.assembly.pictures import picture_nodes, report_unread, sign
from opinion_parser.assembly.plain import PlainLines, caption_rows, joined, plain, shifted
from opinion_parser.diagnostics import Log
from opinion_parser.layout import Layout
from opinion_parser.parsing.tree import PageTurn, Part, Tree
from opinion_parser.source import Line, Source

Item = Part | Line | PageTurn
BYLINES = ("lead_byline", "separate_byline")
OVER = ("title", "recaption")


@dataclass(slots=True)
class Script:
    """A writing as lines: what is printed over it, its byline, body, closing block, and what comes after that.

    ``turns`` are the pages that begin before its first block.
    """

    turns: list[PageTurn] = field(default_factory=list)
    over: list[Line] = field(default_factory=list)
    byline: list[Line] = field(default_factory=list)
    body: list[Item] = field(default_factory=list)
    closing: list[Line] = field(default_factory=list)
    after: list[Item] = field(default_factory=list)

    def lines(self) -> list[Line]:
        """All its lines in reading order."""
        body, after = lines_of(self.body), lines_of(self.after)
        return [*self.over, *self.byline, *body, *self.closing, *after]


def lines_of(items: Iterable[Item]) -> list[Line]:
    """The lines of some items in reading order."""
    out: list[Line] = []
    for item in items:
        if isinstance(item, Line):
            out.append(item)
        elif isinstance(item, Part):
            out += item.lines()
    return out


def assemble(layout: Layout, tree: Tree, source: Source, log: Log) -> nodes.Document:
    """The document of a parsed source; ``log`` collects what is missing or doubtful."""
    caption, front, scripts, back = deal(tree.body)
    builder = BlockBuilder(Vocabulary([*layout.body, *layout.notes]), indents(layout.body), source.paginated)
    notes, stray = read_notes(tree.notes, source.paginated)
    home_notes(notes, writings_of([*caption, *lines_of(front)], scripts))
    document = nodes.Document(
        nodes.SCHEMA_VERSION,
        nodes.SourceInfo(source.name, source.sha256, source.media_type, len(source.pages), source.reader),
        "unknown",
        None,
        nodes.Caption(),
        builder.blocks(front),
        [],
        builder.blocks(back),
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
    if stray:
        document.opinions[0].blocks += builder.nested(stray)
    report_unread(document, layout, log)
    if not layout.body and not layout.notes:
        document.opinions[0].blocks = [nodes.Paragraph([nodes.Text("[no text]")], editorial=True)]
        but = " but stamps" if layout.furniture else ""
        log.report("no-text", f"no page has any text{but}; run OCR on the file first")
    return document


def deal(body: Part) -> tuple[list[Line], list[Item], list[Script], list[Item]]:
    """Caption lines, front matter, writings and back matter of the body's tree."""
    caption = [line for part in body.parts("caption") for line in part.lines()]
    turns = [turn for part in body.parts("caption") for turn in turns_in(part)]
    front = hand_on(turns, [item for part in body.parts("front") for item in part.children])
    over = [line for part in body.parts("again") for line in part.lines()]
    turns += [turn for part in body.parts("again") for turn in turns_in(part)]
    scripts: list[Script] = []
    parts = body.parts("lead", "writing", "announcement", "separate", "restart")
    for part, following in zip_longest(parts, parts[1:]):
        if part.rule == "announcement" and is_announcement(part, following):
            front += hand_on(turns, [as_paragraph(child) for child in part.children])
            continue
        script = read_script(part, turns)
        if part.rule != "restart":
            take_notice((scripts[-1].after or scripts[-1].body) if scripts else front, script)
        if part.rule == "lead" and following is not None and is_cover(script, following, caption):
            front += [*script.turns, *paragraphs(over), *script.body, *paragraphs(script.closing), *script.after]
            over = []
        elif part.rule == "restart" and scripts:
            head = [*script.turns, *paragraphs(script.over)]
            scripts[-1].after += [*head, *script.body, *paragraphs(script.closing), *script.after]
        else:
            script.over = [*over, *script.over]
            scripts.append(script)
            over = []
    if scripts and not names_sides(caption) and names_sides(scripts[0].over):
        caption, scripts[0].over = [*caption, *scripts[0].over], []
    torn = [line for part in body.parts(*OVER) for line in part.lines()]
    back = [*(scripts[-1].after if scripts else []), *paragraphs(torn)]
    (back or (scripts[-1].body if scripts else front)).extend(turns)
    for script in scripts[:-1]:
        script.body += script.after
    return caption, front, scripts, back


def take_notice(above: list[Item], script: Script) -> None:
    """Give a writing the notice at the end of what stands above it, where its caption is printed once more."""
    last = above[-1] if above else None
    if script.over and isinstance(last, Part) and last.rule == "notice":
        above.pop()
        script.over = [*last.lines(), *script.over]
        turns: list[PageTurn] = []
        above[:] = hand_on(turns, above)
        script.turns = [*turns, *script.turns]


def turns_in(part: Part) -> list[PageTurn]:
    """All page turns under a part."""
    inner = [turn for child in part.parts() for turn in turns_in(child)]
    return inner + [child for child in part.children if isinstance(child, PageTurn)]


def hand_on(turns: list[PageTurn], items: Iterable[Item]) -> list[Item]:
    """``items`` with ``turns`` before them; the page turns at their end are left in ``turns`` for what comes next.

    Caption, byline and closing block are plain lines without a place for a page turn, so that the page which begins
    there begins with the next block.
    """
    run: list[Item] = [*turns]
    for item in items:
        inside = turns_in(item) if isinstance(item, Part) else []
        if isinstance(item, Part) and inside:
            item = Part(item.rule, [child for child in item.children if not isinstance(child, PageTurn)])
        run += [item, *inside]
    turns.clear()
    while run and isinstance(run[-1], PageTurn):
        turns.insert(0, run[-1])
        run.pop()
    return run


def is_announcement(part: Part, following: Part | None) -> bool:
    """Whether a byline stands over counsel alone, and the opinion comes below; else what it opens is a writing."""
    alone = all(child.rule in (*BYLINES, "named_counsel") for child in part.parts())
    return alone and following is not None and following.rule == "writing"


def as_paragraph(item: Item) -> Item:
    """A byline or a line of counsel as a paragraph, anything else as it is."""
    plain = isinstance(item, Part) and item.rule in (*BYLINES, "named_counsel")
    return Part("paragraph", item.children) if isinstance(item, Part) and plain else item


def is_cover(lead: Script, following: Part, caption: Sequence[Line]) -> bool:
    """Whether the text before the first writing is front matter (a syllabus), no opinion by itself.

    A cover page may have text before the caption proper too ("FOR IMMEDIATE NEWS RELEASE ...").
    """
    if following.rule in ("writing", "announcement"):
        return True
    above = lead.lines()
    short = bool(above) and above[-1].page <= COVER_PAGES
    return following.rule == "restart" and short and not lead.closing and not names_sides(caption)


COVER_PAGES = 2
"""So many pages may stand before the caption proper."""


def names_sides(lines: Iterable[Line]) -> bool:
    """Whether lines hold a caption in which parties are named (layout/captions.py)."""
    return any("caption" in line.facts for line in lines)


def paragraphs(lines: Iterable[Line]) -> list[Item]:
    """Each line as a paragraph of its own."""
    return [Part("paragraph", [line]) for line in lines]


def read_script(part: Part, turns: list[PageTurn]) -> Script:
    """One writing from its part of the tree; takes the page ``turns`` before it and leaves those at its end."""
    script = Script()
    body: list[Item] = []
    after: list[Item] = []
    within: list[PageTurn] = []
    for child in part.children:
        rule = child.rule if isinstance(child, Part) else ""
        if isinstance(child, Part) and (rule in BYLINES or rule in OVER):
            (script.byline if rule in BYLINES else script.over).extend(child.lines())
            turns += turns_in(child)
        elif isinstance(child, Part) and rule == "closing":
            script.closing += child.lines()
            within += turns_in(child)
        else:
            (after if script.closing else body).append(child)
    if body or script.byline:
        script.turns = [*turns]
        turns.clear()
    script.body = hand_on(turns, body)
    turns += within
    script.after = hand_on(turns, after)
    return script


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
    made = nodes.Opinion(byline=joined(byline) or None, caption_lines=over.lines, blocks=builder.blocks(body))
    made.footnotes = note_nodes(notes, index + 1, builder)
    if closing.lines:
        made.signature = nodes.Signature(closing.lines, footnote_refs=closing.refs)
        sign(made.signature, script.closing, document.pictures)
    above = [*over.refs, *shifted(plain(byline), len(over.lines))]
    made.footnote_refs = above
    bodies = [block for note in made.footnotes for block in note.blocks]
    head: list[nodes.PlainRef | nodes.FootnoteRef] = []
    if index == 0:
        head = [*document.caption.footnote_refs, *refs_in(document.front_matter)]
    link([*head, *above, *refs_in(made.blocks), *closing.refs, *refs_in(bodies)], made.footnotes, log)
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
