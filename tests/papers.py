"""Small documents for tests of the passes that interpret: lines and texts as assembly leaves them."""

from __future__ import annotations

from collections.abc import Sequence

from opinion_parser import nodes


def paper(
    caption: Sequence[str] = (),
    *opinions: nodes.Opinion,
    front: Sequence[str] = (),
    stamps: Sequence[str] = (),
) -> nodes.Document:
    """A document with these caption lines, writings, paragraphs of front matter, and stamps on page 1."""
    source = nodes.SourceInfo("paper.pdf", "0" * 64, "application/pdf", 1, "pdf")
    return nodes.Document(
        nodes.SCHEMA_VERSION,
        source,
        "unknown",
        None,
        nodes.Caption(lines=list(caption)),
        paragraphs(front),
        list(opinions) or [nodes.Opinion()],
        [],
        [nodes.Furniture(1, "stamp", text) for text in stamps],
        [],
    )


def writing(byline: str | None = None, body: Sequence[str] = (), signed: Sequence[str] = ()) -> nodes.Opinion:
    """A writing with this byline, these paragraphs and these lines of a closing block."""
    signature = nodes.Signature(list(signed)) if signed else None
    return nodes.Opinion(byline=byline, blocks=paragraphs(body), signature=signature)


def paragraphs(texts: Sequence[str]) -> list[nodes.Block]:
    """A paragraph for each text."""
    return [nodes.Paragraph([nodes.Text(text)]) for text in texts]
