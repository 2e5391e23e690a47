"""What a reader is told of how open answers were coded.

Belongs here: which of those numbers may be shown, rounded. Does not: their sentence (`report/notes.py`).
"""

from dataclasses import dataclass

from macros.release.rounding import percent
from macros.release.rules import Rules
from macros.survey.coding import Coding


@dataclass(frozen=True)
class Coded:
    """Shares of those who wrote an answer, 0 to 100.

    Attributes:
        answered: how many wrote one.
        several: with more than one code; None where the number behind it, or behind its rest, would be too small.
    """

    answered: int
    coded: float
    uncoded: float
    several: float | None


def release_coding(coding: Coding | None, rules: Rules, *, shown: bool) -> Coded | None:
    """Release how far answers were coded; None where there are none, or where the table hides its own base.

    How many are coded is the base of the table and how many are not is a row of it; only the number with several codes
    is new, and is withheld as any count of answers would be.

    Args:
        shown: whether the table shows how many answered.

    Source: statistics.md 6.1 (minimum frequency).

    >>> rules = Rules(5, 10, "min_base", singletons=True, merge_small=True)
    >>> release_coding(Coding(answered=40, coded=36, uncoded=4, several=9), rules, shown=True)
    Coded(answered=40, coded=90.0, uncoded=10.0, several=23.0)
    >>> release_coding(Coding(40, 36, 4, several=2), rules, shown=True).several is None
    True
    """
    if coding is None or coding.answered == 0 or not shown:
        return None
    small = any(0 < n < rules.min_cell for n in (coding.several, coding.coded - coding.several))
    return Coded(
        coding.answered,
        percent(coding.coded, coding.answered),
        percent(coding.uncoded, coding.answered),
        None if small else percent(coding.several, coding.answered),
    )
