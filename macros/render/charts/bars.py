"""Horizontal bars: the answers of one question, single or multiple choice, each on its own bar from 0 to 100 percent.

The interval of a sample's number is a whisker, and the number stands beyond it. A withheld answer is a hatched stub of
fixed length, whatever its number is.
"""

import altair as alt

from macros.language.catalogue import Language
from macros.language.message import msg
from macros.release.released import Row
from macros.render.charts import whiskers
from macros.render.charts.frame import BAR, LETTER, assemble, frame
from macros.render.charts.specification import Rows, data, pixel_x, pixel_y, rectangles
from macros.render.charts.whiskers import farthest
from macros.render.numbers import marked_label
from macros.render.theme import var
from macros.report.figures import Figure

STUB = 8  # percent; the length of every withheld bar
HATCH = "url(#streck)"


def specify(figure: Figure, language: Language, *, wide: bool) -> dict[str, object]:
    """Give the Vega-Lite specification of a bar chart."""
    rows = ordered(figure)
    withheld_word = language.say(msg("protected"))
    room = 70 if any(row.status == "suppressed" for row in rows) else 40
    texts = [withheld_word if row.percent is None else marked_label(row, language) for row in rows]
    room = max(room, *(round(len(text) * LETTER) + 10 for text in texts))
    ground = frame([row.label for row in rows], wide=wide, room=room, axis=False)
    bars: Rows = []
    lines: Rows = []
    for row, text, top in zip(rows, texts, ground.bars, strict=True):
        length = STUB if row.percent is None else row.percent
        bars.append(
            {
                "x": ground.left,
                "x2": ground.left + ground.pixels(length),
                "y": top,
                "y2": top + BAR,
                "fill": var("bar") if row.percent is not None else HATCH,
                "stroke": "transparent" if row.percent is not None else var("chart-edge"),
                "text": text,
                "text_x": ground.left + ground.pixels(max(length, farthest(row))) + 6,
                "text_y": top + BAR / 2,
            }
        )
        if row.low is not None and row.high is not None:
            ends = [ground.left + ground.pixels(end) for end in (row.low, row.high)]
            lines += whiskers.lying(ends[0], ends[1], top + BAR / 2)
    drawn = rectangles(bars)
    numbers = (
        alt.Chart(data(bars))
        .mark_text(align="left", baseline="middle", fontWeight=600)
        .encode(pixel_x("text_x"), pixel_y("text_y"), text="text:N")
    )
    return assemble(ground, [drawn, *whiskers.marks(lines), numbers])


def ordered(figure: Figure) -> list[Row]:
    """The answers' rows among all: a scale in its order, a list by size with exclusive and withheld answers last.

    A list too keeps the codebook's order where the page says so.
    """
    released = figure.released
    total = (None,) * len(released.variables)
    rows = [released.row(total, answer.code) for answer in released.answers]
    if released.question.type == "scale" or figure.order == "given":
        return rows
    exclusive = {answer.code for answer in released.question.answers if answer.exclusive}
    return sorted(rows, key=lambda row: (row.percent is None, row.answer in exclusive, -(row.percent or 0)))
