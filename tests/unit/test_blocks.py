"""Headings, paragraphs and quotations of typeset papers: looks that plain text does not have."""

from __future__ import annotations

import json

import pytest

import opinion_parser
from tests.pdfs import typeset

CAPTION = """#align(center)[*IN THE SUPREME COURT OF OHIO*

JANE ROE,

Appellant,

v.

ACME, INC.,

Appellee.

No. 2020-1937]

LEE, J.

"""
LOOSE = "#set par(leading: 1.6em, spacing: 1.6em)\n"
TEXT = "The mill stood on the river for a hundred years before the company bought it from the last of its owners, "
TEXT += "and nobody then thought of the water that it took out of the river every day of the year. "


def blocks_of(body):
    """The blocks of the opinion, flat: headings with their level, paragraphs, paragraphs of quotations, items."""
    document = json.loads(opinion_parser.convert(typeset(CAPTION + body), ["json"], name="made.pdf")["json"])
    found = []

    def text(inlines):
        parts = (text(node["inlines"]) if "inlines" in node else node.get("text", "") for node in inlines)
        return "".join(parts).strip()

    def walk(blocks, kind):
        for block in blocks:
            if block["type"] == "section":
                found.append((f"h{block['level']}", text(block["heading"])))
                walk(block["blocks"], kind)
            elif block["type"] == "quote":
                walk(block["blocks"], "q")
            elif block["type"] == "list":
                for item in block["items"]:
                    walk(item["blocks"], item["marker"])
            else:
                found.append((kind, text(block["inlines"])))

    for opinion in document["opinions"]:
        walk(opinion["blocks"], "p")
    return found


def headings(body):
    return [(kind, text) for kind, text in blocks_of(body) if kind.startswith("h")]


def test_a_label_need_not_be_underlined_with_its_title():
    body = (
        TEXT + "\n\n#block[A. #h(1em) #underline[Water Rights]]\n\n" + TEXT + "\n\n#block[B. #underline[The Mill]]\n\n"
    )
    assert headings(LOOSE + body + TEXT) == [("h1", "A. Water Rights"), ("h1", "B. The Mill")]


def test_a_case_name_in_an_italic_heading_is_upright():
    body = TEXT + "\n\n#block[2. _The record does not show that he was a_ Kelsey _father_]\n\n" + TEXT
    assert headings(LOOSE + body) == [("h1", "2. The record does not show that he was a Kelsey father")]


def test_a_labelled_heading_goes_on_where_its_words_began():
    title = (
        "A. Whether the Company Could Take Water From the River in a Year in Which Very Little Rain Fell on the Hills"
    )
    hung = f"#block[#par(hanging-indent: 2em, first-line-indent: 0pt)[*{title}*]]"
    assert headings(f"{TEXT}\n\n{hung}\n\n{TEXT}") == [("h1", title)]


def test_a_bold_title_over_two_lines_is_one_heading():
    title = (
        "The Company Took More Water Than Its Deed Allowed It to Take in Any of the Years Since It Bought the Old Mill"
    )
    body = f"{TEXT}\n\n#block[#par(first-line-indent: 0pt)[*{title}*]]\n\n{TEXT}"
    assert headings(body) == [("h1", title)]


def test_capitals_on_the_axis_that_nearly_fill_the_line():
    body = f"{TEXT}\n\n#align(center)[*FACTUAL AND PROCEDURAL BACKGROUND OF THE CASE*]\n\n{TEXT}"
    assert headings(body) == [("h1", "FACTUAL AND PROCEDURAL BACKGROUND OF THE CASE")]


def test_opinion_below_findings_of_fact_is_a_heading():
    body = f"#align(center)[FINDINGS OF FACT]\n\n{TEXT}\n\n#align(center)[OPINION]\n\n{TEXT}"
    assert headings(LOOSE + body) == [("h1", "FINDINGS OF FACT"), ("h1", "OPINION")]


@pytest.mark.parametrize("line", ["THUS, IT IS HEREBY ORDERED THAT:", "IT IS SO ORDERED", "AFFIRMED"])
def test_decretal_lines_are_no_headings(line):
    assert ("p", line) in blocks_of(f"{TEXT}\n\n*{line}*\n\n{TEXT}")


def test_a_bold_heading_at_the_top_of_a_page():
    body = f"{TEXT}\n#pagebreak()\n#block[#par(first-line-indent: 0pt)[*Water Rights*]]\n\n{TEXT}"
    assert headings(body) == [("h1", "Water Rights")]


