"""Pictures of pages: each mark stands where its line is, whatever way the page is turned or cropped."""

from __future__ import annotations

import pytest
from PIL import Image

from opinion_parser.diagnostics import Log
from opinion_parser.inspection import sheets_of, tokens_of
from opinion_parser.inspection.drawing import PAD, marked
from opinion_parser.inspection.legend import rows_of
from opinion_parser.inspection.palette import BODY, CELL, KINDS, LEFT, NOTE, RIGHT, WHITE, colour_of, wash
from opinion_parser.inspection.plan import Begins, LineMark, Plan, plan_sheet
from opinion_parser.layout import lay_out
from opinion_parser.layout.measure import Measure
from opinion_parser.parsing.document import parser
from opinion_parser.readers import Raster, picture_of, read
from opinion_parser.source import BBox, Source
from tests.pdfs import pdf_of, typeset

MEASURE = Measure(72, 540, 12, 14)


def image_of(raster: Raster) -> Image.Image:
    return Image.frombytes("RGB", (raster.width, raster.height), raster.rgb)


def plans(source: Source) -> list[Plan]:
    """What is drawn on each sheet of a source."""
    layout = lay_out(source)
    tokens = tokens_of(layout)
    return [
        plan_sheet(sheet, layout.measures[sheet.page.number], tokens)
        for sheet in sheets_of(layout.pages, source.paginated)
    ]


def text(words: str) -> Source:
    return read(words.encode(), "made.txt", Log())


# ---------------------------------------------------------------- drawing


def test_every_zone_has_its_colour_where_its_line_stands():
    zones = [BODY, LEFT, RIGHT, CELL, NOTE, "running-head", "stamp", "line-number"]
    boxes = [BBox(20, 10 + 20 * i, 80, 24 + 20 * i) for i in range(len(zones))]
    lines = [LineMark(box, zone, "", "", "", Begins.NO) for box, zone in zip(boxes, zones, strict=True)]
    white = Raster(200, 400, bytes([255]) * 200 * 400 * 3)
    image = marked(Plan(100, 200, MEASURE, lines, [], []), white, 2)
    for box, zone in zip(boxes, zones, strict=True):
        inside = (PAD + round(2 * box.x0) + 5, PAD + round(2 * box.top) + 5)
        assert image.getpixel(inside) == wash(colour_of(zone))
        assert image.getpixel((inside[0] - 10, inside[1])) == WHITE
    assert len({colour_of(zone) for zone in zones}) == len(zones)


def test_what_is_black_stays_black():
    lines = [LineMark(BBox(0, 0, 10, 10), NOTE, "NOTE", "", "", Begins.NO)]
    image = marked(Plan(10, 10, MEASURE, lines, [], []), Raster(20, 20, bytes(20 * 20 * 3)), 2)
    assert image.getpixel((PAD + 10, PAD + 10)) == (0, 0, 0)


@pytest.mark.parametrize("begins", [Begins.YES, Begins.PERHAPS])
def test_the_sign_of_a_beginning_stands_before_its_line_even_at_the_edge(begins):
    lines = [LineMark(BBox(0, 0, 50, 12), BODY, "P", "", "", begins)]
    image = marked(Plan(50, 12, MEASURE, lines, [], []), Raster(100, 24, bytes([255]) * 100 * 24 * 3), 2)
    assert image.getpixel((PAD - 7, PAD + 12)) == ((0, 0, 0) if begins is Begins.YES else WHITE)
    assert image.getpixel((PAD - 10, PAD + 12)) == (0, 0, 0)


# ---------------------------------------------------------------- pages of PDFs

TABLE = "Case Caption, Current Case Number, Transferor District, Original Case Number; and so on, and so on, to the end"
UPRIGHT = "BT /T 12 Tf 72 650 Td (It is so ordered.) Tj 0 -400 Td (Affirmed.) Tj ET"


@pytest.mark.parametrize(
    ("stream", "page"),
    [
        (UPRIGHT, "/MediaBox [0 0 612 792]"),
        (UPRIGHT, "/MediaBox [0 0 612 792] /CropBox [50 100 550 700]"),
        ("BT /T 12 Tf 0 1 -1 0 100 72 Tm (It is so ordered.) Tj ET", "/MediaBox [0 0 612 792] /Rotate 90"),
        ("BT /T 12 Tf -1 0 0 -1 540 100 Tm (It is so ordered.) Tj ET", "/MediaBox [0 0 612 792] /Rotate 180"),
        (f"BT /T 10 Tf 0 1 -1 0 100 72 Tm ({TABLE}) Tj ET", "/MediaBox [0 0 612 792]"),
        (f"BT /T 10 Tf 0 -1 1 0 300 690 Tm ({TABLE}) Tj ET", "/MediaBox [0 0 612 792] /CropBox [20 10 550 700]"),
        (f"BT /T 10 Tf 0 1 -1 0 100 72 Tm ({TABLE}) Tj ET", "/MediaBox [0 0 612 792] /Rotate 180"),
    ],
    ids=["plain", "cropped", "turned", "headlong", "across", "across, cropped", "across, headlong"],
)
def test_the_words_of_a_page_are_drawn_where_its_lines_stand(stream, page):
    data = pdf_of(stream, page=page)
    source = read(data, "made.pdf", Log())
    (shown,) = source.pages
    image = image_of(picture_of(data, source, shown, [], shown.width, shown.height, 2)).convert("L")
    assert image.size == (round(2 * shown.width), round(2 * shown.height))
    dark = image.point(lambda value: 255 if value < 128 else 0)
    assert dark.getbbox()
    for line in shown.lines:
        box = tuple(round(2 * edge) for edge in line.bbox)
        assert dark.crop(box).getbbox()
        dark.paste(0, (box[0] - 4, box[1] - 4, box[2] + 4, box[3] + 4))
    assert not dark.getbbox()


