"""The shape of the house: imports point one way, each library has its place, modules stay readable."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "opinion_parser"
MODULES = {path.relative_to(PACKAGE).as_posix(): path for path in sorted(PACKAGE.rglob("*.py"))}

LAYERS = [
    {"errors", "diagnostics", "source", "version"},
    {"nodes"},
    {"texts"},
    {"parsing", "schemas"},
    {"layout"},
    {"assembly"},
    {"enrich"},
    {"readers", "writers", "validation", "inputs"},
    {"api", "outputs"},
    {"inspection"},
    {"__init__"},
    {"cli"},
    {"__main__"},
]
"""From the ground up. A part imports from itself and from the layers below its own, never from a neighbour."""

LIBRARIES = {
    "lark": ("parsing/",),
    "pdfminer": ("readers/",),
    "pdfplumber": ("readers/",),
    "pypdfium2": ("readers/",),
    "pypdfium2_raw": ("readers/",),
    "lxml": ("writers/akn/", "validation/"),
    "courts_db": ("enrich/",),
    "PIL": ("inspection/",),
    "click": ("cli/",),
    "rich": ("cli/",),
}
"""Where a library may be imported, as beginnings of paths in the package."""

LONGEST_MODULE = 300
"""In lines that are not blank."""


def part_of(path: str) -> str:
    """``layout`` for ``layout/facts.py``, ``api`` for ``api.py``."""
    return path.split("/")[0].removesuffix(".py")


def imports_of(path: Path) -> Iterator[str]:
    """The dotted names a module imports, wherever in the module; `from a import b` gives `a.b`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: write imports in full"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def imported_part(name: str) -> str | None:
    """The part of the package that an imported name belongs to, None for other packages."""
    root, *rest = name.split(".")
    if root != PACKAGE.name:
        return None
    parts = {part_of(path) for path in MODULES}
    return rest[0] if rest and rest[0] in parts else "__init__"


def rank(part: str) -> int:
    """The layer of a part, counted from the ground."""
    found = [level for level, layer in enumerate(LAYERS) if part in layer]
    assert found, f"{part}: not in LAYERS; say where it stands"
    return found[0]


@pytest.mark.parametrize("module", MODULES)
def test_imports_point_down(module):
    part = part_of(module)
    for name in imports_of(MODULES[module]):
        imported = imported_part(name)
        if imported is not None and imported != part:
            assert rank(imported) < rank(part), f"{module} imports {name}"


@pytest.mark.parametrize("module", MODULES)
def test_libraries_have_their_place(module):
    for name in imports_of(MODULES[module]):
        places = LIBRARIES.get(name.split(".")[0])
        assert places is None or module.startswith(places), f"{module} imports {name}"


@pytest.mark.parametrize("module", MODULES)
def test_modules_are_short(module):
    lines = MODULES[module].read_text(encoding="utf-8").splitlines()
    assert sum(1 for line in lines if line.strip()) <= LONGEST_MODULE


@pytest.mark.parametrize("module", MODULES)
def test_public_names_are_documented(module):
    tree = ast.parse(MODULES[module].read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), "no module docstring"
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{node.name} (line {node.lineno}) has no docstring"
