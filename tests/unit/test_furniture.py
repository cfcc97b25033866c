"""What is set apart as furniture, kind by kind, and what is not: pages made of lines at given places."""

from __future__ import annotations

import json

import pytest

import opinion_parser
from opinion_parser.layout.furniture import label_furniture
from opinion_parser.layout.furniture.filing_stamps import is_stamp
from opinion_parser.layout.furniture.folios import number
from opinion_parser.source import BBox, Line, Page, Style, Word, Zone
from tests.pdfs import typeset

PROSE = "the words of the opinion fill this line from edge to edge"


def line(number, page, x, top, text, size=12.0, font="Roman"):
    """A line of a page; two blanks in its text are a wide gap, half the size is a letter's width."""
    words, at = [], x
    for piece in text.replace("  ", " \x00 ").split(" "):
        if piece == "\x00":
            at += 6 * size
            continue
        width = 0.5 * size * len(piece)
        words.append(Word(piece, BBox(at, top, at + width, top + size), Style(size=size, font=font)))
        at += width + 0.3 * size
    return Line(page, number, words, BBox(x, top, words[-1].bbox.x1, top + size))


def page(page_number, *rows, prose=20):
    """A page with these rows of (x, top, text, size, font) and lines of running text from a third of its height on."""
    text = [(72, 250 + 24 * i, f"{PROSE} {chr(97 + i)}{page_number}x") for i in range(prose)]
    rows = sorted([*rows, *text], key=lambda row: row[1])
    return Page(page_number, 612, 792, [line(i, page_number, *row) for i, row in enumerate(rows, 1)])


def furniture(*pages):
    """The furniture of some pages as (page, kind, text)."""
    label_furniture(list(pages))
    return [(ln.page, ln.furniture, ln.text) for pg in pages for ln in pg.lines if ln.zone is Zone.FURNITURE]


def body(one):
    """The lines of a page that are left, but for its running text."""
    return [ln.text for ln in one.lines if ln.zone is Zone.BODY and not ln.text.startswith(PROSE)]


def of_text(source):
    """The furniture and the first opinion's text of a typed source."""
    document = json.loads(opinion_parser.convert(source.encode(), name="a.txt", formats=["json"])["json"])
    return [(piece["page"], piece["kind"], piece["text"]) for piece in document["furniture"]], document


# ---------------------------------------------------------------- filing stamps

STAMPS = [
    "Case 1:20-cv-02760-KPF Document 39 Filed 12/30/20 Page 1 of 16",
    "Case: 1:18-cv-00001 Document #: 20 Filed: 08/31/18 Page 1 of 22 PageID #:259",
    "Case3:14-cv-03120-RS Document38 Filed02/20/15 Page1 of 12",
    "USCA11 Case: 23-12178 Document: 72-1 Date Filed: 05/08/2025 Page: 1 of 17",
    "USCA Case #20-5143 Document #1859735 Filed: 08/31/2020 Page 1 of 35",
    "Appellate Case: 20-1234 Document: 010110444444 Date Filed: 01/01/2021 Page: 1",
    "Case: 12-2209 Document: 00116475093 Page: 1 Date Filed: 01/03/2013 Entry ID: 5700979",
    "Appeal: 10-1234 Doc: 30 Filed: 02/05/2010 Pg: 1 of 12",
    "Case: 18-15845, 07/01/2020, ID: 11738241, DktEntry: 58-1, Page 1 of 23",
    "Case 20-1234, Document 105-1, 06/14/2021, 3118475, Page1 of 15",
    "Case: 24-1479 Document: 50 Page: 1 Filed: 08/26/2025",
    "Case 17-03283-LTS Doc 644 Filed 06/30/17 Entered 06/30/17 13:52:10 Desc Main",
    "20-12345-mg Doc 55 Filed 01/02/20 Entered 01/02/20 10:11:12 Main Document Pg 3 of 15",
    "Case 0:12-cv-60460-RSR Document 70 Entered on FLSD Docket 02/01/2013 Page 1 of 9",
    "Case 2:19-cv-00376-RBS-RJK Document 49 Filed 12/08/20 Page 6 of 11 PagelD# 839",
    "Case: 17-2400 Document: 3 Filed: 07/13/2017 Pages: 1",
    "Case 4:29-cv-03312 Document 18 Filed on 05/21/30 in TXSD Page 1 of 3",
    "Case No. 1:29-cv-00733-PAV-SKM Document 52 filed 09/30/30 USDC Colorado pg 1 of 3",
    "2:28-cv-01661-DCN Date Filed 08/01/29 Entry Number 15 Page 1 of 2",
    "3:29-cv-03102-SEM-TSH # 40 Filed: 07/08/30 Page 1 of 3",
]


