"""Diagnostics: what a stage noticed, as values; the command line renders them, libraries may collect them."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

import msgspec


class Severity(StrEnum):
    """How much a diagnostic matters: an ``info`` never changes an exit code, an ``error`` means lost meaning."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


#: Every code that a stage may report, with its severity. docs/diagnostics.md explains each (a test compares).
CODES: dict[str, Severity] = {
    "no-text": Severity.ERROR,
    "page-without-text": Severity.WARNING,
    "page-unreadable": Severity.ERROR,
    "page-second-reader": Severity.WARNING,
    "picture": Severity.INFO,
    "replacement-characters": Severity.WARNING,
    "no-court": Severity.WARNING,
    "no-docket": Severity.WARNING,
    "no-date": Severity.WARNING,
    "docket-incomplete": Severity.WARNING,
    "no-parties": Severity.INFO,
    "role-inferred": Severity.INFO,
    "footnote-without-reference": Severity.WARNING,
    "reference-without-footnote": Severity.WARNING,
    "footnote-inferred": Severity.INFO,
}


class Diagnostic(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One thing noticed: a declared code, its severity, a sentence, and where (1-based page and line)."""

    code: str
    severity: Literal["info", "warning", "error"]
    message: str
    page: int | None = None
    line: int | None = None

    def render(self, path: str) -> str:
        """``path:page:line: severity: code: message``, the page and line left empty where unknown."""
        page, line = self.page or "", self.line or ""
        return f"{path}:{page}:{line}: {self.severity}: {self.code}: {self.message}"


class Log:
    """Collects the diagnostics of one document in the order they were noticed."""

    def __init__(self) -> None:
        self.entries: list[Diagnostic] = []

    def report(self, code: str, message: str, page: int | None = None, line: int | None = None) -> None:
        """Record ``code`` (a key of :data:`CODES`, else KeyError) with a sentence for people."""
        self.entries.append(Diagnostic(code, CODES[code].value, message, page, line))
