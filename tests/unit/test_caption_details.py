"""Judges, the court below and broken lines of captions."""

from __future__ import annotations

import pytest

from opinion_parser import nodes
from opinion_parser.diagnostics import Log
from opinion_parser.enrich.caption import add_caption
from opinion_parser.enrich.casing import Casing
from opinion_parser.enrich.judges import add_judges
from opinion_parser.enrich.lower_court import lower_court
from opinion_parser.enrich.titles import reading_title
from opinion_parser.parsing.mending import mend
from tests.captions import caption_of, dockets, marked


def judges(caption: nodes.Caption) -> list[str]:
    return [judge.name for judge in caption.judges]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Before KELLY, EBEL, and O’BRIEN, Circuit Judges.", ["Kelly", "Ebel", "O’Brien"]),
        ("Before\nTorruella, Selya and Howard, Circuit Judges.", ["Torruella", "Selya", "Howard"]),
        ("KEARSE and POOLER, Circuit Judges, and COTE, District Judge.", ["Kearse", "Pooler", "Cote"]),
        ("Before: SUTTON, Chief Judge; CLAY and THAPAR, Circuit Judges.", ["Sutton", "Clay", "Thapar"]),
        ("Before ROE, Chief Judge, DOE, and POE, Cir-\ncuit Judges.", ["Roe", "Doe", "Poe"]),
        ("Angela T. Roe, P.J., Kurt S. Doe, J., and James M. Poe, J.",
         ["Angela T. Roe", "Kurt S. Doe", "James M. Poe"]),
        ("MARK C. ROE, J.P.\nCHERYL E. DOE\nLARA J. POE, JJ.", ["Mark C. Roe", "Cheryl E. Doe", "Lara J. Poe"]),
        ("Robinson, C. J., and D’Auria, Mullins,\nAlexander and Alvord, Js.",
         ["Robinson", "D’Auria", "Mullins", "Alexander", "Alvord"]),
        ("Before\nCAMPANELLA, ROE, and FLEMING\nAppellate Military Judges", ["Campanella", "Roe", "Fleming"]),
        ("JUDGE: Michael Roe", ["Michael Roe"]),
        ("Chief Judge Beryl A. Roe", ["Beryl A. Roe"]),
        ("Gomez, J.", ["Gomez"]),
    ],
)  # fmt: skip
def test_panels_and_judges(text, names):
    assert judges(caption_of(text)) == names


def test_marks_of_judges_are_their_names():
    assert marked(caption_of("Before KELLY, EBEL, and O’BRIEN, Circuit Judges."), "judge") == [
        "KELLY",
        "EBEL",
        "O’BRIEN",
    ]


def document(**parts: object) -> nodes.Document:
    source = nodes.SourceInfo("x", "0" * 64, "text/plain", 1, "text")
    made = nodes.Document("1.0", source, "opinion", None, nodes.Caption(), [], [nodes.Opinion("majority")], [], [], [])
    for name, value in parts.items():
        setattr(made, name, value)
    return made


def paragraph(text: str) -> nodes.Paragraph:
    return nodes.Paragraph([nodes.Text(text)])


def test_an_announcement_names_the_panel():
    made = document(
        front_matter=[
            paragraph("Presiding Judge Ann B. Roe delivered the opinion of the Board in which Judge Carl Doe joined.")
        ]
    )
    add_judges(made, Log())
    assert judges(made.caption) == ["Ann B. Roe", "Carl Doe"]


def test_those_who_concur_sat_with_the_author():
    opinion = nodes.Opinion("majority", author="Mercer")
    opinion.blocks = [paragraph("The order is affirmed."), paragraph("Cardo, P.J., Rose and Kane, JJ., concur.")]
    made = document(opinions=[opinion])
    add_judges(made, Log())
    assert judges(made.caption) == ["Mercer", "Cardo", "Rose", "Kane"]


def test_a_judge_who_signed_but_no_clerk():
    opinion = nodes.Opinion("majority")
    signers = [nodes.Signer("Jane Roe", "United States District Judge"), nodes.Signer("Ann Doe", "Deputy Clerk")]
    opinion.signature = nodes.Signature(["JANE ROE"], signers=signers)
    made = document(opinions=[opinion])
    add_judges(made, Log())
    assert judges(made.caption) == ["Jane Roe"]


def test_the_supreme_court_names_no_panel():
    made = document(opinions=[nodes.Opinion("majority", author="Roe")])
    made.caption.court.id = "scotus"
    add_judges(made, Log())
    assert judges(made.caption) == []


