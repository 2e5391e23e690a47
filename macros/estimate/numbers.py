"""All that is estimated of a number question: its mean, its median, its total, and ratios of two of them.

Belongs here: putting them together for one group. Does not: the mean itself (`means.py`) or a quantile
(`quantiles.py`). Only the mean leaves through `estimate.py`: a median is somebody's own answer, and a total can tell
the largest unit's.
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from macros.estimate.by_t import by_t
from macros.estimate.design import Sampling
from macros.estimate.domains import Domain, domains
from macros.estimate.estimates import Estimate, Estimates
from macros.estimate.linear import ratio
from macros.estimate.means import mean
from macros.estimate.quantiles import estimate_quantile
from macros.estimate.share import share
from macros.estimate.table import estimate_table
from macros.survey.tabulation import Cell, Sum, Tabulation, combined

MOST_VALUES = 30
"""Up to this many different numbers are told one by one."""


def estimate_numbers(tabulation: Tabulation) -> Estimates:
    """Estimate mean, median and total of those who gave a number, in every group; the missing kinds after them.

    Where the numbers are few, as those of a scale from 1 to 5 are, each one's share stands between.

    Raises:
        ReportError: as `estimate_means`.
    """

    def rows(domain: Domain, design: Sampling) -> tuple[Estimate, ...]:
        why_none = design.without_interval(domain) or "none"
        three = (mean(domain, design), estimate_quantile(domain, design), total(domain, design))
        shares = (share(domain, cell, design) for cell in _by_value(domain.cells[None]) if few)
        return (*three, *shares, *domain.missing_rows(why_none))

    whole = next(part for part in domains(tabulation) if part.is_total)
    few = len({part.value for part in whole.cells[None].sums}) <= MOST_VALUES
    return estimate_table(tabulation, rows)


def _by_value(base: Cell) -> Iterator[Cell]:
    """The units of each value, as an answer of its own; the least first."""
    values: dict[Fraction, list[Sum]] = {}
    for part in base.sums:
        values.setdefault(part.value or Fraction(0), []).append(replace(part, value=None))
    for value in sorted(values):
        sums = combined(values[value])
        yield Cell(base.group, f"{float(value):g}", sum(part.n for part in sums), sums=sums)


def estimate_ratios(tabulation: Tabulation) -> Estimates:
    """Estimate the ratio of the totals of two number questions, in every group of a table of `tabulate_ratio`."""

    def rows(domain: Domain, design: Sampling) -> tuple[Estimate, ...]:
        return (replace(mean(domain, design), statistic="ratio"),)

    return estimate_table(tabulation, rows)


def total(domain: Domain, design: Sampling) -> Estimate:
    """The total of the values of a domain; of the population only where the weights are the population's."""
    base = domain.cells[None]
    part = ratio(base.sums, base.sums, design)
    plain = Estimate(domain.group, None, "total", base.n, base.n, None, weighted_base=float(part.denominator))
    if base.n == 0:
        return plain
    return by_t(replace(plain, value=part.total), part, domain, design, variance=part.total_variance)
