"""Pages of PDFs made by hand, a content stream at a time, as words, lines and rules: the same from both readers."""

from __future__ import annotations

import pytest

from opinion_parser.diagnostics import Log
from opinion_parser.errors import InputError
from opinion_parser.source import Page, Word
from tests.pdfs import pdf_of


def texts(page: Page) -> list[str]:
    return [line.text for line in page.lines]


def words(page: Page) -> list[Word]:
    return [word for line in page.lines for word in line.words]


# ---------------------------------------------------------------- places and sizes


def test_words_have_places_from_the_top_left_corner(page_of):
    page = page_of("BT /T 12 Tf 72 700 Td (It is so ordered.) Tj ET")
    (line,) = page.lines
    assert [word.text for word in line.words] == ["It", "is", "so", "ordered."]
    assert line.bbox.x0 == pytest.approx(72, abs=0.5)
    assert line.bbox.top < 792 - 700 < line.bbox.bottom
    assert line.bbox.height == pytest.approx(12)
    assert (line.page, line.number, line.size) == (1, 1, 12)
    assert (page.width, page.height, page.measured) == (612, 792, True)


def test_the_size_is_what_the_text_matrix_makes_of_it(page_of):
    assert page_of("BT /T 1 Tf 11 0 0 11 72 700 Tm (Held:) Tj ET").lines[0].size == 11


def test_places_count_from_the_crop_box_and_text_outside_of_it_is_left_out(page_of):
    box = "/MediaBox [0 0 612 792] /CropBox [50 100 550 700]"
    page = page_of("BT /T 12 Tf 72 650 Td (inside) Tj 0 -600 Td (below) Tj ET", page=box)
    assert texts(page) == ["inside"]
    assert page.lines[0].bbox.x0 == pytest.approx(22, abs=0.5)
    assert (page.width, page.height) == (500, 600)


TABLE = (
    "Case Caption, Current Case Number, Transferor District, Original Case Number; " + "and so on, " * 4 + "to the end"
)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_is_read_as_it_is_shown(turn, page_of):
    # Text drawn so that it is upright once the viewer has turned the page clockwise.
    matrix = {90: "0 1 -1 0 100 72", 180: "-1 0 0 -1 540 100", 270: "0 -1 1 0 500 720"}[turn]
    stream = f"BT /T 12 Tf {matrix} Tm (SCHEDULE A) Tj ET"
    page = page_of(stream, page=f"/MediaBox [0 0 612 792] /Rotate {turn}")
    assert texts(page) == ["SCHEDULE A"]
    assert page.lines[0].facts == frozenset()
    assert page.lines[0].bbox.x0 == pytest.approx(72, abs=0.5)
    assert (page.width, page.height) == ((612, 792) if turn == 180 else (792, 612))


def test_a_table_across_the_sheet_is_turned_without_the_file_saying_so(page_of):
    page = page_of(f"BT /T 10 Tf 0 1 -1 0 100 72 Tm ({TABLE}) Tj ET BT /T 9 Tf 300 20 Td (14) Tj ET")
    assert TABLE in texts(page)
    assert (page.width, page.height) == (792, 612)


def test_a_stamp_up_the_margin_does_not_turn_the_page(page_of):
    page = page_of("BT /T 10 Tf 0 1 -1 0 30 72 Tm (Filed 02/05/2010) Tj ET")
    assert texts(page) == ["Filed 02/05/2010"]
    assert page.lines[0].facts == {"rotated"}
    assert (page.width, page.height) == (612, 792)


def test_a_watermark_across_the_page_is_a_line_of_its_own(page_of):
    body = "BT /T 12 Tf 72 700 Td (The motion is denied, for the reasons below.) Tj ET"
    page = page_of(body + " BT /B 40 Tf 0.7 0.7 -0.7 0.7 200 300 Tm (DRAFT COPY) Tj ET")
    line = page.lines[-1]
    assert (line.text, line.facts) == ("DRAFT COPY", {"rotated"})


def test_pale_large_letters_over_the_text_are_a_watermark(page_of):
    state = "/ExtGState << /G << /ca 0.15 >> >>"
    body = "BT /T 11 Tf 72 700 Td (ity during public health emergencies.) Tj ET"
    page = page_of(body + " q /G gs BT /B 22 Tf 72 701 Td (Page Proof) Tj ET Q", extra=state)
    assert texts(page) == ["ity during public health emergencies.", "Page Proof"]
    assert [line.facts for line in page.lines] == [frozenset(), {"watermark"}]


# ---------------------------------------------------------------- lines


def test_lines_run_from_the_top_whatever_the_order_of_the_file(page_of):
    page = page_of("BT /T 12 Tf 72 600 Td (second) Tj 0 40 Td (first) Tj 60 -40 Td (line) Tj ET")
    assert texts(page) == ["first", "second line"]
    assert [line.number for line in page.lines] == [1, 2]


