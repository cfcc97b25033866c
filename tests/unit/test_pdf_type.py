"""Traps of type: what programs do to letters, and the words that both readers make of it."""

from __future__ import annotations

import pytest

from opinion_parser import api
from opinion_parser.diagnostics import Log
from opinion_parser.source import Page, Word
from tests.pdfs import pdf_of

WIDTHS = dict(
    zip(
        "abcdefghijklmnopqrstuvwxyz ",
        (
            444,
            500,
            444,
            500,
            444,
            333,
            500,
            500,
            278,
            278,
            500,
            278,
            778,
            500,
            500,
            500,
            500,
            333,
            389,
            278,
            500,
            500,
            722,
            500,
            500,
            444,
            250,
        ),
        strict=True,
    )
) | {
    "S": 556,
    "U": 722,
    "P": 556,
    "R": 667,
    "E": 611,
    "M": 889,
    "C": 667,
    "O": 722,
    "T": 611,
    "F": 556,
    "W": 944,
    "I": 333,
    "N": 722,
    "A": 722,
    "D": 722,
}
"""Widths of Times in thousandths of its size."""


def texts(page: Page) -> list[str]:
    return [line.text for line in page.lines]


def words(page: Page) -> list[Word]:
    return [word for line in page.lines for word in line.words]


def width(text: str, size: float) -> float:
    return sum(WIDTHS[c] for c in text) * size / 1000


def show(text: str, x: float, y: float, size: float) -> str:
    """The operators that paint a text at a place."""
    return f"BT /T {size} Tf 1 0 0 1 {x:.2f} {y} Tm ({text}) Tj ET"


def glyph_by_glyph(text: str, tracking: float = 0.0) -> str:
    """Each letter by itself, placed to a tenth of a point; blanks are left out."""
    x, shows = 72.0, []
    for c in text:
        if c != " ":
            shows.append(show(c, round(x, 1), 600, 12))
        x += width(c, 12) + tracking
    return " ".join(shows)


def heads_first(text: str, large: float, small: float, higher: float) -> str:
    """Small capitals of which the large letters are painted first, and the small ones a bit higher."""
    x, heads, rests = 72.0, [], []
    for word in text.split():
        rest = word
        if word != "OF":
            heads.append(show(word[0], x, 600, large))
            x += width(word[0], large)
            rest = word[1:]
        rests.append(show(rest, x, 600 + higher, small))
        x += width(rest, small) + 0.25 * small
    return " ".join(heads + rests)


# ---------------------------------------------------------------- letters by themselves


@pytest.mark.parametrize("tracking", [0, 1, 2, 4])
def test_letters_painted_one_by_one_form_words_however_far_they_are_spaced(page_of, tracking):
    assert texts(page_of(glyph_by_glyph("the motion to dismiss is denied", tracking))) == [
        "the motion to dismiss is denied"
    ]


def test_a_heading_with_wide_spacing_has_whole_words(page_of):
    assert texts(page_of("BT /T 12 Tf 3 Tc 72 600 Td (STATE OF MICHIGAN) Tj ET")) == ["STATE OF MICHIGAN"]


def test_letters_with_blanks_painted_by_themselves_between_them_stay_apart(page_of):
    stream = " ".join(show(c, 72 + 11 * i, 600, 12) + show(" ", 81 + 11 * i, 600, 12) for i, c in enumerate("ORDER"))
    assert texts(page_of(stream)) == ["O R D E R"]


def test_leaders_and_ellipses_keep_their_gaps(page_of):
    assert texts(page_of("BT /T 12 Tf 72 600 Td [(A)-350(.)-350(.)-350(.)-350(.)-350(.)-350(3)] TJ ET")) == [
        "A . . . . . 3"
    ]


def test_a_blank_painted_by_itself_parts_words_that_stand_close(page_of):
    # as Word's printer driver does, which moves letters to whole dots: "l" ends at 84.0, "R" starts at 85.2
    stream = show("all", 72, 600, 12) + show(" ", 83, 600, 12) + show("Rod", 85.2, 600, 12)
    assert texts(page_of(stream)) == ["all Rod"]


# ---------------------------------------------------------------- small capitals


@pytest.mark.parametrize("higher", [-2, -1, 0, 1, 2, 3])
@pytest.mark.parametrize("small", [10, 13])
def test_beheaded_small_capitals_are_whole_words(page_of, small, higher):
    page = page_of(heads_first("SUPREME COURT OF WISCONSIN", 16, small, higher))
    assert texts(page) == ["SUPREME COURT OF WISCONSIN"]
    assert [(word.text, word.style.size, word.style.small_caps) for word in words(page)] == [
        ("SUPREME", 16, True),
        ("COURT", 16, True),
        ("OF", 16, True),
        ("WISCONSIN", 16, True),
    ]


