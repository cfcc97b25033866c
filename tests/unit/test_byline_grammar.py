"""Bylines and panels: read_byline and read_panel, and the grammar behind them."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lark.lexer import Lexer

from opinion_parser.parsing.byline import read_byline, read_panel
from opinion_parser.parsing.grammars import load


class NoLexer(Lexer):
    """Lark's strict mode compares the patterns of its own lexers with a library we do without; here rules count."""

    __future_interface__ = 2

    def __init__(self, conf):
        pass

    def lex(self, lexer_state, parser_state) -> Iterator:
        yield from ()


@pytest.mark.parametrize(
    ("grammar", "start"),
    [("byline", "byline"), ("byline", "panel"), ("closing", "closing"), ("dates", "date"), ("dates", "text")],
)
def test_grammars_have_no_conflicts(grammar, start):
    load(grammar, start=start, lexer=NoLexer, strict=True)


def said(text: str) -> tuple[str, list[str]]:
    byline = read_byline(text)
    assert byline is not None
    return byline.kind, byline.authors


@pytest.mark.parametrize(
    ("text", "kind", "authors"),
    [
        # circuits and district courts: the title after the name
        ("STRAS, Circuit Judge.", "majority", ["STRAS"]),
        ("KATHERINE POLK FAILLA, District Judge:", "majority", ["KATHERINE POLK FAILLA"]),
        ("NELSON S. ROMAN, UNITED STATES DISTRICT JUDGE", "majority", ["NELSON S. ROMAN"]),
        ("EMILY C. MARKS, CHIEF, DISTRICT JUDGE", "majority", ["EMILY C. MARKS"]),
        ("MILLETT and GARCIA, Circuit Judges:", "majority", ["MILLETT", "GARCIA"]),
        ("JOSÉ A. CABRANES AND GUIDO CALABRESI, Circuit Judges:", "majority", ["JOSÉ A. CABRANES", "GUIDO CALABRESI"]),
        ("CAMPANELLA, Senior Judge:", "majority", ["CAMPANELLA"]),
        ("MAHONEY, Bankruptcy Judge.", "majority", ["MAHONEY"]),
        ("ROBERTSON, Justice, for the court:", "majority", ["ROBERTSON"]),
        ("R EENA R AGGI, Circuit Judge:", "majority", ["R EENA R AGGI"]),
        ("M O R S E, Judge:", "majority", ["M O R S E"]),
        # states: letters
        ("CONNORS, J.", "majority", ["CONNORS"]),
        ("PICKERING J.:", "majority", ["PICKERING"]),
        ("KYLE A.HIXSON, J.", "majority", ["KYLE A.HIXSON"]),
        ("MADSEN, J.P.T.—", "majority", ["MADSEN"]),
        ("Wilson, Ch. J.", "majority", ["Wilson"]),
        ("DURRANT, Chief Justice, opinion of the Court:", "majority", ["DURRANT"]),
        ("Justice Pearce, opinion of the Court:", "majority", ["Pearce"]),
        ("[¶1] Crothers, Justice, on behalf of the Court.", "majority", ["Crothers"]),
        ("[¶1.] SALTER, Justice", "majority", ["SALTER"]),
        ("JUSTICE WECHT DECIDED: June 5, 2025", "majority", ["WECHT"]),
        # the opinion's name first
        ("OPINION BY PRESIDENT JUDGE COHN JUBELIRER", "majority", ["COHN JUBELIRER"]),
        ("OPINION BY BENDER, P.J.E.:", "majority", ["BENDER"]),
        ("Opinion by JUDGE SCHUTZ", "majority", ["SCHUTZ"]),
        ("Opinion of the Court by Evans, J.", "majority", ["Evans"]),
        ("Opinion for the Court filed by Circuit Judge GARLAND.", "majority", ["GARLAND"]),
        ("OPINION OF THE COURT BY JUSTICE THOMPSON AFFIRMING IN PART, REVERSING IN PART", "majority", ["THOMPSON"]),
        ("GARY W. LYNCH, Senior Judge. – OPINION AUTHOR", "majority", ["GARY W. LYNCH"]),
        # who delivered what
        ("MR. JUSTICE WHITE delivered the opinion of the Court.", "majority", ["WHITE"]),
        ("Justice Barrett delivered the opinion of the Court.", "majority", ["Barrett"]),
        ("JUSTICE KILBRIDE delivered the judgment of the court, with opinion.", "majority", ["KILBRIDE"]),
        ("JUSTICE STEVENS announced the judgment of the Court and delivered an opinion.", "plurality", ["STEVENS"]),
        ("CHIEF JUSTICE ROBERTS announced the judgment of the Court and delivered the opinion of the Court, except as "
         "to Parts II–A–2 and III.*", "majority", ["ROBERTS"]),
        # separate writings
        ("ANDERSON, Circuit Judge, concurring:", "concurrence", ["ANDERSON"]),
        ("RIVERA, J. (concurring):", "concurrence", ["RIVERA"]),
        ("NICKELL, J., DISSENTING:", "dissent", ["NICKELL"]),
        ("REENA RAGGI, Circuit Judge, concurring in the judgment:", "concurrence-in-judgment", ["REENA RAGGI"]),
        ("JUDGE BERGER, concurring in part and dissenting in part.", "concurrence-in-part", ["BERGER"]),
        ("SMITH, J., dissenting in part and concurring in part.", "dissent-in-part", ["SMITH"]),
        ("WYNN, Circuit Judge, concurring in part, dissenting in part, and concurring in the judgment:",
         "concurrence-in-part", ["WYNN"]),
        ("JUSTICE BREYER, JUSTICE SOTOMAYOR, and JUSTICE KAGAN, dissenting.", "dissent",
         ["BREYER", "SOTOMAYOR", "KAGAN"]),
        ("DISSENTING OPINION", "dissent", []),
        ("CONCURRING AND DISSENTING OPINION BY STABILE, J.:", "concurrence-in-part", ["STABILE"]),
        ("SMITH, J., dissenting in part.", "dissent-in-part", ["SMITH"]),
        ("JUSTICE JACKSON, concurring in part and concurring in the judgment.", "concurrence-in-part", ["JACKSON"]),
        ("JUSTICE BREYER, concurring in the judgment in part and dissenting in part.", "concurrence-in-part",
         ["BREYER"]),
        ("JUSTICE ALITO, con- curring.", "concurrence", ["ALITO"]),
        ("Statement of JUSTICE SOTOMAYOR respecting the denial of certiorari.", "statement", ["SOTOMAYOR"]),
        ("Dissent by Judge Watford", "dissent", ["Watford"]),
        ("POSNER, Circuit Judge, dissenting from the denial of rehearing en banc.", "dissent", ["POSNER"]),
        ("THE CHIEF JUSTICE, concurring in the judgment.", "concurrence-in-judgment", ["THE CHIEF JUSTICE"]),
        # nobody in particular
        ("PER CURIAM.", "per-curiam", []),
        ("Per Curiam:*", "per-curiam", []),
        ("PER CURIAM :", "per-curiam", []),
        ("Opinion Per Curiam", "per-curiam", []),
        ("BY THE COURT:", "majority", []),
    ],
)  # fmt: skip
def test_kind_and_authors(text, kind, authors):
    assert said(text) == (kind, authors)
    assert read_byline(text).end == len(text)
    assert read_byline(text).per_curiam is (kind == "per-curiam")


