"""Medians and other quantiles, with Woodruff's interval.

Belongs here: the quantile of a weighted distribution and its uncertainty. Does not: whether it may be published; a
median is somebody's own answer.
"""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from macros.estimate.design import Sampling
from macros.estimate.domains import Domain
from macros.estimate.estimates import Estimate
from macros.estimate.intervals import LEVEL, student, t_interval
from macros.estimate.linear import ratio
from macros.survey.tabulation import Sum

# Cumulated weights are compared with a share of their sum with this tolerance, so that rounding decides no tie.
_SAME = Fraction(1, 10**12)
HALF = Fraction(1, 2)
QUARTILES = {"q1": Fraction(1, 4), "median": HALF, "q3": Fraction(3, 4)}


def quantile(sums: Sequence[Sum], p: Fraction = HALF) -> Fraction | None:
    """The least value that at least a share p of the weight does not exceed; None without values.

    Source:
        R `svyquantile(qrule = "math")`; statistics.md 1.5. Where p is below the smallest value's share R 4.1.1 gives
        the second value; this gives the first.

    >>> sums = [Sum("", None, Fraction(value), 1, Fraction(1), Fraction(1)) for value in (1, 2, 3, 4)]
    >>> quantile(sums), quantile(sums, Fraction(1, 10))
    (Fraction(2, 1), Fraction(1, 1))
    """
    weights: dict[Fraction, Fraction] = {}
    for part in sums:
        if part.value is not None and part.weight:
            weights[part.value] = weights.get(part.value, Fraction(0)) + part.weight
    whole, reached = sum(weights.values(), Fraction(0)), Fraction(0)
    for value in sorted(weights):
        reached += weights[value]
        if reached >= p * whole * (1 - _SAME):
            return value
    return None


def quartiles(domain: Domain, design: Sampling) -> tuple[Estimate, ...]:
    """The quartiles of a number question in one domain, `answer` says which; none where no single values came in."""
    if not domain.cells[None].sums:
        return ()
    return tuple(
        replace(estimate_quantile(domain, design, p), statistic="quartile", answer=name)
        for name, p in QUARTILES.items()
    )


def estimate_quantile(domain: Domain, design: Sampling, p: Fraction = HALF) -> Estimate:
    """A quantile of a number question in one domain.

    The interval is that of the share of units at or below the quantile, each end read back as a quantile; an end
    outside 0 to 1 has no bound. The standard error is the interval's width over twice the t value, where both ends are.

    Source:
        Woodruff 1952; statistics.md 1.5; R `svyquantile(interval.type = "mean")`.
    """
    base = domain.cells[None]
    sums = base.sums if design.calibration is None else design.calibration.adjusted(base.sums)
    scaled = [replace(part, weight=part.weight * design.scale(part.stratum)) for part in sums]
    value, n = quantile(scaled, p), base.n
    if value is None:
        return Estimate(domain.group, None, "median", n, n, None)
    units = [replace(part, value=None) for part in base.sums]
    part = ratio([replace(x, value=None) for x in base.sums if (x.value or 0) <= value], units, design)
    plain = Estimate(domain.group, None, "median", n, n, value, weighted_base=float(part.denominator))
    why_none = design.without_interval(domain)
    if why_none is not None:
        return replace(plain, se=0.0 if design.counts_everybody else None, method=why_none)
    if part.df <= 0:
        return replace(plain, df=part.df)
    interval = t_interval(float(part.value or 0), float(part.variance()), part.df)
    if interval is None:
        return replace(plain, df=part.df)
    low, high = (
        float(found) if 0 <= end <= 1 and (found := quantile(scaled, Fraction(end))) is not None else None
        for end in interval
    )
    se = None if low is None or high is None else (high - low) / (2 * student(part.df, LEVEL))
    return replace(plain, se=se, low=low, high=high, df=part.df, method="woodruff")