@pytest.mark.parametrize("text", STAMPS)
def test_filing_stamps_of_all_courts(text):
    assert is_stamp(text)


@pytest.mark.parametrize(
    "text",
    [
        "Case No. 20-cv-1234, Document 12, which the clerk filed late and on the wrong page, is stricken.",
        "See Doc. 12 at 3; Doc. 14, filed 12/30/20, at page 4.",
        "Page 3 of the exhibit says the same.",
        "Case No. 2:15-cv-01739",
        "Document 1",
    ],
)
def test_no_stamp(text):
    assert not is_stamp(text)


def test_second_line_of_a_stamp():
    one = page(1, (82, 16, STAMPS[11]), (240, 28, "Document Page 1 of 4"), (200, 80, "UNITED STATES BANKRUPTCY COURT"))
    assert furniture(one) == [(1, "stamp", STAMPS[11]), (1, "stamp", "Document Page 1 of 4")]
    assert body(one) == ["UNITED STATES BANKRUPTCY COURT"]


def test_a_stamp_within_a_line_leaves_the_line_whole():
    stamp = "Case 3:17-cv-01362 Document 832 Filed 08/05/20 Page 2 of 18 PageID #: 16844"
    one = page(1, (72, 240, f"in recent years {stamp} relating to the crisis."))
    assert (1, "stamp", stamp) in furniture(one)
    assert body(one) == ["in recent years relating to the crisis."]


# ---------------------------------------------------------------- clerk's stamps


def test_a_clerks_stamp_beside_the_caption():
    one = page(
        1,
        (493, 41, "FILED", 10),
        (442, 53, "United States Court of Appeals", 10),
        (470, 64, "Tenth Circuit", 10),
        (183, 74, "UNITED STATES COURT OF APPEALS"),
        (462, 88, "February 5, 2010", 12),
        (240, 104, "TENTH CIRCUIT"),
        (459, 113, "Elizabeth A. Roe", 10),
        (470, 125, "Clerk of Court", 10),
        (72, 150, "JANE ROE,"),
    )
    kinds = {kind for _, kind, _ in furniture(one)}
    assert kinds == {"clerk-stamp"}
    assert body(one) == ["UNITED STATES COURT OF APPEALS", "TENTH CIRCUIT", "JANE ROE,"]


def test_a_clerks_stamp_in_the_lines_of_the_caption():
    one = page(
        1,
        (150, 80, "United States Court of Appeals", 20, "Gothic"),
        (468, 120, "FILED", 16, "Sans"),
        (462, 140, "March 16, 2022", 11, "Sans"),
        (270, 164, "No. 21-50498"),
        (470, 164, "Lyle W. Roe", 11, "Sans"),
        (489, 178, "Clerk", 11, "Sans"),
    )
    one.lines[3] = line(4, 1, 270, 164, "No. 21-50498")
    one.lines[3].words += one.lines[4].words
    del one.lines[4]
    assert [text for _, _, text in furniture(one)] == ["FILED", "March 16, 2022", "Lyle W. Roe", "Clerk"]
    assert "No. 21-50498" in body(one)


