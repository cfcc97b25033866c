"""From lines of words to inlines: styles nested, line ends closed, hyphens healed, page turns and marks in place."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from opinion_parser import nodes
from opinion_parser.assembly.hyphens import Vocabulary, cut, subdivided
from opinion_parser.parsing.tree import PageTurn
from opinion_parser.source import Line, Style, Word, note_label

Piece = Line | PageTurn
"""What a block is made of: its lines, and the page turns between them."""


class Run(NamedTuple):
    """Text of one style; ``mark`` is the label where the run is a footnote mark, with its confidence if inferred."""

    text: str
    look: tuple[str, ...]
    mark: str | None = None
    confidence: float | None = None


Looks = Callable[[Style], tuple[str, ...]]
"""What gives a word the names of the styles that make a node."""

LOOKS = (
    ("bold", nodes.Strong),
    ("italic", nodes.Emphasis),
    ("underline", nodes.Underline),
    ("small_caps", nodes.SmallCaps),
)
"""Style attribute and its node, from the outside in."""


def look_of(style: Style) -> tuple[str, ...]:
    """The names of the styles that make a node."""
    return tuple(name for name, _ in LOOKS if getattr(style, name)) + (("superscript",) if style.superscript else ())


def plain_look(style: Style) -> tuple[str, ...]:
    """The styles of a heading's words: it is bold or underlined as a whole anyway, and a case's name may be slanted."""
    return ("italic",) if style.italic and not style.bold else ()


def plain_looks(pieces: Sequence[Piece]) -> Looks:
    """What tells a heading's words from one another: no slant where all but the label are slanted."""
    words = [word for piece in pieces if isinstance(piece, Line) for word in piece.words if note_label(word) is None]
    slanted = all(word.style.italic for word in words[1:] or words)
    return no_look if slanted else plain_look


def no_look(_: Style) -> tuple[str, ...]:
    """None."""
    return ()


def make_inlines(pieces: Sequence[Piece], vocabulary: Vocabulary, *, plain: bool = False) -> list[nodes.Inline]:
    """The inlines of a block.

    ``pieces`` are its lines and page turns in reading order. ``plain`` leaves out the styles of a heading.
    """
    out: list[nodes.Inline] = []
    runs: list[Run] = []
    carry: Word | None = None
    looks = plain_looks(pieces) if plain else None
    for piece in pieces:
        if isinstance(piece, PageTurn):
            if carry is None:
                flush(runs, out)
                out.append(nodes.PageBreak(piece.page, piece.inferred))
            else:
                runs.append(Run(str(piece.page), ("page", *(["inferred"] if piece.inferred else []))))
            continue
        carry = add_line(piece, runs, carry, vocabulary, looks)
    flush(runs, out)
    return trim(out)


def add_line(
    line: Line, runs: list[Run], carry: Word | None, vocabulary: Vocabulary, looks: Looks | None
) -> Word | None:
    """Append a line's words to ``runs``; returns its last word where a hyphen cuts it."""
    for i, word in enumerate(line.words):
        look = look_of(word.style) if looks is None else looks(word.style)
        label = note_label(word)
        if i == 0 and carry is not None:
            heal(runs, carry, word, vocabulary)
            continue
        above = runs[-1].text[-40:] if runs else ""
        closed = word.glued if i > 0 else ends_in_dash(above) or subdivided(above, word.text)
        space = "" if not runs or closed else " "
        if label is not None:
            runs.append(Run(space, (), None))
            runs.append(Run(word.text, (), label, word.confidence))
        elif "small_caps" in look:
            name = word.text.rstrip(".,;:")
            add(runs, space, name, look)
            if len(name) < len(word.text):  # a stop looks the same in both sizes and belongs to the text
                add(runs, "", word.text[len(name) :], tuple(style for style in look if style != "small_caps"))
        else:
            add(runs, space, word.text, look)
    last = line.words[-1] if line.words else None
    return last if last is not None and cut(last.text) and note_label(last) is None else None


# "unlike Jordan—" / "had been found", "Pp. 12–" / "14": the line was broken after the dash; " – " has its blanks
_DASH = re.compile(r"[^\s–—-][–—]$")


def ends_in_dash(text: str) -> bool:
    """Whether a text ends in a dash that stands close to its word, so that the next word does too."""
    return _DASH.search(text) is not None


