"""What a paper is: an opinion, an order, or no decision of a court."""

from __future__ import annotations

import pytest

from opinion_parser.diagnostics import Log
from opinion_parser.enrich.bylines import add_authors
from opinion_parser.enrich.kinds import add_kind
from opinion_parser.enrich.signatures import add_signers
from opinion_parser.nodes import Paragraph, Text
from tests.papers import paper, writing

SIGNED = ["/s/ Jane Doe", "United States District Judge"]


def kind(document, title=None):
    document.caption.title = title
    for step in (add_signers, add_authors, add_kind):
        step(document, Log())
    return document.kind


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("OPINION AND ORDER", "opinion"),
        ("MEMORANDUM AND ORDER", "opinion"),
        ("FINDINGS OF FACT, CONCLUSIONS OF LAW, AND ORDER", "opinion"),
        ("ORDER", "order"),
        ("ORDER GRANTING MOTION TO DISMISS", "order"),
        ("JUDGMENT", "order"),
        ("CIVIL MINUTES - GENERAL", "order"),
        (None, "opinion"),
    ],
)
def test_a_judges_paper_is_what_its_title_says(title, expected):
    assert kind(paper((), writing(signed=SIGNED)), title) == expected


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        ("ORDER", ["The parties shall appear on May 1."], "order"),
        (None, ["We affirm the judgment of the district court."], "opinion"),
        (None, ["IT IS SO ORDERED."], "opinion"),
        (None, ["Proceedings will resume at nine."], "not-an-opinion"),
        ("BRIEF FOR APPELLANT", ["The court granted the motion."], "not-an-opinion"),
        ("DEFENDANT’S MEMORANDUM IN SUPPORT OF MOTION TO DISMISS", ["The Court denied it."], "not-an-opinion"),
        (None, ["Dear Counsel:", "The motion is granted."], "not-an-opinion"),
    ],
)
def test_a_paper_that_no_judge_signs(title, body, expected):
    assert kind(paper((), writing(body=body)), title) == expected


def test_a_letter_that_a_case_manager_signs():
    document = paper((), writing(body=["Dear Counsel:"], signed=["s/Karen S. Fultz", "Case Manager"]))
    assert kind(document) == "not-an-opinion"


def test_a_scan_without_text_is_of_no_known_kind():
    document = paper(stamps=["Case 4:08-cv-02214-SBA Document 26 Filed 01/29/2009 Page 1 of 2"])
    document.opinions[0].blocks = [Paragraph([Text("[no text]")], editorial=True)]
    assert kind(document) == "unknown"
