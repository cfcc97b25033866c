"""``opinion-parser inspect``: a page with what was found drawn on it, to see why a line became what it became."""

from __future__ import annotations

import re
from pathlib import Path, PurePath

import click

from opinion_parser import api
from opinion_parser.cli.options import pdf_reader_option
from opinion_parser.cli.report import Reporter
from opinion_parser.diagnostics import Log
from opinion_parser.errors import ExitCode, UsageError
from opinion_parser.inputs import Input, named, one_line
from opinion_parser.outputs import STDOUT, check_clashes, name_outputs, write_outputs


@click.command("inspect", short_help="Draw what was found on a page.")
@click.argument("document", metavar="INPUT")
@click.option(
    "--page",
    "pages",
    metavar="N",
    default="1",
    show_default=True,
    help="The page to draw, counted from 1; 1,3-5 draws several, a picture each. In a text without page ends a page "
    "is 66 lines.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Write the picture to this file; - is standard output. {page} in the name stands for the page's number. "
    "Without it: a.page-2.png for page 2 of a.pdf, in the current folder.",
)
@pdf_reader_option
def inspect(document: str, pages: str, output: Path | None, pdf_reader: str) -> ExitCode:
    """Draw a page (a PNG) with each line's zone in colour, its token and facts beside it, and a legend.

    INPUT is a file, or - for standard input. Also drawn: where paragraphs begin, what parts the caption's columns,
    rules, footnote labels, the edges of the measure.

    \b
    Examples:
      opinion-parser inspect opinion.pdf --page 2
          opinion.page-2.png
      opinion-parser inspect opinion.pdf --page 1,3-5 -o "pages/{page}.png"
          pages/1.png, pages/3.png, pages/4.png, pages/5.png
    """
    from opinion_parser.inspection import picture, sheets_of, tokens_of

    numbers = page_numbers(pages)
    entry = named(document)
    targets = {number: target(entry, number, output) for number in numbers}
    if len(set(targets.values())) < len(numbers):
        raise UsageError(f"{len(numbers)} pages make {len(numbers)} pictures: write {{page}} in the name after -o")
    check_clashes([(entry, {str(number): path}) for number, path in targets.items()])
    reporter = Reporter()
    with reporter.guard(entry):
        data, log = entry.read(), Log()
        source = api.read_source(data, name=entry.name, log=log, pdf_reader=pdf_reader)
        layout = api.lay_out_source(source)
        sheets = sheets_of(layout.pages, source.paginated)
        for number in numbers:
            if number > len(sheets):
                have = f"{len(sheets)} pages" if len(sheets) != 1 else "1 page"
                raise UsageError(f"there is no page {number}: {entry.shown} has {have}")
        reporter.diagnostics(entry, log.entries)
        tokens = tokens_of(layout)
        for number, path in targets.items():
            write_outputs({path: picture(data, source, layout, tokens, sheets[number - 1])})
    return reporter.exit_code()


# "7", "3-5"
_RANGE = re.compile(r"(\d{1,6})(?:-(\d{1,6}))?")


def page_numbers(text: str) -> list[int]:
    """The numbers that "1,3-5" names, in order and once each; UsageError for what names none."""
    numbers: set[int] = set()
    for part in text.split(","):
        found = _RANGE.fullmatch(part.strip())
        first = int(found[1]) if found else 0
        last = int(found[2] or first) if found else 0
        if not 1 <= first <= last:
            raise UsageError(f"--page takes a number from 1, or several as 1,3-5; it is {one_line(text)!r}")
        numbers |= set(range(first, last + 1))
    return sorted(numbers)


def target(entry: Input, number: int, output: Path | None) -> PurePath:
    """The file for the picture of a page."""
    if output is None:
        return name_outputs(entry, {"png": f".page-{number}.png"}, Path())["png"]
    return output.with_name(output.name.replace("{page}", str(number))) if output != STDOUT else STDOUT
