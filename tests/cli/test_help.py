"""Help: at once, for every command, and every option in docs/command-line.md."""

from __future__ import annotations

import re
import subprocess
import sys

import click
import pytest

from opinion_parser import __version__
from opinion_parser.cli import commands
from tests.cli.command import environment, run, said

HEAVY = {"lark", "PIL", "lxml", "pypdfium2", "pdfplumber", "rich", "courts_db", "ftfy"}
COMMANDS = list(commands.commands)


@pytest.fixture(scope="module")
def manual(checkout):
    """docs/command-line.md by its sections, which have the names of commands."""
    text = (checkout / "docs" / "command-line.md").read_text(encoding="utf-8")
    return {part.partition("\n")[0].strip(): part for part in text.split("\n## ")}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_for_newcomers(command):
    done = run(command, "--help")
    assert (done.returncode, done.stderr) == (0, b"")
    assert f"Usage: opinion-parser {command} " in done.stdout.decode()
    assert commands.commands[command].get_short_help_str()


@pytest.mark.parametrize("command", COMMANDS)
def test_the_manual_names_every_option_and_no_other(command, manual):
    (section,) = [text for title, text in manual.items() if re.search(rf"\b{command}\b", title)]
    options = [p for p in commands.commands[command].params if isinstance(p, click.Option)]
    known = {name for option in options for name in option.opts}
    named = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", re.sub(r"```.*?```", "", section, flags=re.S)))
    assert named == known
    for option in options:
        if isinstance(option.type, click.Choice):
            assert all(re.search(rf"\b{choice}\b", section) for choice in option.type.choices)


def test_the_first_page_lists_the_commands_in_order_of_need():
    done = run("--help")
    assert re.findall(r"^  (\w+)  ", done.stdout.decode().partition("Commands:")[2], re.M) == COMMANDS
    assert COMMANDS[:2] == ["convert", "validate"]
    assert run("-h").stdout == done.stdout


def test_the_version():
    assert run("--version").stdout.decode() == f"opinion-parser {__version__}\n"


@pytest.mark.parametrize("arguments", [["nothing"], ["--nothing"], ["convert", "--nothing"], ["lines"], ["schema"]])
def test_bad_usage(arguments):
    done = run(*arguments)
    assert done.returncode == 2
    assert any(line.startswith("Error: ") for line in said(done))


def test_without_arguments_there_is_help():
    done = run()
    assert done.returncode == 2
    assert "Examples:" in done.stderr.decode()


def test_help_loads_no_heavy_library():
    code = f"import sys, opinion_parser.cli; print(sorted({HEAVY} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=environment())
    assert done.stdout.decode() == "[]\n"
