"""Means of number questions.

Belongs here: the mean's linearised values and its cases. Does not: shares (`shares.py`), quartiles
(`quantiles.py`) or change.
"""

from dataclasses import replace

from macros.estimate.by_t import by_t
from macros.estimate.design import Sampling
from macros.estimate.domains import Domain
from macros.estimate.estimates import Estimate, Estimates
from macros.estimate.linear import ratio, ratio_of_totals
from macros.estimate.quantiles import quartiles
from macros.estimate.table import estimate_table
from macros.survey.tabulation import Tabulation


def estimate_means(tabulation: Tabulation) -> Estimates:
    """Estimate the mean of those who gave a number, in every group.

    Rows of a group: its mean, in the question's unit, its quartiles, then one count a missing kind.

    Raises:
        ReportError: when the population is smaller than the sample.
    """

    def rows(domain: Domain, design: Sampling) -> tuple[Estimate, ...]:
        why_none = design.without_interval(domain) or "none"
        return (mean(domain, design), *quartiles(domain, design), *domain.missing_rows(why_none))

    return estimate_table(tabulation, rows)


def mean(domain: Domain, design: Sampling) -> Estimate:
    """Estimate the mean of a domain's values, each weighed; of a table of two numbers, the ratio of their totals."""
    n = domain.answered
    if n == 0:
        return Estimate(domain.group, None, "mean", n, n, None)
    base = domain.cells[None]
    if not base.sums and (base.total is None or base.squares is None):
        raise ValueError("a tabulation of numbers needs their sum and sum of squares in every base cell")
    part = ratio(base.sums, base.sums, design) if base.sums else ratio_of_totals(base, design)
    if part.value is None:
        return Estimate(domain.group, None, "mean", n, n, None, weighted_base=0.0)
    value = float(part.value)
    plain = Estimate(domain.group, None, "mean", n, n, value, weighted_base=float(part.denominator), n_eff=part.kish)
    if design.without_interval(domain) is None and not part.varies:
        # One unit, or the same answer from all: no variation was seen, which is not the same as none.
        return replace(plain, df=part.df)
    return by_t(plain, part, domain, design)
