"""Blocks: each kind as Markdown that is read as that kind, nested as the nodes are, no two taken for one."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from opinion_parser.nodes import (
    Cell,
    FootnoteRef,
    LineBreak,
    List,
    ListItem,
    PageBreak,
    Paragraph,
    Quote,
    Row,
    Section,
    Table,
    Text,
)
from opinion_parser.writers.markdown.blocks import join, render_blocks
from opinion_parser.writers.markdown.runs import Context
from tests.markdown import read_blocks

CONTEXT = Context({"op1.fn1": "1"}, frozenset(), page_marks=True)


def written(*blocks) -> str:
    return join(render_blocks(blocks, CONTEXT))


def par(text, **more) -> Paragraph:
    return Paragraph([Text(text)], **more)


def items(*pairs) -> List:
    return List([ListItem(marker, [par(text)]) for marker, text in pairs])


def table(*rows) -> Table:
    return Table([Row([Cell([Text(cell)]) for cell in row]) for row in rows])


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (Section([Text("I. FACTS")], 1, [Section([Text("A. Use")], 2, [par("x")])]), "# I. FACTS\n\n## A. Use\n\nx"),
        (Section([Text("Deep")], 9, []), "###### Deep"),
        (Section([], 1, [par("x")]), "x"),
        (par("The court", number="16"), "¶ 16 The court"),
        (par("The court", number="¶16"), "¶16 The court"),
        (par(" "), ""),
        (Quote([par("one"), par("two")]), "> one\n>\n> two"),
        (Quote([par("one"), Quote([par("two")])]), "> one\n>\n> > two"),
        (Quote([Paragraph([Text("Roses"), LineBreak(), Text("red")])]), "> Roses\\\n> red"),
        (items(("1.", "one"), ("2.", "two")), "1. one\n\n2. two"),
        (items(("9)", "one"), ("10)", "two")), "9) one\n\n10) two"),
        (items(("•", "one"), ("–", "two")), "- one\n\n- two"),
        (items(("(a)", "one"), ("(b)", "two")), "- (a\\) one\n\n- (b\\) two"),
        (items(("A.", "one"), ("01.", "two")), "- A. one\n\n- 01\\. two"),
        (items(("1.", "one"), ("3.", "two")), "1. one\n\n<!-- -->\n\n3. two"),
        (items(("1.", "one"), ("2)", "two"), ("(c)", "three")), "1. one\n\n2) two\n\n- (c\\) three"),
        (List([ListItem("(a)", [par("one"), Quote([par("q")]), par("two")])]), "- (a\\) one\n\n  > q\n\n  two"),
        (List([ListItem("10.", [par("one"), par("two")])]), "10. one\n\n    two"),
        (List([ListItem("1.", [items(("(a)", "one"))])]), "1. - (a\\) one"),
        (List([ListItem("(a)", [Quote([par("q")])]), ListItem("", [])]), "- (a\\)\n\n  > q\n\n- <!-- -->"),
        (table(["a", "b|c"], ["d"]), "|  |  |\n| --- | --- |\n| a | b\\|c |\n| d |  |"),
        (table([""], [" "]), ""),
    ],
)  # fmt: skip
def test_what_is_written(block, expected):
    assert written(block) == expected


@pytest.mark.parametrize(
    "blocks",
    [
        [items(("1.", "one")), items(("2.", "two"))],
        [items(("•", "one")), items(("(a)", "two"))],
        [Quote([par("one")]), Quote([par("two")])],
        [table(["a"]), table(["b"])],
    ],
)
def test_neighbours_stay_two(blocks):
    kinds = [block[0] for block in read_blocks(written(*blocks)) if block[0] != "html"]
    assert kinds == [read_blocks(written(block))[0][0] for block in blocks]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (Paragraph([PageBreak(3), Text("In 2013")]), "<!-- page 3 -->\n\nIn 2013"),
        (Paragraph([PageBreak(3)]), "<!-- page 3 -->"),
        (Section([PageBreak(3), Text("FACTS")], 1, []), "<!-- page 3 -->\n\n# FACTS"),
        (Quote([Paragraph([PageBreak(3), Text("q")])]), "<!-- page 3 -->\n\n> q"),
        (Quote([par("p"), Paragraph([PageBreak(3), Text("q")])]), "> p\n>\n> <!-- page 3 -->\n>\n> q"),
        (List([ListItem("1.", [Paragraph([PageBreak(3), Text("one")])])]), "<!-- page 3 -->\n\n1. one"),
        (
            List([ListItem("1.", [par("one")]), ListItem("2.", [Paragraph([PageBreak(3), Text("two")])])]),
            "1. one\n\n   <!-- page 3 -->\n\n2. two",
        ),
        (Table([Row([Cell([PageBreak(3), Text("a")])])]), "|  |\n| --- |\n| <!-- page 3 -->a |"),
    ],
)
def test_page_marks_leave_blocks_whole(block, expected):
    assert written(block) == expected
    quiet = join(render_blocks([block], Context({}, frozenset(), page_marks=False)))
    assert read_blocks(quiet) == list(without_marks(read_blocks(expected)))


def without_marks(blocks):
    """What a parser sees, less the page marks."""
    for block in blocks:
        if block[0] in ("quote", "list"):
            *head, inner = block
            yield (*head, [list(without_marks(i)) for i in inner] if block[0] == "list" else list(without_marks(inner)))
        elif block[0] != "html":
            yield block


WORDS = st.sampled_from(["a", "see", "1. b", "(a) c", "*d", "> e", "- f"])
PARAGRAPHS = st.builds(
    lambda words, tail: Paragraph([*map(Text, words), *tail]),
    st.lists(WORDS, max_size=2),
    st.lists(st.sampled_from([LineBreak(), PageBreak(2), FootnoteRef("1", "op1.fn1"), Text("z")]), max_size=2),
)
MARKERS = st.sampled_from(["1.", "2.", "3)", "(a)", "•", ""])
BLOCKS = st.recursive(
    st.one_of(PARAGRAPHS, st.lists(st.lists(WORDS, max_size=2), max_size=2).map(lambda rows: table(*rows))),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(Quote),
        st.lists(st.builds(ListItem, MARKERS, st.lists(inner, max_size=2)), max_size=3).map(List),
        st.builds(lambda text, blocks: Section([Text(text)], 1, blocks), WORDS, st.lists(inner, max_size=2)),
    ),
    max_leaves=8,
)


def words_of(blocks) -> list[str]:
    """The words of nodes in order, with markers that Markdown has no sign for."""
    out: list[str] = []
    for block in blocks:
        match block:
            case Section():
                out += [block.heading[0].text, *words_of(block.blocks)]
            case Paragraph():
                texts = [n.text if isinstance(n, Text) else "\n" if isinstance(n, LineBreak) else
                         "[^1]" if isinstance(n, FootnoteRef) else "" for n in block.inlines]  # fmt: skip
                out.append("".join(texts))
            case Quote():
                out += words_of(block.blocks)
            case List():
                for item in block.items:
                    out += [item.marker if item.marker == "(a)" else "", *words_of(item.blocks)]
            case Table():
                out += [cell.inlines[0].text for row in block.rows for cell in row.cells]
    return out


def words_read(blocks) -> list[str]:
    out: list[str] = []
    for block in blocks:
        match block:
            case ("paragraph", text) | ("heading", _, text):
                out.append(text)
            case ("quote", inner):
                out += words_read(inner)
            case ("list", _, _, found):
                out += [word for item in found for word in words_read(item)]
            case ("table", rows):
                out += [cell for row in rows for cell in row]
            case ("html", text):
                assert text in ("<!-- -->", "<!-- page 2 -->")
            case _:
                raise AssertionError(block)
    return out


@settings(max_examples=500, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(BLOCKS, max_size=4))
def test_no_word_is_lost_doubled_or_read_as_markup(blocks):
    found = "".join("".join(words_read(read_blocks(written(*blocks)))).split())
    assert found == "".join("".join(words_of(blocks)).split())


def shape_of(blocks):
    """Quotations and lists of nodes, as far as they have words."""
    for block in blocks:
        match block:
            case Section():
                yield from shape_of(block.blocks)
            case Quote():
                inner = list(shape_of(block.blocks))
                if "".join(words_of([block])).strip():
                    yield "quote", inner
            case List():
                for item in block.items:
                    yield "item", list(shape_of(item.blocks))


def shape_read(blocks):
    for block in blocks:
        match block:
            case ("quote", inner):
                found = list(shape_read(inner))
                if "".join(words_read(inner)).strip():
                    yield "quote", found
            case ("list", _, _, found):
                for item in found:
                    yield "item", list(shape_read(item))


@settings(max_examples=500, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(BLOCKS, max_size=4))
def test_quotations_and_items_nest_as_the_nodes_do(blocks):
    assert list(shape_read(read_blocks(written(*blocks)))) == list(shape_of(blocks))
