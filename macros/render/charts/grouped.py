"""Bars side by side: the answers of a question, one bar for each group, so that groups are compared answer by answer.

A withheld share is a hatched stub of fixed length, and an interval a whisker, as in plain bars.
"""

import textwrap

import altair as alt

from macros.language.catalogue import Language
from macros.language.message import Message, msg
from macros.release.released import Category, Released, Row
from macros.render.charts import whiskers
from macros.render.charts.bars import HATCH, STUB, ordered
from macros.render.charts.frame import LETTER, LINE_HEIGHT, NARROW_LINE, WIDE_LINE
from macros.render.charts.specification import Rows, data, pixel_x, pixel_y, rectangles, specification
from macros.render.charts.whiskers import farthest
from macros.render.numbers import marked_label
from macros.render.theme import NARROW, WIDE, list_colours, var
from macros.report.figures import Figure

THIN = 16  # px; height of a bar
GAP = 18  # px; between answers
ROOM = 70  # px right of 100 percent, for numbers; more where a number is long


def key(figure: Figure) -> tuple[tuple[str, Message | str], ...]:
    """The key: colour token and name of each group with its base, and of the hatch where it occurs."""
    released = figure.released
    groups = _groups(released)
    entries: list[tuple[str, Message | str]] = []
    for token, group in zip(list_colours(len(groups)), groups, strict=True):
        n = released.row((group.code,), None).n
        entries.append((token, group.label if n is None else msg("{answer} ({n})", answer=group.label, n=n)))
    if figure.table.withheld:
        entries.append(("skyddad", msg("Withheld, too few answers")))
    return tuple(entries)


def specify(figure: Figure, language: Language, *, wide: bool) -> dict[str, object]:
    """Give the Vega-Lite specification of grouped bars."""
    released = figure.released
    groups = _groups(released)
    width = WIDE if wide else NARROW
    answers = ordered(figure)
    wrapped = [textwrap.wrap(answer.label, WIDE_LINE if wide else NARROW_LINE) or [""] for answer in answers]
    longest = max(len(line) for lines in wrapped for line in lines)
    left = round(longest * LETTER) + 10 if wide else 0
    shown = [released.row((group.code,), str(answer.answer)) for answer in answers for group in groups]
    room = max(ROOM, *(round(len(_text(row, language)) * LETTER) + 10 for row in shown))
    bars: Rows = []
    ends: Rows = []
    labels: Rows = []
    y = 0.0
    for answer, lines in zip(answers, wrapped, strict=True):
        rows = [released.row((group.code,), str(answer.answer)) for group in groups]
        bars_high, lines_high = len(rows) * THIN, len(lines) * LINE_HEIGHT
        high = max(bars_high, lines_high) if wide else lines_high
        first = y + (high - lines_high + LINE_HEIGHT) / 2
        labels += [{"x": 0, "y": first + at * LINE_HEIGHT, "text": line} for at, line in enumerate(lines)]
        spare = (high - bars_high) / 2 if wide else 0  # above and below the bars
        y += spare if wide else lines_high + 2
        for token, row in zip(list_colours(len(groups)), rows, strict=True):
            scale = (width - left - room) / 100
            bars.append(_bar(row, var(token), left, scale, y, language))
            if row.low is not None and row.high is not None:
                ends += whiskers.lying(left + scale * row.low, left + scale * row.high, y + THIN / 2)
            y += THIN
        y += spare + GAP
    drawn = rectangles(bars)
    numbers = (
        alt.Chart(data(bars))
        .mark_text(align="left", baseline="middle", fontSize=13, fontWeight=600)
        .encode(pixel_x("text_x"), pixel_y("text_y"), text="text:N")
    )
    names = (
        alt.Chart(data(labels))
        .mark_text(align="left", baseline="middle")
        .encode(pixel_x("x"), pixel_y("y"), text="text:N")
    )
    return specification([drawn, *whiskers.marks(ends), numbers, names], width, round(y - GAP))


def _groups(released: Released) -> tuple[Category, ...]:
    """The groups to draw: not one in which nobody answered, which is nothing that is withheld."""
    groups = released.groups[released.variables[0]]
    return tuple(group for group in groups if released.row((group.code,), None).status != "no_base")


def _bar(row: Row, fill: str, left: float, scale: float, top: float, language: Language) -> dict[str, object]:
    hidden = row.percent is None
    end = left + scale * (STUB if row.percent is None else row.percent)
    return {
        "x": left,
        "x2": end,
        "y": top + 1,
        "y2": top + THIN - 1,
        "fill": HATCH if hidden else fill,
        "stroke": var("chart-edge") if hidden else "transparent",
        "text": _text(row, language),
        "text_x": max(end, left + scale * farthest(row)) + 6,
        "text_y": top + THIN / 2,
    }


def _text(row: Row, language: Language) -> str:
    return language.say(msg("protected")) if row.percent is None else marked_label(row, language)
