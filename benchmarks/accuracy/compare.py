"""The score of a conversion against a true document: per field the F1 of facts in order, and what differs."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import NamedTuple

from benchmarks.accuracy.facts import FIELDS, joins
from benchmarks.accuracy.walk import Node, runs_of, squeeze, text_of


class Score(NamedTuple):
    """A field's score between 0 and 1, the facts that are missing and those that should not be there."""

    field: str
    value: float
    missing: list[str]
    extra: list[str]


def compare(truth: Node, output: Node) -> list[Score]:
    """A score for every field that has a fact in the truth or in the output."""
    scores = [in_order(name, facts(truth), facts(output)) for name, facts in FIELDS.items()]
    scores.append(joined(truth, output))
    return [score for score in scores if score is not None]


def mean(scores: list[Score]) -> float:
    """The mean of the fields' scores."""
    return sum(score.value for score in scores) / len(scores)


def in_order(field: str, true: list[str], found: list[str]) -> Score | None:
    """F1 of the facts that both lists have in the same order; None if neither has any."""
    if not true and not found:
        return None
    steps = SequenceMatcher(None, true, found, autojunk=False).get_opcodes()
    missing = [fact for step, i, j, _, _ in steps if step in ("delete", "replace") for fact in true[i:j]]
    extra = [fact for step, _, _, i, j in steps if step in ("insert", "replace") for fact in found[i:j]]
    same = len(true) - len(missing)
    return Score(field, 2 * same / (len(true) + len(found)), missing, extra)


def joined(truth: Node, output: Node) -> Score | None:
    """The share of the truth's cut sentences that stand whole in some paragraph or footnote of the output."""
    wanted = joins(truth)
    if not wanted:
        return None
    units = [squeeze(text_of(run)) for run in runs_of(output)]
    missing = [join for join in wanted if not any(join in unit for unit in units)]
    return Score("joins", 1 - len(missing) / len(wanted), missing, [])
