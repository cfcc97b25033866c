"""Roles as one party has them: "Defendants-Appellees." is "Defendant-Appellee"."""

from __future__ import annotations

import difflib
import re

__all__ = ["reading_role"]

_IRREGULAR = {"parties": "party", "amici": "amicus", "counterclaimants": "counterclaimant"}
_ALWAYS_SMALL = frozenset({"and", "in", "of", "on", "for"})


def reading_role(printed: list[str]) -> str:
    """The role in the singular, otherwise as printed; what is printed in one case gets capitals where they are due.

    ``printed`` has more than one part where a second role hangs on the first: "Appellants" / "(Plaintiffs)".
    """
    parts = []
    for text in printed:
        words = " ".join(text.replace("ﬀ", "ff").split())
        words = re.sub(r"^and (?=\w)", "", words.strip(" .,;:"))
        words = re.sub(r"\(s\)|/s\b", "", words)
        parts.append(re.sub(r"\w+", lambda word: _singular(_mended(word[0])), words))
    if not parts:
        return ""
    role = parts[0] + "".join(f" {part}" if part.startswith("(") else f", {part}" for part in parts[1:])
    if role.isupper() or role.islower():
        role = re.sub(r"[^\W\d_]+", _capital, role.lower())
    return role[:1].upper() + role[1:]


_NOUNS = (
    "plaintiff", "plaintiffs", "defendant", "defendants", "petitioner", "petitioners", "respondent", "respondents",
    "appellant", "appellants", "appellee", "appellees",
)  # fmt: skip
"""The commonest roles, in which a misread letter is mended."""


def _mended(word: str) -> str:
    """ "Plaintifi" → "Plaintiff", "Defcndants" → "Defendants": a slip in one of the commonest roles."""
    small = word.lower()
    if len(small) < 8 or small in _NOUNS:
        return word
    near = difflib.get_close_matches(small, _NOUNS, n=1, cutoff=0.85)
    if not near:
        return word
    return near[0].upper() if word.isupper() else near[0].capitalize() if word[0].isupper() else near[0]


def _singular(text: str) -> str:
    small = text.lower()
    if small in _IRREGULAR:
        single = _IRREGULAR[small]
    elif small.endswith("s") and not small.endswith(("ss", "us")) and len(small) > 5:
        return text[:-1]
    else:
        return text
    return single.upper() if text.isupper() else single.capitalize() if text[0].isupper() else single


def _capital(word: re.Match[str]) -> str:
    return word[0] if word[0] in _ALWAYS_SMALL else word[0].capitalize()
