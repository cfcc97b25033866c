"""Where results go: their names, clashes found before any work, files written whole or not at all."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from errno import EISDIR
from pathlib import Path, PurePath
from typing import BinaryIO

from opinion_parser.errors import OutputError, UsageError
from opinion_parser.inputs import Input, one_line

__all__ = [
    "STDOUT",
    "LogFile",
    "Outputs",
    "abandon_stdout",
    "check_clashes",
    "name_outputs",
    "write_outputs",
    "write_stdout",
]

STDOUT = PurePath("-")
"""The output that is standard output."""

Outputs = Mapping[str, PurePath]
"""For each format the file that it is written to, or :data:`STDOUT`."""


def name_outputs(entry: Input, suffixes: Mapping[str, str], folder: Path) -> Outputs:
    """The files of one document in ``folder``: its name with the last suffix replaced, for each format's suffix."""
    name = entry.target.name
    suffix = entry.target.suffix
    if " " in suffix or suffix == ".":  # `Stein v. Clarifai` and `Clarifai, Inc.` end in a name, not in a suffix
        suffix = ""
    stem = name.removesuffix(suffix)
    return {to: folder / entry.target.with_name(stem + new) for to, new in suffixes.items()}


def check_clashes(plan: Sequence[tuple[Input, Outputs]], others: Iterable[PurePath] = ()) -> None:
    """UsageError if two results would go to one file, or a result or one of ``others`` (a log) over a source.

    Names that differ only in case are one file on most people's disks.
    """
    sources = {_key(entry.path): entry.shown for entry, _ in plan if entry.path is not None}
    taken: dict[str, str] = {}
    wanted = [(entry.shown, path) for entry, outputs in plan if not entry.failure for path in outputs.values()]
    for owner, path in [*wanted, *(("the log", path) for path in others)]:
        key = _key(path)
        shown = _shown(path)
        if key in sources:
            raise UsageError(f"{shown} would be written over, but it is one of the inputs; choose another name")
        if taken.get(key) == owner:
            raise UsageError(f"{owner} is named twice")
        if key in taken:
            raise UsageError(f"{taken[key]} and {owner} would both be written to {shown}; convert them apart")
        taken[key] = owner


def _key(path: PurePath) -> str:
    """The same for all spellings of one file."""
    return "-" if path == STDOUT else unicodedata.normalize("NFC", os.path.realpath(path)).casefold()


def _shown(path: PurePath) -> str:
    return "standard output" if path == STDOUT else one_line(os.fspath(path))


def write_outputs(contents: Mapping[PurePath, bytes]) -> None:
    """Write the results of one document, all of them or none; folders are made, what stood there is replaced.

    OutputError if that cannot be done. A file only gets its name when all of the document's files are written.
    """
    waiting: dict[Path, Path] = {}
    try:
        for path, data in contents.items():
            with _failing(path):
                if path == STDOUT:
                    write_stdout(data)
                else:
                    _prepare(Path(os.path.realpath(path)), data, waiting)
        for target, part in waiting.items():
            with _failing(target):
                os.replace(part, target)
    finally:
        for part in waiting.values():
            with suppress(OSError):
                part.unlink(missing_ok=True)


@contextmanager
def _failing(path: PurePath) -> Iterator[None]:
    """An OSError inside becomes an OutputError that names the output, not the file that was touched on the way."""
    try:
        yield
    except BrokenPipeError:
        raise
    except FileExistsError:
        raise OutputError(f"{_shown(path)}: cannot be written: a file has the name of its folder") from None
    except OSError as error:
        raise OutputError(f"{_shown(path)}: cannot be written: {error.strerror or error}") from None


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


def write_stdout(data: bytes) -> None:
    """Write to standard output at once. OSError where that cannot be done: BrokenPipeError if its reader has left."""
    if sys.stdout is None:  # closed by the shell: `>&-`
        raise OSError("it is closed")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except OSError:
        abandon_stdout()
        raise


def abandon_stdout() -> None:
    """Throw away what waits to be written: at its end the interpreter would try again, and complain again."""
    if sys.stdout is not None:
        with suppress(OSError, ValueError), open(os.devnull, "wb") as nowhere:
            os.dup2(nowhere.fileno(), sys.stdout.fileno())


class LogFile:
    """A file that grows record by record while a command runs; its folder is made, what stood there is replaced.

    OutputError from the start and from :meth:`append` where it cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: BinaryIO | None = None
        if path != STDOUT:
            with _failing(path):
                path.parent.mkdir(parents=True, exist_ok=True)
                self._file = path.open("wb")

    def append(self, record: bytes) -> None:
        """Write a record at once, so that it can be read while a long run goes on."""
        with _failing(self.path):
            if self._file is None:
                write_stdout(record)
            else:
                self._file.write(record)
                self._file.flush()

    def close(self) -> None:
        """Close the file; what could not be written was reported already."""
        if self._file is not None:
            with suppress(OSError):
                self._file.close()
