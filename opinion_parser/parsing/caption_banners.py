"""Rows of a caption whose left cell is more than the parties'.

The state and its court may stand side by side over the columns of the parties:

    STATE OF WISCONSIN                         IN COURT OF APPEALS
    Appeal No. 2030AP417                       Cir. Ct. No. 2028CV233
"""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["VERSUS_ROW", "is_banner"]

VERSUS_ROW = re.compile(r"vs?\. +Record No")
"""A row of Virginia's captions: "v.    Record No. 0417-25-3" at the left of the title and the author."""

_STATE = re.compile(r"STATE OF [A-Z ]+[A-Z]")
_STATE_COURT = re.compile(
    r"(?:IN )?(?:THE )?(?:COURT OF APPEALS|SUPREME COURT|(?:[A-Z]+ )?(?:CIRCUIT|DISTRICT|GENERAL|SUPERIOR) COURT)\b"
)
_VERSUS = re.compile(r"\W*(?:vs?\b|against)", re.IGNORECASE)


def is_banner(lines: Sequence[str], row: Sequence[int | None], below: str) -> bool:
    """Whether the cells of a row are a state and its court; ``below`` are the next words at the left.

    The state is a party where a versus stands below it ("STATE OF OHIO" / "v.").
    """
    left, right = ("" if index is None else lines[index] for index in row)
    named = _STATE.fullmatch(left) is not None and _STATE_COURT.match(right) is not None
    return named and bool(below) and not _VERSUS.match(below)
