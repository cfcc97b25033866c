"""Which numbers are labels and marks of notes: brackets, exponents, lists within notes, citations that open a note."""

from __future__ import annotations

from dataclasses import replace

import pytest

from opinion_parser import nodes, parse
from opinion_parser.api import parse_source
from opinion_parser.assembly.links import refs_in
from tests.pages import Sheet, source

HEAD = (
    "UNITED STATES DISTRICT COURT\nDISTRICT OF MAINE\n\nJANE ROE,\nPlaintiff,\nv.\nACME, INC.,\nDefendant.\n"
    "No. 20-cv-1937\n\nORDER\n\n"
)
TWICE = "The ordinance was amended twice after the complaint had been filed, and neither of"


def read(*sheets):
    """The notes by their labels, the labels of the marks in the text, and the document."""
    document = parse_source(source(sheets))
    opinion = document.opinions[0]
    found = {note.label: text_of(note.blocks) for note in opinion.footnotes}
    return found, [ref.label for ref in refs_in(opinion.blocks)], document


def text_of(node):
    """All text under a node or a list of nodes."""
    if isinstance(node, list):
        return " ".join(text_of(child) for child in node).strip()
    if isinstance(node, nodes.Text):
        return node.text.strip()
    inner = (getattr(node, name) for name in ("blocks", "inlines", "items") if hasattr(node, name))
    return text_of(next(inner, []))


def test_labels_and_marks_in_square_brackets():
    one = Sheet(1).body(6).full("The court agrees.[1] It adds that the ordinance does not name any vessel at all and")
    one.full("the motion is granted.[2]", gap=28)
    one.rule().full(f"[1] {TWICE}", "the parties says so.", size=10.0, gap=12)
    one.line("[2] The defendant concedes as much.", size=10.0, gap=12)
    found, marks, _ = read(one, Sheet(2).body(14))
    assert list(found) == marks == ["1", "2"]
    assert found["2"] == "The defendant concedes as much."


def test_exponents_are_no_marks():
    one = Sheet(1).body(4).full("The pool holds 10^6^ liters, and the yard of 400 m^2^ has 1.5 x 10^3^ tiles, says")
    one.full("the court.^1^ It adds that the ordinance does not name any vessel at all, and it agrees.^2^")
    one.rule().full(f"^1^ {TWICE}", "the parties says so.", size=10.0, gap=12)
    one.line("^2^ The shed has 3 m^2^ of floor.", size=10.0, gap=12)
    found, marks, document = read(one, Sheet(2).body(14))
    assert marks == ["1", "2"]
    assert list(found) == ["1", "2"]
    assert not [entry for entry in document.diagnostics if "footnote" in entry.code]


def test_a_power_that_a_note_could_have_is_none_where_the_note_has_its_mark():
    one = Sheet(1).body(4).full("The court agrees.^1^ It adds that the yard is as long as 5^2^ yards, or so it is said")
    one.full("in the record, which the parties filed in May.^2^")
    one.rule().full(f"^1^ {TWICE}", "the parties says so.", size=10.0, gap=12)
    one.line("^2^ The defendant concedes as much.", size=10.0, gap=12)
    _, marks, document = read(one, Sheet(2).body(14))
    assert marks == ["1", "2"]
    assert "5" in text_of(document.opinions[0].blocks)


def test_two_marks_side_by_side():
    one = Sheet(1).body(6).full("The court agrees.^12^ It adds that the ordinance does not name any vessel at all and")
    one.full("the motion is granted.^3,4^", gap=28)
    one.rule().full(f"^1^ {TWICE}", "the parties says so.", size=10.0, gap=12)
    for number in "234":
        one.line(f"^{number}^ The defendant concedes as much.", size=10.0, gap=12)
    found, marks, _ = read(one, Sheet(2).body(14))
    assert list(found) == marks == ["1", "2", "3", "4"]


