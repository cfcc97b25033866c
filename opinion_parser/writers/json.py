"""The AST as JSON and back: the nodes as they are, so that reading what was written gives an equal document.

The shape is the one of nodes.py, written down for programs in schemas/opinion.schema.json and for people in
docs/json.md. Fields come in the order of their declaration; text is UTF-8, not escaped to ASCII.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from opinion_parser.errors import InputError
from opinion_parser.nodes import SCHEMA_VERSION, Document

if TYPE_CHECKING:
    from opinion_parser.writers import WriterOptions

__all__ = ["read_json", "write_json"]


class _Head(msgspec.Struct):
    """What is read first: whether the rest is of a version that this one understands."""

    schema_version: str


def write_json(document: Document, options: WriterOptions) -> bytes:
    """The JSON of ``document``: indented by one blank a level, ending in a line feed. ``options`` change nothing."""
    return msgspec.json.format(msgspec.json.encode(document), indent=1) + b"\n"


def read_json(data: bytes) -> Document:
    """The document that :func:`write_json` wrote, equal in every field.

    InputError where ``data`` is no JSON, is of another schema version, or is no opinion document; the message then
    names the place as a JSON path (``$.opinions[0].kind``).
    """
    try:
        head = msgspec.json.decode(data, type=_Head)
        if head.schema_version != SCHEMA_VERSION:
            raise InputError(
                f"schema_version is {head.schema_version!r}; this version of opinion_parser reads {SCHEMA_VERSION!r}"
            )
        return msgspec.json.decode(data, type=Document)
    except msgspec.ValidationError as error:
        what, _, where = str(error).partition(" - at `")
        raise InputError(f"no opinion document: {what} at {where.rstrip('`') or '$'}") from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(f"no JSON: {error}") from None
    except RecursionError:
        raise InputError("no opinion document: nested too deeply") from None
