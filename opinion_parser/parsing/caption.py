"""A caption taken apart (grammars/caption.lark): which cells name the court, the parties, the dockets and so on.

The result is plain: stretches of cells by kind, which know their places in the caption's lines. What they mean (reading
names, roles, court ids) is for enrichment.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from lark import Token, Transformer

from opinion_parser.parsing.caption_cells import Cell, Rows, cells_of
from opinion_parser.parsing.grammars import load
from opinion_parser.parsing.line_lexer import LineLexer
from opinion_parser.parsing.parties import TURN
from opinion_parser.parsing.stretch import Stretch

if TYPE_CHECKING:
    from lark import Lark

__all__ = ["CaptionReading", "cell_kinds", "read_caption"]


@dataclass(slots=True)
class CaptionReading:
    """The stretches of a caption by kind, each kind in reading order.

    ``cases``: the words about parties, one stretch for each part of the caption that a court's name heads (a short
    title may stand above the first); runs of cells are parted by ``parties.TURN``. ``matters``: "In re X", without
    those that belong to a case. ``history``: how the case came here, with the court below, its numbers and judge.
    """

    courts: list[Stretch] = field(default_factory=list)
    cases: list[Stretch] = field(default_factory=list)
    matters: list[Stretch] = field(default_factory=list)
    dockets: list[Stretch] = field(default_factory=list)
    lower: list[Stretch] = field(default_factory=list)
    history: list[Stretch] = field(default_factory=list)
    judges: list[Stretch] = field(default_factory=list)
    panels: list[Stretch] = field(default_factory=list)
    titles: list[Stretch] = field(default_factory=list)
    dates: list[Stretch] = field(default_factory=list)
    legends: list[Stretch] = field(default_factory=list)
    citations: list[Stretch] = field(default_factory=list)


def read_caption(lines: Sequence[str], rows: Rows) -> CaptionReading:
    """Take a caption apart. ``lines`` and ``rows`` as in ``nodes.Caption``. Never fails: unknown words are left out."""
    parts = list(_parts(cells_of(lines, rows)))
    reading = CaptionReading()
    for part in parts:
        kept = getattr(reading, _FIELDS.get(part.rule, ""), None)
        if kept is not None:
            kept.append(Stretch.of(part.cells))
    for case in _cases(parts):
        reading.cases.append(Stretch.of(case))
    reading.matters = [Stretch.of(part.cells) for part in parts if part.rule == "matter" and not part.used]
    return reading


def _parts(cells: Sequence[Cell]) -> Iterator[_Part]:
    """The parts of a caption; a history into which the next of several cases was read ends where that case begins.

    "No. 30-884 / ROE v. DOE / ON APPLICATION FOR STAY / No. 30-885 / ROE v. POE / ON APPLICATION FOR STAY"
    """
    parts: list[_Part] = _parser().parse(cells)  # type: ignore[assignment]  # see _Builder
    opposed = False
    for part in parts:
        at = _next_case(part) if opposed and part.rule == "history" else None
        opposed = opposed or not _VERSUS.isdisjoint(part.kinds)
        if at is None:
            yield part
        else:
            yield _Part(part.rule, part.cells[:at], part.kinds[:at])
            yield from _parts(part.cells[at:])


_NEXT_CASE = 6
"""So many cells below its number a case is named."""


def _next_case(history: _Part) -> int | None:
    """Where a history goes on with a docket number and the names of another case."""
    for i, kind in enumerate(history.kinds):
        below = history.cells[i + 1 : i + 1 + _NEXT_CASE]
        if i and kind == "HISTORY_DOCKET" and any(re.search(r"\bv\. ", cell.text) for cell in below):
            return i
    return None


def cell_kinds(lines: Sequence[str], rows: Rows) -> list[tuple[str, Cell]]:
    """The kind that the lexer gives each cell, as the parser meets them: how a rule is understood."""
    interactive = _parser().parse_interactive(cells_of(lines, rows), start="caption")
    return [(token.type, token.value) for token in interactive.iter_parse()]


_FIELDS = {
    "court": "courts", "docket": "dockets", "lower": "lower", "history": "history", "judge": "judges",
    "panel": "panels", "roster": "panels", "title": "titles", "dated": "dates", "legend": "legends",
    "citation": "citations",
}  # fmt: skip
"""The field that a rule's cells go to."""

# ---------------------------------------------------------------- what belongs to a case

_BETWEEN = frozenset({"docket", "lower", "citation", "dated", "judge", "legend", "rule", "aside", "turn", "title"})
"""What may stand between the words of one side: "v. / No. 12-34 / JANE ROE"."""
_VERSUS_AT_END = re.compile(r"(?:^|[\s,;])(?:vs?\.?|versus|VS?\.|VERSUS)$|[-–—]$")


_VERSUS = frozenset({"VERSUS", "CASE"})


def _cases(parts: Sequence[_Part]) -> Iterator[list[Cell]]:
    """The cells about parties of each part of the caption that a court's name begins."""
    case: list[Cell] = []
    opposed = closed = False
    for i, part in enumerate(parts):
        if part.rule == "court" and case:
            yield case
            case, opposed, closed = [], False, False
        closed = closed or (opposed and part.rule == "history")
        if part.rule != "run" or part.used:
            continue
        versus = not _VERSUS.isdisjoint(part.kinds)
        if closed and not versus:
            continue  # counsel "for / Appellant" below the history
        opposed = opposed or versus
        before, after = _neighbour(parts, i, -1), _neighbour(parts, i, 1)
        cells = _pairs(part, more=_again_opposed(parts, i))
        if before is not None and _goes_on(before, part):
            before.used = True
            cells = [*before.cells, *cells]
        if after is not None and after.rule == "stray" and _open(part):
            after.used = True
            cells += after.cells
        case += [_turn_cell(), *cells] if case else cells
    if case:
        yield case


