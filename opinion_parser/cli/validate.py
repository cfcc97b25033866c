"""``opinion-parser validate``: whether Akoma Ntoso files keep to their schema, and where not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click
import msgspec

from opinion_parser.cli.report import Reporter
from opinion_parser.errors import ExitCode
from opinion_parser.inputs import named
from opinion_parser.outputs import STDOUT, write_outputs


@click.command(short_help="Check Akoma Ntoso files against their schema.")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="text: a line a problem, path:line: message. json: one list for all files.",
)
def validate(files: Sequence[str], form: str) -> ExitCode:
    """Check Akoma Ntoso files against the OASIS schema (strict, version 3.0).

    FILE is an XML file, or - for standard input. Exits with 0 if all are valid, 4 if one is not, 1 if one could not
    be read.

    \b
    Examples:
      opinion-parser validate out/*.xml
      opinion-parser convert opinion.pdf --to akn | opinion-parser validate -
    """
    from opinion_parser.validation import validate_akn

    reporter = Reporter()
    results: list[dict[str, Any]] = []
    for entry in [named(file) for file in files]:
        with reporter.guard(entry):
            problems = [problem._asdict() for problem in validate_akn(entry.read())]
            result = {"path": entry.shown, "valid": not problems, "problems": problems}
            results.append(result)
            if form == "text":
                write_outputs({STDOUT: as_text(result)})
    if form == "json":
        write_outputs({STDOUT: msgspec.json.format(msgspec.json.encode(results), indent=2) + b"\n"})
    invalid = not all(result["valid"] for result in results)
    return ExitCode.INVALID if invalid and not reporter.failed else reporter.exit_code()


def as_text(result: dict[str, Any]) -> bytes:
    """The lines about one file."""
    lines = [f"{result['path']}:{problem['line']}: {problem['message']}" for problem in result["problems"]]
    return ("\n".join(lines or [f"{result['path']}: valid"]) + "\n").encode("utf-8", "replace")
