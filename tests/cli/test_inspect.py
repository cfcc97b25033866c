"""inspect: pictures of pages in files that are named as the manual says, and what is refused."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from opinion_parser.inspection.palette import BODY, LEFT, NOTE, RIGHT, colour_of, wash
from tests.cli.command import run, said


def colours(data):
    return {colour for _, colour in Image.open(io.BytesIO(data)).convert("RGB").getcolors(1 << 24)}


def test_a_page_of_a_pdf_with_its_zones_in_colour(lantern, tmp_path):
    done = run("inspect", lantern, cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    (picture,) = tmp_path.iterdir()
    assert picture.name == "prairie-lantern.page-1.png"
    found = colours(picture.read_bytes())
    assert {wash(colour_of(zone)) for zone in (BODY, LEFT, RIGHT, NOTE, "stamp", "folio", "rail")} <= found
    assert wash(colour_of("running-head")) not in found
    run("inspect", lantern, "-o", "again.png", cwd=tmp_path)
    assert (tmp_path / "again.png").read_bytes() == picture.read_bytes()


def test_text_from_standard_input_to_standard_output(stein):
    done = run("inspect", "-", "-o", "-", input=stein.read_bytes())
    assert done.returncode == 0
    assert {wash(colour_of(zone)) for zone in (BODY, LEFT, RIGHT, NOTE)} <= colours(done.stdout)


def test_several_pages(lantern, tmp_path):
    assert run("inspect", lantern, "--page", "6,1-2", "-o", "out/p{page}.png", cwd=tmp_path).returncode == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["p1.png", "p2.png", "p6.png"]


def test_diagnostics_go_to_standard_error(tmp_path):
    done = run("inspect", "-", "-o", "-", input="A word that was lo\ufffdt.\n".encode())
    assert said(done)[0].startswith("stdin:1:1: warning: replacement-characters: ")
    assert done.stdout.startswith(b"\x89PNG")


@pytest.mark.parametrize("page", ["0", "-1", "two", "3-2", "", "1,,2", "1-"])
def test_what_names_no_page(page, lantern, tmp_path):
    done = run("inspect", lantern, f"--page={page}", cwd=tmp_path)
    assert done.returncode == 2
    assert said(done) == [f"Error: --page takes a number from 1, or several as 1,3-5; it is {page!r}"]


@pytest.mark.parametrize("page", ["7", "5-7", "99999"])
def test_a_page_that_the_document_does_not_have(page, lantern, tmp_path):
    done = run("inspect", lantern, "--page", page, cwd=tmp_path)
    assert done.returncode == 2
    missing = "99999" if page == "99999" else "7"
    assert said(done) == [f"Error: there is no page {missing}: {lantern} has 6 pages"]
    assert not list(tmp_path.iterdir())


def test_pictures_that_would_go_over_each_other_or_the_input(lantern, tmp_path):
    done = run("inspect", lantern, "--page", "1-2", "-o", "p.png", cwd=tmp_path)
    assert (done.returncode, said(done)) == (
        2,
        ["Error: 2 pages make 2 pictures: write {page} in the name after -o"],
    )
    copy = tmp_path / "a.pdf"
    copy.write_bytes(lantern.read_bytes())
    done = run("inspect", copy, "-o", copy)
    assert (done.returncode, copy.read_bytes()) == (2, lantern.read_bytes())


def test_what_cannot_be_read_or_written(lantern, tmp_path):
    done = run("inspect", "nosuch.pdf", cwd=tmp_path)
    assert (done.returncode, said(done)) == (1, ["nosuch.pdf::: error: unreadable: no such file"])
    done = run("inspect", lantern, "-o", tmp_path)
    assert done.returncode == 1
    assert said(done) == [f"{lantern}::: error: unwritable: {tmp_path}: cannot be written: Is a directory"]
