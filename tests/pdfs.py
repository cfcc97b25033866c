"""PDFs for tests: made by hand, a content stream a page, or typeset."""

from __future__ import annotations

import typst

ACCENT = "/Encoding << /Type /Encoding /Differences [1 /acutecomb] >>"
FONTS = {
    "T": f"/Type1 /BaseFont /Times-Roman {ACCENT}",
    "B": "/Type1 /BaseFont /Times-Bold",
    "I": "/Type1 /BaseFont /Times-Italic",
}


def pdf_of(
    *streams: str, page: str = "/MediaBox [0 0 612 792]", extra: str = "", fonts: dict[str, str] | None = None
) -> bytes:
    """A PDF whose pages have these content streams; fonts /T, /B, /I are Times regular, bold, italic; and ``fonts``."""
    named = FONTS | (fonts or {})
    table = " ".join(f"/{name} << /Type /Font /Subtype {font} >>" for name, font in named.items())
    kids = " ".join(f"{3 + 2 * i} 0 R" for i in range(len(streams)))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(streams)} >>"]
    for i, stream in enumerate(streams):
        resources = f"/Resources << /Font << {table} >> {extra} >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R {page} {resources} /Contents {4 + 2 * i} 0 R >>")
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    data, offsets = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    places = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    trailer = f"xref\n0 {size}\n0000000000 65535 f \n{places}trailer\n<< /Size {size} /Root 1 0 R >>\n"
    return data + f"{trailer}startxref\n{len(data)}\n%%EOF\n".encode("latin-1")


def typeset(body: str) -> bytes:
    """A PDF of typst markup, set as an order is: letter paper, 12 points, text with the fonts that come with typst."""
    head = '#set page(paper: "us-letter", margin: 1in)\n#set text(size: 12pt, font: "Libertinus Serif")\n'
    head += "#set par(leading: 0.65em, spacing: 1.4em, first-line-indent: (amount: 2em, all: true))\n"
    return typst.compile((head + body).encode(), ignore_system_fonts=True)
