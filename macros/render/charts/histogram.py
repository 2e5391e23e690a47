"""Columns side by side without a gap to speak of: how a number is spread over bands that the codebook names.

A withheld band is a hatched column of fixed height. Bands may be of unequal width; their names say how wide.
"""

import textwrap

import altair as alt

from macros.language.catalogue import Language
from macros.language.message import msg
from macros.render.charts import whiskers
from macros.render.charts.bars import HATCH, STUB
from macros.render.charts.frame import LETTER, LINE_HEIGHT
from macros.render.charts.specification import Rows, data, pixel_x, pixel_y, rectangles, specification
from macros.render.charts.whiskers import farthest
from macros.render.numbers import signed_label
from macros.render.theme import NARROW, WIDE, var
from macros.report.figures import Figure

HEIGHT = 180  # px of the highest column
ABOVE = 24  # px for the numbers over the columns


def specify(figure: Figure, language: Language, *, wide: bool) -> dict[str, object]:
    """Give the Vega-Lite specification of a histogram."""
    released = figure.released
    rows = [released.row((), answer.code) for answer in released.answers]
    width = WIDE if wide else NARROW
    step = width / len(rows)
    highest = max((farthest(row) for row in rows if row.percent is not None), default=STUB)
    columns: Rows = []
    ends: Rows = []
    names: Rows = []
    for index, row in enumerate(rows):
        tall = HEIGHT * (STUB if row.percent is None else row.percent) / max(highest, STUB)
        top = ABOVE + HEIGHT - tall
        above = ABOVE + HEIGHT - max(tall, HEIGHT * farthest(row) / max(highest, STUB))
        columns.append(
            {
                "x": index * step + 1,
                "x2": (index + 1) * step - 1,
                "y": top,
                "y2": ABOVE + HEIGHT,
                "fill": HATCH if row.percent is None else var("bar"),
                "stroke": var("chart-edge") if row.percent is None else "transparent",
                "text": language.say(msg("protected")) if row.percent is None else signed_label(row, language),
                "text_x": (index + 0.5) * step,
                "text_y": above - 12,
            }
        )
        if row.low is not None and row.high is not None:
            at = [ABOVE + HEIGHT * (1 - end / max(highest, STUB)) for end in (row.high, row.low)]
            ends += whiskers.standing((index + 0.5) * step, at[0], at[1])
        for line, words in enumerate(textwrap.wrap(row.label, max(int(step / LETTER), 6))):
            names.append({"x": (index + 0.5) * step, "y": ABOVE + HEIGHT + 16 + line * LINE_HEIGHT, "text": words})
    drawn = rectangles(columns)
    numbers = (
        alt.Chart(data(columns))
        .mark_text(baseline="middle", fontWeight=600)
        .encode(pixel_x("text_x"), pixel_y("text_y"), text="text:N")
    )
    labels = alt.Chart(data(names)).mark_text(baseline="middle").encode(pixel_x("x"), pixel_y("y"), text="text:N")
    lines = max(float(str(name["y"])) for name in names) + LINE_HEIGHT / 2
    return specification([drawn, *whiskers.marks(ends), numbers, labels], width, round(lines))