@pytest.mark.parametrize(
    ("byline", "paragraph"),
    [
        ("GOFFE, Judge:", "The Commissioner determined a deficiency"),
        ("Reif, Judge:", "Before the court is a motion"),
        ("SELYA, Circuit Judge.", "This appeal involves the timing"),
        ("McCarthy, J.", "Appeal from an order of the County Court"),
        ("BOGGS, Circuit Judge.", "In 2010, a jury convicted"),
        ("PER CURIAM.", "This case is before the court"),
        ("¶1 PER CURIAM.", "This case"),
        ("PER CURIAM.*", "On March 1 the court"),
        ("JUSTICE ALITO, dissenting.", "[T]he Court"),
        ("CASPER, J. March 28, 2012", ""),
    ],
)
def test_a_paragraph_that_follows_at_once_is_left(byline, paragraph):
    text = f"{byline} {paragraph}".rstrip()
    assert text[: read_byline(text).end] == byline


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("JUSTICE SOTOMAYOR, with whom JUSTICE KAGAN joins, dissenting.", ["KAGAN"]),
        ("JUSTICE ALITO, with whom THE CHIEF JUSTICE, JUSTICE SCALIA, and JUSTICE THOMAS join, dissenting.",
         ["THE CHIEF JUSTICE", "SCALIA", "THOMAS"]),
        ("JUSTICE GORSUCH, with whom JUSTICE THOMAS and JUSTICE ALITO join, and with whom JUSTICE BARRETT joins as to "
         "Part I, dissenting.", ["THOMAS", "ALITO", "BARRETT"]),
        ("O’SCANNLAIN, Circuit Judge, joined by KLEINFELD and BYBEE, Circuit Judges, dissenting from the denial of "
         "rehearing en banc:", ["KLEINFELD", "BYBEE"]),
        ("GINSBURG, J., delivered the opinion of the Court, in which STEVENS, J., joined.", ["STEVENS"]),
        ("Justice Evans authored the opinion of the Court, in which Chief Justice Guerrero and Justices Corrigan, Liu, "
         "and Kruger concurred.", ["Guerrero", "Corrigan", "Liu", "Kruger"]),
    ],
)  # fmt: skip
def test_who_joined(text, joined):
    assert read_byline(text).joined == joined


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The Court, having considered the matter, finds",
        "This is a civil action.",
        "EFFRON, J., filed a concurring opinion.",
        "JUSTICE ARMSTEAD dissents and reserves the right to file a separate opinion.",
        "Before MARCUS, FAY and ANDERSON, Circuit Judges.",
        "The Honorable Linda R. Reade, Chief Judge, United States District Court for the Northern District of Iowa.",
    ],
)
def test_what_is_no_byline(text):
    assert read_byline(text) is None


