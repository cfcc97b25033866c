"""Tables of PDFs, from strokes and gutters to nodes."""

from __future__ import annotations

import pytest

import opinion_parser
from opinion_parser import nodes
from opinion_parser.diagnostics import Log
from opinion_parser.readers.pdf import read_pdf
from opinion_parser.texts import words
from opinion_parser.validation import validate_akn
from tests.pdfs import typeset

CAPTION = """
#align(center)[UNITED STATES DISTRICT COURT\\ DISTRICT OF NEBRASKA]
#grid(columns: 2, gutter: 2em, [ROSE MARLOW,\\ Plaintiff,\\ v.\\ HILL CO.,\\ Defendant.], [No. 8:20-cv-00101])
#align(center)[*ORDER*]
"""
PROSE = """
The court has read the papers that the parties filed on the motion for fees, and it has heard their counsel at length
on the hours that were spent. The hours that follow are reasonable in the light of what was done and of what was won.
"""
FEES = """
#table(columns: (1fr, auto, auto), [*Name*], [*Hours*], [*Rate*],
  [Ann Wells, who tried the case together with two younger lawyers of her firm and wrote the brief on appeal], [12.5],
  [\\$300], [Bo Reed], [3], [\\$210])
"""


def document(body: str) -> nodes.Document:
    return opinion_parser.parse(typeset(body), name="made.pdf")


def blocks_of(made: nodes.Document) -> list[nodes.Block]:
    return made.opinions[0].blocks


def rows_of(block: nodes.Block) -> list[list[str]]:
    assert isinstance(block, nodes.Table)
    return [[words(cell.inlines) for cell in row.cells] for row in block.rows]


def test_the_reader_gives_the_cells_of_each_grid():
    page = read_pdf(typeset(FEES + PROSE + FEES), "made.pdf", Log()).pages[0]
    assert [len(grid) for grid in page.tables] == [9, 9]
    first = page.tables[0][0]
    assert first.x0 == pytest.approx(72, abs=1)
    assert first.top == pytest.approx(72, abs=1)


def test_boxes_and_rules_are_no_grid():
    page = read_pdf(typeset("#rect[RECEIVED\\ March 3]\n#line(length: 50%)\n" + PROSE), "made.pdf", Log()).pages[0]
    assert page.tables == []


def test_a_drawn_table_is_a_table_and_what_follows_it_a_paragraph():
    before, table, after = blocks_of(document(CAPTION + PROSE + FEES + "The motion is granted in full by this court."))
    assert rows_of(table) == [
        ["Name", "Hours", "Rate"],
        [
            "Ann Wells, who tried the case together with two younger lawyers of her firm and wrote the brief on appeal",
            "12.5",
            "$300",
        ],
        ["Bo Reed", "3", "$210"],
    ]
    assert isinstance(before, nodes.Paragraph)
    assert isinstance(after, nodes.Paragraph)


def test_cells_without_words_keep_their_place():
    table = "#table(columns: 3, [Name], [Mail], [Fax], [Ann], [], [X], [Bo], [X], [])"
    (found,) = [b for b in blocks_of(document(CAPTION + PROSE + table)) if isinstance(b, nodes.Table)]
    assert rows_of(found) == [["Name", "Mail", "Fax"], ["Ann", "", "X"], ["Bo", "X", ""]]


def test_a_head_across_the_table_stands_in_its_first_column():
    table = "#table(columns: 2, table.cell(colspan: 2)[ORDERS], [Date], [Text], [March 3], [Order 1])"
    (found,) = [b for b in blocks_of(document(CAPTION + PROSE + table)) if isinstance(b, nodes.Table)]
    assert rows_of(found) == [["ORDERS", ""], ["Date", "Text"], ["March 3", "Order 1"]]


def test_a_table_runs_on_over_the_page():
    rows = "".join(f"[Case {i}], [No. {i}]," for i in range(1, 60))
    made = document(CAPTION + PROSE + f"#table(columns: (1fr, 1fr), {rows})")
    (found,) = [b for b in blocks_of(made) if isinstance(b, nodes.Table)]
    assert [row[0] for row in rows_of(found)] == [f"Case {i}" for i in range(1, 60)]
    turns = [row.cells[0].inlines[0] for row in found.rows if isinstance(row.cells[0].inlines[0], nodes.PageBreak)]
    assert turns == [nodes.PageBreak(2)]


