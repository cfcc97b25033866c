"""docs/diagnostics.md explains every code with its severity, and no other."""

from __future__ import annotations

import re

from opinion_parser.cli.report import FAILURES
from opinion_parser.diagnostics import CODES, Log


def test_every_code_is_explained(checkout):
    text = (checkout / "docs/diagnostics.md").read_text(encoding="utf-8")
    explained = dict(re.findall(r"^\| `([a-z-]+)` \| (info|warning|error) \|", text, re.M))
    assert explained == {code: severity.value for code, severity in CODES.items()}
    assert set(re.findall(r"^\| `([a-z-]+)` \|", text, re.M)) == {*CODES, *FAILURES}


def test_a_line_has_path_page_line_severity_code_and_message():
    log = Log()
    log.report("page-without-text", "no text", 3)
    assert log.entries[0].render("a.pdf") == "a.pdf:3:: warning: page-without-text: no text"