def test_a_list_within_a_note_begins_no_notes():
    one = Sheet(1).body(6).full("The court agrees.^1^ It adds that the ordinance does not name any vessel at all and")
    one.full("the motion is granted.^2^ The rest of it is denied, as the court said in the spring of^3^")
    one.rule().full(f"1. {TWICE}", "the parties says so.", size=10.0, gap=12)
    one.line("2. The lease has two duties:", size=10.0, gap=12)
    one.line("1. The tenant repairs the pier.", size=10.0, gap=12)
    one.line("2. The tenant pays the toll.", size=10.0, gap=12)
    one.line("3. The defendant concedes as much.", size=10.0, gap=12)
    found, _, _ = read(one, Sheet(2).body(14))
    assert list(found) == ["1", "2", "3"]
    assert found["2"].endswith("The tenant pays the toll.")


def test_notes_that_begin_with_a_citation_or_a_paragraph_number():
    text = (
        f"{HEAD}The motion is granted in part.1 The court has read the papers of the parties and\n"
        "decides the motion without argument.2 The rest of it is denied.3\n"
        "1 42 U.S.C. § 1983.\n2 ¶ 12.\n3 See the complaint at 4.\n\f"
        "The clerk shall close the case and enter a judgment for the defendant.\n"
    )
    document = parse(text.encode(), name="a.txt")
    found = {note.label: text_of(note.blocks) for note in document.opinions[0].footnotes}
    assert found == {"1": "42 U.S.C. § 1983.", "2": "¶ 12.", "3": "See the complaint at 4."}


