"""How the opinion's own text writes a word: the surest guide to reading names that the caption prints in capitals."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property

from opinion_parser import nodes
from opinion_parser.texts import paragraphs

__all__ = ["Casing"]

_WORD = re.compile(r"[^\W_][\w’'&.-]*[^\W_]|[^\W_]")
_OFTEN = 3
"""How often the text must print a word in capitals, and never otherwise, before the word is an acronym."""

_SHORT = 4
"""Letters of an acronym at most: longer words in capitals are names in captions and headings."""
# "FELLOW-" / "SHIP": a hyphen at a line's end
_CUT_WORD = re.compile(r"([^\W\d_]+)-\n\s*([^\W\d_]+)")


class Casing:
    """The forms in which words and names stand in a document's paragraphs. Reads the document when first asked."""

    def __init__(self, document: nodes.Document) -> None:
        self._document = document

    @cached_property
    def text(self) -> str:
        """All paragraphs and footnotes of the opinions, parted by line ends."""
        blocks: list[nodes.Block] = []
        for opinion in self._document.opinions:
            blocks += opinion.blocks
            blocks += [block for note in opinion.footnotes for block in note.blocks]
        return "\n".join(paragraphs(blocks)).replace("'", "’")

    @cached_property
    def _forms(self) -> dict[str, Counter[str]]:
        forms: dict[str, Counter[str]] = {}
        for paragraph in self.text.split("\n"):
            # a caption or heading in capitals tells nothing
            if sum(map(str.islower, paragraph)) < sum(map(str.isupper, paragraph)):
                continue
            for word in _WORD.findall(paragraph):
                forms.setdefault(word.casefold(), Counter())[word] += 1
        return forms

    def word(self, printed: str) -> str | None:
        """The usual form of a word with a capital ("FEDEX" → "FedEx"), None where the text does not tell."""
        forms = self._forms.get(printed.replace("'", "’").casefold(), Counter[str]())
        mixed = {form: count for form, count in forms.items() if form[:1].isupper() and not form.isupper()}
        if mixed:
            return max(mixed, key=lambda form: (mixed[form], form))
        acronym = forms[printed] >= _OFTEN and sum(forms.values()) == forms[printed] and len(printed) <= _SHORT
        return printed if acronym else None

    def name(self, printed: str) -> str | None:
        """A whole name as the text has it, if it is printed there with capitals and small letters."""
        words = printed.replace("'", "’").split()
        if len(words) < 2:
            return None
        pattern = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, words)) + r"(?!\w)", re.IGNORECASE)
        found = Counter(" ".join(hit.split()) for hit in pattern.findall(self.text))
        mixed = {form: count for form, count in found.items() if not form.isupper() and form[:1].isupper()}
        return max(mixed, key=lambda form: (mixed[form], form)) if mixed else None

    def joined(self, printed: str) -> str:
        """Words that run over line ends as one line, words that were cut healed."""
        return " ".join(_CUT_WORD.sub(lambda cut: self.healed(cut[1], cut[2]), printed).split())

    def healed(self, head: str, tail: str) -> str:
        """A word that a line end cut after its hyphen: joined, or with its hyphen, whichever the text prints."""
        joined, hyphened = (head + tail).casefold(), f"{head}-{tail}".casefold()
        folded = self.text.casefold()
        if self._present(hyphened, folded) and not self._present(joined, folded):
            return f"{head}-{tail}"
        return head + tail

    @staticmethod
    def _present(word: str, folded: str) -> bool:
        return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", folded) is not None
