"""Columns side by side: how a number is spread over bands that the codebook names.

A withheld band is a hatched column of fixed height. Columns touch where the bands' limits are equally far apart, as
those of a histogram; bands of unequal width stand apart, each a column of its own, whose name says how wide it is.
"""

import datetime
import itertools
import textwrap

import altair as alt

from macros.language.catalogue import Language
from macros.language.message import msg
from macros.release.released import Released
from macros.render.charts import whiskers
from macros.render.charts.bars import HATCH, STUB
from macros.render.charts.frame import LETTER, LINE_HEIGHT
from macros.render.charts.specification import Rows, data, pixel_x, pixel_y, rectangles, specification
from macros.render.charts.whiskers import farthest
from macros.render.numbers import signed_label
from macros.render.theme import NARROW, WIDE, var
from macros.report.figures import Figure
from macros.survey.merge import ANSWERS

HEIGHT = 180  # px of the highest column
APART = 0.14  # of a band's width, on both sides of a column that stands by itself
ABOVE = 24  # px for the numbers over the columns


def specify(figure: Figure, language: Language, *, wide: bool) -> dict[str, object]:
    """Give the Vega-Lite specification of a histogram."""
    released = figure.released
    rows = [released.row((), answer.code) for answer in released.answers]
    width = WIDE if wide else NARROW
    step = width / len(rows)
    highest = max((farthest(row) for row in rows if row.percent is not None), default=STUB)
    gap = 1 if _evenly_spaced(released) else APART * step
    columns: Rows = []
    ends: Rows = []
    names: Rows = []
    for index, row in enumerate(rows):
        tall = HEIGHT * (STUB if row.percent is None else row.percent) / max(highest, STUB)
        top = ABOVE + HEIGHT - tall
        above = ABOVE + HEIGHT - max(tall, HEIGHT * farthest(row) / max(highest, STUB))
        columns.append(
            {
                "x": index * step + gap,
                "x2": (index + 1) * step - gap,
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


def _evenly_spaced(released: Released) -> bool:
    """Whether the limits between the bands are known and equally far apart; the outer bands may be open."""
    if ANSWERS in released.merged:
        return False
    limits = [answer.below for answer in released.question.answers[:-1]]
    numbers = [limit for limit in limits if limit is not None and not isinstance(limit, datetime.date)]
    steps = {after - before for before, after in itertools.pairwise(numbers)}
    return len(numbers) == len(limits) and len(steps) == 1