# ---------------------------------------------------------------- text


def test_text_is_typed_where_its_lines_stand():
    source = text("§ 1983. The “Act”\n\n     is constitutional.¹\n")
    (sheet,) = sheets_of(source.pages, source.paginated)
    image = image_of(picture_of(b"", source, sheet.page, sheet.words, sheet.width, sheet.height, 2)).convert("L")
    dark = image.point(lambda value: 255 if value < 128 else 0)
    for line in sheet.lines:
        box = tuple(round(2 * edge) for edge in line.bbox)
        assert dark.crop(box).getbbox()
        dark.paste(0, box)
    assert not dark.getbbox()


def test_a_text_without_page_ends_is_shown_in_sheets():
    source = text("\n".join(f"Line {n} of the record." for n in range(1, 151)))
    sheets = sheets_of(source.pages, source.paginated)
    assert [sheet.title for sheet in sheets] == [
        "sheet 1 of 3, lines 1 to 66",
        "sheet 2 of 3, lines 67 to 132",
        "sheet 3 of 3, lines 133 to 150",
    ]
    assert [len(sheet.lines) for sheet in sheets] == [66, 66, 18]
    assert sheets[1].words[0].bbox.top == 0
    assert [len(sheet.lines) for sheet in sheets_of(text("One\f\fThree").pages, True)] == [1, 0, 1]


def test_a_paragraph_on_one_line_is_cut_off_and_an_empty_text_is_white():
    (sheet,) = sheets_of(text("word " * 1000).pages, False)
    assert sheet.width == 660
    (plan,) = plans(text(""))
    assert plan.lines == []


# ---------------------------------------------------------------- plan and legend

PAPER = """UNITED STATES DISTRICT COURT
FOR THE DISTRICT OF MONTANA

JANE ROE,                     )
              Plaintiff,      )
     v.                       )  No. 21-cv-417
ACME CO.,                     )
              Defendant.      )

                              ORDER

     The motion is granted.¹ It was filed in time, and the answer to it was not, so that there is
nothing to be weighed against what it says of the lease and of the land.

¹ The facts are taken from the motion.
"""


def test_lines_have_zone_token_cell_facts_and_beginnings():
    (plan,) = plans(text(PAPER))
    court = plan.lines[0]
    assert (court.zone, court.part, court.cell, court.begins) == (BODY, "court", "", Begins.NO)
    assert "caps" in court.facts.split()
    docket = next(line for line in plan.lines if line.zone == RIGHT)
    assert (docket.part, docket.cell) == ("docket", "3R")
    paragraph = next(line for line in plan.lines if line.kind == "P")
    note = next(line for line in plan.lines if line.kind == "NOTE")
    assert (paragraph.begins, note.begins, note.zone) == (Begins.YES, Begins.YES, NOTE)
    assert [ring.name for ring in plan.rings] == ["reference", "label"]
    (divider,) = [stroke.bbox for stroke in plan.strokes if stroke.name == "divider"]
    assert divider.x0 == 30.5 * 6


def test_the_legend_lists_what_occurs_and_how_often():
    (plan,) = plans(text(PAPER))
    rows = rows_of(plan, ["made.txt"])
    counts = {row.name or row.words: row.count for row in rows if row.count is not None}
    assert rows[0].words == "made.txt"
    assert counts["caption left"] == 5
    assert counts["rail"] == 5
    assert (counts["NOTE"], counts["P"]) == (1, 1)
    assert counts["parts the caption's columns"] == 1
    assert not {"folio", "stamp", "Q", "HEADING", "drawn rule"} & set(counts)
    assert sum(plan.zones().values()) == len(plan.lines)


def test_every_kind_of_line_has_words():
    assert set(KINDS) == {terminal.name for terminal in parser().terminals} - {"PAGE_BREAK"}


def test_a_rule_drawn_on_the_page_is_shown():
    source = read(pdf_of("72 200 144 0.5 re f BT /T 12 Tf 72 650 Td (Affirmed.) Tj ET"), "made.pdf", Log())
    (plan,) = plans(source)
    assert [stroke.name for stroke in plan.strokes] == ["rule", "edge", "edge"]


def test_a_drawn_table_has_its_cells_and_their_places():
    source = read(typeset(WORDS_ABOVE + "#table(columns: 2, [Name], [Hours], [Ann Wells], [12.5])"), "made.pdf", Log())
    (plan,) = plans(source)
    cells = [line for line in plan.lines if line.zone == CELL]
    assert [(line.cell, line.kind) for line in cells] == [
        ("1.1", "TABLE"),
        ("1.2", "TABLE_CELL"),
        ("2.1", "TABLE_ROW"),
        ("2.2", "TABLE_CELL"),
    ]
    assert [stroke.name for stroke in plan.strokes].count("cell") == 4


WORDS_ABOVE = "The court has read the papers that the parties filed on the motion for fees, and has heard them. " * 3


def test_a_divider_that_is_drawn_is_shown_where_it_is_drawn():
    rows = "\n".join(
        f"BT /T 12 Tf 72 {700 - 20 * i} Td ({left}) Tj 248 0 Td ({right}) Tj ET"
        for i, (left, right) in enumerate([("JANE ROE,", "No. 21-417"), ("v.", "ORDER"), ("ACME CO.", "March 3, 2021")])
    )
    (plan,) = plans(read(pdf_of(f"{rows}\n300 650 0.7 65 re f"), "made.pdf", Log()))
    (divider,) = [stroke.bbox for stroke in plan.strokes if stroke.name == "divider"]
    assert divider.x0 == pytest.approx(300, abs=1)
