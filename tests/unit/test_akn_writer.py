"""How each part of a document looks as Akoma Ntoso."""

from __future__ import annotations

import datetime
import re
import time

import pytest
from lxml import etree

from opinion_parser import nodes
from opinion_parser.errors import UsageError
from opinion_parser.schemas import AKN
from opinion_parser.validation import validate_akn
from opinion_parser.version import __version__
from opinion_parser.writers import WRITERS, WriterOptions, find, write
from opinion_parser.writers.akn import write_akn
from tests.conftest import CHECKOUT

NS = {"a": AKN, "op": "urn:x-opinion-parser:akn:1"}
T = nodes.Text


def paragraph(*inlines, number=None):
    return nodes.Paragraph([T(x) if isinstance(x, str) else x for x in inlines], number)


def section(heading, *blocks):
    return nodes.Section([T(heading)] if isinstance(heading, str) else heading, 1, list(blocks))


def note(label, *blocks, ident=None):
    return nodes.Footnote(ident or f"op1.fn{label}", label, list(blocks) or [paragraph(f"Note {label}.")])


def ref(label, ident=None):
    return nodes.FootnoteRef(label, ident or f"op1.fn{label}")


def document(*blocks, **parts):
    source = nodes.SourceInfo("a.pdf", "0" * 64, "application/pdf", 1, "pdf")
    opinion = nodes.Opinion("majority", blocks=list(blocks), footnotes=parts.pop("footnotes", []))
    made = nodes.Document("1.0", source, "opinion", "2021-03-16", nodes.Caption(), [], [opinion], [], [], [])
    for name, value in parts.items():
        setattr(made, name, value)
    return made


def root_of(made, options=WriterOptions()):  # noqa: B008
    data = write_akn(made, options)
    assert validate_akn(data) == []
    return etree.fromstring(data)


def shown(element):
    """An element without namespaces, ids and the white space of its indentation."""
    copy = etree.fromstring(etree.tostring(element, with_tail=False))
    for inner in copy.iter():
        inner.attrib.pop("eId", None)
        if len(inner) and not (inner.text or "").strip():
            inner.text = None
        if not (inner.tail or "").strip(" \n"):
            inner.tail = (inner.tail or "").strip("\n ") or None
    text = etree.tostring(copy, encoding="unicode")
    return text.replace(f' xmlns="{AKN}"', "").replace(f' xmlns:op="{NS["op"]}"', "")


def body(*blocks, footnotes=()):
    root = root_of(document(*blocks, footnotes=list(footnotes)))
    return "".join(shown(part) for part in root.find(".//a:judgmentBody", NS))


# ---------------------------------------------------------------- paragraphs and what stands in them


def test_styles_and_line_ends():
    inlines = [
        nodes.Emphasis([T("See "), nodes.Strong([T("Roe")])]), T(", "), nodes.Underline([T("Doe")]), nodes.LineBreak(),
        nodes.SmallCaps([T("Poe")]), T(" 15"), nodes.Superscript([T("th")]), nodes.Emphasis([]), nodes.Strong([T("")]),
    ]  # fmt: skip
    assert body(paragraph(*inlines)) == (
        '<motivation><p><i>See <b>Roe</b></i>, <u>Doe</u><eol/><span class="smallCaps">Poe</span> 15<sup>th</sup></p>'
        "</motivation>"
    )


@pytest.mark.parametrize(
    ("inlines", "expected"),
    [
        (["the ", nodes.PageBreak(2), "court"], 'the <eop number="1"/>court'),
        ([nodes.PageBreak(2), "The court"], '<eop number="1"/>The court'),
        (["the end.", nodes.PageBreak(2)], 'the end.<eop number="1"/>'),
        (["the juris", nodes.PageBreak(2), "diction"], 'the <eop number="1" breakAt="5"/>jurisdiction'),
        (
            [nodes.Emphasis([T("Roe")]), "s in", nodes.PageBreak(2), "to"],
            '<i>Roe</i>s <eop number="1" breakAt="2"/>into',
        ),
        (["the ", nodes.PageBreak(2, inferred=True), "court"], 'the <eop class="inferred"/>court'),
        ([nodes.PageBreak(1), "The court"], "<eop/>The court"),
    ],
)
def test_page_ends(inlines, expected):
    assert body(paragraph(*inlines)) == f"<motivation><p>{expected}</p></motivation>"


