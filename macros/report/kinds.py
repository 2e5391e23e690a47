"""The kinds of chart, and which of them can show which table. What a kind looks like is in `render/charts`."""

from typing import Literal

from macros.errors import Place, Problem, ReportError, nearest
from macros.language.message import msg
from macros.release.released import Released
from macros.report.periods import midpoint

Kind = Literal["bars", "stack", "series", "grouped", "waffle", "histogram"]
MOST_SQUARES = 100  # units; more squares than that nobody counts
MOST_GROUPS = 4  # bars side by side; more are not told apart


def suitable_kinds(released: Released) -> tuple[Kind, ...]:
    """The kinds of chart that can show a table, the best first; none for means.

    Of a sample those come first that can draw an interval, which a segment of a stack cannot.
    """
    if released.codebook.kind == "published":
        drawn = all(row.percent is not None and midpoint(row.group[-1] or "") for row in released.rows)
        several = len({row.group for row in released.rows}) > 1
        return ("series",) if drawn and several and released.variables == ("period",) else ()
    if released.question.type == "number":
        return ()
    if released.by:
        few = len(released.groups[released.variables[0]]) <= MOST_GROUPS
        side_by_side: tuple[Kind, ...] = ("grouped",) if few else ()
        if released.question.type == "multiple":
            return side_by_side
        return (*side_by_side, "stack") if released.sample else ("stack", *side_by_side)
    if released.question.bands_of is not None:
        return ("histogram", "bars")
    kinds: tuple[Kind, ...] = ("stack", "bars") if released.question.type == "scale" else ("bars",)
    if released.sample:
        kinds = kinds[::-1]
    base = released.row((), None).n
    one_each = released.question.type != "multiple" and not released.weighted
    countable = one_each and base is not None and base <= MOST_SQUARES
    return (*kinds, "waffle") if countable else kinds


def choose_kind(released: Released, kind: str | None, place: Place) -> Kind:
    """The kind that was asked for, or the one that suits the question best.

    Raises:
        ReportError: no chart, or not this one, can show the table.
    """
    suitable = suitable_kinds(released)
    if not suitable:
        found = msg("no chart shows {question} in this way yet", question=released.question.id)
        if "group" in released.variables:
            found = msg(
                "the figures of {question} are of different populations, which never share a line",
                question=released.question.id,
            )
        raise ReportError([Problem(place, found, hint=msg("Use {macro} instead.", macro='table("…")'))])
    if kind is None:
        return suitable[0]
    for known in suitable:
        if known == kind:
            return known
    found = msg("a chart of kind {kind} cannot show {question}", kind=kind, question=released.question.id)
    raise ReportError([Problem(place, found, msg("{choices}", choices=", ".join(suitable)), nearest(kind, suitable))])
