"""How deep an outline of the Compact Font Format reaches: its charstring is drawn, with an eye on the height alone.

The operators are those of Adobe's Technical Note 5177, The Type 2 Charstring Format.
"""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["lowest_point"]

DEEPEST = 10
"""Subroutines within subroutines."""
_STEMS = (1, 3, 18, 23)
_MASKS = (19, 20)
_MOVES = {4: True, 21: True, 22: False}
"""Operators that lift the pen, and whether the last number before them is a step up."""
_CALLS = (10, 29)
_RETURN, _END, _ESCAPE, _SHORT, _FIXED = 11, 14, 12, 28, 255


def lowest_point(outline: bytes, common: Sequence[bytes], private: Sequence[bytes]) -> float | None:
    """The lowest point of an outline, None if it draws nothing; with the subroutines of all fonts and of its own."""
    pen = _Pen({29: common, 10: private})
    pen.run(outline, 0)
    return pen.lowest


class _Pen:
    """The height of the pen while an outline is drawn. Control points of curves count, which lie near enough."""

    def __init__(self, subroutines: dict[int, Sequence[bytes]]) -> None:
        self.lowest: float | None = None
        self._subroutines = subroutines
        self._y = 0.0
        self._stack: list[float] = []
        self._stems = 0

    def run(self, outline: bytes, depth: int) -> bool:
        """Draw; True if the outline has ended, False if only a subroutine has."""
        i = 0
        while i < len(outline):
            first = outline[i]
            i += 1
            if first >= 32 or first == _SHORT:
                i += self._number(first, outline[i : i + 4])
            elif first in _CALLS:
                routines = self._subroutines[first]
                bias = 107 if len(routines) < 1240 else 1131 if len(routines) < 33900 else 32768
                if depth < DEEPEST and self.run(routines[int(self._stack.pop()) + bias], depth + 1):
                    return True
            elif first == _RETURN:
                return False
            elif first == _END:
                return True
            elif first in _STEMS or first in _MASKS:
                self._stems += len(self._stack) // 2
                self._stack.clear()
                if first in _MASKS:
                    i += (self._stems + 7) // 8
            else:
                code = first
                if first == _ESCAPE:
                    code = first << 8 | outline[i]
                    i += 1
                self._draw(code)
                self._stack.clear()
        return False

    def _number(self, first: int, rest: bytes) -> int:
        """Take a number; returns how many bytes it has behind the first."""
        if first == _SHORT:
            self._stack.append(int.from_bytes(rest[:2], "big", signed=True))
            return 2
        if first == _FIXED:
            self._stack.append(int.from_bytes(rest, "big", signed=True) / 65536)
            return 4
        if first < 247:
            self._stack.append(first - 139)
            return 0
        self._stack.append((first - 247) * 256 + rest[0] + 108 if first < 251 else (251 - first) * 256 - rest[0] - 108)
        return 1

    def _draw(self, code: int) -> None:
        """Carry out an operator that moves the pen."""
        start = self._y
        if code in _MOVES:
            self._y += self._stack[-1] if _MOVES[code] else 0.0
            return
        for step in _steps(code, self._stack):
            self._touch()
            self._y += step
            self._touch()
        if code in _FLAT:
            self._y = start

    def _touch(self) -> None:
        self.lowest = self._y if self.lowest is None else min(self.lowest, self._y)


_FLAT = (12 << 8 | 34, 12 << 8 | 36)
"""Curves that end at the height where they begin."""


def _steps(code: int, numbers: list[float]) -> list[float]:
    """The steps up of an operator, in order."""
    if code in (5, 8, 24, 25, 12 << 8 | 35, 12 << 8 | 37):  # pairs of steps to the right and up
        return numbers[1::2]
    if code == 6:  # lines to the right and up by turns
        return numbers[1::2]
    if code == 7:  # lines up and to the right by turns
        return numbers[::2]
    if code == 26:  # curves that start and end upright
        curves = numbers[len(numbers) % 4 :]
        return [step for i in range(0, len(curves), 4) for step in (curves[i], *curves[i + 2 : i + 4])]
    if code == 27:  # curves that start and end level
        odd = len(numbers) % 4
        return numbers[:odd] + numbers[odd + 2 :: 4]
    if code in (30, 31):
        return _alternating(numbers, upright=code == 30)
    if code == 12 << 8 | 34:
        return numbers[2:3]
    if code == 12 << 8 | 36:
        return [numbers[1], numbers[3], numbers[7]]
    return []


def _alternating(numbers: list[float], upright: bool) -> list[float]:
    """The steps up of curves that start upright and end level, or start level and end upright, by turns."""
    steps: list[float] = []
    for i in range(0, len(numbers) - 3, 4):
        a, _, b, c = numbers[i : i + 4]
        last = numbers[i + 4 :] if len(numbers) - i == 5 else []
        steps += [a, b, *last] if upright else [b, c]
        upright = not upright
    return steps
