"""Exceptions a caller may meet, each with the exit code the command line gives for it."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """Exit codes of ``opinion-parser``; docs/command-line.md promises them."""

    OK = 0
    INPUT_FAILED = 1
    USAGE = 2
    WARNINGS = 3
    INVALID = 4
    INTERRUPTED = 130


class OpinionParserError(Exception):
    """Base of all errors raised on purpose. The message is one line for people: what is wrong, what to do."""

    exit_code = ExitCode.INPUT_FAILED


class InputError(OpinionParserError):
    """A source that cannot be read: missing, encrypted, truncated, not what its name says."""


class UsageError(OpinionParserError):
    """A request that makes no sense: an unknown format, two inputs for one output."""

    exit_code = ExitCode.USAGE


class OutputError(OpinionParserError):
    """A result that cannot be written: no room, no permission."""
