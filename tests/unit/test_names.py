"""Reading forms of judges' names."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opinion_parser.enrich.names import reading_name

PRINTED = [
    ("SARA L. ELLIS", "Sara L. Ellis"),
    ("Benson E. LEGG", "Benson E. Legg"),
    ("TERRENCE L. O’BRIEN", "Terrence L. O’Brien"),
    ("O'ROURKE", "O'Rourke"),
    ("D’AURIA", "D’Auria"),
    ("STEPHEN R. McCULLOUGH", "Stephen R. McCullough"),
    ("MCNEILL", "McNeill"),
    ("MacKINNON", "MacKinnon"),
    ("ASHMANN-GERST", "Ashmann-Gerst"),
    ("CARREÑO-COLL", "Carreño-Coll"),
    ("JUAN DE LA CRUZ", "Juan de la Cruz"),
    ("DE LA CRUZ", "De La Cruz"),
    ("GREGORY F. VAN TATENHOVE", "Gregory F. Van Tatenhove"),
    ("ST. EVE", "St. Eve"),
    ("THOMAS RAWLES JONES, JR.", "Thomas Rawles Jones, Jr."),
    ("MARSHALL L. DAVIDSON, III", "Marshall L. Davidson, III"),
    ("T.S. ELLIS III", "T.S. Ellis III"),
    ("P. KEVIN CASTEL", "P. Kevin Castel"),
    ("SARA L ELLIS", "Sara L Ellis"),
    ("MORSE", "Morse"),
]


@pytest.mark.parametrize(("printed", "expected"), PRINTED)
def test_capitals_become_small_where_a_sentence_has_them_small(printed, expected):
    assert reading_name(printed) == expected


@pytest.mark.parametrize("expected", [expected for _, expected in PRINTED])
def test_a_reading_form_is_left_alone(expected):
    assert reading_name(expected) == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("M O R S E", "Morse"),
        ("R EENA R AGGI", "Reena Raggi"),
        ("B ARRINGTON D. P ARKER", "Barrington D. Parker"),
        ("KYLE A.HIXSON", "Kyle A. Hixson"),
        ("SAR.A L. ELLIS", "Sara L. Ellis"),
    ],
)
def test_words_that_the_text_layer_tore_are_whole(printed, expected):
    assert reading_name(printed) == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("The Honorable David O. Carter", "David O. Carter"),
        ("Hon. Silvia L. Carreño-Coll", "Silvia L. Carreño-Coll"),
        ("Judge Sara L. Ellis", "Sara L. Ellis"),
        ("Chief Justice ROBERTS", "Roberts"),
        ("GIBSON,1", "Gibson"),
        ("Baldock,*", "Baldock"),
        ("  DAVID   O.\nCARTER ", "David O. Carter"),
    ],
)
def test_what_is_no_part_of_the_name_is_left_out(printed, expected):
    assert reading_name(printed) == expected


def test_a_title_without_a_name_stays():
    assert reading_name("THE CHIEF JUSTICE") == "The Chief Justice"


@given(st.lists(st.text(string.ascii_uppercase, min_size=2, max_size=12), min_size=1, max_size=4).map(" ".join))
def test_the_letters_of_a_name_in_capitals_stay(printed):
    assert reading_name(f"X. {printed}").upper() == f"X. {printed}"


@given(st.text())
def test_any_text_has_a_reading_form(text):
    assert len(reading_name(text)) <= 2 * len(text)
