"""How much of what was asked for is published, and what was done to the rest.

For whoever has the answers: which withheld number was unsafe itself is nobody else's business.
Belongs here: counting. Does not: what is done (`decision.py`, `joint.py`).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from macros.release.kept import Kept
from macros.release.linear_table import TOTAL_BASE


@dataclass(frozen=True)
class Tally:
    """Numbers of answers, groups and bases, each as often as a table has it.

    Attributes:
        first: withheld by rule.
        second: withheld so that the first cannot be worked out.
        merged: categories that were put together with others before, once a table.
    """

    published: int
    first: int
    second: int
    merged: int


def tally(tables: Iterable[Kept]) -> Tally:
    """Count the numbers of a survey's tables."""
    published = first = second = merged = 0
    for table in tables:
        merged += sum(len(of) for codes in table.told.merged.values() for of in codes.values())
        rows = [row for row in table.told.rows if not row.kind]
        whole = any(row.count is None for row in rows if (row.place, row.answer) == TOTAL_BASE)
        for row in rows:
            if row.status != "suppressed":
                published += 1
            elif whole or (row.place, row.answer) in table.unsafe:
                first += 1
            else:
                second += 1
    return Tally(published, first, second, merged)
