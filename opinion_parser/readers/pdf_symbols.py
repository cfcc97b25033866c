"""What the codes of symbol fonts paint, which files seldom say: Symbol and ZapfDingbats, which every viewer has, and
the fonts that WordPerfect takes quotation marks, dashes and section signs from.
"""

from __future__ import annotations

__all__ = ["is_wordperfect", "symbol"]

_SYMBOL_ROWS = {
    0x20: " !∀#∃%&∋()∗+,−./0123456789:;<=>?",
    0x40: "≅ΑΒΧ∆ΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_",
    0x60: "‾αβχδεφγηιϕκλµνοπθρστυϖωξψζ{|}∼",
    0xA0: "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵",
    0xC0: "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓",
    0xE0: "◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪",
    0xF1: "〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭",
}
_SYMBOL = {start + i: sign for start, row in _SYMBOL_ROWS.items() for i, sign in enumerate(row)}

_DINGBATS = {code: chr(0x2700 + code - 0x20) for code in range(0x21, 0x7F)}
_DINGBATS |= {code: chr(0x2700 + code - 0x40) for code in range(0xA1, 0xFF) if code != 0xF0}
_DINGBATS |= {code: chr(0x2460 + code - 0xAC) for code in range(0xAC, 0xB6)}
_DINGBATS |= dict(zip(b"%*+Hlnstuw", "☎☛☞★●■▲▼◆◗", strict=True))
_DINGBATS |= dict(zip(b"\xa8\xa9\xaa\xab\xd5\xd6\xd7", "♣♦♥♠→↔↕", strict=True))

_WORDPERFECT = {
    "WP-MathA": dict(zip(b"!\"#$%", "−±≤≥∝", strict=True)),
    "WPTypographicSymbols": dict(zip(b"&'=>@ABC", "¶§’‘”“–—", strict=True)),
}
"""Signs of WordPerfect's sets 6 and 4, as far as opinions have them: ``AIt is so,@ he said``."""
_FONTS = {"Symbol": _SYMBOL, "ZapfDingbats": _DINGBATS, **_WORDPERFECT}


def is_wordperfect(font: str) -> bool:
    """Whether a font of this name is one of WordPerfect's symbol fonts."""
    return font.startswith(tuple(_WORDPERFECT))


def symbol(font: str, code: int) -> str:
    """The sign that a code (or U+F000 and the code) paints in the font of this name; nothing for other fonts.

    ``þ`` is the foot of the brace beside the parties of a caption, ``⎭``.
    """
    for name, signs in _FONTS.items():
        if font.startswith(name):
            return signs.get(code & 0xFF, "")
    return ""
