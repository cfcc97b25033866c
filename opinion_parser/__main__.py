"""``python -m opinion_parser``: the command line where its script is not on the path."""

from __future__ import annotations

from opinion_parser.cli import main

main()
