"""Differences between groups and between waves, with the test that decides the words.

Belongs here: a difference, its uncertainty and its p-value. Does not: the words, or which comparisons are one family.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt
from typing import Literal

import numpy as np
from scipy.stats import binomtest, fisher_exact, t

from macros.estimate.design import Sampling
from macros.estimate.intervals import Interval, t_interval, wilson
from macros.estimate.linear import Ratio, by_cluster, ratio
from macros.estimate.terms import over_of, value_of
from macros.estimate.variance import StratumSums, variance
from macros.survey.tabulation import Sum

SMALL = 5
"""Where fewer than this have or lack the answer on either side, the exact test decides."""
Test = Literal["t", "fisher", "mcnemar", "none"]


@dataclass(frozen=True)
class Difference:
    """The second of two estimates less the first.

    Attributes:
        value, low, high: in the unit of the estimates; low and high None where nothing can be computed.
        p: two-sided; None where nothing can be computed.
        test: what p is of.
    """

    value: Fraction
    se: float | None
    low: float | None
    high: float | None
    df: int
    p: float | None
    test: Test


def between_groups(
    first: tuple[Sequence[Sum], Sequence[Sum]], second: tuple[Sequence[Sum], Sequence[Sum]], design: Sampling
) -> Difference | None:
    """Compare two disjoint groups of one sample.

    Args:
        first, second: each group's numerator and base.
        design: of the sample; degrees of freedom are those of both groups together.

    Returns:
        None without a base on either side, where weights are adjusted to totals, and without degrees of freedom.

    Source:
        statistics.md 1.2, row "difference of two domains"; R `svycontrast(svyby(…, covmat = TRUE))`.
    """
    one, two = (ratio(*side, design) for side in (first, second))
    if one.value is None or two.value is None or design.calibration is not None:
        return None
    strata, df = [], 0
    for stratum in design.strata:
        before, after = (
            _influence(*side, part, design.scale(stratum.name), stratum.name)
            for side, part in ((first, one), (second, two))
        )
        both = before.less(after)
        strata.append(StratumSums(stratum.sampled, stratum.population, both.total, both.squares))
        df += max(0, both.units - 1)
    if df <= 0:
        return None
    return _tested(two.value - one.value, variance(strata, design.lonely), df)


@dataclass(frozen=True)
class _Influence:
    """The linearised values of one group in one stratum: their sums, or one for each cluster."""

    total: Fraction
    squares: Fraction
    units: int
    clusters: Mapping[str | None, Fraction]

    def less(self, other: "_Influence") -> "_Influence":
        """The values of `other` less these; units belong to one group at most, clusters may hold both."""
        if not self.clusters and not other.clusters:
            units = self.units + other.units
            return _Influence(other.total - self.total, other.squares + self.squares, units, {})
        names = dict.fromkeys((*self.clusters, *other.clusters))
        values = [other.clusters.get(name, Fraction(0)) - self.clusters.get(name, Fraction(0)) for name in names]
        return _Influence(sum(values, Fraction(0)), sum((v**2 for v in values), Fraction(0)), len(names), {})


def _influence(
    numerator: Sequence[Sum], base: Sequence[Sum], whole: Ratio, scale: Fraction, stratum: str
) -> _Influence:
    value, weight = whole.value or Fraction(0), whole.denominator
    part = next((part for part in whole.parts if part.stratum == stratum), None)
    if part is None:
        return _Influence(Fraction(0), Fraction(0), 0, {})
    total = (part.a - value * part.b) / weight
    squares = (part.aa - 2 * value * part.ab + value**2 * part.bb) / weight**2
    inside = [x for x in base if x.stratum == stratum]
    if all(x.cluster is None for x in inside):
        return _Influence(total, squares, part.units, {})
    above = by_cluster([x for x in numerator if x.stratum == stratum], value_of)
    below = by_cluster(inside, over_of)
    clusters = {name: scale * (above.get(name, Fraction(0)) - value * b) / weight for name, b in below.items() if b}
    return _Influence(total, squares, part.units, clusters)


def between_waves(first: Ratio, second: Ratio) -> Difference | None:
    """Compare two samples that were drawn independently; None without a base or degrees of freedom on either side.

    Source:
        statistics.md 3.2: the waves are strata of one design; variances and degrees of freedom add up.
    """
    if first.value is None or second.value is None or first.df <= 0 or second.df <= 0:
        return None
    return _tested(second.value - first.value, first.variance() + second.variance(), first.df + second.df)


def _tested(value: Fraction, spread: Fraction, df: int) -> Difference:
    interval = t_interval(float(value), float(spread), df)
    if interval is None:
        return Difference(value, None, None, None, df, None, "none")
    se = sqrt(spread)
    p = 2 * float(t.sf(abs(float(value)) / se, df))
    return Difference(value, se, interval.low, interval.high, df, p, "t")


def newcombe(first: tuple[int, int], second: tuple[int, int]) -> Interval:
    """Interval for the difference of two shares, given as counts and bases, second less first.

    Source:
        Newcombe 1998, method 10 (hybrid score); statistics.md 3.2.

    >>> [round(end, 6) for end in newcombe((24, 58), (33, 54))]
    [0.01241, 0.364184]
    """
    (p2, n2), (p1, n1) = ((x / n, n) for x, n in (first, second))
    low1, high1 = wilson(second[0], n1)
    low2, high2 = wilson(first[0], n2)
    gap = p1 - p2
    return Interval(gap - sqrt((p1 - low1) ** 2 + (high2 - p2) ** 2), gap + sqrt((high1 - p1) ** 2 + (p2 - low2) ** 2))


def fisher(first: tuple[int, int], second: tuple[int, int]) -> float:
    """Two-sided exact test that two shares are the same.

    >>> round(fisher((2, 8), (7, 9)), 6)
    0.056684
    """
    return float(fisher_exact(np.array([[x, n - x] for x, n in (first, second)])).pvalue)


def mcnemar(gained: int, lost: int) -> float:
    """Two-sided exact test of matched pairs: those who went one way against those who went the other.

    Source:
        McNemar 1947, exact; statistics.md 3.4.

    >>> round(mcnemar(5, 14), 9), mcnemar(0, 0)
    (0.063568115, 1.0)
    """
    return float(binomtest(gained, gained + lost).pvalue) if gained + lost else 1.0


def panel_variance(
    sizes: tuple[int, int, int], spreads: tuple[float, float, float], population: int | None = None
) -> float:
    """Variance of the change between two simple random samples with units in common.

    Args:
        sizes: units of the first wave, of the second, and of both.
        spreads: variance of the first wave, of the second, and covariance of the matched units, each with n - 1.
        population: None without correction.

    Source:
        Särndal, Swensson and Wretman, chapter 9; statistics.md 3.3.

    >>> round(sqrt(panel_variance((10, 9, 6), (0.2777777778, 0.2777777778, 0.1))), 8)
    0.21285827
    >>> round(sqrt(panel_variance((10, 9, 6), (0.2777777778, 0.2777777778, 0.1), 40)), 8)
    0.1908396
    """
    (n1, n2, both), (first, second, shared) = sizes, spreads
    whole = 1 / population if population else 0.0
    return (1 / n1 - whole) * first + (1 / n2 - whole) * second - 2 * (both / (n1 * n2) - whole) * shared


def holm(ps: Sequence[float]) -> tuple[float, ...]:
    """Adjust the p-values of a family of comparisons, in their order.

    Source:
        Holm 1979; R `p.adjust(method = "holm")`; statistics.md 3.6.

    >>> [round(p, 6) for p in holm([0.004, 0.030, 0.012, 0.20])]
    [0.016, 0.06, 0.036, 0.2]
    """
    adjusted, reached = [0.0] * len(ps), 0.0
    for rank, at in enumerate(sorted(range(len(ps)), key=lambda i: ps[i])):
        reached = max(reached, min(1.0, (len(ps) - rank) * ps[at]))
        adjusted[at] = reached
    return tuple(adjusted)
