"""The command as people run it: results, exit codes, one line for what goes wrong, never a traceback."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest


def run(*arguments, stdin=b"", cwd=None):
    """Run ``opinion-parser`` with some arguments."""
    command = [sys.executable, "-m", "opinion_parser", *map(str, arguments)]
    done = subprocess.run(command, input=stdin, capture_output=True, check=False, cwd=cwd)
    assert b"Traceback" not in done.stderr
    return done


@pytest.fixture(scope="module")
def stein(samples):
    return samples / "stein-v-clarifai/stein-v-clarifai.txt"


@pytest.fixture(scope="module")
def lantern(samples):
    return samples / "prairie-lantern/prairie-lantern.pdf"


def test_three_formats_in_a_folder(lantern, tmp_path):
    done = run("convert", lantern, "--to", "akn", "--to", "json", "--to", "markdown", "-d", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert {p.name for p in (tmp_path / "out").iterdir()} == {f"prairie-lantern{s}" for s in (".xml", ".json", ".md")}
    assert run("validate", tmp_path / "out/prairie-lantern.xml").returncode == 0


def test_standard_input_to_standard_output(stein):
    done = run("convert", "-", "--to", "json", stdin=stein.read_bytes())
    assert done.returncode == 0
    assert json.loads(done.stdout)["caption"]["court"]["id"] == "ilnd"


def test_the_same_input_gives_the_same_bytes(lantern):
    first, second = (run("convert", lantern, "--to", "akn").stdout for _ in range(2))
    assert first == second


def test_bad_inputs_get_one_line_each_and_the_others_are_converted(stein, lantern, tmp_path):
    (tmp_path / "no.pdf").write_bytes(b"this is no PDF at all")
    (tmp_path / "cut.pdf").write_bytes(lantern.read_bytes()[:2000])
    inputs = [tmp_path / "no.pdf", tmp_path / "cut.pdf", tmp_path / "missing.pdf", stein]
    done = run("convert", *inputs, "--to", "markdown", "-d", tmp_path / "out", "--quiet")
    assert done.returncode == 1
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["stein-v-clarifai.md"]
    lines = done.stderr.decode().splitlines()
    assert len(lines) == 3
    assert all(": error: unreadable: " in line for line in lines)


def test_clashing_outputs_are_refused_before_anything_is_converted(stein, tmp_path):
    other = tmp_path / "stein-v-clarifai.pdf"
    other.write_bytes(b"%PDF-")
    done = run("convert", stein, other, "--to", "json", "-d", tmp_path / "out")
    assert done.returncode == 2
    assert not (tmp_path / "out").exists()


def test_folders_keep_their_paths(stein, tmp_path):
    (tmp_path / "in/a").mkdir(parents=True)
    (tmp_path / "in/a/x.txt").write_bytes(stein.read_bytes())
    assert run("convert", tmp_path / "in", "--to", "json", "-d", tmp_path / "out").returncode == 0
    assert (tmp_path / "out/a/x.json").exists()


def test_warnings_under_strict(tmp_path):
    (tmp_path / "bare.txt").write_text("The motion is denied because it was filed late.\n", encoding="utf-8")
    done = run("convert", tmp_path / "bare.txt", "--to", "json", "--strict", "--log", tmp_path / "log")
    assert done.returncode == 3
    assert b"bare.txt::: warning: no-court: " in done.stderr
    assert {json.loads(line)["code"] for line in (tmp_path / "log").read_text().splitlines()} >= {"no-court", "no-date"}


def test_an_empty_file_still_gives_all_outputs(tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    done = run("convert", tmp_path / "empty.txt", "-d", tmp_path)
    assert done.returncode == 0
    document = json.loads((tmp_path / "empty.json").read_bytes())
    assert document["opinions"][0]["blocks"][0]["inlines"][0]["text"] == "[no text]"
    assert run("validate", tmp_path / "empty.xml").returncode == 0


def test_invalid_xml_has_an_exit_code_of_its_own(tmp_path):
    (tmp_path / "a.xml").write_text("<akomaNtoso/>", encoding="utf-8")
    done = run("validate", tmp_path / "a.xml")
    assert done.returncode == 4
    assert done.stdout.decode().startswith(str(tmp_path / "a.xml:1: "))


@pytest.mark.parametrize(
    ("stage", "words"),
    [
        ("lines", b"JORDAN STEIN"),
        ("tokens", b"CAPTION_LINE"),
        ("tree", b"named_heading"),
        ("ast", b'"schema_version"'),
    ],
)
def test_every_stage_prints(stage, words, stein):
    done = run(stage, stein)
    assert done.returncode == 0
    assert words in done.stdout


def test_the_schema_is_printed():
    assert json.loads(run("schema", "json").stdout)["$ref"] == "#/$defs/Document"


@pytest.mark.parametrize("arguments", [["convert"], ["convert", "a.txt", "b.txt", "--to", "json"], ["nothing"]])
def test_bad_usage(arguments):
    assert run(*arguments).returncode == 2


@pytest.mark.parametrize("command", ["convert", "validate", "lines", "tokens", "tree", "ast", "schema"])
def test_every_command_has_help(command, checkout):
    done = run(command, "--help")
    assert done.returncode == 0
    assert f"`{command} " in (checkout / "docs/command-line.md").read_text(encoding="utf-8")


def test_help_starts_without_the_heavy_libraries():
    heavy = "{'lark', 'lxml', 'pypdfium2', 'rich', 'courts_db'}"
    code = f"import sys, opinion_parser.cli; print(sorted({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout == "[]\n"