def test_a_page_may_end_in_a_heading():
    assert '<heading>II. THE <eop number="3"/>LAW</heading>' in body(
        section([T("II. THE "), nodes.PageBreak(4), T("LAW")], paragraph("x"))
    )


def test_characters_that_xml_forbids_and_markup_in_the_text():
    text = "a\x0cb\x00c \ufffd <p> & ]]> e\u0301 \ud800z"
    assert body(paragraph(text)) == "<motivation><p>a b c □ &lt;p&gt; &amp; ]]&gt; é  z</p></motivation>"


def test_letters_and_accents_that_styles_part_are_composed():
    assert body(paragraph("cafe", "\u0301")) == "<motivation><p>café</p></motivation>"


def test_editorial_words_are_a_remark():
    made = nodes.Paragraph([T("[no text]")], editorial=True)
    assert body(made) == '<motivation><p class="editorial"><remark>[no text]</remark></p></motivation>'


# ---------------------------------------------------------------- blocks


def test_quotations_lists_and_tables():
    quote = nodes.Quote([paragraph("Quoted.")])
    items = nodes.List([nodes.ListItem("(a)", [paragraph("One."), quote]), nodes.ListItem("(b)", [])])
    table = nodes.Table([nodes.Row([nodes.Cell([T("1")]), nodes.Cell([])]), nodes.Row([])])
    quoted = '<block name="quotation"><embeddedStructure><p>Quoted.</p></embeddedStructure></block>'
    assert body(quote, items, table) == (
        f"<motivation>{quoted}<blockList><item><num>(a)</num><p>One.</p>{quoted}</item>"
        "<item><num>(b)</num><p/></item></blockList>"
        "<table><tr><td><p>1</p></td><td><p/></td></tr></table></motivation>"
    )


def test_what_is_empty_leaves_no_element():
    empty = [paragraph(), nodes.Quote([nodes.List([])]), nodes.Table([nodes.Row([])]), section([], nodes.Quote([]))]
    assert body(*empty) == "<motivation><p/></motivation>"


def test_a_section_without_subsections_has_content():
    assert body(section("BACKGROUND", paragraph("Facts."))) == (
        "<background><level><heading>BACKGROUND</heading><content><p>Facts.</p></content></level></background>"
    )


def test_text_before_between_and_after_subsections():
    inner = [section("A.", paragraph("a")), section("B.", paragraph("b"))]
    made = body(section("LAW", paragraph("before"), inner[0], paragraph("between"), inner[1], paragraph("after")))
    assert made == (
        "<motivation><level><heading>LAW</heading><intro><p>before</p></intro>"
        "<level><heading>A.</heading><content><p>a</p></content></level>"
        "<level><content><p>between</p></content></level>"
        "<level><heading>B.</heading><content><p>b</p></content></level>"
        "<wrapUp><p>after</p></wrapUp></level></motivation>"
    )


def test_a_numbered_paragraph_goes_on_to_the_next_number():
    made = body(
        paragraph("Before."), paragraph("Sixteen.", number="16"), nodes.Quote([paragraph("Quoted.")]),
        paragraph("It goes on."), paragraph("Seventeen.", number="17"),
    )  # fmt: skip
    assert made == (
        "<motivation><p>Before.</p><paragraph><num>16</num><content><p>Sixteen.</p>"
        '<block name="quotation"><embeddedStructure><p>Quoted.</p></embeddedStructure></block><p>It goes on.</p>'
        "</content></paragraph><paragraph><num>17</num><content><p>Seventeen.</p></content></paragraph></motivation>"
    )


def test_headings_and_numbers_where_no_hierarchy_may_stand():
    made = body(nodes.Quote([section("§ 1", paragraph("One.", number="12")), section("§ 2")]))
    assert made == (
        '<motivation><block name="quotation"><embeddedStructure><tblock><heading>§ 1</heading>'
        '<tblock class="numbered"><num>12</num><p>One.</p></tblock></tblock><p class="heading">§ 2</p>'
        "</embeddedStructure></block></motivation>"
    )


