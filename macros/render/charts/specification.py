"""Layers of marks into one Vega-Lite specification: positions in pixels, the site's look, nothing left to Vega."""

import altair as alt

from macros.render.html import plain
from macros.render.theme import altair_config

Rows = list[dict[str, object]]


def specification(layers: list[alt.Chart], width: int, height: int) -> dict[str, object]:
    """Stack layers on a ground of that size, px."""
    made: dict[str, object] = alt.layer(*layers).properties(width=width, height=height).to_dict()
    return made | {"config": altair_config(), "autosize": {"type": "none"}}


def pixel_x(field: str) -> alt.X:
    """A horizontal position that is given in pixels."""
    return alt.X(field, type="quantitative", scale=None, axis=None)


def pixel_y(field: str) -> alt.Y:
    """A vertical position that is given in pixels."""
    return alt.Y(field, type="quantitative", scale=None, axis=None)


def data(rows: Rows) -> alt.InlineData:
    """Rows as inline data; a control character in a text would end the process that draws it."""
    return alt.InlineData(
        values=[
            {name: plain(value) if isinstance(value, str) else value for name, value in row.items()} for row in rows
        ]
    )


def rectangles(rows: Rows) -> alt.Chart:
    """Boxes: each row gives its corners `x`, `x2`, `y`, `y2` in pixels, and the colours `fill` and `stroke`."""
    boxes: alt.Chart = (
        alt.Chart(data(rows))
        .mark_rect()
        .encode(
            pixel_x("x"),
            pixel_y("y"),
            x2="x2",
            y2="y2",
            fill=alt.Fill("fill:N", scale=None),
            stroke=alt.Stroke("stroke:N", scale=None),
        )
    )
    return boxes
