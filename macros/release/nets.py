"""Nets, balances and differences of numbers that are released already: from their counts, then rounded once.

They tell nothing that was not released: each is worked out from released counts, and is withheld as soon as one
part of it is. Belongs here: rows made of rows. Does not: tables (`disclosure.py`).
"""

from fractions import Fraction

from macros.release.released import Released, Row
from macros.release.rounding import half_up
from macros.survey.tabulation import Group


def net(released: Released, group: Group, code: str) -> Row | None:
    """The share of an answer, or of answers that the codebook's `merge:` names together (a top-box).

    Returns:
        A row, suppressed when a part is; None when the question has no such answer.
    """
    rows = (*released.rows, *released.nets)
    return next((r for r in rows if r.group == group and r.answer == code and r.statistic == "share"), None)


def steps_together(released: Released) -> tuple[Row, ...]:
    """The shares of several steps of a scale together, such as all that fell, of every group where they are shown.

    None of a list's: its answers are put together where they are too few, and say nothing together.
    """
    if released.question.type != "scale":
        return ()
    alone = {answer.code for answer in released.answers}
    shares = (row for row in released.nets if row.statistic == "share" and row.answer and row.status == "ok")
    return tuple(row for row in shares if row.answer not in alone)


def share_of_answers(released: Released, group: Group, code: str) -> Row | None:
    """An option's share of all answers that were given to a multiple choice; None when there is no such option."""
    found = (row for row in released.nets if row.statistic == "share_of_answers")
    return next((row for row in found if row.group == group and row.answer == code), None)


def balance(released: Released, group: Group) -> Row | None:
    """Net balance: the share on the positive side less the share on the negative one, in percentage points.

    Unchanged answers count in the base. Source: Konjunkturinstitutet's nettotal (without its weights).

    Returns:
        A row; None when the codebook gives the answers no sides.
    """
    return next((row for row in released.nets if row.group == group and row.answer is None), None)


def difference(before: Row, after: Row, label: str) -> Row:
    """The change from one released share to another, in percentage points, from unrounded counts where there are any.

    Figures that somebody else published have no counts here: their difference is that of the published numbers.
    """
    if before.status != "ok" or after.status != "ok":
        return Row(after.group, after.answer, label, "share", "suppressed")
    if before.statistic == "published":
        value = float(Fraction(str(after.value)) - Fraction(str(before.value)))
        return Row(after.group, after.answer, label, "published", "ok", value)
    points = 100 * (_share(after) - _share(before))
    return Row(after.group, after.answer, label, "share", "ok", half_up(points), None, after.base)


def _share(row: Row) -> Fraction:
    if row.n is None or not row.base:
        raise ValueError("a share without count or base has no difference")
    return Fraction(row.n, row.base)
