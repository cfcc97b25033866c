"""Where one reader of PDF fails the other one is asked; whatever a file does, nobody sees an exception of a library."""

from __future__ import annotations

import io
import re

import pdfplumber
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdfplumber.utils.exceptions import PdfminerException

from opinion_parser import api
from opinion_parser.diagnostics import Log
from opinion_parser.errors import InputError, UsageError
from opinion_parser.readers.pdf import read_pdf
from tests.pdfs import pdf_of

READERS = ["pdf", "pdfplumber"]
TEXT = "BT /T 12 Tf 72 600 Td (The motion is denied.) Tj ET"
WHOLE = pdf_of(TEXT, TEXT, TEXT)


def lose_entry(data: bytes, number: int) -> bytes:
    """The file, with an object marked as deleted in the table of objects although it is there."""
    table = data.index(b"xref\n0 ") + len(b"xref\n0 9\n")
    entry = table + 20 * number
    return data[:entry] + b"0000000000 65535 f \n" + data[entry + 20 :]


LOST = {
    "the table of objects has lost it": lose_entry(WHOLE, 5),
    "it does not say that it is a page": WHOLE.replace(b"5 0 obj\n<< /Type /Page ", b"5 0 obj\n<< /Type /Pagf "),
}


@pytest.mark.parametrize("data", LOST.values(), ids=LOST)
def test_a_page_that_pdfium_cannot_load_is_read_with_pdfplumber(data):
    log = Log()
    source = read_pdf(data, "damaged.pdf", log)
    assert [[line.text for line in page.lines] for page in source.pages] == [["The motion is denied."]] * 3
    assert [(entry.code, entry.page) for entry in log.entries] == [("page-second-reader", 2)]
    assert log.entries[0].message == "PDFium could not read the page; pdfplumber read it"
    assert source.reader == "pdf"


def test_a_page_on_which_pdfium_finds_no_text_is_read_with_pdfplumber():
    cut_off = "BI /W 9 /H 9 /BPC 8 /CS /G ID abc EI "  # 78 bytes too short, so that PDFium takes the text for it
    log = Log()
    source = read_pdf(pdf_of(TEXT, cut_off + TEXT), "damaged.pdf", log)
    assert [line.text for line in source.pages[1].lines] == ["The motion is denied."]
    assert [entry.message for entry in log.entries] == ["PDFium found no text on the page; pdfplumber read it"]


@pytest.mark.parametrize("kind", ["FlateDecode", "LZWDecode", "Unheard-of"])
def test_a_page_that_pdfplumber_cannot_read_is_read_with_pdfium(kind):
    data = pdf_of(TEXT, TEXT).replace(b"6 0 obj\n<< /Length", b"6 0 obj\n<< /Filter /%s /Length" % kind.encode())
    log = Log()
    source = read_pdf(data, "damaged.pdf", log, "pdfplumber")
    text = kind != "LZWDecode"  # PDFium reads what is not compressed although it says so
    assert [len(page.lines) for page in source.pages] == [1, int(text)]
    codes = ["page-second-reader"] if text else ["page-second-reader", "page-without-text"]
    assert [(entry.code, entry.page) for entry in log.entries] == [(code, 2) for code in codes]


ENTRY = re.compile(rb"(\d{10}) \d{5} ([nf])")
"""An entry of a table of objects: a place in the file, and whether the object is there or deleted."""


def with_table_in_a_stream(data: bytes, astray: int) -> bytes:
    """The file with its table of objects in a stream, which the end of the file seeks so many bytes beside it."""
    body, _, table = data.partition(b"xref\n0 ")
    entries = [bytes([kind == b"n", 0, 0]) + int(place).to_bytes(2, "big") for place, kind in ENTRY.findall(table)]
    number = len(entries)
    entries.append(bytes([1, 0, 0]) + len(body).to_bytes(2, "big"))
    table = b"".join(entries)
    head = f"{number} 0 obj\n<< /Type /XRef /Size {number + 1} /W [1 4 0] /Root 1 0 R /Length {len(table)} >>\nstream\n"
    end = f"\nendstream\nendobj\nstartxref\n{len(body) + astray}\n%%EOF\n"
    return body + head.encode() + table + end.encode()


def test_a_file_whose_table_pdfplumber_cannot_follow_is_read_as_pdfium_saves_it():
    data = with_table_in_a_stream(WHOLE, astray=-7)
    with pytest.raises(PdfminerException):
        pdfplumber.open(io.BytesIO(data))
    texts = []
    for reader in READERS:
        log = Log()
        texts.append([line.text for page in read_pdf(data, "made.pdf", log, reader).pages for line in page.lines])
        assert log.entries == []
    assert texts[0] == texts[1] == ["The motion is denied."] * 3


@pytest.mark.parametrize("reader", READERS)
def test_what_no_reader_can_read_is_reported_once(reader):
    data = WHOLE.replace(b"[3 0 R 5 0 R 7 0 R]", b"[3 0 R 99 0 R 7 0 R]")
    log = Log()
    source = read_pdf(data, "damaged.pdf", log, reader)
    assert [len(page.lines) for page in source.pages] == [1, 0, 1]
    assert [(entry.code, entry.page) for entry in log.entries] == [("page-unreadable", 2)]


@settings(max_examples=80, deadline=None)
@given(
    places=st.lists(st.tuples(st.integers(9, len(WHOLE) - 1), st.integers(0, 255)), min_size=1, max_size=30),
    cut=st.integers(0, 60),
)
def test_damage_of_any_kind_ends_in_pages_or_in_one_line(places, cut):
    data = bytearray(WHOLE)
    for place, value in places:
        data[place] = value
    del data[len(data) - cut :]
    for reader in READERS:
        try:
            message = "" if read_pdf(bytes(data), "damaged.pdf", Log(), reader).pages else "nothing"
        except InputError as error:
            message = str(error)
        assert re.fullmatch(r"(damaged\.pdf: [^\n]+)?", message)


def test_the_reader_is_chosen_by_name():
    assert [api.read_source(WHOLE, pdf_reader=name).reader for name in ("pdfium", "pdfplumber")] == READERS
    assert api.parse(WHOLE, pdf_reader="pdfplumber").source.reader == "pdfplumber"
    assert b'"reader":"pdfplumber"' in api.convert(WHOLE, ("json",), pdf_reader="pdfplumber")["json"].replace(b" ", b"")
    with pytest.raises(UsageError, match="unknown reader of PDF 'mupdf'; there are: pdfium, pdfplumber"):
        api.parse(WHOLE, pdf_reader="mupdf")
