"""Quotations and titles of typed pages, whose columns of characters leave little to measure: lines made by hand."""

from __future__ import annotations

from opinion_parser.layout.insets import inset_blocks
from opinion_parser.layout.items import mark_hung, mark_items
from opinion_parser.layout.measure import Measure, is_quoted_page, measure_pages
from opinion_parser.layout.starts import mark_title_rest
from opinion_parser.source import COLUMN, ROW, BBox, Line, Page, Word

MEASURE = Measure(0.0, 400.0, 12.0, 24.0, indent=48.0, typed=True)
BODY = [(0, 2, "the plaintiff sold the house in which she and her mother had lived for years") for _ in range(12)]
ANSWERS = [
    (8, 2, "A. My wife lives in our own house in the"),
    (0, 1, "old street and goes to have a look at the"),
    (0, 1, "book once every four months of the year."),
    (8, 2, "Q. So why did the clerk write in the book"),
    (0, 1, "that you lived at the place of which you"),
    (0, 1, "now say that you never lived at it?"),
    (8, 2, "A. Because he wrote what he was told by"),
    (0, 1, "them, as all of the clerks did at the time."),
]
"""Column, rows below the line above, and words of each line."""


def typed(rows, page=1, facts=()):
    lines, foot = [], 0.0
    for number, (column, step, text) in enumerate(rows, 1):
        foot += step * ROW
        words, at = [], column
        for word in text.split():
            words.append(Word(word, BBox(at * COLUMN, foot - ROW, (at + len(word)) * COLUMN, foot)))
            at += len(word) + 1
        box = BBox(column * COLUMN, foot - ROW, (at - 1) * COLUMN, foot)
        lines.append(Line(page, number, words, box, gap=step * ROW, facts=frozenset(facts)))
    return lines


def test_a_page_of_close_lines_in_a_widely_spaced_paper_is_quotation():
    pages = [Page(n, 612, 792, typed(rows, n), measured=False) for n, rows in enumerate([BODY, ANSWERS, BODY], 1)]
    edges = measure_pages(pages)
    assert is_quoted_page(pages[1].lines, 24.0)
    assert not is_quoted_page(pages[0].lines, 24.0)
    assert edges[1].left == 0
    assert edges[2].left < -10
    inset_blocks(pages[1].lines, edges[2])
    assert all("inset" in line.facts for line in pages[1].lines)


def test_a_line_set_in_at_the_top_of_a_page_goes_on_the_quotation_above():
    rows = [(15, 2, "see also Roe v. Acme, 510 F.3d 377."), (0, 2, "Poe v. Acme, 540 F.3d 126, is a later case.")]
    top, below = typed(rows)
    inset_blocks([top, below], MEASURE, quoted=102.0)
    assert "inset-start" in top.facts
    assert "inset" not in below.facts
    alone, _ = typed(rows)
    inset_blocks([alone, below], MEASURE, quoted=None)
    assert "inset" not in alone.facts


def test_a_paragraphs_first_line_goes_on_no_quotation():
    top, _ = lines = typed([(8, 2, "The witness was heard again on the next day."), (0, 2, "in the same room.")])
    inset_blocks(lines, MEASURE, quoted=48.0)
    assert "inset" not in top.facts


def test_a_title_over_three_lines():
    first, second, third, text = typed(
        [
            (0, 2, "B. The Standard Applies to Claims that an Upper"),
            (3, 1, "Official's Assault Violated the Substantive"),
            (3, 1, "Process Clause"),
            (8, 2, "The plaintiff argues that it does not."),
        ]
    )
    first.facts |= {"titled"}
    third.facts |= {"early"}
    mark_title_rest([first, second, third, text])
    assert ["hung" in line.facts for line in (first, second, third, text)] == [False, True, True, False]


def test_a_title_that_white_space_parts_has_lines_of_any_length():
    rows = [
        (4, 2, "A. The Application of the Regulation to Solicited"),
        (4, 1, "Facsimiles Is Outside the Scope of the Act"),
        (4, 1, "And Therefore the Motion Should Be Granted."),
        (0, 2, "Plaintiffs have a fundamental misunderstanding."),
    ]
    first, second, third, text = lines = typed(rows)
    first.facts |= {"titled", "gap"}
    second.facts |= {"early"}
    third.facts |= {"early"}
    text.facts |= {"gap"}
    mark_title_rest(lines)
    assert ["hung" in line.facts for line in lines] == [False, True, True, False]


def test_text_below_a_title_is_no_part_of_it():
    first, second, third = typed(
        [
            (0, 2, "B. The Standard Applies to Claims that an Upper"),
            (3, 1, "Official's Assault Violated the rights that the"),
            (3, 1, "Clause gives to all of us."),
        ]
    )
    first.facts |= {"titled"}
    third.facts |= {"early"}
    mark_title_rest([first, second, third])
    assert not any("hung" in line.facts for line in (second, third))


def test_a_versus_at_the_beginning_of_a_line_is_no_item():
    above, versus, below, last = lines = typed(
        [
            (0, 1, "and the court said so again in the year of the fire, in Whren"),
            (0, 1, "v. United States, 517 U. S. 806, 812 (1996)."),
            (3, 1, "We do not suggest that all errors of a clerk are immune from the"),
            (3, 1, "rule of which the court spoke there."),
        ]
    )
    versus.facts |= {"early"}
    last.facts |= {"early"}
    mark_hung(lines, {1: MEASURE})
    mark_items(lines)
    assert not any(line.facts & {"hanging", "hung"} for line in lines)
    above.facts |= {"early"}
    mark_items(lines)
    assert "hanging" in versus.facts
    assert "hung" in below.facts


def test_a_statute_stands_in_by_the_rank_of_its_items():
    rows = [
        (0, 2, "With respect to the jurisdiction of the Board the section provides as follows:"),
        (9, 2, "“(1) Subject to this chapter, the Board has jurisdic-"),
        (5, 2, "tion over transportation by rail carrier that is—"),
        (13, 2, "“(A) only by railroad; or"),
        (13, 2, "“(B) by railroad and water, when the transporta-"),
        (11, 2, "tion is under common control or arrangement."),
        (9, 2, "“(2) Jurisdiction under paragraph (1) applies to"),
        (5, 2, "transportation in the United States alone."),
        (0, 2, "The court of appeals read these words as if they said more than they do say."),
    ]
    lines = typed(rows)
    inset_blocks(lines, MEASURE)
    assert [line.number for line in lines if "inset" in line.facts] == [2, 3, 4, 5, 6, 7, 8]
    assert [line.number for line in lines if line.facts & {"inset-start", "inset-next"}] == [2, 4, 5, 7]


def test_the_title_of_a_rule_that_is_quoted_belongs_to_the_quotation():
    quoted = [
        (8, 2, "(a) Joinder of Offenses. The indictment or"),
        (8, 1, "information may charge a defendant in"),
        (8, 1, "separate counts with 2 or more offenses if"),
        (8, 1, "they are of the same or similar character."),
    ]
    for above, inside in (("sets forth when joinder is appropriate:", True), ("was quoted by neither party.", False)):
        title, below = (8, 2, "Joinder of Offenses or Defendants"), (0, 2, "Rule 8(a) allows it.")
        lines = typed([(0, 2, above), title, *quoted, below])
        inset_blocks(lines, MEASURE)
        assert ["inset" in line.facts for line in lines[1:6]] == [inside, True, True, True, True]
