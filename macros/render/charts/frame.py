"""The ground that horizontal bars share: where rows, labels and the percent axis stand, in pixels.

Positions are computed here and not by Vega, so that a drawing is the same whatever fonts a machine has, and a
bar's length is the published number times a fixed width.
"""

import textwrap
from collections.abc import Mapping
from dataclasses import dataclass

import altair as alt

from macros.language.catalogue import Language
from macros.language.numbers import percent_short
from macros.render.charts.specification import Rows, data, pixel_x, pixel_y, specification
from macros.render.theme import NARROW, WIDE, var

LETTER = 7.3  # px; widest mean width of a letter at 14 px in the site's typeface
BAR = 24
LINE_HEIGHT = 18
WIDE_LINE, NARROW_LINE = 26, 36  # letters in a line of a label, beside bars and above them
AXIS_ROOM = 26


@dataclass(frozen=True)
class Frame:
    """Where things stand in one drawing.

    Attributes:
        width, height: of the drawing, px.
        left, right: where 0 and 100 percent stand, px.
        labels: lines of each row's label.
        bars: top of each row's bar, px.
        beside: whether labels stand beside the bars, else above them.
    """

    width: int
    height: int
    left: int
    right: int
    labels: tuple[tuple[str, ...], ...]
    bars: tuple[int, ...]
    beside: bool

    @property
    def steps(self) -> tuple[int, ...]:
        """Where the axis is marked, percent of its length."""
        return (0, 25, 50, 75, 100) if self.beside else (0, 50, 100)

    def pixels(self, percent: float) -> float:
        """Length of a percentage, px."""
        return percent * (self.right - self.left) / 100


def frame(
    labels: list[str], *, wide: bool, apart: frozenset[int] = frozenset(), room: int = 0, axis: bool = True
) -> Frame:
    """Lay out rows.

    Args:
        labels: one a row.
        wide: the drawing for the text column, else the one for a phone.
        apart: rows after which a wider gap stands, as after the total.
        room: px kept free right of 100 percent, for numbers beside bars.
        axis: whether room is kept for a percent axis below.
    """
    width = WIDE if wide else NARROW
    column = 0
    if wide:
        wrapped = [tuple(textwrap.wrap(label, WIDE_LINE)) or ("",) for label in labels]
        longest = max(len(line) for lines in wrapped for line in lines)
        column = round(longest * LETTER) + 10 if longest else 0
    else:
        wrapped = [tuple(textwrap.wrap(label, NARROW_LINE)) or ("",) for label in labels]
    tops, y = [], 0
    for index, lines in enumerate(wrapped):
        label_height = len(lines) * LINE_HEIGHT if any(lines) else 0
        if wide:
            tall = max(BAR, label_height)
            tops.append(y + (tall - BAR) // 2)
            y += tall + 12
        else:
            tops.append(y + label_height + 2)
            y += label_height + BAR + 12
        y += 12 if index in apart else 0
    return Frame(width, y + (AXIS_ROOM if axis else 0), column, width - room, tuple(wrapped), tuple(tops), wide)


def assemble(frame_: Frame, marks: list[alt.Chart], language: Language | None = None) -> dict[str, object]:
    """Put the marks on the ground, row labels in front; with a language, a grid and percent axis behind."""
    ticks = {step: percent_short(step, language) for step in frame_.steps} if language else {}
    return on_axis(frame_, marks, ticks)


def on_axis(frame_: Frame, marks: list[alt.Chart], ticks: Mapping[int, str]) -> dict[str, object]:
    """The same with an axis of another unit, or none.

    Args:
        ticks: what is written at each of the frame's `steps`.
    """
    axis = _axis(frame_, ticks) if ticks else []
    return specification([*axis, *marks, text_lines(label_lines(frame_))], frame_.width, frame_.height)


def _axis(frame_: Frame, ticks: Mapping[int, str]) -> list[alt.Chart]:
    bottom = frame_.height - AXIS_ROOM
    rows: Rows = [
        {"x": frame_.left + frame_.pixels(step), "y": 0, "y2": bottom, "text": text} for step, text in ticks.items()
    ]
    lines: Rows = rows
    if not frame_.beside:  # not through the names above the bars
        lines = [row | {"y": top - 2, "y2": top + BAR + 2} for row in rows for top in frame_.bars]
    grid = alt.Chart(data(lines)).mark_rule(stroke=var("chart-grid")).encode(pixel_x("x"), pixel_y("y"), y2="y2")
    texts = []
    for row, align in zip(rows, ("left", *("center",) * (len(rows) - 2), "right"), strict=True):
        texts.append(
            alt.Chart(data([row | {"y": bottom + 18}]))
            .mark_text(align=align, fontSize=13, fill=var("chart-soft"))  # type: ignore[arg-type]
            .encode(pixel_x("x"), pixel_y("y"), text="text:N")
        )
    return [grid, *texts]


def label_lines(frame_: Frame) -> Rows:
    """Every line of the rows' labels, with where it stands."""
    rows: Rows = []
    for lines, top in zip(frame_.labels, frame_.bars, strict=True):
        # Beside a bar the lines are centred on it, above it the last one stands just over it.
        last = (len(lines) - 1) * LINE_HEIGHT
        first = top + (BAR - last) / 2 if frame_.beside else top - LINE_HEIGHT / 2 - 2 - last
        rows += [{"x": 0, "y": first + index * LINE_HEIGHT, "text": line} for index, line in enumerate(lines)]
    return rows


def text_lines(lines: Rows) -> alt.Chart:
    """Lines of text that begin where they stand: each gives its `x`, `y` and `text`."""
    written: alt.Chart = (
        alt.Chart(data(lines))
        .mark_text(align="left", baseline="middle")
        .encode(pixel_x("x"), pixel_y("y"), text="text:N")
    )
    return written
