r"""Clean text is never markup: read back by a CommonMark parser, any text in any block is that text in that block.

What only Pandoc reads as markup is tested by rule: the backslash stands where it keeps Pandoc off, and not elsewhere.
"""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from opinion_parser import nodes
from opinion_parser.writers.markdown.blocks import join, render_blocks
from opinion_parser.writers.markdown.escaping import escape, guard_line
from opinion_parser.writers.markdown.notes import render_notes
from opinion_parser.writers.markdown.plain import GAP, caption
from opinion_parser.writers.markdown.runs import Context
from tests.markdown import read_blocks

CONTEXT = Context({}, frozenset({"i", "see"}), page_marks=False)

ACTIVE = [
    *"!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", *"aI1§“’—³", " ", "  ", "\t", "\n", "\u00a0", "\u2003",
    "1. ", "12) ", "(a) ", "iv. ", "I. ", "- ", "---", "===", "* * *", "# ", "> ", "```", "~~~", "    ",
    "[^1]", "[I]", "[20]: ", "](", "[x](y)", "![", "<b>", "</b>", "<!--", "-->", "<a@b.co>", "&amp;", "&#35;", "http://a.b",
    "\\\n", "|---|", "at *4, *5", "_____", "john_doe@x.gov", "$1.20", "word",
]  # fmt: skip
TEXTS = st.one_of(st.lists(st.sampled_from(ACTIVE), max_size=12).map("".join), st.text(max_size=12))


def normal(text: str) -> str:
    """Text as Markdown has it: one blank for white space, U+FFFD for what cannot be printed."""
    kept = ["\ufffd" if not c.isspace() and (c < " " or "\x7f" <= c <= "\x9f") else c for c in text]
    return " ".join("".join(kept).split())


def paragraph(text: str) -> nodes.Paragraph:
    return nodes.Paragraph([nodes.Text(text)])


def written(*blocks: nodes.Block) -> str:
    return join(render_blocks(blocks, CONTEXT))


def as_paragraph(text: str) -> list:
    return [("paragraph", normal(text))] if normal(text) else []


@settings(max_examples=600)
@given(TEXTS)
@example("<!-- /caption -->")
@example("a\\")
@example("[x]:")
@example("+")
def test_a_paragraph_is_its_text(text):
    assert read_blocks(written(paragraph(text))) == as_paragraph(text)


@settings(max_examples=300)
@given(TEXTS, st.integers(1, 8))
@example("a #", 1)
@example("##", 2)
def test_a_heading_is_its_text(text, level):
    section = nodes.Section([nodes.Text(text)], level, [])
    assert read_blocks(written(section)) == ([("heading", min(level, 6), normal(text))] if normal(text) else [])


@settings(max_examples=300)
@given(TEXTS, TEXTS)
def test_a_quotation_is_its_paragraphs(one, two):
    inner = as_paragraph(one) + as_paragraph(two)
    assert read_blocks(written(nodes.Quote([paragraph(one), paragraph(two)]))) == ([("quote", inner)] if inner else [])


@settings(max_examples=300)
@given(TEXTS, TEXTS, st.sampled_from(["1.", "7)", "•"]))
def test_list_items_are_their_paragraphs(one, two, marker):
    found = read_blocks(written(nodes.List([nodes.ListItem(marker, [paragraph(one), paragraph(two)])])))
    sign, start = ("-", None) if marker == "•" else (marker[-1], int(marker[:-1]))
    assert found == [("list", sign, start, [as_paragraph(one) + as_paragraph(two) or [("html", "<!-- -->")]])]


@settings(max_examples=300)
@given(TEXTS, st.lists(st.lists(TEXTS, min_size=1, max_size=3), min_size=1, max_size=2))
def test_table_cells_are_their_texts(text, rows):
    rows[0][0] = text
    width = max(len(row) for row in rows)
    table = nodes.Table([nodes.Row([nodes.Cell([nodes.Text(cell)]) for cell in row]) for row in rows])
    expected = [[normal(cell) for cell in row] + [""] * (width - len(row)) for row in rows]
    found = read_blocks(written(table))
    assert found == ([("table", [[""] * width, *expected])] if any(map(any, expected)) else [])


@settings(max_examples=300)
@given(st.lists(TEXTS, max_size=4))
def test_a_caption_is_its_lines(lines):
    found = read_blocks(join(caption(lines, [], [], CONTEXT)))
    kept = [normal(line) for line in lines if normal(line)]
    comments = ("html", "<!-- caption -->"), ("html", "<!-- /caption -->")
    assert found == ([comments[0], ("paragraph", "\n".join(kept)), comments[1]] if kept else [])


