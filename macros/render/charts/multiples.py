"""Small multiples: one small chart of bars for each group, all answers in the same order on the same scale.

For more groups than colours tell apart. All come first, and their order of the answers is that of every group.
"""

import textwrap

import altair as alt

from macros.language.catalogue import Language
from macros.language.message import msg
from macros.release.released import Row
from macros.render.charts import whiskers
from macros.render.charts.bars import HATCH, STUB, ordered
from macros.render.charts.frame import BAR, LETTER, LINE_HEIGHT, frame, label_lines, text_lines
from macros.render.charts.specification import Rows, data, pixel_x, pixel_y, rectangles, specification
from macros.render.charts.stack import named_groups
from macros.render.charts.whiskers import farthest
from macros.render.numbers import signed_label
from macros.render.theme import var
from macros.report.figures import Figure

IN_A_ROW = 3
GAP = 20  # px between two charts, side by side and one above the other
ROOM = 34  # px right of 100 percent, for a number


def specify(figure: Figure, language: Language, *, wide: bool) -> dict[str, object]:
    """Give the Vega-Lite specification of small multiples."""
    released = figure.released
    groups = named_groups(released, language)
    answers = [str(row.answer) for row in ordered(figure)]
    ground = frame([row.label for row in ordered(figure)], wide=wide, axis=False)
    in_a_row = min(IN_A_ROW, len(groups)) if wide else 1
    width = (ground.width - ground.left - GAP * (in_a_row - 1)) / in_a_row
    scale = (width - ROOM) / 100
    heads = {group: textwrap.wrap(name, int(width / LETTER)) for group, name in groups.items()}
    bars, ends, names, labels, y = Rows(), Rows(), Rows(), Rows(), 0.0
    for at, group in enumerate(groups):
        if at % in_a_row == 0:
            high = max(len(heads[other]) for other in list(groups)[at : at + in_a_row]) * LINE_HEIGHT
            y += high + 4 + (GAP if at else 0)
            labels += [line | {"y": y + float(str(line["y"]))} for line in label_lines(ground)]
        left = ground.left + (at % in_a_row) * (width + GAP)
        lines = heads[group]
        names += [
            {"x": left, "y": y - 4 - (len(lines) - i - 0.5) * LINE_HEIGHT, "text": line} for i, line in enumerate(lines)
        ]
        for answer, top in zip(answers, ground.bars, strict=True):
            row = released.row(group, answer)
            bars.append(_bar(row, left, y + top, scale, language))
            if row.low is not None and row.high is not None:
                ends += whiskers.lying(left + scale * row.low, left + scale * row.high, y + top + BAR / 2)
        if at % in_a_row == in_a_row - 1 or at == len(groups) - 1:
            y += ground.height
    numbers = (
        alt.Chart(data(bars))
        .mark_text(align="left", baseline="middle", fontSize=13, fontWeight=600)
        .encode(pixel_x("text_x"), pixel_y("text_y"), text="text:N")
    )
    titles = (
        alt.Chart(data(names))
        .mark_text(align="left", baseline="middle", fontWeight=600)
        .encode(pixel_x("x"), pixel_y("y"), text="text:N")
    )
    return specification(
        [rectangles(bars), *whiskers.marks(ends), numbers, titles, text_lines(labels)], ground.width, round(y)
    )


def _bar(row: Row, left: float, top: float, scale: float, language: Language) -> dict[str, object]:
    hidden = row.status == "suppressed"
    length = scale * (STUB if hidden else row.percent or 0)
    return {
        "x": left,
        "x2": left + length,
        "y": top + 2,
        "y2": top + BAR - 2,
        "fill": HATCH if hidden else var("bar"),
        "stroke": var("chart-edge") if hidden else "transparent",
        "text": language.say(msg("protected")) if hidden else signed_label(row, language),
        "text_x": left + max(length, scale * farthest(row)) + 5,
        "text_y": top + BAR / 2,
    }
