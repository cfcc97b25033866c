"""Lines of a caption whose words the text layer broke, made readable again, with the place of every character.

Small capitals are large and small letters of one fount. Text layers part them ("F OR THE S ECOND C IRCUIT") or print
the large ones as a line of their own ("S C W" above "UPREME OURT OF ISCONSIN"). Glyphs that draw a brace beside the
parties stand among the words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

__all__ = ["Mended", "Spot", "mend"]


class Spot(NamedTuple):
    """A character of the caption: the index of its line, and its place in the line as printed."""

    line: int
    at: int


class Mended(NamedTuple):
    """A readable line: ``places[i]`` is where its character ``i`` stands."""

    text: str
    places: Sequence[Spot]

    def cut(self, start: int, end: int) -> Mended:
        """Characters ``start`` to ``end`` without blanks around them."""
        text = self.text[start:end]
        start += len(text) - len(text.lstrip())
        end = start + len(text.strip())
        return Mended(self.text[start:end], self.places[start:end])


# the pieces of braces, brackets and drawn boxes; leaders before a role in the Eighth Circuit ("lllllllPlaintiff")
_BRACES = re.compile(r"^l{6,}(?= ?[A-Z])|[⎛-⎳⎰⎱│┃║┐┘┤├┌└─═╗╝╣]+")
# "S ECOND": a large letter parted from its word; "A" may be the article
_PARTED = re.compile(r"(?<![\w.’'])[B-HJ-Z] (?=[A-ZÀ-Þ][A-ZÀ-Þ’']+(?![\w.]))")
_ENOUGH = 4
"""How many parted words a caption must have before a single letter is taken for part of a word."""
# "S T A T E O F M I C H I G A N", "C O U R T O F A P P E A L S", "S U P R E M E C O U R T"
_SPACED = re.compile(r"[A-Z](?: [A-Z]){7,}")
_BANNER = re.compile(
    r"(IN)?(THE)?(?:(STATE|COMMONWEALTH|TERRITORY)(OF)([A-Z]{4,})"
    r"|(SUPREME|SUPERIOR|CIRCUIT|DISTRICT|APPELLATE)?(COURT)(?:(OF)(CRIMINAL|CIVIL)?(APPEALS?))?(OF)?([A-Z]{4,})?)"
)
# "S C W" above "UPREME OURT OF ISCONSIN"
_LARGE = re.compile(r"[A-Z](?: [A-Z]){1,7}")


def mend(lines: Sequence[str]) -> list[Mended]:
    """The lines of a caption, one for each, readable."""
    mended = [Mended(line, [Spot(index, at) for at in range(len(line))]) for index, line in enumerate(lines)]
    mended = [_without_braces(line) if _BRACES.search(line.text) else line for line in mended]
    mended = [_banner(line) if _SPACED.fullmatch(line.text) else line for line in mended]
    if sum(len(_PARTED.findall(line)) for line in lines) >= _ENOUGH:
        mended = [_joined(line) for line in mended]
    for i in range(len(mended) - 1):
        if _LARGE.fullmatch(mended[i].text):
            whole = _with_heads(mended[i].text.split(), mended[i + 1])
            if whole is not None:
                mended[i], mended[i + 1] = Mended("", ()), whole
    return [_beheaded(line) if _HEADED.match(line.text) else line for line in mended]


# the same on one line: "S C W UPREME OURT OF ISCONSIN"
_HEADED = re.compile(r"((?:[A-Z] ){2,8})(?=[A-Z]{2})")


def _beheaded(line: Mended) -> Mended:
    """A line that begins with the large letters of its words."""
    end = _HEADED.match(line.text).end()  # type: ignore[union-attr]  # the caller has matched it
    return _with_heads(line.text[:end].split(), Mended(line.text[end:], line.places[end:])) or line


def _banner(line: Mended) -> Mended:
    """A court's name in letter-spaced capitals as words; as it is where the letters spell no court."""
    letters = line.text.replace(" ", "")
    words = _BANNER.fullmatch(letters)
    if words is None:
        return line
    places = [line.places[2 * at] for at in range(len(letters))]
    text, kept = "", list[Spot]()
    for number in range(1, len(words.groups()) + 1):
        if words[number]:
            start, end = words.span(number)
            text += (" " if text else "") + words[number]
            kept += ([places[start]] if kept else []) + places[start:end]
    return Mended(text, kept)


def _without_braces(line: Mended) -> Mended:
    text = _BRACES.sub(lambda found: " " * len(found[0]), line.text)
    return Mended(text, line.places)


def _joined(line: Mended) -> Mended:
    """The line without the blanks after parted letters; an "A" is joined where the line has other parted letters."""
    pattern = re.compile(_PARTED.pattern.replace("B-HJ-Z", "A-Z")) if _PARTED.search(line.text) else _PARTED
    drop = {found.end() - 1 for found in pattern.finditer(line.text)}
    kept = [i for i in range(len(line.text)) if i not in drop]
    return Mended("".join(line.text[i] for i in kept), [line.places[i] for i in kept])


_SMALL_WORDS = frozenset({"OF", "THE", "FOR", "AND", "IN", "AT"})


def _with_heads(heads: Sequence[str], line: Mended) -> Mended | None:
    """The line with a large letter before each word but "OF", "THE", …; None where the numbers do not agree."""
    words = [word for word in re.finditer(r"\S+", line.text) if word[0] not in _SMALL_WORDS]
    if len(words) != len(heads) or not line.text.isupper():
        return None
    text, places, at = "", list[Spot](), 0
    for word, head in zip(words, heads, strict=True):
        text += line.text[at : word.start()] + head
        places += [*line.places[at : word.start()], line.places[word.start()]]
        at = word.start()
    return Mended(text + line.text[at:], [*places, *line.places[at:]])