def test_a_caption_row_is_one_line_with_a_gap(page_of):
    stream = "BT /T 12 Tf 72 600 Td (Plaintiff,) Tj 230 0 Td (\\)) Tj 40 0 Td (No. 20 C 1937) Tj ET"
    assert texts(page_of(stream)) == ["Plaintiff, ) No. 20 C 1937"]


def test_a_margin_number_a_few_points_off_belongs_to_its_line(page_of):
    numbers = "".join(f" BT /T 12 Tf 40 {702 - 24 * n} Td ({n}) Tj ET" for n in range(1, 9))
    lines = "".join(f" BT /T 14 Tf 110 {700 - 24 * n} Td (Defendant Leon) Tj ET" for n in range(2, 9))
    page = page_of(numbers + lines)
    assert texts(page) == ["1"] + [f"{n} Defendant Leon" for n in range(2, 9)]
    assert not any(word.style.superscript for word in words(page))


def test_two_stamps_on_top_of_each_other_are_two_lines(page_of):
    stream = "BT /T 12 Tf 72 770 Td (Document 27 Filed 02/03/09) Tj ET BT /T 12 Tf 75 770 Td (Document 26 Filed) Tj ET"
    assert texts(page_of(stream)) == ["Document 27 Filed 02/03/09", "Document 26 Filed"]


@pytest.mark.parametrize("offset", [0, 0.3])
def test_what_is_painted_twice_is_read_once(offset, page_of):
    twice = f"BT /T 12 Tf 72 600 Td (SO ORDERED.) Tj {offset} 0 Td (SO ORDERED.) Tj ET"
    assert texts(page_of(twice)) == ["SO ORDERED."]
    glyphs = " ".join(f"({c}) Tj {offset} 0 Td ({c}) Tj {12 - offset} 0 Td" for c in "WW")
    assert texts(page_of(f"BT /T 12 Tf 72 600 Td {glyphs} ET")) == ["WW"]


# ---------------------------------------------------------------- words


def test_glyphs_placed_one_by_one_form_words(page_of):
    # "ll in" in Times: advances 3.3, 3.3, blank 3.0, 3.3; placed with a tenth of a point of rounding
    stream = "BT /T 12 Tf 72 600 Td (l) Tj 3.4 0 Td (l) Tj 6.4 0 Td (i) Tj 3.3 0 Td (n) Tj ET"
    assert texts(page_of(stream)) == ["ll in"]


def test_letters_that_are_spaced_out_stay_apart(page_of):
    assert texts(page_of("BT /T 12 Tf 72 600 Td (O R D E R) Tj ET")) == ["O R D E R"]


def test_letter_spacing_below_a_blank_does_not_part_a_word(page_of):
    assert texts(page_of("BT /T 12 Tf 1 Tc 72 600 Td (ORDER) Tj ET")) == ["ORDER"]


def test_a_change_of_style_within_a_word_glues_the_next(page_of):
    stream = "BT /I 12 Tf 72 600 Td (Id) Tj /T 12 Tf (. at 5) Tj ET"
    first, second, *_ = words(page_of(stream))
    assert (first.text, first.style.italic, first.glued) == ("Id", True, False)
    assert (second.text, second.style.italic, second.glued) == (".", False, True)
    assert page_of(stream).lines[0].text == "Id. at 5"


def test_a_hyphen_at_a_line_end_stays(page_of):
    stream = "BT /T 12 Tf 14 TL 72 600 Td (the post-) Tj T* (conviction court) Tj ET"
    assert texts(page_of(stream)) == ["the post-", "conviction court"]


def test_accents_are_composed(page_of):
    (word,) = words(page_of("BT /T 12 Tf 72 600 Td (Jose\\001) Tj ET"))
    assert word.text == "José"


# ---------------------------------------------------------------- raised marks


def test_a_raised_mark_is_a_glued_superscript(page_of):
    page = page_of("BT /T 12 Tf 72 600 Td (profile.) Tj /T 8 Tf 4 Ts (12) Tj 0 Ts /T 12 Tf ( The) Tj ET")
    assert page.lines[0].text == "profile.12 The"
    _, mark, _ = page.lines[0].words
    assert (mark.text, mark.glued, mark.style.superscript, mark.style.size) == ("12", True, True, 8)
    assert page.lines[0].words[0].bbox.bottom == mark.bbox.bottom


def test_a_clearly_raised_mark_of_the_same_size_is_a_superscript(page_of):
    page = page_of("BT /T 12 Tf 72 600 Td (dismissed.) Tj 4 Ts (1) Tj ET")
    assert [word.style.superscript for word in page.lines[0].words] == [False, True]