FORMS = {
    "after a bracket": ("1", "2", "3", "1)", "2)", "3)"),
    "in brackets": ("(1)", "(2)", "(3)", "(1)", "(2)", "(3)"),
    "in square brackets, apart": (" [1]", " [2]", " [3]", "[1]", "[2]", "[3]"),
    "with a sign": ("#1", "#2", "#3", "#1", "#2", "#3"),
    "with a letter": ("n1", "n2", "n3", "n1", "n2", "n3"),
    "of law reports": ("[fn1]", "[fn2]", "[fn3]", "[fn1]", "[fn2]", "[fn3]"),
    "labels taken for letters": ("¹", "²", "³", "l", "z", "3"),
    "a label taken for a letter of its word": ("¹", "²", "³", "lThe", "2", "3"),
    "a label that was lost": ("1", "2", "3", "1", "", "3"),
    "marks taken for letters": ("l", "z", "3", "1", "2", "3"),
    "marks taken for signs": ("'", "?", "°", "1", "2", "3"),
    "high numbers": ("10", "11", "12", "10", "11", "12"),
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_marks_and_labels_in_text(form):
    one, two, three, *labels = form
    notes = ["The parties filed their briefs.", "The record does not say how many.", "It was held in August."]
    if labels[0].endswith("The"):
        notes[0] = notes[0].removeprefix("The ")
    below = "\n\n".join(f"{label} {note}".strip() for label, note in zip(labels, notes, strict=True))
    document = parse(
        (
            f"{HEAD}The plaintiff sues for what it did.{one} She filed her complaint, and the company "
            f"moved to dismiss it at once.{two} The court heard the parties twice in the summer.{three}\n\n{below}\n\n"
            "It never had any customers in this state at all, so far as the record shows to us.\n"
        ).encode(),
        name="a.txt",
    )
    opinion = document.opinions[0]
    assert [text_of(note.blocks).removeprefix("The ") for note in opinion.footnotes] == [
        note.removeprefix("The ") for note in notes
    ]
    assert [ref.label for ref in refs_in(opinion.blocks)] == [note.label for note in opinion.footnotes]


def test_items_in_brackets_are_no_notes():
    text = (
        f"{HEAD}The statute asks for three things under section 6653(a)(1) and the rule.\n\n"
        "(1) The parties filed their briefs.\n\n(2) The record is complete.\n\n"
        "The court finds that both of these things were done by the parties in time.\n"
    )
    document = parse(text.encode(), name="a.txt")
    assert not document.opinions[0].footnotes


def test_a_paper_whose_first_note_has_a_high_number():
    one = Sheet(1).body(6).full("The court agrees.^96^ It adds that the ordinance does not name any vessel at all and")
    one.full("the motion is granted.^97^", gap=28)
    one.rule().full(f"96. {TWICE}", "the parties says so.", size=10.0, gap=12)
    one.line("97. The defendant concedes as much.", size=10.0, gap=12)
    found, marks, _ = read(one, Sheet(2).body(14))
    assert list(found) == marks == ["96", "97"]


def test_marks_of_law_reports_on_line():
    one = Sheet(1).body(6).full("The court agrees.[FN1] It adds that the ordinance does not name any vessel at all and")
    one.rule().full(f"FN1. {TWICE}", "the parties says so.", size=10.0, gap=12)
    found, marks, _ = read(one, Sheet(2).body(14))
    assert list(found) == marks == ["1"]


def test_the_rest_of_a_note_that_ended_a_sentence_and_looks_like_the_body():
    one = Sheet(1).body(6).full("The court agrees.^1^ It adds that the ordinance does not name any vessel at all and")
    one.rule().full(f"^1^ {TWICE}", "the parties says so in any of the papers that they filed in the spring or later.")
    two = Sheet(2).body(6).full("The court denies the rest.^2^ It adds that the owner may file another paper by May.")
    two.rule().full("The owner of a boat says the same of the first of the ordinances, and of the second", "as well.")
    two.line("^2^ The defendant concedes as much.", gap=14)
    found, marks, _ = read(one, two, Sheet(3).body(14))
    assert list(found) == marks == ["1", "2"]
    assert found["1"].endswith("the second as well.")


def test_a_star_that_is_glued_to_an_italic_word():
    one = (
        Sheet(1).body(6).full("The court agrees.* It adds that the ordinance does not name any vessel at all and it is")
    )
    one.rule().full(
        "*Roe v. Doe was decided before the complaint had been filed, and neither of",
        "the parties says so.",
        size=10.0,
        gap=12,
    )
    first = one.page.lines[-2]
    mark, rest = replace(first.words[0], text="*"), replace(first.words[0], text="Roe", glued=True)
    first.words = [mark, replace(rest, style=rest.style._replace(italic=True)), *first.words[1:]]
    found, marks, _ = read(one, Sheet(2).body(14))
    assert list(found) == marks == ["*"]


def test_raised_labels_with_a_stroke():
    one = Sheet(1).body(6).full("The court agrees.^1/^ It adds that the ordinance does not name any vessel at all and")
    one.rule().full(f"^1/^ {TWICE}", "the parties says so.", size=10.0, gap=12)
    found, marks, _ = read(one, Sheet(2).body(14))
    assert list(found) == marks == ["1"]


def test_raised_letters_that_no_note_has_are_no_marks():
    one = Sheet(1).body(6).full("The court agrees.^1^ It adds that the tolls^a^ of the ordinance do not name any boat")
    one.rule().full(f"^1^ {TWICE}", "the parties says so.", size=10.0, gap=12)
    _, marks, document = read(one, Sheet(2).body(14))
    assert marks == ["1"]
    assert not [entry for entry in document.diagnostics if "footnote" in entry.code]


def test_a_note_goes_on_between_the_usual_separator_and_the_first_label():
    one = Sheet(1).body(6).full("The court agrees.^1^ It adds that the ordinance does not name any vessel at all and")
    one.rule().full(f"^1^ {TWICE}", "the parties says so in any of the papers that they filed in the spring or later.")
    two = Sheet(2).body(3).rule(width=300.0).body(3)  # a stroke that parts the text
    two.full("The court denies the rest.^2^ It adds that the owner may file another paper by May.")
    two.rule().full("The owner of a boat says the same of the first of the ordinances, and of the second", "as well.")
    two.line("^2^ The defendant concedes as much.", gap=30)
    found, marks, _ = read(one, two, Sheet(3).body(14))
    assert list(found) == marks == ["1", "2"]
    assert found["1"].endswith("the second as well.")