@pytest.mark.parametrize(
    "stamp",
    [
        [
            "FILED",
            "08/12/2025",
            "Sara Roe",
            "CLERK OF THE SUPREME COURT",
            "STATE OF MONTANA",
            "Case Number: DA 23-0430",
        ],
        ["FILED", "Apr 05 2018, 9:20 am", "CLERK", "Indiana Supreme Court", "Court of Appeals", "and Tax Court"],
        ["FILED", "JUN 25 2020", "ELIZABETH A. ROE", "CLERK OF SUPREME COURT", "DEPUTY CLERK"],
        ["Electronically Filed", "Supreme Court", "SCWC-12-0000123", "05-FEB-2016", "08:00 AM"],
        ["FILED", "October 5, 2015", "released at 3:00 p.m.", "RORY L. ROE II, CLERK", "SUPREME COURT OF APPEALS"],
        ["FILED", "2020 Aug-05 PM 03:11", "U.S. DISTRICT COURT", "N.D. OF ALABAMA"],
        ["ENTERED", "03/05/2020"],
        ["FILED JUN 12 2020", "SUSAN Y. ROE, CLERK"],
    ],
    ids=" / ".join,
)
def test_clerks_stamps_of_many_courts(stamp):
    rows = [(470 - 2.5 * len(text), 40 + 14 * i, text, 10) for i, text in enumerate(stamp)]
    caption = [(180, 160, "IN THE SUPREME COURT"), (72, 190, "JANE ROE,"), (340, 190, "No. DA 23-0430")]
    one = page(1, *rows, *caption)
    assert [text for _, _, text in furniture(one)] == stamp
    assert body(one) == ["IN THE SUPREME COURT", "JANE ROE,", "No. DA 23-0430"]


def test_a_digital_signature():
    seal = ["Digitally signed by", "Reporter of Decisions", "Reason: I attest to the accuracy of this paper"]
    rows = [(400, 30 + 8 * i, text, 7) for i, text in enumerate([*seal, "Date: 2021.06.22", "13:24:11 -05'00'"])]
    one = page(1, *rows, (180, 120, "APPELLATE COURT OF ILLINOIS"))
    assert [kind for _, kind, _ in furniture(one)] == ["seal"] * 5
    assert body(one) == ["APPELLATE COURT OF ILLINOIS"]


def test_a_day_in_a_caption_is_no_stamp():
    one = page(1, (300, 100, "No. ED108783"), (300, 130, "Filed: January 19, 2021"), (300, 160, "FILED UNDER SEAL"))
    assert furniture(one) == []


def test_the_clerks_first_line():
    one = page(1, (72, 60, "Filed 7/3/25 Conservatorship of Jane R. CA2/2", 10), (110, 100, "IN THE COURT OF APPEAL"))
    assert furniture(one) == [(1, "clerk-stamp", "Filed 7/3/25 Conservatorship of Jane R. CA2/2")]


def test_the_day_of_a_clerks_stamp_is_the_decisions():
    _, document = of_text(
        "                                                                  FILED\n"
        "                 UNITED STATES COURT OF APPEALS                FEB 05 2010\n"
        "                     FOR THE NINTH CIRCUIT               MOLLY C. ROE, CLERK\n"
        "                                                         U.S. COURT OF APPEALS\n\n"
        "JANE ROE,\n     Plaintiff-Appellant,\nv.\nACME, INC.,\n     Defendant-Appellee.\nNo. 08-56789\n\n"
        "MEMORANDUM\n\nJane Roe appeals from the judgment of the district court, and we affirm it in all respects.\n"
    )
    assert document["date"] == "2010-02-05"
    assert document["caption"]["lines"][:2] == ["UNITED STATES COURT OF APPEALS", "FOR THE NINTH CIRCUIT"]


# ---------------------------------------------------------------- folios


@pytest.mark.parametrize(("text", "value"), [("12", 12), ("iv", 4), ("xix", 19), ("ill", None), ("vv", None)])
def test_numbers(text, value):
    assert number(text) == value


@pytest.mark.parametrize("form", ["{}", "- {} -", "-{}- 527491", "-{}-", "Page {} of 9", "{} of 9", "Page {}"])
def test_folios_at_the_foot(form):
    pages = [page(n, (300, 740, form.format(n))) for n in (1, 2, 3)]
    assert furniture(*pages) == [(n, "folio", form.format(n)) for n in (1, 2, 3)]


