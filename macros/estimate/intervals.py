"""Confidence intervals for shares, means and differences.

Belongs here: interval formulas, as functions of numbers. Does not: which one a survey's design allows (`design.py`,
`shares.py`, `means.py`) or rounding (`release`).
"""

from collections.abc import Sequence
from math import sqrt
from typing import NamedTuple

from scipy.special import expit, logit
from scipy.stats import beta, chi2, hypergeom, norm, t

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


def korn_graubard(
    p: float, variance: float, n_row: int, df: int, level: float = LEVEL, most: float | None = None
) -> Interval | None:
    """Clopper–Pearson with the sample size that the design is worth.

    Args:
        p: the share, strictly between 0 and 1; at the ends use `clopper_pearson` with n itself.
        variance: design variance of p, finite population correction included.
        n_row: answers in the domain.
        df: degrees of freedom of the design within the domain.
        most: at which that size is truncated, as NCHS does at n; not at all when left out, as R does.

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
    tail = (1 - LEVEL) / 2  # the size that a design is worth does not depend on how sure one wants to be
    effective = p * (1 - p) / variance * float(t.ppf(tail, n_row - 1) / t.ppf(tail, df)) ** 2
    effective = effective if most is None else min(most, effective)
    return clopper_pearson(effective * p, effective, level)


def t_interval(estimate: float, variance: float, df: int, level: float = LEVEL) -> Interval | None:
    """Interval for a mean; None where the design gives none.

    >>> [round(end, 4) for end in t_interval(12.9, 3.747109997**2, 9)]
    [4.4234, 21.3766]
    """
    if variance == 0 or df <= 0:
        return None
    margin = student(df, level) * sqrt(variance)
    return Interval(estimate - margin, estimate + margin)


def xlogit(p: float, variance: float, df: int, level: float = LEVEL) -> Interval | None:
    """Interval for a share on the logit scale; None at 0 and 1, and where the design gives none.

    Source:
        R survey 4.1 `svyciprop(method = "xlogit")`; statistics.md 2.1.

    >>> [round(end, 6) for end in xlogit(0.5, 0.1443375673**2, 9)]
    [0.213147, 0.786853]
    """
    if not 0 < p < 1 or variance == 0 or df <= 0:
        return None
    margin = student(df, level) * sqrt(variance) / (p * (1 - p))
    return Interval(float(expit(logit(p) - margin)), float(expit(logit(p) + margin)))


def wilson(x: float, n: float, level: float = LEVEL) -> Interval:
    """Score interval for a share of x in n; n may be an effective number.

    Source:
        Wilson 1927; R `prop.test(correct = FALSE)`; statistics.md 2.1.

    >>> [round(end, 6) for end in wilson(4, 9)], wilson(0, 9).low
    ([0.188779, 0.733349], 0.0)
    """
    p, z = x / n, float(norm.ppf((1 + level) / 2))
    middle, margin = p + z**2 / (2 * n), z * sqrt(p * (1 - p) / n + z**2 / (4 * n**2))
    scale = 1 + z**2 / n
    return Interval(max(0.0, (middle - margin) / scale), min(1.0, (middle + margin) / scale))


def exact_finite(x: int, n: int, population: int, level: float = LEVEL) -> tuple[int, int]:
    """How many units of a population have what x of a simple random sample of n have: least and most.

    Raises:
        ValueError: unless 0 <= x <= n <= population.

    Source:
        statistics.md 2.5: the hypergeometric distribution's tails, R `phyper`.

    >>> exact_finite(20, 54, 62), exact_finite(0, 54, 310), exact_finite(5, 9, 12)
    ((20, 26), (0, 18), (5, 8))
    """
    if not 0 <= x <= n <= population:
        raise ValueError(f"{x} of {n} of {population} is no sample")
    tail = (1 - level) / 2
    possible = range(x, population - n + x + 1)
    low = next(m for m in possible if hypergeom.sf(x - 1, population, m, n) > tail)
    high = next(m for m in reversed(possible) if hypergeom.cdf(x, population, m, n) > tail)
    return low, high


def goodman(counts: Sequence[int], level: float = LEVEL) -> tuple[Interval, ...]:
    """Intervals for all shares of one scale at once, in a simple random sample.

    Source:
        Goodman 1965; statistics.md 2.4.

    >>> [round(end, 6) for end in goodman([8, 20, 14])[0]]
    [0.086589, 0.368693]
    """
    n, k = sum(counts), len(counts)
    a = float(chi2.ppf(1 - (1 - level) / k, 1))

    def interval(x: int) -> Interval:
        margin = sqrt(a * (a + 4 * x * (n - x) / n))
        return Interval((a + 2 * x - margin) / (2 * (n + a)), (a + 2 * x + margin) / (2 * (n + a)))

    return tuple(interval(x) for x in counts)


def student(df: int, level: float = LEVEL) -> float:
    """The two-sided quantile of Student's t.

    >>> round(student(8), 6)
    2.306004
    """
    return float(t.ppf((1 + level) / 2, df))
