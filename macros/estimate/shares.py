"""Shares of those who answered, for questions with one answer, a scale, or several answers.

Belongs here: the share's linearised values and its cases. Does not: means (`means.py`), net balances or change.
"""

from dataclasses import replace
from fractions import Fraction
from math import sqrt

from macros.estimate.design import Sampling
from macros.estimate.domains import Domain
from macros.estimate.estimates import Estimate, Estimates
from macros.estimate.intervals import clopper_pearson, korn_graubard
from macros.estimate.table import estimate_table
from macros.estimate.variance import StratumSums, variance
from macros.survey.tabulation import Tabulation


def estimate_shares(tabulation: Tabulation) -> Estimates:
    """Estimate each answer's share of those who answered, in every group.

    Rows of a group: its base, one share an answer in the codebook's order, one count a missing kind. With multiple
    choice the base is those who ticked anything, and the shares may add to more than 1.

    Raises:
        ReportError: when the population is smaller than the sample.
    """

    def rows(domain: Domain, design: Sampling) -> tuple[Estimate, ...]:
        why_none = design.without_interval(domain) or "none"
        shares = (_share(domain, answer.code, design) for answer in tabulation.question.answers)
        return (domain.base_row(why_none), *shares, *domain.missing_rows(why_none))

    return estimate_table(tabulation, rows)


def _share(domain: Domain, answer: str, design: Sampling) -> Estimate:
    n, base = domain.cells[answer].n, domain.answered
    if base == 0:
        return Estimate(domain.group, answer, "share", n, base, None)
    plain = Estimate(domain.group, answer, "share", n, base, Fraction(n, base))
    why_none = design.without_interval(domain)
    if why_none is not None:
        return replace(plain, se=0.0 if design.counts_everybody else None, method=why_none)
    df = base - 1
    if n in (0, base):
        # The formula gives 0 here, which is not certainty: the standard error stays open.
        low, high = clopper_pearson(n, base)
        return replace(plain, low=low, high=high, df=df, method="exact_boundary")
    spread = float(variance([_sums(n, base, design)]))
    interval = korn_graubard(n / base, spread, base, df)
    if interval is None:
        return replace(plain, df=df)
    return replace(plain, se=sqrt(spread), low=interval.low, high=interval.high, df=df, method="korn_graubard")


def _sums(yes: int, base: int, design: Sampling) -> StratumSums:
    """Sums of the linearised values (y − p)/base over the one stratum of a simple random sample.

    Source:
        statistics.md 1.2, "From tabulated sums", with all weights 1.
    """
    no, p = base - yes, Fraction(yes, base)
    total = (yes * (1 - p) - no * p) / base
    squares = (yes * (1 - p) ** 2 + no * p**2) / base**2
    return StratumSums(design.sampled, design.population, total, squares)
