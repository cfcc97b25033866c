"""Which part of a judgment a heading opens."""

from __future__ import annotations

import time

import pytest

from opinion_parser import nodes
from opinion_parser.writers.akn.containers import arrange, container_of


def paragraph(text):
    return nodes.Paragraph([nodes.Text(text)])


def section(heading):
    return nodes.Section([nodes.Text(heading)], 1, [paragraph("Text.")])


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("INTRODUCTION", "introduction"),
        ("PRELIMINARY STATEMENT", "introduction"),
        ("BACKGROUND", "background"),
        ("I. FACTUAL AND PROCEDURAL BACKGROUND", "background"),
        ("-I- FACTS", "background"),
        ("¶ 2 BACKGROUND", "background"),
        ("STATEMENT OF THE CASE", "background"),
        ("Statement of Facts", "background"),
        ("FINDINGS OF FACT", "background"),
        ("Proceedings Below", "background"),
        ("ISSUES PRESENTED FOR REVIEW", "arguments"),
        ("The Parties’ Contentions", "arguments"),
        ("Assignments of Error", "arguments"),
        ("DAMAGES", "remedies"),
        ("V. CONCLUSION", "decision"),
        ("CONCLUSION AND ORDER", "decision"),
        ("IT IS SO ORDERED", "decision"),
        ("Disposition", "decision"),
        ("LEGAL STANDARD", "motivation"),
        ("DISCUSSION", "motivation"),
        ("CONCLUSIONS OF LAW", "motivation"),
        ("BACKGROUND PRINCIPLES OF STATE LAW", "motivation"),
        ("I.", "motivation"),
        ("II", "motivation"),
        ("", "motivation"),
    ],
)
def test_headings(heading, part):
    assert container_of([nodes.Strong([nodes.Text(heading)])]) == part


def test_words_before_the_first_heading_introduce_and_equal_neighbours_are_one_part():
    blocks = [paragraph("We hear this."), *map(section, ["FACTS", "LEGAL STANDARD", "ANALYSIS", "CONCLUSION"])]
    assert [(name, len(run)) for name, run in arrange(blocks)] == [
        ("introduction", 1), ("background", 1), ("motivation", 2), ("decision", 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("ending", "decides"),
    [
        (["The judgment of the district court is affirmed."], 1),
        (["For these reasons, we reverse the judgment.", "REVERSED AND REMANDED."], 2),
        (["The motion is hereby GRANTED.", "IT IS SO ORDERED."], 2),
        (["AFFIRMED."], 1),
        (["The rule is old.", "It is so ordered."], 1),
        (["The motion was denied in March.", "The rule is old."], 0),
    ],
)
def test_without_headings_the_closing_words_decide(ending, decides):
    blocks = [paragraph("We hear this."), *map(paragraph, ending)]
    parts = dict(arrange(blocks))
    assert len(parts.get("decision", [])) == decides
    assert len(parts["motivation"]) == len(blocks) - decides


def test_no_heading_takes_long():
    started = time.perf_counter()
    for words in ("statement of the case ", "fact ", "order so ", "and of the "):
        container_of([nodes.Text(words * 5000 + "x")])
    arrange([paragraph("we, therefore, accordingly " * 5000)])
    assert time.perf_counter() - started < 2
