"""What holds for the XML of any document: it is valid, keeps the naming convention, and no word is lost or doubled."""

from __future__ import annotations

import functools
import hashlib
import re
import unicodedata
from collections import Counter

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from lxml import etree

from opinion_parser import nodes
from opinion_parser.schemas import AKN, schema_path
from opinion_parser.validation import validate_akn
from opinion_parser.writers import WriterOptions
from opinion_parser.writers.akn import write_akn
from opinion_parser.writers.json import read_json
from tests.conftest import CHECKOUT
from tests.strategies import documents

TRUTHS = sorted((CHECKOUT / "samples").glob("*/*.truth.json"))
NS = {"a": AKN, "op": "urn:x-opinion-parser:akn:1"}
PIECES = [
    "Held",
    "that",
    "§",
    "15(b)",
    "–",
    "é",
    "e\u0301",
    "<p>",
    "&",
    "]]>",
    "\ufffd\x0c",
    "\x02",
    "\ud83d",
    "APPENDIX",
]
WORDS = st.lists(st.sampled_from(PIECES), max_size=3)
PRINT = st.one_of(
    WORDS.map(" ".join), st.sampled_from(["BACKGROUND", "ORDER", "AFFIRMED.", "op1.fn1", "2021-03-16", "a"])
)

IDS = st.sampled_from(["n1", "n2", "n3", "n4", None])
LABELS = st.sampled_from(["1", "2", "*", ""])


def nested():
    """Blocks in blocks and inlines in inlines, in any order and some way down."""
    styles = (nodes.Emphasis, nodes.Strong, nodes.Underline, nodes.SmallCaps, nodes.Superscript)
    inlines = st.recursive(
        st.one_of(
            st.builds(nodes.Text, PRINT),
            st.builds(nodes.FootnoteRef, LABELS, IDS),
            st.builds(nodes.PageBreak, st.integers(0, 9), st.booleans()),
            st.builds(nodes.LineBreak),
        ),
        lambda inner: st.one_of([st.builds(style, st.lists(inner, max_size=3)) for style in styles]),
        max_leaves=3,
    )
    line = st.lists(inlines, max_size=3)
    cells = st.lists(st.builds(nodes.Cell, line), max_size=2)
    return st.recursive(
        st.one_of(
            st.builds(nodes.Paragraph, line, st.sampled_from([None, None, "16", "(a)", " "]), st.booleans()),
            st.builds(nodes.Table, st.lists(st.builds(nodes.Row, cells), max_size=2)),
        ),
        lambda inner: st.one_of(
            st.builds(nodes.Section, line, st.integers(1, 9), st.lists(inner, max_size=4)),
            st.builds(nodes.Quote, st.lists(inner, max_size=3)),
            st.builds(nodes.List, st.lists(st.builds(nodes.ListItem, PRINT, st.lists(inner, max_size=3)), max_size=3)),
        ),
        max_leaves=6,
    )


NESTED = st.lists(nested(), max_size=3)
PLAIN = documents(PRINT)


@st.composite
def rich_documents(draw):
    """Documents with nested blocks everywhere, marks on their lines, and references to notes that may be there."""
    document = draw(PLAIN)
    document.front_matter, document.back_matter = draw(NESTED), draw(NESTED)
    for opinion in document.opinions:
        opinion.blocks = draw(NESTED)
        opinion.footnotes = draw(st.lists(st.builds(nodes.Footnote, IDS.map(str), LABELS, NESTED), max_size=3))
        for ref in [*opinion.footnote_refs, *document.caption.footnote_refs]:
            ref.footnote = draw(IDS)
    for mark in document.caption.marks:
        mark.line, mark.start, mark.end = draw(st.tuples(st.integers(-1, 2), st.integers(-1, 4), st.integers(0, 12)))
    return document


any_document = settings(
    max_examples=60,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],  # shrinking a whole document takes minutes
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def xml_of(document):
    return write_akn(document, WriterOptions())


def tag(element):
    return etree.QName(element).localname