def test_folios_that_begin_anew():
    pages = [page(n, (300, 740, str(folio))) for n, folio in enumerate((1, 2, 1, 24, 25), 1)]
    assert [text for _, _, text in furniture(*pages)] == ["1", "2", "1", "24", "25"]


def test_a_number_is_no_folio():
    pages = [page(n) for n in range(1, 6)]
    pages[2] = page(3, (300, 60, "7"))  # a heading
    pages[3] = page(4, (72, 730, "1877))."))  # the end of a citation
    assert furniture(*pages) == []


def test_numbers_within_running_heads_count_the_pages():
    pages = [page(n, (220, 50, "ROE v. ACME, INC."), (300, 70, str(n + 11))) for n in range(1, 5)]
    assert [text for _, kind, text in furniture(*pages) if kind == "folio"] == ["12", "13", "14", "15"]


def test_a_heading_under_a_running_head():
    pages = [page(n, (220, 50, "ROE v. ACME, INC."), *([(300, 70, "4")] if n == 3 else [])) for n in range(1, 5)]
    furniture(*pages)
    assert body(pages[2]) == ["4"]


# ---------------------------------------------------------------- running heads


def test_heads_of_left_and_right_pages_and_of_the_writing():
    """The head's second line names the writing and changes with it; a separate writing may be one page."""
    pages = []
    for n in range(1, 9):
        head = f"{n} ROE v. ACME" if n % 2 == 0 else f"Cite as: 571 U. S. ____ (2013) {n}"
        part = "Opinion of the Court" if n < 8 else "Appendix to the decree"
        pages.append(page(n, (180, 50, head, 9), (250, 70, part, 9)))
    heads = furniture(*pages)
    assert len(heads) == 16
    assert {kind for _, kind, _ in heads} == {"running-head"}


def test_a_misprinted_head():
    pages = [page(n, (100, 50, "In re Acme Filters Litigation, No. MDL 15-02641-PHX-RR")) for n in (2, 3, 4, 5)]
    pages[2] = page(4, (100, 50, "In re Acme Filters Litigation, No. MDL 15-02641-RR"), (200, 90, "Schedule B"))
    assert len(furniture(*pages)) == 4
    assert body(pages[2]) == ["Schedule B"]


def test_heads_of_a_short_paper():
    pages = [page(1, (200, 50, "STATE OF OHIO")), *(page(n, (100, 50, "Roe v. Acme, No. 12-345")) for n in (2, 3))]
    assert [where for where, _, _ in furniture(*pages)] == [2, 3]


def test_a_caption_that_comes_twice_is_no_head():
    rows = [(120, 50, "United States Court of Appeals", 16), (270, 80, "2008-5045"), (220, 100, "ACME TRADING, LLC,")]
    pages = [page(1, *rows), page(2, *rows), *(page(n) for n in range(3, 18))]
    assert furniture(*pages) == []


def test_a_heading_that_comes_again_is_no_head():
    pages = [page(n, *([(300, 60, "II")] if n in (3, 9) else [])) for n in range(1, 12)]
    assert furniture(*pages) == []


def test_running_feet_with_docket_and_page():
    pages = [page(1), *(page(n, (72, 740, f"2007-3224  {n - 1}")) for n in range(2, 6))]
    assert [kind for _, kind, _ in furniture(*pages)] == ["running-foot"] * 4


def test_a_foot_that_names_its_page_stands_in_a_paper_of_one():
    one = page(1, (72, 750, "Findings and Conclusions Regarding Plan – Page 1"))
    assert furniture(one) == [(1, "running-foot", "Findings and Conclusions Regarding Plan – Page 1")]


def test_a_foot_that_names_the_page_of_its_stamp():
    foot = "CR-11 (10/16)  CRIMINAL MINUTES - GENERAL  Page 3 of 26"
    one = page(1, (72, 16, "Case 2:19-cr-00595-ABC Document 123 Filed 03/24/21 Page 3 of 26"), (72, 750, foot, 9))
    assert [kind for _, kind, _ in furniture(one)] == ["stamp", "running-foot"]


