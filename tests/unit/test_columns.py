"""Where a caption's two columns part: what stands above them, and what ends them."""

from __future__ import annotations

from opinion_parser.layout.columns import split_columns
from opinion_parser.layout.measure import Measure
from opinion_parser.source import BBox, Rule
from tests.pages import LEFT, RIGHT, Sheet

MEASURE = Measure(LEFT, RIGHT, 13.0, 26.0)


def caption(notice_size):
    """A caption with a drawn rule between its columns, below a notice of two lines that fill the measure."""
    sheet = Sheet()
    sheet.full(
        "Rules of Court, rule 8.9999(a), prohibits courts and parties from citing or relying on opinions not",
        "certified for publication or ordered published, except as specified by rule 8.9999(b), as is said below.",
        size=notice_size,
    )
    sheet.line("In re ROWAN H., a Minor.")
    top = sheet.foot - 20
    for left, right in (("IVOR H. et al.,", "B999999"), ("Petitioners,", "Ct. No. 19ROE02507)"), ("v.", "(Roe County")):
        sheet.line(left, gap=28)
        sheet.line(right, gap=0, x0=320)
        joined, cell = sheet.page.lines[-2], sheet.page.lines.pop()
        joined.words += cell.words
        joined.bbox = BBox(joined.bbox.x0, joined.bbox.top, cell.bbox.x1, joined.bbox.bottom)
    sheet.page.rules.append(Rule(BBox(300, top, 301, sheet.foot + 4)))
    return sheet.page


def test_a_notice_in_small_type_ends_no_caption():
    page = caption(notice_size=8.0)
    split_columns(page, MEASURE)
    assert [line.text for line in page.lines if line.column == "right"] == [
        "B999999",
        "Ct. No. 19ROE02507)",
        "(Roe County",
    ]


def test_running_text_ends_one():
    page = caption(notice_size=13.0)
    split_columns(page, MEASURE)
    assert not any(line.column for line in page.lines)
