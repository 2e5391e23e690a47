"""How far a released number can be relied on: flags for the reader, which never hide anything.

Belongs here: the rules and their limits. Does not: hiding, which is for disclosure (`pattern.py`), or the words and
marks that a reader sees (`report/caution.py`, `render`).
"""

from collections.abc import Iterable
from typing import Literal

from macros.estimate.domains import NONRESPONSE, NOT_ASKED
from macros.estimate.estimates import Estimate, Method
from macros.survey.tabulation import KINDS

Flag = Literal["few", "wide", "df", "uncomputed"]
"""few: the base is small; wide: the interval is; df: so few units were drawn that the interval itself is unsure;
uncomputed: a sample's number without an interval."""

FEW = 30
"""Answers. One of fewer moves a share by more than three percentage points.

Source: Parker et al. 2017, NCHS Series 2 no. 175, step 1; statistics.md 4.1 and 4.3.
"""
WIDE, NARROW, RELATIVE = 0.30, 0.05, 1.30
"""Width of a share's interval that is too wide; that is narrow whatever the share is; and as a part of the share.

Source: Parker et al. 2017, steps 2 to 4.
"""
WIDE_MEAN = 0.20
"""Standard error of a mean as a part of the mean. Source: ONS, coefficient of variation; statistics.md 4.2."""
LEAST_DF = 8
"""Degrees of freedom. Source: Parker et al. 2017, review of figures with fewer."""
MUCH_NONRESPONSE = 0.30
"""Of those asked.

Source: OMB 2006, Standards and Guidelines for Statistical Surveys, item response under 70 percent.
"""
WITHOUT_CHANCE: tuple[Method, ...] = ("census", "census_nonresponse", "nonprobability", "known")
"""Methods of numbers that chance has no part in, or that it cannot be told of."""


def flags(estimate: Estimate, answered: int) -> tuple[Flag, ...]:
    """The flags of one estimate, in the order of `Flag`.

    Args:
        answered: units that answered in its group.

    >>> flags(Estimate((), "a", "share", 20, 54, 20 / 54, low=0.262, high=0.489, df=53, method="korn_graubard"), 54)
    ()
    >>> flags(Estimate((), "a", "share", 5, 12, 5 / 12, low=0.15, high=0.72, df=5, method="korn_graubard"), 12)
    ('few', 'wide', 'df')
    >>> flags(Estimate((), "a", "share", 5, 12, 5 / 12, method="census"), 12)
    ('few',)
    """
    if estimate.value is None or estimate.answer in KINDS:
        return ()
    found: list[Flag] = ["few"] if 0 < answered < FEW else []
    if estimate.statistic == "count" or estimate.method in WITHOUT_CHANCE:
        return tuple(found)
    if _is_wide(estimate):
        found.append("wide")
    if estimate.df is not None and estimate.df < LEAST_DF:
        found.append("df")
    if estimate.low is None or estimate.high is None:
        found.append("uncomputed")
    return tuple(found)


def _is_wide(estimate: Estimate) -> bool:
    """By the share itself only where it is one: a balance may be 0, a mean has a unit, and quartiles have no limit.

    Source: statistics.md 4.3.
    """
    if estimate.low is None or estimate.high is None or estimate.value is None or estimate.statistic == "quartile":
        return False
    width, value = estimate.high - estimate.low, float(estimate.value)
    if estimate.statistic == "mean":
        return estimate.se is not None and estimate.se > WIDE_MEAN * abs(value)
    if width >= WIDE:
        return True
    return estimate.statistic != "balance" and width > NARROW and width > RELATIVE * value


def much_nonresponse(rows: Iterable[Estimate], shown: Iterable[str], asked: int) -> int | None:
    """How many of those asked gave no usable answer, where that is many; None where it is not, or may not be told.

    Args:
        rows: the missing kinds of the total.
        shown: the kinds whose number is released.
        asked: units that the question was put to.

    Source: statistics.md 4.3, `nonresponse`.
    """
    kinds = {row.answer: row.n for row in rows if row.answer in KINDS and row.answer != NOT_ASKED}
    if not set(kinds) <= set(shown):
        return None
    lost = sum(n for kind, n in kinds.items() if kind in NONRESPONSE)
    return lost if asked and lost > MUCH_NONRESPONSE * asked else None