def _again_opposed(parts: Sequence[_Part], at: int) -> bool:
    """Whether a versus follows the part ``at`` before another court's name does."""
    following = itertools.takewhile(lambda part: part.rule != "court", parts[at + 1 :])
    return any(part.rule == "run" and not _VERSUS.isdisjoint(part.kinds) for part in following)


def _pairs(run: _Part, *, more: bool) -> list[Cell]:
    """The cells of a run, a turn before each that begins the next of several cases decided together.

    "ROE BANK, N. A., PETITIONER / v. / JANE DOE / ROE BANK, N. A., PETITIONER / v. / JOHN POE": below a versus, a name
    with a role that no comma joins to the name above it, and that another versus follows, is no more of that side. Nor
    is a name below "Defendants.".
    """
    cells: list[Cell] = []
    below = False
    again = _named_again(run)
    for i, (cell, kind) in enumerate(zip(run.cells, run.kinds, strict=True)):
        later = more or not _VERSUS.isdisjoint(run.kinds[i + 1 :])
        closed = kind == "ROLED" and cells and not _JOINED.search(cells[-1].text.rstrip())
        closed = closed or (kind == "TEXT" and i > 0 and run.kinds[i - 1] == "ROLE" and cells[-1].text.endswith("."))
        if i in again or (below and later and closed):
            cells.append(_turn_cell())
        cells.append(cell)
        below = below or kind in _VERSUS
    return cells


def _named_again(run: _Part) -> set[int]:
    """Where a run names one of its parties once more, to say its role.

    "JANE ROE / v. / ROE ROWING CLUB; / HUGH DOE, as head coach / Roe Rowing Club, / Appellant"
    """
    found: set[int] = set()
    for i, kind in enumerate(run.kinds):
        for first in (i - 1, i - 2):
            if kind != "ROLE" or first < 1 or set(run.kinds[first:i]) != {"TEXT"}:
                continue
            name = _bare(" ".join(cell.text for cell in run.cells[first:i]))
            above = [_bare(part) for part in _NAMES.split("\n".join(cell.text for cell in run.cells[:first]))]
            if name in above:
                found.add(first)
    return found


_NAMES = re.compile(r"[,;]|\n(?:vs?\.?|versus|and)\n", re.IGNORECASE)


def _bare(name: str) -> str:
    return re.sub(r"\W+", " ", name.casefold()).strip()


_JOINED = re.compile(r"[,;&]$|\b(?:and|of|the|for)$", re.IGNORECASE)


def _neighbour(parts: Sequence[_Part], at: int, step: int) -> _Part | None:
    """The next part before or after ``at`` that is more than what may stand between the words of a side."""
    at += step
    while 0 <= at < len(parts) and parts[at].rule in _BETWEEN:
        at += step
    return parts[at] if 0 <= at < len(parts) and not parts[at].used else None


def _goes_on(before: _Part, run: _Part) -> bool:
    """Whether a run of cells begins in the middle of a side, whose first words are in the part before it."""
    if before.rule == "stray":
        return run.kinds[0] in ("VERSUS", "ROLE", "AND")
    if before.rule == "matter":
        # "In re Jane Roe, / Petitioner", "In the Matter of Jane Roe, on behalf of / Roe LLC, Appellant, v"
        ended = before.cells[-1].text.endswith(".")
        return run.kinds[0] in ("VERSUS", "ROLE") or (run.kinds[0] != "TEXT" and not ended)
    return False


def _open(run: _Part) -> bool:
    """Whether a run ends in a versus, so that the other side is still to come."""
    return run.kinds[-1] == "VERSUS" or (
        run.kinds[-1] == "CASE" and _VERSUS_AT_END.search(run.cells[-1].text.rstrip()) is not None
    )


def _turn_cell() -> Cell:
    return Cell(-1, TURN)


# ---------------------------------------------------------------- parsing


@dataclass(slots=True)
class _Part:
    """What a rule took: its cells, and the kinds that the lexer gave them."""

    rule: str
    cells: list[Cell]
    kinds: list[str]
    used: bool = False


class _Cells(NamedTuple):
    cells: list[Cell]
    kinds: list[str]


class _Builder(Transformer[Token, object]):
    """Makes a list of parts of the caption; rules in between give their cells."""

    def caption(self, children: list[list[_Part]]) -> list[_Part]:
        return children[0]

    def settled(self, children: list[object]) -> list[_Part]:
        if not children:
            return []
        known: list[_Part] = children[0] if isinstance(children[0], list) else []
        known += [child for child in children if isinstance(child, _Part)]
        return known

    running = settled

    def texts(self, children: list[Token | _Cells]) -> _Cells:
        return _gather(children)

    mark = texts

    def __default__(self, data: object, children: list[Token | _Cells | _Part], meta: object) -> _Part:
        gathered = _gather(children)
        return _Part(str(data), gathered.cells, gathered.kinds)


def _gather(children: Iterable[Token | _Cells | _Part]) -> _Cells:
    cells: list[Cell] = []
    kinds: list[str] = []
    for child in children:
        if isinstance(child, Token):
            cells.append(child.value)
            kinds.append(child.type)
        else:
            cells += child.cells
            kinds += child.kinds
    return _Cells(cells, kinds)


@cache
def _parser() -> Lark:
    return load("caption", start="caption", lexer=LineLexer, transformer=_Builder())
