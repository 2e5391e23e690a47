"""Text set in the site's typeface where no browser does it: how wide words are, and where their lines break.

Belongs here: measuring and breaking. Does not: what is drawn with it (`card.py`).
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from PIL import ImageFont

from macros.render.theme import FONT_FOLDER

Style = Literal["Regular", "SemiBold", "Bold"]
ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
_GAP = re.compile("[ \t\r\n]+")  # a no-break space holds its words together


@dataclass(frozen=True)
class Setting:
    """Lines of text and their size in pixels."""

    size: int
    lines: tuple[str, ...]


def width_of(text: str, style: Style, size: int) -> float:
    """Width of a line in pixels.

    >>> width_of("Order", "Bold", 80) == 2 * width_of("Order", "Bold", 40) > 0
    True
    """
    return _font(style).getlength(text) * size / _UNITS


def set_lines(text: str, style: Style, steps: Sequence[tuple[int, int]], width: float) -> Setting:
    """Set a text as large as it can be: in lines of even length, none wider than `width` pixels.

    Args:
        steps: sizes in pixels, the largest first, each with the most lines that it may take. What the last one cannot
            hold ends in an ellipsis; a word wider than a line is broken only there.

    >>> set_lines("Fler än sex av tio har fått färre order", "Bold", [(92, 3), (72, 4)], 1056)
    Setting(size=92, lines=('Fler än sex av tio', 'har fått färre order'))
    """
    words = [word for word in _GAP.split(text) if word]
    if not words:
        return Setting(steps[0][0], ())
    for size, most in steps[:-1]:
        measure = _measure(style, size)
        lines = _filled(words, measure, width)
        if len(lines) <= most and all(measure(line) <= width for line in lines):
            return Setting(size, _even(lines, measure, width))
    size, most = steps[-1]
    measure = _measure(style, size)
    lines = _filled([part for word in words for part in _parts(word, measure, width)], measure, width)
    if len(lines) > most:
        return Setting(size, (*lines[: most - 1], _cut(lines[most - 1], measure, width)))
    return Setting(size, _even(lines, measure, width))


_UNITS = 1000  # size at which the font is measured, once for all sizes
_Measure = Callable[[str], float]


@cache
def _font(style: Style) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONT_FOLDER / f"RapportSans-{style}.ttf", _UNITS, layout_engine=ImageFont.Layout.BASIC)


def _measure(style: Style, size: int) -> _Measure:
    return lambda line: width_of(line, style, size)


def _filled(words: Sequence[str], measure: _Measure, width: float) -> list[str]:
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _even(lines: list[str], measure: _Measure, width: float) -> tuple[str, ...]:
    """The same number of lines in the least width that holds them."""
    words = " ".join(lines).split(" ")
    narrow, wide = 0.0, width
    while wide - narrow > 1:
        middle = (narrow + wide) / 2
        tried = _filled(words, measure, middle)
        if len(tried) <= len(lines) and all(measure(line) <= middle for line in tried):
            wide = middle
        else:
            narrow = middle
    return tuple(_filled(words, measure, wide))


def _parts(word: str, measure: _Measure, width: float) -> list[str]:
    parts = [""]
    for letter in word:
        if measure(parts[-1] + letter) > width:
            parts.append("")
        parts[-1] += letter
    return parts


def _cut(line: str, measure: _Measure, width: float) -> str:
    while line and measure(line + ELLIPSIS) > width:
        line = line.rpartition(" ")[0] if " " in line else line[:-1]
    return line.rstrip(" ,;:.\N{EN DASH}") + ELLIPSIS
