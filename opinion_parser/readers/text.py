"""The reader of plain text: slip opinions as courts post them, text layers, the output of OCR engines.

Text is laid out as typewriting: a character is :data:`COLUMN` points wide and a line :data:`ROW` points high, so that
indents, gaps and blank lines are distances on the page. Where nothing shows page ends, a text is a single page of a
source that is not paginated.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator

from opinion_parser.diagnostics import Log
from opinion_parser.errors import InputError
from opinion_parser.parsing.inline import MarkedLine, is_markdown, read_block
from opinion_parser.readers.text_pages import sheets_of
from opinion_parser.readers.text_tables import mark_piped_tables, without_html_tables
from opinion_parser.source import COLUMN, ROW, BBox, Line, Page, Source, Style, Word, Zone

__all__ = ["decode", "read_text"]

_TAB = 8
"""Columns between tab stops."""
_TYPED_WIDTH = 80
"""Columns of a typed page; a page is wider only where its hard-wrapped lines are."""
_QUOTE_INDENT = 5
"""Columns by which a line that is marked as quotation (``> …``) is set in: there are no columns in Markdown."""


def read_text(data: bytes, name: str, log: Log) -> Source:
    """Read the bytes of a text file; ``name`` is for messages and the result. Binary data raise InputError."""
    text = without_html_tables(_clean(decode(data, name)))
    markdown = is_markdown(text)
    sheets = sheets_of(text)
    pages = [_page(number, sheet, markdown) for number, sheet in enumerate(sheets, 1)]
    _report_replacements(pages, log)
    kind = "text/markdown" if markdown else "text/plain"
    return Source(
        name, hashlib.sha256(data).hexdigest(), kind, "text", pages, paginated="\f" in text or len(sheets) > 1
    )


# ---------------------------------------------------------------- characters

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def decode(data: bytes, name: str) -> str:
    """The characters of ``data``: UTF-8, UTF-16 by its mark or its zeros, and Windows-1252 for any other byte.

    A file that is UTF-8 but for a few bytes keeps what is right; a file of Windows-1252 has no valid sequences.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _checked(_decode(data[len(mark) :], encoding), name)
    sample = data[:4096]
    for encoding, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if zeros.count(0) > 0.6 * len(zeros) and zeros:
            return _checked(_decode(data, encoding), name)
    return _checked(_decode(data, "utf-8"), name)


def _decode(data: bytes, encoding: str) -> str:
    if encoding != "utf-8":
        return data.decode(encoding, "replace")
    text = data.decode("utf-8", "surrogateescape")
    return re.sub("[\udc80-\udcff]+", _windows, text)


def _windows(stray: re.Match[str]) -> str:
    """Bytes that are no UTF-8 (``§`` as A7, ``’`` as 92), as Windows-1252."""
    return stray.group().encode("utf-8", "surrogateescape").decode("cp1252", "replace")


def _checked(text: str, name: str) -> str:
    if "\0" in text:
        raise InputError(f"{name}: this is no text file (it has NUL bytes); give a PDF or a text")
    return text


_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_LINE_ENDS = re.compile("\r\n?|[\v\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00\x01\x03-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u2060\ufeff\uffff\ud800-\udfff]")
"""Characters that print nothing and that XML forbids or no word has; U+0002 stays, PDFium's hyphen."""
_MOJIBAKE = re.compile(r"â€|Â[§¶\u00a0°´»«¢£\u00ad]|Ã[\u00a0-¿‚ƒ„…†‡ˆ‰‹‘’“”•–—˜™›œžŸ]|Ä±")
"""UTF-8 read as Windows-1252 (``Stateâ€™s``, ``42 U.S.C. Â§ 1983``)."""


def _clean(text: str) -> str:
    """One kind of line end, no control characters, ligatures spelt out, mojibake undone, composed accents (NFC)."""
    text = _CONTROLS.sub("", _LINE_ENDS.sub("\n", text)).translate(_LIGATURES)
    if _MOJIBAKE.search(text):
        from ftfy import fix_encoding  # seldom needed, and slow to import

        text = "\n".join(fix_encoding(line) if _MOJIBAKE.search(line) else line for line in text.split("\n"))
    if "\\footnotetext" in text:
        text = _NOTE_TEXT.sub(lambda note: f"\n\n{note.group(1).strip()}\n\n", text)
    return unicodedata.normalize("NFC", text)


# "\\footnotetext{\n${ }^{1}$ See Doc. 20.\n}" (Mathpix): the braces hold one block, wherever it was put
_NOTE_TEXT = re.compile(r"\s*\\footnotetext\s?\{\s*((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\}){1,5000}+)\}\s*")


def _report_replacements(pages: list[Page], log: Log) -> None:
    """Say once where characters were lost before the text reached us."""
    lost = [(line.page, line.number) for page in pages for line in page.lines if "\ufffd" in line.text]
    if lost:
        message = f"{len(lost)} lines have characters that could not be decoded (U+FFFD)"
        log.report("replacement-characters", message, *lost[0])


# ---------------------------------------------------------------- pages and lines


def _page(number: int, sheet: str, markdown: bool) -> Page:
    """A page of typewriting: its lines that have words; blank ones are the white space between."""
    rows = sheet.split("\n")
    lines = [line for row, marked in _marked_rows(rows, markdown) if (line := _line(number, row, marked)).words]
    ends = sorted(line.bbox.x1 for line in lines)
    usual = ends[int(0.95 * (len(ends) - 1))] if ends else 0.0
    wrapped = usual if usual <= 2 * _TYPED_WIDTH * COLUMN else 0.0
    page = Page(number, max(_TYPED_WIDTH * COLUMN, wrapped), len(rows) * ROW, lines, measured=False)
    mark_piped_tables(page)
    return page


def _marked_rows(rows: list[str], markdown: bool) -> Iterator[tuple[int, MarkedLine]]:
    """Each non-blank line with its index on the page, read in blocks: emphasis may run over line ends."""
    start = 0
    while start < len(rows):
        end = start
        while end < len(rows) and rows[end].strip():
            end += 1
        if end > start:
            yield from enumerate(read_block("\n".join(rows[start:end]), markdown), start)
        start = end + 1


def _line(page: int, row: int, marked: MarkedLine) -> Line:
    """A line of words with the places that its characters have on a typewriter; ``row`` counts from 0."""
    top = row * ROW
    column = _QUOTE_INDENT if "quote-mark" in marked.facts else 0
    words: list[Word] = []
    glued = False
    for text, italic, bold, underline, superscript in marked.runs:
        style = Style(italic=italic, bold=bold, underline=underline, superscript=superscript)
        for piece in re.findall(r"\S+|\s+", text):
            if piece.isspace():
                column, glued = _after(piece, column), False
                continue
            box = BBox(column * COLUMN, top, (column + len(piece)) * COLUMN, top + ROW)
            words.append(Word(piece, box, style, glued and bool(words)))
            column, glued = column + len(piece), True
    bbox = BBox(words[0].bbox.x0, top, words[-1].bbox.x1, top + ROW) if words else BBox(0.0, top, 0.0, top + ROW)
    line = Line(page, row + 1, words, bbox, facts=marked.facts)
    if "picture" in marked.facts:
        line.zone, line.furniture = Zone.FURNITURE, "picture"
    return line


def _after(space: str, column: int) -> int:
    """The column after white space. A tab is always a gap: it moves on by two columns at least."""
    for character in space:
        column = (column + 1) // _TAB * _TAB + _TAB if character == "\t" else column + 1
    return column
