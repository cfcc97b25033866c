"""Pictures as nodes: which of them signs a writing, and what could not be read because it is a picture."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from opinion_parser import nodes
from opinion_parser.assembly.blocks import rounded
from opinion_parser.diagnostics import Log
from opinion_parser.layout import Layout
from opinion_parser.layout.pictures import HIGHEST, PagePicture
from opinion_parser.source import Line

ABOVE = 24.0
"""Points above a closing block that a signature may begin it."""
WORDS = (72.0, 36.0)
"""Width and height in points from which a picture may have words in it."""
FEW = 40
"""Letters on a scan that are no text of it: a stamp, a date typed into a form."""


def picture_nodes(found: Sequence[PagePicture]) -> list[nodes.Picture]:
    """The pictures of a document."""
    return [nodes.Picture(picture.page, picture.kind, rounded(picture.bbox)) for picture in found]


def sign(signature: nodes.Signature, closing: Sequence[Line], pictures: Sequence[nodes.Picture]) -> None:
    """Note, in place, that a closing block holds a picture that is a signature."""
    for page in {line.page for line in closing}:
        boxes = [line.bbox for line in closing if line.page == page]
        top, bottom = min(box.top for box in boxes) - ABOVE, max(box.bottom for box in boxes)
        for picture in pictures:
            _, high, _, low = picture.bbox
            inside = picture.page == page and low > top and high < bottom and low - high < HIGHEST
            if inside and picture.kind != "scan":
                picture.kind = "signature"
                signature.image = True


def report_unread(document: nodes.Document, layout: Layout, log: Log) -> None:
    """Say where words may be painted, not written: on scans with nothing but stamps, and in pictures in the text."""
    written = {line.page for line in (*layout.body, *layout.notes, *layout.furniture)}
    letters = Counter[int]()
    for line in (*layout.body, *layout.notes):
        letters[line.page] += sum(c.isalpha() for c in line.text)
    for picture in document.pictures:
        x0, top, x1, bottom = picture.bbox
        if picture.kind == "scan" and letters[picture.page] < FEW and picture.page in written:
            message = "the page is a scan of which only stamps can be read; run OCR on the file first"
            log.report("page-without-text", message, picture.page)
        elif picture.kind == "picture" and x1 - x0 >= WORDS[0] and bottom - top >= WORDS[1]:
            log.report("picture", "a picture stands in the text; words in it are not read", picture.page)
