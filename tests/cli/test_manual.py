"""The examples of README.md and docs/ are true: commands print what is shown, Python runs, links lead somewhere."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from tests.cli.command import CHECKOUT, OPINION_PARSER, environment

PAGES = [CHECKOUT / "README.md", CHECKOUT / "CONTRIBUTING.md", *sorted((CHECKOUT / "docs").glob("*.md"))]
WITH_COMMANDS = [page for page in PAGES if "```console\n" in page.read_text(encoding="utf-8")]


@pytest.fixture
def desk(tmp_path, samples):
    """A folder with the samples, and ``opinion-parser`` on the path."""
    shutil.copytree(samples, tmp_path / "samples")
    script = tmp_path / "bin" / "opinion-parser"
    script.parent.mkdir()
    script.write_text(f'#!/bin/sh\nexec {" ".join(OPINION_PARSER)} "$@"\n')
    script.chmod(0o755)
    return tmp_path


def blocks(page, language):
    return re.findall(rf"^```{language}\n(.*?)^```$", page.read_text(encoding="utf-8"), re.M | re.S)


@pytest.mark.parametrize("page", WITH_COMMANDS, ids=lambda page: page.name)
def test_commands_print_what_is_shown(page, desk):
    variables = environment(PATH=f"{desk / 'bin'}:/usr/bin:/bin")
    for block in blocks(page, "console"):
        for example in re.split(r"^\$ ", block, flags=re.M)[1:]:
            command, _, shown = example.partition("\n")
            done = subprocess.run(
                ["bash", "-c", command], cwd=desk, env=variables, capture_output=True, check=False, timeout=60
            )
            printed = (done.stdout + done.stderr).decode()
            if shown.endswith("…\n"):  # and so on
                shown = shown.removesuffix("…\n")
                printed = printed[: len(shown)]
            assert printed == shown, command


def test_the_python_of_the_api_page_runs(desk, lantern, monkeypatch, capsys):
    shutil.copy(lantern, desk / "opinion.pdf")
    monkeypatch.chdir(desk)
    names: dict[str, object] = {}
    for block in blocks(CHECKOUT / "docs" / "python.md", "python"):
        exec(compile(block, "docs/python.md", "exec"), names)
    printed = capsys.readouterr().out
    assert printed.startswith("mtd 2022-06-14\ndocument\n")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    text = page.read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:)([^)\s]+)\)", text):
        path, _, anchor = target.partition("#")
        file = (page.parent / path).resolve() if path else page
        assert file.exists(), target
        if anchor:
            assert anchor in [anchor_of(title) for title in re.findall(r"^#+ (.*)$", file.read_text("utf-8"), re.M)]


def anchor_of(title):
    """What the usual viewers make of a heading."""
    return re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")


def test_every_page_is_in_the_index():
    index = (CHECKOUT / "docs" / "README.md").read_text(encoding="utf-8")
    assert {page.name for page in (CHECKOUT / "docs").glob("*.md")} - {"README.md"} <= set(
        re.findall(r"\]\(([\w-]+\.md)\)", index)
    )


def test_the_readme_shows_what_the_sample_is_and_what_becomes_of_it(stein):
    """Line by line, where "…" leaves something out."""
    from opinion_parser import convert

    before, after = blocks(CHECKOUT / "README.md", "(?:text|markdown)")
    for shown, text in ((before, stein.read_text("utf-8")), (after, convert(stein)["markdown"].decode())):
        flat = re.sub(r"[\t ]+", " ", text)
        for row in shown.splitlines():
            for piece in row.split("…"):
                assert re.sub(r"[\t ]+", " ", piece).strip() in flat, piece


def test_readme_and_ci_run_the_same_tests():
    commands = re.search(
        r"^Run the tests:\n\n```sh\n(.*?)\n```", (CHECKOUT / "README.md").read_text("utf-8"), re.M | re.S
    )
    assert commands
    tests = commands[1].split(" && ")[-1]
    assert tests in (CHECKOUT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
