"""Names of parties and courts in reading form: "CURRY & SONS, INC." is "Curry & Sons, Inc."

A word printed with small letters stays as it is. For a word in capitals the opinion's own text is asked first; only
where it is silent do the rules here decide.
"""

from __future__ import annotations

import re

from opinion_parser.enrich.casing import Casing

__all__ = ["capitalised", "party_name", "reading_words"]

_SMALL = frozenset(
    {
        "a", "an", "and", "as", "at", "but", "by", "de", "del", "der", "du", "d/b/a", "dba", "et", "ex",
        "f/k/a", "for", "from", "if", "in", "into", "la", "le", "n/k/a", "nor", "of", "on", "or", "per", "rel",
        "the", "through", "to", "upon", "van", "via", "von", "vs", "with", "y",
    }
)  # fmt: skip
"""Words without a capital, except as the first word of a name. ``de`` and its kin are particles of names."""
_UPPER = frozenset(
    {
        "LLC", "LLP", "LP", "PLLC", "LLLP", "PC", "PA", "NA", "NV", "SA", "AG", "BV", "FSB", "PLC", "USA", "US",
        "U.S.", "UK", "EU", "II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "NW", "NE", "SW", "SE",
        "DC", "IRS", "SEC", "FTC", "FCC", "FBI", "CIA", "DEA", "EPA", "FDA", "FDIC", "HUD", "NLRB", "EEOC",
        "OSHA", "INS", "AFL", "CIO", "IBM", "AT&T", "CSX", "BNSF", "CVS", "UPS", "JP", "TD", "PNC", "MSPB",
        "FMR", "HSBC", "BMW", "GMAC", "TRW", "ABC", "CBS", "NBC", "RCA", "ITT", "DHL", "KPMG", "NCAA", "NFL",
        "NBA", "MLB", "ACLU", "NAACP",
    }
)  # fmt: skip
"""Words that stay in capitals."""
_FIXED = {
    "INC": "Inc", "LTD": "Ltd", "CO": "Co", "CORP": "Corp", "JR": "Jr", "SR": "Sr", "ESQ": "Esq", "PH.D": "Ph.D",
    "GMBH": "GmbH", "S.P.A": "S.p.A", "ST": "St", "MT": "Mt", "DR": "Dr", "MR": "Mr", "MRS": "Mrs", "MS": "Ms",
    "ASS’N": "Ass’n", "INT’L": "Int’l", "NAT’L": "Nat’l", "DEP’T": "Dep’t", "GOV’T": "Gov’t", "COMM’N": "Comm’n",
}  # fmt: skip
"""Abbreviations, without their final stop."""
# "McDONALD", "MCDONALD"; "O’BRIEN", "D’AURIA"; "REGAL-BELOIT", "AFL/CIO": letters that get a capital within a word
_MC = re.compile(r"(Mc)([^\W\d_])")
_PREFIX = re.compile(r"(?:Mc|Mac|De|Di|La|Le|Van|Fitz)(?=[^\W\d_a-zß-ÿ]{2})")
_INNER = re.compile(r"(?<=[-–/&])[^\W\d_]|(?<=\b[OD][’'‘`])[^\W\d_]")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?\.?")
_NO_VOWEL = re.compile(r"[B-DF-HJ-NP-TV-XZ&]{2,5}")
# "LAGUERRE" within "Emmanuel LAGUERRE": too long for an acronym
_LONG = re.compile(r"[^\W\d_]{5}")
# "1ST", "22ND"
_ORDINAL = re.compile(r"\d+(?:ST|ND|RD|TH)")


def capitalised(word: str) -> str:
    """A word in capitals with a capital where one is due: "BELOIT" → "Beloit", "O’BRIEN" → "O’Brien", "LLC" → "LLC"."""
    bare = word.strip(".,;:()“”\"'’‘")
    if not bare or not word.isupper():
        return word
    stem = bare.rstrip(".")
    if stem.replace("'", "’") in _FIXED:
        return word.replace(stem, _FIXED[stem.replace("'", "’")])
    if stem in _UPPER or _INITIALS.fullmatch(bare) or (_NO_VOWEL.fullmatch(stem) and not word.endswith(".")):
        return word
    if _ORDINAL.fullmatch(stem):
        return word.lower()
    small = re.sub(r"[^\W\d_]", lambda first: first[0].upper(), word.lower(), count=1)
    small = _INNER.sub(lambda letter: letter[0].upper(), small)
    return _MC.sub(lambda found: found[1] + found[2].upper(), small)


def reading_words(printed: str, casing: Casing | None = None) -> str:
    """Words in reading form, small words small except the first one."""
    out: list[str] = []
    for word in printed.split():
        out.append(_reading_word(word, first=not out, casing=casing))
    return " ".join(out)


def _reading_word(word: str, first: bool, casing: Casing | None) -> str:
    bare = word.strip('.,;:()“”"‘')
    prefix = _PREFIX.match(word)
    if prefix:
        return prefix[0] + capitalised(word[prefix.end() :])
    if not word.isupper() or (len(bare) < 2 and word != "A"):
        return word
    if bare.lower() in _SMALL:
        lower = word.lower()
        return lower[:1].upper() + lower[1:] if first else lower
    if bare == "A":
        return word if first else word.lower()
    known = casing.word(bare) if casing and "." not in bare else None
    return word.replace(bare, known) if known else capitalised(word)


def party_name(printed: str, casing: Casing) -> str:
    """The reading form of a party's name, whose printed form may run over line ends."""
    name = casing.joined(printed)
    # "KYLE A.HIXSON": a blank lost after an initial
    name = re.sub(r"(?<![^\W_])([^\W\d_]\.)(?=[^\W\d_]{2})", r"\1 ", name)
    # "“Barbara,”": the comma belongs to the caption
    name = re.sub(r",(?=[”\"’]$)", "", name)
    words = name.split()
    bare = [re.sub(r"[^\w-]", "", word) for word in words]
    mixed = any(word.isalpha() and not word.isupper() and word.lower() not in _SMALL for word in bare)
    if mixed and not any(word.isupper() and _LONG.search(word) for word in words):
        return name
    return casing.name(name) or reading_words(name, casing)
