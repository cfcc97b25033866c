"""What stands before the opinion of the Supreme Court: a syllabus of hanging paragraphs, a notice over the caption."""

from __future__ import annotations

import pytest

from opinion_parser.assembly.scripts import Script, take_notice
from opinion_parser.layout.starts import begins, opens_page
from opinion_parser.parsing.tree import PageTurn, Part
from opinion_parser.source import BBox, Line, Word


def line_of(text, x0=156.0, facts=()):
    box = BBox(x0, 100, 450, 110)
    return Line(1, 1, [Word(word, box) for word in text.split()], box, facts=frozenset(facts))


@pytest.mark.parametrize(
    ("text", "facts", "over"),
    [
        ("reversed, holding that a postmark that cannot be read is no postmark.", {"indented", "block"}, True),
        ("without any postmark, is not to the contrary. Pp. 4–5.", {"indented", "early"}, True),
        # the first line of a paragraph, whose further lines stand at the edge
        ("A letter is a simple thing until it is late. It is not.", {"indented", "start", "early"}, False),
        ("refund by April 15, 2024. She put it in a collection box", {"indented", "block"}, False),
    ],
)
def test_a_line_at_the_edge_begins_a_hanging_paragraph(text, facts, over):
    above = line_of(text, 165.0, facts)
    assert begins(line_of("Held: A sender may prove the date", facts={"flush"}), above) is over


@pytest.mark.parametrize(
    ("before", "facts", "opens"),
    [
        # all lines of the page stand in, and the sentence goes on
        ("her official acts. At least with respect to the", {"indented", "block"}, False),
        ("to at least presumptive immunity.", {"indented", "block"}, True),
        ("her official acts. At least with respect to the", {"indented"}, True),
    ],
)
def test_a_paragraph_of_the_syllabus_goes_on_over_the_page(before, facts, opens):
    line = line_of("President’s exercise of his powers, this immunity", facts=facts)
    assert opens_page(line, line_of(before, facts={"indented", "block"})) is opens


def test_the_second_line_of_a_hanging_paragraph_begins_nothing():
    held = line_of("Held: The statute does not confer a right; Roe and Doe", facts={"flush", "start"})
    further = line_of("are overruled; and the authority is returned.", 166.0, {"indented", "block"})
    assert not begins(further, held)
    ended = line_of("The judgment of the Court of Appeals is affirmed.", facts={"flush"})
    assert begins(further, ended)


def test_a_notice_over_a_repeated_caption_belongs_to_it():
    syllabus = Part("paragraph", [line_of("Affirmed.")])
    notice = line_of("NOTICE: This opinion is subject to revision.")
    court = line_of("SUPREME COURT OF THE UNITED STATES")
    above, script = [syllabus, PageTurn(3), Part("notice", [notice])], Script(over=[court])
    take_notice(above, script)
    assert above == [syllabus]
    assert (script.over, script.turns) == ([notice, court], [PageTurn(3)])


def test_a_notice_over_nothing_stays_where_it_is():
    above, script = [Part("notice", [line_of("NOTE: See the appendix.")])], Script()
    take_notice(above, script)
    assert len(above) == 1
    assert not script.over


@pytest.mark.parametrize("facts", [{"indented", "wide"}, {"indented", "titled"}])
def test_a_paragraph_begins_at_the_place_of_the_title_above_it(facts):
    title = line_of("D. Plaintiffs’ Claim of a Breach of the Duty", facts={"indented", "short", "start", "titled"})
    assert begins(line_of("Plaintiffs submit that the court erred", facts=facts), title) is ("titled" not in facts)


def test_a_date_on_the_axis_of_a_cover_page_breaks_off_nothing():
    line = line_of("ROE, Circuit Judge. A mooring is a block of granite.", facts={"indented", "block"})
    assert opens_page(line, line_of("August 17, 2030", facts={"centred", "early"}))
