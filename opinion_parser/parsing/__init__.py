"""Grammars at work: loading them, the lexer over lines, one builder per grammar. The only package that imports Lark."""
