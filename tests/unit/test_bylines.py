"""Authors and kinds of writings: the byline, an announcement, a signature."""

from __future__ import annotations

import pytest

from opinion_parser.diagnostics import Log
from opinion_parser.enrich.bylines import add_authors, announced
from opinion_parser.enrich.signatures import add_signers
from tests.papers import paper, writing


def authors(document):
    add_signers(document, Log())
    add_authors(document, Log())
    return [(opinion.kind, opinion.author) for opinion in document.opinions]


def test_a_byline_names_author_and_kind():
    document = paper((), writing("O’SCANNLAIN, Circuit Judge:"), writing("THOMAS, Circuit Judge, dissenting in part:"))
    assert authors(document) == [("majority", "O’Scannlain"), ("dissent-in-part", "Thomas")]


def test_two_authors_of_one_writing():
    assert authors(paper((), writing("MILLETT and GARCIA, Circuit Judges:"))) == [("majority", "Millett and Garcia")]


def test_per_curiam_has_no_author_whoever_signs():
    document = paper((), writing("Per Curiam:*", signed=["/s/ Jane Doe", "Circuit Judge"]))
    assert authors(document) == [("per-curiam", None)]


def test_without_a_byline_the_judge_who_signs_is_the_author():
    document = paper((), writing(signed=["BY THE COURT:", "SARA L. ELLIS", "United States District Judge"]))
    assert authors(document) == [("majority", "Sara L. Ellis")]


def test_a_heading_of_the_court_leaves_the_author_to_the_signature():
    document = paper((), writing("BY THE COURT:", signed=["SARA L. ELLIS", "United States District Judge"]))
    assert authors(document) == [("majority", "Sara L. Ellis")]


def test_of_several_signatures_the_first_is_the_authors():
    signed = ["RICHARDSON, J.", "WE CONCUR:", "ASHMANN-GERST, Acting P. J.", "CHAVEZ, J."]
    assert authors(paper((), writing(signed=signed))) == [("majority", "Richardson")]


def test_a_clerk_is_no_author():
    document = paper((), writing(signed=["By the Court:", "/s/ Margaret Carter, Clerk"]))
    assert authors(document) == [("majority", None)]


@pytest.mark.parametrize(
    ("caption", "signed", "author"),
    [
        ("Judge Jane Q. Doe", "s/ Jane Doe", "Jane Doe"),
        ("Hon. Jane Q. Doe", "s/ Jane Doe, Jr.", "Jane Doe, Jr."),
        ("JANE DOE, Plaintiff", "s/ Jane Doe", None),
        ("Judge Mary Roe", "s/ Jane Doe", None),
    ],
)
def test_a_hand_without_an_office_is_a_judges_where_the_caption_names_one(caption, signed, author):
    assert authors(paper([caption], writing(signed=[signed]))) == [("majority", author)]


def test_a_hand_under_by_the_court_is_a_judges():
    assert authors(paper((), writing(signed=["BY THE COURT:", "s/ Jane Doe"]))) == [("majority", "Jane Doe")]


def test_announcements_name_who_joined():
    said = announced(["A summary.", "Judge Roe wrote the opinion, in which Judge Doe and Judge Poe joined."])
    assert (said.authors, said.joined) == (["Roe"], ["Doe", "Poe"])


def test_an_announcement_in_the_front_matter():
    announced = (
        "Presiding Judge Marshall L. Davidson, III, delivered the opinion of the Board in which Judge Roe joined."
    )
    assert authors(paper((), writing(), front=["A summary.", announced])) == [("majority", "Marshall L. Davidson, III")]


def test_an_announcement_in_the_caption():
    assert authors(paper(["IN RE DOE", "Per curiam.", "O R D E R"], writing())) == [("per-curiam", None)]


def test_the_judge_below_is_not_the_author():
    assert authors(paper(["Robert L. Miller, Jr., Judge."], writing())) == [("majority", None)]


def test_a_further_writing_without_a_byline_is_of_no_known_kind():
    assert authors(paper((), writing("STRAS, Circuit Judge."), writing())) == [("majority", "Stras"), ("unknown", None)]


def test_an_author_in_the_caption_over_the_docket():
    caption = ["DOE", "OPINION BY", "v. Record No. 250002", "JUSTICE STEPHEN R. McCULLOUGH", "June 5, 2025"]
    assert authors(paper(caption, writing())) == [("majority", "Stephen R. McCullough")]


def test_an_author_beside_the_docket():
    caption = ["DOE MEMORANDUM OPINION* BY", "v. Record No. 250002 JUDGE MARY GRACE O’BRIEN"]
    assert authors(paper(caption, writing())) == [("majority", "Mary Grace O’Brien")]


def test_an_author_alone_on_a_line_of_the_caption():
    assert authors(paper(["STATE OF MINNESOTA", "Thissen, J."], writing())) == [("majority", "Thissen")]


def test_judges_alone_on_lines_of_the_caption_are_the_bench():
    assert authors(paper(["MARK C. DILLON, J.P.", "RUTH C. BALKIN, J."], writing())) == [("majority", None)]


def test_a_heading_gives_the_kind_and_the_signature_the_author():
    dissent = writing(signed=["/s/ Jane Doe", "Associate Justice"])
    dissent.caption_lines = ["IN THE SUPREME COURT", "DISSENTING OPINION"]
    assert authors(paper((), writing("STRAS, J."), dissent)) == [("majority", "Stras"), ("dissent", "Jane Doe")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("McCarthy, J. Appeal from an order of the County Court.", ("majority", "McCarthy")),
        ("REENA RAGGI, Circuit Judge, concurring in the judgment: I join", ("concurrence-in-judgment", "Reena Raggi")),
        ("Per Curiam.", ("per-curiam", None)),
        ("Robert L. Miller, Jr., Judge.", ("majority", None)),
        ("Smith, J., argued that the claim was barred.", ("majority", None)),
    ],
)
def test_a_byline_in_the_first_paragraphs(text, expected):
    assert authors(paper((), writing(body=["In the Matter of Doe.", text]))) == [expected]
