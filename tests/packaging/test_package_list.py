"""setup.cfg names every package by hand; the list must not fall behind the folders."""

from __future__ import annotations

from configparser import ConfigParser

import pytest


@pytest.fixture(scope="module")
def setup_cfg(checkout):
    parser = ConfigParser()
    parser.read(checkout / "setup.cfg", encoding="utf-8")
    return parser


def packages_on_disk(checkout):
    root = checkout / "opinion_parser"
    folders = {path.parent for pattern in ("*.py", "*.json", "*.xsd") for path in root.rglob(pattern)}
    return {".".join(folder.relative_to(checkout).parts) for folder in folders} | {"opinion_parser.grammars"}


def test_every_package_is_listed(checkout, setup_cfg):
    listed = setup_cfg["options"]["packages"].split()
    assert set(listed) == packages_on_disk(checkout)
    assert listed == sorted(listed)


def test_every_data_file_is_listed(checkout, setup_cfg):
    data = setup_cfg["options.package_data"]
    listed = set()
    for package, patterns in data.items():
        folder = checkout / ("grammars" if package.endswith(".grammars") else package.replace(".", "/"))
        for pattern in patterns.replace(",", " ").split():
            listed |= set(folder.glob(pattern))
    on_disk = set((checkout / "grammars").iterdir()) | set((checkout / "opinion_parser").rglob("*"))
    data_files = {
        path for path in on_disk if path.is_file() and path.suffix != ".pyc" and not path.name.endswith(".py")
    }
    assert data_files == listed
