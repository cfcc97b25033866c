"""What a command says beside its result: diagnostics and failures on standard error and in a log, and an exit code."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click
import msgspec

from opinion_parser.diagnostics import Diagnostic
from opinion_parser.errors import ExitCode, OpinionParserError, OutputError, UsageError
from opinion_parser.inputs import Input, one_line
from opinion_parser.outputs import LogFile

FAILURES = ("unreadable", "unwritable", "internal-error")
"""Codes of what gave no result, beside those of diagnostics.CODES; docs/diagnostics.md explains each."""

PACKAGE = Path(__file__).parents[1]


class Reporter:
    """Collects what is noticed about the inputs of a command and renders it, one line each.

    ``quiet`` keeps the diagnostics of converted documents from standard error, not the failures. ``log`` takes both
    as JSON lines. ``echo`` writes a line on standard error; who draws on the terminal meanwhile may replace it.
    """

    def __init__(self, quiet: bool = False, log: LogFile | None = None) -> None:
        self.quiet = quiet
        self.log = log
        self.echo: Callable[[str], object] = lambda line: click.echo(line, err=True)
        self.failed = False
        self.warned = False

    def diagnostics(self, entry: Input, noticed: Iterable[Diagnostic]) -> None:
        """What was noticed in a document that was read."""
        for diagnostic in noticed:
            self.warned |= diagnostic.severity != "info"
            if not self.quiet:
                self._show(entry.shown, diagnostic)
            self._log(entry.shown, diagnostic)

    def failure(self, path: str, code: str, message: str) -> None:
        """A file that could not be read or written, with one of :data:`FAILURES`."""
        self.failed = True
        diagnostic = Diagnostic(code, "error", message)
        self._show(path, diagnostic)
        self._log(path, diagnostic)

    @contextmanager
    def guard(self, entry: Input) -> Iterator[None]:
        """Whatever goes wrong with one input becomes one line, and the next input has its turn.

        A UsageError (a page that the document does not have) ends the command.
        """
        try:
            yield
        except (BrokenPipeError, UsageError):
            raise
        except OutputError as error:
            self.failure(entry.shown, "unwritable", str(error))
        except OpinionParserError as error:
            self.failure(entry.shown, "unreadable", str(error).removeprefix(f"{entry.name}: "))
        except Exception as error:
            self.failure(entry.shown, "internal-error", explain(error))

    def exit_code(self, strict: bool = False) -> ExitCode:
        """1 if something failed, else 3 if ``strict`` and there was a warning, else 0."""
        if self.failed:
            return ExitCode.INPUT_FAILED
        return ExitCode.WARNINGS if strict and self.warned else ExitCode.OK

    def close(self) -> None:
        """Close the log."""
        if self.log is not None:
            self.log.close()

    def _show(self, path: str, diagnostic: Diagnostic) -> None:
        self.echo(one_line(diagnostic.render(path)))

    def _log(self, path: str, diagnostic: Diagnostic) -> None:
        if self.log is None:
            return
        record = {"path": path, **msgspec.to_builtins(diagnostic)}
        try:
            self.log.append(msgspec.json.encode(record) + b"\n")
        except OutputError as error:
            self.log.close()
            self.log = None  # say it once, and go on without
            self.failed = True
            click.echo(f"Error: {error}", err=True)


def explain(error: Exception) -> str:
    """One line about a defect of the program: the exception, and the innermost place of it in this package."""
    frames = traceback.extract_tb(error.__traceback__)
    where = [frame for frame in frames if Path(frame.filename).is_relative_to(PACKAGE)][-1]
    place = Path(where.filename).relative_to(PACKAGE.parent).as_posix()
    said = " ".join(str(error).split())[:200]
    return f"{type(error).__name__}: {said} ({place}:{where.lineno}); our mistake: please report it with the file"
