"""The command as people run it: a process of its own, whose output nobody touches."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

CHECKOUT = Path(__file__).resolve().parents[2]
OPINION_PARSER = (sys.executable, "-m", "opinion_parser")


def environment(**variables: str) -> dict[str, str]:
    """The environment of this process, without what would change results, so that the package is found anywhere."""
    plain = {name: value for name, value in os.environ.items() if name not in ("SOURCE_DATE_EPOCH", "COLUMNS")}
    path = os.pathsep.join([str(CHECKOUT), *filter(None, [plain.get("PYTHONPATH")])])
    return {**plain, "PYTHONPATH": path, **variables}


def run(*arguments: object, **options: Any) -> subprocess.CompletedProcess[bytes]:
    """Run ``opinion-parser`` with some arguments; whatever happens, there is no traceback.

    ``options`` are those of :func:`subprocess.run`; ``env`` adds to the environment.
    """
    options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
    if "input" not in options:
        options.setdefault("stdin", subprocess.DEVNULL)
    options["env"] = environment(**options.get("env", {}))
    done = subprocess.run([*OPINION_PARSER, *(os.fspath(a) for a in arguments)], check=False, timeout=60, **options)
    assert b"Traceback" not in (done.stderr or b""), done.stderr
    assert b"Exception ignored" not in (done.stderr or b""), done.stderr
    return done


def said(done: subprocess.CompletedProcess[bytes]) -> list[str]:
    """The lines on standard error."""
    return done.stderr.decode("utf-8").splitlines()