def test_a_quotation_whose_first_line_alone_is_left_on_a_page():
    quoted = "“Sec. 9. Every person who shall take water out of the river, except for the use of his own house, "
    quoted += "shall pay the county for it what the county asks, and no less than a dollar for every day.”"
    filler = "\n\n".join([TEXT] * 13)
    page = "#set page(height: 11in)\n" + filler + "\n\n#block[#pad(left: 3em)[#par(first-line-indent: 1em)[" + quoted
    found = blocks_of(page + "]]]\n\n" + TEXT)
    assert ("q", quoted) in found


def test_two_indents_of_a_statute_are_paragraphs_of_one_quotation():
    lines = [
        (
            "0em",
            "“(1) Subject to this chapter, the board may hear any case about the carriage of goods by rail that is—",
        ),
        ("2em", "“(A) only by rail, from one place in the State to another place in it; or"),
        (
            "2em",
            "“(B) by rail and by water, where the carriage is under a common control of those who carry the goods.",
        ),
        (
            "0em",
            "“(2) The board has no say in the carriage of goods by a person who carries nothing but his own goods.”",
        ),
    ]
    made = "\n\n".join(f"#pad(left: {indent}, par(first-line-indent: 1em)[{text}])" for indent, text in lines)
    found = blocks_of(f"{TEXT}\n\n{TEXT} The law says:\n\n#pad(x: 3em)[{made}]\n\n{TEXT}")
    assert [text for kind, text in found if kind == "q"] == [text for _, text in lines]


def test_a_label_whose_stop_is_set_with_the_title():
    body = f"{TEXT}\n\n#block[C#emph[. The Company Shows No Other Error]]\n\n{TEXT}"
    assert headings(LOOSE + body) == [("h1", "C. The Company Shows No Other Error")]


def test_text_at_once_behind_a_star_page_goes_on():
    over = f"#par(first-line-indent: 0pt)[*[\\*12]* Kilgore mill was no part of it. {TEXT}]"
    found = blocks_of(f"{TEXT} The company’s\n#pagebreak()\n{over}")
    assert next(text for kind, text in found if "Kilgore mill" in text).startswith("The mill stood")


def test_a_numeral_off_the_axis_is_still_a_heading():
    body = f"{TEXT}\n\n#h(17em)II.\n\n{TEXT}"
    assert headings(LOOSE + body) == [("h1", "II.")]


def test_the_first_line_under_a_short_heading_is_no_part_of_it():
    body = "\n\n".join(f"#block[*{label}*#h(0.6em)*{title}*]\n\n{TEXT * 2}" for label, title in LETTERED)
    assert headings(LOOSE + body) == [("h1", f"{label} {title}") for label, title in LETTERED]


LETTERED = [("a.", "Numerosity"), ("b.", "Commonality"), ("c.", "Typicality")]


def test_a_quotation_that_a_page_cuts_after_a_full_line_goes_on():
    quoted = (
        "Under the deed a writ for the water shall not be had by the county on behalf of any of its people as to the "
    )
    quoted += (
        "State’s own claim to the river, unless the county asks for it in the first year of the owner’s term. " * 3
    )
    found = blocks_of(
        "\n\n".join([TEXT] * 12) + "\n\n#pad(x: 4em)[#par(first-line-indent: 0pt)[" + quoted + "]]\n\n" + TEXT
    )
    assert [text for kind, text in found if kind == "q"] == [quoted.strip()]


def test_a_missing_heading_does_not_push_the_next_ones_down():
    parts = ["*I. THE MILL*", "*A. The Deed*", "*1. Its Words*", "*C. The River*"]
    made = "\n\n".join(f"#block[{part}]\n\n{TEXT}" for part in parts)
    assert [level for level, _ in headings(made)] == ["h1", "h2", "h3", "h2"]


def test_a_usual_name_set_less_strongly_than_the_top_heading_stands_below_it():
    body = f"#align(center)[*BACKGROUND*]\n\n{TEXT}\n\n#block[_Procedural Background_]\n\n{TEXT}"
    assert [level for level, _ in headings(body)] == ["h1", "h2"]


QUOTED = "The owner of the mill shall have the water of the river for the use of the mill, and for no other use. "


def test_a_quotation_in_smaller_type_without_an_indent():
    quoted = f"#block[#set text(size: 10pt)\n#par(first-line-indent: 0pt)[{QUOTED * 3}]]"
    found = blocks_of(
        f"{TEXT} The deed says:\n\n{quoted}\n\n#par(first-line-indent: 0pt)[It says no more.]\n\n{TEXT * 2}"
    )
    assert [text for kind, text in found if kind == "q"] == [(QUOTED * 3).strip()]


