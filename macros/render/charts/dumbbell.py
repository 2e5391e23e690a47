"""Two waves, one line for each answer: a grey dot for before, a coloured one for now, and the change in points."""

import altair as alt

from macros.language.catalogue import Language
from macros.language.message import Message
from macros.language.numbers import number
from macros.render.charts.frame import BAR, assemble, frame
from macros.render.charts.specification import Rows, data, pixel_x, pixel_y
from macros.render.theme import var
from macros.report.waves import Waves

ROOM = 44  # px right of 100 percent, for the change


def key(waves: Waves) -> tuple[tuple[str, Message | str], ...]:
    """The key: colour token and name of each wave."""
    before, after = waves.names
    return (("bar-rest", before), ("bar", after))


def specify(waves: Waves, language: Language, *, wide: bool) -> dict[str, object]:
    """Give the Vega-Lite specification of a dumbbell chart."""
    ground = frame([pair.label for pair in waves.pairs], wide=wide, room=ROOM)
    lines: Rows = []
    for pair, top in zip(waves.pairs, ground.bars, strict=True):
        ends = [ground.left + ground.pixels(row.percent or 0) for row in (pair.before.row, pair.after.row)]
        change = pair.change.value or 0
        lines.append(
            {
                "x": ends[0],
                "x2": ends[1],
                "y": top + BAR / 2,
                "text_x": max(ends) + 12,
                "text": ("+" if change > 0 else "") + number(change, language),
            }
        )
    chart = alt.Chart(data(lines))
    marks = [
        chart.mark_rule(stroke=var("bar-rest"), strokeWidth=3).encode(pixel_x("x"), pixel_y("y"), x2="x2"),
        chart.mark_point(fill=var("bar-rest"), opacity=1, size=150).encode(pixel_x("x"), pixel_y("y")),
        chart.mark_point(fill=var("bar"), opacity=1, size=150).encode(pixel_x("x2"), pixel_y("y")),
        chart.mark_text(align="left", baseline="middle", fontWeight=600).encode(
            pixel_x("text_x"), pixel_y("y"), text="text:N"
        ),
    ]
    return assemble(ground, marks, language)
