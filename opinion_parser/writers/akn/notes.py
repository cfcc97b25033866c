"""Where the footnotes stand: at their mark, once; those without a mark at the end of their opinion."""

from __future__ import annotations

from collections.abc import Iterable

from opinion_parser.nodes import Footnote, Opinion

__all__ = ["Notes"]


class Notes:
    """The footnotes of a document that have no place yet, and how deep in one we are."""

    def __init__(self, opinions: Iterable[Opinion]) -> None:
        self.waiting: dict[str, list[Footnote]] = {}
        for opinion in opinions:
            for note in opinion.footnotes:
                self.waiting.setdefault(note.id, []).append(note)
        self.inside = False
        """Whether a footnote is being written: notes do not stand inside each other."""

    def claim(self, ident: str | None) -> Footnote | None:
        """The footnote that a mark refers to, if this is its place: the first mark, and in no other footnote.

        Else None: its body stands elsewhere or is missing.
        """
        waiting = self.waiting.get(ident or "")
        return waiting.pop(0) if waiting and not self.inside else None

    def left_of(self, opinion: Opinion) -> list[Footnote]:
        """The footnotes of an opinion that no mark has claimed, in order; they count as placed from now on."""
        left = [note for note in opinion.footnotes if any(note is other for other in self.waiting[note.id])]
        for note in left:
            self.waiting[note.id] = [other for other in self.waiting[note.id] if other is not note]
        return left
