"""What a command is to read: files, folders searched for documents, ``-`` for standard input."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import NamedTuple

from opinion_parser.errors import InputError, UsageError

__all__ = ["SUFFIXES", "Input", "expand", "named", "one_line", "read_file"]

SUFFIXES = (".pdf", ".txt", ".text", ".md")
"""Files that are looked for in folders, in lower or upper case; a file named by itself may have any name."""

STDIN_NAME = "stdin"
"""What a document from standard input is called, in messages and as an output in a folder."""


class Input(NamedTuple):
    """One document to read.

    ``path`` is None for standard input. ``target`` is its name among the outputs: the file's name, with the folders
    below the one that was searched. ``failure`` says why it cannot be read, where that is known before reading.
    """

    path: Path | None
    target: PurePath
    failure: str = ""

    @property
    def shown(self) -> str:
        """How messages name it: the path as it was given."""
        return STDIN_NAME if self.path is None else one_line(os.fspath(self.path))

    @property
    def name(self) -> str:
        """The name of the document, without folders."""
        return one_line(self.target.name)

    def read(self) -> bytes:
        """All its bytes; InputError, beginning with its name, if they cannot be had."""
        if self.failure:
            raise InputError(f"{self.name}: {self.failure}")
        return _read_stdin() if self.path is None else read_file(self.path)


_UNPRINTABLE = {"Cc", "Cf", "Cn", "Cs", "Zl", "Zp"}
"""Unicode categories that have no place in a line: controls, direction marks, undecodable bytes, line separators."""


def one_line(text: str) -> str:
    """``text`` fit for a line of a message and for XML: control characters and undecodable bytes become U+FFFD."""
    return "".join("\ufffd" if unicodedata.category(c) in _UNPRINTABLE else c for c in text)


def read_file(path: Path) -> bytes:
    """The bytes of a file; InputError with its name and a plain reason if it cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        reason = "no such file"
    except IsADirectoryError:
        reason = "this is a folder; give a file"
    except OSError as error:
        reason = f"cannot be read: {error.strerror or error}"
    except ValueError:  # a NUL in the name
        reason = "this is no name that a file can have"
    raise InputError(f"{one_line(path.name)}: {reason}")


def _read_stdin() -> bytes:
    if sys.stdin is None:  # closed by the shell: `<&-`
        raise InputError(f"{STDIN_NAME}: standard input is closed")
    try:
        return sys.stdin.buffer.read()
    except OSError as error:
        raise InputError(f"{STDIN_NAME}: cannot be read: {error.strerror or error}") from None


def named(argument: str) -> Input:
    """The one document that an argument names; UsageError for an empty name."""
    if argument == "-":
        return Input(None, PurePath(STDIN_NAME))
    if not argument:
        raise UsageError("an input has an empty name")  # an unset shell variable; Path("") is the current folder
    return Input(Path(argument), PurePath(Path(argument).name))


def expand(arguments: Iterable[str], outputs: Path | None = None) -> list[Input]:
    """The documents that the arguments of a command name, in their order; those of a folder sorted by path.

    The folder ``outputs`` is not searched, so that a second run does not convert the results of the first.
    """
    found: list[Input] = []
    for argument in arguments:
        if argument != "-" and os.path.isdir(argument):
            found += _folder(Path(argument), outputs)
            continue
        entry = named(argument)
        if entry.path is None and any(known.path is None for known in found):
            raise UsageError("standard input (-) is named twice; it can be read only once")
        found.append(entry)
    return found


def _folder(folder: Path, outputs: Path | None) -> list[Input]:
    """The documents in a folder and those below it; the folder itself as a failure if there is none."""
    inputs = sorted(_search(folder, outputs), key=lambda entry: entry.target.parts)
    if not inputs:
        inputs = [Input(folder, PurePath(folder.name), f"no {', '.join(SUFFIXES)} file in this folder")]
    return inputs


def _search(folder: Path, outputs: Path | None) -> Iterator[Input]:
    """Walk a folder. Hidden names are passed over: ``.git``, and the ``._a.pdf`` that macOS leaves on other disks."""
    closed: list[OSError] = []
    for root, folders, names in os.walk(folder, onerror=closed.append):
        here = Path(root)
        folders[:] = [name for name in folders if not name.startswith(".") and not _same(here / name, outputs)]
        for name in names:
            if name.lower().endswith(SUFFIXES) and not name.startswith("."):
                yield Input(here / name, (here / name).relative_to(folder))
    for error in closed:
        path = Path(os.fsdecode(error.filename))
        yield Input(path, path.relative_to(folder), f"this folder cannot be searched: {error.strerror}")


def _same(path: Path, other: Path | None) -> bool:
    return other is not None and os.path.realpath(path) == os.path.realpath(other)