def test_nesting_beyond_reason_keeps_its_words():
    quote, level, style = paragraph("deep "), section("h", paragraph("leaf")), T("inline")
    for _ in range(3000):
        quote, level = nodes.Quote([quote]), nodes.Section([T("h")], 1, [level])
        style = nodes.Emphasis([style])
    listed = nodes.List([nodes.ListItem("*", [paragraph("item", number="7")])])
    for _ in range(60):
        listed = nodes.List([nodes.ListItem("*", [listed])])
    text = "".join(root_of(document(quote, paragraph(style), listed, level)).find(".//a:judgmentBody", NS).itertext())
    assert "".join(text.split()) == "deepinline" + "*" * 61 + "7item" + "h" * 3001 + "leaf"


# ---------------------------------------------------------------- footnotes

NOTE = '<authorialNote class="footnote" marker="1" placement="bottom"><p>Note 1.</p></authorialNote>'


def test_a_note_stands_at_its_mark():
    made = body(paragraph("Words.", ref("1"), " More."), footnotes=[note("1")])
    assert made == f"<motivation><p>Words.{NOTE} More.</p></motivation>"


def test_a_note_may_hang_on_a_heading():
    made = body(section([T("BACKGROUND"), ref("1")], paragraph("x")), footnotes=[note("1")])
    assert f"<heading>BACKGROUND{NOTE}</heading>" in made


def test_a_second_mark_and_a_mark_without_note_are_marks():
    made = body(paragraph("a", ref("1"), " b", ref("1"), " c", ref("2")), footnotes=[note("1")])
    assert made == (
        f'<motivation><p>a{NOTE} b<sup class="noteRef">1</sup> c<sup class="noteRef">2</sup></p></motivation>'
    )


def test_a_note_without_mark_stands_at_the_end_of_its_opinion():
    made = body(paragraph("Words."), section("CONCLUSION", paragraph("Done.")), footnotes=[note("1")])
    assert made.endswith(f'</level><p class="footnotes">{NOTE}</p></decision>')


def test_notes_do_not_stand_inside_each_other():
    notes = [note("1", paragraph("See note", ref("2"), ".")), note("2")]
    made = body(paragraph("a", ref("1"), " b", ref("2")), footnotes=notes)
    assert '<p>See note<sup class="noteRef">2</sup>.</p>' in made
    assert made.index("See note") < made.index(" b<authorialNote") < made.index("Note 2.")


def test_a_note_has_all_its_blocks():
    blocks = [paragraph("One."), nodes.Quote([paragraph("Q.")]), section("H", paragraph("Two."))]
    made = body(paragraph("a", ref("1")), footnotes=[note("1", *blocks)])
    assert (
        '<p>One.</p><block name="quotation"><embeddedStructure><p>Q.</p></embeddedStructure></block>'
        "<tblock><heading>H</heading><p>Two.</p></tblock></authorialNote>"
    ) in made


def test_two_notes_of_one_id_both_stand():
    notes = [note("1", paragraph("First.")), note("1", paragraph("Second."))]
    made = body(paragraph("a", ref("1"), " b", ref("1")), footnotes=notes)
    assert made.index("First.") < made.index(" b") < made.index("Second.")


# ---------------------------------------------------------------- caption

LINES = ["DISTRICT COURT, EASTERN DIVISION", "JORDAN STEIN,", "No. 20 C 1937", "v.", "Judge Ellis", "OPINION AND ORDER"]


def stein(**parts):
    mark = nodes.Mark
    marks = [
        mark(0, 0, 32, "court"), mark(0, 16, 32, "division"), mark(1, 0, 12, "party"), mark(2, 4, 13, "docket"),
        mark(3, 0, 2, "versus"), mark(4, 6, 11, "judge"), mark(5, 0, 17, "title"),
    ]  # fmt: skip
    caption = nodes.Caption(
        LINES, [[0], [1, 2], [3, None], [None, 4], [5]], marks, nodes.Court("N.D. Ill.", "Eastern Division", "ilnd"),
        [nodes.Party("Jordan Stein", "Plaintiff")], [nodes.Docket("20 C 1937")], [nodes.Judge("Sara L. Ellis")],
    )  # fmt: skip
    for name, value in parts.items():
        setattr(caption, name, value)
    return document(paragraph("Words."), caption=caption)


