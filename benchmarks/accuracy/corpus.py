"""The corpus: real opinions in a folder of their own, converted here and judged by the tools they come with.

The folder has sources in ``pdf/``, ``text/`` and ``pdf-other/``, hand-made annotations in ``gold/``, and the
programs ``score.py`` (structure) and ``conservation.py`` (no word lost, doubled, moved or hidden).
"""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import opinion_parser

KINDS = ("pdf", "text", "pdf-other")
SUFFIXES = {"akn": ".xml", "json": ".json", "markdown": ".md"}
CHECKOUT = Path(__file__).resolve().parents[2]


def find_corpus() -> Path | None:
    """The corpus that OPINION_PARSER_CORPUS names, else the one beside the checkout, else None."""
    named = os.environ.get("OPINION_PARSER_CORPUS")
    folder = Path(named) if named else CHECKOUT.parent / "shared" / "accuracy"
    return folder if (folder / "score.py").is_file() else None


def sources(corpus: Path, kinds: tuple[str, ...] = KINDS) -> list[Path]:
    """The source files of the corpus, the largest first, so that parallel work ends together."""
    files = [path for kind in kinds for path in (corpus / kind).glob("*.*")]
    return sorted(files, key=lambda path: (-path.stat().st_size, path.name))


def convert_one(path: Path, folder: Path) -> str | None:
    """Write the three formats of ``path`` to ``folder``. Returns what went wrong, None if nothing did."""
    try:
        for name, data in opinion_parser.convert(path).items():
            (folder / path.stem).with_name(path.stem + SUFFIXES[name]).write_bytes(data)
    except Exception as error:  # a measurement goes on, whatever one document does
        return f"{path.name}: {type(error).__name__}: {error}"
    return None


def convert_all(paths: list[Path], folder: Path, jobs: int) -> list[str]:
    """Convert ``paths`` into ``folder`` with ``jobs`` processes. Returns the failures, a line each."""
    folder.mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor(jobs) as pool:
        return [failure for failure in pool.map(convert_one, paths, [folder] * len(paths)) if failure]


def judge(corpus: Path, folder: Path, paths: list[Path]) -> int:
    """Print what the corpus's own tools say of the outputs in ``folder``. Returns 1 if a tool failed."""
    score, conservation = corpus / "score.py", corpus / "conservation.py"
    runs: dict[str, list[str | Path]] = {
        "structure, against the gold": [score, corpus / "gold", folder],
        "words, JSON against the sources": [conservation, folder, *paths],
        "words, Akoma Ntoso against the JSON": [conservation, "--format", "akn", folder],
        "words, Markdown against the JSON": [conservation, "--format", "markdown", folder],
    }
    failed = False
    for name, command in runs.items():
        print(f"\n== {name}", flush=True)
        failed |= subprocess.run([sys.executable, *command], check=False).returncode != 0
    return int(failed)
