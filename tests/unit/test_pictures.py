"""Pictures of pages: scans, seals, signatures, exhibits."""

from __future__ import annotations

import json

import opinion_parser
from opinion_parser import nodes
from opinion_parser.diagnostics import Log
from opinion_parser.readers.pdf import read_pdf
from opinion_parser.validation import validate_akn
from tests.pdfs import typeset

PICTURE = """
#let picture(width, height) = image(
  bytes((90, 90, 90)), format: (encoding: "rgb8", width: 1, height: 1), width: width, height: height, fit: "stretch")
"""
CAPTION = """
#align(center)[UNITED STATES DISTRICT COURT\\ DISTRICT OF NEBRASKA]
#grid(columns: 2, gutter: 2em, [ROSE MARLOW,\\ Plaintiff,\\ v.\\ HILL CO.,\\ Defendant.], [No. 8:20-cv-00101])
#align(center)[*ORDER*]
"""
PROSE = """
The court has read the papers that the parties filed on the motion for fees, and it has heard their counsel at length
on the hours that were spent. The hours that follow are reasonable in the light of what was done and of what was won.
"""
SIGNED = """
#set par(first-line-indent: 0pt)
Dated: March 3, 2020
#pad(left: 3in)[#picture(120pt, 30pt)\\ JANE A. DOE\\ United States District Judge]
"""


def document(body: str) -> nodes.Document:
    return opinion_parser.parse(typeset(PICTURE + body), name="made.pdf")


def kinds(made: nodes.Document) -> list[str]:
    return [picture.kind for picture in made.pictures]


def codes(made: nodes.Document) -> list[str]:
    return [entry.code for entry in made.diagnostics]


def test_a_picture_above_the_judges_name_signs():
    made = document(CAPTION + PROSE + SIGNED)
    assert kinds(made) == ["signature"]
    assert made.opinions[0].signature
    assert made.opinions[0].signature.image
    left, top, right, bottom = made.pictures[0].bbox
    assert (round(right - left), round(bottom - top)) == (120, 30)
    assert "picture" not in codes(made)


def test_a_closing_block_without_a_picture_is_not_signed_with_one():
    made = document(CAPTION + PROSE + SIGNED.replace("#picture(120pt, 30pt)", "/s/ Jane A. Doe"))
    assert made.opinions[0].signature
    assert not made.opinions[0].signature.image


def test_a_short_order_is_signed_with_a_picture():
    text = "The motion for more time is granted; defendant shall answer by March 31, 2020.\n"
    made = document(CAPTION + text + SIGNED)
    assert kinds(made) == ["signature"]


def test_the_arms_above_the_court_are_a_seal():
    assert kinds(document("#align(center, picture(60pt, 60pt))" + CAPTION + PROSE)) == ["seal"]


def test_a_seal_painted_in_two_halves_is_one():
    halves = "#align(center, stack(picture(60pt, 30pt), picture(60pt, 30pt)))"
    assert kinds(document(halves + CAPTION + PROSE)) == ["seal"]


def test_an_exhibit_in_the_text_is_reported_as_unread():
    made = document(CAPTION + PROSE + "#align(center, picture(300pt, 200pt))" + PROSE)
    assert kinds(made) == ["picture"]
    assert codes(made).count("picture") == 1


def test_ornaments_are_no_pictures():
    assert kinds(document(CAPTION + PROSE + "#picture(5pt, 5pt)" + PROSE)) == []


SCAN = "#set page(margin: 0pt)\n#place(picture(100%, 100%))\n"


def test_a_scan_without_text_says_so():
    log = Log()
    page = read_pdf(typeset(PICTURE + SCAN), "made.pdf", log).pages[0]
    assert page.is_scan
    assert "scan" in log.entries[0].message
    blank = Log()
    read_pdf(typeset("#set page(margin: 0pt)"), "made.pdf", blank)
    assert "scan" not in blank.entries[0].message


def test_a_scan_with_nothing_but_a_stamp_has_no_text():
    made = document(SCAN + "Case 4:08-cv-02214-SBA Document 26 Filed 01/29/2009 Page 1 of 2")
    assert kinds(made) == ["scan"]
    assert {"page-without-text", "no-text"} <= set(codes(made))
    assert made.furniture[0].kind == "stamp"
    assert made.opinions[0].blocks == [nodes.Paragraph([nodes.Text("[no text]")], editorial=True)]


def test_pictures_in_every_output():
    out = opinion_parser.convert(typeset(PICTURE + CAPTION + PROSE + SIGNED), name="made.pdf")
    assert json.loads(out["json"])["pictures"][0]["kind"] == "signature"
    assert b'<op:picture kind="signature" page="1"/>' in out["akn"]
    assert validate_akn(out["akn"]) == []
    assert opinion_parser.to_json(opinion_parser.from_json(out["json"])) == out["json"]
