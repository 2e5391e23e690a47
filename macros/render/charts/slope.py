"""Two waves, one line for each answer, from its share before to its share now: which rose, which fell, how steeply.

For few answers. Names stand at the end of their lines, moved apart where lines end close to each other.
"""

import math
import textwrap
from collections.abc import Sequence

import altair as alt

from macros.language.catalogue import Language
from macros.language.numbers import percent_number
from macros.render.charts.frame import LETTER, LINE_HEIGHT, text_lines
from macros.render.charts.specification import Rows, data, pixel_x, pixel_y, specification
from macros.render.theme import NARROW, WIDE, list_colours, var
from macros.report.waves import Waves

HEIGHT = 300  # px between the lowest and the highest step of the scale
BELOW = 14
STEP = 10  # percent; the scale begins and ends at such a step
BEFORE = 34  # px left of the lines, for the shares before
NAMES = {True: 250, False: 178}  # px right of the lines, for the shares now and the names
LEADER = 14  # px from the end of a line to its name


def specify(waves: Waves, language: Language, *, wide: bool) -> dict[str, object]:
    """Give the Vega-Lite specification of a slope chart."""
    width = WIDE if wide else NARROW
    left, right = BEFORE, width - NAMES[wide]
    heads = _heads(waves, (0, right), (right - 8, NAMES[wide]))
    top = max(float(str(line["y"])) for line in heads) + LINE_HEIGHT / 2 + 16
    shares = [(pair.before.row.percent or 0, pair.after.row.percent or 0) for pair in waves.pairs]
    low, high = STEP * math.floor(min(map(min, shares)) / STEP), STEP * math.ceil(max(map(max, shares)) / STEP)
    ends = [[top + HEIGHT * (high - p) / max(high - low, STEP) for p in pair] for pair in shares]
    lines: Rows = [
        {"x": left, "x2": right, "y": before, "y2": after, "stroke": var(token)}
        for (before, after), token in zip(ends, list_colours(len(ends)), strict=True)
    ]
    posts: Rows = [{"x": x, "x2": x, "y": top, "y2": top + HEIGHT} for x in (left, right)]
    then = _before(shares, ends, left, language)
    names, leaders = _names(waves, [after for _, after in ends], right, NAMES[wide], language)
    bottom = max(top + HEIGHT, *(float(str(line["y"])) for line in (*names, *then))) + BELOW
    drawn = alt.Chart(data(lines))
    layers = [
        alt.Chart(data([*posts, *leaders]))
        .mark_rule(stroke=var("chart-grid"))
        .encode(pixel_x("x"), pixel_y("y"), x2="x2", y2="y2"),
        drawn.mark_rule(strokeWidth=2.5).encode(
            pixel_x("x"), pixel_y("y"), x2="x2", y2="y2", stroke=alt.Stroke("stroke:N", scale=None)
        ),
        *(
            drawn.mark_point(opacity=1, size=80).encode(pixel_x(x), pixel_y(y), fill=alt.Fill("stroke:N", scale=None))
            for x, y in (("x", "y"), ("x2", "y2"))
        ),
        alt.Chart(data(then))
        .mark_text(align="right", baseline="middle", fontWeight=600)
        .encode(pixel_x("x"), pixel_y("y"), text="text:N"),
        text_lines([*names, *heads]),
    ]
    return specification(layers, width, round(bottom))


def _heads(waves: Waves, places: Sequence[int], rooms: Sequence[int]) -> Rows:
    """The names of both waves over their ends of the lines."""
    return [
        {"x": x, "y": (at + 0.5) * LINE_HEIGHT, "text": text}
        for x, room, name in zip(places, rooms, waves.names, strict=True)
        for at, text in enumerate(textwrap.wrap(name, int(room / LETTER)))
    ]


def _before(shares: Sequence[Sequence[float]], ends: Sequence[Sequence[float]], left: int, language: Language) -> Rows:
    """The shares before, those that are the same once."""
    heights = {percent_number(pair[0], language): end[0] for pair, end in zip(shares, ends, strict=True)}
    placed = apart(list(heights.values()), [LINE_HEIGHT] * len(heights))
    return [{"x": left - 8, "y": y, "text": text} for text, y in zip(heights, placed, strict=True)]


def _names(waves: Waves, ends: Sequence[float], right: int, room: int, language: Language) -> tuple[Rows, Rows]:
    """The shares now and the names, line by line, and what leads to them from the ends of the lines."""
    letters = int((room - LEADER - 4) / LETTER)
    words = [
        textwrap.wrap(
            f"{percent_number(pair.after.row.percent or 0, language)}\N{NO-BREAK SPACE} {pair.label}", letters
        )
        for pair in waves.pairs
    ]
    tops = apart(ends, [len(lines) * LINE_HEIGHT + 4 for lines in words])
    names: Rows = [
        {"x": right + LEADER, "y": top + at * LINE_HEIGHT, "text": text}
        for top, lines in zip(tops, words, strict=True)
        for at, text in enumerate(lines)
    ]
    return names, [{"x": right, "x2": right + LEADER - 4, "y": y, "y2": top} for y, top in zip(ends, tops, strict=True)]


def apart(heights: Sequence[float], rooms: Sequence[float]) -> list[float]:
    """The same heights, px from the top, each moved down as far as the one above it takes room.

    >>> apart([50, 10, 52], [18, 18, 18])
    [50, 10, 68]
    """
    placed = list(heights)
    free = -math.inf
    for at in sorted(range(len(placed)), key=lambda at: heights[at]):
        placed[at] = max(heights[at], free)
        free = placed[at] + rooms[at]
    return placed