@pytest.mark.parametrize(
    ("text", "judges"),
    [
        ("Before KELLY, EBEL, and O’BRIEN, Circuit Judges.",
         [("KELLY", "Circuit Judge"), ("EBEL", "Circuit Judge"), ("O’BRIEN", "Circuit Judge")]),
        ("LEVAL, STRAUB, AND WESLEY, Circuit Judges.",
         [("LEVAL", "Circuit Judge"), ("STRAUB", "Circuit Judge"), ("WESLEY", "Circuit Judge")]),
        ("Before NIEMEYER and DUNCAN, Circuit Judges, and Benson E. LEGG, Chief United States District Judge for the "
         "District of Maryland, sitting by designation.",
         [("NIEMEYER", "Circuit Judge"), ("DUNCAN", "Circuit Judge"),
          ("Benson E. LEGG", "Chief United States District Judge for the District of Maryland")]),
        ("Before PROST, Chief Judge, and CHEN, Circuit Judge.*",
         [("PROST", "Chief Judge"), ("CHEN", "Circuit Judge")]),
        ("Torruella, Baldock,* and Lipez, Circuit Judges.",
         [("Torruella", "Circuit Judge"), ("Baldock", "Circuit Judge"), ("Lipez", "Circuit Judge")]),
        ("Before: WESLEY, HALL, and GIBSON,1 Circuit Judges.",
         [("WESLEY", "Circuit Judge"), ("HALL", "Circuit Judge"), ("GIBSON", "Circuit Judge")]),
        ("Before CAMPANELLA, SALUSSOLIA, and FLEMING 1 Appellate Military Judges",
         [("CAMPANELLA", "Appellate Military Judge"), ("SALUSSOLIA", "Appellate Military Judge"),
          ("FLEMING", "Appellate Military Judge")]),
        ("Present—Scudder, P.J., Fahey and Whalen, JJ.", [("Scudder", "P.J."), ("Fahey", "J."), ("Whalen", "J.")]),
        ("Lahtinen, J.P., Egan Jr. and Clark, JJ., concur.",
         [("Lahtinen", "J.P."), ("Egan Jr.", "J."), ("Clark", "J.")]),
        ("Robinson, C. J., and McDonald, D’Auria and Ecker, Js.",
         [("Robinson", "C. J."), ("McDonald", "J."), ("D’Auria", "J."), ("Ecker", "J.")]),
        ("Panel consists of Justices Wise, Zimmerer, and Poissant.",
         [("Wise", "Justice"), ("Zimmerer", "Justice"), ("Poissant", "Justice")]),
        ("(Court composed of Judge Daniel L. Dysart, Judge Tiffany Gautier Chase)",
         [("Daniel L. Dysart", "Judge"), ("Tiffany Gautier Chase", "Judge")]),
        ("Before: Timothy M. Reif, Judge", [("Timothy M. Reif", "Judge")]),
        ("MARK C. DILLON, J.P.\nRUTH C. BALKIN\nTHOMAS A. DICKERSON, JJ.",
         [("MARK C. DILLON", "J.P."), ("RUTH C. BALKIN", "J."), ("THOMAS A. DICKERSON", "J.")]),
        ("Before the court en banc.", []),
        ("PRESENT: All the Justices", []),
    ],
)  # fmt: skip
def test_panels(text, judges):
    assert [tuple(judge) for judge in read_panel(text).judges] == judges


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The opinion was filed in 2020.",
        "Appeal from the United States District Court",
        "JORDAN STEIN, individually and on behalf of others",
        "UNITED STATES OF AMERICA, Plaintiff-Appellee",
    ],
)
def test_what_is_no_panel(text):
    assert read_panel(text) is None


