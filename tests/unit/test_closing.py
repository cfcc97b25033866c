"""Closing blocks: who signed, as what, and when."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opinion_parser.diagnostics import Log
from opinion_parser.enrich.signatures import add_signers
from opinion_parser.nodes import Signer
from opinion_parser.parsing.closing import read_closing
from tests.papers import paper, writing

FORMS = {
    "a date, a name, an office": (
        ["Dated: March 16, 2021", "SARA L. ELLIS", "United States District Judge"],
        "2021-03-16", [("SARA L. ELLIS", "United States District Judge")],
    ),
    "name and office on one line": (
        ["SARA L. ELLIS United States District Judge"],
        None, [("SARA L. ELLIS", "United States District Judge")],
    ),
    "an office over two lines": (
        ["Dated: March 16, 2021", "Sara L. Ellis", "United States", "District Judge"],
        "2021-03-16", [("Sara L. Ellis", "United States District Judge")],
    ),
    "a rule for the hand": (
        ["DATED: June 7, 2019", "_____________", "JOHN A. KRONSTADT UNITED STATES DISTRICT JUDGE"],
        "2019-06-07", [("JOHN A. KRONSTADT", "UNITED STATES DISTRICT JUDGE")],
    ),
    "a hand and the typed name are one signer": (
        ["/s/ Denise J. Casper", "DENISE J. CASPER", "United States District Judge", "Dated: 3/28/12"],
        "2012-03-28", [("DENISE J. CASPER", "United States District Judge")],
    ),
    "letters for the office": (["s/Jane Doe", "JANE DOE", "U.S.M.J."], None, [("JANE DOE", "U.S.M.J.")]),
    "a stroke read as I, and a place": (
        ["Is/ Thomas Rawles Jones, Jr.", "United States Magistrate Judge", "Alexandria, Virginia"],
        None, [("Thomas Rawles Jones, Jr.", "United States Magistrate Judge")],
    ),
    "by the court": (
        ["BY THE COURT:", "/s/ John M. Gerrard", "John M. Gerrard", "Senior United States District Judge"],
        None, [("John M. Gerrard", "Senior United States District Judge")],
    ),
    "entered for the court": (
        ["Entered for the Court", "Mary Beck Briscoe", "Circuit Judge"],
        None, [("Mary Beck Briscoe", "Circuit Judge")],
    ),
    "the bench concurs": (
        ["RICHARDSON, J.", "WE CONCUR:", "ASHMANN-GERST, Acting P. J.", "CHAVEZ, J."],
        None, [("RICHARDSON", "J."), ("ASHMANN-GERST", "Acting P. J."), ("CHAVEZ", "J.")],
    ),
    "a vote beside the signature": (
        ["James M. Dowd, Judge", "Angela T. Quigless, P.J., and", "Kurt S. Odenwald, J., concur."],
        None, [("James M. Dowd", "Judge")],
    ),
    "a vote whose lines alternate with the signature's": (
        ["Angela T. Quigless, P.J., and", "James M. Dowd, Judge", "Kurt S. Odenwald, J., concur."],
        None, [("James M. Dowd", "Judge")],
    ),
    "a clerk, in two columns": (
        ["FOR THE COURT", "July 15, 2016 /s/ Peter R. Marksteiner", "Date Peter R. Marksteiner", "Clerk of Court"],
        "2016-07-15", [("Peter R. Marksteiner", "Clerk of Court")],
    ),
    "a clerk's office after the name": (["/s/ Margaret Carter, Clerk"], None, [("Margaret Carter", "Clerk")]),
    "a spoken day": (
        ["DATED this 14th day of June, 2022.", "BY THE COURT", "Robert J. Shelby",
         "Chief United States District Judge"],
        "2022-06-14", [("Robert J. Shelby", "Chief United States District Judge")],
    ),
    "place and day on the line of the order": (
        ["So ordered. Dated: New York, New York, June 3, 2020", "JED S. RAKOFF, U.S.D.J."],
        "2020-06-03", [("JED S. RAKOFF", "U.S.D.J.")],
    ),
    "place and day on two lines": (
        ["Dated: New York, New York", "June 3, 2020", "KATHERINE POLK FAILLA", "United States District Judge"],
        "2020-06-03", [("KATHERINE POLK FAILLA", "United States District Judge")],
    ),
    "in chambers": (
        ["DONE and ORDERED in Chambers at Miami, Florida, this 3rd day of June, 2020.", "____________",
         "ROBERT N. SCOLA, JR.", "UNITED STATES DISTRICT JUDGE", "Copies to: Counsel of Record"],
        "2020-06-03", [("ROBERT N. SCOLA, JR.", "UNITED STATES DISTRICT JUDGE")],
    ),
    "two columns run together": (
        ["Dated: 2/1/21 Jane Doe United States District Judge"],
        "2021-02-01", [("Jane Doe", "United States District Judge")],
    ),
    "damaged letters": (
        ["SARA L ELLIS", "Unlted States Distnct ]udge", "March l6, 2O21"],
        "2021-03-16", [("SARA L ELLIS", "Unlted States Distnct ]udge")],
    ),
    "the office's court": (
        ["/s/ Elaine D. Kaplan", "ELAINE D. KAPLAN", "Chief Judge, United States Court of Federal Claims"],
        None, [("ELAINE D. KAPLAN", "Chief Judge, United States Court of Federal Claims")],
    ),
    "the office first": (["Judge Jane Doe", "Judge Mary Roe"], None, [("Jane Doe", "Judge"), ("Mary Roe", "Judge")]),
    "a picture of a signature": (["____________", "United States Magistrate Judge", "Alexandria, Virginia"], None, []),
    "initials that look like an office": (
        ["s/ J.P. Stadtmueller", "J.P. Stadtmueller", "U.S. District Judge"],
        None, [("J.P. Stadtmueller", "U.S. District Judge")],
    ),
    "an initial at the beginning of a line": (
        ["J. RANDAL HALL, CHIEF JUDGE", "UNITED STATES DISTRICT COURT"], None, [("J. RANDAL HALL", "CHIEF JUDGE")],
    ),
    "a vote of several with one title": (["CIKLIN, C.J., GROSS and LEVINE, JJ., concur."], None, []),
    "a certificate of service below": (
        ["s/Sean F. Cox", "Sean F. Cox", "United States District Judge", "Dated: June 3, 2020",
         "I certify that this was served on June 5, 2020", "s/J. McCoy", "Case Manager"],
        "2020-06-03", [("Sean F. Cox", "United States District Judge")],
    ),
    "hands without offices": (
        ["/S/ LAURIE McKINNON", "We Concur:", "/S/ MIKE McGRATH", "/S/ JIM RICE"],
        None, [("LAURIE McKINNON", ""), ("MIKE McGRATH", ""), ("JIM RICE", "")],
    ),
    "a filing date alone": (["Filed: December 11, 2013", "Do not publish"], "2013-12-11", []),
    "no signature at all": (["Decision will be entered under Rule 155."], None, []),
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_forms(form):
    lines, date, signers = FORMS[form]
    closing = read_closing(lines)
    assert (closing.date, [tuple(signer) for signer in closing.signers]) == (date, signers)


def test_of_two_dates_the_one_that_says_so_is_the_date():
    assert read_closing(["Hearing: May 1, 2020", "Dated: May 3, 2020"]).date == "2020-05-03"


def test_places_in_the_lines():
    lines = ["Dated: March 16, 2021", "/s/ Sara L. Ellis", "SARA L. ELLIS, District Judge"]
    spans = read_closing(lines).spans
    assert [(span.kind, span.signer, lines[span.line][span.start : span.end]) for span in spans] == [
        ("date", 0, "March 16, 2021"),
        ("signer", 0, "SARA L. ELLIS"),
        ("role", 0, "District Judge"),
    ]


WORDS = st.sampled_from(
    ["/s/", "JANE DOE", ", ", "J.", "United States District Judge", "Clerk", "Dated: ", "May 3, 2020", "ENTER", "___",
     "Judge ", "concur.", " and", "Miami, Florida", "Jr.", "5/3/20", "this", "\n"]
)  # fmt: skip


@given(st.lists(st.text() | st.lists(WORDS | st.text(max_size=3)).map(" ".join)))
def test_any_lines_can_be_read(lines):
    text = "\n".join(lines).split("\n")
    closing = read_closing(text)
    for span in closing.spans:
        assert 0 <= span.start < span.end <= len(text[span.line])
        assert span.kind == "date" or span.signer < len(closing.signers)


@pytest.mark.parametrize(
    "piece",
    ["A", "A ", "A. ", "A, J., ", "A, J.\n", "Jane Doe, J., and ",
     "Jane Doe, ", "A and ", "/s/ ", "/s/ A ", "Dated ", "Dated: New York ", "1 ",
     "Judge ", "Jane Doe ", "Chief United States ", "May ", "\n", "_", "de la "],
)  # fmt: skip
def test_time_grows_with_the_length(piece):
    begin = time.perf_counter()
    read_closing([piece * 2000])
    assert time.perf_counter() - begin < 3


def test_a_document_gets_names_in_reading_form_and_marks():
    signed = ["Dated: March 16, 2021", "/s/ Sara L. Ellis", "SARA L. ELLIS", "United States District Judge"]
    document = paper((), writing(signed=signed), writing())
    add_signers(document, Log())
    signature = document.opinions[0].signature
    assert (signature.date, signature.signers) == (
        "2021-03-16",
        [Signer("Sara L. Ellis", "United States District Judge")],
    )
    assert [(mark.kind, mark.index, signed[mark.line][mark.start : mark.end]) for mark in signature.marks] == [
        ("date", 0, "March 16, 2021"),
        ("signer", 0, "SARA L. ELLIS"),
        ("role", 0, "United States District Judge"),
    ]
