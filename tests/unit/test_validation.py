"""The validator: plain words with line numbers for invalid XML, and never an exception."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import opinion_parser
from opinion_parser.schemas import AKN
from opinion_parser.validation import Problem, validate_akn

SAMPLE = Path(__file__).parents[2] / "samples/stein-v-clarifai/stein-v-clarifai.txt"


@pytest.fixture(scope="module")
def xml():
    return opinion_parser.convert(SAMPLE, formats=("akn",))["akn"]


def test_our_output_is_valid(xml):
    assert validate_akn(xml) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"</judgmentBody>", b"<p>loose</p></judgmentBody>"),
        (b'eId="header"', b'eId="judgmentBody__x y"'),
        (b"<header", b"<heading"),
        (b"</akomaNtoso>", b""),
    ],
)
def test_damage_is_found_and_has_a_line(xml, before, after):
    assert before in xml
    problems = validate_akn(xml.replace(before, after, 1))
    assert problems
    assert all(problem.line >= 1 and problem.message and "\n" not in problem.message for problem in problems)
    assert all("{http" not in problem.message for problem in problems)


@pytest.mark.parametrize(
    "data", [b"", b"no XML", b"\xff\xfe\x00", b"<a>" * 5000, b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>']
)
def test_what_is_no_akoma_ntoso_has_a_problem(data):
    assert validate_akn(data)


PLAIN = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0" xmlns:op="urn:x-opinion-parser:akn:1">
<judgment name="opinion">
%s
<header>
<p eId="p_1">Words</p>
%s
</header>
<judgmentBody>
<motivation><p>Words</p></motivation>
</judgmentBody>
</judgment>
</akomaNtoso>"""


@pytest.fixture(scope="module")
def meta(xml):
    text = xml.decode()
    return " ".join(text[text.index("<meta>") : text.index("</meta>") + 7].split())


SAID = {
    "<p/>": "",
    '<p eId="p_1"/>': "<p> has the eId 'p_1', which another element has already",
    '<p eId="a b"/>': "<p>: the attribute eId has the value 'a b', which must be one word without blanks",
    '<p colour="red"/>': "<p>: the attribute colour is not allowed",
    "<p><party>Roe</party></p>": "<party> lacks the attribute refersTo",
    '<p><docDate date="2021-02-30"/></p>': (
        "<docDate>: the attribute date has the value '2021-02-30', which is no date (YYYY-MM-DD)"
    ),
    '<p><eop breakAt="x"/></p>': "<eop>: the attribute breakAt has the value 'x', which is no whole number",
    '<p><opinion by="#a" type="odd"/></p>': (
        "<opinion>: the attribute type has the value 'odd'; allowed are: dissenting, agreeing, null"
    ),
    "<p><authorialNote/></p>": "<authorialNote> is not complete; expected one of <",
    "<level/>": "<level> is not allowed here; expected one of <blockList>, <",
    '<p xmlns="urn:x"/>': "<p> (of urn:x) is not allowed here; expected one of <",
    "loose words": "<header> may not have text of its own",
    "<p><eop>words</eop></p>": "<eop> may not have text of its own",
}
"""What stands in line 6, and how the one problem that it makes begins."""


@pytest.mark.parametrize(("damage", "message"), SAID.items())
def test_schema_errors_in_plain_words(meta, damage, message):
    problems = validate_akn((PLAIN % (meta, damage)).encode())
    line = 4 if damage == "loose words" else 6  # the element's own line
    assert [problem.line for problem in problems] == ([line] if message else [])
    assert all(problem.message.startswith(message) for problem in problems)


@pytest.mark.parametrize(
    ("data", "line", "message"),
    [
        (b"", 1, "no well-formed XML: it does not begin with an element"),
        (b"\n<a><b>\n</a>", 3, "no well-formed XML: <b> of line 2 is closed by </a>"),
        (b"<a>\n", 2, "no well-formed XML: the file ends, but <a> of line 1 is still open"),
        (b"<a>&nbsp;</a>", 1, "no well-formed XML: the entity &nbsp; is not declared"),
        (b"<a>\xff</a>", 1, "no well-formed XML: the bytes here are no text in the encoding of the file"),
        (b"<a>" * 5000, 1, "no well-formed XML: elements stand more than 256 deep inside each other"),
        (b"<html/>", 1, "the file begins with <html>, which is no Akoma Ntoso document (expected <akomaNtoso>)"),
        (b'<akomaNtoso xmlns="urn:x"/>', 1, f"the namespace is urn:x, expected {AKN}"),
        (b"<akomaNtoso/>", 1, f"the namespace is missing, expected {AKN}"),
    ],
)
def test_what_is_no_akoma_ntoso_in_plain_words(data, line, message):
    assert validate_akn(data) == [Problem(line, message)]


@pytest.mark.parametrize("place", ["<header>&x9;", '<header class="&x9;">'])
def test_no_entity_is_expanded(xml, tmp_path, place):
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    laughs = "".join(f'<!ENTITY x{i + 1} "{f"&x{i};" * 10}">' for i in range(9))
    file = f'<!ENTITY x9 SYSTEM "{(tmp_path / "secret").as_uri()}">'
    text = xml.decode().split("?>", 1)[1].replace('<header eId="header">', place)
    assert place in text
    for declared in (f'<!ENTITY x0 "ha">{laughs}', file, '<!ENTITY x9 "harmless">'):
        problems = validate_akn(f"<!DOCTYPE a [{declared}]>{text}".encode())
        assert problems
        assert not any("secret" in problem.message for problem in problems)


def test_no_declaration_is_fetched(xml):
    text = '<!DOCTYPE a SYSTEM "http://nowhere.invalid/a.dtd">' + xml.decode().split("?>", 1)[1]
    assert validate_akn(text.encode()) == []
    problems = validate_akn(text.replace("</p>", "&x;</p>", 1).encode())
    assert [problem.message for problem in problems] == ["the entity &x; is not expanded"]


def test_a_wildcard_is_told_in_words(meta):
    wrong = meta.replace("<op:source", "<p/><op:source")
    assert [problem.message for problem in validate_akn((PLAIN % (wrong, "")).encode())] == [
        "<p> is not allowed here; expected an element of another namespace"
    ]


def test_problems_come_in_the_order_of_their_lines(meta):
    problems = validate_akn((PLAIN % (meta, '<p eId="p_1"/>\n<p odd="1"/>\n<level/>')).encode())
    assert [problem.line for problem in problems] == [6, 7, 8]


@settings(max_examples=100)
@given(st.binary(max_size=60))
def test_no_bytes_raise(data):
    assert validate_akn(data)


@settings(max_examples=100)
@given(st.data())
def test_no_damage_raises(xml, data):
    cut = data.draw(st.integers(0, len(xml)))
    validate_akn(xml[:cut] + data.draw(st.binary(max_size=5)) + xml[cut + data.draw(st.integers(0, 30)) :])
