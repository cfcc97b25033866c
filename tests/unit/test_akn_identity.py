"""Identity: what stands in the IRI, what stands in for parts that are not known, who is who."""

from __future__ import annotations

import datetime

import pytest

import opinion_parser
from opinion_parser import nodes
from opinion_parser.version import __version__
from opinion_parser.writers.akn.eids import clean_number
from opinion_parser.writers.akn.frbr import day_of, identify, slug, year_of
from opinion_parser.writers.akn.meta import case_name
from opinion_parser.writers.akn.references import References


def identity(date="2021-03-16", docket="20 C 1937", court="ilnd"):
    source = nodes.SourceInfo("a.pdf", "0123456789abcdef" * 4, "application/pdf", 1, "pdf")
    caption = nodes.Caption(dockets=[nodes.Docket(docket)] if docket else [])
    caption.court.id = court
    return identify(nodes.Document("1.0", source, "opinion", date, caption, [], [], [], [], []))


def test_a_full_identity_has_nothing_to_warn_of():
    made = identity()
    assert made.work == "/akn/us/judgment/opinion/ilnd/2021-03-16/20-c-1937"
    assert made.expression == f"{made.work}/eng@2021-03-16"
    assert made.manifestation == f"{made.expression}.akn"
    assert (made.day, made.dated, made.warnings) == (datetime.date(2021, 3, 16), "decision", ())


@pytest.mark.parametrize(
    ("parts", "work", "dated", "codes"),
    [
        ({"date": None}, "ilnd/2020/20-c-1937", "year", ["placeholder-date"]),
        ({"date": "2021-02-30"}, "ilnd/2020/20-c-1937", "year", ["placeholder-date"]),
        ({"date": None, "docket": "B341750"}, "ilnd/0001/b341750", "placeholder", ["placeholder-date"]),
        ({"docket": None}, "ilnd/2021-03-16/01234567", "decision", ["placeholder-docket"]),
        ({"docket": "–"}, "ilnd/2021-03-16/01234567", "decision", ["placeholder-docket"]),
        ({"court": None}, "unknown/2021-03-16/20-c-1937", "decision", ["placeholder-court"]),
        (
            {"date": None, "docket": None, "court": None},
            "unknown/0001/01234567",
            "placeholder",
            ["placeholder-court", "placeholder-date", "placeholder-docket"],
        ),
    ],
)
def test_what_is_missing_has_a_stand_in_and_a_warning(parts, work, dated, codes):
    made = identity(**parts)
    assert made.work == f"/akn/us/judgment/opinion/{work}"
    assert made.dated == dated
    assert [code for code, _ in made.warnings] == codes


@pytest.mark.parametrize(
    ("docket", "year"),
    [
        ("20 C 1937", "2020"),
        ("1:20-cv-01937", "2020"),
        ("22-1875", "2022"),
        ("19–1392", "2019"),
        ("97-1234", "1997"),
        ("03-21-00123-CV", "2021"),
        ("2019-CV-0123", "2019"),
        ("A-1234-19T2", "2019"),
        ("B341750", None),
        ("D.C. 1234", None),
    ],
)
def test_docket_numbers_tell_their_year(docket, year):
    assert year_of(docket) == year


@pytest.mark.parametrize("date", [None, "", "2021", "2021-02-30", "20210316", "March 16, 2021", "٢٠٢١-٠٣-١٦"])
def test_what_is_no_iso_date_is_no_day(date):
    assert day_of(date) is None


def test_slugs():
    assert slug("Núñez v. Workers’ Comp. § 3") == "nunez-v-workers-comp-3"
    assert slug("§ – ¶") == ""


@pytest.mark.parametrize(("num", "clean"), [("(a)", "a"), ("2.1.", "2-1"), ("¶ 16", "16"), ("•", ""), ("a__b", "a-b")])
def test_numbers_in_eids(num, clean):
    assert clean_number(num) == clean


def test_the_case_is_named_by_parties_of_different_roles():
    parties = [
        nodes.Party("Ann Roe", "Plaintiff"),
        nodes.Party("Bo Roe", "Plaintiff"),
        nodes.Party("Acme", "Defendant"),
    ]
    assert case_name(nodes.Caption(parties=parties)) == "Ann Roe v. Acme"
    assert case_name(nodes.Caption(parties=parties[:2])) == "Ann Roe"
    assert case_name(nodes.Caption()) == ""


def test_a_surname_finds_its_bearer():
    references = References(judges=["Elena Kagan", "John Roberts, Jr."])
    assert references.judge("Kagan") == references.judge("ELENA KAGAN") == "#elena-kagan"
    assert references.judge("Roberts") == "#john-roberts-jr"
    assert references.judge("Alito") == "#alito"


def test_a_surname_that_two_bear_is_a_third_person():
    references = References(judges=["Ann Smith", "Bo Smith"])
    assert references.judge("Smith") == "#smith"


def test_organisations_by_their_names():
    references = References()
    names = ["Clarifai, Inc.", "State of Iowa", "Incarnation Doe", "Jordan Stein", "Smith & Co.", "Cody Landis"]
    for name in names:
        references.party(name)
    assert [row[0].removeprefix("TLC") for row in references.rows] == [
        "Organization", "Organization", "Person", "Person", "Organization", "Person",
    ]  # fmt: skip


def test_ids_are_unique_and_never_those_of_parts():
    references = References()
    assert references.court("ilnd", "Northern District") == "#ilnd"
    assert references.party("Background") == "#background-2"
    assert references.role("Judge") == "#judge"
    assert references.party("Judge") == "#judge-2"
    assert references.party("JUDGE") == "#judge-2"


def test_the_version_is_the_packages():
    assert __version__ == opinion_parser.__version__
