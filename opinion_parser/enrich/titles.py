"""Titles of documents: "O R D E R" is "ORDER", and a title set over several lines is one."""

from __future__ import annotations

import re

from opinion_parser.enrich.casing import Casing

__all__ = ["reading_title"]

# "O R D E R", "M E M O R A N D U M": three single letters and more; two blanks part words
_SPACED = re.compile(r"(?<!\S)\S(?: \S){2,}(?!\S)")
# words that letter-spacing runs together once single blanks are all that is left
_TITLE_WORD = re.compile(r"MEMORANDUM|OPINION|ORDER|DECISION|JUDGE?MENT|RULING|AND|SENTENCIA|RESOLUCI[OÓ]N")


def reading_title(printed: str, casing: Casing) -> str:
    """The title on one line, as printed but without letter-spacing, note marks and the stop at its end."""
    title = casing.joined(printed)
    title = _SPACED.sub(lambda run: _closed_up(run[0]), title)
    title = re.sub(r"(?<=[A-Z]{4})\d(?=\s|$)", "", title)  # a note's mark: "AMENDED1 OPINION"
    title = re.sub(r"[\s*†‡⁎∗]+(?:BY|by):?$", "", title)  # "MEMORANDUM OPINION* BY" / "JUDGE ROE"
    return re.sub(r"[\s*†‡⁎∗.:;]+$", "", title)


def _closed_up(run: str) -> str:
    letters = run.replace(" ", "")
    words = _TITLE_WORD.findall(letters)
    return " ".join(words) if "".join(words) == letters else letters
