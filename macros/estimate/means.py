"""Means of number questions.

Belongs here: the mean's linearised values and its cases. Does not: shares (`shares.py`), medians or change.
"""

from dataclasses import replace
from fractions import Fraction
from math import sqrt

from macros.estimate.design import Sampling
from macros.estimate.domains import Domain
from macros.estimate.estimates import Estimate, Estimates
from macros.estimate.intervals import t_interval
from macros.estimate.table import estimate_table
from macros.estimate.variance import StratumSums, variance
from macros.survey.tabulation import Tabulation

# Sums of squares of floats carry an error of about this part of themselves; a variation below it was not seen.
_NOISE = Fraction(1, 10**12)


def estimate_means(tabulation: Tabulation) -> Estimates:
    """Estimate the mean of those who gave a number, in every group.

    Rows of a group: its mean, in the question's unit, then one count a missing kind.

    Raises:
        ReportError: when the population is smaller than the sample.
    """

    def rows(domain: Domain, design: Sampling) -> tuple[Estimate, ...]:
        return (_mean(domain, design), *domain.missing_rows(design.without_interval(domain) or "none"))

    return estimate_table(tabulation, rows)


def _mean(domain: Domain, design: Sampling) -> Estimate:
    n = domain.answered
    if n == 0:
        return Estimate(domain.group, None, "mean", n, n, None)
    cell = domain.cells[None]
    total, squares = _given(cell.total), _given(cell.squares)
    plain = Estimate(domain.group, None, "mean", n, n, float(total / n))
    why_none = design.without_interval(domain)
    if why_none is not None:
        return replace(plain, se=0.0 if design.counts_everybody else None, method=why_none)
    df = n - 1
    deviations = squares - total**2 / n
    if deviations <= _NOISE * squares:
        # One answer, or the same one from all: no variation was seen, which is not the same as none.
        return replace(plain, df=df)
    spread = float(variance([_sums(deviations, n, design)]))
    interval = t_interval(float(total / n), spread, df)
    if interval is None:
        return replace(plain, df=df)
    return replace(plain, se=sqrt(spread), low=interval.low, high=interval.high, df=df, method="t")


def _given(value: float | None) -> Fraction:
    if value is None:
        raise ValueError("a tabulation of numbers needs their sum and sum of squares in every base cell")
    return Fraction(value)


def _sums(deviations: Fraction, n: int, design: Sampling) -> StratumSums:
    """Sums of the linearised values (y − ȳ)/n over the one stratum of a simple random sample.

    Source:
        statistics.md 1.2, row "domain mean", with all weights 1; the values add to 0.
    """
    return StratumSums(design.sampled, design.population, Fraction(0), deviations / n**2)
