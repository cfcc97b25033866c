"""``lines``, ``tokens``, ``tree``, ``ast``: what each stage of the parser makes of a document, for people to read.

Where a conversion is wrong, the first of these that is wrong shows which rule to change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import click

from opinion_parser import api
from opinion_parser.cli.options import pdf_reader_option
from opinion_parser.cli.report import Reporter
from opinion_parser.diagnostics import Log
from opinion_parser.errors import ExitCode
from opinion_parser.inputs import named
from opinion_parser.outputs import STDOUT, write_outputs
from opinion_parser.source import Line, Source, Zone

Rows = Iterator[str]
Stage = Callable[[Source, Log], Rows]


def lines_of(source: Source, log: Log) -> Rows:
    """Every line: page:line, zone (furniture by its kind), caption row and column, text, and its facts in braces."""
    for page in api.lay_out_source(source).pages:
        for line in page.lines:
            zone = line.furniture if line.zone is Zone.FURNITURE else line.zone.value
            cell = f"{line.row}{line.column[:1].upper()}" if line.column else ""
            facts = "{" + " ".join(sorted(line.facts)) + "}" if line.facts else ""
            yield f"{place(line)}  {zone:<9}  {cell:<4}  {line.text}  {facts}".rstrip()


def tokens_of(source: Source, log: Log) -> Rows:
    """The kind that the lexer gives each line, first of the body, then of the notes, and each cell of the caption."""
    from opinion_parser.parsing.caption import cell_kinds
    from opinion_parser.parsing.document import line_tokens

    layout = api.lay_out_source(source)
    for start, stream in (("document", layout.body), ("notes", layout.notes)):
        yield f"# {start}"
        for kind, line in line_tokens(stream, start):
            yield f"{place(line)}  {kind:<18}  {line.text}".rstrip()
    yield "# caption"
    caption = api.parse_source(source, log).caption
    for kind, cell in cell_kinds(caption.lines, caption.rows):
        if kind != "PAGE_BREAK":  # where a run of one column begins
            yield f"{kind:<18}  {cell.text}".rstrip()


def tree_of(source: Source, log: Log) -> Rows:
    """The parse trees of body and notes: which rule of grammars/opinion.lark took which lines."""
    yield api.tree_of(api.lay_out_source(source)).pretty()


def ast_of(source: Source, log: Log) -> Rows:
    """The document as JSON."""
    yield api.to_json(api.parse_source(source, log)).decode("utf-8").rstrip("\n")


def place(line: Line) -> str:
    """``page:line`` in a column of its own."""
    return f"{line.page}:{line.number}".ljust(7)


def show(stage: Stage, document: str, pdf_reader: str) -> ExitCode:
    """Print one stage of a document, and on standard error what was noticed on the way."""
    reporter = Reporter()
    entry = named(document)
    with reporter.guard(entry):
        log = Log()
        source = api.read_source(entry.read(), name=entry.name, log=log, pdf_reader=pdf_reader)
        text = "\n".join(stage(source, log)) + "\n"
        reporter.diagnostics(entry, log.entries)
        write_outputs({STDOUT: text.encode("utf-8", "replace")})
    return reporter.exit_code()


def command(name: str, stage: Stage, short: str, text: str) -> click.Command:
    """The command that prints a stage; ``short`` is its line in the list of commands, ``text`` goes on from there."""

    @click.command(name, short_help=short, help=f"{short} {text}\n\nINPUT is a file, or - for standard input.")
    @click.argument("document", metavar="INPUT")
    @pdf_reader_option
    def run(document: str, pdf_reader: str) -> ExitCode:
        return show(stage, document, pdf_reader)

    return run


STAGES = (
    command(
        "lines",
        lines_of,
        "Print the lines of a document as they were read and labelled.",
        "A row is page:line, zone (body, note, or the kind of page furniture), row and side of a caption cell, text, "
        "and in braces the facts that the grammar may ask for.",
    ),
    command(
        "tokens",
        tokens_of,
        "Print the kind that the lexer gives each line.",
        "A row is page:line, kind, text; first the body, then the notes. Their kinds are the terminals of "
        "grammars/opinion.lark. Then come the cells of the caption; their kinds are those of grammars/caption.lark.",
    ),
    command(
        "tree",
        tree_of,
        "Print the parse trees of body and notes.",
        "Indented names are rules of grammars/opinion.lark, and under them stand the lines they took.",
    ),
    command(
        "ast",
        ast_of,
        "Print the document that all formats are written from, as JSON.",
        "It is the same as convert --to json gives.",
    ),
)
"""The commands of this module, in the order of the stages."""