def test_the_label_of_a_note_is_a_superscript_at_the_start(page_of):
    page = page_of("BT /T 7 Tf 108 604 Td (2) Tj ET BT /T 10 Tf 118 600 Td (See Compl. 9.) Tj ET")
    assert texts(page) == ["2 See Compl. 9."]
    assert [word.style.superscript for word in page.lines[0].words] == [True, False, False, False]


def test_a_lowered_figure_belongs_to_its_line_and_is_no_superscript(page_of):
    page = page_of("BT /T 12 Tf 72 600 Td (H) Tj /T 8 Tf -2 Ts (2) Tj 0 Ts /T 12 Tf (O) Tj ET")
    assert texts(page) == ["H2O"]
    assert not any(word.style.superscript for word in words(page))


def test_small_type_on_the_baseline_is_no_superscript(page_of):
    page = page_of("BT /T 12 Tf 72 600 Td (No. 21) Tj /T 8 Tf ( \\(2023\\)) Tj ET")
    assert not any(word.style.superscript for word in words(page))


def test_a_line_of_small_type_above_larger_type_is_no_superscript(page_of):
    page = page_of("BT /T 8 Tf 72 610 Td (12) Tj ET BT /T 12 Tf 72 597 Td (UNITED STATES) Tj ET")
    assert texts(page) == ["12", "UNITED STATES"]
    assert not any(word.style.superscript for word in words(page))


# ---------------------------------------------------------------- small capitals


def test_small_capitals_are_one_word_of_the_larger_size(page_of):
    first_word = "BT /T 12 Tf 72 600 Td (J) Tj /T 9 Tf (USTICE ) Tj "
    stream = first_word + "/T 12 Tf (K) Tj /T 9 Tf (AGAN) Tj /T 12 Tf (, dissenting) Tj ET"
    first, second, *_ = words(page_of(stream))
    assert [(w.text, w.style.size, w.style.small_caps) for w in (first, second)] == [
        ("JUSTICE", 12, True),
        ("KAGAN,", 12, True),
    ]


def test_a_small_word_between_small_capitals_is_of_them(page_of):
    stream = "BT /T 12 Tf 72 600 Td (C) Tj /T 9 Tf (OURT OF ) Tj /T 12 Tf (A) Tj /T 9 Tf (PPEALS) Tj ET"
    assert [(w.text, w.style.size, w.style.small_caps) for w in words(page_of(stream))] == [
        ("COURT", 12, True),
        ("OF", 12, True),
        ("APPEALS", 12, True),
    ]


# ---------------------------------------------------------------- rules and underlines


@pytest.mark.parametrize(
    "drawn",
    [
        "72 200 144 0.7 re f",
        "0.7 w 72 200.3 m 216 200.3 l S",
        "1 w 72 200 m 120 200 l S 120 200 m 216 200 l S",
        "1 w [3 2] 0 d 72 200 m 216 200 l S",
        " ".join(f"{x} 200 3 0.7 re f" for x in range(72, 215, 5)) + " 212 200 4 0.7 re f",
        "q 2 0 0 2 0 0 cm 36 100 72 0.35 re f Q",
    ],
    ids=["box", "line", "two lines", "dashed", "dashes", "scaled"],
)
def test_a_separator_is_one_rule_however_drawn(drawn, page_of):
    page = page_of(f"BT /T 12 Tf 72 600 Td (dismissed.) Tj ET {drawn}")
    (rule,) = page.rules
    assert rule.horizontal
    assert rule.bbox.x0 == pytest.approx(72, abs=1)
    assert rule.bbox.x1 == pytest.approx(216, abs=1)
    assert rule.bbox.top == pytest.approx(592, abs=1.2)


def test_the_sides_of_a_box_are_rules(page_of):
    page = page_of("BT /T 12 Tf 72 600 Td (FILED) Tj ET 1 w 300 500 100 50 re S")
    assert sorted(rule.horizontal for rule in page.rules) == [False, False, True, True]


def test_white_boxes_and_clipping_are_no_rules(page_of):
    page = page_of("BT /T 12 Tf 72 600 Td (x) Tj ET 1 1 1 rg 72 200 144 1 re f q 72 300 144 1 re W n Q")
    assert page.rules == []


def test_words_are_underlined_by_a_rule_that_hugs_them(page_of):
    # "See " in Times 12 is 20.3 wide, "Doe v. Roe" 55 more
    page = page_of("BT /T 12 Tf 72 600 Td (See Doe v. Roe, 5 F.3d 1.) Tj ET 93 598 54.2 0.6 re f")
    assert [word.text for word in words(page) if word.style.underline] == ["Doe", "v.", "Roe"]
    assert page.lines[0].text == "See Doe v. Roe, 5 F.3d 1."
    assert page.rules == []


