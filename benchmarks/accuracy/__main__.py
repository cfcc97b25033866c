"""Score the converter on the samples and, where there is one, on a corpus.

python -m benchmarks.accuracy [--corpus DIR] [--output DIR] [--jobs N] [--samples-only]
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

import opinion_parser
from benchmarks.accuracy.compare import compare, mean
from benchmarks.accuracy.corpus import CHECKOUT, convert_all, find_corpus, judge, sources


def score_samples() -> None:
    """Print the score of every sample and each fact in which its conversion differs from the truth."""
    for truth_path in sorted((CHECKOUT / "samples").glob("*/*.truth.json")):
        truth = json.loads(truth_path.read_bytes())
        source = truth_path.with_name(truth["source"]["name"])
        scores = compare(truth, json.loads(opinion_parser.convert(source, formats=("json",))["json"]))
        print(f"{mean(scores):6.3f}  {source.name}")
        for score in scores:
            if score.value < 1:
                print(f"        {score.value:.3f} {score.field}")
                for sign, facts in (("-", score.missing), ("+", score.extra)):
                    for fact in facts:
                        print(f"              {sign} {fact}")


def score_corpus(corpus: Path, folder: Path, jobs: int) -> int:
    """Convert the corpus into ``folder`` and print what its tools say. Returns the exit code."""
    paths = sources(corpus)
    failures = convert_all(paths, folder, jobs)
    print(f"\n{len(paths) - len(failures)} of {len(paths)} sources converted")
    for failure in failures:
        print(f"  {failure}")
    return judge(corpus, folder, [path for path in paths if path.parent.name != "pdf-other"]) or int(bool(failures))


def main() -> int:
    """Run what the options ask for. Returns the exit code: 1 if a source or a tool failed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy", description="Score the converter.")
    parser.add_argument("--corpus", type=Path, default=find_corpus(), help="folder of real opinions with their tools")
    parser.add_argument("--output", type=Path, help="keep the corpus's conversions in this folder")
    parser.add_argument("--jobs", type=int, default=1, help="processes that convert at the same time")
    parser.add_argument("--samples-only", action="store_true", help="leave the corpus out")
    options = parser.parse_args()
    score_samples()
    if options.samples_only:
        return 0
    if options.corpus is None:
        print("\nno corpus: name one with --corpus or OPINION_PARSER_CORPUS")
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        return score_corpus(options.corpus, options.output or Path(scratch), options.jobs)


if __name__ == "__main__":
    sys.exit(main())
