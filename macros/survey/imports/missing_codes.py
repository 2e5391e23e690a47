"""Spellings such as "NA" that stand for no answer, where the file itself shows it.

Belongs here: the evidence for such a code. Does not: answers in words, such as "No answer": they stay answers.
"""

from collections.abc import Mapping, Sequence

from macros.survey.imports.column import Column
from macros.survey.imports.values import Values
from macros.survey.options import TICKED_SPELLINGS, UNTICKED_SPELLINGS
from macros.survey.spelling import fold

_SURE = frozenset({"na", "nan", "null", "#null!", "#n/a", "<na>", "-99", "-999", "-9999", ".", "-97", "-98"})
_MAYBE = frozenset({"n/a", "-9", "-1", "99", "999", "-"})
CODES = _SURE | _MAYBE
_COLUMNS = 2  # with different answers


def missing_codes(columns: Mapping[int, Values]) -> frozenset[str]:
    """The folded spellings that mean no answer in this file.

    A code is one when no column in which it stands has an empty cell, as in a file whose empty cells were filled with
    it, and when it stands in columns with different answers. A code that is often typed as an answer must besides
    stand in a file without any empty cell at all.

    Args:
        columns: the values of each column that may hold answers, by its position.

    >>> first, second = Values({"NA": 2, "Ja": 1}), Values({"NA": 1, "Gul": 2})
    >>> sorted(missing_codes({0: first, 1: second}))
    ['na']
    >>> missing_codes({0: first, 1: Values({"NA": 1, "Gul": 1}, blanks=1)})
    frozenset()
    """
    full = all(values.blanks == 0 for values in columns.values())
    found = set()
    for code in CODES:
        holding = [values for values in columns.values() if code in values.counts]
        different = {frozenset(values.counts) - CODES for values in holding}
        different.discard(frozenset())
        filled = all(values.blanks == 0 for values in holding)
        if len(different) >= _COLUMNS and filled and (code in _SURE or full):
            found.add(code)
    return frozenset(found)


def unseen_codes(columns: Sequence[Column], values: Mapping[int, Values]) -> frozenset[str]:
    """The folded codes that stand in several options' columns beside their ticks: those options were not shown.

    >>> option = Column(0, "q[1]", code="q", item="Norway"), Column(1, "q[2]", code="q", item="Finland")
    >>> cells = {0: Values({"Yes": 3, "N/A": 2}), 1: Values({"No": 3, "N/A": 2})}
    >>> sorted(unseen_codes(option, cells))
    ['n/a']
    """
    times: dict[str, int] = {}
    for column in columns:
        counts = set(values[column.position].counts)
        codes = counts & CODES - {fold(column.item or "")}
        ticks = counts & (TICKED_SPELLINGS | UNTICKED_SPELLINGS)
        if (column.item or column.item_code) and ticks and codes and counts == codes | ticks:
            for code in codes:
                times[code] = times.get(code, 0) + 1
    return frozenset(code for code, n in times.items() if n > 1)
