"""The grammars, as package data; opinion_parser.parsing.grammars finds and loads them."""
