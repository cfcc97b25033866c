"""The messages of the XML library in plain words: which element, what is wrong with it, what was expected."""

from __future__ import annotations

import re
from collections.abc import Callable

from opinion_parser.schemas import AKN

__all__ = ["schema_problem", "syntax_problem"]

_LISTED = 10
"""The library names at most so many elements that were expected."""

# ---------------------------------------------------------------- no XML

_SYNTAX = {
    "ERR_DOCUMENT_EMPTY": "it does not begin with an element",
    "ERR_DOCUMENT_END": "something follows the end of the document",
    "ERR_TAG_NOT_FINISHED": "the file ends in the middle of an element",
    "ERR_ATTRIBUTE_NOT_FINISHED": "the file ends, or a line goes wrong, in the middle of an attribute",
    "ERR_ATTRIBUTE_NOT_STARTED": "the value of an attribute has no quotation marks",
    "ERR_ENTITY_LOOP": "an entity refers to itself",
    "ERR_INVALID_CHAR": "a character stands here that XML does not allow",
    "ERR_INVALID_ENCODING": "the bytes here are no text in the encoding of the file",
    "ERR_NAME_REQUIRED": "after < an element must follow; write &lt; for the character itself",
    "ERR_RESERVED_XML_NAME": "the XML declaration must be the very first thing in the file",
}
_SYNTAX_DETAILS = [
    (re.compile(pattern), words)
    for pattern, words in {
        r"Opening and ending tag mismatch: (\S+) line (\d+) and (\S+)": "<{0}> of line {1} is closed by </{2}>",
        r"Premature end of data in tag (\S+) line (\d+)": "the file ends, but <{0}> of line {1} is still open",
        r"Entity '(.+)' not defined": "the entity &{0}; is not declared",
        r"Attribute (\S+) redefined": "an element has the attribute {0} twice",
        r"Namespace prefix (\S+) .*not defined": "the prefix {0}: is not declared",
        r"Unsupported encoding:? (\S+)": "the encoding {0} is not known",
        r"Excessive depth in document: (\d+)": "elements stand more than {0} deep inside each other",
        r"Maximum entity amplification": "entities expand to far more text than the file has",
    }.items()
]
"""The same, for messages that tell names."""


def syntax_problem(kind: str, message: str) -> str:
    """What is wrong with a file that is not well-formed; ``kind`` is the library's name of the error."""
    for pattern, words in _SYNTAX_DETAILS:
        if found := pattern.search(message):
            return f"no well-formed XML: {words.format(*found.groups())}"
    return f"no well-formed XML: {_SYNTAX.get(kind, message)}"


# ---------------------------------------------------------------- not as the schema wants it

_PLACE = re.compile(r"Element '(?P<element>[^']+)'(?:, attribute '(?P<attribute>[^']+)')?: (?P<rest>.*)", re.DOTALL)
_TYPES = {
    "date": "date (YYYY-MM-DD)", "dateTime": "date and time", "integer": "whole number",
    "positiveInteger": "whole number from 1", "boolean": "truth value (true or false)", "anyURI": "address",
    "language": "language code", "ID": "identifier", "decimal": "number", "time": "time",
}  # fmt: skip


def _not_expected(place: str, found: re.Match[str]) -> str:
    return f"{place} is not allowed here{_expected(found['names'])}"


def _missing(place: str, found: re.Match[str]) -> str:
    return f"{place} is not complete{_expected(found['names'])}"


def _expected(names: str | None) -> str:
    """What could stand instead, as the end of a sentence."""
    tags = [_tag(name.strip()) for name in (names or "").split(",") if name.strip()]
    if not tags:
        return ""
    more = ", …" if len(tags) >= _LISTED else ""
    return f"; expected {'one of ' if len(tags) > 1 else ''}{', '.join(tags)}{more}"


def _bad_value(place: str, found: re.Match[str]) -> str:
    wanted = _TYPES.get(found["type"] or "", "")
    if not wanted and "attribute date " in place + " ":  # a union of date and dateTime has no name of its own
        wanted = _TYPES["date"]
    return f"{place} has the value {found['value']!r}, which is no {wanted or 'value that may stand there'}"


def _enumeration(place: str, found: re.Match[str]) -> str:
    allowed = ", ".join(re.findall(r"'([^']*)'", found["allowed"]))
    return f"{place} has the value {found['value']!r}; allowed are: {allowed}"


def _pattern(place: str, found: re.Match[str]) -> str:
    if found["pattern"] == r"[^\s]+":
        return f"{place} has the value {found['value']!r}, which must be one word without blanks"
    return f"{place} has the value {found['value']!r}, which does not have the form {found['pattern']}"


def _duplicate(place: str, found: re.Match[str]) -> str:
    return f"{place} has the {found['key']} {found['value']!r}, which another element has already"


def _lacks(place: str, found: re.Match[str]) -> str:
    return f"{place} lacks the attribute {found['name']}"


_LIST = r"(?: Expected is (?:one of )?\( (?P<names>[^)]*) \)\.)?"
_VALUE = r"The value '(?P<value>.*)' is not"
_TYPE = r"(?:atomic|list|union|local)\b.* type(?: 'xs:(?P<type>\w+)')?"
_RULES: list[tuple[re.Pattern[str], Callable[[str, re.Match[str]], str]]] = [
    (re.compile(pattern, re.DOTALL), words)
    for pattern, words in (
        (rf"This element is not expected\.{_LIST}", _not_expected),
        (rf"Missing child element\(s\)\.{_LIST}", _missing),
        (r"Duplicate key-sequence \['(?P<value>.*)'\] in .*\}(?P<key>eId|GUID)-", _duplicate),
        (rf"\[facet 'enumeration'\] {_VALUE} .* set \{{(?P<allowed>.*)\}}", _enumeration),
        (rf"\[facet 'pattern'\] {_VALUE} .* pattern '(?P<pattern>.*)'\.", _pattern),
        (rf"'(?P<value>.*)' is not a valid value of the {_TYPE}", _bad_value),
        (r"The attribute '(?P<name>[^']+)' is required but missing", _lacks),
        (r"The attribute '[^']+' is not allowed", lambda place, _: f"{place} is not allowed"),
        (r"Character content", lambda place, _: f"{place} may not have text of its own"),
    )
]


def schema_problem(message: str) -> str:
    """What the schema finds wrong; empty for messages that only repeat another one."""
    if "No precomputed value available" in message:
        return ""
    found = _PLACE.match(message)
    if found is None:
        return message.replace(f"{{{AKN}}}", "")
    place = _tag(found["element"])
    if found["attribute"]:
        place += f": the attribute {_bare(found['attribute'])}"
    for pattern, words in _RULES:
        if detail := pattern.match(found["rest"]):
            return words(place, detail)
    return f"{place}: {found['rest'].replace(f'{{{AKN}}}', '')}"


def _tag(name: str) -> str:
    """``<p>`` for ``{…/akn/3.0}p``; ``<foo> (of the namespace urn:x)`` for a name of another one."""
    if name.startswith("##other"):
        return "an element of another namespace"
    namespace, _, bare = name.removeprefix("{").rpartition("}")
    other = namespace or "no namespace"
    return f"<{bare}>" if namespace == AKN else f"<{bare}> (of {other})"


def _bare(name: str) -> str:
    return name.rpartition("}")[2]
