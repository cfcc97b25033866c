"""The wheel and the sdist carry everything, and what is installed from them works far from the checkout.

An editable install finds grammars and schemas in the tree whatever setup.cfg says; only a wheel in an environment of
its own shows that they were shipped.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = [pytest.mark.packaging, pytest.mark.xdist_group("packaging")]

NOT_SOURCE = shutil.ignore_patterns(".*", "__pycache__", "*.egg-info", "build", "dist", "out", "tests")


def run(*command, **options):
    """The standard output of a command that must succeed, run without this checkout on the path."""
    environment = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, check=False, env=environment, **options
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def distributions(checkout, tmp_path_factory):
    """The sdist of a copy of the tree, and the wheel that is built from the sdist."""
    scratch = tmp_path_factory.mktemp("build")
    tree = shutil.copytree(checkout, scratch / "tree", ignore=NOT_SOURCE)
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", scratch / "dist", tree, cwd=scratch)
    (sdist,) = (scratch / "dist").glob("*.tar.gz")
    (wheel,) = (scratch / "dist").glob("*.whl")
    return sdist, wheel


@pytest.fixture(scope="module")
def installed(distributions, tmp_path_factory):
    """The scripts folder of a fresh environment with the wheel; dependencies come from the running one."""
    home = tmp_path_factory.mktemp("environment")
    builder = venv.EnvBuilder(with_pip=False, symlinks=os.name != "nt")
    builder.create(home)
    paths = sysconfig.get_paths("venv", vars={"base": str(home), "platbase": str(home)})
    python = Path(paths["scripts"]) / Path(sys.executable).name
    _, wheel = distributions
    run(sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index", wheel)
    running = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    # A path in a .pth file is searched after the environment's own packages, and .pth files in it are not read:
    # an editable install of the running environment stays out.
    (Path(paths["purelib"]) / "dependencies.pth").write_text("\n".join(sorted(running)), encoding="utf-8")
    return Path(paths["scripts"])


def needed(checkout):
    """The files beside Python modules that a distribution must have, as paths in the wheel."""
    grammars = [f"opinion_parser/grammars/{path.name}" for path in (checkout / "grammars").glob("*.lark")]
    schemas = [f"opinion_parser/schemas/{name}" for name in ("akomantoso30.xsd", "xml.xsd", "opinion.schema.json")]
    return {*grammars, *schemas, "opinion_parser/py.typed"}


def test_the_wheel_has_grammars_schemas_and_types(checkout, distributions):
    with zipfile.ZipFile(distributions[1]) as wheel:
        names = set(wheel.namelist())
    assert needed(checkout) <= names
    assert not {name.split("/")[0] for name in names if ".dist-info/" not in name} - {"opinion_parser"}


def test_the_sdist_has_what_the_wheel_needs(checkout, distributions):
    with tarfile.open(distributions[0]) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}
    in_tree = {name.replace("opinion_parser/grammars", "grammars") for name in needed(checkout)}
    assert in_tree | {"LICENSE", "README.md", "setup.cfg", "pyproject.toml"} <= names


def test_the_installed_command_converts_a_sample(samples, installed, tmp_path):
    source = samples / "prairie-lantern" / "prairie-lantern.pdf"
    command = [installed / "opinion-parser", "convert", source, "--to", "akn", "--to", "json", "--to", "markdown"]
    run(*command, "-d", tmp_path / "out", cwd=tmp_path)
    assert {path.suffix for path in (tmp_path / "out").iterdir()} == {".xml", ".json", ".md"}
    document = json.loads((tmp_path / "out" / "prairie-lantern.json").read_bytes())
    assert document["caption"]["court"]["id"] == "mtd"
    where = run(installed / "python", "-c", "import opinion_parser; print(opinion_parser.__file__)", cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(installed.parent)
