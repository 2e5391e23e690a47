"""Bars to either side of a line: one end of a scale to its left, the other to its right, for the balance of the two.

Segments stand in the scale's order. What belongs to neither end, the middle of the scale and what lies outside it, is a
bar of its own further right, so that it moves nobody's balance. A withheld answer is a hatched stub of fixed length.
"""

from collections.abc import Sequence

import altair as alt

from macros.language.catalogue import Language
from macros.release.released import Category, Released, Row
from macros.render.charts.bars import HATCH, STUB
from macros.render.charts.frame import BAR, assemble, frame
from macros.render.charts.specification import Rows, data, pixel_x, pixel_y, rectangles
from macros.render.charts.stack import NARROWEST, colours, named_groups
from macros.render.numbers import signed_label
from macros.render.theme import on, var
from macros.report.figures import Figure

APART = 20  # px between the bars of both ends and that of the rest


def specify(figure: Figure, language: Language, *, wide: bool) -> dict[str, object]:
    """Give the Vega-Lite specification of a diverging bar chart."""
    released = figure.released
    names = named_groups(released, language)
    ground = frame(list(names.values()), wide=wide, apart=frozenset({0} if released.by else ()), axis=False)
    ends = [[[released.row(group, a.code) for a in end] for group in names] for end in _ends(released)]
    longest = [max((sum(map(_length, rows)) for rows in end), default=0) for end in ends]
    left, right, rest = longest
    scale = (ground.right - ground.left - (APART if rest else 0)) / max(left + right + rest, 1)
    zero = ground.left + scale * left
    starts = (zero, zero, zero + scale * right + APART)
    palette, segments = colours(released), Rows()
    for end, (groups, start) in enumerate(zip(ends, starts, strict=True)):
        for rows, top in zip(groups, ground.bars, strict=True):
            at = start - scale * sum(map(_length, rows)) if end == 0 else start
            for row in rows:
                if length := scale * _length(row):
                    segments.append(_segment(row, at, length, top, palette[str(row.answer)], language))
                at += length
    # Above a bar stands its name on a phone, which a line from top to bottom would cross.
    tall = [(0, ground.height)] if wide else [(top - 3, top + BAR + 3) for top in ground.bars]
    lines: Rows = [{"x": x, "y": y, "y2": y2} for x in (starts[1:] if rest else starts[:1]) for y, y2 in tall]
    drawn = [
        rectangles(segments),
        alt.Chart(data(lines)).mark_rule(stroke=var("chart-edge")).encode(pixel_x("x"), pixel_y("y"), y2="y2"),
        alt.Chart(data([segment for segment in segments if segment["text"]]))
        .mark_text(baseline="middle", fontWeight=600)
        .encode(pixel_x("text_x"), pixel_y("text_y"), text="text:N", fill=alt.Fill("text_fill:N", scale=None)),
    ]
    return assemble(ground, drawn)


def _ends(released: Released) -> tuple[Sequence[Category], Sequence[Category], Sequence[Category]]:
    """The answers of the end that comes first, of the other, and of neither; each in the scale's order."""
    first = released.answers[0].side
    other = {"negative": "positive", "positive": "negative"}[str(first)]
    by_side = {side: [a for a in released.answers if a.side == side] for side in (first, other)}
    return by_side[first], by_side[other], [a for a in released.answers if a.side not in by_side]


def _length(row: Row) -> float:
    """Percent; that of a withheld number is the same whatever it is."""
    return (row.percent or 0) if row.status != "suppressed" else STUB


def _segment(row: Row, at: float, length: float, top: int, token: str, language: Language) -> dict[str, object]:
    hidden = row.percent is None
    fill = HATCH if hidden else var(token)
    return {
        "x": at + 1,
        "x2": at + length - 1,
        "y": top,
        "y2": top + BAR,
        "fill": fill,
        "stroke": var("chart-edge") if fill in (HATCH, var("o3")) else "transparent",
        "text": signed_label(row, language) if length >= NARROWEST and not hidden else "",
        "text_fill": on(token),
        "text_x": at + length / 2,
        "text_y": top + BAR / 2,
    }
