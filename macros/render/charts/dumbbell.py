"""Two waves, one line for each answer: a grey dot for before, a coloured one for now, and the change in points.

Each dot has its share on the outer side of the line; the changes stand in a column of their own.
"""

from collections.abc import Sequence

import altair as alt

from macros.language.catalogue import Language
from macros.language.message import Message
from macros.language.numbers import number
from macros.render.charts.frame import BAR, Frame, assemble, frame, text_lines
from macros.render.charts.specification import Rows, data, pixel_x, pixel_y
from macros.render.numbers import label_text
from macros.render.theme import var
from macros.report.waves import Pair, Waves

ROOM = 72  # px right of 100 percent, for a share of 100 and the change
WIDTH = 7.6  # px of a figure at 14 px in the site's typeface
BESIDE = 12  # px from a dot's middle to its share
NUMBER = 34  # px that a share and its gap take


def key(waves: Waves) -> tuple[tuple[str, Message | str], ...]:
    """The key: colour token and name of each wave."""
    before, after = waves.names
    return (("bar-rest", before), ("bar", after))


def specify(waves: Waves, language: Language, *, wide: bool) -> dict[str, object]:
    """Give the Vega-Lite specification of a dumbbell chart."""
    ground = frame([pair.label for pair in waves.pairs], wide=wide, room=ROOM)
    lines: Rows = []
    shares: Rows = []
    for pair, top in zip(waves.pairs, ground.bars, strict=True):
        ends = [ground.left + ground.pixels(row.percent or 0) for row in (pair.before.row, pair.after.row)]
        change = pair.change.value or 0
        lines.append(
            {
                "x": ends[0],
                "x2": ends[1],
                "y": top + BAR / 2,
                "text_x": ground.width,
                "text": ("+" if change > 0 else "") + number(change, language),
            }
        )
        shares += [line | {"y": top + BAR / 2} for line in _shares(pair, ends, ground, language)]
    chart = alt.Chart(data(lines))
    marks = [
        chart.mark_rule(stroke=var("bar-rest"), strokeWidth=3).encode(pixel_x("x"), pixel_y("y"), x2="x2"),
        chart.mark_point(fill=var("bar-rest"), opacity=1, size=150).encode(pixel_x("x"), pixel_y("y")),
        chart.mark_point(fill=var("bar"), opacity=1, size=150).encode(pixel_x("x2"), pixel_y("y")),
        chart.mark_text(align="right", baseline="middle", fontWeight=600).encode(
            pixel_x("text_x"), pixel_y("y"), text="text:N"
        ),
        text_lines(shares),
    ]
    return assemble(ground, marks, language)


def _shares(pair: Pair, ends: Sequence[float], ground: Frame, language: Language) -> Rows:
    """Both shares: one on either side of the line, or one after the other where the left side has no room."""
    texts = [label_text(statistic.row, language) for statistic in (pair.before, pair.after)]
    after = max(ends) + BESIDE
    if texts[0] == texts[1]:
        return [{"x": after, "text": texts[0]}]
    (left, first), (right, last) = sorted(zip(ends, texts, strict=True))
    if left < ground.left + NUMBER:
        return [{"x": right + BESIDE, "text": f"{texts[0]} \N{RIGHTWARDS ARROW} {texts[1]}"}]
    return [{"x": left - BESIDE - WIDTH * len(first), "text": first}, {"x": right + BESIDE, "text": last}]
