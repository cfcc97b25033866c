"""Dates as courts print them: one alone, and in the words of captions and stamps."""

from __future__ import annotations

import datetime
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opinion_parser.parsing.dates import find_dates, read_date


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
