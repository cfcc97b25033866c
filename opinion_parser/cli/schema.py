"""``opinion-parser schema``: the schemas of outputs, for other programs."""

from __future__ import annotations

import click

from opinion_parser.outputs import STDOUT, write_outputs
from opinion_parser.schemas import schema_path


@click.command(short_help="Print the JSON Schema.")
@click.argument("name", metavar="json", type=click.Choice(["json"]))
def schema(name: str) -> None:
    """Print the JSON Schema (draft 2020-12) of the JSON output.

    \b
    Example:
      opinion-parser schema json > opinion.schema.json
    """
    write_outputs({STDOUT: schema_path("opinion.schema.json").read_bytes()})
