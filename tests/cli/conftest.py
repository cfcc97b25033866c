"""Documents that the tests of the command line convert."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="session")
def stein(samples):
    """OCR text, in which nothing is missing."""
    return samples / "stein-v-clarifai" / "stein-v-clarifai.txt"


@pytest.fixture(scope="session")
def lantern(samples):
    """A PDF, in which nothing is missing."""
    return samples / "prairie-lantern" / "prairie-lantern.pdf"


@pytest.fixture
def bare(tmp_path):
    """A text without caption: three warnings and one information."""
    path = tmp_path / "bare.txt"
    path.write_text("The motion is denied because it was filed late.\n", encoding="utf-8")
    return path
