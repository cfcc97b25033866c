"""Roman numerals, which number pages (xiv) and headings (IV.)."""

from __future__ import annotations

VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}


def value_of(numeral: str) -> int:
    """The value of a Roman numeral below XC, in any letters: a figure that stands before a larger one is taken off."""
    values = [VALUES[letter] for letter in numeral.upper()]
    return sum(-v if any(w > v for w in values[i + 1 :]) else v for i, v in enumerate(values))