def test_a_smaller_line_of_capitals_below_a_larger_one_stays_a_line(page_of):
    page = page_of(show("SUPREME COURT", 72, 600, 16) + " " + show("UNITED STATES", 72, 586, 12))
    assert texts(page) == ["SUPREME COURT", "UNITED STATES"]


# ---------------------------------------------------------------- superscripts


@pytest.mark.parametrize(("size", "rise"), [(7, 4), (9, 2), (10.8, 1.5), (11.4, 2), (12, 3)])
def test_a_raised_label_is_a_superscript_also_when_barely_smaller(page_of, size, rise):
    stream = f"BT /T 12 Tf 72 600 Td (profile.) Tj /T {size} Tf {rise} Ts (12) Tj 0 Ts /T 12 Tf ( The) Tj ET"
    page = page_of(stream)
    assert page.lines[0].text == "profile.12 The"
    assert [word.style.superscript for word in words(page)] == [False, True, False]


def test_figures_of_another_size_beside_words_are_no_superscripts(page_of):
    stream = "BT /T 12 Tf 72 600 Td (Section ) Tj /T 11 Tf 1.5 Ts (12) Tj 0 Ts /T 12 Tf ( of the Act) Tj ET"
    assert not any(word.style.superscript for word in words(page_of(stream)))


# ---------------------------------------------------------------- turned and overlapping text


@pytest.mark.parametrize(
    "matrix", ["0 1 -1 0 40 300", "0 -1 1 0 40 300", "-1 0 0 -1 340 300", "0.7 0.7 -0.7 0.7 99 99"]
)
def test_turned_text_is_a_line_of_its_own(page_of, matrix):
    page = page_of(f"BT /T 12 Tf {matrix} Tm (FILED BY CLERK) Tj ET " + show("So ordered.", 72, 600, 12))
    assert texts(page) == ["So ordered.", "FILED BY CLERK"]
    assert page.lines[1].facts == {"rotated"}


def test_a_stamp_over_text_is_a_line_of_its_own(page_of):
    stream = show("The motion is denied for the reasons below.", 72, 600, 12) + " " + show("RECEIVED", 100, 598, 20)
    assert texts(page_of(stream)) == ["The motion is denied for the reasons below.", "RECEIVED"]


def test_text_that_is_painted_again_in_other_pieces_is_read_once(page_of):
    again = show("W", 72, 600, 12) + show("ren", 72 + width("W", 12), 600, 12)
    whole = show("Wr", 72, 600, 12) + show("en", 72 + width("Wr", 12), 600, 12)
    assert texts(page_of(whole + again)) == ["Wren"]


# ---------------------------------------------------------------- signs


CAPTION = " ".join(show(t, 72, 614 - 14 * i, 12) for i, t in enumerate(["ALPHA CO.,", "BETA CO.,", "Defendants."]))


def test_the_pieces_of_a_brace_are_known_by_their_font(page_of):
    brace = "BT /S 12 Tf 200 614 Td (\\374) Tj 0 -14 Td (\\375) Tj 0 -14 Td (\\376) Tj ET"
    page = page_of(f"{CAPTION} {brace}", fonts={"S": "/Type1 /BaseFont /Symbol"})
    assert texts(page) == ["ALPHA CO., ⎫", "BETA CO., ⎬", "Defendants. ⎭"]


@pytest.mark.parametrize("rules", ["", "206 588 0.7 26 re f 206 562 0.7 20 re f"], ids=["glyphs", "glyphs and rules"])
def test_a_brace_beside_the_parties_parts_the_caption(read, rules):
    rows = ["ALPHA COMPANY,", "Plaintiff,", "", "v.", "BETA COMPANY,", "Defendant."]
    left = " ".join(show(text, 72, 614 - 12 * i, 12) for i, text in enumerate(rows))
    brace = "BT /S 12 Tf 203 614 Td (\\374) Tj 0 -24 Td (\\375) Tj 0 -36 Td (\\376) Tj ET"
    prose = " ".join(show("The motion to dismiss is denied. " * 3, 72, 500 - 14 * i, 12) for i in range(9))
    stream = f"{left} {brace} {rules} {show('No. 08-2373', 260, 590, 12)} {prose}"
    source = read(pdf_of(stream, fonts={"S": "/Type1 /BaseFont /Symbol"}), "made.pdf", Log())
    lines = api.lay_out_source(source).pages[0].lines
    assert [line.text for line in lines if line.column == "left"] == [row for row in rows if row]
    assert [line.text for line in lines if line.column == "right"] == ["No. 08-2373"]
    assert [line.text for line in lines if line.furniture == "rail"] == ["⎫", "⎬", "⎭"]


def to_unicode(*codes: str) -> str:
    """A font whose codes 1, 2, … mean these characters, in hexadecimal."""
    return " ".join(f"<{i:02x}> <{code}>" for i, code in enumerate(codes, 1))


