"""Colours of zones, and what the kinds of lines are called.

The colours are those of Okabe and Ito, which people with any of the usual kinds of colour blindness tell apart;
furniture has dashed outlines besides.
"""

from __future__ import annotations

from typing import NamedTuple

Colour = tuple[int, int, int]

BLACK: Colour = (0, 0, 0)
WHITE: Colour = (255, 255, 255)
GREY: Colour = (105, 105, 105)
PALE: Colour = (205, 205, 205)

ORANGE: Colour = (230, 159, 0)
SKY: Colour = (86, 180, 233)
GREEN: Colour = (0, 158, 115)
YELLOW: Colour = (240, 228, 66)
BLUE: Colour = (0, 114, 178)
VERMILION: Colour = (213, 94, 0)
PURPLE: Colour = (204, 121, 167)

BODY, NOTE, LEFT, RIGHT, CELL = "body", "note", "caption left", "caption right", "table"
WORDS = frozenset({BODY, NOTE, LEFT, RIGHT, CELL})
"""Zones that are the document's words; furniture has the name of its kind."""

COLOURS: dict[str, Colour] = {
    BODY: SKY,
    LEFT: ORANGE,
    RIGHT: BLUE,
    CELL: YELLOW,
    NOTE: GREEN,
    "running-head": VERMILION,
    "running-foot": VERMILION,
    "continuation": VERMILION,
    "folio": ORANGE,
    "star-page": ORANGE,
    "stamp": PURPLE,
    "clerk-stamp": PURPLE,
    "watermark": PURPLE,
}
"""By zone; other kinds of furniture (line numbers, rails, separators) are grey. Dashes tell folios from cells."""


def colour_of(zone: str) -> Colour:
    """The colour of a zone."""
    return COLOURS.get(zone, GREY)


def wash(colour: Colour) -> Colour:
    """A colour thinned for a ground on which black words stay readable."""
    red, green, blue = (255 - round((255 - part) * 0.3) for part in colour)
    return red, green, blue


def ink(colour: Colour) -> Colour:
    """A colour darkened for outlines and words on white."""
    red, green, blue = (round(part * 0.7) for part in colour)
    return red, green, blue


class Kind(NamedTuple):
    """A terminal of grammars/opinion.lark: what it is called, and whether it opens a block of running text."""

    words: str
    opens: bool = False


KINDS: dict[str, Kind] = {
    "COURT": Kind("name of the court"),
    "COURT_AGAIN": Kind("name of the court, once more"),
    "LEGEND": Kind("legend"),
    "CAPTION_PART": Kind("surely of the caption"),
    "CAPTION_LINE": Kind("line of the caption"),
    "VERSUS": Kind("v."),
    "TITLE": Kind("title"),
    "FRONT_TITLE": Kind("title below counsel"),
    "TITLE_NOTE": Kind("legend below a title"),
    "SUBTITLE": Kind("title below a byline"),
    "SEPARATE_TITLE": Kind("title of a separate writing"),
    "COUNSEL_HEADING": Kind("heading of counsel", opens=True),
    "SUMMARY_HEADING": Kind("heading of a summary", opens=True),
    "COUNSEL": Kind("counsel", opens=True),
    "COUNSEL_MORE": Kind("goes on counsel"),
    "COUNSEL_SIDE": Kind("whose counsel"),
    "PANEL": Kind("panel"),
    "PANEL_MORE": Kind("goes on a panel"),
    "ANNOUNCED_BY": Kind("which judge wrote what"),
    "ANNOUNCED": Kind("who wrote what"),
    "WRITERS": Kind("who wrote what, of several writings"),
    "NOTICE": Kind("notice over a repeated caption"),
    "NOTICE_MORE": Kind("goes on a notice"),
    "LEAD_BYLINE": Kind("byline"),
    "BYLINE_MORE": Kind("goes on a byline"),
    "VOTE": Kind("who joins"),
    "SEPARATE_BYLINE": Kind("byline of a separate writing"),
    "HEADING": Kind("heading by its words", opens=True),
    "STYLED_HEADING": Kind("heading by its looks", opens=True),
    "PART_HEADING": Kind("heading that a title's words make", opens=True),
    "HEADING_MORE": Kind("goes on a heading"),
    "P": Kind("paragraph", opens=True),
    "C": Kind("goes on"),
    "STARS": Kind("stars that part sections"),
    "Q": Kind("quotation", opens=True),
    "Q_NEXT": Kind("next paragraph of a quotation", opens=True),
    "QUOTE_MORE": Kind("goes on a quotation"),
    "TURN": Kind("question in a transcript", opens=True),
    "NEXT_TURN": Kind("next turn in a transcript", opens=True),
    "ITEM": Kind("first list item", opens=True),
    "NEXT_ITEM": Kind("next list item", opens=True),
    "ITEM_MORE": Kind("goes on an item"),
    "TABLE": Kind("table", opens=True),
    "TABLE_ROW": Kind("row of a table"),
    "TABLE_CELL": Kind("cell of a table"),
    "CELL_MORE": Kind("goes on a cell"),
    "SIGN": Kind("signature or date"),
    "SIGNED_AS": Kind("signature that says how its judge voted"),
    "SIGN_MORE": Kind("goes on a signature"),
    "BRIEFS": Kind("counsel after the opinion", opens=True),
    "NOTE": Kind("footnote", opens=True),
    "NOTE_P": Kind("paragraph of a footnote", opens=True),
}
"""In the order of a document, in which the legend lists them."""


def opens_block(kind: str) -> bool:
    """Whether a line of this kind opens a paragraph, quotation, item, heading or footnote."""
    return kind in KINDS and KINDS[kind].opens
