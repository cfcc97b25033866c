"""The command line, ``opinion-parser``: the commands, and how whatever happens becomes an exit code.

Nothing that reads, parses or writes a document is imported before a command needs it, so that help comes at once.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from opinion_parser import __version__
from opinion_parser.cli.convert import convert as convert_command
from opinion_parser.cli.inspect import inspect as inspect_command
from opinion_parser.cli.schema import schema as schema_command
from opinion_parser.cli.stages import STAGES
from opinion_parser.cli.validate import validate as validate_command
from opinion_parser.errors import ExitCode, OpinionParserError
from opinion_parser.outputs import abandon_stdout

__all__ = ["commands", "main", "run"]


class InOrder(click.Group):
    """Commands are listed as they were added: what most people need comes first."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands."""
        return list(self.commands)


@click.group(cls=InOrder, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="opinion-parser", message="%(prog)s %(version)s")
def commands() -> None:
    """Turn US court opinions into Akoma Ntoso XML, JSON and Markdown.

    Opinions come as PDF with a text layer, as plain text, or as the Markdown that OCR engines write. Captions,
    sections, paragraphs, footnotes and signatures are found, what page breaks cut apart is joined, and no word is
    lost.

    \b
    Examples:
      opinion-parser convert opinion.pdf --to markdown      print an opinion as Markdown
      opinion-parser convert opinions/ -d out               convert a folder to all formats
      opinion-parser validate out/*.xml                     check the XML
      opinion-parser COMMAND --help                         more about a command
    """


for command in (convert_command, validate_command, *STAGES, inspect_command, schema_command):
    commands.add_command(command)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command that ``arguments`` (by default the program's) name; the exit code, errors told in one line."""
    try:
        return int(commands.main(arguments, prog_name="opinion-parser", standalone_mode=False) or ExitCode.OK)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:  # what click makes of KeyboardInterrupt
        click.echo("Error: interrupted", err=True)
        return ExitCode.INTERRUPTED
    except OpinionParserError as error:
        click.echo(f"Error: {error}", err=True)
        return error.exit_code
    except OSError as error:  # help and the like, to a full disk
        abandon_stdout()
        click.echo(f"Error: standard output: cannot be written: {error.strerror or error}", err=True)
        return ExitCode.INPUT_FAILED


def main() -> None:
    """Entry point of the ``opinion-parser`` script."""
    sys.exit(run())
