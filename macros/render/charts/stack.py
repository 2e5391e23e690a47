"""Stacked bars to 100 percent: an ordered scale, or a single choice by group, segments in the codebook's order always.

What is withheld is drawn as one hatched rest, whose length everybody can work out from what is shown.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import altair as alt

from macros.language.catalogue import Language
from macros.language.message import Message, msg
from macros.release.released import Released, Row
from macros.render.charts.bars import HATCH
from macros.render.charts.frame import BAR, Frame, assemble, frame
from macros.render.charts.specification import Rows, data, pixel_x, pixel_y, rectangles
from macros.render.numbers import signed_label
from macros.render.theme import list_colours, on, scale_colours, var
from macros.report.figures import Figure
from macros.report.tables import group_labels
from macros.survey.tabulation import Group

PAIR = 2  # yes and no: the one in the colour of bars, the other in grey
WHOLE = 100  # percent
ROOM_FOR_WORD = 80  # px
NARROWEST = 24  # px; a number in a narrower segment would touch its neighbours


def colours(released: Released) -> dict[str, str]:
    """The colour token of each answer."""
    answers = released.answers
    if released.question.type == "scale":
        names = scale_colours([answer.side for answer in answers])
    else:
        names = ("bar", "bar-rest") if len(answers) == PAIR else list_colours(len(answers))
    return {answer.code: name for answer, name in zip(answers, names, strict=True)}


def key(figure: Figure) -> tuple[tuple[str, Message | str], ...]:
    """The key: colour token and name of each answer in order, and of the hatch where it occurs."""
    released = figure.released
    entries: list[tuple[str, Message | str]] = [
        (colours(released)[answer.code], answer.label) for answer in released.answers
    ]
    if figure.table.withheld:
        entries.append(("skyddad", msg("Withheld, too few answers")))
    return tuple(entries)


def specify(figure: Figure, language: Language, *, wide: bool) -> dict[str, object]:
    """Give the Vega-Lite specification of a stacked bar chart."""
    released = figure.released
    names = named_groups(released, language)
    ground = frame(list(names.values()), wide=wide, apart=frozenset({0} if released.by else ()))
    palette = colours(released)
    segments: Rows = []
    for group, top in zip(names, ground.bars, strict=True):
        rows = [released.row(group, answer.code) for answer in released.answers]
        segments += [part.placed(top, ground) for part in _segments(rows, palette, ground, language)]
    drawn = rectangles(segments)
    numbers = (
        alt.Chart(data([segment for segment in segments if segment["text"]]))
        .mark_text(baseline="middle", fontWeight=600)
        .encode(pixel_x("text_x"), pixel_y("text_y"), text="text:N", fill=alt.Fill("text_fill:N", scale=None))
    )
    return assemble(ground, [drawn, numbers], language)


def named_groups(released: Released, language: Language) -> dict[Group, str]:
    """The groups to draw with their names and bases, the total first; without a grouping one without a name.

    A group in which nobody answered is none: nothing of it is withheld.
    """
    if not released.by:
        return {(): ""}
    names = {}
    for group, label in group_labels(released, language.code).items():
        base = released.row(group, None)
        if base.status != "no_base":
            names[group] = language.say(label) + ("" if base.n is None else f"\N{NO-BREAK SPACE}({base.n})")
    return names


@dataclass(frozen=True)
class _Segment:
    """A part of a bar, from one percentage to another."""

    start: float
    end: float
    fill: str
    text_fill: str
    text: str

    def placed(self, top: int, ground: Frame) -> dict[str, object]:
        """Where it stands in pixels, a gap of two between neighbours."""
        left, right = ground.left + ground.pixels(self.start), ground.left + ground.pixels(self.end)
        return {
            "x": left + (1 if self.start else 0),
            "x2": right - (1 if round(self.end) < WHOLE else 0),
            "y": top,
            "y2": top + BAR,
            "fill": self.fill,
            "stroke": var("chart-edge") if self.fill in (HATCH, var("o3")) else "transparent",
            "text": self.text,
            "text_fill": self.text_fill,
            "text_x": (left + right) / 2,
            "text_y": top + BAR / 2,
        }


def _segments(rows: Iterable[Row], palette: dict[str, str], ground: Frame, language: Language) -> list[_Segment]:
    segments: list[_Segment] = []
    rows = list(rows)
    at, total = 0.0, sum(row.percent or 0 for row in rows)
    hidden = any(row.status == "suppressed" for row in rows)
    # All of them are the whole bar, also where rounding takes their sum to 99 or 101.
    part = WHOLE / total if total and (not hidden or total > WHOLE) else 1
    for row in rows:
        if row.percent:
            token = palette[str(row.answer)]
            text = signed_label(row, language) if ground.pixels(row.percent) >= NARROWEST else ""
            segments.append(_Segment(at, at + part * row.percent, var(token), on(token), text))
            at += part * row.percent
    if hidden and round(at) < WHOLE:
        text = language.say(msg("protected")) if ground.pixels(WHOLE - at) > ROOM_FOR_WORD else ""
        segments.append(_Segment(at, WHOLE, HATCH, var("chart-text"), text))
    return segments
