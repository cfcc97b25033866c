"""convert: results and their places, what is said on the way, exit codes."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from opinion_parser import enrich
from opinion_parser.cli import run as run_here
from tests.cli.command import run, said


def names(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


# ---------------------------------------------------------------- results and their places


def test_all_formats_in_a_folder(lantern, tmp_path):
    done = run("convert", lantern, "-d", tmp_path / "out")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert names(tmp_path) == [f"out/prairie-lantern{suffix}" for suffix in (".json", ".md", ".xml")]


def test_the_chosen_formats_in_a_folder(lantern, tmp_path):
    assert run("convert", lantern, "--to", "akn", "--to", "markdown", "--to", "akn", "-d", tmp_path).returncode == 0
    assert names(tmp_path) == ["prairie-lantern.md", "prairie-lantern.xml"]


@pytest.mark.parametrize("output", [[], ["-o", "-"]])
def test_standard_input_to_standard_output(stein, output):
    done = run("convert", "-", "--to", "json", *output, input=stein.read_bytes())
    assert done.returncode == 0
    document = json.loads(done.stdout)
    assert document["caption"]["court"]["id"] == "ilnd"
    assert document["source"]["name"] == "stdin"


def test_standard_input_in_a_folder(stein, tmp_path):
    assert run("convert", "-", "--to", "json", "-d", tmp_path, input=stein.read_bytes()).returncode == 0
    assert names(tmp_path) == ["stdin.json"]


@pytest.mark.parametrize(("name", "begin"), [("a.xml", b"<?xml "), ("a.JSON", b"{"), ("a.md", b"---\n")])
def test_the_suffix_of_the_output_says_the_format(stein, tmp_path, name, begin):
    assert run("convert", stein, "-o", tmp_path / "new" / name).returncode == 0
    assert (tmp_path / "new" / name).read_bytes().startswith(begin)


def test_to_wins_over_the_suffix(stein, tmp_path):
    assert run("convert", stein, "--to", "json", "-o", tmp_path / "a.xml").returncode == 0
    json.loads((tmp_path / "a.xml").read_bytes())


def test_folders_keep_their_paths_and_a_second_run_does_not_read_the_first_ones_results(stein, lantern, tmp_path):
    source = tmp_path / "in"
    (source / "b/c").mkdir(parents=True)
    shutil.copy(stein, source / "b/c/x.TXT")
    shutil.copy(lantern, source / "y.pdf")
    (source / "notes.docx").touch()
    for _ in range(2):
        assert run("convert", source, "--to", "markdown", "-d", source / "out").returncode == 0
    assert names(source / "out") == ["b/c/x.md", "y.md"]


def test_one_document_in_a_folder_goes_to_standard_output(stein, tmp_path):
    shutil.copy(stein, tmp_path / "a.txt")
    assert json.loads(run("convert", tmp_path, "--to", "json").stdout)["source"]["name"] == "a.txt"


@pytest.mark.skipif(os.name == "nt", reason="names of files are text there")
def test_a_name_that_is_no_text(stein, tmp_path):
    name = b"caf\xe9\n\x1b[31m.txt"
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name))
    try:
        shutil.copy(stein, path)
    except OSError:
        pytest.skip("this disk takes no such name")
    done = run("convert", path, "-d", tmp_path / "out")
    assert (done.returncode, done.stderr) == (0, b"")
    assert {os.fsencode(made.name) for made in (tmp_path / "out").iterdir()} == {
        name.replace(b".txt", suffix) for suffix in (b".xml", b".json", b".md")
    }
    (made,) = (tmp_path / "out").glob("*.json")
    assert json.loads(made.read_bytes())["source"]["name"] == "caf\ufffd\ufffd\ufffd[31m.txt"
    path.write_bytes(b"")
    assert len(said(run("convert", path, "-o", "-", "--to", "json", "--quiet", "--log", tmp_path / "log"))) == 0
    assert all("caf\ufffd\ufffd\ufffd[31m" in line for line in said(run("convert", path, "--to", "json")))


# ---------------------------------------------------------------- options


def test_the_same_input_gives_the_same_bytes(lantern):
    first, second = (run("convert", lantern, "--to", "akn").stdout for _ in range(2))
    assert first == second


CONVERSION = b'<FRBRdate date="2026-01-02" name="conversion"/>'


def test_the_date_of_the_conversion(stein):
    assert CONVERSION in run("convert", stein, "--to", "akn", "--date", "2026-01-02").stdout
    epoch = {"SOURCE_DATE_EPOCH": "1767312000"}  # 2026-01-02, midnight
    assert CONVERSION in run("convert", stein, "--to", "akn", env=epoch).stdout
    decided = run("convert", stein, "--to", "akn", "--date", "2021-03-16", env=epoch).stdout
    assert run("convert", stein, "--to", "akn").stdout == decided


def test_page_marks(lantern):
    assert b"<!-- page 2 -->" in run("convert", lantern, "--to", "markdown", "--page-marks").stdout
    assert b"<!-- page" not in run("convert", lantern, "--to", "markdown").stdout


def test_diagnostics_are_lines_with_places(tmp_path):
    (tmp_path / "a.txt").write_text("Page one.\n\fPage\ntw\ufffd.\n", encoding="utf-8")
    done = run("convert", "a.txt", "--to", "markdown", cwd=tmp_path)
    assert done.returncode == 0
    assert [line.rpartition(": ")[0] for line in said(done)] == [
        "a.txt:2:2: warning: replacement-characters",
        "a.txt::: warning: no-court",
        "a.txt::: info: no-parties",
        "a.txt::: warning: no-docket",
        "a.txt::: warning: no-date",
    ]


def test_the_log_has_diagnostics_and_failures_as_json_lines(bare, tmp_path):
    arguments = [bare, "nosuch.pdf", "--to", "json", "-d", tmp_path / "out"]
    done = run("convert", *arguments, "--quiet", "--log", tmp_path / "logs" / "log.jsonl")
    assert said(done) == ["nosuch.pdf::: error: unreadable: no such file"]
    entries = [json.loads(line) for line in (tmp_path / "logs/log.jsonl").read_bytes().splitlines()]
    assert [(entry["path"], entry["code"]) for entry in entries] == [
        *((str(bare), code) for code in ("no-court", "no-parties", "no-docket", "no-date")),
        ("nosuch.pdf", "unreadable"),
    ]
    assert entries[-1] == {
        "path": "nosuch.pdf",
        "code": "unreadable",
        "severity": "error",
        "message": "no such file",
    }
    document = json.loads((tmp_path / "out/bare.json").read_bytes())
    assert [{**entry, "path": str(bare)} for entry in document["diagnostics"]] == entries[:-1]


def test_the_log_may_go_to_standard_output(bare, tmp_path):
    done = run("convert", bare, "-o", tmp_path / "a.md", "--quiet", "--log", "-")
    assert {json.loads(line)["code"] for line in done.stdout.splitlines()} >= {"no-court", "no-date"}


# ---------------------------------------------------------------- exit codes


def test_warnings_under_strict(bare, stein, tmp_path):
    assert run("convert", bare, "-o", tmp_path / "a.md").returncode == 0
    done = run("convert", bare, "-o", tmp_path / "b.md", "--strict", "--quiet")
    assert (done.returncode, done.stderr) == (3, b"")
    assert (tmp_path / "a.md").read_bytes() == (tmp_path / "b.md").read_bytes()
    assert run("convert", bare, "nosuch", "-d", tmp_path, "--strict").returncode == 1
    assert run("convert", stein, "--to", "json", "--strict").returncode == 0


def test_information_is_no_warning(tmp_path):
    text = "UNITED STATES DISTRICT COURT\nDISTRICT OF MAINE\n\nNo. 2:20-cv-00012\n\nORDER\n\nDated: May 4, 2020\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    done = run("convert", "a.txt", "--to", "json", "--strict", cwd=tmp_path)
    assert [line.split(": ")[1:3] for line in said(done)] == [["info", "no-parties"]]
    assert done.returncode == 0


def test_bad_inputs_get_one_line_each_and_the_others_are_converted(stein, lantern, tmp_path):
    (tmp_path / "no.pdf").write_bytes(b"this is no PDF at all")
    (tmp_path / "cut.pdf").write_bytes(lantern.read_bytes()[:2000])
    (tmp_path / "word.txt").write_bytes(b"PK\x03\x04 and so on")
    (tmp_path / "none").mkdir()
    inputs = ["no.pdf", "cut.pdf", "word.txt", "missing.pdf", "none", stein]
    done = run("convert", *inputs, "--to", "markdown", "-d", "out", "--quiet", cwd=tmp_path)
    assert done.returncode == 1
    assert names(tmp_path / "out") == ["stein-v-clarifai.md"]
    lines = said(done)
    assert [line.split("::: error: unreadable: ")[0] for line in lines] == inputs[:-1]
    assert lines[2].endswith(
        "this is a Word or other zipped document, which cannot be read; save it as PDF or plain text"
    )


def test_an_empty_file_still_gives_all_outputs(tmp_path):
    (tmp_path / "empty.txt").touch()
    assert run("convert", tmp_path / "empty.txt", "-d", tmp_path).returncode == 0
    document = json.loads((tmp_path / "empty.json").read_bytes())
    assert document["opinions"][0]["blocks"][0]["inlines"][0]["text"] == "[no text]"
    assert run("validate", tmp_path / "empty.xml").returncode == 0


def test_a_result_that_cannot_be_written_leaves_the_others(stein, bare, tmp_path):
    (tmp_path / "out" / "bare.json").mkdir(parents=True)
    done = run("convert", bare, stein, "-d", tmp_path / "out", "--quiet")
    assert done.returncode == 1
    assert said(done) == [
        f"{bare}::: error: unwritable: {tmp_path}/out/bare.json: cannot be written: Is a directory",
    ]
    assert names(tmp_path / "out") == [f"stein-v-clarifai{suffix}" for suffix in (".json", ".md", ".xml")]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="this user may write everywhere")
def test_a_folder_that_may_only_be_read(stein, tmp_path):
    tmp_path.chmod(0o500)
    try:
        done = run("convert", stein, "-d", tmp_path / "out")
    finally:
        tmp_path.chmod(0o700)
    assert done.returncode == 1
    (line,) = said(done)
    assert line.endswith("stein-v-clarifai.xml: cannot be written: Permission denied")


def test_a_mistake_of_ours_in_one_document_leaves_the_others(stein, bare, tmp_path, monkeypatch, capfd):
    def fails_on_bare(document, log):
        if document.source.name == "bare.txt":
            raise KeyError("docket\nlabel")

    monkeypatch.setattr(enrich, "PASSES", (*enrich.PASSES, fails_on_bare))
    code = run_here(["convert", str(bare), str(stein), "--to", "json", "-d", str(tmp_path / "out")])
    assert code == 1
    (line,) = capfd.readouterr().err.splitlines()
    assert line.startswith(f"{bare}::: error: internal-error: KeyError: 'docket\\nlabel' (opinion_parser/enrich/")
    assert line.endswith("please report it with the file")
    assert names(tmp_path / "out") == ["stein-v-clarifai.json"]


# ---------------------------------------------------------------- bad usage


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "Missing argument 'INPUT...'"),
        (["a.txt"], "choose one format with --to (akn, json, markdown), or name a folder for several with -d"),
        (["a.txt", "--to", "json", "--to", "akn"], "choose one format with --to"),
        (["a.txt", "-o", "-"], "choose one format with --to"),
        (["a.txt", "-o", "a.html"], "a.html ends in none of .xml, .json, .md: choose the format with --to"),
        (["a.txt", "b.txt", "--to", "json"], "2 inputs make more than one result: name a folder for them with -d"),
        (["a.txt", "-o", "a.md", "-d", "out"], "-o names one file and -d a folder"),
        (["a.txt", "-d", "-"], "-d takes a folder"),
        (["a.txt", "-d", "a.txt"], "is a file"),
        (["a.txt", "--to", "html"], "'html' is not one of 'akn', 'json', 'markdown'"),
        (["a.txt", "-o", "a.xml", "--date", "16 March 2021"], "'16 March 2021' does not match"),
        (["-", "-", "-d", "out"], "standard input (-) is named twice"),
        (["", "-d", "out"], "an input has an empty name"),
        (["a.txt", "b/a.md", "-d", "out"], "a.txt and b/a.md would both be written to out/a.xml"),
        (["a.txt", "-o", "a.txt", "--to", "json"], "a.txt would be written over, but it is one of the inputs"),
        (["a.txt", "-o", "a.md", "--log", "A.MD"], "a.txt and the log would both be written to A.MD"),
        (["a.txt", "--to", "json", "--log", "-"], "a.txt and the log would both be written to standard output"),
    ],
)
def test_bad_usage_is_refused_before_anything_is_written(arguments, message, tmp_path):
    (tmp_path / "a.txt").write_text("ORDER\n", encoding="utf-8")
    done = run("convert", *arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert message in said(done)[-1]
    assert said(done)[-1].startswith("Error: ")
    assert names(tmp_path) == ["a.txt"]


def test_a_bad_build_date_is_bad_usage(stein, tmp_path):
    done = run("convert", stein, "-o", tmp_path / "a.xml", env={"SOURCE_DATE_EPOCH": "yesterday"})
    assert done.returncode == 2
    assert said(done) == ["Error: SOURCE_DATE_EPOCH is 'yesterday', which is no number of seconds"]
    assert names(tmp_path) == []
