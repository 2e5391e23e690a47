"""Confidence intervals for shares and means.

Belongs here: interval formulas, as functions of numbers. Does not: which one a survey's design allows (`design.py`,
`shares.py`, `means.py`) or rounding (`release`).
"""

from math import sqrt
from typing import NamedTuple

from scipy.stats import beta, t

LEVEL = 0.95


class Interval(NamedTuple):
    """Lower and upper end, in the unit of the estimate."""

    low: float
    high: float


def clopper_pearson(x: float, n: float, level: float = LEVEL) -> Interval:
    """Exact interval for a share of x in n; both may be effective numbers that are not whole.

    Raises:
        ValueError: unless 0 <= x <= n and n > 0.

    Source:
        Clopper and Pearson 1934; R `binom.test`.

    >>> [round(end, 6) for end in clopper_pearson(3, 10)]
    [0.06674, 0.652453]
    >>> clopper_pearson(0, 9).low
    0.0
    """
    if not (0 <= x <= n and n > 0):
        raise ValueError(f"{x} of {n} is no share")
    tail = (1 - level) / 2
    low = 0.0 if x == 0 else float(beta.ppf(tail, x, n - x + 1))
    high = 1.0 if x == n else float(beta.ppf(1 - tail, x + 1, n - x))
    return Interval(low, high)


def korn_graubard(p: float, variance: float, n_row: int, df: int, level: float = LEVEL) -> Interval | None:
    """Clopper–Pearson with the sample size that the design is worth; not truncated at n.

    Args:
        p: the share, strictly between 0 and 1; at the ends use `clopper_pearson` with n itself.
        variance: design variance of p, finite population correction included.
        n_row: answers in the domain.
        df: degrees of freedom of the design within the domain.

    Returns:
        None where the design gives no interval: no variance (all were counted) or no degrees of freedom.

    Raises:
        ValueError: when p is 0 or 1, where the variance is 0 without being certainty.

    Source:
        Korn and Graubard 1998; R survey 4.1 `svyciprop(method = "beta")`; statistics.md 2.2.

    >>> [round(end, 6) for end in korn_graubard(0.5, 0.25 / 12, 10, 9)]
    [0.210945, 0.789055]
    """
    if not 0 < p < 1:
        raise ValueError(f"a share of {p} needs an exact interval")
    if variance == 0 or df <= 0:
        return None
    tail = (1 - level) / 2
    effective = p * (1 - p) / variance * float(t.ppf(tail, n_row - 1) / t.ppf(tail, df)) ** 2
    return clopper_pearson(effective * p, effective, level)


def t_interval(estimate: float, variance: float, df: int, level: float = LEVEL) -> Interval | None:
    """Interval for a mean; None where the design gives none.

    >>> [round(end, 4) for end in t_interval(12.9, 3.747109997**2, 9)]
    [4.4234, 21.3766]
    """
    if variance == 0 or df <= 0:
        return None
    margin = float(t.ppf((1 + level) / 2, df)) * sqrt(variance)
    return Interval(estimate - margin, estimate + margin)
