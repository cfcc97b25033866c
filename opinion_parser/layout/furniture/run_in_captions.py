"""A caption between line numbers: rows of pleading paper that a text layer ran together, with the text below them.

    7 Plaintiff, 8 ORDER GRANTING MOTION TO DISMISS v. 9 ACME, INC., 10 Defendant. 11 United States District Court
    Northern District of California Case No. 20-cv-06127-WHO The defendant moves to dismiss 12 the claims ...

The numbers show where rows began. The name of the court that stands sideways in the margin, and the docket number, came
before the first words of the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from opinion_parser.source import Word

__all__ = ["Rows", "caption_before"]

Piece = list[Word]
_SIDE = re.compile(r"(?:Plaintiff|Defendant|Petitioner|Respondent|Appell(?:ant|ee))s?[.,]?|vs?\.")
_NUMBER = re.compile(r"(?:\d{1,2}:)?\d\d-[a-z]{2}-\d+[\w-]*")
_SIDEWAYS = ["United", "States", "District", "Court"]
LONGEST = 12
"""Words of a caption's row at the most."""
FEWEST = 4
"""Words of a line in small letters that show running text."""


class Rows(NamedTuple):
    """The caption's rows, what stood sideways beside them, and the lines of the text."""

    rows: list[Piece]
    sideways: Piece
    rest: list[Piece]


def caption_before(pieces: Sequence[Piece]) -> Rows:
    """The caption that a block of numbered lines begins with; no rows where none names a side."""
    below = next((i for i, piece in enumerate(pieces) if goes_on(piece)), 0)
    rows = list(pieces[: max(0, below - 1)])
    if not any(_SIDE.fullmatch(word.text) for row in rows for word in row) or any(len(row) > LONGEST for row in rows):
        return Rows([], [], list(pieces))
    mixed = pieces[below - 1]
    number = next((i + 1 for i, word in enumerate(mixed) if i and _NUMBER.fullmatch(word.text)), 0)
    label = next((i for i, word in enumerate(mixed[:number]) if word.text in ("Case", "No.")), number)
    sideways = mixed[:label] if [word.text for word in mixed[:4]] == _SIDEWAYS else []
    docket = mixed[len(sideways) : number]
    return Rows([*rows, docket] if docket else rows, sideways, [mixed[number:], *pieces[below:]])


def goes_on(piece: Piece) -> bool:
    """Whether a line is the middle of a sentence."""
    small = sum(word.text[:1].islower() for word in piece)
    return len(piece) >= FEWEST and piece[0].text[:1].islower() and small > 0.6 * len(piece)
