"""The kinds of chart, and which of them can show which table. What a kind looks like is in `render/charts`."""

from typing import Literal

from macros.errors import Place, Problem, ReportError, nearest
from macros.language.message import msg
from macros.release.released import Released
from macros.report.periods import midpoint

Kind = Literal["bars", "stack", "diverging", "series", "grouped", "multiples", "dots", "box", "waffle", "histogram"]
Order = Literal["size", "given"]
ORDERS: tuple[Order, ...] = ("size", "given")
WavesKind = Literal["dumbbell", "slope"]
MOST_SQUARES = 100  # units; more squares than that nobody counts
MOST_GROUPS = 4  # bars side by side; more are not told apart
MOST_LINES = 6  # from one wave to the next; more are not told apart
PAIR = 2  # answers of which one tells the other


def suitable_kinds(released: Released) -> tuple[Kind, ...]:
    """The kinds of chart that can show a table, the best first; none for one mean without quartiles.

    Of a sample those come first that can draw an interval, which a segment of a stack cannot.
    """
    if released.codebook.kind == "published":
        drawn = all(row.percent is not None and midpoint(row.group[-1] or "") for row in released.rows)
        several = len({row.group for row in released.rows}) > 1
        return ("series",) if drawn and several and released.variables == ("period",) else ()
    if released.question.type == "number":
        box: tuple[Kind, ...] = ("box",) if any(row.statistic == "quartile" for row in released.rows) else ()
        return ("dots", *box) if released.by else box
    if released.by:
        return _by_group(released)
    if released.question.bands_of is not None:
        return ("histogram", "bars")
    scale: tuple[Kind, ...] = ("stack", "diverging") if balanced(released) else ("stack",)
    kinds: tuple[Kind, ...] = (*scale, "bars") if released.question.type == "scale" else ("bars",)
    if released.sample:
        kinds = (*kinds[::-1], "dots")
    base = released.row((), None).n
    one_each = released.question.type != "multiple" and not released.weighted
    countable = one_each and base is not None and base <= MOST_SQUARES
    return (*kinds, "waffle") if countable else kinds


def _by_group(released: Released) -> tuple[Kind, ...]:
    few = len(released.groups[released.variables[0]]) <= MOST_GROUPS
    side_by_side: tuple[Kind, ...] = ("grouped", "multiples") if few else ("multiples",)
    if released.question.type == "multiple":
        return side_by_side
    whole: tuple[Kind, ...] = ("stack", "diverging") if balanced(released) else ("stack",)
    if not released.sample:
        return (*whole, *side_by_side)
    return (*side_by_side, *whole, *(("dots",) if len(released.answers) == PAIR else ()))


def balanced(released: Released) -> bool:
    """Whether the answers are a scale from one named end to the other, so that the ends can be weighed."""
    sides = [answer.side for answer in released.answers]
    named = [side for side in sides if side in ("negative", "positive")]
    runs = [side for at, side in enumerate(named) if at == 0 or side != named[at - 1]]
    return (
        released.question.type == "scale"
        and sides[0] is not None
        and sorted(set(runs)) == sorted(runs)
        and len(runs) == PAIR
    )


def choose_order(order: str | None, place: Place) -> Order:
    """The order of a list's answers: by size unless the page says otherwise.

    Raises:
        ReportError: no such order.
    """
    for known in ORDERS:
        if order in (known, None):
            return known
    found = msg("there is no order {order}", order=str(order))
    raise ReportError([Problem(place, found, msg("{choices}", choices=", ".join(ORDERS)), nearest(str(order), ORDERS))])


def choose_waves_kind(kind: str | None, pairs: int, place: Place) -> WavesKind:
    """The kind of chart for a comparison of two waves.

    Raises:
        ReportError: no such kind, or too many answers for it.
    """
    choices: tuple[WavesKind, ...] = ("dumbbell", "slope") if pairs <= MOST_LINES else ("dumbbell",)
    for known in choices:
        if kind in (known, None):
            return known
    found = msg("a chart of kind {kind} cannot show {count} changes", kind=kind, count=pairs)
    raise ReportError(
        [Problem(place, found, msg("{choices}", choices=", ".join(choices)), nearest(str(kind), choices))]
    )


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
