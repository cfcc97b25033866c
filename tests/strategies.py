"""Arbitrary documents for properties, made from the declarations in nodes.py: a new field is drawn without more ado."""

from __future__ import annotations

import functools
from typing import Any

import msgspec
from hypothesis import strategies as st

from opinion_parser.nodes import SCHEMA_VERSION, Document

DEPTH = 4
"""How many nodes may stand inside each other; deeper lists stay empty."""

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)


def documents(text: st.SearchStrategy[str] = TEXT) -> st.SearchStrategy[Document]:
    """Any documents whose strings are drawn from ``text``."""

    def build(kind: Any, depth: int) -> st.SearchStrategy[Any]:
        match kind:
            case msgspec.inspect.StrType():
                return text
            case msgspec.inspect.IntType():
                return st.integers(0, 999)
            case msgspec.inspect.FloatType():
                return st.floats(-1e4, 1e4)
            case msgspec.inspect.BoolType():
                return st.booleans()
            case msgspec.inspect.NoneType():
                return st.none()
            case msgspec.inspect.LiteralType(values=values):
                return st.sampled_from(values)
            case msgspec.inspect.UnionType(types=types):
                return st.one_of([build(member, depth) for member in types])
            case msgspec.inspect.TupleType(item_types=types):
                return st.tuples(*(build(member, depth) for member in types))
            case msgspec.inspect.ListType(item_type=item):
                return st.lists(build(item, depth - 1), max_size=2) if depth else st.builds(list)
            case msgspec.inspect.StructType(cls=cls):
                return node(cls, depth)
        raise TypeError(f"no strategy for {kind}")

    @functools.cache
    def node(cls: type, depth: int) -> st.SearchStrategy[Any]:
        return st.deferred(lambda: st.builds(cls, **fields(cls, depth)))

    def fields(cls: type, depth: int) -> dict[str, st.SearchStrategy[Any]]:
        declared = msgspec.inspect.type_info(cls).fields
        return {f.name: build(f.type, depth) for f in declared if f.name != "schema_version"} | (
            {"schema_version": st.just(SCHEMA_VERSION)} if cls is Document else {}
        )

    return node(Document, DEPTH)
