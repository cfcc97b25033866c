"""The grammars of captions: no conflicts, any cells and any words parse, and every kind has its place."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opinion_parser.parsing.caption import cell_kinds, read_caption
from opinion_parser.parsing.dockets import read_dockets
from opinion_parser.parsing.grammars import load
from opinion_parser.parsing.line_lexer import LineLexer
from opinion_parser.parsing.parties import read_parties
from opinion_parser.parsing.word_lexer import WordLexer
from tests.captions import caption_of


@pytest.mark.parametrize(
    ("name", "start", "lexer"),
    [
        ("caption", "caption", LineLexer),
        ("cells", "line", WordLexer),
        ("parties", "parties", WordLexer),
        ("dockets", "dockets", WordLexer),
    ],
)
def test_no_conflicts(name, start, lexer):
    load(name, start=start, lexer=lexer, strict=True)


PIECES = st.sampled_from(
    [
        "JANE ROE,", "Jane Roe", "and", "AND", "v.", "-against-", "Plaintiff,", "Defendants and Appellants.", "et al.,",
        "individually and on behalf of others", "WARDEN", ";", ",", "(Roe)", ")", "§", "UNITED STATES DISTRICT COURT",
        "FOR THE", "NORTHERN DISTRICT OF ILLINOIS", "No. 20 C 1937", "2007-3224", "(D.C. No. 1:20-cv-1)", "ORDER",
        "Appeal from the", "Before ROE and DOE, Circuit Judges.", "Hon. Jane Doe", "In re", "Filed May 1, 2020",
        "NOT FOR PUBLICATION", "____", "␞", "“Roe,”", "F OR THE S ECOND C IRCUIT", "S C W", "Inc.", "D. J", "",
    ]
)  # fmt: skip
WORDS = st.one_of(st.text(max_size=30), st.lists(PIECES, max_size=6).map(" ".join))


@given(st.lists(st.tuples(WORDS, st.sampled_from(["full", "left", "right"])), max_size=12))
def test_any_cells_parse_and_no_cell_is_lost(cells):
    lines = [" ".join(text.split()) for text, _ in cells]
    rows = [
        [index] if column == "full" else [index, None] if column == "left" else [None, index]
        for index, (_, column) in enumerate(cells)
    ]
    kept = {tuple(spot) for kind, cell in cell_kinds(lines, rows) if kind != "PAGE_BREAK" for spot in cell.places}
    words = {(line, at) for line, text in enumerate(lines) for at, char in enumerate(text) if char.isalnum()}
    # a line of large letters goes into the line below it
    large = {
        (line, at) for line, text in enumerate(lines) if re.fullmatch(r"[A-Z](?: [A-Z])+", text) for at in range(99)
    }
    assert words - kept <= large
    read_caption(lines, rows)


@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=12).map("\n".join), st.lists(PIECES).map(" ".join)))
def test_any_words_about_parties_parse(text):
    sides = read_parties(text)
    for side in sides:
        for group in side.groups:
            for member in group.members:
                assert text[slice(*member.name)].strip()


@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=12).map(" ".join)))
def test_docket_numbers_are_words_of_the_text(text):
    for number in read_dockets(text):
        printed = text[number.start : number.end]
        assert number.text.endswith(printed)
        assert any(char.isdigit() for char in printed)


def kinds_of(*lines: str) -> list[str]:
    return [kind for kind, _ in cell_kinds(lines, [[index] for index in range(len(lines))])]


def test_words_alone_are_no_party():
    assert kinds_of("Jane Roe", "ORDER") == ["TEXT", "TITLE"]
    assert read_caption(["Jane Roe", "ORDER"], [[0], [1]]).cases == []


def test_a_line_after_a_link_goes_on_the_court():
    court = ("IN THE UNITED STATES DISTRICT COURT FOR", "THE EASTERN DISTRICT OF VIRGINIA", "Alexandria Division")
    assert kinds_of(*court) == [
        "COURT", "COURT_MORE", "COURT_MORE",
    ]  # fmt: skip


def test_a_number_below_the_history_is_part_of_it():
    kinds = kinds_of("No. 17-2400", "Appeal from the United States District Court", "No. 3:05-cv-00595-RLM-MGG")
    assert kinds == ["DOCKET", "HISTORY", "HISTORY_DOCKET"]


def test_a_dated_number_ends_the_history():
    kinds = kinds_of("CERTIORARI TO THE SUPREME COURT OF", "OREGON", "No. 07–1216. Argued December 3, 2008")
    assert kinds == ["HISTORY", "HISTORY_MORE", "DOCKET"]


def test_an_initial_is_no_versus():
    assert kinds_of("CHRISTOPHER V. PRATOLA") == ["TEXT"]
    assert kinds_of("JANE ROE, V. JOHN DOE") == ["CASE"]


def test_a_legend_of_several_lines():
    kinds = kinds_of(
        "NOTE: Where it is feasible, a syllabus (headnote) will be released, as is",
        "being done in connection with this case, at the time the opinion is issued.",
        "See United States v. Detroit Timber & Lumber Co., 200 U. S. 321, 337.",
        "SUPREME COURT OF THE UNITED STATES",
    )
    assert kinds == ["LEGEND", "LEGEND_MORE", "LEGEND_MORE", "COURT"]


@given(st.lists(st.tuples(WORDS, st.sampled_from(["full", "left", "right"])), max_size=10), WORDS)
def test_fields_of_any_caption_are_marked_where_they_stand(cells, body):
    text = "\n".join(" ".join(words.replace("¦", "").split()) for words, _ in cells)
    rows = [row if column == "full" else f"{row} ¦" for row, (_, column) in zip(text.split("\n"), cells, strict=False)]
    caption = caption_of("\n".join(rows).replace("␞", ""), body=body)
    for mark in caption.marks:
        assert caption.lines[mark.line][mark.start : mark.end].strip()
    counts = {"party": len(caption.parties), "docket": len(caption.dockets), "judge": len(caption.judges)}
    for mark in caption.marks:
        assert mark.index < counts.get(mark.kind, max(1, len(caption.parties)))
    for party in caption.parties:
        assert re.search(r"\w", party.name)


def test_the_address_over_a_letter_names_no_party():
    assert kinds_of("Jane Roe, Esquire", "1000 North Market Street", "Wilmington, Delaware 19801") == ["OTHER"] * 3
