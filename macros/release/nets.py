"""Nets, balances and differences of numbers that are released already: from their counts, then rounded once.

They tell nothing that was not released: each is worked out from released counts, and is withheld as soon as one
part of it is. Belongs here: rows made of rows. Does not: tables (`disclosure.py`).
"""

from fractions import Fraction

from macros.release.released import Released, Row
from macros.release.rounding import half_up, percent
from macros.survey.part import in_language
from macros.survey.tabulation import Group


def net(released: Released, group: Group, code: str, language: str) -> Row | None:
    """The share of an answer, or of answers that the codebook's `merge:` names together (a top-box).

    In a sample a net of several answers carries no interval, so that nothing can be claimed of it there.

    Returns:
        A row, suppressed when a part is; None when the question has no such answer.
    """
    for row in released.rows:
        if row.group == group and row.answer == code and row.statistic == "share":
            return row
    merge = next((merge for merge in released.question.merge if merge.code == code), None)
    if merge is None or released.question.type == "multiple":
        return None
    parts = [row for row in released.rows if row.group == group and row.answer in merge.of]
    label = in_language(merge.label, language)
    base = released.row(group, None).n
    if not base or len(parts) < len(merge.of) or any(row.status != "ok" for row in parts):
        return Row(group, code, label, "share", "suppressed")
    n = sum(row.n or 0 for row in parts)
    value = percent(n, base)
    return Row(group, code, label, "share", "ok", value, n, base, value)


def balance(released: Released, group: Group, label: str) -> Row | None:
    """Net balance: the share on the positive side less the share on the negative one, in percentage points.

    Unchanged answers count in the base. Source: Konjunkturinstitutet's nettotal (without its weights).

    Returns:
        A row; None when the codebook gives the answers no sides.
    """
    sides = {category.code: category.side for category in released.answers}
    if not {"positive", "negative"} <= set(sides.values()):
        return None
    rows = [row for row in released.rows if row.group == group and row.answer in sides]
    base = released.row(group, None).n
    if not base or any(row.status != "ok" for row in rows if sides[str(row.answer)] != "neutral"):
        return Row(group, None, label, "share", "suppressed")
    sign = {"positive": 1, "negative": -1}
    difference = sum(sign.get(str(sides[str(row.answer)]), 0) * (row.n or 0) for row in rows)
    return Row(group, None, label, "share", "ok", half_up(Fraction(100 * difference, base)), None, base)


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