@pytest.mark.parametrize(("font", "signs"), [("SymbolMT", "⎫⎬⎭•"), ("Wingdings", "✓☒☑▪")])
def test_private_codes_mean_what_their_font_paints(read, font, signs):
    codes = ["F0FC", "F0FD", "F0FE", "F0B7" if font == "SymbolMT" else "F0A7"]
    cmap = f"begincmap 1 begincodespacerange <00> <ff> endcodespacerange 4 beginbfchar {to_unicode(*codes)} endbfchar"
    spec = f"/TrueType /BaseFont /{font} /FirstChar 1 /LastChar 4 /Widths [500 500 500 500] /ToUnicode 6 0 R"
    stream = "BT /S 12 Tf 72 600 Td (\\001) Tj 30 0 Td (\\002) Tj 30 0 Td (\\003) Tj 30 0 Td (\\004) Tj ET"
    data = pdf_of(stream, cmap, fonts={"S": spec})  # the table of characters is the contents of a second page
    page = read(data, "made.pdf", Log()).pages[0]
    assert texts(page) == [" ".join(signs)]


def test_dingbats_are_read_as_they_look(page_of):
    page = page_of("BT /Z 12 Tf 72 600 Td (n4) Tj ET", fonts={"Z": "/Type1 /BaseFont /ZapfDingbats"})
    assert texts(page) == ["■✔"]


def test_wordperfects_quotation_marks_are_no_letters(page_of):
    spec = f"/Type1 /BaseFont /WPTypographicSymbols /FirstChar 0 /LastChar 255 /Widths [{'500 ' * 256}]"
    stream = "BT /T 12 Tf 72 600 Td (He said ) Tj /W 12 Tf (A) Tj /T 12 Tf (no) Tj /W 12 Tf (@) Tj /T 12 Tf (.) Tj ET"
    assert texts(page_of(stream, fonts={"W": spec + " /Encoding /WinAnsiEncoding"})) == ["He said “no”."]


# ---------------------------------------------------------------- ligatures and hyphens


LIGATURES = "/Encoding << /Type /Encoding /Differences [1 /fi /ffi] >>"


def test_ligatures_are_spelt_out(page_of):
    fonts = {"L": f"/Type1 /BaseFont /Times-Roman {LIGATURES}"}
    assert texts(page_of("BT /L 12 Tf 72 600 Td (de\\001ned o\\002cer) Tj ET", fonts=fonts)) == ["defined officer"]


def test_a_ligature_that_begins_a_word_and_hangs_over_to_the_left_is_spelt_out(page_of):
    fonts = {"L": f"/Type1 /BaseFont /Times-Italic {LIGATURES}"}
    assert texts(page_of("BT /L 12 Tf 72 600 Td (the \\001nal order) Tj ET", fonts=fonts)) == ["the final order"]


def test_a_ligature_that_a_table_calls_by_its_first_letter_is_spelt_out(read):
    widths = ("500 " * 31 + "250 ") * 8
    spec = f"/Type1 /BaseFont /AAAAAA+Serif /FirstChar 1 /LastChar 256 /Widths [{widths}] {LIGATURES} /ToUnicode 6 0 R"
    cmap = "begincmap 1 begincodespacerange <00> <ff> endcodespacerange 3 beginbfchar <01> <0066> <64> <0064> <66> "
    cmap += "<0066> endbfchar"
    spec = spec.replace("/Widths [500", "/Widths [900")  # the ligature is wider than any f
    stream = "BT /L 12 Tf 72 600 Td (of de\\001ned) Tj ET"
    page = read(pdf_of(stream, cmap, fonts={"L": spec}), "made.pdf", Log()).pages[0]
    assert texts(page) == ["of defined"]


@pytest.mark.parametrize("hyphen", ["-", "\\255"], ids=["hard", "soft"])
def test_a_hyphen_at_the_end_of_a_line_is_kept(page_of, hyphen):
    fonts = {"L": "/Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding"}
    stream = f"BT /L 12 Tf 14 TL 72 600 Td (the con{hyphen}) Tj T* (tract) Tj ET"
    assert texts(page_of(stream, fonts=fonts)) == ["the con-", "tract"]


def test_a_hyphen_that_is_not_to_be_read_aloud_is_kept(page_of):
    stream = "BT /T 12 Tf 72 600 Td (the con) Tj /Span << /ActualText <FEFF> >> BDC (-) Tj EMC ET"
    assert texts(page_of(stream)) == ["the con-"]


def test_what_a_file_says_to_read_in_the_place_of_glyphs_is_read(page_of):
    stream = "BT /T 12 Tf 72 600 Td (the ) Tj /Span << /ActualText (office) >> BDC (o) Tj (fice) Tj EMC ( is) Tj ET"
    assert texts(page_of(stream)) == ["the office is"]
