"""``opinion-parser convert``: documents to Akoma Ntoso, JSON and Markdown, each on its own account."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path

import click

from opinion_parser.api import FORMATS, build_date, parse, write
from opinion_parser.cli.options import pdf_reader_option
from opinion_parser.cli.report import Reporter
from opinion_parser.errors import ExitCode, UsageError
from opinion_parser.inputs import SUFFIXES, Input, expand, one_line
from opinion_parser.outputs import STDOUT, LogFile, Outputs, check_clashes, name_outputs, write_outputs
from opinion_parser.writers import WRITERS

Plan = list[tuple[Input, Outputs]]


@click.command(
    short_help="Convert documents.",
    help=f"""Convert court opinions: PDFs with a text layer, plain text, or the Markdown of OCR engines.

    INPUT is a file, a folder that is searched for {", ".join(SUFFIXES)} files, or - for standard input. What was
    noticed in the documents (a footnote without reference, a caption without docket number) is listed on standard
    error as path:page:line: severity: code: message. An input that cannot be read is reported, and the others are
    converted.

    \b
    Examples:
      opinion-parser convert opinion.pdf --to markdown
          Markdown on standard output
      opinion-parser convert opinion.pdf -o opinion.xml
          Akoma Ntoso in a file
      opinion-parser convert opinions/ another.txt -d out
          all three formats of every document, in the folder out
      pdftotext -layout old.pdf - | opinion-parser convert - --to json
          text from another program
    """,
)
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
@click.option(
    "--to",
    "formats",
    type=click.Choice(FORMATS),
    multiple=True,
    help="Format of the result; may be repeated. Without it: what the suffix of -o says (.xml, .json, .md), "
    "or all formats with -d.",
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Write the one result to this file; - is standard output."
)
@click.option(
    "-d",
    "--directory",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write to this folder, as a.xml, a.json and a.md for a.pdf. Folders below an INPUT folder are kept.",
)
@pdf_reader_option
@click.option("--page-marks", is_flag=True, help="Mark in Markdown where each page begins: <!-- page 2 -->.")
@click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="Date of the conversion, to be written into Akoma Ntoso. Without it: the day that the environment variable "
    "SOURCE_DATE_EPOCH names, else the day of the decision. The clock is never asked.",
)
@click.option(
    "--strict", is_flag=True, help="Exit with 3 if there was a warning. The results are written all the same."
)
@click.option("--quiet", is_flag=True, help="On standard error only inputs that failed; no progress bar.")
@click.option(
    "--log",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write diagnostics and failures to this file, a JSON object a line; - is standard output.",
)
def convert(
    inputs: Sequence[str],
    formats: Sequence[str],
    output: Path | None,
    directory: Path | None,
    pdf_reader: str,
    page_marks: bool,
    day: datetime | None,
    strict: bool,
    quiet: bool,
    log: Path | None,
) -> ExitCode:
    """Plan, check, convert one by one."""
    plan = make_plan(inputs, tuple(dict.fromkeys(formats)), output, directory)
    check_clashes(plan, [log] if log else [])
    written = day.date() if day else build_date()
    with closing(Reporter(quiet, LogFile(log) if log else None)) as reporter:
        with progress(plan, reporter, wanted=not quiet) as steps:
            for entry, outputs in steps:
                with reporter.guard(entry):
                    document = parse(entry.read(), name=entry.name, pdf_reader=pdf_reader)
                    reporter.diagnostics(entry, document.diagnostics)
                    results = {to: write(document, to, day=written, page_marks=page_marks) for to in outputs}
                    write_outputs({outputs[to]: data for to, data in results.items()})
        return reporter.exit_code(strict)


def make_plan(inputs: Sequence[str], formats: tuple[str, ...], output: Path | None, directory: Path | None) -> Plan:
    """Each document and the files it will be written to; UsageError where the options leave that open."""
    suffixes = {to: WRITERS[to].suffix for to in FORMATS}
    if directory is not None:
        if output is not None:
            raise UsageError("-o names one file and -d a folder: give one of them")
        if directory == STDOUT:
            raise UsageError("-d takes a folder; for standard output leave it out, or give -o -")
        wanted = {to: suffixes[to] for to in formats or FORMATS}
        return [(entry, name_outputs(entry, wanted, directory)) for entry in expand(inputs, directory)]
    entries = expand(inputs)
    if len(entries) > 1:
        raise UsageError(f"{len(entries)} inputs make more than one result: name a folder for them with -d")
    if not formats and output is not None and output != STDOUT:
        formats = tuple(to for to, suffix in suffixes.items() if suffix == output.suffix.lower())
        if not formats:
            known = ", ".join(suffixes.values())
            raise UsageError(f"{one_line(output.name)} ends in none of {known}: choose the format with --to")
    if len(formats) != 1:
        raise UsageError(f"choose one format with --to ({', '.join(FORMATS)}), or name a folder for several with -d")
    return [(entries[0], {formats[0]: STDOUT if output is None else output})]


@contextmanager
def progress(plan: Plan, reporter: Reporter, wanted: bool) -> Iterator[Iterable[tuple[Input, Outputs]]]:
    """The entries of a plan; if ``wanted`` and on a terminal, with a bar that moves as they are taken."""
    if not (wanted and len(plan) > 1 and sys.stderr is not None and sys.stderr.isatty()):
        yield plan
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    console = Console(stderr=True)
    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False) as bar:
        reporter.echo = partial(console.print, markup=False, highlight=False, emoji=False, soft_wrap=True)
        yield bar.track(plan)
