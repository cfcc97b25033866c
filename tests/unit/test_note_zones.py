"""Footnote zones of measured pages: where a zone begins, and what of the next page still belongs to a note."""

from __future__ import annotations

import pytest

from opinion_parser.api import parse_source
from opinion_parser.assembly.links import refs_in
from opinion_parser.layout import lay_out
from opinion_parser.source import Zone
from tests.pages import Sheet, source


def notes(*sheets):
    """Label and text of each note of the document, and the diagnostics that speak of notes."""
    document = parse_source(source(sheets))
    found = [(n.label, words(n.blocks)) for opinion in document.opinions for n in opinion.footnotes]
    return found, [d.code for d in document.diagnostics if "footnote" in d.code]


def words(node):
    """All text under a node or a list of nodes, with single blanks."""
    if isinstance(node, list):
        return " ".join(filter(None, (words(child) for child in node)))
    if hasattr(node, "text"):
        return node.text.strip()
    return words(next((getattr(node, name) for name in ("blocks", "inlines", "items") if hasattr(node, name)), []))


def body(*sheets):
    """The texts of the body lines of a document."""
    return [line.text for line in lay_out(source(sheets)).stream(Zone.BODY)]


FIRST = ("^1^ The ordinance was amended twice after the complaint had been filed, and neither of", "the parties has")
REST = ("argued that the amendments", "matter to the outcome of this motion.")


@pytest.mark.parametrize("width", [144.0, 468.0], ids=["as long as the first separator", "over the whole measure"])
@pytest.mark.parametrize(("size", "gap"), [(12.0, 14.0), (10.0, 12.0)], ids=["size of the body", "small type"])
def test_a_note_goes_on_below_a_separator_at_the_foot_of_the_next_page(width, size, gap):
    one = Sheet(1).body(9).full("The court agrees.^1^ It adds that the ordinance does not name any vessel at all and")
    one.rule().full(*FIRST, gap=gap, size=size)
    two = Sheet(2).body(12).rule(width=width).full(*REST, gap=gap, size=size)
    found, problems = notes(one, two, Sheet(3).body(14))
    assert found == [
        ("1", "The ordinance was amended twice after the complaint had been filed, and neither of the parties has "
              "argued that the amendments matter to the outcome of this motion.")
    ]  # fmt: skip
    assert not problems


def test_the_rest_of_a_note_stands_above_the_notes_of_its_page():
    one = Sheet(1).body(9).full("The court agrees.^1^ It adds that the ordinance does not name any vessel at all and")
    one.rule().full(*FIRST)
    two = Sheet(2).body(9).full("It denies the rest of the motion.^2^ The hearing that was set for May is moved to")
    two.rule().full(*REST, "^2^ The defendant concedes as much.")
    found, problems = notes(one, two, Sheet(3).body(14))
    assert [label for label, _ in found] == ["1", "2"]
    assert found[0][1].endswith("argued that the amendments matter to the outcome of this motion.")
    assert not problems


def test_a_note_runs_over_three_pages_the_second_of_which_it_fills():
    one = Sheet(1).body(9).full("The court agrees.^1^ It adds that the ordinance does not name any vessel at all and")
    one.rule().full(*FIRST)
    two = Sheet(2)
    two.rule(below=0).full(
        *["counted the boats, which the record lists by their names and by their owners, as they"] * 30
    )
    three = Sheet(3).body(12).rule().full("were moored on the day of the storm.")
    found, problems = notes(one, two, three)
    assert len(found) == 1
    assert found[0][1].count("counted the boats") == 30
    assert found[0][1].endswith("were moored on the day of the storm.")
    assert not problems


def test_without_a_separator_small_type_goes_on_where_the_sentence_broke_off():
    one = Sheet(1).body(9).full("The court agrees.^1^ It adds that the ordinance does not name any vessel at all and")
    one.full(*FIRST, size=9.0, gap=11.0)
    two = Sheet(2).body(12).full(*REST, size=9.0, gap=11.0)
    found, _ = notes(one, two, Sheet(3).body(14))
    assert found[0][1].endswith(
        "neither of the parties has argued that the amendments matter to the outcome of this motion."
    )