def test_the_box_of_a_caption_is_no_table():
    box = "#table(columns: 2, [ROSE MARLOW,\\ Plaintiff,], [No. 8:20-cv-00101], [HILL CO.,\\ Defendant.], [ORDER])"
    made = document("#align(center)[UNITED STATES DISTRICT COURT\\ DISTRICT OF NEBRASKA]\n" + box + PROSE)
    assert not any(isinstance(b, nodes.Table) for b in blocks_of(made))
    assert {"No. 8:20-cv-00101", "ORDER"} <= set(made.caption.lines)


def test_a_box_over_every_page_is_a_running_head():
    head = "#set page(header: table(columns: 2, [Case No.], [20-101], [Date], [March 3]), margin: (top: 2in))\n"
    made = document(head + CAPTION + PROSE + "#pagebreak()" + PROSE)
    assert not any(isinstance(b, nodes.Table) for b in blocks_of(made))


def test_tables_in_every_output():
    rows = "".join(f"[Case {i}], [No. {i}]," for i in range(1, 60))
    table = f"#table(columns: (1fr, 1fr), {rows})"
    out = opinion_parser.convert(typeset(CAPTION + PROSE + table), name="made.pdf", page_marks=True)
    lines = out["markdown"].decode().splitlines()
    assert {"| Case 1 | No. 1 |", "| Case 59 | No. 59 |"} <= set(lines)
    assert sum("page 2" in line for line in lines) == 1
    assert validate_akn(out["akn"]) == []
    assert out["akn"].count(b"<table") == 1


def test_columns_without_strokes_are_a_table():
    rows = "[*Docket No.*], [*Year*], [*Deficiency*], [101-13], [2008], [\\$1,236], [202-14], [2010], [83]"
    table = f"#align(center, grid(columns: 3, column-gutter: 3em, row-gutter: 0.6em, {rows}))"
    before, found, after = blocks_of(document(CAPTION + PROSE + table + PROSE))
    assert rows_of(found) == [
        ["Docket No.", "Year", "Deficiency"],
        ["101-13", "2008", "$1,236"],
        ["202-14", "2010", "83"],
    ]
    assert isinstance(before, nodes.Paragraph)
    assert isinstance(after, nodes.Paragraph)


def test_bold_rows_above_others_are_the_head():
    made = document(CAPTION + PROSE + FEES)
    (found,) = [b for b in blocks_of(made) if isinstance(b, nodes.Table)]
    assert [row.head for row in found.rows] == [True, False, False]
    akn = opinion_parser.write(made, "akn")
    assert akn.count(b"<th>") == 3
    assert validate_akn(akn) == []


def test_a_head_that_comes_again_on_the_next_page_is_furniture():
    rows = "".join(f"[Case {i}], [No. {i}]," for i in range(1, 90))
    made = document(CAPTION + PROSE + f"#table(columns: (1fr, 1fr), table.header([*Case*], [*Number*]), {rows})")
    (found,) = [b for b in blocks_of(made) if isinstance(b, nodes.Table)]
    assert [row[0] for row in rows_of(found)] == ["Case", *(f"Case {i}" for i in range(1, 90))]
    assert [(item.page, item.kind, item.text) for item in made.furniture] == [
        (2, "table-head", "Case"),
        (2, "table-head", "Number"),
        (3, "table-head", "Case"),
        (3, "table-head", "Number"),
    ]


def test_a_title_may_be_as_wide_as_its_table():
    title = "\n#align(center)[*Hours that the Three Lawyers of the Plaintiff Spent on the Trial and on Appeal*]\n"
    blocks = blocks_of(document(CAPTION + PROSE + title + FEES + PROSE))
    assert isinstance(blocks[1], nodes.Section)
    assert words(blocks[1].heading).startswith("Hours that the Three Lawyers")
    assert [type(block) for block in blocks[1].blocks] == [nodes.Table, nodes.Paragraph]
