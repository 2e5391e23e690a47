"""An estimate with the uncertainty of a linearised statistic: standard error, and an interval by Student's t.

Belongs here: what means, totals, balances and shares of answers have in common. Does not: a share of those who
answered, whose interval is another (`share.py`).
"""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from math import sqrt

from macros.estimate.design import Sampling
from macros.estimate.domains import Domain
from macros.estimate.estimates import Estimate
from macros.estimate.intervals import t_interval
from macros.estimate.linear import Ratio


def by_t(
    plain: Estimate,
    part: Ratio,
    domain: Domain,
    design: Sampling,
    *,
    variance: Callable[[], Fraction] | None = None,
    limits: tuple[float, float] | None = None,
) -> Estimate:
    """Give an estimate its standard error and interval, or say why it has none.

    Args:
        plain: with its value.
        part: the ratio that it is, or whose numerator it is.
        variance: of the value, when that is not the ratio's.
        limits: what the value cannot leave, and its interval does not.

    Source:
        statistics.md 1.2 and 1.3.
    """
    why_none = design.without_interval(domain)
    if why_none is not None:
        return replace(plain, se=0.0 if design.counts_everybody else None, method=why_none)
    if part.df <= 0:
        return replace(plain, df=part.df)
    spread = (variance or part.variance)()
    interval = t_interval(float(plain.value or 0), float(spread), part.df)
    if interval is None:
        return replace(plain, df=part.df)
    low, high = interval
    if limits is not None:
        low, high = max(limits[0], low), min(limits[1], high)
    effect = part.design_effect(spread) if variance is None else None
    return replace(plain, se=sqrt(spread), low=low, high=high, df=part.df, method="t", deff=effect)
