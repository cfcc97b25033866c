"""What several tests share: where the samples are, and the corpus of real opinions if this machine has one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from benchmarks.accuracy.corpus import find_corpus

# A busy machine makes any example slow now and then; what must not hang is held by the time limit of a whole test.
settings.register_profile("busy", deadline=None)
settings.load_profile("busy")


def pytest_addoption(parser):
    parser.addoption("--record", action="store_true", help="write golden files and examples anew, then read the diff")


CHECKOUT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The root of this checkout."""
    return CHECKOUT


@pytest.fixture(scope="session")
def samples(checkout: Path) -> Path:
    """The folder of samples."""
    return checkout / "samples"


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The corpus of real opinions; tests that ask for it are skipped where there is none."""
    folder = find_corpus()
    if folder is None:
        pytest.skip("no corpus beside this checkout (set OPINION_PARSER_CORPUS)")
    return folder