def header(made):
    return shown(root_of(made).find(".//a:header", NS)).removeprefix("<header>").removesuffix("</header>")


def test_the_caption_as_printed_with_its_marks():
    assert header(stein()) == (
        '<p class="court"><courtType refersTo="#ilnd">DISTRICT COURT, '
        '<docJurisdiction refersTo="#eastern-division">EASTERN DIVISION</docJurisdiction></courtType></p>'
        '<table class="caption"><tr>'
        '<td><p class="party"><party refersTo="#jordan-stein" as="#plaintiff">JORDAN STEIN</party>,</p></td>'
        '<td><p class="docket">No. <docketNumber>20 C 1937</docketNumber></p></td></tr>'
        '<tr><td><p class="versus">v.</p></td><td><p/></td></tr><tr><td><p/></td>'
        '<td><p class="judge">Judge <judge refersTo="#sara-l-ellis" as="#judge">Ellis</judge></p></td></tr></table>'
        '<p class="title"><docType>OPINION AND ORDER</docType></p>'
    )


def test_roles_dates_and_titles_that_say_more():
    marks = [nodes.Mark(0, 0, 9, "role"), nodes.Mark(1, 0, 7, "date"), nodes.Mark(2, 0, 23, "title")]
    dates = [nodes.CaptionDate("filed", "2021-03-16")]
    made = stein(lines=["Plaintiff", "3-16-21", "ORDER GRANTING A MOTION"], rows=[], marks=marks, dates=dates)
    assert header(made) == (
        '<p class="role"><role refersTo="#plaintiff">Plaintiff</role></p>'
        '<p class="date"><docDate date="2021-03-16" refersTo="#decision-event">3-16-21</docDate></p>'
        '<p class="title"><docTitle>ORDER GRANTING A MOTION</docTitle></p>'
    )


def test_marks_that_cross_or_point_at_nothing_leave_the_words_plain():
    mark = nodes.Mark
    marks = [mark(0, 0, 8, "docket"), mark(0, 4, 12, "title"), mark(0, 9, 12, "party", 7), mark(0, 5, 99, "judge"),
             mark(9, 0, 3, "court"), mark(0, 6, 6, "court")]  # fmt: skip
    made = stein(lines=["No. 2020 and"], rows=[], marks=marks)
    assert header(made) == '<p class="docket"><docketNumber>No. 2020</docketNumber> and</p>'


@pytest.mark.parametrize(
    ("rows", "order"),
    [([], "012345"), ([[1, 2]], "012345"), ([[0, 0], [9, -1], [None, 5]], "012345"), ([[0, 3], [1, 4]], "031425")],
)
def test_every_line_stands_once_whatever_the_rows_say(rows, order):
    root = root_of(stein(lines=list("012345"), rows=rows, marks=[]))
    assert "".join("".join(root.find(".//a:header", NS).itertext()).split()) == order


@pytest.mark.parametrize(
    ("refs", "line"),
    [
        ([nodes.PlainRef("1", "op1.fn1", 1, "", 13)], f"JORDAN STEIN,{NOTE}"),
        ([nodes.PlainRef("1", "op1.fn1", 1, "DIVISION JORDAN STEIN")], f"JORDAN STEIN{NOTE},"),
        ([nodes.PlainRef("1", "op1.fn1", 1, "DIVISION")], f"{NOTE}JORDAN STEIN,"),
        ([nodes.PlainRef("1", "op1.fn1", 1, "", 99)], f"JORDAN STEIN,{NOTE}"),
    ],
)
def test_notes_on_the_caption(refs, line):
    made = stein(marks=[], footnote_refs=refs)
    made.opinions[0].footnotes = [note("1")]
    assert f"<p>{line}</p>" in header(made)


def test_a_note_stands_outside_the_party_that_ends_before_it():
    made = stein(footnote_refs=[nodes.PlainRef("1", "op1.fn1", 1, "", 12)])
    made.opinions[0].footnotes = [note("1")]
    assert f"JORDAN STEIN</party>{NOTE}," in header(made)


