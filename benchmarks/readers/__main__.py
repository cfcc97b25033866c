"""Print how far the readers of PDF agree.

python -m benchmarks.readers [DIR] [--jobs N] [--examples N]
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from benchmarks.accuracy.corpus import CHECKOUT, find_corpus
from benchmarks.readers.compare import STYLES, Comparison, compare


def pdfs(folder: Path | None) -> list[Path]:
    """The PDFs of a folder and those below it; by default of the corpus, else of the samples."""
    if folder is None:
        corpus = find_corpus()
        folder = corpus / "pdf" if corpus else CHECKOUT / "samples"
    return sorted(folder.rglob("*.pdf"))


def report(results: list[Comparison], examples: int) -> None:
    """Print the total, the kinds of difference with examples, and the styles."""
    lines, equal = sum(r.lines for r in results), sum(r.equal for r in results)
    share = equal / max(1, lines)
    print(f"\n{share:8.3%}  of {lines} lines are equal in text, order and zone ({lines - equal} are not)")
    print(f"{sum(r.handed_over for r in results):8}  pages that PDFium leaves to pdfplumber")
    found = [(r.name, difference) for r in results for difference in r.differences]
    for kind, count in Counter(difference.kind for _, difference in found).most_common():
        print(f"\n{count:8}  {kind}")
        for name, difference in [entry for entry in found if entry[1].kind == kind][:examples]:
            print(f"          {name}, page {difference.page}")
            print(f"            PDFium      {difference.pdfium}\n            pdfplumber  {difference.pdfplumber}")
    print(f"\nstyles of the {sum(r.words for r in results)} words of equal lines")
    for style in STYLES:
        styled, differing = sum(r.styled[style] for r in results), sum(r.differing[style] for r in results)
        print(f"{1 - differing / max(1, styled):8.3%}  of {styled} words alike in {style} ({differing} are not)")
    drawn, alone = sum(r.drawn for r in results), sum(r.drawn_by_one for r in results)
    print(f"\n{1 - alone / max(1, drawn):8.3%}  of {drawn} rules, pictures and table cells alike ({alone} are not)")


def main() -> int:
    """Compare and print. Returns the exit code: 1 if there was nothing to compare."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.readers", description="Compare the readers of PDF.")
    parser.add_argument("folder", nargs="?", type=Path, help="folder with PDFs; by default the corpus, or the samples")
    parser.add_argument("--jobs", type=int, default=1, help="processes that read at the same time")
    parser.add_argument("--examples", type=int, default=5, help="so many examples of each kind of difference")
    options = parser.parse_args()
    paths = pdfs(options.folder)
    with ProcessPoolExecutor(options.jobs) as pool:
        results = []
        for result in pool.map(compare, paths):
            results.append(result)
            print(f"{result.share:8.2%}  {result.lines:6} lines  {result.name}", flush=True)
    report(results, options.examples)
    return 0 if results else 1


if __name__ == "__main__":
    sys.exit(main())
