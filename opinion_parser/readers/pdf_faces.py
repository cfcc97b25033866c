"""What a font's name and flags say about its letters.

The name comes first: PDFium gives ``TimesNewRomanPSMT,Bold`` a weight of 0 and Liberation's regular cut 435. Flags
come second; the weight counts only for fonts whose name says nothing (``CIDFont+F1``).
"""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["Face", "bare_name", "face_from"]


class Face(NamedTuple):
    """A cut of a typeface: the family and cut as the file names it, and what its letters look like."""

    name: str
    bold: bool = False
    italic: bool = False
    small_caps: bool = False


_SUBSET = re.compile(r"^[A-Z]{6}\+")
"""The tag of an embedded subset: ``ABCDEF+TimesNewRomanPSMT``."""
_TEX_BOLD = r"(?:CM|SF|EC)(?:R?BX|SSBX|TTB|B)[A-Z]*\d"
_TEX_ITALIC = r"(?:CM|SF|EC)(?:TI|SL|BXTI|BXSL|MI|ITT|SLTT)[A-Z]*\d"
# "TimesNewRomanPS-BoldMT", "Times-Bold", "Arial,Bold", "BookmanDemi", "Arial-Black", "NimbusRomNo9L-Medi", "CMBX12"
_BOLD = re.compile(rf"(?i:bold|demi|heavy|semibd)|[-,_ ]?Black(?![a-z])|[-,]B[dI]?(?![a-z])|Medi(?![a-z])|^{_TEX_BOLD}")
# "NewCenturySchlbk-Italic", "Helvetica-Oblique", "TimesNewRoman,Ital", "NimbusRomNo9L-ReguItal", "CMTI10"
_ITALIC = re.compile(rf"(?i:ital|oblique|slanted|kursiv)|[-,](?:B?It?|BI)(?![a-z])|^{_TEX_ITALIC}")
# "CenturyExpandedSC-Regular", "MinionPro-SmallCaps", "EquityCapsA", "CMCSC10"
_SMALL_CAPS = re.compile(r"(?i:small-?caps)|Caps(?![a-z])|(?:[-,]|(?<=[a-z]))SC(?![a-z])|^(?:CM|SF|EC)CSC\d")
# "TimesNewRomanPSMT" names a typeface; "CIDFont+F1", "F23", "T3_0", "" do not
_TELLING = re.compile(r"(?:^|[^A-Za-z])(?!CIDFont)[A-Za-z]{4,}")

_ITALIC_FLAG = 1 << 6
_FORCE_BOLD_FLAG = 1 << 18
_BOLD_WEIGHT = 600


def bare_name(name: str) -> str:
    """The name of a font without the tag of a subset."""
    return _SUBSET.sub("", name)


def face_from(name: str, flags: int, weight: int) -> Face:
    """The face of a font with this name (with or without subset tag), descriptor flags and weight."""
    name = bare_name(name)
    telling = bool(_TELLING.search(name))
    bold = bool(_BOLD.search(name)) or bool(flags & _FORCE_BOLD_FLAG) or (not telling and weight >= _BOLD_WEIGHT)
    italic = bool(_ITALIC.search(name)) or bool(flags & _ITALIC_FLAG)
    return Face(name, bold, italic, bool(_SMALL_CAPS.search(name)))
