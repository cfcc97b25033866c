"""The validator: plain words with line numbers for invalid XML, and never an exception."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import opinion_parser
from opinion_parser.validation import validate_akn

SAMPLE = Path(__file__).parents[2] / "samples/stein-v-clarifai/stein-v-clarifai.txt"


@pytest.fixture(scope="module")
def xml():
    return opinion_parser.convert(SAMPLE, formats=("akn",))["akn"]


def test_our_output_is_valid(xml):
    assert validate_akn(xml) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"</judgmentBody>", b"<p>loose</p></judgmentBody>"),
        (b'eId="header"', b'eId="judgmentBody__x y"'),
        (b"<header", b"<heading"),
        (b"</akomaNtoso>", b""),
    ],
)
def test_damage_is_found_and_has_a_line(xml, before, after):
    assert before in xml
    problems = validate_akn(xml.replace(before, after, 1))
    assert problems
    assert all(problem.line >= 1 and problem.message and "\n" not in problem.message for problem in problems)
    assert all("{http" not in problem.message for problem in problems)


@pytest.mark.parametrize(
    "data", [b"", b"no XML", b"\xff\xfe\x00", b"<a>" * 5000, b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>']
)
def test_what_is_no_akoma_ntoso_has_a_problem(data):
    assert validate_akn(data)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=60))
def test_no_bytes_raise(data):
    assert validate_akn(data)
