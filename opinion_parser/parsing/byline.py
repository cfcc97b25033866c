"""Bylines and panels taken apart (grammars/byline.lark): who wrote, who joined, who sat, and the kind of writing.

Names and titles are given as printed; ``enrich.names.reading_name`` makes "O’SCANNLAIN" readable.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from lark import Token, Transformer
from lark.exceptions import UnexpectedInput

from opinion_parser.parsing.grammars import load

if TYPE_CHECKING:
    from lark import Lark

    from opinion_parser.nodes import OpinionKind

__all__ = ["Byline", "Member", "Panel", "read_byline", "read_panel"]


class Member(NamedTuple):
    """A judge as printed ("Benson E. LEGG"), with the title beside the name, in the singular ("Circuit Judge")."""

    name: str
    title: str = ""


class Byline(NamedTuple):
    """What a byline says.

    ``end``: how many characters of the text belong to it; what follows is the first paragraph. ``authors``: the names
    as printed, with ``titles`` beside them (one a name, ``""`` where there is none). ``joined``: who joined it.
    """

    end: int
    authors: list[str]
    titles: list[str]
    per_curiam: bool
    kind: OpinionKind
    joined: list[str]


class Panel(NamedTuple):
    """The judges whom a line names as having sat; none for "Before the court en banc." """

    judges: list[Member]


def read_byline(text: str) -> Byline | None:
    """Take apart the text of a byline, which the first paragraph may follow at once; None if it is none."""
    try:
        said: _Said = _parser("byline").parse(text)  # type: ignore[assignment]  # the transformer gives this
    except UnexpectedInput:
        return None
    end = len(text if said.body is None else text[: said.body].rstrip())
    names, titles = [member.name for member in said.authors], [member.title for member in said.authors]
    return Byline(end, names, titles, said.kind == "per-curiam", said.kind, [member.name for member in said.joined])


def read_panel(text: str) -> Panel | None:
    """The judges that a line names as the bench ("Before NIEMEYER and DUNCAN, Circuit Judges"); None if it names none.

    Names without an opening word need titles. A roster of one name a line keeps its line ends in ``text``.
    """
    try:
        judges: list[Member] = _parser("panel").parse(text)  # type: ignore[assignment]  # the transformer gives this
    except UnexpectedInput:
        return None
    return Panel(judges)


@cache
def _parser(start: str) -> Lark:
    return load("byline", start=start, transformer=_Builder())


# ---------------------------------------------------------------- kinds

_KINDS: tuple[tuple[re.Pattern[str], OpinionKind], ...] = (
    # "concurring in part and dissenting in part": what is named first gives the kind
    (re.compile(r"^(?:(?!concur).)*dissent.*concur", re.S), "dissent-in-part"),
    (re.compile(r"concur.*dissent", re.S), "concurrence-in-part"),
    (re.compile(r"partially dissent|dissent\w* in[ -]part"), "dissent-in-part"),
    # "dissenting from the denial of rehearing en banc"
    (re.compile(r"dissent|disidente"), "dissent"),
    # "concurring in part and concurring in the judgment"
    (re.compile(r"partially concur|concur\w* in[ -]part"), "concurrence-in-part"),
    (re.compile(r"concur\w* (?:only )?in (?:the )?(?:judgment|result)"), "concurrence-in-judgment"),
    (re.compile(r"concur|de conformidad"), "concurrence"),
    # "respecting the denial of certiorari"
    (re.compile(r"respecting|statement"), "statement"),
    # "announced the judgment of the Court and delivered an opinion": no opinion is the Court's
    (re.compile(r"plurality|announced(?!.*opinion (?:of|for) the court).* an opinion", re.S), "plurality"),
    # "Opinion of JUSTICE SOTOMAYOR" and no more
    (re.compile(r"opinion of$"), "unknown"),
)


def _kind(words: str) -> OpinionKind:
    """The kind of writing that the words of a byline tell of."""
    words = re.sub(r"con-? ?curr", "concurr", " ".join(words.lower().split()))
    return next((kind for shape, kind in _KINDS if shape.search(words)), "majority")


# ---------------------------------------------------------------- building


class _Said(NamedTuple):
    """What a rule says of a writing; ``body`` is where the first paragraph begins."""

    authors: list[Member]
    kind: OpinionKind = "majority"
    joined: tuple[Member, ...] = ()
    body: int | None = None


class _Joined(NamedTuple):
    members: list[Member]


class _Manner(NamedTuple):
    words: str


_Part = Token | _Said | _Joined | _Manner | list[Member]


def _title(token: Token) -> str:
    """A title without what parts it from the name; "Circuit Judges" of two names is "Circuit Judge" of each."""
    title = token.strip(" ,:*†‡∗\n")
    title = re.sub(r"\b(judge|justice|magistrate|chancellor|member)s\b", r"\1", title, flags=re.I)
    return title.replace("JJ.", "J.").replace("Js.", "J.")


def _members(tokens: Iterable[Token]) -> list[Member]:
    """Names with titles: a title after names is that of all since the last title, one ahead that of all to come."""
    members: list[Member] = []
    waiting, ahead = 0, ""
    for token in tokens:
        if token.type == "CHIEF_JUSTICE":
            members.append(Member(str(token), "Chief Justice"))
            waiting = len(members)
        elif token.type == "AHEAD":
            waiting, ahead = len(members), _title(token)
        elif token.type in ("AFTER", "LETTERS"):
            members[waiting:] = [member._replace(title=_title(token)) for member in members[waiting:]]
            waiting, ahead = len(members), ""
        else:
            members.append(Member(str(token), ahead))
    return members


# "Justices Brandt and Iwasaki", "Presiding Justice Brandt specially"
_TITLE_AHEAD = re.compile(r"^(?i:(?:presiding |chief |acting )*(?:justices?|judges?)) ")
_VOTE = re.compile(r",? (?:(?:specially|respectfully|also|both) )*(?:concurr|dissent)ed\b.*", re.S)


def _voters(sentence: str) -> list[str]:
    """The names in "Justices Brandt and Iwasaki concurred in the judgment and opinion"."""
    names = re.split(r",? and |, ", _VOTE.sub("", _TITLE_AHEAD.sub("", sentence)))
    return [_TITLE_AHEAD.sub("", name) for name in names]


def _joined(children: Sequence[_Part]) -> tuple[Member, ...]:
    return tuple(member for child in children if isinstance(child, _Joined) for member in child.members)


class _Builder(Transformer[Token, object]):
    """One method per rule of byline.lark."""

    def after(self, children: list[Token]) -> list[Member]:
        return _members(children)

    abbreviated = ahead = people = after

    def per_curiam(self, children: list[Token]) -> _Said:
        return _Said([], "per-curiam")

    def by_court(self, children: list[Token]) -> _Said:
        return _Said([])

    def headed(self, children: list[Token]) -> _Said:
        return _Said([], _kind(children[0]))

    def plain(self, children: list[list[Member]]) -> _Said:
        return _Said(children[0])

    def honoured(self, children: list[Token]) -> _Said:
        return _Said([Member(str(children[-1]))])

    def manner(self, children: list[Token]) -> _Manner:
        return _Manner(" ".join(children))

    def joiners(self, children: list[list[Member]]) -> _Joined:
        return _Joined(children[0])

    in_which = joiners

    def votes(self, children: list[Token]) -> _Joined:
        sentences = [child for child in children if child.type == "VOTED"]
        return _Joined([Member(name) for sentence in sentences for name in _voters(sentence)])

    def separate(self, children: list[_Part]) -> _Said:
        words = " ".join(child.words for child in children if isinstance(child, _Manner))
        authors = next(child for child in children if isinstance(child, list))
        return _Said(authors, _kind(words), _joined(children))

    def delivered(self, children: list[_Part]) -> _Said:
        authors, words = children[0], children[1]
        assert isinstance(authors, list)
        return _Said(authors, _kind(str(words)), _joined(children))

    def preposed(self, children: list[_Part]) -> _Said:
        opening, authors = children[0], children[1]
        assert isinstance(authors, list)
        manners = [child.words for child in children if isinstance(child, _Manner)]
        return _Said(authors, _kind(" ".join([str(opening), *manners])), _joined(children))

    def byline(self, children: list[_Part]) -> _Said:
        said = next((child for child in children if isinstance(child, _Said)), None)
        if said is None:
            said = _Said(next(child for child in children if isinstance(child, list)))
        said = said._replace(joined=said.joined + _joined(children))
        last = children[-1]
        if isinstance(last, Token) and last.type in ("BODY", "SENTENCE"):
            return said._replace(body=last.start_pos)
        return said

    def panel(self, children: list[_Part]) -> list[Member]:
        return next((child for child in children if isinstance(child, list)), [])
