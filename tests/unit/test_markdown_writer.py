"""Whole documents as Markdown: front matter, caption, opinions with their notes, every word once and in order."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from opinion_parser import nodes
from opinion_parser.nodes import (
    Emphasis,
    Footnote,
    FootnoteRef,
    List,
    ListItem,
    Opinion,
    PageBreak,
    Paragraph,
    PlainRef,
    Quote,
    Section,
    Signature,
    Table,
    Text,
)
from opinion_parser.writers import WriterOptions
from opinion_parser.writers.json import read_json
from opinion_parser.writers.markdown import write_markdown
from opinion_parser.writers.markdown.notes import label_notes
from tests.strategies import documents

SAMPLES = sorted(Path(__file__).parents[2].glob("samples/*/*.truth.json"))


def document(**parts) -> nodes.Document:
    made = nodes.Document("1.0", nodes.SourceInfo("a.pdf", "0" * 64, "application/pdf", 1, "pdf"), "opinion", None,
                          nodes.Caption(), [], [Opinion("majority")], [], [], [])  # fmt: skip
    for name, value in parts.items():
        setattr(made, name, value)
    return made


def written(made, **options) -> str:
    return write_markdown(made, WriterOptions(**options)).decode()


def body(made, **options) -> str:
    return written(made, **options).split("\n---\n", 1)[1].strip()


def par(text, *more) -> Paragraph:
    return Paragraph([Text(text), *more])


def note(ident, label, *blocks) -> Footnote:
    return Footnote(ident, label, list(blocks) or [par("note")])


# ---------------------------------------------------------------- front matter


def fields(markdown: str) -> dict:
    """The front matter, read as the little YAML it is: JSON values, one level of nesting."""
    assert markdown.startswith("---\n")
    lines = markdown[4:].split("\n---\n", 1)[0].split("\n")
    out: dict = {}
    for line in lines:
        indent, dash, key, value = re.fullmatch(r"( *)(- )?(\w+):(?: (.*))?", line).groups()
        if not indent:
            out[key] = open_ = {} if value is None else json.loads(value)
            name = key
        elif indent == "  " and not dash:
            open_[key] = json.loads(value)
        else:
            if dash:
                out[name] = [*(out[name] or []), {}]
            out[name][-1][key] = json.loads(value)
    return out


def test_the_front_matter_has_the_caption_fields():
    caption = nodes.Caption(
        court=nodes.Court("United States District Court for the District of Montana", None, "mtd"),
        parties=[nodes.Party("Ruth Holloway", "Plaintiff", "a minor"), nodes.Party("Bighorn, LLC")],
        dockets=[nodes.Docket("2:21-cv-00417")],
        judges=[nodes.Judge("Thea E. Aldous", "District Judge")],
        title="OPINION",
        dates=[nodes.CaptionDate("argued", "2021-01-02")],
        lower_court=nodes.LowerCourt("Circuit Court", ["17 L 1"]),
    )
    opinions = [Opinion("majority", "Thea E. Aldous"), Opinion("dissent")]
    assert fields(written(document(caption=caption, opinions=opinions, date="2022-06-14"))) == {
        "title": "OPINION",
        "court": "United States District Court for the District of Montana",
        "court_id": "mtd",
        "division": None,
        "dockets": ["2:21-cv-00417"],
        "parties": [{"name": "Ruth Holloway", "role": "Plaintiff", "description": "a minor"}, {"name": "Bighorn, LLC"}],
        "judges": ["Thea E. Aldous"],
        "date": "2022-06-14",
        "kind": "opinion",
        "opinions": [{"kind": "majority", "author": "Thea E. Aldous"}, {"kind": "dissent", "author": None}],
        "dates": [{"kind": "argued", "date": "2021-01-02"}],
        "lower_court": {"name": "Circuit Court", "dockets": ["17 L 1"]},
        "source": {"name": "a.pdf", "sha256": "0" * 64},
    }


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
@settings(max_examples=300)
def test_any_string_stands_in_the_front_matter(text):
    made = document(caption=nodes.Caption(title=text, parties=[nodes.Party(text, "x")], dockets=[nodes.Docket(text)]))
    markdown = written(made)
    head = markdown[4:].split("\n---\n", 1)[0]
    assert all(c == "\n" or " " <= c <= "~" or ("\xa0" <= c < "\ufffe" and c not in "\u2028\u2029\ufeff")
               or c > "\uffff" for c in head), "YAML streams have no other characters"  # fmt: skip
    found = fields(markdown)
    assert (found["title"], found["parties"][0].get("name", ""), found["dockets"]) == (text, text, [text])


# ---------------------------------------------------------------- caption, opinions, parts


def test_parts_stand_in_reading_order():
    made = document(
        caption=nodes.Caption(lines=["UNITED STATES DISTRICT COURT"]),
        front_matter=[par("Syllabus")],
        opinions=[
            Opinion("majority", byline="KAGAN, J.", blocks=[par("We affirm.", FootnoteRef("1", "op1.fn1"))],
                    footnotes=[note("op1.fn1", "1")], signature=Signature(["Dated: May 1", "/s/ Kagan"])),
            Opinion("dissent", caption_lines=["No. 5"], byline="ALITO, J., dissenting", blocks=[par("I dissent.")]),
        ],
        back_matter=[par("Counsel")],
    )  # fmt: skip
    assert body(made).split("\n\n") == [
        "<!-- caption -->", "UNITED STATES DISTRICT COURT", "<!-- /caption -->", "<!-- front matter -->", "Syllabus",
        "<!-- opinion 1: majority -->", "KAGAN, J.", "We affirm.[^1]", "Dated: May 1\\\n/s/ Kagan", "[^1]: note",
        "<!-- opinion 2: dissent -->", "<!-- caption -->", "No. 5", "<!-- /caption -->", "ALITO, J., dissenting",
        "I dissent.", "<!-- back matter -->", "Counsel",
    ]  # fmt: skip


def test_the_rows_of_a_caption_are_lines_and_its_columns_have_a_gap():
    lines = ["DISTRICT COURT", "JORDAN STEIN,", "Plaintiff,", "No. 20 C 1937", "Judge Ellis", "ORDER"]
    made = document(caption=nodes.Caption(lines=lines, rows=[[0], [1, None], [2, 3], [None, 4], [5]]))
    assert body(made).split("\n\n")[1:4] == [
        "DISTRICT COURT",
        "JORDAN STEIN,\\\nPlaintiff,\u2003\u2003No. 20 C 1937\\\n\u2003\u2003Judge Ellis",
        "ORDER",
    ]


@pytest.mark.parametrize("rows", [[], [[0]], [[0], [1], [1]], [[0], [5]]])
def test_rows_that_do_not_fit_the_lines_lose_none(rows):
    made = document(caption=nodes.Caption(lines=["ONE", "TWO"], rows=rows))
    assert "\n\nONE\\\nTWO\n\n" in body(made)


def test_references_stand_at_their_place_in_plain_lines():
    ref = PlainRef("1", "op1.fn1", 1, "", 6)
    opinion = Opinion(
        "majority",
        byline="KAGAN, J., wrote",
        caption_lines=["OVER"],
        footnote_refs=[PlainRef("3", "op1.fn3", 0, "", 4), PlainRef("2", "op1.fn2", 1, "", 9)],
        footnotes=[note(f"op1.fn{n}", str(n)) for n in (1, 2, 3, 4)],
        signature=Signature(["By:", "Kagan"], footnote_refs=[PlainRef("4", "op1.fn4", 7, "", 2)]),
    )
    caption = nodes.Caption(lines=["ONE", "SMITH, v. DOE"], footnote_refs=[ref])
    made = body(document(caption=caption, opinions=[opinion]))
    for line in ("SMITH,[^1] v. DOE", "OVER[^3]", "KAGAN, J.[^2], wrote", "By:\\\nKagan[^4]"):
        assert f"\n{line}\n" in made
    assert "without a mark" not in made


def test_page_marks_only_on_demand():
    made = document(opinions=[Opinion(blocks=[Paragraph([Text("a "), PageBreak(2), Text("b")])])])
    assert "a b" in body(made)
    assert "<!-- page" not in body(made)
    assert "a<!-- page 2 --> b" in body(made, page_marks=True)


def test_brackets_that_name_a_heading_are_no_links():
    made = document(opinions=[Opinion(blocks=[Section([Text("I")], 1, [par("[I]t is [i]n [a] note")])])])
    assert "\\[I]t is \\[i]n [a] note" in body(made)


def test_the_example_in_the_documentation_is_true():
    caption = nodes.Caption(
        lines=["IN THE UNITED STATES DISTRICT COURT", "RUTH ANNE HOLLOWAY,", "Case No. 2:21-cv-00417", "Plaintiff,"],
        rows=[[0], [1, 2], [3, None]],
        court=nodes.Court(
            "United States District Court for the District of Montana, Butte Division", "Butte Division", "mtd"
        ),
        parties=[nodes.Party("Ruth Anne Holloway", "Plaintiff")],
        dockets=[nodes.Docket("2:21-cv-00417-TEA")],
        judges=[nodes.Judge("Thea E. Aldous")],
        title="OPINION AND ORDER",
    )
    cite = Paragraph([Text("The cable went dark. "), Emphasis([Text("Celotex Corp. v. Catrett")]),
                      Text(", 477 U.S. 317, 323 (1986).")])  # fmt: skip
    section = Section(
        [Text("BACKGROUND"), FootnoteRef("1", "op1.fn1")],
        1,
        [cite, Quote([par("A party affected shall give written notice.")]), par("IT IS SO ORDERED.")],
    )
    opinion = Opinion(
        "majority",
        "Thea E. Aldous",
        blocks=[section],
        footnotes=[note("op1.fn1", "1", par("So it did."))],
        signature=Signature(["DATED this 14th day of June, 2022.", "THEA E. ALDOUS"]),
    )
    source = nodes.SourceInfo("holloway.pdf", "5faaa65f…", "application/pdf", 6, "pdf")
    made = document(source=source, date="2022-06-14", caption=caption, opinions=[opinion])
    page = (Path(__file__).parents[2] / "docs/markdown.md").read_text(encoding="utf-8")
    assert page.split("```markdown\n")[1].split("```\n")[0] == written(made)


# ---------------------------------------------------------------- footnotes


def labels(*opinions: str) -> list[list[str]]:
    made = [Opinion(footnotes=[note(f"{i}.{k}", label) for k, label in enumerate(o.split())])
            for i, o in enumerate(opinions)]  # fmt: skip
    return label_notes(made)


@pytest.mark.parametrize(
    ("opinions", "expected"),
    [
        (["1 2 * ** † a"], [["1", "2", "\\*", "\\*\\*", "†", "a"]]),
        (["1 2", "1 2 3", "4"], [["1", "2"], ["op2-1", "op2-2", "op2-3"], ["4"]]),
        (["* 1 *"], [["\\*", "1", "op1-2-\\*"]]),
        (["1 1", "1 1"], [["1", "op1-2-1"], ["op2-1", "op2-2-1"]]),
        (["a A"], [["a", "op1-2-A"]]),
        (["1-a [^2] ]["], [["1a", "2", "note"]]),
    ],
)
def test_labels_are_plain_and_unlike_each_other(opinions, expected):
    assert labels(*opinions) == expected


@given(st.lists(st.lists(st.text(max_size=3), max_size=4), max_size=3))
def test_any_labels_can_be_read_as_labels(texts):
    made = [Opinion(footnotes=[note(f"{i}.{k}", t) for k, t in enumerate(own)]) for i, own in enumerate(texts)]
    found = [label for own in label_notes(made) for label in own]
    assert len({label.lower() for label in found}) == len(found)
    assert all(re.fullmatch(r"[^\s\[\]^]+", label) for label in found)


def test_a_reference_leads_to_the_note_of_its_opinion():
    made = document(
        opinions=[
            Opinion(blocks=[par("a", FootnoteRef("1", "op1.fn1"))], footnotes=[note("op1.fn1", "1", par("first"))]),
            Opinion(blocks=[par("b", FootnoteRef("1", "op2.fn1"))], footnotes=[note("op2.fn1", "1", par("second"))]),
        ]
    )
    assert re.findall(r"^.*\[\^.*$", body(made), re.M) == ["a[^1]", "[^1]: first", "b[^op2-1]", "[^op2-1]: second"]


def test_blocks_of_a_note_are_indented():
    blocks = [par("one"), Quote([par("q")]), List([ListItem("(a)", [par("x"), par("y")])])]
    made = document(opinions=[Opinion(blocks=[par("t", FootnoteRef("1", "n"))], footnotes=[note("n", "1", *blocks)])])
    assert body(made).endswith("[^1]: one\n\n    > q\n\n    - (a\\) x\n\n      y")


def test_a_note_that_begins_with_another_block_has_it_below_its_label():
    made = document(opinions=[Opinion(footnotes=[note("n", "1", Quote([par("q")]), par("p"))])])
    assert body(made).endswith("[^1]:\n\n    > q\n\n    p")


def test_a_page_that_begins_with_a_note_is_marked_before_it():
    first = Paragraph([PageBreak(3), Text("one")])
    made = document(opinions=[Opinion(footnotes=[note("n", "1", first)])])
    assert body(made, page_marks=True).endswith("<!-- page 3 -->\n\n[^1]: one")


def test_a_note_that_no_text_refers_to_is_referred_to_in_a_line_of_its_own():
    notes = [note("n1", "1", par("see", FootnoteRef("3", "n3"))), note("n2", "2"), note("n3", "3")]
    made = document(opinions=[Opinion(blocks=[par("a", FootnoteRef("1", "n1"))], footnotes=notes)])
    assert body(made).split("\n\n")[-5:] == [
        "<!-- notes without a mark in the text -->", "[^2] [^3]", "[^1]: see[^3]", "[^2]: note", "[^3]: note",
    ]  # fmt: skip


def test_a_reference_without_a_note_is_raised_text():
    made = document(opinions=[Opinion(blocks=[par("a", FootnoteRef("7", None), FootnoteRef("*", "gone"))])])
    assert body(made).endswith("a⁷<sup>\\*</sup>")


# ---------------------------------------------------------------- nothing lost


def letters(text: str) -> str:
    return "".join(c for c in text if c.isalpha())


def printed(made: nodes.Document) -> str:
    """The letters of a document in the order in which Markdown has them."""
    known = {n.id for opinion in made.opinions for n in opinion.footnotes}

    def inline(node) -> str:
        match node:
            case Text():
                return node.text
            case FootnoteRef():
                return "" if node.footnote in known else node.label
            case nodes.PageBreak() | nodes.LineBreak():
                return ""
        return "".join(map(inline, node.inlines))

    def block(node) -> str:
        match node:
            case Section():
                return (node.number or "") + "".join(map(inline, node.heading)) + blocks(node.blocks)
            case Paragraph():
                return (node.number or "") + "".join(map(inline, node.inlines))
            case Quote():
                return blocks(node.blocks)
            case List():
                return "".join(item.marker + blocks(item.blocks) for item in node.items)
            case Table():
                return "".join(inline(i) for row in node.rows for cell in row.cells for i in cell.inlines)
            case nodes.Break():
                return node.text

    def blocks(found) -> str:
        return "".join(map(block, found))

    parts = [*made.caption.lines, blocks(made.front_matter)]
    for opinion in made.opinions:
        parts += [*opinion.caption_lines, opinion.byline or "", blocks(opinion.blocks)]
        parts += opinion.signature.lines if opinion.signature else []
        parts += [blocks(n.blocks) for n in opinion.footnotes]
    return letters("".join(parts) + blocks(made.back_matter))


def read(markdown: str) -> str:
    """The letters of Markdown without front matter, comments, tags and labels."""
    text = re.sub(r"\A---\n.*?\n---\n", "", markdown, flags=re.S)
    text = re.sub(r"<!--.*?-->|\[\^[^\]]+\]:?|</?(?:em|strong|sup)>", "", text, flags=re.S)
    return letters(text)


def without_plain_refs(made: nodes.Document) -> nodes.Document:
    made.caption.footnote_refs = []
    for opinion in made.opinions:
        opinion.footnote_refs = []
        if opinion.signature:
            opinion.signature.footnote_refs = []
    return made


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(documents(st.text("abcdeé *_[](){}<>&$#1.-`\\\n", max_size=10)).map(without_plain_refs), st.booleans())
def test_every_word_of_any_document_stands_there_once_in_order(made, page_marks):
    markdown = written(made, page_marks=page_marks)
    assert read(markdown) == printed(made)
    assert written(made, page_marks=page_marks) == markdown


@pytest.mark.parametrize("truth", SAMPLES, ids=lambda path: path.stem)
def test_every_word_of_a_sample_stands_there_once_in_order(truth):
    made = read_json(truth.read_bytes())
    markdown = written(made)
    assert read(markdown) == printed(made)
    assert markdown.endswith("\n")
    assert not markdown.endswith("\n\n")


def test_a_document_without_text_is_markdown_too():
    made = document(opinions=[Opinion(blocks=[Paragraph([Text("[no text]")], editorial=True)])])
    assert body(made).split("\n\n") == ["<!-- opinion 1: unknown -->", "[no text]"]
