"""One share: an answer's, or several answers' together, of those who answered.

Belongs here: its value, its uncertainty and its cases. Does not: which shares a table has (`shares.py`, `nets.py`).
"""

from dataclasses import replace
from math import sqrt

from macros.estimate.design import Sampling
from macros.estimate.domains import Domain
from macros.estimate.estimates import Estimate
from macros.estimate.intervals import clopper_pearson, korn_graubard
from macros.estimate.linear import ratio, sums_of
from macros.survey.tabulation import Cell


def share(domain: Domain, cell: Cell, design: Sampling) -> Estimate:
    """The share of a cell, of one answer or of several together, in a domain's base."""
    answer, n, base = cell.answer, cell.n, domain.answered
    if base == 0:
        return Estimate(domain.group, answer, "share", n, base, None)
    part = ratio(sums_of(cell), sums_of(domain.cells[None]), design)
    if part.value is None:
        return Estimate(domain.group, answer, "share", n, base, None, weighted_base=0.0)
    plain = Estimate(
        domain.group, answer, "share", n, base, part.value, weighted_base=float(part.denominator), n_eff=part.kish
    )
    why_none = design.without_interval(domain)
    if why_none is not None:
        return replace(plain, se=0.0 if design.counts_everybody else None, method=why_none)
    if part.value in (0, 1):
        # The formula gives 0 here, which is not certainty: the standard error stays open.
        low, high = clopper_pearson(float(part.value) * part.kish, part.kish)
        return replace(plain, low=low, high=high, df=part.df, method="exact_boundary")
    p, spread = float(part.value), part.variance()
    interval = korn_graubard(p, float(spread), base, part.df)
    if interval is None:
        return replace(plain, df=part.df)
    worth = float(part.value * (1 - part.value) / spread)
    return replace(
        plain,
        se=sqrt(spread), low=interval.low, high=interval.high, df=part.df,
        method="korn_graubard", n_eff=worth, deff=part.design_effect(spread),
    )  # fmt: skip
