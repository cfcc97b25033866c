"""The engine pdfplumber: slow, but it goes about a PDF in a way of its own, so that one engine checks the other.

It is loaded when it is asked for, or when PDFium cannot read a page. pdfplumber opens the file; its pages are run
through with a device that notes more than its lists of characters have (pdfplumber_device).
"""

from __future__ import annotations

import io
import logging
from collections.abc import Callable, Iterator
from itertools import islice

import pdfplumber
from pdfminer.pdfdocument import PDFXRefFallback
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, dict_value, list_value, resolve1

from opinion_parser.readers.pdf_engine import PageError, Painted, common_turn, upright
from opinion_parser.readers.pdf_glyphs import Frame
from opinion_parser.readers.pdf_rules import seen_in, strokes_from
from opinion_parser.readers.pdfplumber_device import Device, Interpreter
from opinion_parser.readers.pdfplumber_fonts import Fonts
from opinion_parser.readers.pdfplumber_glyphs import PageText

__all__ = ["PlumberDocument"]

LETTER = (0.0, 0.0, 612.0, 792.0)

for _library in ("pdfminer", "pdfplumber"):
    logging.getLogger(_library).setLevel(logging.CRITICAL)  # remarks on odd files would go to standard error


class PlumberDocument:
    """A document that pdfplumber has open.

    A damaged file may raise any exception inside of the library, down to IndexError and RecursionError: each is made
    a PageError at this boundary.
    """

    title = "pdfplumber"

    def __init__(self, data: bytes, pages: int, saved: Callable[[], bytes]) -> None:
        """Open a file of which so many pages are wanted; if it cannot be opened, then the copy that is ``saved``."""
        self._fonts = Fonts()
        self._leaves: list[dict[str, object]] = []
        copies: tuple[Callable[[], bytes], ...] = (lambda: data, saved)
        for copy in copies:
            try:
                self._open(copy(), pages)
            except Exception:  # then no page can be read
                continue
            if any(self._leaves):
                break

    def _open(self, data: bytes, pages: int) -> None:
        """Open a file and find its pages; those that its table of objects loses are looked for all through the file."""
        self._pdf = pdfplumber.open(io.BytesIO(data))
        document = self._pdf.doc
        self._leaves = list(islice(_leaves(document.catalog.get("Pages")), pages))
        if not all(self._leaves):
            parser = PDFParser(io.BytesIO(data))
            parser.set_document(document)
            found = PDFXRefFallback()
            found.load(parser)
            document.xrefs.append(found)
            self._leaves = list(islice(_leaves(document.catalog.get("Pages")), pages))

    def page(self, index: int) -> Painted:
        """A page, counted from 0, upright; PageError if pdfplumber cannot read it."""
        try:
            attributes = self._leaves[index]
            if not attributes:
                raise PageError("no such object")
            page = PDFPage(self._pdf.doc, index, attributes, None)
            painted = self._painted(page, page.rotate)
            turn = common_turn(painted.glyphs)
            return self._painted(page, page.rotate + turn)._replace(turn=turn) if turn else painted
        except Exception as error:
            raise PageError(f"{type(error).__name__}: {error}") from None

    def _painted(self, page: PDFPage, turn: int) -> Painted:
        """What is painted on a page that is turned clockwise."""
        matrix, width, height = upright(_visible(page), turn // 90 * 90 % 360)
        text = PageText(self._fonts, width, height)
        device = Device(self._fonts, text)
        Interpreter(self._fonts, device).render_contents(page.resources, page.contents, matrix)
        frame = Frame(0.0, 0.0, width, height)
        strokes, pictures = strokes_from(device.boxes, frame), seen_in(frame, device.pictures)
        return Painted(width, height, text.glyphs(), strokes, pictures=pictures)


def _visible(page: PDFPage) -> Frame:
    """The visible part of a page: the crop box, as far as it lies on the medium."""
    for a, b in ((page.cropbox, page.mediabox), (page.mediabox, page.mediabox)):
        frame = Frame(max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3]))
        if frame.width > 0 and frame.height > 0:
            return frame
    return Frame(*LETTER)


_INHERITED = ("Resources", "MediaBox", "CropBox", "Rotate")


def _leaves(root: object) -> Iterator[dict[str, object]]:
    """The dictionaries of the pages in order, also of those that are not there, so that the others keep their number.

    pdfplumber passes over what it does not know to be a page.
    """
    stack: list[tuple[object, dict[str, object], frozenset[int]]] = [(root, {}, frozenset())]
    while stack:
        node, inherited, above = stack.pop()
        number = node.objid if isinstance(node, PDFObjRef) else 0
        found = resolve1(node)
        attributes = dict_value(found) if isinstance(found, dict) else {}
        own = {key: attributes[key] for key in _INHERITED if key in attributes}
        if "Kids" in attributes and number not in above:
            kids = list_value(attributes["Kids"])
            below = above | {number} if number else above
            stack += [(kid, {**inherited, **own}, below) for kid in reversed(kids)]
        else:
            yield {**inherited, **attributes} if attributes else {}
