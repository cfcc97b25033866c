"""Markdown read back by a CommonMark parser, as nested tuples that can be compared."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

PARSER = MarkdownIt("commonmark").enable("table")
STYLES = {"em": "em", "strong": "strong"}
TAGS = {"<em>": ("em", 1), "</em>": ("em", -1), "<strong>": ("strong", 1), "</strong>": ("strong", -1),
        "<sup>": ("sup", 1), "</sup>": ("sup", -1)}  # fmt: skip

Chars = list[tuple[str, frozenset[str]]]


def read_blocks(markdown: str) -> list[Any]:
    """The blocks: ``("paragraph", text)``, ``("heading", level, text)``, ``("quote", blocks)``, ``("html", text)``,
    ``("list", "1." or "-", start, items)``, ``("table", rows)``; anything else under its own name."""
    return [block(node) for node in SyntaxTreeNode(PARSER.parse(markdown)).children]


def block(node: SyntaxTreeNode) -> Any:
    match node.type:
        case "paragraph":
            return "paragraph", text(node.children[0])
        case "heading":
            return "heading", int(node.tag[1:]), text(node.children[0])
        case "blockquote":
            return "quote", [block(child) for child in node.children]
        case "bullet_list" | "ordered_list":
            start = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
            sign = node.children[0].markup if start is not None else "-"
            return "list", sign, start, [[block(child) for child in item.children] for item in node.children]
        case "table":
            rows = [row for part in node.children for row in part.children]
            return "table", [[text(cell.children[0]) for cell in row.children] for row in rows]
        case "html_block":
            return "html", node.content.strip()
    return node.type, node.content


def characters(node: SyntaxTreeNode) -> Chars:
    """The characters of an inline node with their styles; comments are left out, a hard break is a line feed."""
    return list(walk(node.children, {"em": 0, "strong": 0, "sup": 0}))


def walk(nodes: list[SyntaxTreeNode], open_: dict[str, int]) -> Iterator[tuple[str, frozenset[str]]]:
    for node in nodes:
        if node.type in ("text", "text_special"):
            yield from ((c, frozenset(s for s in open_ if open_[s])) for c in node.content)
        elif node.type == "hardbreak":
            yield "\n", frozenset()
        elif node.type in STYLES:
            open_[STYLES[node.type]] += 1
            yield from walk(node.children, open_)
            open_[STYLES[node.type]] -= 1
        elif node.type == "html_inline" and node.content in TAGS:
            style, step = TAGS[node.content]
            open_[style] += step
        elif not (node.type == "html_inline" and node.content.startswith("<!-- page ")):
            raise AssertionError(f"unmeant {node.type}: {node.content or node.to_tokens()}")


def text(node: SyntaxTreeNode) -> str:
    """The words of an inline node, styles left out."""
    return "".join(character for character, _ in characters(node))


def read_characters(markdown: str) -> Chars:
    """The characters of Markdown that is one paragraph."""
    (paragraph,) = SyntaxTreeNode(PARSER.parse(markdown)).children
    assert paragraph.type == "paragraph", paragraph.type
    return characters(paragraph.children[0])
