"""Dates as courts print them: one alone, and in the words of captions and stamps."""

from __future__ import annotations

import datetime
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opinion_parser.diagnostics import Log
from opinion_parser.enrich.dates import add_dates
from opinion_parser.enrich.signatures import add_signers
from opinion_parser.parsing.dates import find_dates, read_date
from tests.papers import paper, writing


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("March 16, 2021", "2021-03-16"),
        ("Sept. 9, 2003", "2003-09-09"),
        ("Feb 07, 2019", "2019-02-07"),
        ("AUG 22 2025", "2025-08-22"),
        ("JAN - 4 2011", "2011-01-04"),
        ("15 July 2024", "2024-07-15"),
        ("26th day of March, 2012", "2012-03-26"),
        ("4th day of February, two thousand ten", "2010-02-04"),
        ("4th day of February, two thousand and twenty-six", "2026-02-04"),
        ("12/30/20", "2020-12-30"),
        ("3/9/1997", "1997-03-09"),
        ("09/30/97", "1997-09-30"),
        ("7-15-2025", "2025-07-15"),
        ("2021-03-16", "2021-03-16"),
    ],
)
def test_forms(text, expected):
    assert read_date(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("March l6, 2O21", "2021-03-16"),
        ("March ll, 2021", "2021-03-11"),
        ("Decernber l2, 2O13", "2013-12-12"),
        ("Ju1y 3, 2025", "2025-07-03"),
        ("0ctober 1O, 2019", "2019-10-10"),
        ("August 5 , 2016", "2016-08-05"),
        ("March 16. 2021", "2021-03-16"),
    ],
)
def test_letters_that_an_engine_took_for_others(text, expected):
    assert read_date(text) == expected


@pytest.mark.parametrize("text", ["", "May", "February 30, 2020", "13/13/2020", "No. 19-2021", "March 2021"])
def test_what_is_no_date(text):
    assert read_date(text) is None


@given(st.dates(datetime.date(1970, 1, 1), datetime.date(2069, 12, 31)), st.sampled_from(
    ["{d:%B} {d.day}, {d.year}", "{d.day} {d:%b} {d.year}", "{d.day}th day of {d:%B}, {d.year}", "{d:%m/%d/%y}"]
))  # fmt: skip
def test_every_day_of_the_calendar_is_read_back(day, form):
    assert read_date(form.format(d=day)) == day.isoformat()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Argued: October 29, 2009 Decided: February 5, 2010", [("argued", "2009-10-29"), ("decided", "2010-02-05")]),
        ("No. 07–513. Argued October 7, 2008—Decided January 14, 2009",
         [("argued", "2008-10-07"), ("decided", "2009-01-14")]),
        ("Submitted April 16, 2025—Filed May 16, 2025", [("submitted", "2025-04-16"), ("filed", "2025-05-16")]),
        ("Decided and Entered:August 8, 2024", [("entered", "2024-08-08")]),
        ("Opinion filed March 19, 2020.", [("opinion filed", "2020-03-19")]),
        ("Filed Under Seal: July 28, 2022 Reissued: August 16, 2022 *",
         [("filed under seal", "2022-07-28"), ("reissued", "2022-08-16")]),
        ("Decision Date: 09/30/25", [("decision date", "2025-09-30")]),
        ("[June 25, 2007]", [("", "2007-06-25")]),
        ("Case 1:20-cv-02760-KPF Document 39 Filed 12/30/20 Page 1 of 16", [("filed", "2020-12-30")]),
        ("Case3:14-cv-03120-RS Document38 Filed02/20/15 Page1 of 12", [("filed", "2015-02-20")]),
        ("Docket Nos. 19031-13, 27735-13, Filed February 20, 2020.", [("filed", "2020-02-20")]),
        ("Redacted Version Issued for Publication: April 28, 20201", [("publication", "2020-04-28")]),
        ("NO. 03-07-00108-CV", []),
        ("Filed 2/30/20", []),
    ],
)  # fmt: skip
def test_dates_in_a_caption_and_what_happened_then(text, expected):
    found = find_dates(text)
    assert [(date.event, date.date) for date in found] == expected
    assert all(read_date(text[date.start : date.end]) == date.date for date in found)


@given(st.text(alphabet=st.sampled_from("MarchDecid 0123456789,./-lO[]\n") | st.characters()))
def test_any_text_can_be_searched(text):
    for date in find_dates(text):
        datetime.date.fromisoformat(date.date)


@pytest.mark.parametrize("piece", ["March ", "1/", "two thousand ", "decided ", "12 ", "[", "a", "31 of day of "])
def test_time_grows_with_the_length(piece):
    begin = time.perf_counter()
    find_dates(piece * 4000)
    assert time.perf_counter() - begin < 3


def dated(document):
    log = Log()
    add_signers(document, log)
    add_dates(document, log)
    assert [entry.code for entry in log.entries] == ([] if document.date else ["no-date"])
    return document.date


