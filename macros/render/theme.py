"""What a drawing is made with: the colours a scale or a list takes, the typeface, and what Vega-Lite is told.

Belongs here: the way from tokens to drawings, on the page and in the PDF. Does not: the tokens' values
(`tokens.py`), rules of the page (`site/assets/*.css`) or any drawing (`charts/`).

A colour in a drawing is always `var(--token)`, so that one drawing serves light, dark, forced colours and
print; only the PDF, whose renderer knows no custom properties in SVG, gets `literal` values.
"""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Literal

import vl_convert

from macros.render.tokens import TOKENS

FONT = "Rapport Sans"
CATEGORIES = 6  # unordered colours that everybody tells apart
FONT_FOLDER = Path(__file__).parent / "fonts"
WIDE, NARROW = 640, 288
"""Widths in pixels of the two drawings of a figure: the text column, and a phone of 320 px less its margins."""

Side = Literal["negative", "neutral", "positive"]


_LIGHT = {token.name: token.light for token in TOKENS}
_VARIABLE = re.compile(r"var\(--([a-z0-9-]+)\)")


def var(name: str) -> str:
    """The CSS value of a token, for a specification or a style.

    Raises:
        KeyError: for a token that is not in the list.

    >>> var("o1")
    'var(--o1)'
    """
    _ = _LIGHT[name]
    return f"var(--{name})"


def on(name: str) -> str:
    """The CSS value for text on a fill; at least 4.5 to 1 against it.

    >>> on("o1")
    'var(--on-o1)'
    """
    return var(f"on-{name}")


def _half(from_middle: int) -> Side:
    """The side of an answer that lies so far below or above the middle of its scale."""
    if from_middle == 0:
        return "neutral"
    return "negative" if from_middle < 0 else "positive"


def scale_colours(sides: Sequence[Side | None]) -> tuple[str, ...]:
    """Token names for the answers of an ordered scale, in the scale's order, whichever end comes first.

    Where the codebook names no side, the lower half is negative, the upper positive and the middle of an odd
    scale neutral. One answer on a side takes the inner colour; two take outer and inner; of more, all but the
    innermost share the outer one, and the gap between segments and their labels tell them apart. Where it names the
    sides of the others, an answer after them that has none, such as "don't know", is outside the scale and grey.

    Args:
        sides: the side of each answer, one entry an answer.

    >>> scale_colours([None] * 5)
    ('o1', 'o2', 'o3', 'o4', 'o5')
    >>> scale_colours(["negative", "neutral", "positive"])
    ('o2', 'o3', 'o4')
    >>> scale_colours(["positive", "negative", "negative"])
    ('o5', 'o2', 'o1')
    >>> scale_colours(["negative", "positive", None])
    ('o2', 'o5', 'bar-rest')
    """
    if sides and sides[-1] is None and any(sides):
        return (*scale_colours(sides[:-1]), "bar-rest")
    if sides and (sides[0], sides[-1]) == ("positive", "negative"):
        return scale_colours(sides[::-1])[::-1]
    known = [side or _half(2 * index + 1 - len(sides)) for index, side in enumerate(sides)]
    negative, positive = known.count("negative"), known.count("positive")
    # Orange and blue of the same lightness may not touch when a single colour can be moved out of the way.
    touching = "neutral" not in known and negative > 0
    lower = ["o1"] * (negative - 1) + ["o2"]
    upper = ["o4"] + ["o5"] * (positive - 1)
    if touching and positive == 1:
        upper = ["o5"]
    elif touching and positive > 1 and negative == 1:
        lower = ["o1"]
    colours = {"negative": iter(lower), "positive": iter(upper)}
    return tuple("o3" if side == "neutral" else next(colours[side]) for side in known)


def list_colours(count: int) -> tuple[str, ...]:
    """Token names for the answers of an unordered list; a single one takes the colour of plain bars.

    Raises:
        ValueError: for more than six: draw small multiples, or one against grey.

    >>> list_colours(3)
    ('k1', 'k2', 'k3')
    """
    if count > CATEGORIES:
        raise ValueError(f"at most six categories are told apart by colour, not {count}")
    return ("bar",) if count == 1 else tuple(f"k{number}" for number in range(1, count + 1))


def hatch_pattern() -> str:
    """The hatch of what is withheld, as an SVG pattern that drawings name by `url(#streck)`.

    It stands once in every page (`site/main.html`); a drawing that leaves the page takes it along.

    >>> "var(--chart-edge)" in hatch_pattern()
    True
    """
    return (
        '<pattern id="streck" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        f'<path d="M0 0v7" stroke="{var("chart-edge")}" stroke-width="1"/></pattern>'
    )


def literal(svg: str) -> str:
    """Put the light values and the typeface's name into a drawing, for the PDF.

    Raises:
        KeyError: for a token that is not in the list.

    >>> literal('<text font-family="inherit" fill="var(--on-o1)">63</text>')
    '<text font-family="Rapport Sans" fill="#fff">63</text>'
    """
    coloured = _VARIABLE.sub(lambda match: _LIGHT[match[1]], svg)
    return coloured.replace("currentColor", _LIGHT["chart-text"]).replace(
        'font-family="inherit"', f'font-family="{FONT}"'
    )


def altair_config() -> dict[str, object]:
    """The `config` of every Vega-Lite specification: type of 14 px, quiet lines, no ground, no legend.

    Keys stand in the drawing's HTML, so the legend is off; roles and names are put on afterwards, so `aria` is off.
    """
    text, soft, grid = var("chart-text"), var("chart-soft"), var("chart-grid")
    return {
        "aria": False,
        "background": "transparent",
        "font": FONT,
        "padding": 0,
        "view": {"stroke": None},
        "legend": {"disable": True},
        "axis": {
            "labelFontSize": 14,
            "labelColor": soft,
            "labelPadding": 6,
            "labelLimit": 400,
            "titleFontSize": 14,
            "titleFontWeight": 400,
            "titleColor": soft,
            "domain": False,
            "ticks": False,
            "gridColor": grid,
            "domainColor": var("chart-edge"),
        },
        "axisDiscrete": {"labelColor": text, "grid": False},
        "header": {"labelFontSize": 14, "labelColor": text, "titleFontSize": 14, "titleColor": soft},
        "text": {"fontSize": 14, "fill": text},
        "bar": {"fill": var("bar")},
        "rect": {"fill": var("bar")},
        "line": {"stroke": var("chart-line"), "strokeWidth": 2.5},
        "point": {"filled": True, "fill": var("chart-line"), "size": 70},
        "rule": {"stroke": var("chart-edge"), "strokeWidth": 1},
    }


@cache
def register_fonts() -> None:
    """Tell vl-convert the site's typeface, once a process, so that labels are measured as they will be shown."""
    vl_convert.register_font_directory(str(FONT_FOLDER))