def squeeze(text):
    """Characters without white space, as the writer may print them."""
    text = re.sub("[^\t\n\u0020-\ufffd\U00010000-\U0010ffff]|[\ud800-\udfff]", " ", text)
    return unicodedata.normalize("NFC", "".join(text.replace("\ufffd", "□").split()))


def inline_text(inlines):
    return "".join(
        x.text
        if isinstance(x, nodes.Text)
        else "\n"
        if isinstance(x, nodes.LineBreak)
        else inline_text(getattr(x, "inlines", ()))
        for x in inlines
    )


def block_texts(blocks):
    """The texts of some blocks in reading order, footnotes aside."""
    for block in blocks:
        match block:
            case nodes.Section():
                yield block.number or ""
                yield inline_text(block.heading)
                yield from block_texts(block.blocks)
            case nodes.Paragraph():
                yield block.number or ""
                yield inline_text(block.inlines)
            case nodes.Quote():
                yield from block_texts(block.blocks)
            case nodes.List():
                for item in block.items:
                    yield item.marker
                    yield from block_texts(item.blocks)
            case nodes.Table():
                yield from (inline_text(cell.inlines) for row in block.rows for cell in row.cells)


def texts(document):
    """The texts of a document in reading order, footnotes aside."""
    yield from document.caption.lines
    yield from block_texts(document.front_matter)
    for opinion in document.opinions:
        yield from opinion.caption_lines
        yield opinion.byline or ""
        yield from block_texts(opinion.blocks)
        yield from opinion.signature.lines if opinion.signature else ()
    yield from block_texts(document.back_matter)


def note_texts(document):
    for opinion in document.opinions:
        for note in opinion.footnotes:
            yield from block_texts(note.blocks)


def parts(root):
    return root.xpath("a:judgment/*[not(self::a:meta)]", namespaces=NS)


def without(root, path):
    """A copy of the document in which some elements are empty: a word goes on after a footnote that stands in it."""
    copy = etree.fromstring(etree.tostring(root))
    for element in copy.xpath(path, namespaces=NS):
        element.text = None
        element[:] = []
    return copy


def printed(root):
    return squeeze("".join(text for part in parts(root) for text in part.itertext()))


MARKS = "//a:sup[@class='noteRef']"
NOTES = "//a:authorialNote"


