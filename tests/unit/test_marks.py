"""Footnote marks that were not read as raised: where one may stand, and what only looks like one."""

from __future__ import annotations

import pytest

from opinion_parser.assembly.marks import MarkFinder
from opinion_parser.source import note_label
from tests.pages import Sheet

END = (10**6, 0)


def raise_in(text, label, *above):
    """The text with the mark that was found in braces, and its confidence; None where there is none."""
    sheet = Sheet()
    for other in above:
        sheet.line(other)
    sheet.line(text)
    lines = sheet.page.lines
    spot = MarkFinder(lines).raise_mark(label, (-1, -1), END, (1, 0))
    if spot is None:
        return None
    mark = lines[spot[0]].words[spot[1]]
    words = ((f"{{{w.text}}}" if note_label(w) else w.text, w.glued) for w in lines[spot[0]].words)
    return "".join(word if glued else " " + word for word, glued in words).strip(), mark.confidence


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        ("It has no profile.2 The clerk", "2", "It has no profile.{2} The clerk"),
        ("awarded costs2 to the port", "2", "awarded costs{2} to the port"),
        ("gross receipts10 of the port", "10", "gross receipts{10} of the port"),
        ("the standard is business like. . . .10", "10", "the standard is business like. . . .{10}"),
        ("agree with the district court 1 that it did", "1", "agree with the district court{1} that it did"),
        ("would be gone. 2 So they left", "2", "would be gone.{2} So they left"),
        ("under section 6653(a)(1)1 and (2)", "1", "under section 6653(a)(1){1} and (2)"),
        ("eligible under § 101.1 Acme contends", "1", "eligible under § 101.{1} Acme contends"),
        ("(Pen. Code, 1 § 745, et seq.)", "1", "(Pen. Code,{1} § 745, et seq.)"),
        ("issued on April 28, 20201", "1", "issued on April 28, 2020{1}"),
        ("Decided June 21, 2010*", "*", "Decided June 21, 2010{*}"),
        ("to obtain contraceptives)*; see Roe", "*", "to obtain contraceptives){*}; see Roe"),
        ("such companies,[*] who make up", "*", "such companies,{*} who make up"),
        ("Before Lynch and Boudin,* Circuit Judges", "*", "Before Lynch and Boudin,{*} Circuit Judges"),
        ("Per Curiam: *Jane Roe appeals", "*", "Per Curiam:{*} Jane Roe appeals"),
        ("applied three times.° It then", "6", "applied three times.{6} It then"),
    ],
)
def test_a_mark_is_raised(text, label, expected):
    found = raise_in(text, label)
    assert found is not None
    assert found[0] == expected


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("the motion to dismiss [20] is granted", "20"),
        ("see 1020 n.1 and be2", "1"),
        ("See be2 LLC v. Acme, 642 F.3d 555", "2"),
        ("under Rule 12 of the rules", "12"),
        ("No. 1 of the counts, see Count 1 and Part 1", "1"),
        ("on May 4 the court", "4"),
        ("at *4 of the slip opinion, 2020 WL 279612, at *4", "*"),
        ("in 10-4 and 18–4 votes", "4"),
        ("rule 8.4 applies", "4"),
        ("paid $4 and 4% of it", "4"),
        ("the plaintiffs' motion", "3"),
        ("he said ‘he obeys the law.’ Then he left", "3"),
        ("* * *", "*"),
    ],
)
def test_what_only_looks_like_a_mark_stays(text, label):
    assert raise_in(text, label) is None


def test_a_number_after_a_number_needs_the_number_elsewhere():
    assert raise_in("admitted under Fed. R. Evid. 4154 or so", "4") is None
    found = raise_in("admitted under Fed. R. Evid. 4154 or so", "4", "Rule 415 is entitled Similar Acts")
    assert found == ("admitted under Fed. R. Evid. 415{4} or so", 0.5)


def test_a_sure_mark_on_the_page_before_beats_a_doubtful_one():
    sheet = Sheet(1).line("The port has no profile.2 It closed.")
    later = Sheet(2).line("The court 2 that sat in May")
    lines = [*sheet.page.lines, *later.page.lines]
    assert MarkFinder(lines).raise_mark("2", (-1, -1), END, (2, 1)) == (0, 5)
