"""Validation of Akoma Ntoso files: against the strict schema, with problems in plain words and their lines.

Nothing is fetched and no entity is expanded; whatever the bytes are, the answer is a list of problems.
"""

from __future__ import annotations

import functools
import threading
from typing import Any, NamedTuple

from lxml import etree

from opinion_parser.schemas import AKN, schema_path
from opinion_parser.validation.messages import schema_problem, syntax_problem

__all__ = ["Problem", "validate_akn"]


class Problem(NamedTuple):
    """What is wrong, in words, and the line of the file (from 1) where it shows."""

    line: int
    message: str


_one_at_a_time = threading.Lock()
"""A compiled schema keeps the errors of its last validation."""


def validate_akn(data: bytes) -> list[Problem]:
    """The problems of an Akoma Ntoso file in the order of their lines; none if it is valid."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        first = parser.error_log[0]  # the others follow from it
        return [Problem(max(first.line, 1), syntax_problem(first.type_name, first.message))]
    if root.tag != f"{{{AKN}}}akomaNtoso":
        return [Problem(_line(root), _foreign_root(root.tag))]
    dtd: Any = root.getroottree().docinfo.internalDTD
    if dtd is not None and (declared := [entity.name for entity in dtd.iterentities()]):
        return [Problem(1, f"entities are declared ({', '.join(declared)}), but none is expanded here")]
    if used := list(root.iter(etree.Entity)):  # declared in a file of its own, which is not read
        return [Problem(_line(entity), f"the entity {entity.text} is not expanded") for entity in used]
    return _schema_problems(root)


def _line(element: etree._Element) -> int:
    line: Any = element.sourceline
    return int(line or 1)


def _foreign_root(tag: str) -> str:
    namespace, _, name = tag.removeprefix("{").rpartition("}")
    if name == "akomaNtoso":
        return f"the namespace is {namespace or 'missing'}, expected {AKN}"
    return f"the file begins with <{name}>, which is no Akoma Ntoso document (expected <akomaNtoso>)"


def _schema_problems(root: etree._Element) -> list[Problem]:
    schema = _schema()
    with _one_at_a_time:
        if schema.validate(root):
            return []
        log: Any = schema.error_log
        entries = [(entry.line, schema_problem(entry.message)) for entry in log]
    problems = [Problem(max(line, 1), message) for line, message in entries if message]
    return sorted(dict.fromkeys(problems), key=lambda problem: problem.line)


@functools.cache
def _schema() -> etree.XMLSchema:
    """The strict schema, compiled when first needed (a quarter of a second)."""
    return etree.XMLSchema(etree.parse(schema_path("akomantoso30.xsd")))
