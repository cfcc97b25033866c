"""The parts of a body's tree dealt into caption, front matter, writings and back matter.

What the text before the first byline is, a syllabus or the court's own order, shows only at what follows it: the
grammar leaves that open (``lead``), and it is settled here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from opinion_parser.assembly.plain import joined
from opinion_parser.parsing.byline import Byline, read_byline
from opinion_parser.parsing.tree import PageTurn, Part
from opinion_parser.source import Line

__all__ = ["Item", "Script", "deal", "lines_of"]

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


def deal(body: Part) -> tuple[list[Line], list[Item], list[Script], list[Item]]:
    """Caption lines, front matter, writings and back matter of the body's tree."""
    caption = [line for part in body.parts("caption") for line in part.lines()]
    turns = [turn for part in body.parts("caption") for turn in turns_in(part)]
    front = hand_on(turns, [item for part in body.parts("front") for item in part.children])
    over = [line for part in body.parts("again") for line in part.lines()]
    turns += [turn for part in body.parts("again") for turn in turns_in(part)]
    cover, caption = part_cover(caption)
    front = [*paragraphs(cover), *front]
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
        elif part.rule == "restart" and not scripts and heads_syllabus(script, following):
            front += [*script.turns, *script.body]
            over = [*over, *script.over]
        elif following is not None and says_again(script, following):
            front += [*script.turns, *paragraphs([*over, *script.over]), Part("paragraph", list(script.byline))]
            front += script.body
            over = []
        elif part.rule == "writing" and scripts and not script.byline and not scripts[-1].closing:
            # "OPINION" after "FINDINGS OF FACT" in one judge's writing is a heading
            title: list[Item] = [Part("named_heading", list(script.over))]
            scripts[-1].body += [*script.turns, *title, *script.body]
            scripts[-1].closing, scripts[-1].after = script.closing, script.after
        elif part.rule == "restart" and scripts:
            head = [*script.turns, *paragraphs(script.over)]
            scripts[-1].after += [*head, *script.body, *paragraphs(script.closing), *script.after]
        else:
            script.over = [*over, *script.over]
            scripts.append(script)
            over = []
    if scripts and not names_sides(caption) and names_sides(scripts[0].over):
        cover, caption = part_cover([*caption, *scripts[0].over])
        front, scripts[0].over = [*paragraphs(cover), *front], []
    torn = [line for part in body.parts(*OVER) for line in part.lines()]
    back = [*(scripts[-1].after if scripts else []), *paragraphs(torn)]
    (back or (scripts[-1].body if scripts else front)).extend(turns)
    for script in scripts[:-1]:
        script.body += script.after
    return caption, front, scripts, back


def part_cover(caption: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines of a cover page above the caption proper, which names the parties on its own page; and the rest."""
    tops = [i for i, line in enumerate(caption) if "caption-top" in line.facts and line.page > caption[0].page]
    if not tops or names_sides(caption[: tops[0]]):
        return [], list(caption)
    return list(caption[: tops[0]]), list(caption[tops[0] :])


def says_again(script: Script, following: Part) -> bool:
    """Whether a byline over a few words ("DUNCAN, J." / "... is reversed.") is printed once more over the opinion."""
    again = [line for part in following.parts("lead_byline") for line in part.lines()]
    one, other = read_byline(joined(script.byline).removeprefix("BY ")), read_byline(joined(again))
    brief = sum(len(line.text) for line in lines_of(script.body)) < BRIEF and not script.closing
    return brief and one is not None and other is not None and bool(one.authors) and surnames(one) == surnames(other)


def surnames(byline: Byline) -> list[str]:
    """The last words of the authors' names: "Hughes" on a cover, "HUGHES" over the opinion."""
    return [name.split()[-1].casefold() for name in byline.authors]


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

    A cover page may have text before the caption proper too ("FOR IMMEDIATE NEWS RELEASE ..."). An order of a sentence
    or two ("The petition for a writ of certiorari is denied.") only says what the writing below it speaks of.
    """
    above = lead.lines()
    if following.rule in ("writing", "announcement"):
        headed = any(isinstance(item, Part) and item.rule == "named_heading" for item in lead.body)
        return not headed or bool(following.parts("lead_byline"))
    if following.rule == "separate":
        text = " ".join(line.text for line in above)
        return not lead.closing and not lead.over and len(text) < BRIEF and _DISPOSES.search(text) is not None
    short = bool(above) and above[-1].page <= COVER_PAGES
    return following.rule == "restart" and short and not lead.closing and not names_sides(caption)


def heads_syllabus(script: Script, following: Part | None) -> bool:
    """Whether a caption stands over the syllabus and the history alone, and the byline comes below them.

    So in Connecticut, where a page of notices stands before the caption.
    """
    below = following is not None and following.rule == "writing" and bool(following.parts("lead_byline"))
    return below and not script.closing and names_sides(script.over)


BRIEF = 700
"""Characters of an order that is no opinion where one follows that is."""
_DISPOSES = re.compile(r"\b(?:is|are)(?: hereby)? (?:denied|granted|dismissed|vacated)\b", re.IGNORECASE)
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
            (after if script.closing or after or rule == "briefs" else body).append(child)
    if body or script.byline:
        script.turns = [*turns]
        turns.clear()
    script.body = hand_on(turns, body)
    turns += within
    script.after = hand_on(turns, after)
    return script
