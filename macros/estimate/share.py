"""One share: an answer's, or several answers' together, of those who answered.

Belongs here: its value, its uncertainty and its cases. Does not: which shares a table has (`shares.py`, `nets.py`).
"""

from dataclasses import replace
from fractions import Fraction
from math import sqrt

from macros.estimate.design import Sampling
from macros.estimate.domains import Domain
from macros.estimate.estimates import Estimate, Method
from macros.estimate.intervals import Interval, clopper_pearson, exact_finite, korn_graubard, wilson, xlogit
from macros.estimate.linear import Ratio, per_unit, ratio, sums_of
from macros.survey.tabulation import Cell


def weighed_base(domain: Domain, design: Sampling) -> Estimate:
    """The count of those who answered, with what they are worth by their weights alone."""
    plain = domain.base_row(design.without_interval(domain) or "none")
    units = per_unit(sums_of(domain.cells[None])) if domain.answered else ()
    part = ratio(units, units, design) if units else None
    if part is None or part.value is None:
        return plain
    return replace(plain, weighted_base=float(part.denominator), n_eff=part.kish)


def share(domain: Domain, cell: Cell, design: Sampling) -> Estimate:
    """The share of a cell, of one answer or of several together, in a domain's base."""
    answer, n, base = cell.answer, cell.n, domain.answered
    if base == 0:
        return Estimate(domain.group, answer, "share", n, base, None)
    base_sums = [replace(part, value=None) for part in per_unit(sums_of(domain.cells[None]))]
    part = ratio(per_unit(sums_of(cell)), base_sums, design)
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
        if design.interval == "exact-finite" and (exact := _of_population(cell, domain, design)) is not None:
            return replace(plain, low=exact.low, high=exact.high, df=part.df, method="exact_finite")
        low, high = clopper_pearson(float(part.value) * part.kish, part.kish, design.level)
        return replace(plain, low=low, high=high, df=part.df, method="exact_boundary")
    if part.df <= 0:
        return replace(plain, df=part.df)
    spread = part.variance()
    made = share_interval(cell, domain, part, spread, design)
    if made is None:
        # A share that the weights are adjusted to is known; in other designs no variance means that none was seen.
        known = design.calibration is not None and spread == 0
        return replace(plain, se=0.0 if known else None, df=part.df, method="known" if known else "none")
    worth = float(part.value * (1 - part.value) / spread) if spread else None
    return replace(
        plain,
        se=sqrt(spread), low=made[0].low, high=made[0].high, df=part.df,
        method=made[1], n_eff=worth, deff=part.design_effect(spread),
    )  # fmt: skip


def share_interval(
    cell: Cell, domain: Domain, part: Ratio, spread: Fraction, design: Sampling
) -> tuple[Interval, Method] | None:
    """A share's interval by the codebook's method; None where the design gives none.

    Source:
        statistics.md 2.1, 2.2, 2.5. Wilson's and the truncated interval take the effective number of answers, the
        latter at most the answers themselves; the exact one needs the population, which is known of all units only.
    """
    p, variance, base = float(part.value or 0), float(spread), domain.answered
    if variance == 0 or part.df <= 0:
        return None
    match design.interval:
        case "xlogit":
            found = xlogit(p, variance, part.df, design.level)
            return None if found is None else (found, "xlogit")
        case "wilson":
            n = base if design.elements else p * (1 - p) / variance
            return wilson(p * n, n, design.level), "wilson"
        case "exact-finite":
            exact = _of_population(cell, domain, design)
            return None if exact is None else (exact, "exact_finite")
        case _:
            most = float(base) if design.interval == "beta-nchs" else None
            kg = korn_graubard(p, variance, base, part.df, design.level, most)
            return None if kg is None else (kg, "korn_graubard")


def _of_population(cell: Cell, domain: Domain, design: Sampling) -> Interval | None:
    """The exact interval by the population's size, which is known of all units only."""
    size = design.strata[0].population
    if size is None or not domain.is_total:
        return None
    low, high = exact_finite(cell.n, domain.answered, size, design.level)
    return Interval(low / size, high / size)