WORDS = st.sampled_from(
    ["JUSTICE ", "Circuit Judge", ", ", "J.", "with whom ", "joins", "STRAS", "de la ", "concurring", " in part",
     "and ", "(", ")", ".", ":", "Before ", "PER CURIAM", "Opinion by ", "delivered the opinion", "in which ", "*", "1",
     "\n"]
)  # fmt: skip


@given(st.text() | st.lists(WORDS | st.text(max_size=3)).map("".join))
def test_any_text_can_be_tried(text):
    byline = read_byline(text)
    assert byline is None or (0 <= byline.end <= len(text) and len(byline.authors) == len(byline.titles))
    read_panel(text)


@pytest.mark.parametrize(
    "piece",
    ["A", "A ", "A.", "A. ", "A, ", "STRAS, J., ", "JUSTICE ", "JUSTICE A, ", "with whom ", "the ", "Opinion ", "- ",
     "STRAS, Circuit Judge, with whom KAGAN joins, ", "Chief United States District ", "dissenting in part ", "\n"],
)  # fmt: skip
@pytest.mark.parametrize("head", ["", "STRAS, J., with whom ", "Before ", "Opinion by ", "PER CURIAM. "])
def test_time_grows_with_the_length(head, piece):
    begin = time.perf_counter()
    read_byline(head + piece * 3000)
    read_panel(head + piece * 3000)
    assert time.perf_counter() - begin < 3


def test_the_bench_votes_below_the_author():
    said = read_byline(
        "JUSTICE ROE delivered the judgment of the court, with opinion. Justices Doe and Poe concurred in the judgment "
        "and opinion. Presiding Justice Foe specially concurred, with opinion. The corn sprouted."
    )
    assert said.joined == ["Doe", "Poe", "Foe"]
    assert said.end == len(
        "JUSTICE ROE delivered the judgment of the court, with opinion. Justices Doe and Poe concurred in the judgment "
        "and opinion. Presiding Justice Foe specially concurred, with opinion."
    )