@pytest.mark.parametrize(
    "caption",
    [
        ["Argued: October 29, 2009", "Decided: February 5, 2010"],
        ["(Argued: January 25, 2010 Decided: February 5, 2010)"],
        ["Submitted: January 8, 2010", "Filed: February 5, 2010"],
        ["No. 09–940 Decided February 5, 2010"],
        ["Docket Nos. 19031-13, 27735-13, Filed February 5, 2010."],
        ["Entered: February 5, 2010"],
        ["DECIDED:", "February 5, 2010"],
        ["Argued January 4, 2010", "[February 5, 2010]"],
        ["February 5, 2010", "Before KELLY, EBEL, and O’BRIEN, Circuit Judges."],
        ["Decided: February 5, 2010", "Filed: February 9, 2010"],
        ["Appeal from the Judgment of Sentence Entered March 3, 2008", "FILED FEBRUARY 5, 2010"],
        ["ORDER Filed: February 5, 2010"],
        ["Matter of Doe v Roe 2010 NY Slip Op 01018 [125 AD3d 1309] February 5, 2010 Appellate Division"],
        ["In re Search Warrant Issued to Google, Inc. on August 24, 2009", "Filed 2/5/10"],
    ],
)
def test_the_day_in_a_caption(caption):
    assert dated(paper(caption, writing())) == "2010-02-05"


@pytest.mark.parametrize(
    "caption",
    [
        ["Argued: October 29, 2009"],
        ["Submitted: January 8, 2010", "Heard January 9, 2010"],
        ["Appeal from an order entered May 3, 2009"],
        ["In re Search Warrant Issued to Google, Inc. on August 24, 2009"],
        [],
    ],
)
def test_no_day_is_better_than_a_wrong_one(caption):
    assert dated(paper(caption, writing(body=["On May 1, 2009, the plaintiff filed a complaint."]))) is None


def test_the_closing_block_is_trusted_most():
    signed = ["Dated: March 16, 2021", "SARA L. ELLIS", "United States District Judge"]
    document = paper(["Filed: March 17, 2021"], writing(signed=signed), stamps=["Filed: 03/18/21 Page 1 of 10"])
    assert dated(document) == "2021-03-16"


def test_a_last_paragraph_that_dates_the_order():
    body = ["The motion of May 1, 2012 is before the court.", "ENTERED this 26th day of March, 2012."]
    assert dated(paper((), writing(body=body), stamps=["Document 2 Filed 03/27/12 Page 1 of 1"])) == "2012-03-26"


def test_a_byline_with_a_day():
    assert dated(paper((), writing("Smith, J. September 29, 2015"), stamps=["Filed 10/01/15"])) == "2015-09-29"


def test_a_line_of_the_body_that_tells_the_day():
    document = paper((), writing(body=["____ DECIDED: July 16, 2008 ____", "Peter J. Lizzio petitions for review."]))
    assert dated(document) == "2008-07-16"


def test_a_day_after_a_citation_in_the_first_paragraph():
    body = ["Matter of Doe 2003 NY Slip Op 18040 [1 AD3d 6] November 3, 2003 As corrected through January 7, 2004"]
    assert dated(paper((), writing(body=body))) == "2003-11-03"


def test_an_announcement_of_the_day_in_the_front_matter():
    document = paper((), writing(), front=["No. 07–513. Argued October 7, 2008—Decided January 14, 2009"])
    assert dated(document) == "2009-01-14"
    assert [(date.kind, date.date) for date in document.caption.dates] == [
        ("argued", "2008-10-07"),
        ("decided", "2009-01-14"),
    ]


@pytest.mark.parametrize(
    "stamps",
    [
        ["Case 1:11-cv-10852-DJC Document 24 Filed 03/28/12 Page 1 of 27"],
        ["Case3:14-cv-03120-RS Document38 Filed03/28/12 Page1 of 12"],
        ["FILED", "United States Court of Appeals", "Tenth Circuit", "March 28, 2012", "Clerk of Court"],
        ["Document 24-1 Filed 01/02/12 Page 3 of 9", "Document 25 Filed 03/28/12 Page 1 of 2"],
    ],
)
def test_stamps_are_the_last_resort(stamps):
    assert dated(paper(["Argued: October 29, 2011"], writing(), stamps=stamps)) == "2012-03-28"


def test_dates_of_the_caption_are_marked():
    lines = ["No. 08-2373", "Argued: October 29, 2009   Decided: February 5, 2010"]
    document = paper(lines, writing())
    dated(document)
    marks = document.caption.marks
    assert [(mark.kind, mark.index, lines[mark.line][mark.start : mark.end]) for mark in marks] == [
        ("date", 0, "October 29, 2009"),
        ("date", 1, "February 5, 2010"),
    ]
