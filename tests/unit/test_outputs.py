"""Names of results, clashes, and files that are written whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path, PurePath

import pytest

from opinion_parser.errors import OutputError, UsageError
from opinion_parser.inputs import Input, expand, named
from opinion_parser.outputs import STDOUT, LogFile, check_clashes, name_outputs, write_outputs

SUFFIXES = {"akn": ".xml", "markdown": ".md"}
FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")


@pytest.mark.parametrize(
    ("target", "stem"),
    [
        ("a.pdf", "a"),
        ("sub/b.tar.PDF", "sub/b.tar"),
        ("stdin", "stdin"),
        ("Stein v. Clarifai", "Stein v. Clarifai"),
        ("Clarifai, Inc.", "Clarifai, Inc."),
        (".pdf", ".pdf"),
    ],
)
def test_the_last_suffix_is_replaced(target, stem):
    named_outputs = name_outputs(Input(Path("x"), PurePath(target)), SUFFIXES, Path("out"))
    assert named_outputs == {"akn": Path(f"out/{stem}.xml"), "markdown": Path(f"out/{stem}.md")}


def planned(arguments, folder):
    return [(entry, name_outputs(entry, SUFFIXES, folder)) for entry in expand(arguments, folder)]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["x/a.pdf", "y/a.pdf"], r"x/a\.pdf and y/a\.pdf would both be written to .*a\.xml"),
        (["a.pdf", "a.txt"], r"a\.pdf and a\.txt would both"),
        (["a.pdf", "A.txt"], r"a\.pdf and A\.txt would both"),
        (["a.pdf", "./a.pdf"], r"a\.pdf is named twice"),
        (["caf\u00e9.pdf", "cafe\u0301.txt"], "would both"),
        (["a.pdf", "out/a.md"], r"out/a\.md would be written over, but it is one of the inputs"),
    ],
)
def test_clashes(tmp_path, monkeypatch, arguments, message):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match=message):
        check_clashes(planned(arguments, Path("out")))


def test_no_clash(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    check_clashes(planned(["x/a.pdf", "y/b.pdf", "-"], Path("out")), [Path("out/log.jsonl")])


def test_a_link_is_the_file_it_leads_to(tmp_path):
    source = tmp_path / "a.md"
    source.write_text("the only copy")
    (tmp_path / "link.md").symlink_to(source)
    with pytest.raises(UsageError, match="would be written over"):
        check_clashes([(named(str(source)), {"markdown": tmp_path / "link.md"})])


@pytest.mark.parametrize(("log", "message"), [("a.pdf", "written over"), ("out/A.xml", "the log would both")])
def test_the_log_clashes_like_a_result(tmp_path, monkeypatch, log, message):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match=message):
        check_clashes(planned(["a.pdf"], Path("out")), [Path(log)])


def test_an_input_that_failed_already_takes_no_name():
    outputs = {"akn": PurePath("a.xml")}
    check_clashes([(Input(Path("x"), PurePath("a"), "closed"), outputs), (named("a.pdf"), outputs)])


def test_results_are_written_into_new_folders_and_over_old_ones(tmp_path):
    old, new = tmp_path / "a.xml", tmp_path / "sub" / "deep" / "a.md"
    old.write_text("old")
    write_outputs({old: b"<a/>", new: b"# a"})
    assert (old.read_bytes(), new.read_bytes()) == (b"<a/>", b"# a")
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.md", "a.xml", "deep", "sub"]
    assert stat.S_IMODE(old.stat().st_mode) & 0o044 == 0o044 & ~current_umask()


def current_umask():
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "real.md").touch()
    (tmp_path / "link.md").symlink_to("real.md")
    write_outputs({tmp_path / "link.md": b"new"})
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_bytes() == b"new"


def test_all_results_of_a_document_or_none(tmp_path):
    good, bad = tmp_path / "a.xml", tmp_path / "a.md"
    good.write_text("old")
    bad.mkdir()
    with pytest.raises(OutputError, match=r"a\.md: cannot be written: Is a directory"):
        write_outputs({good: b"new", bad: b"new"})
    assert good.read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.md", "a.xml"]


@pytest.mark.parametrize(
    ("below", "why"), [("a.xml", "a file has the name of its folder"), ("b/a.xml", "Not a directory")]
)
def test_a_file_where_a_folder_is_needed(tmp_path, below, why):
    (tmp_path / "out").touch()
    with pytest.raises(OutputError, match=rf"out/{below}: cannot be written: {why}"):
        write_outputs({tmp_path / "out" / below: b""})


def test_a_name_too_long_for_the_disk(tmp_path):
    with pytest.raises(OutputError, match="x: cannot be written: File name too long"):
        write_outputs({tmp_path / ("x" * 300): b""})
    assert not list(tmp_path.iterdir())


@needs_full
def test_a_full_disk():
    with pytest.raises(OutputError, match="/dev/full: cannot be written: No space left on device"):
        write_outputs({FULL: b"words"})


def test_standard_output_takes_bytes_in_order(capfdbinary):
    print("first", end=" ")
    write_outputs({STDOUT: "§ second".encode()})
    assert capfdbinary.readouterr().out == "first § second".encode()


def test_a_log_can_be_read_while_it_grows(tmp_path):
    path = tmp_path / "new" / "log.jsonl"
    log = LogFile(path)
    log.append(b"one\n")
    assert path.read_bytes() == b"one\n"
    log.append(b"two\n")
    log.close()
    assert path.read_bytes() == b"one\ntwo\n"


def test_a_log_that_cannot_be_opened(tmp_path):
    with pytest.raises(OutputError, match=f"{tmp_path.name}: cannot be written: Is a directory"):
        LogFile(tmp_path)


@needs_full
def test_a_log_on_a_full_disk():
    log = LogFile(FULL)
    with pytest.raises(OutputError, match="No space left"):
        log.append(b"one\n")
    log.close()


def test_a_log_on_standard_output(capfdbinary):
    log = LogFile(Path("-"))
    log.append(b"one\n")
    log.close()
    assert capfdbinary.readouterr().out == b"one\n"
