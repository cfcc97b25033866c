"""Pipes that close, disks that are full, Ctrl-C, terminals: one line at most, and the right exit code."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
from pathlib import Path

import pytest

from tests.cli.command import OPINION_PARSER, environment, run, said

pytestmark = pytest.mark.skipif(os.name == "nt", reason="these are streams and signals of Unix")

FULL = "/dev/full"
needs_full = pytest.mark.skipif(not Path(FULL).exists(), reason="this system has no /dev/full")


@pytest.fixture
def fifo(tmp_path):
    """A named pipe: who opens it for writing knows that the command has come to read it."""
    path = tmp_path / "slow.txt"
    os.mkfifo(path)
    return path


def shell(line, *arguments):
    """Run a line of bash in which "$@" is the command with its arguments; exit code and standard error."""
    done = subprocess.run(
        ["bash", "-c", line, "bash", *OPINION_PARSER, *map(str, arguments)],
        capture_output=True,
        check=False,
        env=environment(),
        timeout=60,
    )
    return done.returncode, done.stderr.decode()


@pytest.mark.parametrize(
    "arguments", [["--help"], ["schema", "json"], ["lines", "{}"], ["convert", "{}", "--to", "akn"]]
)
def test_a_reader_that_leaves_early(arguments, stein):
    # A pipe whose reading end is closed before the command starts: no timing, no buffer that hides it.
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = run(*(argument.format(stein) for argument in arguments), stdout=writing)
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")


def test_head_gets_its_lines(lantern):
    code, errors = shell('"$@" | head -n 1', "lines", lantern)
    assert (code, errors) == (0, "")


@needs_full
@pytest.mark.parametrize("arguments", [["--help"], ["schema", "json"], ["validate", "-"]])
def test_a_full_disk_behind_standard_output(arguments):
    with open(FULL, "wb") as full:
        done = run(*arguments, stdout=full, input=b"<a/>")
    assert done.returncode == 1
    (line,) = said(done)
    assert line.endswith("standard output: cannot be written: No space left on device")


@needs_full
def test_a_full_disk_behind_a_result_and_the_log(stein, bare, tmp_path):
    done = run("convert", stein, "--to", "akn", "-o", FULL)
    assert done.returncode == 1
    assert said(done) == [f"{stein}::: error: unwritable: {FULL}: cannot be written: No space left on device"]
    done = run("convert", bare, "--to", "json", "-o", tmp_path / "a.json", "--quiet", "--log", FULL)
    assert done.returncode == 1
    assert said(done) == [f"Error: {FULL}: cannot be written: No space left on device"]  # said once, for four entries
    json.loads((tmp_path / "a.json").read_bytes())


def test_closed_streams(stein, tmp_path):
    code, errors = shell('"$@" >&-', "convert", stein, "--to", "akn")
    assert (code, errors) == (1, f"{stein}::: error: unwritable: standard output: cannot be written: it is closed\n")
    code, errors = shell('"$@" <&-', "convert", "-", "--to", "akn")
    assert (code, errors) == (1, "stdin::: error: unreadable: standard input is closed\n")
    assert shell('"$@" 2>&-', "convert", "nosuch", "--to", "akn") == (1, "")
    assert shell('"$@" >&- 2>&-', "convert", stein, "-o", tmp_path / "a.xml") == (0, "")


def test_interrupted_while_reading_a_document(bare, fifo, tmp_path):
    command = [*OPINION_PARSER, "convert", bare, fifo, "-d", tmp_path / "out", "--quiet"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment())
    with open(fifo, "wb"):
        process.send_signal(signal.SIGINT)
        out, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert (out, errors.split()) == (b"", b"Error: interrupted".split())
    made = {path.name for path in (tmp_path / "out").iterdir()}
    assert made == {"bare.xml", "bare.json", "bare.md"}  # what was converted before stays; no parts of files


def on_a_terminal(*arguments, typed=b"", when=None):
    """Run the command on a terminal of its own, and type something once the named pipe ``when`` is read."""
    import pty

    command, variables = [*OPINION_PARSER, *map(str, arguments)], environment(TERM="xterm")
    process, terminal = pty.fork()
    if process == 0:
        os.execve(command[0], command, variables)
    if when is not None:
        with open(when, "wb"):
            os.write(terminal, typed)
            shown = everything(terminal)
    else:
        shown = everything(terminal)
    os.close(terminal)
    _, status = os.waitpid(process, 0)
    return os.waitstatus_to_exitcode(status), shown


def everything(terminal):
    """What is shown until the command ends; Linux then says EIO."""
    shown = b""
    try:
        while part := os.read(terminal, 4096):
            shown += part
    except OSError:
        pass
    return shown.decode()


def test_a_terminal_shows_a_bar_and_the_lines_above_it(bare, stein, tmp_path):
    odd = tmp_path / "[red]odd :smile:.txt"
    shutil.copy(bare, odd)
    code, shown = on_a_terminal("convert", odd, stein, "--to", "json", "-d", tmp_path / "out")
    assert code == 0
    assert "━" in shown
    assert "2/2" in shown
    assert f"{odd}::: warning: no-court: no line of the caption names a court\r\n" in shown
    assert shown.endswith("\x1b[?25h\r\x1b[1A\x1b[2K")  # the bar is gone, the cursor back


@pytest.mark.parametrize("arguments", [["--quiet", "{stein}", "{bare}"], ["{bare}"]])
def test_no_bar_where_it_is_not_wanted_or_says_nothing(arguments, stein, bare, tmp_path):
    given = [argument.format(stein=stein, bare=bare) for argument in arguments]
    code, shown = on_a_terminal("convert", *given, "--to", "json", "-d", tmp_path / "out")
    assert code == 0
    assert "\x1b" not in shown


def test_control_c_on_a_terminal_takes_the_bar_away(bare, fifo, tmp_path):
    arguments = ["convert", bare, fifo, "--to", "json", "-d", tmp_path / "out"]
    code, shown = on_a_terminal(*arguments, typed=b"\x03", when=fifo)
    assert code == 130
    assert "\x1b[?25h" in shown  # the cursor is shown again
    assert shown.endswith("Error: interrupted\r\n")