def test_questions_and_answers_of_one_line_in_a_quotation():
    lines = ["Q. Did you find the bills?", f"A. {QUOTED}{QUOTED}".strip(), "Q. And then?", "A. Then nothing."]
    asked = (
        "#pad(x: 2em)[#set par(leading: 0.65em, spacing: 0.9em, first-line-indent: 0pt)\n" + "\n\n".join(lines) + "]"
    )
    found = blocks_of(f"{LOOSE}{TEXT}{TEXT} He said:\n\n{asked}\n\n#par(first-line-indent: 0pt)[{TEXT}]\n\n{TEXT}")
    assert [text for kind, text in found if kind == "q"] == lines


def test_bullets_of_one_line_are_items():
    found = blocks_of(f"{TEXT} They are:\n\n- the deed of 1900;\n- the bills; and\n- the letters.\n\n{TEXT}")
    assert [text for kind, text in found if kind == "•"] == ["the deed of 1900;", "the bills; and", "the letters."]


def test_facing_pages_have_margins_of_their_own():
    margins = "#set page(margin: (inside: 1.6in, outside: 0.8in, y: 1in))\n"
    words = TEXT.split()
    paragraphs = [f"Witness {i} said that {' '.join(words[i % 9 :])}" for i in range(40)]
    found = blocks_of(margins + "\n\n".join(paragraphs))
    assert [text for _, text in found] == paragraphs


def test_a_heading_at_once_below_the_title():
    body = f"#align(center)[*MEMORANDUM OPINION*]\n\n#align(center)[*FINDINGS OF FACT*]\n\n{TEXT}"
    assert headings(LOOSE + body)[-1:] == [("h1", "FINDINGS OF FACT")]


def test_items_of_one_line_as_far_apart_as_the_body_are_a_list():
    items = ["is engaged in gainful work;", "has a severe impairment of the spine; and", "can do any other work."]
    set_in = "".join(
        f"#pad(left: 0.5in, grid(columns: (0.4in, 1fr), [({n})], [{item}]))\n\n" for n, item in enumerate(items, 1)
    )
    body = LOOSE + TEXT * 2 + "The court considers whether the claimant\n\n" + set_in + TEXT * 2
    assert [kind for kind, _ in blocks_of(body)] == ["p", "(1)", "(2)", "(3)", "p"]


def test_italic_headings_at_once_below_one_another():
    body = LOOSE + TEXT * 3 + "\n\n#block[_B. The Mill_]\n\n#block[_1. The Water_]\n\n" + TEXT * 3
    assert [kind for kind, _ in blocks_of(body)][1:3] == ["h1", "h2"]


def test_a_line_that_announces_a_quotation_is_no_part_of_it_on_the_next_page():
    solid = "#set par(first-line-indent: 0pt, leading: 0.4em)\n"
    quotation = f"#pad(x: 0.75in)[{solid}because the mill {TEXT * 3}]\n\n"
    body = LOOSE + TEXT * 3 + "\n\nThe law forbids it to an owner\n#pagebreak()\n" + quotation + TEXT * 2
    assert [kind for kind, _ in blocks_of(body)] == ["p", "p", "q", "p"]


def test_the_line_over_a_double_spaced_quotation_is_no_part_of_it():
    quotation = f"#pad(x: 0.75in)[#set par(first-line-indent: 0pt)\nbecause the mill {TEXT * 3}]\n\n"
    body = LOOSE + TEXT * 3 + "\n\nThe law forbids it to an owner\n\n" + quotation + TEXT * 2
    assert [kind for kind, _ in blocks_of(body)] == ["p", "p", "q", "p"]


def test_two_short_paragraphs_below_one_another_are_no_quotation():
    body = LOOSE + TEXT * 3 + "\n\nTo reflect the foregoing,\n\nIT IS SO ORDERED.\n\n" + TEXT * 2
    assert [kind for kind, _ in blocks_of(body)] == ["p", "p", "p", "p"]


def test_a_list_of_single_lines_that_a_page_cuts():
    items = ["is engaged in gainful work;", "has a severe impairment of the spine; and", "can do any other work."]
    rows = [
        f"#pad(left: 0.5in, grid(columns: (0.4in, 1fr), [({n})], [{item}]))\n\n" for n, item in enumerate(items, 1)
    ]
    over = LOOSE + TEXT * 2 + "The court considers whether the claimant\n\n" + rows[0]
    body = over + "#pagebreak()\n" + rows[1] + rows[2] + TEXT * 2
    assert [kind for kind, _ in blocks_of(body)] == ["p", "(1)", "(2)", "(3)", "p"]


def test_subdivisions_have_no_blank_between_them_at_a_line_end():
    (_, text), *_ = blocks_of("The rule is Fed. R. Civ. P. 34(b)(2)\\ (B)–(C), and not 18 U.S.C. § 924(c)\\ (2012).")
    assert text == "The rule is Fed. R. Civ. P. 34(b)(2)(B)–(C), and not 18 U.S.C. § 924(c) (2012)."
