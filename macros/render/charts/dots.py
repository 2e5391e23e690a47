"""Dots with intervals: a number and how far chance may have moved it, for each answer, or for each group.

For each group it is the mean of a number, or the share of the first of two answers. What is withheld is a hatched stub
of fixed length, as in bars.
"""

import math

import altair as alt

from macros.language import numbers
from macros.language.catalogue import Language
from macros.language.message import Message, msg
from macros.release.released import Row
from macros.render.charts import whiskers
from macros.render.charts.bars import HATCH, STUB, ordered
from macros.render.charts.frame import BAR, LETTER, frame, on_axis
from macros.render.charts.specification import Rows, data, pixel_x, pixel_y, rectangles
from macros.render.charts.stack import named_groups
from macros.render.numbers import marked_label
from macros.render.theme import var
from macros.report.figures import Figure

DOT = 130  # square px
QUARTERED = (1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10)
BESIDE = 12  # px from a dot or an interval to its number


def key(figure: Figure) -> tuple[tuple[str, Message | str], ...]:
    """The key: which answer the dots of groups are of; none where each dot names its own."""
    released = figure.released
    return (("bar", released.answers[0].label),) if released.by and released.answers else ()


def rows_of(figure: Figure, language: Language) -> dict[str, Row]:
    """The rows that are drawn, by their names and in their order."""
    released = figure.released
    if released.answers and not released.by:
        return {row.label: row for row in ordered(figure)}
    answer = released.answers[0].code if released.answers else None
    return {name: released.row(group, answer) for group, name in named_groups(released, language).items()}


def specify(figure: Figure, language: Language, *, wide: bool) -> dict[str, object]:
    """Give the Vega-Lite specification of dots with intervals."""
    released, rows = figure.released, rows_of(figure, language)
    texts = [_text(row, language) for row in rows.values()]
    room = max(40, *(round(len(text) * LETTER) + BESIDE for text in texts))
    apart = frozenset({0} if released.by else ())
    ground = frame(list(rows), wide=wide, apart=apart, room=room)
    low, high = axis_ends(list(rows.values()))

    def at(value: float) -> float:
        return ground.left + ground.pixels(100 * (value - low) / (high - low))

    dots, ends, stubs, beside = Rows(), Rows(), Rows(), Rows()
    for row, text, top in zip(rows.values(), texts, ground.bars, strict=True):
        middle, value = top + BAR / 2, _value(row)
        if row.low is not None and row.high is not None:
            ends += whiskers.lying(at(row.low), at(row.high), middle)
        if value is not None:
            dots.append({"x": at(value), "y": middle})
        else:
            stub = {"x": ground.left, "x2": ground.left + ground.pixels(STUB), "y": top, "y2": top + BAR}
            stubs.append(stub | {"fill": HATCH, "stroke": var("chart-edge")})
        end = ground.left + ground.pixels(STUB) if value is None else at(max(value, row.high or value))
        beside.append({"x": end + BESIDE, "y": middle, "text": text})
    written = (
        alt.Chart(data(beside))
        .mark_text(align="left", baseline="middle", fontWeight=600)
        .encode(pixel_x("x"), pixel_y("y"), text="text:N")
    )
    spots = alt.Chart(data(dots)).mark_point(fill=var("bar"), opacity=1, size=DOT).encode(pixel_x("x"), pixel_y("y"))
    step = (high - low) / 100
    ticks = {part: tick(low + part * step, language, share=bool(released.answers)) for part in ground.steps}
    boxes = [rectangles(stubs)] if stubs else []
    return on_axis(ground, [*boxes, *whiskers.marks(ends), spots, written], ticks)


def _value(row: Row) -> float | None:
    return row.value if row.statistic == "mean" else row.percent


def _text(row: Row, language: Language) -> str:
    return language.say(msg("protected")) if row.status == "suppressed" else marked_label(row, language)


def tick(value: float, language: Language, *, share: bool) -> str:
    """What is written at a mark of the axis."""
    if share:
        return numbers.percent_short(value, language)
    value = round(value, 6)  # a quarter of a round number is not always one of two's powers
    return numbers.number(value, language, numbers.decimals_needed([value]))


def axis_ends(rows: list[Row]) -> tuple[float, float]:
    """Where the axis begins and ends: 0 and 100 of shares, else 0 and a number just large enough.

    It is one whose quarters are short to read. Below 0 the axis goes as far as above.
    """
    if any(row.statistic == "share" for row in rows):
        return 0, 100
    values = [abs(value) for row in rows for value in (row.value, row.low, row.high) if value is not None]
    most = max(values, default=0) or 1
    power = 10 ** math.floor(math.log10(most))
    top = next(round(part * power, 6) for part in QUARTERED if part * power >= most)
    return (-top if any((row.low or row.value or 0) < 0 for row in rows) else 0), top
