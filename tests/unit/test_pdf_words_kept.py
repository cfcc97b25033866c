"""No word of a PDF is lost, doubled or cut: against PDFium's own text, and by property."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.readers.compare import compare
from opinion_parser.diagnostics import Log
from opinion_parser.readers.pdf import read_pdf
from opinion_parser.source import Source

SAMPLES = sorted((Path(__file__).resolve().parents[2] / "samples").glob("*/*.pdf"))


def counted(text: str) -> Counter[str]:
    """The words of a text; hyphens at line ends, and marks glued to words, compare equal."""
    text = unicodedata.normalize("NFKC", text)
    return Counter(re.findall(r"[a-zà-ÿ]{2,}", re.sub("[-\u00ad\ufffe\u0002]\\s*", "", text.lower())))


def text_of(source: Source, page: int) -> str:
    return "\n".join(line.text for line in source.pages[page].lines)


def read(path: Path) -> Source:
    return read_pdf(path.read_bytes(), path.name, Log())


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_samples_have_the_words_that_pdfium_reads(path):
    source = read(path)
    document = pypdfium2.PdfDocument(path)
    for page in range(len(document)):
        assert counted(text_of(source, page)) == counted(document[page].get_textpage().get_text_bounded())
    document.close()


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_both_readers_give_the_same_lines_styles_and_drawings_of_a_sample(path):
    result = compare(path)
    assert result.differences == []
    assert (sum(result.differing.values()), result.drawn_by_one) == (0, 0)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_words_have_no_white_space_and_lie_in_their_lines(path):
    for page in read(path).pages:
        for line in page.lines:
            assert all(word.text and not re.search(r"\s", word.text) for word in line.words)
            assert all(a.bbox.x0 <= b.bbox.x0 for a, b in zip(line.words, line.words[1:], strict=False))
            assert line.bbox.x0 == line.words[0].bbox.x0
            assert line.bbox.x1 == max(word.bbox.x1 for word in line.words)
        assert [line.bbox.bottom for line in page.lines] == sorted(line.bbox.bottom for line in page.lines)


WORDS = st.lists(st.text("abcdefgWM.,()'-", min_size=1, max_size=8), min_size=1, max_size=5)


@settings(max_examples=60)
@given(lines=st.lists(WORDS, min_size=1, max_size=6), shuffled=st.randoms(use_true_random=False))
def test_lines_come_out_as_they_went_in_whatever_the_order(lines, shuffled):
    drawn = []
    for row, words in enumerate(lines):
        for column, word in enumerate(words):
            escaped = re.sub(r"([()])", r"\\\1", word)
            drawn.append(f"BT /T 11 Tf {72 + 90 * column} {700 - 13 * row} Td ({escaped}) Tj ET")
    shuffled.shuffle(drawn)
    stream = "\n".join(drawn)
    data = (
        "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
        "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
        "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        "/Resources << /Font << /T << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman "
        "/Encoding /WinAnsiEncoding >> >> >> >>\nendobj\n"
        f"4 0 obj\n<< /Length {len(stream)} >>\nstream\n{stream}\nendstream\nendobj\n"
        "trailer\n<< /Size 5 /Root 1 0 R >>\n%%EOF\n"
    )
    source = read_pdf(data.encode(), "made.pdf", Log())
    assert [line.text for line in source.pages[0].lines] == [" ".join(words) for words in lines]


# ---------------------------------------------------------------- real opinions, where this machine has them


def test_one_object_for_each_glyph(corpus):
    source = read(corpus / "pdf" / "ca11_2010_200814991.pdf")
    assert "threshold issue of judicial estoppel. The court" in text_of(source, 0)


def test_names_of_glyphs_put_ligatures_right(corpus):
    page = text_of(read(corpus / "pdf" / "scotus_2025_607us1r03_prelimprint.pdf"), 1)
    assert "Defining the scope" in page
    assert "first instance" in page
    assert "barred plaintiff's federal claims" in page


def test_a_running_head_under_another_is_a_line_of_its_own(corpus):
    lines = [line.text for line in read(corpus / "pdf" / "scotus_T10_09-10876.pdf").pages[19].lines]
    assert lines[1:3] == ["Opinion of the Court", "Opinion of GINSBURG, J."]


def test_underlined_case_names(corpus):
    source = read(corpus / "pdf" / "dmass_2012_house-v-napolitano_memorder.pdf")
    line = next(line for line in source.pages[1].lines if line.text.startswith("Decotiis"))
    assert [w.text for w in line.words if w.style.underline] == [
        *("Decotiis", "v.", "Whittemore"),
        *("Bell", "Atl.", "Corp.", "v.", "Twombly"),
    ]


def test_numbers_of_pleading_paper_open_their_lines(corpus):
    page = read(corpus / "pdf" / "cdcal_2016_consumerinfo-v-leon_order.pdf").pages[1]
    firsts = [line.words[0] for line in page.lines if line.words[0].text.isdecimal()]
    assert [word.text for word in firsts] == [str(n) for n in range(1, 29)]
    assert not any(word.style.superscript for word in firsts)
