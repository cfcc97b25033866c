"""Names of people in reading form: "SARA L. ELLIS" is "Sara L. Ellis".

Courts print names in capitals, in small capitals (which some text layers behead: "R EENA R AGGI") and letter-spaced
("M O R S E"). A word that is printed in capitals and small letters is left as it stands.
"""

from __future__ import annotations

import re

__all__ = ["reading_name"]

# "The Honorable", "HON.", "Chief Justice", "Mr. Justice" before the name
_HONORIFIC = re.compile(
    r"(?:(?:the|hon(?:orable|\.)|mr\.|mrs\.|ms\.|chief|senior|presiding|associate|circuit|district|magistrate|bankruptcy"
    r"|judge|justice),? )++(?=\w)(?!(?:judge|justice)$)",
    re.IGNORECASE,
)
# "LEGG*", "GIBSON,1", "ELLIS :": note marks and stops after the name
_TAIL = re.compile(r"[\s,:;*†‡∗⁎]*\d{0,2}[\s,:;*†‡∗⁎]*$")
# "M O R S E": single letters alone
_SPACED = re.compile(r"\w(?: \w){2,}")
# "R EENA R AGGI", "B IANCO", "B ARRINGTON D. P ARKER": every word has lost its first letter to a word of its own
_LETTER, _CAPITALS = r"[^\W\d_]", r"[^\W\d_a-zß-ÿ][^\W\d_a-zß-ÿ’'-]+"
_BEHEADED_WORD = f"(?:{_LETTER} {_CAPITALS}|{_LETTER}\\.)"
_BEHEADED = re.compile(f"{_BEHEADED_WORD}(?: {_BEHEADED_WORD})*")
# "A.HIXSON": a blank lost after an initial; "SAR.A": a speck read as a full stop
_INITIAL_GLUED = re.compile(r"(?<![^\W_])([^\W\d_]\.)(?=[^\W\d_]{2})")
_SPECK = re.compile(r"(?<=[^\W\d_]{2})(?<!\bST)(?<!\bSt)\.(?=[^\W\d_])")
_SUFFIXES = {"JR": "Jr", "SR": "Sr", "II": "II", "III": "III", "IV": "IV", "V": "V"}
# "DE LA CRUZ", "VAN DER MEER" within a name
_PARTICLES = re.compile(r"(?<=\S )(?:De (?:La|Las|Los)|Van (?:Der|Den)|Von (?:Der)?)(?= )")
# "McCULLOUGH", "MacKINNON", "DeGRAVILLES", "O’BRIEN", "D'AURIA": capitals that stay within a word
_PREFIX = re.compile(r"(Mc|Mac|De|Di|Du|La|Le|Van|Von|Fitz|St)(?=[^\W\d_a-zß-ÿ]{2})")
_AFTER_MARK = re.compile(r"(?<=[-–])\w|(?<=\b[OD][’'‘`])\w|(?<=\bMc)\w")


def reading_name(printed: str) -> str:
    """The name as one would write it in a sentence; without honorifics, note marks and doubled blanks."""
    name = _TAIL.sub("", " ".join(printed.split()))
    name = _HONORIFIC.sub("", name, count=1) if _HONORIFIC.match(name) else name
    if _SPACED.fullmatch(name):
        name = name.replace(" ", "")
    elif _BEHEADED.fullmatch(name):
        name = re.sub(r"(?<![^\s])([^\W\d_]) (?=[^\W\d_]{2})", r"\1", name)
    name = _SPECK.sub("", _INITIAL_GLUED.sub(r"\1 ", name))
    words = " ".join(_word(word) for word in name.split(" "))
    return _PARTICLES.sub(lambda found: found[0].lower(), words)


def _word(word: str) -> str:
    """One word of a name without its capitals, unless they are initials or belong there."""
    bare = word.strip(".,")
    if bare.upper() in _SUFFIXES and bare.isupper():
        return word.replace(bare, _SUFFIXES[bare])
    prefix = _PREFIX.match(word)
    if prefix:
        return prefix[0] + _capital(word[prefix.end() :])
    if not word.isupper() or len(bare) < 2 or re.fullmatch(r"(?:[^\W\d_]\.)+,?", word):
        return word
    return _capital(word)


def _capital(word: str) -> str:
    """A word in capitals with small letters after the first: "ASHMANN-GERST", "O’BRIEN" and "MCNEILL" have two."""
    small = word[:1] + word[1:].lower()
    return _AFTER_MARK.sub(lambda found: found[0].upper(), small)
