"""lines, tokens, tree, ast, schema: each stage shows every word, with its place."""

from __future__ import annotations

import json
import re

import pytest

from tests.cli.command import run, said

ROW = r"1:5 +body +1L +PRAIRIE LANTERN COOPERATIVE, +\{caps .*\}"


def test_lines_have_place_zone_cell_text_and_facts(lantern):
    done = run("lines", lantern)
    assert (done.returncode, done.stderr) == (0, b"")
    rows = done.stdout.decode().splitlines()
    assert re.fullmatch(r"1:1 +stamp +Case 2:21-cv-00417-TEA Document 58 .*", rows[0])
    assert any(re.fullmatch(ROW, row) for row in rows)
    assert any(re.match(r"1:8 +body +4R +Case No\. 2:21-cv-00417-TEA +\{", row) for row in rows)
    assert any(re.match(r"\d+:\d+ +note ", row) for row in rows)


def test_tokens_of_body_notes_and_caption(stein):
    rows = run("tokens", stein).stdout.decode().splitlines()
    assert rows[0] == "# document"
    body, rest = rows[1 : rows.index("# notes")], rows[rows.index("# notes") + 1 :]
    notes, cells = rest[: rest.index("# caption")], rest[rest.index("# caption") + 1 :]
    assert any(re.fullmatch(r"\d+:\d+ +TITLE +OPINION AND ORDER", row) for row in body)
    assert any(re.match(r"\d+:\d+ +NOTE +1 ?In addressing", row) for row in notes)
    assert [row.split(maxsplit=1) for row in cells][-2:] == [["ROLE", "Defendant."], ["TITLE", "OPINION AND ORDER"]]


def test_the_trees_of_body_and_notes(stein):
    rows = run("tree", stein).stdout.decode().splitlines()
    assert rows[0] == "document"
    assert any(re.fullmatch(r" +\d+:\d+  OPINION AND ORDER", row) for row in rows)
    assert "notes" in rows


def test_the_document_is_what_convert_gives(lantern):
    done = run("ast", lantern)
    assert done.stdout == run("convert", lantern, "--to", "json").stdout
    assert json.loads(done.stdout)["caption"]["court"]["id"] == "mtd"


@pytest.mark.parametrize("stage", ["lines", "tokens", "tree", "ast"])
def test_standard_input_diagnostics_and_failures(stage, tmp_path):
    done = run(stage, "-", input="A word that was lo\ufffdt.\n".encode())
    assert done.returncode == 0
    assert "lo\ufffdt" in done.stdout.decode()
    assert said(done)[0].startswith("stdin:1:1: warning: replacement-characters: ")
    done = run(stage, "nosuch.pdf", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, b"")
    assert said(done) == ["nosuch.pdf::: error: unreadable: no such file"]


def test_text_that_the_terminals_encoding_lacks(stein):
    plain = run("lines", stein).stdout
    assert run("lines", stein, env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"}).stdout == plain


def test_the_schema_is_printed(checkout):
    done = run("schema", "json")
    assert done.returncode == 0
    assert done.stdout == (checkout / "opinion_parser/schemas/opinion.schema.json").read_bytes()
    assert json.loads(done.stdout)["$ref"] == "#/$defs/Document"
    assert run("schema", "xml").returncode == 2


@pytest.mark.parametrize("stage", ["lines", "tokens", "tree"])
def test_both_readers_of_pdf_give_the_same_stage(stage, lantern):
    first, second = (run(stage, lantern, "--pdf-reader", reader) for reader in ("pdfium", "pdfplumber"))
    assert (first.returncode, second.returncode, second.stderr) == (0, 0, b"")
    assert first.stdout == second.stdout


def test_the_document_says_which_reader_read_it_and_is_the_same(lantern):
    first, second = (run("ast", lantern, *options).stdout.decode() for options in ((), ("--pdf-reader", "pdfplumber")))
    boxes = re.compile(r'"bbox": \[[^]]*\]')  # may differ by some tenths of a point
    assert json.loads(first)["source"]["reader"] == "pdf"
    assert boxes.sub("", first).replace('"reader": "pdf"', '"reader": "pdfplumber"') == boxes.sub("", second)


def test_an_unknown_reader_of_pdf_is_bad_usage(lantern):
    done = run("lines", lantern, "--pdf-reader", "mupdf")
    assert done.returncode == 2
    assert "'mupdf' is not one of 'pdfium', 'pdfplumber'" in done.stderr.decode()