def test_front_matter_follows_the_caption():
    made = stein()
    made.front_matter = [section("Syllabus", paragraph("Held: no."))]
    assert header(made).endswith("</p><tblock><heading>Syllabus</heading><p>Held: no.</p></tblock>")


# ---------------------------------------------------------------- opinions


def several():
    made = stein()
    made.opinions[0].byline = "ELLIS, J."
    made.opinions[0].author = "Ellis"
    made.opinions[0].blocks = [section("BACKGROUND", paragraph("Facts."))]
    made.opinions[0].signature = nodes.Signature(["So signed"])
    made.opinions.append(
        nodes.Opinion("dissent", "Poe", "POE, J., dissenting.", ["STEIN v. CLARIFAI"], blocks=[paragraph("No.")])
    )
    return made


def test_bylines_and_separate_opinions():
    root = root_of(several())
    leading, background, separate = root.find(".//a:judgmentBody", NS)
    assert shown(leading) == (
        '<introduction><p class="byline"><opinion by="#sara-l-ellis" op:kind="majority">ELLIS, J.</opinion></p>'
        "</introduction>"
    )
    assert shown(background).endswith('</level><p class="signature">So signed</p></background>')
    assert shown(separate) == (
        '<motivation class="opinion dissent"><p class="caption">STEIN v. CLARIFAI</p><p class="byline">'
        '<opinion by="#poe" type="dissenting" op:kind="dissent">POE, J., dissenting.</opinion></p><p>No.</p>'
        "</motivation>"
    )


def test_an_opinion_without_author_is_the_courts():
    made = stein()
    made.opinions[0].byline = "PER CURIAM."
    assert '<opinion by="#ilnd" op:kind="majority">PER CURIAM.</opinion>' in shown(root_of(made)[0])


def test_notes_on_a_byline_and_a_repeated_caption():
    made = several()
    separate = made.opinions[1]
    separate.footnotes = [note("1"), note("2")]
    separate.footnote_refs = [nodes.PlainRef("1", "op1.fn1", 0, "", 5), nodes.PlainRef("2", "op1.fn2", 1, "", 7)]
    found = shown(root_of(made).find(".//a:motivation", NS))
    assert f"STEIN{NOTE} v." in found
    assert f"POE, J.{NOTE.replace('1', '2')}, dissenting." in found


def test_parts_that_come_again_are_numbered():
    root = root_of(document(section("ANALYSIS", paragraph("a")), section("FACTS", paragraph("b")), section("LAW")))
    assert [part.get("eId") for part in root.find(".//a:judgmentBody", NS)] == [
        "motivation_1", "background", "motivation_2",
    ]  # fmt: skip


def test_eids_count_by_name_and_by_printed_number():
    items = nodes.List([nodes.ListItem("(a)", [paragraph("x")]), nodes.ListItem("•", [paragraph("y")])])
    blocks = [paragraph("x", number="16"), paragraph("y", number="16"), items, section("B.", paragraph("z"))]
    root = root_of(document(section("LAW", paragraph("before"), *blocks)))
    eids = [element.get("eId") for element in root.find(".//a:motivation", NS).iter() if element.get("eId")]
    assert eids == [
        "motivation", "motivation__level_1", "motivation__level_1__intro", "motivation__level_1__intro__p_1",
        "motivation__level_1__para_16", "motivation__level_1__para_16__p_1",
        "motivation__level_1__para_16_2", "motivation__level_1__para_16_2__p_1",
        "motivation__level_1__para_16_2__list_1", "motivation__level_1__para_16_2__list_1__item_a",
        "motivation__level_1__para_16_2__list_1__item_a__p_1", "motivation__level_1__para_16_2__list_1__item_2",
        "motivation__level_1__para_16_2__list_1__item_2__p_1",
        "motivation__level_1__level_1", "motivation__level_1__level_1__p_1",
    ]  # fmt: skip


def test_a_document_without_anything_is_valid():
    assert body() == "<motivation><p/></motivation>"
    root = root_of(document(opinions=[]))
    assert shown(root.find(".//a:judgmentBody", NS)) == "<judgmentBody><motivation><p/></motivation></judgmentBody>"


