"""eIds by the Akoma Ntoso Naming Convention, given in one walk over the finished text.

An eId is the eId of the nearest ancestor that has one, ``__``, the name of the element (some are shortened) and ``_``
with its number: the printed one where it has a ``num`` (``para_16``, ``item_a``), else its position among elements of
that name under that ancestor (``level_2``). The parts of a document have bare names (``background``), numbered where a
part of that name comes again (``motivation_2``).
"""

from __future__ import annotations

import re
from collections import Counter

from lxml.etree import _Element

from opinion_parser.writers.akn.xml import local

__all__ = ["EIds", "clean_number"]

_SHORT = {"paragraph": "para", "attachment": "att", "blockList": "list", "wrapUp": "wrapup"}
"""Names that the convention shortens."""

_PARTS = frozenset({
    "header", "introduction", "background", "arguments", "remedies", "motivation", "decision", "conclusions",
})  # fmt: skip
_ONCE = frozenset({"intro", "wrapUp"})
"""Elements that an ancestor has once at most: no number."""

_NAMED = _PARTS | _ONCE | frozenset({
    "level", "paragraph", "blockList", "item", "tblock", "table", "container", "attachment", "p", "authorialNote",
    "embeddedStructure", "party", "judge", "role", "person", "docketNumber", "courtType", "docJurisdiction", "docDate",
    "docType", "docTitle", "signature", "opinion",
})  # fmt: skip
"""Elements that get an eId: those of which the schema demands one, the parts, paragraphs and marks of the header.

``heading`` and ``content`` are exempt as everywhere: an element has one of each.
"""


def clean_number(num: str) -> str:
    """What an eId keeps of a printed number: letters and digits, hyphens inside (``(a)``: a, ``2.1.``: 2-1)."""
    return re.sub(r"[^\w]+", "-", num.replace("_", "-")).strip("-")


class EIds:
    """Gives eIds to the elements of one document; it remembers what it has given."""

    def __init__(self) -> None:
        self.positions: Counter[str] = Counter()
        self.given: set[str] = set()

    def give(self, *roots: _Element) -> None:
        """Set ``eId`` on all that need one in these parts of the document, in order."""
        totals = Counter(local(element) for root in roots for element in root.iter() if local(element) in _PARTS)
        for root in roots:
            waiting = [(root, "")]
            while waiting:
                element, prefix = waiting.pop()
                name = local(element)
                if name == "meta":
                    continue
                if name in _NAMED:
                    prefix = self._eid(element, name, prefix, totals[name] > 1)
                    others = dict(element.attrib.items())
                    element.attrib.clear()
                    element.attrib.update({"eId": prefix, **others})  # first, where readers look for it
                waiting += [(inner, prefix) for inner in reversed(element)]

    def _eid(self, element: _Element, name: str, prefix: str, repeated: bool) -> str:
        base = f"{prefix}__{_SHORT.get(name, name)}" if prefix else _SHORT.get(name, name)
        if name in _ONCE or (name in _PARTS and not repeated):
            return self._unused(base)
        self.positions[base] += 1
        return self._unused(f"{base}_{self._number(element) or self.positions[base]}")

    def _number(self, element: _Element) -> str:
        """The cleaned printed number of an element, empty if it has none."""
        first = element[0] if len(element) else None
        return clean_number("".join(map(str, first.itertext()))) if first is not None and local(first) == "num" else ""

    def _unused(self, eid: str) -> str:
        """``eid``, or with ``_2``, ``_3``, … where a number was printed twice."""
        made, count = eid, 1
        while made in self.given:
            count += 1
            made = f"{eid}_{count}"
        self.given.add(made)
        return made
