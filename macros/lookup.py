"""Finds what a macro call names in a released table, or says what there is and what was probably meant."""

from macros.errors import Place, Problem, ReportError, nearest
from macros.language.message import Message, msg
from macros.release.released import Released, Row
from macros.report.statistics import Statistic
from macros.survey.tabulation import Group


def group_of(released: Released, by: str | None, group: str | None, place: Place) -> Group:
    """The group that `by` and `group` name together; the total when both are left out.

    Raises:
        ReportError: one without the other, or a group that the table does not show (merged groups have new names).
    """
    if by is None and group is None:
        return (None,) * len(released.variables)
    if by is None or group is None:
        hint = msg("Give both: by= names the grouping, group= one of its groups.")
        raise ReportError([Problem(place, msg("by and group belong together"), hint=hint)])
    codes = [category.code for category in released.groups[by]]
    if group not in codes:
        raise unknown(msg("group"), group, codes, place)
    return (group,)


def period_of(released: Released, period: str | None, answer: str, place: Place) -> Row:
    """The row of a published series for an answer and period.

    Raises:
        ReportError: the series has no such answer or period.
    """
    rows = {row.group[-1]: row for row in released.rows if row.answer == answer}
    if not rows:
        raise unknown(msg("answer"), answer, [category.code for category in released.answers], place)
    if period not in rows:
        raise unknown(msg("period"), str(period), [str(known) for known in rows], place)
    return rows[period]


def comparable(before: Statistic, after: Statistic, place: Place) -> None:
    """Refuse a change that only a test could tell from chance.

    Raises:
        ReportError: one of the surveys is no census.
    """
    if {before.table.codebook.design.kind, after.table.codebook.design.kind} == {"census"}:
        return
    surveys = {"a": before.address.survey, "b": after.address.survey}
    found = msg("a change between {a} and {b} needs a test that is not made yet", **surveys)
    raise ReportError([Problem(place, found, hint=msg("State both numbers without a verb of change."))])


def unknown(kind: Message, word: str, choices: list[str], place: Place) -> ReportError:
    """What to say when there is no such thing: what there is, and the nearest spelling."""
    found = msg("there is no {kind} {id} here", kind=kind, id=word)
    return ReportError([Problem(place, found, msg("{choices}", choices=", ".join(choices)), nearest(word, choices))])