# ---------------------------------------------------------------- what follows


def test_the_last_signature_is_the_conclusions():
    made = stein()
    marks = [nodes.Mark(0, 7, 21, "date"), nodes.Mark(1, 0, 13, "signer"), nodes.Mark(2, 0, 14, "role")]
    lines = ["Dated: March 16, 2021", "SARA L. ELLIS", "District Judge", "/s/"]
    signers = [nodes.Signer("Sara L. Ellis", "District Judge")]
    made.opinions[0].signature = nodes.Signature(lines, "2021-03-16", signers, marks=marks)
    assert shown(root_of(made).find(".//a:conclusions", NS)) == (
        '<conclusions><p class="date">Dated: <docDate date="2021-03-16" refersTo="#decision-event">March 16, 2021'
        '</docDate></p><p class="signature"><signature refersTo="#sara-l-ellis"><judge refersTo="#sara-l-ellis" '
        'as="#judge">SARA L. ELLIS</judge></signature></p>'
        '<p class="role"><role refersTo="#district-judge">District Judge</role></p><p class="signature">/s/</p>'
        "</conclusions>"
    )


def test_a_clerk_who_signs_is_no_judge():
    made = stein()
    marks = [nodes.Mark(0, 0, 7, "signer")]
    made.opinions[0].signature = nodes.Signature(["Jo Penn"], None, [nodes.Signer("Jo Penn", "Clerk")], marks=marks)
    assert shown(root_of(made).find(".//a:conclusions", NS)) == (
        '<conclusions><p class="signature"><signature refersTo="#jo-penn"><person refersTo="#jo-penn" as="#clerk">'
        "Jo Penn</person></signature></p></conclusions>"
    )


def test_back_matter_and_appendices():
    made = document(paragraph("Words."))
    made.back_matter = [
        paragraph("Counsel: Roe."), section("APPENDIX A", paragraph("Map.")), paragraph("Legend."),
        section("Appendix B", section("Part 1", paragraph("List."))),
    ]  # fmt: skip
    root = root_of(made)
    assert shown(root.find(".//a:conclusions", NS)) == (
        '<conclusions><container name="backMatter"><p>Counsel: Roe.</p></container></conclusions>'
    )
    docs = root.findall(".//a:attachment/a:doc", NS)
    assert [shown(doc.find("a:mainBody", NS)) for doc in docs] == [
        "<mainBody><level><heading>APPENDIX A</heading><content><p>Map.</p></content></level><p>Legend.</p></mainBody>",
        "<mainBody><level><heading>Appendix B</heading><level><heading>Part 1</heading><content><p>List.</p></content>"
        "</level></level></mainBody>",
    ]
    this = [doc.find(".//a:FRBRWork/a:FRBRthis", NS).get("value") for doc in docs]
    assert [value.rpartition("/")[2] for value in this] == ["!appendix_1", "!appendix_2"]


def test_a_note_that_only_an_appendix_refers_to_stands_there():
    made = document(paragraph("Words."), footnotes=[note("1")])
    made.back_matter = [section("APPENDIX", paragraph("Map.", ref("1")))]
    assert f"<p>Map.{NOTE}</p>" in shown(root_of(made).find(".//a:attachments", NS))


# ---------------------------------------------------------------- metadata


def test_what_the_program_says_about_its_work():
    made = stein()
    made.furniture = [
        nodes.Furniture(1, "folio", "1"),
        nodes.Furniture(2, "folio", "2"),
        nodes.Furniture(2, "stamp", "x"),
    ]
    made.diagnostics = [
        nodes.Diagnostic("no-parties", "info", "nothing"),
        nodes.Diagnostic("footnote-sequence", "warning", "note 2 is missing", 3),
        nodes.Diagnostic("page-unreadable", "error", "page 4 is broken", 4),
    ]
    made.date = None
    proprietary = root_of(made).find(".//a:proprietary", NS)
    found = [(etree.QName(x).localname, dict(x.attrib), x.text) for x in proprietary]
    placeholder = "no date of decision is known; the docket number gives the year; the IRI has 2020"
    assert found == [
        ("source", {"name": "a.pdf", "sha256": "0" * 64, "mediaType": "application/pdf", "pages": "1",
                    "reader": "pdf"}, None),
        ("converter", {"name": "opinion_parser", "version": __version__}, None),
        ("hash", {"algorithm": "sha256"}, proprietary.findtext("op:hash", None, NS)),
        ("court", {}, "ilnd"),
        ("docketNumber", {}, "20 C 1937"),
        ("furniture", {"kind": "folio", "count": "2"}, None),
        ("furniture", {"kind": "stamp", "count": "1"}, None),
        ("warning", {"code": "placeholder-date"}, placeholder),
        ("warning", {"code": "footnote-sequence", "page": "3"}, "note 2 is missing"),
        ("error", {"code": "page-unreadable", "page": "4"}, "page 4 is broken"),
    ]  # fmt: skip