def test_close_lines_below_white_space_are_notes_without_any_separator():
    one = Sheet(1).body(9).full("The court agrees.^1^ It adds that the ordinance does not name any vessel at all and")
    one.line("^1^ The ordinance was amended twice after the complaint had been filed, and this court", gap=44, x1=540)
    one.full("was told of neither.")
    found, problems = notes(one, Sheet(2).body(14))
    text = "The ordinance was amended twice after the complaint had been filed, and this court was told of neither."
    assert found == [("1", text)]
    assert not problems


def test_a_rule_of_a_table_or_a_signature_opens_no_notes():
    one = Sheet(1).body(9).full("The court agrees.^1^ It adds that the ordinance does not name any vessel at all and")
    one.rule().full("^1^ The ordinance was amended twice.", size=10.0, gap=12.0)
    two = Sheet(2).body(5)
    two.rule(width=440.0).line("Name          Sent by", size=8.0, gap=12).line("Jane Roe      mail", size=8.0, gap=12)
    two.rule().line("Jane Doe", gap=14).line("Deputy Clerk", gap=14)
    found, _ = notes(one, two)
    assert found == [("1", "The ordinance was amended twice.")]
    assert "Deputy Clerk" in body(one, two)


def test_a_syllabus_in_small_type_is_no_footnote():
    """A rule below "Syllabus" has small type below it, too."""
    cover = Sheet(1)
    cover.line("Syllabus", size=9.0, x0=288).rule(below=6, width=80)
    cover.full(
        *["Officers towed the boats of the petitioner to another harbor on the strength of a"] * 20, size=9.0, gap=11
    )
    two = Sheet(2)
    two.full(
        *["licence that had been revoked five months before, and sold them at an auction that"] * 20, size=9.0, gap=11
    )
    three = Sheet(3).body(9).full("The court agrees.^1^ It adds that the ordinance does not name any vessel at all and")
    three.rule(width=80).full("^1^ The ordinance was amended twice.", size=9.0, gap=11)
    found, _ = notes(cover, two, three, Sheet(4).body(14))
    assert found == [("1", "The ordinance was amended twice.")]


@pytest.mark.parametrize("tail", ["2025).", "77.", "1539.)"])
def test_a_number_that_ends_a_note_is_no_folio(tail):
    one = Sheet(1).body(9).full("The court agrees.^1^ It adds that the ordinance does not name any vessel at all and")
    one.rule().full("^1^ The ordinance was amended twice after the complaint had been filed (the last time in")
    one.line(tail, gap=14)
    found, _ = notes(one, Sheet(2).body(14))
    assert found[0][1].endswith(tail)


def test_a_short_note_that_stands_on_several_pages_is_no_running_foot():
    sheets = []
    for number in (1, 2, 3):
        sheet = Sheet(number).body(11)
        sheet.full(f"The licence is on file.^{number}^ It has not been renewed since the harbor was closed to")
        sheets.append(sheet.rule().line(f"^{number}^ Id.", gap=14))
    found, problems = notes(*sheets)
    assert found == [("1", "Id."), ("2", "Id."), ("3", "Id.")]
    assert not problems


def test_a_number_in_the_midst_of_a_note_is_no_label_where_labels_are_raised():
    one = Sheet(1).body(8).full("The court agrees.^1^ It adds that the ordinance does not name any vessel.^2^ It holds")
    one.rule().full("^1^ The ordinance was amended twice.", "^2^ See the treatise that the master cites in his brief,")
    one.full("1 Harlan, Law of Harbors 269, which the", "court of appeals has followed ever since.")
    found, problems = notes(one, Sheet(2).body(14))
    assert [label for label, _ in found] == ["1", "2"]
    assert "brief, 1 Harlan, Law of Harbors" in found[1][1]
    assert not problems


def test_what_goes_on_no_note_is_text_where_it_was_read():
    one = Sheet(1).body(10).rule().full("622 F.3d 697, 701 (7th Cir. 2010), was decided on another ground.", size=10.0)
    three = Sheet(3).body(9).full("The court agrees.^1^ It adds that the ordinance does not name any vessel at all and")
    three.rule().full("^1^ The ordinance was amended twice.", size=10.0)
    found, _ = notes(one, Sheet(2).body(12), three)
    assert found == [("1", "The ordinance was amended twice.")]
    assert any(text.startswith("622 F.3d") for text in body(one, Sheet(2).body(12), three))


AGREES = "The court agrees.^1^ It adds that the ordinance does not name any vessel at all and"
DENIES = "It denies the rest of the motion.^2^ The hearing that was set for May is moved to"
TWICE = "The ordinance was amended twice after the complaint had been filed, and neither of"
PARTIES = "the parties has argued that it matters."
TWO = [("1", f"{TWICE} {PARTIES}"), ("2", "The defendant concedes as much.")]


