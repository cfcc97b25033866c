"""Which documents the arguments of a command name, and what cannot be read."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path, PurePath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opinion_parser.errors import InputError, UsageError
from opinion_parser.inputs import expand, named, one_line, read_file
from opinion_parser.readers.text_pages import sheets_of


@pytest.fixture
def folder(tmp_path):
    """A folder as people have them: documents, other files, folders below, hidden names."""
    for name in (
        "b.pdf",
        "A.PDF",
        "notes.docx",
        "sub/c.txt",
        "sub/deep/d.md",
        "sub/e.text",
        ".git/f.txt",
        "._b.pdf",
        "sub.pdf/g.txt",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return tmp_path


def targets(entries):
    return [entry.target.as_posix() for entry in entries]


def test_a_folder_gives_its_documents_sorted_with_the_folders_below(folder):
    entries = expand([str(folder)])
    assert targets(entries) == ["A.PDF", "b.pdf", "sub/c.txt", "sub/deep/d.md", "sub/e.text", "sub.pdf/g.txt"]
    assert [entry.read().decode() for entry in entries] == targets(entries)
    assert entries[2].shown == str(folder / "sub/c.txt")
    assert entries[2].name == "c.txt"


def test_the_folder_of_outputs_is_not_searched(folder):
    assert "sub/c.txt" not in targets(expand([str(folder)], folder / "b" / ".." / "sub"))


def test_files_keep_their_order_and_lose_their_folders(folder):
    entries = expand([str(folder / "sub" / "c.txt"), str(folder / "notes.docx"), str(folder / "b.pdf")])
    assert targets(entries) == ["c.txt", "notes.docx", "b.pdf"]


def test_a_folder_without_documents_is_a_failure_that_says_so(tmp_path):
    (tmp_path / "a.docx").touch()
    (entry,) = expand([str(tmp_path)])
    with pytest.raises(InputError, match=r"no \.pdf, \.txt, \.text, \.md file in this folder"):
        entry.read()


def test_a_folder_that_may_not_be_searched_is_a_failure_beside_the_others(folder):
    closed = folder / "sub"
    closed.chmod(0)
    try:
        if os.access(closed, os.R_OK):
            pytest.skip("this user may read everything")
        entries = expand([str(folder)])
    finally:
        closed.chmod(0o700)
    assert targets(entries) == ["A.PDF", "b.pdf", "sub", "sub.pdf/g.txt"]
    assert "cannot be searched" in entries[2].failure


def test_standard_input(monkeypatch):
    entry = named("-")
    assert (entry.shown, entry.name, entry.target) == ("stdin", "stdin", PurePath("stdin"))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xff\x00 as it is")))
    assert entry.read() == b"\xff\x00 as it is"


def test_closed_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)  # what Python makes of `<&-`
    with pytest.raises(InputError, match="stdin: standard input is closed"):
        named("-").read()


@pytest.mark.parametrize(("arguments", "message"), [(["-", "-"], "named twice"), (["a.pdf", ""], "empty name")])
def test_arguments_without_sense(arguments, message):
    with pytest.raises(UsageError, match=message):
        expand(arguments)


@pytest.mark.parametrize(
    ("path", "message"),
    [("nosuch.pdf", "nosuch.pdf: no such file"), (".", "this is a folder"), ("a\0b", "no name that a file can have")],
)
def test_what_cannot_be_read(tmp_path, monkeypatch, path, message):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError, match=message):
        read_file(Path(path))


def test_a_reason_of_the_system_is_passed_on(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(InputError, match=r"a\.pdf: cannot be read: Not a directory"):
        read_file(tmp_path / "file" / "a.pdf")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Stein v. Clarifai.pdf", "Stein v. Clarifai.pdf"),
        ("Núñez\u00a0v. U\u2009S.pdf", "Núñez\u00a0v. U\u2009S.pdf"),
        ("two\nlines\x1b[2J.pdf", "two\ufffdlines\ufffd[2J.pdf"),
        (os.fsdecode(b"caf\xe9.pdf"), "caf\ufffd.pdf"),
        ("\ud800\u202egpj.pdf", "\ufffd\ufffdgpj.pdf"),
    ],
)
def test_names_in_messages(name, shown):
    assert one_line(name) == shown


@given(st.text(st.characters(categories=["L", "Cc", "Cs", "Zl", "Zs", "Cf", "Cn"])))
def test_a_line_is_one_line_that_can_be_encoded(text):
    line = one_line(text)
    assert len(line) == len(text)
    assert line.splitlines() in ([], [line])
    line.encode("utf-8")
    assert one_line(line) == line


def test_written_folios_from_the_second_page_on_end_pages():
    page = "      The bell hung for a century in the tower of the old mill, and nobody asked whose it was.\n\n" * 5
    folios = [f"{' ' * 40}-{number}-\n" for number in (2, 3, 4)]
    text = page + page + "".join(folio + page for folio in folios)
    assert len(sheets_of(text)) == 4
    assert len(sheets_of(text.replace("-2-", "-1-").replace("-3-", "-2-").replace("-4-", "-3-"))) == 1


def test_a_running_head_with_white_space_in_it_ends_pages():
    page = "       The bell hung for a century in the tower of the old mill, and nobody asked whose it was\n" * 6
    head = f" No. 31-1572{' ' * 25}United States v. Roe{' ' * 28}Page "
    assert len(sheets_of(page + "".join(f"{head}{number}\n\nwhile it rang\n{page}" for number in (2, 3)))) == 3