@pytest.mark.parametrize(("given", "day"), [(None, "2021-03-16"), (datetime.date(2026, 1, 2), "2026-01-02")])
def test_the_day_of_conversion_is_given_or_the_decisions(given, day):
    root = root_of(stein(), WriterOptions(given))
    assert root.find(".//a:FRBRManifestation/a:FRBRdate", NS).get("date") == day


@pytest.mark.parametrize(("kind", "name"), [("order", "order"), ("", "opinion"), ("not-an-opinion", "not-an-opinion")])
def test_the_kind_of_paper_is_the_name(kind, name):
    assert root_of(document(kind=kind))[0].get("name") == name


def test_the_same_bytes_every_time_and_a_declaration():
    assert write_akn(several(), WriterOptions()) == write_akn(several(), WriterOptions())
    assert write_akn(several(), WriterOptions()).startswith(b"<?xml version='1.0' encoding='UTF-8'?>\n<akomaNtoso ")


def test_indentation_never_touches_text():
    made = document(paragraph(nodes.Emphasis([T("a")]), nodes.Strong([T("b")]), ref("1")), footnotes=[note("1")])
    lines = write_akn(made, WriterOptions()).decode().splitlines()
    assert [line.strip() for line in lines if "<i>" in line] == [
        '<p eId="motivation__p_1"><i>a</i><b>b</b><authorialNote eId="motivation__p_1__authorialNote_1"'
        ' class="footnote" marker="1" placement="bottom">'
        '<p eId="motivation__p_1__authorialNote_1__p_1">Note 1.</p></authorialNote></p>'
    ]


def test_two_thousand_paragraphs_take_less_than_a_second():
    words = "The court finds that the motion fails under the rule. " * 10
    blocks = [paragraph(words, nodes.Emphasis([T("See ")]), ref(str(i)), words) for i in range(2000)]
    made = document(*blocks, footnotes=[note(str(i)) for i in range(2000)])
    started = time.perf_counter()
    write_akn(made, WriterOptions())
    assert time.perf_counter() - started < 1


# ---------------------------------------------------------------- the table of writers


def test_every_writer_writes():
    assert {name: writer.suffix for name, writer in WRITERS.items()} == {
        "akn": ".xml", "json": ".json", "markdown": ".md",
    }  # fmt: skip
    assert all(write(stein(), name) for name in WRITERS)


def test_an_unknown_format_is_told_the_known_ones():
    with pytest.raises(UsageError, match=r"'docx'.*akn, json, markdown"):
        find("docx")


def test_every_name_of_our_namespace_is_documented():
    made = several()
    made.furniture = [nodes.Furniture(1, "folio", "1")]
    made.pictures = [nodes.Picture(1, "seal", (0, 0, 9, 9))]
    made.diagnostics = [nodes.Diagnostic("a", "warning", "b", 1, 2), nodes.Diagnostic("a", "error", "b")]
    names = set()
    for element in root_of(made).iter():
        names |= {
            etree.QName(x).localname for x in [element.tag, *element.attrib] if etree.QName(x).namespace == NS["op"]
        }
    page = (CHECKOUT / "docs" / "akoma-ntoso.md").read_text(encoding="utf-8")
    table = page[page.index("## The project's namespace") :]
    assert names == set(re.findall(r"`op:(\w+)`", table))
    assert NS["op"] in page
