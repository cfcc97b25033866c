"""Notes within other words, hidden anchors of marks, and what only looks like them."""

from __future__ import annotations

import pytest

import opinion_parser

HEAD = (
    "UNITED STATES DISTRICT COURT NORTHERN DISTRICT OF ILLINOIS\n\nJANE ROE, Plaintiff, v. ACME, INC., Defendant."
    "\n\nNo. 20 C 1937\n\nOPINION AND ORDER\n\n"
)


def read(text):
    """The notes' labels and the Markdown below the caption."""
    document = opinion_parser.parse((HEAD + text).encode(), name="a.txt")
    body = opinion_parser.write(document, "markdown").decode().split("<!-- opinion 1")[1].split("\n\n", 1)[1]
    return [note.label for note in document.opinions[0].footnotes], body


def test_a_note_within_a_sentence_is_taken_out():
    labels, body = read(
        "The clerk closed the file in May.1 The plaintiff then asked the court to 1 The file was kept in a drawer of "
        "the clerk. open the file again, and the court did so in June.\n"
    )
    assert labels == ["1"]
    assert "asked the court to open the file again" in body


def test_the_notes_of_several_pages_in_one_block_keep_their_order():
    labels, body = read(
        "The clerk closed the file.1 The plaintiff then asked the court to\n1 The file was kept in a drawer.\n"
        "open the file again, and the court did so.2 It gave the parties a week, in which they\n"
        "2 The order is not in the record.\nfiled their briefs. The clerk has them.\n"
    )
    assert labels == ["1", "2"]
    assert body.startswith(
        "The clerk closed the file.[^1] The plaintiff then asked the court to open the file again, and the court did "
        "so.[^2] It gave the parties a week, in which they filed their briefs."
    )


def test_notes_at_the_foot_of_a_single_sheet_without_white_space():
    text = (
        HEAD + "The clerk closed the file in the spring.1 The plaintiff then asked the court to\n"
        "open the file again, and the court did so in the summer of the following year.\n"
        "The parties have filed their briefs, and the clerk has them.\n"
        "1 The file was kept in a drawer.\n"
    )
    document = opinion_parser.parse(text.replace("\n\n", "\n").encode(), name="a.txt")
    labels = [note.label for note in document.opinions[0].footnotes]
    body = opinion_parser.write(document, "markdown").decode()
    assert labels == ["1"]
    assert body.rstrip().endswith("[^1]: The file was kept in a drawer.")


@pytest.mark.parametrize(
    "text",
    [
        # a citation: nothing goes on below its sentence
        "The rule is old.1 The plaintiff points to 1 The American Digest as its source. The court agrees with her.\n",
        # no mark of that number
        "The plaintiff points to 3 The American Digest as the source of it. the court agrees with her in the main.\n",
        # the number of a page
        "The rule is old.1 The plaintiff points at 1 The Digest to the rule of law here. and the court agrees.\n",
    ],
)
def test_other_numbers_in_a_sentence_stay(text):
    labels, body = read(text)
    assert labels == []
    assert body == text


def test_a_second_note_in_a_block_is_parted_where_its_turn_comes():
    labels, body = read(
        "She was fired in May.1 She filed a charge.2 The agency closed its file in the following year.\n\n"
        "1 See Doc. 20. 2 The charge is attached. 4 Moore says so.\n"
    )
    assert labels == ["1", "2"]
    assert "[^2]: The charge is attached. 4 Moore says so." in body


def test_hidden_anchors_are_set_apart():
    document = opinion_parser.parse(
        (HEAD + "He sues under the Act.0F1 It is old.\n\n1 The Act is in force.\n").encode(), name="a.txt"
    )
    assert [(item.kind, item.text) for item in document.furniture] == [("note-anchor", "0F")]
    assert [note.label for note in document.opinions[0].footnotes] == ["1"]


def test_a_mark_below_its_anchor_goes_back_to_its_word():
    labels, body = read("He sues under the Act.0F\n1\nIt is old, and it is in force.\n\n1 The Act is in force.\n")
    assert labels == ["1"]
    assert body.startswith("He sues under the Act.[^1] It is old, and it is in force.")


def test_a_room_is_no_anchor():
    labels, body = read("The clerk sat in room B.2F5 of the old house and kept the file there for a year.\n")
    assert labels == []
    assert "B.2F5" in body


@pytest.mark.parametrize(
    "text",
    [
        "The court has heard them and orders as follows:\n\n1 The motion is granted.\n\n2 The case is closed.\n",
        "1 The motion was filed.\n\nThe court has read it with care.\n\n1 It is late.\n\n2 It is denied.\n",
        "The court has read the papers with care.\n\n14 The motion is late.\n\n15 The motion is denied.\n",
    ],
)
def test_paragraphs_with_bare_numbers_are_no_notes(text):
    labels, _ = read(text)
    assert labels == []
