"""Which part of a judgment the words belong to, by the headings that the court chose.

A heading decides by all its words: FACTUAL BACKGROUND is background, BACKGROUND PRINCIPLES OF LAW is not.
What no rule knows is ``motivation``, the reasons. The heading itself stays in the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from opinion_parser import nodes
from opinion_parser.writers.akn.flatten import leaf_inlines

__all__ = ["arrange", "container_of"]

_NUMBER = r"(?:(?:part|section)\s+)?(?:[ivxlc]+|[a-z]|\d+)\s*[.):—–-]+\s*"  # "II. BACKGROUND", "-I- FACTS", "1. Facts"
_LABEL = re.compile(rf"(?:\s*¶\s*\d+)?\W*(?:{_NUMBER})?", re.IGNORECASE)  # "¶ 2 BACKGROUND"

_FILLER = "a|and|by|for|in|of|on|the|to|case|court|this|appeal|general|relevant|pertinent|brief|s"

_KEYS = {
    "introduction": ("introduction|introductory|preliminary statement", "overview|summary|remarks"),
    "background": (
        "background|facts?|factual|history|proceedings?|statement of (?:the )?(?:case|facts?)",
        "procedural|below|undisputed|uncontested|material|findings?|underlying|prior|trial|district"
        "|allegations?|alleged|jurisdictional|evidence|travel",
    ),
    "arguments": (
        "arguments?|contentions?|issues?|questions?|errors?",
        "parties|presented|raised|assignments?|assigned|review|points?|plaintiffs?|defendants?|appellants?|appellees?"
        "|petitioners?|respondents?|positions?|oral|claims?",
    ),
    "remedies": ("remed(?:y|ies)|relief|damages", "award|appropriate|requested"),
    "decision": (
        "conclusions?|order(?:ed|s)?|disposition|judgment|decree|decretal",
        "it|is|so|hereby|accordingly|final|mandate|decision|paragraphs?|entry|proposed",
    ),
}  # fmt: skip
"""For each part the words of which one must stand in the heading, and others that may."""

_RULES = [
    (name, re.compile(rf"(?=.*\b(?:{key})\b)(?:(?:{key}|{other}|{_FILLER})(?:\s+|$))+"))
    for name, (key, other) in _KEYS.items()
]

_FORMULA = r"(?:it is |is |be it )?(?:so |therefore |hereby |accordingly |further )*ordered\b"  # "IT IS SO ORDERED."
_VERB = r"(?:affirm|revers|vacat|remand|dismiss|den(?:y|i)|grant|enter|quash|modif|transfer)(?:e?d|e|s|es|ing)?"
_ADVERB = r"(?:therefore|accordingly|hereby|thus|also|now)"
_WE = rf"(?:we|(?:the|this) court)(?:,? {_ADVERB},?)* {_VERB}\b"  # "we therefore affirm", "the Court grants"
_PASSIVE = rf"\b(?:is|are|be)(?: {_ADVERB})* {_VERB}\b"  # "The judgment of the district court is affirmed."
_CLOSING_WORDS = rf"{_FORMULA}|{_VERB}(?:,? (?:and|in part|{_VERB}))*\W*$"  # "AFFIRMED.", "REVERSED AND REMANDED."
_CLOSES = re.compile(_CLOSING_WORDS, re.IGNORECASE)
_DISPOSES = re.compile(rf"{_CLOSING_WORDS}|.*?(?:{_WE}|{_PASSIVE})", re.IGNORECASE | re.DOTALL)


def container_of(heading: Sequence[nodes.Inline]) -> str:
    """The part of a judgment that a heading opens."""
    printed = "".join(inline.text for inline in leaf_inlines(heading) if isinstance(inline, nodes.Text))
    text = re.sub(r"[^\w]+", " ", _LABEL.sub("", printed, count=1).casefold().replace("’", "'").replace("'s", ""))
    text = text.strip()
    return next((name for name, rule in _RULES if text and rule.fullmatch(text)), "motivation")


def arrange(blocks: Sequence[nodes.Block]) -> list[tuple[str, list[nodes.Block]]]:
    """The blocks of a leading opinion dealt to the parts of a judgment, in order; neighbours of one kind are one part.

    Words before the first heading are the introduction. Without headings all is motivation but the closing paragraphs
    that dispose of the case: they are the decision.
    """
    if not any(isinstance(block, nodes.Section) for block in blocks):
        cut = len(blocks)
        while cut and _matches(_DISPOSES, blocks[cut - 1]):
            cut -= 1
            if not _matches(_CLOSES, blocks[cut]):  # before "AFFIRMED." stands the sentence that says what
                break
        parts = [("motivation", list(blocks[:cut])), ("decision", list(blocks[cut:]))]
        return [(name, run) for name, run in parts if run]
    named: list[tuple[str, nodes.Block]] = []
    name = "introduction"
    for block in blocks:
        if isinstance(block, nodes.Section):
            name = container_of(block.heading)
        named.append((name, block))
    return [(name, [block for _, block in run]) for name, run in groupby(named, key=lambda pair: pair[0])]


def _matches(words: re.Pattern[str], block: nodes.Block) -> bool:
    """Whether a block is a paragraph that begins as ``words`` says."""
    if not isinstance(block, nodes.Paragraph):
        return False
    text = "".join(inline.text for inline in leaf_inlines(block.inlines) if isinstance(inline, nodes.Text))
    return words.match(text.strip()) is not None
