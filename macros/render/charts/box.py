"""Boxes: between which values the middle half of the answers to a number lies, with the median in it; one a group.

Lowest and highest are not drawn: each is one respondent's. What is withheld is a hatched stub of fixed length.
"""

import altair as alt

from macros.language.catalogue import Language
from macros.language.message import msg
from macros.release.released import Row
from macros.render.charts.bars import HATCH, STUB
from macros.render.charts.dots import axis_ends, tick
from macros.render.charts.frame import BAR, LETTER, frame, on_axis
from macros.render.charts.specification import Rows, data, pixel_x, pixel_y, rectangles
from macros.render.charts.stack import named_groups
from macros.render.numbers import marked_label
from macros.render.theme import var
from macros.report.figures import Figure
from macros.report.tables import quartiles

BESIDE = 10  # px from a box to its median
MEDIAN = 4  # px; width of its line


def specify(figure: Figure, language: Language, *, wide: bool) -> dict[str, object]:
    """Give the Vega-Lite specification of boxes."""
    groups = named_groups(figure.released, language)
    boxes = [quartiles(figure.released, group) for group in groups]
    texts = [_text(box, language) for box in boxes]
    room = max(40, *(round(len(text) * LETTER) + BESIDE for text in texts))
    apart = frozenset({0} if figure.released.by else ())
    ground = frame(list(groups.values()), wide=wide, apart=apart, room=room)
    low, high = axis_ends([row for box in boxes for row in box])

    def at(value: float) -> float:
        return ground.left + ground.pixels(100 * (value - low) / (high - low))

    drawn, medians, beside = Rows(), Rows(), Rows()
    for box, text, top in zip(boxes, texts, ground.bars, strict=True):
        first, middle, last = (row.value for row in box)
        left, right = float(ground.left), ground.left + ground.pixels(STUB)
        if first is not None and middle is not None and last is not None:
            left, right = at(first), at(last)
            medians.append({"x": at(middle), "y": top - 3, "y2": top + BAR + 3})
        fill, edge = (var("bar"), "transparent") if first is not None else (HATCH, var("chart-edge"))
        drawn.append({"x": left, "x2": right, "y": top, "y2": top + BAR, "fill": fill, "stroke": edge})
        beside.append({"x": right + BESIDE, "y": top + BAR / 2, "text": text})
    lines = alt.Chart(data(medians))
    written = (
        alt.Chart(data(beside))
        .mark_text(align="left", baseline="middle", fontWeight=600)
        .encode(pixel_x("x"), pixel_y("y"), text="text:N")
    )
    marks = [
        lines.mark_rule(stroke=var(colour), strokeWidth=width).encode(pixel_x("x"), pixel_y("y"), y2="y2")
        for colour, width in (("chart-bg", MEDIAN + 2), ("chart-text", MEDIAN))
    ]
    step = (high - low) / 100
    ticks = {part: tick(low + part * step, language, share=False) for part in ground.steps}
    return on_axis(ground, [rectangles(drawn), *(marks if medians else ()), written], ticks)


def _text(box: tuple[Row, ...], language: Language) -> str:
    _, median, _ = box
    if median.status == "suppressed":
        return language.say(msg("protected"))
    return language.say(msg("median {value}", value=marked_label(median, language)))