def heal(runs: list[Run], carry: Word, word: Word, vocabulary: Vocabulary) -> None:
    """Close a cut word over a line end; a page turn inside it moves behind the whole word."""
    turns = []
    while runs and runs[-1].look[:1] == ("page",):
        turns.append(runs.pop())
    text, look = runs[-1][:2]
    whole = vocabulary.heal(carry.text, word.text)
    runs[-1] = Run(text[: len(text) - len(carry.text)] + whole, look)
    runs += reversed(turns)


def add(runs: list[Run], space: str, text: str, look: tuple[str, ...]) -> None:
    """Append words, growing the last run where the style is the same; white space between styles stays unstyled."""
    if runs and runs[-1].look == look and runs[-1].mark is None:
        runs[-1] = Run(runs[-1].text + space + text, look)
    elif space and runs and not runs[-1].look and runs[-1].mark is None:
        runs[-1] = Run(runs[-1].text + space, ())
        runs.append(Run(text, look))
    elif space and look:
        runs += [Run(space, ()), Run(text, look)]
    else:
        runs.append(Run(space + text, look))


# "*uBID*, *Inc.*", "*LLC v*. *Anesthesia Assocs.*, *P.A.*": an OCR engine left stops and commas out of a name's italics
_SUFFIX = re.compile(r"(?:LLC|L\.L\.C|LLP|L\.L\.P|L\.?P|Inc|Corp|Co|Ltd|P\.?A|P\.?C|N\.?A|S\.?A)\b\.?")


def whole_names(runs: Sequence[Run]) -> list[Run]:
    """The runs with the italics of a name put together: up to its suffix, and over the stop of its "v."."""
    out: list[Run] = []
    for run in runs:
        if len(out) > 1 and out[-2].look == run.look == ("italic",) and out[-1].look == () and out[-1].mark is None:
            name, between = out[-2].text, out[-1].text
            suffix = between == ", " and _SUFFIX.match(run.text)
            if suffix or (between == ". " and name.endswith((" v", " vs"))):
                out[-2:] = [Run(name + between + run.text, run.look)]
                continue
        out.append(run)
    return out


def flush(runs: list[Run], out: list[nodes.Inline]) -> None:
    """Turn the collected runs into nodes and forget them."""
    for text, look, mark, confidence in whole_names(runs):
        if look[:1] == ("page",):
            out.append(nodes.PageBreak(int(text), "inferred" in look))
        elif mark is not None:
            out.append(nodes.FootnoteRef(mark, None, confidence is not None, confidence))
        elif text:
            out.append(styled(text, look))
    runs.clear()


def styled(text: str, look: tuple[str, ...]) -> nodes.Inline:
    """A text node inside the nodes of its styles."""
    node: nodes.Inline = nodes.Text(text)
    if "superscript" in look:
        node = nodes.Superscript([node])
    for name, kind in reversed(LOOKS):
        if name in look:
            node = kind([node])
    return node


def trim(inlines: list[nodes.Inline]) -> list[nodes.Inline]:
    """Drop white space at the start and the end of a block, and give a page turn its blank."""
    for i, node in enumerate(inlines):
        if isinstance(node, nodes.PageBreak) and 0 < i < len(inlines) - 1:
            after = inlines[i + 1]
            if ends_blank(inlines[i - 1]):
                continue
            if isinstance(after, nodes.Text):
                if not after.text.startswith(" "):
                    inlines[i + 1] = nodes.Text(" " + after.text)
            elif not isinstance(after, nodes.Text | nodes.PageBreak | nodes.FootnoteRef):
                inlines.insert(i, nodes.Text(" "))
    kept = [n for n in inlines if not (isinstance(n, nodes.Text) and not n.text)]
    first = next((n for n in kept if not isinstance(n, nodes.PageBreak)), None)
    if isinstance(first, nodes.Text):
        first.text = first.text.lstrip()
    if kept and isinstance(kept[-1], nodes.Text):
        kept[-1].text = kept[-1].text.rstrip()
    return [n for n in kept if not (isinstance(n, nodes.Text) and not n.text)]


def ends_blank(node: nodes.Inline) -> bool:
    """Whether a node's text ends with white space, or in a dash that wants none."""
    return isinstance(node, nodes.Text) and (node.text.endswith(" ") or ends_in_dash(node.text))
