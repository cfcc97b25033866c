"""Typeset the samples: every samples/NAME/NAME.typ becomes NAME.pdf beside it.

    python samples/build.py [--check]

The bytes depend on the sources and on the version of typst alone (each PDF names the version it was made with):
system fonts are left out and no date is written. ``--check`` writes nothing and exits with 1 if a PDF would change.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import typst

SAMPLES = Path(__file__).resolve().parent


def sources() -> list[Path]:
    """The typst source of every typeset sample, in the order of their names."""
    return sorted(path for path in SAMPLES.glob("*/*.typ") if path.stem == path.parent.name)


def typeset(source: Path) -> bytes:
    """The PDF of ``source``, the same bytes every time."""
    return typst.compile(source, root=SAMPLES, ignore_system_fonts=True, pdf_tags=False)


def main(arguments: list[str] | None = None) -> int:
    """Typeset all samples, or say which of them are out of date. Returns the exit code."""
    parser = argparse.ArgumentParser(description="Typeset the samples.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 if a PDF would change")
    options = parser.parse_args(arguments)
    stale = []
    for source in sources():
        target = source.with_suffix(".pdf")
        pdf = typeset(source)
        if not target.exists() or target.read_bytes() != pdf:
            stale.append(target)
            if not options.check:
                target.write_bytes(pdf)
    for target in stale:
        print(f"{'out of date' if options.check else 'wrote'}: {target.relative_to(SAMPLES)}")
    return 1 if stale and options.check else 0


if __name__ == "__main__":
    sys.exit(main())
