"""A released difference: the change of a share between waves, or from one group to another, with what it may be called.

Belongs here: rounding it, withholding it with its parts, and the verdict that the words follow. Does not: the tests
(`estimate/comparison.py`) or the words themselves.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, Decimal
from typing import Literal

from macros.estimate.differences import Difference, Test, holm
from macros.release.released import Row
from macros.release.rounding import half_up

Verdict = Literal["fact", "risen", "fallen", "same", "unsure", "unknown", "withheld"]
"""fact: no chance in it; risen, fallen: the test tells so; same: it does not, and the interval is within five points;
unsure: it does not; unknown: no test can tell; withheld: one of the two shares is."""

LEVEL = 0.05
NEAR = 5.0
"""Percentage points within which two shares are about the same.

Source: statistics.md 3.7.
"""


@dataclass(frozen=True)
class Change:
    """A difference of two released shares.

    Attributes:
        row: in percentage points, with its interval where there is one.
        test: what decided the verdict.
        p: not published; what a family of comparisons is adjusted by. Rounded up to two digits, so that where it is
            sealed it does not tell how many moved between the waves.
    """

    row: Row
    verdict: Verdict
    test: Test = "none"
    p: float | None = None


def release_change(before: Row, after: Row, made: Difference | None) -> Change:
    """Release the difference of two released shares.

    Args:
        before, after: the shares, as released.
        made: their difference; None where nothing can be said of chance.
    """
    base = Row(after.group, after.answer, after.label, "share", "suppressed")
    if before.status != "ok" or after.status != "ok":
        return Change(base, "withheld")
    if made is None:
        return Change(base, "unknown")
    low, high = (None if end is None else half_up(100 * end) for end in (made.low, made.high))
    row = replace(base, status="ok", value=half_up(100 * made.value), base=after.base, low=low, high=high)
    if made.test == "none":
        return Change(row, "fact" if made.se is None and made.df == 0 else "unknown")
    p = None if made.p is None else _rounded_up(made.p)
    return Change(row, _verdict(row, p or 0.0, float(made.value)), made.test, p)


def adjusted(family: Sequence[Change]) -> tuple[Change, ...]:
    """The same changes, each judged as one of several comparisons.

    Source:
        Holm 1979; statistics.md 3.6.
    """
    tested = [change for change in family if change.p is not None]
    ps = iter(holm([change.p for change in tested if change.p is not None]))
    made = []
    for change in family:
        if change.p is None:
            made.append(change)
        else:
            p = next(ps)
            made.append(replace(change, p=p, verdict=_verdict(change.row, p, change.row.value or 0.0)))
    return tuple(made)


def _rounded_up(p: float) -> float:
    """At two digits, never to a smaller one.

    >>> _rounded_up(0.0215), _rounded_up(0.02), _rounded_up(0.0)
    (0.022, 0.02, 0.0)
    """
    exact = Decimal(repr(p))
    return float(exact.quantize(Decimal(1).scaleb(exact.adjusted() - 1), ROUND_CEILING)) if exact else 0.0


def _verdict(row: Row, p: float, value: float) -> Verdict:
    if p < LEVEL:
        return "risen" if value > 0 else "fallen"
    near = row.low is not None and row.high is not None and row.low >= -NEAR and row.high <= NEAR
    return "same" if near else "unsure"