def page_of_two_notes(foot, **text):
    """A page with the marks 1 and 2, and whatever ``foot`` sets below."""
    sheet = Sheet(1).body(9, **text).full(AGREES, DENIES, gap=text.get("gap", 28.0))
    foot(sheet)
    return sheet


@pytest.mark.parametrize(
    "foot",
    [
        pytest.param(
            lambda s: s.full(f"^1^ {TWICE}", gap=44).full(PARTIES).line("^2^ The defendant concedes as much.", gap=28),
            id="a blank line between the notes and no separator",
        ),
        pytest.param(
            lambda s: (
                s.rule(x0=256, width=100)
                .full(f"^1^ {TWICE}", PARTIES)
                .line("^2^ The defendant concedes as much.", gap=14)
            ),
            id="a short separator on the axis",
        ),
        pytest.param(
            lambda s: s.rule().full(f"1. {TWICE}", PARTIES).line("2. The defendant concedes as much.", gap=14),
            id="plain labels with a stop",
        ),
        pytest.param(
            lambda s: s.full(f"1 {TWICE}", gap=44).full(PARTIES).line("2 The defendant concedes as much.", gap=14),
            id="plain labels and no separator",
        ),
        pytest.param(
            lambda s: (
                s.rule()
                .full(f"1{TWICE}", PARTIES, size=10.0)
                .line("2The defendant concedes as much.", gap=12, size=10.0)
            ),
            id="labels glued to their text",
        ),
        pytest.param(
            lambda s: (
                s.rule()
                .line("1", gap=14, x0=108)
                .full(TWICE, PARTIES)
                .line("2", gap=14, x0=108)
                .line("The defendant concedes as much.", gap=14)
            ),
            id="labels on lines of their own",
        ),
        pytest.param(
            lambda s: (
                s.rule()
                .full(f"l {TWICE}", PARTIES, size=10.0, gap=12)
                .line("^2^ The defendant concedes as much.", gap=12, size=10.0)
            ),
            id="a label that OCR took for a letter",
        ),
    ],
)
def test_notes_are_found_by_whatever_tells_them(foot):
    found, problems = notes(page_of_two_notes(foot), Sheet(2).body(14))
    assert found == TWO
    assert set(problems) <= {"footnote-inferred"}  # a label that was misread


def test_a_note_that_lost_its_label_is_the_one_that_a_mark_waits_for():
    one = Sheet(1).body(9).full(AGREES).rule().full(f"^1^ {TWICE}", PARTIES, size=10.0, gap=12)
    two = Sheet(2).body(9).full(DENIES).rule().full("The defendant concedes as much.", size=10.0, gap=12)
    document = parse_source(source([one, two, Sheet(3).body(14)]))
    assert [(n.label, words(n.blocks)) for n in document.opinions[0].footnotes] == TWO
    refs = list(refs_in(document.opinions[0].blocks))
    assert [(ref.footnote, ref.inferred, ref.confidence) for ref in refs] == [
        ("op1.fn1", False, None),
        ("op1.fn2", True, 0.6),
    ]


def test_a_numbered_list_below_a_stroke_is_no_footnote():
    one = Sheet(1).body(9).rule(below=12, width=120)
    one.full("1. The port is closed and nobody may enter it without the consent of the harbor master", "or his clerk.")
    one.full("2. The boats are gone and they will not be returned before the season is over and done")
    assert notes(one, Sheet(2).body(14)) == ([], [])


def test_numbering_begins_anew_in_each_writing():
    one = Sheet(1).body(9).full(AGREES).full(f"^1^ {TWICE}", PARTIES, size=9.0, gap=11)
    two = Sheet(2).body(4).line("DOE, Circuit Judge, dissenting:", x0=108).body(6)
    two.full("I would affirm.^1^ The port has a licence and its owner was told so twice in the spring", gap=28)
    two.full("^1^ The majority says otherwise.", size=9.0, gap=20)
    document = parse_source(source([one, two, Sheet(3).body(14)]))
    assert [[note.id for note in opinion.footnotes] for opinion in document.opinions] == [["op1.fn1"], ["op2.fn1"]]
    assert not [d for d in document.diagnostics if "footnote" in d.code]
