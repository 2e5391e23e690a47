"""Whiskers: the interval of a sample's number, drawn over its bar from end to end.

Belongs here: their lines, from the published ends. Does not: whether a number has an interval; none is drawn without.
"""

import altair as alt

from macros.release.released import Row
from macros.render.charts.specification import Rows, data, pixel_x, pixel_y
from macros.render.theme import var

CAP = 4  # px of the short line at each end, to either side
HALO, LINE = 4, 1.5  # px; the halo keeps the line apart from a dark bar


def farthest(row: Row) -> float:
    """Where a number may be written: beyond its bar and its whisker, percent."""
    return max(row.percent or 0, row.high or 0)


def lying(x: float, x2: float, y: float) -> Rows:
    """The lines of one whisker from left to right, px."""
    ends: Rows = [{"x": x, "x2": x, "y": y - CAP, "y2": y + CAP}, {"x": x2, "x2": x2, "y": y - CAP, "y2": y + CAP}]
    return [{"x": x, "x2": x2, "y": y, "y2": y}, *ends]


def standing(x: float, y: float, y2: float) -> Rows:
    """The lines of one whisker from top to bottom, px."""
    ends: Rows = [{"x": x - CAP, "x2": x + CAP, "y": end, "y2": end} for end in (y, y2)]
    return [{"x": x, "x2": x, "y": y, "y2": y2}, *ends]


def marks(lines: Rows) -> list[alt.Chart]:
    """The marks of all whiskers of a drawing; none where there is none."""
    if not lines:
        return []
    chart = alt.Chart(data(lines))
    return [
        chart.mark_rule(stroke=var(colour), strokeWidth=width).encode(pixel_x("x"), pixel_y("y"), x2="x2", y2="y2")
        for colour, width in (("chart-bg", HALO), ("chart-text", LINE))
    ]
