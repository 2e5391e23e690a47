"""A line over time of figures that somebody else published, gaps in time to scale, each point labelled.

Figures of different populations never share a line: a table with several populations is refused in `report`.
"""

from typing import Literal

import altair as alt

from macros.language.catalogue import Language
from macros.language.dates import day_and_month
from macros.language.numbers import percent_short
from macros.render.charts.specification import Rows, data, pixel_x, pixel_y, specification
from macros.render.numbers import decimals_of, label_text
from macros.render.theme import NARROW, WIDE, var
from macros.report.figures import Figure
from macros.report.periods import midpoint

HEIGHT = 200  # px of 0 to 100 percent
ABOVE, BELOW, BESIDE = 24, 28, 52


def specify(figure: Figure, language: Language, *, wide: bool) -> dict[str, object]:
    """Give the Vega-Lite specification of a time series."""
    width = WIDE if wide else NARROW
    released = figure.released
    decimals = decimals_of(released)
    days = {row.group: midpoint(row.group[-1] or "") for row in released.rows}
    known = sorted(day for day in days.values() if day is not None)
    span = max((known[-1] - known[0]).days, 1)
    left, right = BESIDE + 30, width - 40

    def at(percent: float) -> float:
        return ABOVE + HEIGHT * (100 - percent) / 100

    points: Rows = []
    for row in released.rows:
        day = days[row.group]
        if day is None or row.percent is None:
            continue
        points.append(
            {
                "x": left + (right - left) * (day - known[0]).days / span,
                "y": at(row.percent),
                "axis_y": ABOVE + HEIGHT + 18,
                "line": row.answer,
                "text": label_text(row, language, decimals),
                "day": day_and_month(day, language),
            }
        )
    grid: Rows = [
        {"x": BESIDE, "x2": width, "label_x": BESIDE - 8, "y": at(step), "text": percent_short(step, language)}
        for step in (0, 25, 50, 75, 100)
    ]
    ground, spots = alt.Chart(data(grid)), alt.Chart(data(points))
    layers = [
        ground.mark_rule(stroke=var("chart-grid")).encode(pixel_x("x"), pixel_y("y"), x2="x2"),
        ground.mark_text(align="right", baseline="middle", fontSize=13, fill=var("chart-soft")).encode(
            pixel_x("label_x"), pixel_y("y"), text="text:N"
        ),
        spots.mark_line(clip=False).encode(pixel_x("x"), pixel_y("y"), detail="line:N"),
        spots.mark_point(opacity=1).encode(pixel_x("x"), pixel_y("y")),
        # A label over the first point would stand in the way of a rising line.
        _labels(points[:1], align="right", dx=-10),
        _labels(points[1:], align="center", dy=-14),
        spots.mark_text(fontSize=13, fill=var("chart-soft")).encode(pixel_x("x"), pixel_y("axis_y"), text="day:N"),
    ]
    return specification(layers, width, ABOVE + HEIGHT + BELOW)


def _labels(points: Rows, *, align: Literal["right", "center"], dx: int = 0, dy: int = 0) -> alt.Chart:
    labels: alt.Chart = (
        alt.Chart(data(points))
        .mark_text(fontWeight=600, align=align, baseline="middle", dx=dx, dy=dy)
        .encode(pixel_x("x"), pixel_y("y"), text="text:N")
    )
    return labels
