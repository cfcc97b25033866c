"""What a caption leaves out and another part of the paper tells: stamps and running heads, and the closing block.

An order on a form, or a paper without its first page, may name no court and no number; the stamp of electronic filing
has the number, and the block under the judge's name the tribunal.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from opinion_parser import nodes

__all__ = ["closing_lines", "head_lines", "stamped_number"]

# "Case 2:19-cr-00595-CAS Document 123 Filed 03/24/21", "Case: 19-109 Document: 7", "USCA11 Case: 23-12178 Date Filed:"
_STAMP = re.compile(
    r"(?:USCA\d* |Appellate )?(?:Case|Appeal):? ?(?:No\. ?|#)?(?P<number>\d[\w:.\-]*\d[\w\-]*),? "
    r"(?:Doc|DktEntry|ECF|Date Filed|Page)"
)


def stamped_number(furniture: Sequence[nodes.Furniture]) -> str | None:
    """The docket number in the stamp of the first page that has one."""
    stamps = (_STAMP.match(piece.text) for piece in furniture if piece.kind == "stamp")
    return next((found["number"] for found in stamps if found), None)


def head_lines(document: nodes.Document) -> list[str]:
    """The running heads and stamps of the first page."""
    return [piece.text for piece in document.furniture if piece.page == 1]


def closing_lines(document: nodes.Document) -> list[str]:
    """The lines under the first writing: "M. HYLAND" / "Veterans Law Judge" / "Board of Veterans' Appeals"."""
    signature = document.opinions[0].signature if document.opinions else None
    return list(signature.lines) if signature else []
