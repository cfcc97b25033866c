"""Docket numbers: which characters, and whose."""

from __future__ import annotations

import pytest

from opinion_parser.parsing.dockets import read_dockets


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("No. 20 C 1937", ["20 C 1937"]),
        ("20 Civ. 2760 (KPF)", ["20 Civ. 2760 (KPF)"]),
        ("Case No. 8:16-cv-1261 DOC (KESx)", ["8:16-cv-1261 DOC (KESx)"]),
        ("1:21-CV-877 (LEK/DJS)", ["1:21-CV-877 (LEK/DJS)"]),
        ("CIV. 13-4051-KES", ["CIV. 13-4051-KES"]),
        ("NO. C 05-03649 JW", ["C 05-03649 JW"]),
        ("No. MDL 15-02641-PHX-DGC", ["MDL 15-02641-PHX-DGC"]),
        ("Civil Action No. 17-1597 (CKK)", ["17-1597 (CKK)"]),
        ("2007-5070, -5071", ["2007-5070", "2007-5071"]),
        ("Docket Nos. 19031-13, 27735-13, Filed February 20, 2020.\n11905-14.", ["19031-13", "27735-13", "11905-14"]),
        ("Nos. 18-1234 & 18-1240", ["18-1234", "18-1240"]),
        ("No. 14A761 (14-7955)", ["14A761", "14-7955"]),
        ("No. 126, Orig.", ["126, Orig."]),
        ("No. 254, 2025", ["254, 2025"]),
        ("No. 126,123", ["126,123"]),
        ("NO. WR-80,547-01", ["WR-80,547-01"]),
        ("06-1495-cr(L), 06-1710-cr(CON)", ["06-1495-cr(L)", "06-1710-cr(CON)"]),
        ("No. 21–908. Argued December 6, 2022—Decided February 22, 2023", ["21–908"]),
        ("BAP No. MW 00-005", ["MW 00-005"]),
        ("CASE NO: 2021-015521-CA-01", ["2021-015521-CA-01"]),
        ("No. 14 WAP 2024", ["14 WAP 2024"]),
    ],
)
def test_numbers_without_labels(text, numbers):
    assert [number.text for number in read_dockets(text)] == numbers
    for number in read_dockets(text):
        assert text[number.start : number.end] == number.text or number.text == "2007-5071"


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("(D.C. No. 5:06-CV-00376-C)", "lower"),
        ("USDC No. 3:20-CV-257", "lower"),
        ("D. C. Docket No. 06-02274-CV-AR-S", "lower"),
        ("(Super. Ct. No. PRIN2200674)", "lower"),
        ("(Index No. 705239/20)", "lower"),
        ("Index No. 809156/23E", "own"),
        ("State File No. 9687-2019", "other"),
        ("Opinion No. 2025 DNH 079P", "other"),
        ("Supreme Court No. S-19193", "own"),
        ("Adversary No. 13-529(JFK)", "own"),
    ],
)
def test_whose_number_it_is(text, owner):
    assert {number.owner for number in read_dockets(text)} == {owner}
