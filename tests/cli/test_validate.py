"""validate: valid and invalid files, and what is no XML at all."""

from __future__ import annotations

import json

import pytest

from tests.cli.command import run, said


@pytest.fixture
def xml(stein, tmp_path):
    """Two files: one that the command wrote, and the same with an element that has no place there."""
    path = tmp_path / "good.xml"
    assert run("convert", stein, "-o", path).returncode == 0
    text = path.read_text(encoding="utf-8")
    assert "<meta>" in text
    (tmp_path / "bad.xml").write_text(text.replace("<meta>", "<meta><stray/>", 1), encoding="utf-8")
    return tmp_path


def test_valid_and_invalid_files(xml):
    done = run("validate", "good.xml", cwd=xml)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"good.xml: valid\n", b"")
    done = run("validate", "good.xml", "bad.xml", cwd=xml)
    assert (done.returncode, done.stderr) == (4, b"")
    first, second = done.stdout.decode().splitlines()
    assert first == "good.xml: valid"
    line = next(n for n, row in enumerate((xml / "bad.xml").read_text().splitlines(), 1) if "<stray/>" in row)
    assert second.startswith(f"bad.xml:{line}: <stray> is not allowed here")


def test_standard_input(xml):
    done = run("validate", "-", input=(xml / "bad.xml").read_bytes())
    assert done.returncode == 4
    assert done.stdout.startswith(b"stdin:")


def test_json(xml):
    done = run("validate", "good.xml", "bad.xml", "nosuch.xml", "--format", "json", cwd=xml)
    assert done.returncode == 1
    assert said(done) == ["nosuch.xml::: error: unreadable: no such file"]
    good, bad = json.loads(done.stdout)
    assert good == {"path": "good.xml", "valid": True, "problems": []}
    assert (bad["path"], bad["valid"]) == ("bad.xml", False)
    assert bad["problems"][0].keys() == {"line", "message"}


@pytest.mark.parametrize(
    "content", [b"", b"\x00\xff\xfe", b"%PDF-1.7", b"<akomaNtoso>", b"<akomaNtoso/>", b"# Opinion"]
)
def test_what_is_no_akoma_ntoso_is_invalid(content, tmp_path):
    (tmp_path / "a.xml").write_bytes(content)
    done = run("validate", "a.xml", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (4, b"")
    assert done.stdout.startswith(b"a.xml:1: ")
    assert done.stdout.count(b"\n") == 1


def test_an_unreadable_file_outweighs_an_invalid_one(xml):
    done = run("validate", "bad.xml", "nosuch.xml", ".", cwd=xml)
    assert done.returncode == 1
    assert done.stdout.startswith(b"bad.xml:")
    assert said(done) == [
        "nosuch.xml::: error: unreadable: no such file",
        ".::: error: unreadable: this is a folder; give a file",
    ]


@pytest.mark.parametrize("arguments", [[], [""], ["a.xml", "--format", "xml"]])
def test_bad_usage(arguments):
    assert run("validate", *arguments).returncode == 2
