"""Both readers of PDF, for tests of pages made by hand."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from opinion_parser.diagnostics import Log
from opinion_parser.readers.pdf import read_pdf
from opinion_parser.source import Page, Source
from tests.pdfs import pdf_of


@pytest.fixture(params=["pdf", "pdfplumber"])
def reader(request) -> str:
    return request.param


@pytest.fixture
def read(reader) -> Callable[[bytes, str, Log], Source]:
    return partial(read_pdf, reader=reader)


@pytest.fixture
def page_of(read) -> Callable[..., Page]:
    """The only page of a content stream; options are those of pdf_of."""

    def page_of(stream: str, **options: str) -> Page:
        log = Log()
        page = read(pdf_of(stream, **options), "made.pdf", log).pages[0]
        assert not [entry for entry in log.entries if entry.code == "page-second-reader"]
        return page

    return page_of