def words(text):
    return Counter(re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", text.replace("\x02", " "))))


def words_in(elements):
    """The words of some elements; what stands in different blocks are different words."""
    ends = {"p", "heading", "num", "td", "eol"}
    return words("".join(
        ("\n" if tag(element) in ends else "") + ((element.text if event == "start" else element.tail) or "")
        for part in elements
        for event, element in etree.iterwalk(part, events=("start", "end"))
    ))  # fmt: skip


@functools.cache
def elements_with_ids():
    """The elements of which the schema demands an eId: those whose type has the attribute group ``idreq``."""
    schema = etree.parse(schema_path("akomantoso30.xsd")).getroot()
    xs = {"x": "http://www.w3.org/2001/XMLSchema"}
    groups = {group.get("name"): group for group in schema.xpath("x:attributeGroup[@name]", namespaces=xs)}
    types = {kind.get("name"): kind for kind in schema.xpath("x:complexType[@name]", namespaces=xs)}

    def demands(part):
        names = part.xpath(".//x:attributeGroup/@ref", namespaces=xs)
        bases = part.xpath("@type | .//x:extension/@base", namespaces=xs)
        return "idreq" in names or any(demands(groups[name]) for name in names) or any(
            demands(types[base]) for base in bases if base in types
        )  # fmt: skip

    return {element.get("name") for element in schema.xpath("x:element", namespaces=xs) if demands(element)}


def local_references(root):
    for element in root.iter():
        for name in ("refersTo", "as", "by", "source", "href"):
            yield from (value for value in element.get(name, "").split() if value.startswith("#"))


@given(rich_documents())
@any_document
def test_the_xml_is_valid(document):
    assert validate_akn(xml_of(document)) == []


@given(documents())
@any_document
def test_the_xml_is_valid_whatever_the_characters(document):
    assert validate_akn(xml_of(document)) == []


@given(rich_documents())
@any_document
def test_text_stands_in_reading_order_and_footnotes_between(document):
    document.caption.rows = []
    root = without(etree.fromstring(xml_of(document)), f"{MARKS} | {NOTES}")
    assert printed(root) == squeeze("".join(texts(document)))


@given(rich_documents())
@any_document
def test_no_word_is_lost_or_doubled(document):
    root = without(etree.fromstring(xml_of(document)), MARKS)
    body = without(root, NOTES)
    assert words_in(parts(body)) == words("\n".join(texts(document)))
    assert words_in(root.xpath(f"{NOTES}/*", namespaces=NS)) == words("\n".join(note_texts(document)))


@given(rich_documents())
@any_document
def test_every_reference_leads_to_an_entry_and_every_entry_is_used(document):
    root = etree.fromstring(xml_of(document))
    entries = {"#" + element.get("eId") for element in root.xpath("//a:references/*", namespaces=NS)}
    assert set(local_references(root)) == entries


@given(rich_documents())
@any_document
def test_eids_keep_the_naming_convention(document):
    root = etree.fromstring(xml_of(document))
    assert len(elements_with_ids()) > 100
    for element in (inner for part in parts(root) for inner in part.iter()):
        eid = element.get("eId")
        assert eid or tag(element) not in elements_with_ids() - {"heading", "content"}, tag(element)
        above = next((outer.get("eId") for outer in element.iterancestors() if outer.get("eId")), None)
        if eid:
            assert re.fullmatch(r"[^\s#]+", eid)
            assert (eid.rpartition("__")[0] or None) == above


@given(rich_documents())
@any_document
def test_notes_and_page_ends_stand_where_they_may(document):
    root = etree.fromstring(xml_of(document))
    assert root.xpath(f"{NOTES}{NOTES} | {NOTES}[not(normalize-space(@marker))]", namespaces=NS) == []
    assert {tag(element.getparent()) for element in root.iter(f"{{{AKN}}}eop")} <= {
        "p", "heading", "i", "b", "u", "span", "sup", "remark",
    }  # fmt: skip


@given(rich_documents())
@any_document
def test_text_is_composed_and_readable_and_its_hash_recomputes(document):
    root = etree.fromstring(xml_of(document))
    for text in (text for part in parts(root) for text in part.itertext()):
        assert unicodedata.is_normalized("NFC", text)
        assert "\ufffd" not in text
    assert root.findtext(".//op:hash", namespaces=NS) == hashlib.sha256(printed(root).encode()).hexdigest()


@given(rich_documents(), st.sampled_from(["ilnd", "ca8", "", None]))
@any_document
def test_the_identity_says_one_thing(document, ident):
    document.caption.court.id = ident
    root = etree.fromstring(xml_of(document))

    def value(path):
        return str(root.xpath(f"string(a:judgment/a:meta/a:identification/{path})", namespaces=NS))

    work, expression = value("a:FRBRWork/a:FRBRuri/@value"), value("a:FRBRExpression/a:FRBRuri/@value")
    court, date, number = re.fullmatch(r"/akn/us/judgment/opinion/([a-z0-9-]+)/([\d-]+)/([a-z0-9-]+)", work).groups()
    assert value("a:FRBRWork/a:FRBRthis/@value") == f"{work}/!main"
    assert expression == f"{work}/eng@{date}"
    assert value("a:FRBRManifestation/a:FRBRuri/@value").startswith(expression)
    assert value("a:FRBRWork/a:FRBRdate/@date").startswith(date)
    assert value("a:FRBRWork/a:FRBRnumber/@value") == number
    assert value("a:FRBRWork/a:FRBRauthor/@href") == f"#{court}"
    assert value("a:FRBRWork/a:FRBRsubtype/@value") == "opinion"


@pytest.mark.parametrize("truth", TRUTHS, ids=lambda path: path.parent.name)
def test_pages_of_a_sample_end_in_order(truth):
    root = etree.fromstring(xml_of(read_json(truth.read_bytes())))
    ends = [int(number) for number in root.xpath("//a:eop[not(ancestor::a:authorialNote)]/@number", namespaces=NS)]
    assert ends == sorted(set(ends))
