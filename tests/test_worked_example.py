"""The worked example of CONTRIBUTING.md is true: its line of the grammar is what makes its test pass."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("### A worked example")[2].partition("\n## ")[0]
FENCE = r"^   ```{}\n(.*?)^   ```"


def block(language: str) -> str:
    """The example's only block of a language, without its indent."""
    [text] = re.findall(FENCE.format(language), TEXT, re.DOTALL | re.MULTILINE)
    return re.sub(r"^ {3}", "", text, flags=re.MULTILINE)


def run(house: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """A module run with the package and the grammars of a copy of the house."""
    line, environment = [sys.executable, "-m", *command], {"PYTHONPATH": str(house), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(line, cwd=house, env=environment, capture_output=True, encoding="utf-8", check=False)


def test_the_line_of_the_grammar_makes_the_test_pass(tmp_path):
    shutil.copytree(ROOT / "opinion_parser", tmp_path / "opinion_parser")
    shutil.copytree(ROOT / "grammars", tmp_path / "opinion_parser/grammars")  # as a wheel has them
    (tmp_path / "tests").mkdir()
    shutil.copy(ROOT / "tests/captions.py", tmp_path / "tests")
    test = ["pytest", "-q", "-p", "no:cacheprovider", "test_example.py"]
    head = "from tests.captions import caption_of, parties\n\n\n"
    (tmp_path / "test_example.py").write_text(head + block("python"), encoding="utf-8")
    assert run(tmp_path, *test).returncode == 0

    grammar = tmp_path / "opinion_parser/grammars/party_words.lark"
    line, whole = block("diff").removeprefix("+"), grammar.read_text(encoding="utf-8")
    assert whole.count(line) == 1
    grammar.write_text(whole.replace(line, ""), encoding="utf-8")
    assert run(tmp_path, *test).returncode == 1
    caption = block("python").split('"""')[1]
    (tmp_path / "caption.txt").write_text(f"{caption}\nThe appeal of the employer is dismissed.\n", encoding="utf-8")
    assert block("text") in run(tmp_path, "opinion_parser", "tokens", "caption.txt").stdout


def test_the_test_of_the_example_is_among_the_tests():
    assert block("python") in (ROOT / "tests/unit/test_caption_forms.py").read_text(encoding="utf-8")
