"""Finding and loading the grammars of ``grammars/``.

The grammars stand at the top of the source tree and are installed as the package ``opinion_parser.grammars``; a wheel,
an editable install and a bare checkout on the path all work.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lark import Lark


def grammar_dir() -> Path:
    """The directory of the ``.lark`` files."""
    if find_spec("opinion_parser.grammars") is not None:
        return Path(str(files("opinion_parser.grammars")))
    return Path(__file__).parents[2] / "grammars"


@cache
def load(name: str, start: str | tuple[str, ...] = "start", **options: Any) -> Lark:  # noqa: ANN401 - Lark's options
    """The LALR parser for ``grammars/{name}.lark``, built once per process for each set of options.

    ``start`` names the start rule (a tuple for several); ``options`` are Lark's own (``lexer``, ``transformer``,
    ``strict``, …) and must be hashable.
    """
    from lark import Lark  # building costs a tenth of a second that `opinion-parser --help` need not wait for

    starts = list(start) if isinstance(start, tuple) else start
    path = grammar_dir() / f"{name}.lark"
    parser: Lark = Lark.open(str(path), start=starts, parser="lalr", maybe_placeholders=False, **options)
    return parser
