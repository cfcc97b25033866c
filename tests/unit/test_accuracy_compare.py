"""The comparison that scores samples: the truth scores 1, and each damage lowers its own field alone."""

from __future__ import annotations

import copy
import json
from pathlib import Path

import pytest

from benchmarks.accuracy.compare import compare, mean

TRUTH = json.loads(
    (Path(__file__).parents[2] / "samples/prairie-lantern/prairie-lantern.truth.json").read_text(encoding="utf-8")
)


def scores(damaged):
    return {score.field: score for score in compare(TRUTH, damaged)}


def test_the_truth_scores_one_and_shows_no_difference():
    found = compare(TRUTH, copy.deepcopy(TRUTH))
    assert mean(found) == 1
    assert not [score for score in found if score.missing or score.extra]


def lose_a_party(document):
    del document["caption"]["parties"][1]


def flatten_a_heading(document):
    document["opinions"][0]["blocks"][3]["blocks"][1]["level"] = 1


def unlink_a_note(document):
    heading = document["opinions"][0]["blocks"][1]["heading"]
    heading[1]["footnote"] = None


def cut_a_note(document):
    inlines = document["opinions"][0]["footnotes"][2]["blocks"][0]["inlines"]
    del inlines[next(i for i, n in enumerate(inlines) if n["type"] == "page_break") :]


def lose_italics(document):
    first = document["opinions"][0]["footnotes"][0]["blocks"][0]["inlines"]
    first[1] = first[1]["inlines"][0]


def keep_a_stamp(document):
    del document["furniture"][0]


def mistake_a_stamp(document):
    document["furniture"][0]["kind"] = "running-head"


def move_a_page(document):
    """The page begins one paragraph later than it does."""
    blocks = document["opinions"][0]["blocks"][1]["blocks"]
    inlines = blocks[0]["inlines"]
    turn = inlines.pop(next(i for i, n in enumerate(inlines) if n["type"] == "page_break"))
    blocks[1]["inlines"].insert(0, turn)


def lose_the_kind(document):
    document["kind"] = "order"


@pytest.mark.parametrize(
    ("damage", "fields"),
    [
        (lose_a_party, {"parties", "roles"}),
        (flatten_a_heading, {"headings"}),
        (unlink_a_note, {"note_refs"}),
        (cut_a_note, {"notes", "joins", "pages"}),
        (lose_italics, {"emphasis"}),
        (keep_a_stamp, {"furniture"}),
        (mistake_a_stamp, {"furniture"}),
        (move_a_page, {"pages"}),
        (lose_the_kind, {"kind"}),
    ],
)
def test_damage_shows_in_its_own_fields(damage, fields):
    damaged = copy.deepcopy(TRUTH)
    damage(damaged)
    found = scores(damaged)
    assert {name for name, score in found.items() if score.value < 1} == fields
    assert all(found[name].missing for name in fields)


def test_a_paragraph_cut_at_the_page_end_is_no_join():
    damaged = copy.deepcopy(TRUTH)
    blocks = damaged["opinions"][0]["blocks"][1]["blocks"]
    whole = blocks[0]["inlines"]
    at = next(i for i, n in enumerate(whole) if n["type"] == "page_break")
    blocks[0:1] = [{"type": "paragraph", "inlines": whole[:at]}, {"type": "paragraph", "inlines": whole[at:]}]
    found = scores(damaged)
    assert found["joins"].missing == ["etwork around the clock and to send a crew withi"]
    assert found["joins"].value == pytest.approx(4 / 5)
