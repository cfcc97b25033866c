"""Courts: reading names from caption lines, divisions, and ids of courts-db."""

from __future__ import annotations

import re

import pytest
from courts_db import courts

from opinion_parser.enrich.court_words import STATES
from opinion_parser.enrich.courts import court_id, read_court


@pytest.mark.parametrize(
    ("lines", "name", "division", "identity"),
    [
        (["UNITED STATES DISTRICT COURT NORTHERN DISTRICT OF ILLINOIS EASTERN DIVISION"],
         "United States District Court for the Northern District of Illinois, Eastern Division", "Eastern Division",
         "ilnd"),
        (["IN THE UNITED STATES DISTRICT COURT FOR", "THE EASTERN DISTRICT OF VIRGINIA", "Alexandria Division"],
         "United States District Court for the Eastern District of Virginia, Alexandria Division",
         "Alexandria Division", "vaed"),
        (["UNITED STATES DISTRICT COURT", "DISTRICT OF MASSACHUSETTS"],
         "United States District Court for the District of Massachusetts", None, "mad"),
        (["IN THE DISTRICT COURT OF THE UNITED STATES FOR THE", "MIDDLE DISTRICT OF ALABAMA, NORTHERN DIVISION"],
         "United States District Court for the Middle District of Alabama, Northern Division", "Northern Division",
         "almd"),
        (["UNITED STATES BANKRUPTCY COURT", "FOR THE DISTRICT OF ALASKA"],
         "United States Bankruptcy Court for the District of Alaska", None, "akb"),
        (["UNITED STATES COURT OF APPEALS", "TENTH CIRCUIT"],
         "United States Court of Appeals for the Tenth Circuit", None, "ca10"),
        (["United States Court of Appeals for the Federal Circuit"],
         "United States Court of Appeals for the Federal Circuit", None, "cafc"),
        (["SUPREME COURT OF THE UNITED STATES"], "Supreme Court of the United States", None, "scotus"),
        (["UNITED STATES TAX COURT"], "United States Tax Court", None, "tax"),
        (["In the Iowa Supreme Court"], "Iowa Supreme Court", None, "iowa"),
        (["In the Missouri Court of Appeals", "Eastern District", "DIVISION THREE"],
         "Missouri Court of Appeals, Eastern District, Division Three", "Division Three", "moctapp"),
        (["STATE OF MICHIGAN", "COURT OF APPEALS"], "Michigan Court of Appeals", None, "michctapp"),
        (["IN THE COURT OF CRIMINAL APPEALS", "OF TEXAS"], "Court of Criminal Appeals of Texas", None, "texcrimapp"),
        (["COURT OF APPEAL", "FOURTH CIRCUIT", "STATE OF LOUISIANA"],
         "Louisiana Court of Appeal, Fourth Circuit", None, "lactapp"),
        (["Appellate Division, Fourth Department"], "Appellate Division, Fourth Department", None, "nyappdiv"),
        (["SUPERIOR COURT OF NEW JERSEY", "APPELLATE DIVISION"],
         "Superior Court of New Jersey, Appellate Division", "Appellate Division", "njsuperctappdiv"),
    ],
)  # fmt: skip
def test_names_and_ids(lines, name, division, identity):
    court = read_court(lines)
    assert (court.name, court.division, court.id) == (name, division, identity)


@pytest.mark.parametrize(
    "lines",
    [
        ["IN THE COURT OF APPEAL OF THE STATE OF CALIFORNIA", "FOURTH APPELLATE DISTRICT", "DIVISION ONE"],
        ["COURT OF APPEAL, FOURTH APPELLATE DISTRICT", "DIVISION ONE", "STATE OF CALIFORNIA"],
    ],
)
def test_californian_lines_in_any_order(lines):
    court = read_court(lines)
    assert court.name == "California Court of Appeal, Fourth Appellate District, Division One"
    assert court.division == "Division One"


@pytest.mark.parametrize(
    "lines",
    [
        ["UNITED STATES DISTRJCT COURT", "DISTRICT OF MASSACHUSETIS"],
        ["UN1TED STATES DISTRICT COURT", "DISTRlCT OF MASSACHUSETTS"],
    ],
)
def test_misread_words_are_mended(lines):
    assert read_court(lines).id == "mad"


def test_apostrophes_of_known_words_stay():
    court = read_court(["TENNESSEE BUREAU OF WORKERS’ COMPENSATION", "WORKERS’ COMPENSATION APPEALS BOARD"])
    assert court.name == "Tennessee Bureau of Workers’ Compensation, Workers’ Compensation Appeals Board"


@pytest.mark.parametrize("name", ["United States District Court", "Court of Appeals", "Supreme Court", ""])
def test_a_kind_of_court_has_no_id(name):
    assert court_id(name) is None


PARTS = {"n": "Northern ", "s": "Southern ", "e": "Eastern ", "w": "Western ", "m": "Middle ", "c": "Central ", "": ""}
KINDS = {"d": "District", "b": "Bankruptcy"}
NAMES = {letters: state for state, letters in STATES.items() if state not in ("Columbia", "Hawai‘i")}
IRREGULAR = {"arb": ("az", "", "b")}


def federal_ids():
    """The ids of the federal district and bankruptcy courts that sit today."""
    for court in courts:
        ended = any(span.get("end") for span in court["dates"])
        if court["system"] == "federal" and not ended and re.fullmatch(r"[a-z]{2}[nsewmc]?[db]", court["id"]):
            yield court["id"]


@pytest.mark.parametrize("identity", sorted(set(federal_ids())))
def test_ids_by_rule_are_those_of_courts_db(identity):
    if identity in IRREGULAR:
        state, part, kind = IRREGULAR[identity]
    else:
        state, part, kind = identity[:2], identity[2:-1], identity[-1]
    name = f"United States {KINDS[kind]} Court for the {PARTS[part]}District of {NAMES[state]}"
    assert court_id(name) == identity


def test_an_id_that_follows_no_rule():
    assert court_id("United States Bankruptcy Court for the District of Nebraska") == "nebraskab"