@settings(max_examples=300)
@given(TEXTS, TEXTS)
def test_cells_of_a_caption_row_stand_on_one_line(left, right):
    found = read_blocks(join(caption(["x", left, right], [[0], [1, 2]], [], CONTEXT)))
    cells = (normal(left) + GAP + normal(right)).strip()  # the parser strips em spaces at the ends
    assert found[1:-1] == [("paragraph", "x"), *([("paragraph", cells)] if cells else [])]


@settings(max_examples=300)
@given(TEXTS, TEXTS)
def test_a_footnote_is_its_paragraphs(one, two):
    note = nodes.Footnote("op1.fn1", "1", [paragraph(one), paragraph(two)])
    text = join(render_notes([note], ["1"], [], CONTEXT))
    assert text.startswith("[^1]: ")
    body = textwrap.dedent("    " + text.removeprefix("[^1]: "))
    assert read_blocks(body) == (as_paragraph(one) + as_paragraph(two) or [("html", "<!-- empty -->")])


@pytest.mark.parametrize(
    "text",
    [
        "violated §§ 15(a), (b), and (c), 740 Ill. Comp. Stat. 14/1, under Fed. R. Civ. P. 12(b)(2)",
        "grants the motion to dismiss [20]. “[T]he [c]ourt” [sic] (emphasis added)",
        "a rate of $1.20 per $1,000, or $5–$10 in all (US $3)",
        "AT&T & Co.; R & D; 5 < 6 > 4; 50% + 3 = 53 - 1",
        "e-mail clerk@ilnd.uscourts.gov at https://ecf.ilnd.uscourts.gov/doc1/067",
        "¶ 16; {¶ 1} n.1 # 80 No. 20 C 1937: see | (i) and 1. and - and :",
        "I. BACKGROUND",
        "A. Smith and J. Doe",
        "By: __________ (Clerk) ____",
        "\"straight\" 'quotes' -- and --- dashes ...",
    ],
)
def test_ordinary_text_stays_clean(text):
    assert written(paragraph(text)) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021 WL 1, at *4", r"2021 WL 1, at \*4"),
        ("x^2^ and H~2~O", r"x\^2\^ and H\~2\~O"),
        ("costs 5$ and 6$", r"costs 5\$ and 6\$"),
        ("$$x$$", r"\$\$x\$\$"),
        ("see @smith and (@doe; -@roe)", r"see \@smith and (\@doe; -\@roe)"),
        ("the \\alpha test", r"the \\alpha test"),
        ("[I]t and [See] but [it]", r"\[I]t and \[See] but [it]"),
        ("[sic](a) and [sic]{a}", r"[sic]\(a) and [sic]\{a}"),
        ("text [^1] and ^[note]", r"text [\^1] and \^[note]"),
        ("_see_ and snake_case", r"\_see_ and snake\_case"),
        ("<!-- page 2 -->", r"<\!-- page 2 -->"),
        ("&c. &amp; &#35;", r"&c. \&amp; \&#35;"),
    ],
)
def test_markup_inside_a_line_is_escaped(text, expected):
    assert escape(text, CONTEXT.headings) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("1. The motion", r"1\. The motion"),
        ("(12) The motion", r"(12\) The motion"),
        ("(a) The motion", r"(a\) The motion"),
        ("a) The motion", r"a\) The motion"),
        ("iv. The motion", r"iv\. The motion"),
        ("v. Smith", r"v\. Smith"),
        ("II. The motion", r"II\. The motion"),
        ("A.", r"A\."),
        ("#. One", r"#\. One"),
        ("(#) One", r"(#\) One"),
        ("$ and 5$", r"\$ and 5$"),
        ("# One", r"\# One"),
        ("> One", r"\> One"),
        ("+ One", r"\+ One"),
        ("-", r"\-"),
        ("-----  -----", r"\-----  -----"),
        ("+---+", r"\+---+"),
        ("===", r"\==="),
        ("| One", r"\| One"),
        (": One", r"\: One"),
        ("::: note", r"\::: note"),
        ("[20]: One", r"\[20]: One"),
        ("[^1]: One", r"[^1]\: One"),
        ("[x] One", r"\[x] One"),
        ("Table: One", r"Table\: One"),
    ],
)
def test_markup_at_the_beginning_of_a_block_is_escaped(line, expected):
    assert guard_line(line) == expected


@pytest.mark.parametrize("line", ["v. Smith", "(a) The motion", "II. The motion", "[20]: One", "[^1]: One"])
def test_a_line_inside_a_block_is_no_new_list_or_definition(line):
    assert guard_line(line, first=False) == line


@pytest.mark.parametrize(
    "text",
    [part * 20_000 for part in ("@", "[", "#", "_", "- ", "\\", "$", "[]", "<a", "{}")] + ["[" * 20_000 + "]" * 20_000],
)
@pytest.mark.timeout(5)
def test_no_text_takes_long(text):
    assert written(paragraph("<" + text + "a"), nodes.Section([nodes.Text(text + "}")], 1, []))
