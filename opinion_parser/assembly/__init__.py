"""Assembly: from the parse trees to a document. It joins what page turns cut, links notes and nests headings."""

from opinion_parser.assembly.document import assemble

__all__ = ["assemble"]
