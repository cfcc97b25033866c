"""Every stage and format of the samples, compared with what was recorded.

``pytest tests/golden --record`` writes the records anew; read the difference before you commit it.
"""

from __future__ import annotations

import datetime
import gzip
from pathlib import Path

import pytest

import opinion_parser
from opinion_parser.api import lay_out_source, tree_of
from opinion_parser.parsing.document import line_tokens

FOLDER = Path(__file__).parent
SAMPLES = FOLDER.parents[1] / "samples"
SOURCES = [p for p in sorted(SAMPLES.glob("*/*")) if p.suffix in (".pdf", ".txt") and p.stem == p.parent.name]
DAY = datetime.date(2026, 1, 1)


def stages(path):
    """The name of each record with its bytes."""
    layout = lay_out_source(opinion_parser.read_source(path))
    tokens = [
        f"{kind:16} {line.page}:{line.number}  {line.text}" for kind, line in line_tokens(layout.body, "document")
    ]
    notes = [f"{kind:16} {line.page}:{line.number}  {line.text}" for kind, line in line_tokens(layout.notes, "notes")]
    outputs = {to: opinion_parser.convert(path, formats=(to,), day=DAY)[to] for to in ("akn", "json", "markdown")}
    return {
        "tokens.txt": ("\n".join([*tokens, "", *notes]) + "\n").encode(),
        "tree.txt": (tree_of(layout).pretty() + "\n").encode(),
        "xml": outputs["akn"],
        "json.gz": gzip.compress(outputs["json"], mtime=0),
        "md": outputs["markdown"],
    }


def plain(name, data):
    return gzip.decompress(data) if name.endswith(".gz") else data


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_every_stage_is_as_recorded(path, request):
    for name, data in stages(path).items():
        record = FOLDER / f"{path.stem}.{name}"
        stale = not record.exists() or plain(name, record.read_bytes()) != plain(name, data)
        if stale and request.config.getoption("--record"):
            record.write_bytes(data)
        assert plain(name, record.read_bytes()).decode() == plain(name, data).decode(), record.name
