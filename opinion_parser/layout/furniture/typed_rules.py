"""Lines drawn with characters, which have no words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from opinion_parser.layout.furniture.apart import set_apart
from opinion_parser.layout.measure import body_lines
from opinion_parser.source import Page

# "_______", "- - - - -", "-----------------x", "*************"; a few stars alone part sections
TYPED_RULE = re.compile(r"[_=~–—\- ]{3,}[/xX)]?|\*{8,}")
# "/ / /", "//", "///": fills the rest of a page of pleading paper
FILLER = re.compile(r"(?:/ ?){2,}")


def label_typed_rules(pages: Sequence[Page]) -> None:
    """Set apart typed rules and fillers."""
    for page in pages:
        for line in body_lines(page):
            if TYPED_RULE.fullmatch(line.text):
                set_apart(line, "rule")
            elif FILLER.fullmatch(line.text):
                set_apart(line, "filler")
