"""The YAML at the top: what the caption says, in fields.

Every string is a JSON string, which YAML reads as it is; nothing in a name (``Ex parte: Doe``, ``- 5``, ``yes``) can
then be taken for YAML.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from opinion_parser.nodes import Document

__all__ = ["render_front_matter"]

_NOT_IN_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""Characters that JSON strings may have and YAML streams may not, or that YAML takes for line ends."""


def render_front_matter(document: Document) -> str:
    """The front matter with its ``---`` lines. The first fields are always there, others where something is known."""
    caption = document.caption
    always = {
        "title": caption.title,
        "court": caption.court.name,
        "court_id": caption.court.id,
        "division": caption.court.division,
        "dockets": [docket.number for docket in caption.dockets],
        "parties": [_known(name=p.name, role=p.role, description=p.description) for p in caption.parties],
        "judges": [judge.name for judge in caption.judges],
        "date": document.date,
        "kind": document.kind,
        "opinions": [{"kind": opinion.kind, "author": opinion.author} for opinion in document.opinions],
    }
    known = _known(
        citations=caption.citations,
        dates=[{"kind": date.kind, "date": date.date} for date in caption.dates],
        lower_court=caption.lower_court and msgspec.to_builtins(caption.lower_court),
        counsel=caption.counsel,
        legends=caption.legends,
    )
    source = {"name": document.source.name, "sha256": document.source.sha256}
    fields = {**always, **known, "source": source}
    return "\n".join(["---", *(line for name in fields for line in _field(name, fields[name])), "---"])


def _known(**fields: object) -> dict[str, object]:
    """The fields that say something."""
    return {name: value for name, value in fields.items() if value}


def _field(name: str, value: object) -> Iterator[str]:
    """A field on one line, or with its own fields or a list of such below it."""
    if isinstance(value, Mapping):
        yield f"{name}:"
        yield from (f"  {key}: {_scalar(item)}" for key, item in value.items())
    elif isinstance(value, Sequence) and value and isinstance(value[0], Mapping):
        yield f"{name}:"
        for entry in value:
            for i, (key, item) in enumerate(entry.items()):
                yield f"  {' ' if i else '-'} {key}: {_scalar(item)}"
    else:
        yield f"{name}: {_scalar(value)}"


def _scalar(value: object) -> str:
    """A string, null, or a list of strings."""
    return _NOT_IN_YAML.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))
