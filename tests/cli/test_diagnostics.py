"""Every code of docs/diagnostics.md, provoked by a file."""

from __future__ import annotations

import json

import pytest

from opinion_parser.diagnostics import CODES
from tests.cli.command import run, said
from tests.pdfs import pdf_of

COURT = "UNITED STATES DISTRICT COURT\nDISTRICT OF MAINE\n\n"
PARTIES = "ANNA BELL,\n\nPlaintiff,\n\nv.\n\nCARL DOE,\n\nDefendant.\n\n"
DOCKET = "No. 2:20-cv-00012\n\n"
TITLE = "ORDER\n\n"
TEXT = "The motion to dismiss is denied because it was filed late and says nothing new.\n\n"
DATE = "Dated: May 4, 2020\n"
WHOLE = COURT + PARTIES + DOCKET + TITLE + TEXT + DATE

TYPED = "BT /T 12 Tf 72 700 Td (The motion is denied.) Tj ET"
LATER = "BT /T 12 Tf 72 450 Td (So it is shown.) Tj ET"
PIXEL = "BI /W 1 /H 1 /CS /G /BPC 8 /F /AHx ID 80> EI"
PAGES = pdf_of(TYPED, TYPED, TYPED)
LOST = PAGES.replace(b"5 0 obj\n<< /Type /Page ", b"5 0 obj\n<< /Type /Pagf ")

PROVOKED = {
    "no-text": ("", "", "no page has any text; run OCR on the file first"),
    "page-without-text": (pdf_of(TYPED, "72 200 144 1 re f"), "2:", "the page has no text layer"),
    "picture": (pdf_of(f"{TYPED} q 200 0 0 150 72 500 cm {PIXEL} Q {LATER}"), "1:", "a picture stands in the text"),
    "page-unreadable": (PAGES.replace(b"[3 0 R 5 0 R", b"[3 0 R 99 0 R"), "2:", "the page is damaged"),
    "page-second-reader": (LOST, "2:", "PDFium could not read the page; pdfplumber read it"),
    "replacement-characters": (WHOLE.replace("late", "la\ufffde"), "1:18", "could not be decoded"),
    "no-court": (WHOLE.replace(COURT, ""), "", "no line of the caption names a court"),
    "no-docket": (WHOLE.replace(DOCKET, ""), "", "no line of the caption has a docket number"),
    "no-date": (WHOLE.replace(DATE, ""), "", "no date of the decision is printed"),
    "no-parties": (WHOLE.replace(PARTIES, ""), "", "no words of the caption name a party"),
    "footnote-without-reference": (WHOLE + "\n¹ So the parties agree.\n", "1:", "nothing refers to footnote 1"),
    "docket-incomplete": (WHOLE.replace("20-cv-00012", "18-cv JAW"), "", "2:18-cv JAW"),
    "role-inferred": (WHOLE.replace("\n\nPlaintiff,", "").replace("\n\nDefendant.", ""), "", "role"),
    "footnote-inferred": (WHOLE.replace("new.", "new.1") + "\n¹ So the parties agree.\n", "", "the least sure is 1"),
    "reference-without-footnote": (WHOLE.replace("late", "late¹"), "", "footnote mark 1 has no footnote"),
}


def test_the_whole_document_provokes_none(tmp_path):
    (tmp_path / "a.txt").write_text(WHOLE, encoding="utf-8")
    assert said(run("convert", "a.txt", "--to", "json", cwd=tmp_path)) == []


def test_every_code_is_provoked():
    assert set(PROVOKED) == set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_a_file_provokes_the_code(code, tmp_path):
    content, place, message = PROVOKED[code]
    data = content.encode() if isinstance(content, str) else content
    done = run("convert", "-", "--to", "json", input=data)
    assert done.returncode == 0
    page, _, line = place.partition(":")
    begin = f"stdin:{page}:{line}: {CODES[code].value}: {code}: "
    (shown,) = [row for row in said(done) if row.startswith(begin)]
    assert message in shown
    (kept,) = [entry for entry in json.loads(done.stdout)["diagnostics"] if entry["code"] == code]
    assert shown == begin + kept["message"]


def test_a_missing_part_is_all_that_is_missed():
    for code in ("no-court", "no-docket", "no-date", "no-parties"):
        done = run("convert", "-", "--to", "json", input=PROVOKED[code][0].encode())
        assert [row.split(": ")[2] for row in said(done)] == [code]