def test_what_the_front_matter_says_where_the_caption_is_cut_short():
    made = document(
        caption=nodes.Caption(lines=["JANE ROE,", "Petitioner,"], rows=[[0], [1]]),
        front_matter=[
            nodes.Section([nodes.Text("v. DEPARTMENT OF ROE,")], 1, [paragraph("Respondent.")]),
            paragraph("Before ROE, DOE, and POE, Circuit Judges."),
        ],
        furniture=[nodes.Furniture(1, "running-head", "United States Court of Appeals for the Federal Circuit")],
    )
    add_caption(made, Log())
    caption = made.caption
    assert [(party.name, party.role) for party in caption.parties] == [
        ("Jane Roe", "Petitioner"),
        ("Department of Roe", "Respondent"),
    ]
    assert judges(caption) == ["Roe", "Doe", "Poe"]
    assert caption.court.id == "cafc"
    assert {mark.line for mark in caption.marks} == {0, 1}


@pytest.mark.parametrize(
    ("history", "name", "numbers", "judge"),
    [
        ("Appeal from the United States District Court\nfor the Eastern District of Virginia, at Alexandria.\n"
         "Claude M. Roe, Senior District Judge.\n(1:08-cv-00278-CMH-TCB)",
         "United States District Court for the Eastern District of Virginia, at Alexandria", ["1:08-cv-00278-CMH-TCB"],
         "Claude M. Roe"),
        ("APPEAL FROM THE UNITED STATES DISTRICT COURT\nFOR THE DISTRICT OF NEW HAMPSHIRE\n"
         "[Hon. Paul J. Roe, U.S. District Judge]",
         "United States District Court for the District of New Hampshire", [], "Paul J. Roe"),
        ("APPEAL from an order of the Superior Court of Roe County, Ann Roe, Judge. Affirmed.",
         "Superior Court of Roe County", [], "Ann Roe"),
        ("CERTIORARI TO THE UNITED STATES COURT OF APPEALS FOR\nTHE NINTH CIRCUIT",
         "United States Court of Appeals for the Ninth Circuit", [], None),
        ("On Petition for Writ of Mandamus to the United States\n"
         "District Court for the District of Roe in No. 8:18-cv-14",
         "United States District Court for the District of Roe", ["8:18-cv-14"], None),
        ("APPEAL from an order of the Superior Court of Los\nRoes County, Ann T. Roe, Judge.",
         "Superior Court of Los Roes County", [], "Ann T. Roe"),
        ("Appeal from the Circuit Court of\nSt. Roe County, Missouri\nNo. 1711-CC00064",
         "Circuit Court of St. Roe County", ["1711-CC00064"], None),
        ("Appeal from the United States District Court\nfor the District of Roe\nUSDC No. 3:20-CV-257",
         "United States District Court for the District of Roe", ["3:20-CV-257"], None),
        ("On appeal from the United States International\nTrade Commission in Investigation No. 337-TA-562.",
         "United States International Trade Commission", ["337-TA-562"], None),
        ("Appeal from the United States Patent and Trade-\nmark Office, Patent Trial and Appeal Board.",
         "United States Patent and Trademark Office, Patent Trial and Appeal Board", [], None),
        ("Court Below—Court of Chancery\nof the State of Delaware", "Court of Chancery of the State of Delaware", [],
         None),
    ],
)  # fmt: skip
def test_the_court_below(history, name, numbers, judge):
    below = lower_court([history], [])
    assert below is not None
    assert (below.name, below.dockets, below.judge) == (name, numbers, judge)


def test_no_words_about_a_court_below():
    assert lower_court([], []) is None


def test_the_own_number_stands_above_the_history():
    caption = caption_of("No. 24-1\nROE v. DOE\nON APPEAL FROM ROE CIRCUIT COURT\nNO. 19-CR-00158")
    assert dockets(caption) == ["24-1"]


def test_parted_small_capitals_keep_their_places():
    first, second = mend(["F OR THE S ECOND C IRCUIT", "J ILL L INDSAY, a minor"])
    assert (first.text, second.text) == ("FOR THE SECOND CIRCUIT", "JILL LINDSAY, a minor")
    assert [first.places[0].at, first.places[1].at] == [0, 2]


def test_few_single_letters_are_initials():
    assert mend(["JOHN Q PUBLIC"])[0].text == "JOHN Q PUBLIC"


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("O R D E R", "ORDER"),
        ("M E M O R A N D U M A N D O R D E R", "MEMORANDUM AND ORDER"),
        ("ORDER AND JUDGEMENT*", "ORDER AND JUDGEMENT"),
        ("ORDER GRANTING PRELIM-\nINARY INJUNCTION", "ORDER GRANTING PRELIMINARY INJUNCTION"),
        ("OPINION\nAND ORDER", "OPINION AND ORDER"),
    ],
)
def test_titles(printed, title):

    assert reading_title(printed, Casing(document())) == title
