"""Where results go: their names, clashes found before any work, files written whole or not at all."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from errno import EISDIR
from pathlib import Path, PurePath

from opinion_parser.errors import OutputError, UsageError
from opinion_parser.inputs import Input, one_line

__all__ = ["STDOUT", "check_clashes", "name_outputs", "write_outputs"]

STDOUT = PurePath("-")
"""The output that is standard output."""

Outputs = Mapping[str, PurePath]
"""For each format the file that it is written to, or :data:`STDOUT`."""


def name_outputs(entry: Input, suffixes: Mapping[str, str], folder: Path) -> Outputs:
    """The files of one document in ``folder``: its name with the last suffix replaced, for each format's suffix."""
    name = entry.target.name
    suffix = entry.target.suffix
    if " " in suffix:  # `Stein v. Clarifai` ends in a name, not in a suffix
        suffix = ""
    stem = name.removesuffix(suffix)
    return {to: folder / entry.target.with_name(stem + new) for to, new in suffixes.items()}


def check_clashes(plan: Sequence[tuple[Input, Outputs]], others: Iterable[PurePath] = ()) -> None:
    """UsageError if two results would go to one file, or a result or one of ``others`` over a source.

    Names that differ only in case are one file on most people's disks.
    """
    sources = {_key(entry.path): entry.shown for entry, _ in plan if entry.path is not None}
    taken: dict[str, str] = {}
    wanted = [(entry.shown, path) for entry, outputs in plan if not entry.failure for path in outputs.values()]
    for owner, path in [*wanted, *(("the log", path) for path in others)]:
        key = _key(path)
        shown = "standard output" if path == STDOUT else one_line(os.fspath(path))
        if key in sources:
            raise UsageError(f"{shown} would be written over, but it is one of the inputs; choose another name")
        if key in taken:
            raise UsageError(f"{taken[key]} and {owner} would both be written to {shown}; convert them apart")
        taken[key] = owner


def _key(path: PurePath) -> str:
    """The same for all spellings of one file."""
    return "-" if path == STDOUT else unicodedata.normalize("NFC", os.path.realpath(path)).casefold()


def write_outputs(contents: Mapping[PurePath, bytes]) -> None:
    """Write the results of one document, all of them or none; folders are made, what stood there is replaced.

    OutputError if that cannot be done. A file only gets its name when all of the document's files are written.
    """
    waiting: dict[Path, Path] = {}
    try:
        for path, data in contents.items():
            if path == STDOUT:
                _write_stdout(data)
            else:
                _prepare(Path(os.path.realpath(path)), data, waiting)
        for target, part in waiting.items():
            os.replace(part, target)
    except BrokenPipeError:
        raise
    except OSError as error:
        where = one_line(os.fspath(error.filename2 or error.filename or path))
        raise OutputError(f"{where} cannot be written: {error.strerror or error}") from None
    finally:
        for part in waiting.values():
            part.unlink(missing_ok=True)


def _write_stdout(data: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def _prepare(target: Path, data: bytes, waiting: dict[Path, Path]) -> None:
    """Write ``data`` beside ``target`` under a name of its own, kept in ``waiting``; devices and pipes at once."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.is_dir():
        raise IsADirectoryError(EISDIR, os.strerror(EISDIR), target)
    if target.exists() and not target.is_file():
        target.write_bytes(data)  # /dev/stdout, a named pipe: nothing to replace
        return
    part = target.with_name(f".opinion-parser-{os.getpid()}-{len(waiting)}.part")
    waiting[target] = part
    part.write_bytes(data)