def test_heads_that_count_on_from_page_to_page():
    """The title over left pages and the term over right ones, each of which comes once."""
    pages = [page(1, (200, 50, "OCTOBER TERM, 2025  11", 9)), page(2, (150, 50, "12  ROE v. Acme, LLC", 9))]
    assert [text for _, _, text in furniture(*pages)] == ["OCTOBER TERM, 2025 11", "12 ROE v. Acme, LLC"]


def test_a_folio_glued_to_the_year_of_the_term():
    one = page(1, (250, 50, "OCTOBER TERM, 20251", 9), (280, 70, "Syllabus", 9))
    assert furniture(one) == [(1, "running-head", "OCTOBER TERM, 20251"), (1, "running-head", "Syllabus")]


def test_a_watermark():
    pages = [page(n, (200, 303, "Northern District of California")) for n in range(1, 5)]
    assert furniture(*pages) == [(n, "watermark", "Northern District of California") for n in range(1, 5)]


def test_the_short_title_over_a_caption():
    rows = [
        (72, 50, "08-6301-cv", 9),
        (72, 62, "Roe v. Acme", 9),
        (190, 90, "UNITED STATES COURT OF APPEALS"),
        (230, 150, "Docket No. 08-6301-cv"),
    ]
    one = page(1, *rows)
    assert furniture(one) == [(1, "running-head", "08-6301-cv"), (1, "running-head", "Roe v. Acme")]
    alone = page(1, *rows[:3])
    assert furniture(alone) == [(1, "running-head", "Roe v. Acme")]


# ---------------------------------------------------------------- legends, star pages, fillers


def test_notices_of_the_reporter():
    head = [
        "Matter of Roe v Acme, Inc.",
        "2015 NY Slip Op 01017 [125 AD3d 1307]",
        "February 6, 2015",
        "Appellate Division, Fourth Department",
        "Published by New York State Law Reporting",
        "Bureau pursuant to Judiciary Law § 431.",
        "As corrected through Wednesday, April 1, 2015",
    ]
    one = page(1, *((72, 50 + 14 * i, text) for i, text in enumerate(head)))
    assert [text for _, _, text in furniture(one)] == head[4:]


def test_star_pages():
    one = page(1, (72, 200, "concerning its [*2]defense and {**1 AD3d at 8}which [*3] goes on"))
    assert [text for _, _, text in furniture(one)] == ["[*2]", "{**1 AD3d at 8}", "[*3]"]
    assert body(one) == ["concerning its defense and which goes on"]


def test_fillers_of_pleading_paper():
    caption = "UNITED STATES DISTRICT COURT\n\nROE,\nPlaintiff,\nv.\nACME,\nDefendant.\n\nORDER\n\n"
    _, document = of_text(caption + "The motion is denied.\n/ / /\n///\n")
    assert "/ /" not in json.dumps(document["opinions"])


def test_the_head_of_a_form_stands_on_every_page():
    head = "#set par(first-line-indent: 0pt)\n"
    head += "#align(center)[UNITED STATES DISTRICT COURT\\ CENTRAL DISTRICT OF CALIFORNIA]"
    head += "\nTitle #h(2em) Brightwater Marina, Inc. v. Tolliver Fuel Dock LLC"
    text = "The motion is granted because nobody has opposed it in the three weeks since it was made by the company. "
    pages = f"#set page(margin: (top: 2in), header: [{head}])\n{text * 20}\n#pagebreak()\n{text * 20}"
    document = json.loads(opinion_parser.convert(typeset(pages), ["json"], name="made.pdf")["json"])
    assert len(document["opinions"]) == 1
    assert next(f["text"] for f in document["furniture"] if f["page"] == 2) == "UNITED STATES DISTRICT COURT"
    assert document["caption"]["lines"][0] == "UNITED STATES DISTRICT COURT"