@pytest.mark.parametrize("drawn", ["72 598 300 0.6 re f", "72 590 60 0.6 re f", "72 604 26 0.6 re f"])
def test_a_rule_past_the_words_or_far_from_the_baseline_underlines_nothing(drawn, page_of):
    page = page_of(f"BT /T 12 Tf 72 600 Td (Defendant.) Tj ET {drawn}")
    assert not any(word.style.underline for word in words(page))
    assert len(page.rules) == 1


def test_a_rule_across_the_gap_of_a_running_head_underlines_nothing(page_of):
    page = page_of("BT /T 12 Tf 72 600 Td (Opinion of the Court) Tj 400 0 Td (3) Tj ET 72 598 406 0.6 re f")
    assert not any(word.style.underline for word in words(page))


# ---------------------------------------------------------------- documents


def test_a_page_without_text_is_reported(read):
    log = Log()
    source = read(pdf_of("BT /T 12 Tf 72 600 Td (text) Tj ET", "72 200 144 1 re f"), "made.pdf", log)
    assert [(entry.code, entry.page) for entry in log.entries] == [("page-without-text", 2)]
    assert [page.number for page in source.pages] == [1, 2]


def test_a_document_without_any_text_is_still_a_source(read):
    log = Log()
    assert read(pdf_of("", ""), "scan.pdf", log).pages[1].lines == []
    assert len(log.entries) == 2


def test_what_the_source_says_of_itself(reader, read):
    data = pdf_of("BT /T 12 Tf 72 600 Td (text) Tj ET")
    source = read(data, "made.pdf", Log())
    assert (source.name, source.media_type, source.reader, source.paginated) == (
        "made.pdf",
        "application/pdf",
        reader,
        True,
    )
    assert len(source.sha256) == 64
    assert read(data, "made.pdf", Log()) == source


def test_junk_before_the_header_is_passed_over(read):
    source = read(b"From: clerk\r\n\r\n" + pdf_of("BT /T 12 Tf 72 600 Td (text) Tj ET"), "mail.pdf", Log())
    assert texts(source.pages[0]) == ["text"]


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", pdf_of("")[:200], b"%PDF-1.4" + bytes(range(256)) * 40])
def test_a_damaged_file_is_an_error_of_one_line(data, capfd, read):
    with pytest.raises(InputError, match=r"^cut\.pdf: this PDF is damaged or cut off; [^\n]+$"):
        read(data, "cut.pdf", Log())
    assert capfd.readouterr() == ("", "")


def test_a_file_without_pages_is_an_error(read):
    with pytest.raises(InputError, match=r"^none\.pdf: .*no pages"):
        read(pdf_of(), "none.pdf", Log())


def test_a_file_with_a_password_says_so(read):
    data = pdf_of("")
    trailer = b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"41" * 32 + b"> /U <" + b"42" * 32 + b"> >>"
    data = data.replace(b"/Root 1 0 R", b"/Root 1 0 R /ID [<00> <00>] /Encrypt " + trailer)
    with pytest.raises(InputError, match=r"^locked\.pdf: this PDF asks for a password; "):
        read(data, "locked.pdf", Log())


def test_an_unreadable_page_is_reported_and_the_others_are_read(read):
    data = pdf_of(*["BT /T 12 Tf 72 600 Td (text) Tj ET"] * 3).replace(b"[3 0 R 5 0 R 7 0 R]", b"[3 0 R 99 0 R 7 0 R]")
    log = Log()
    source = read(data, "made.pdf", log)
    assert [len(page.lines) for page in source.pages] == [1, 0, 1]
    assert [(entry.code, entry.page) for entry in log.entries] == [("page-unreadable", 2)]


def test_fonts_are_told_apart(page_of):
    page = page_of("BT /B 12 Tf 72 600 Td (bold) Tj /I 12 Tf ( italic) Tj /T 12 Tf ( plain) Tj ET")
    styles = [(word.style.bold, word.style.italic, word.style.font) for word in words(page)]
    assert styles == [(True, False, "Times-Bold"), (False, True, "Times-Italic"), (False, False, "Times-Roman")]


def test_letters_that_are_filled_and_stroked_are_bold(page_of):
    page = page_of("BT /T 12 Tf 72 600 Td 2 Tr 0.4 w (ORDER) Tj 0 Tr ( plain) Tj ET")
    assert [word.style.bold for word in words(page)] == [True, False]


def test_a_slanted_matrix_is_italic(page_of):
    page = page_of("BT /T 12 Tf 1 0 0.21 1 72 600 Tm (Twombly) Tj ET")
    assert page.lines[0].words[0].style.italic
