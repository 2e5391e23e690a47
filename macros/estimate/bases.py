"""Questions of which only the number of answers is told: open texts and dates.

Belongs here: their rows. Does not: dates in bands, which are a scale (`shares.py`).
"""

from macros.estimate.design import Sampling
from macros.estimate.domains import Domain
from macros.estimate.estimates import Estimate, Estimates
from macros.estimate.table import estimate_table
from macros.survey.tabulation import Tabulation


def estimate_bases(tabulation: Tabulation) -> Estimates:
    """Count those who answered, in every group.

    Rows of a group: its base, then one count a missing kind.

    Raises:
        ReportError: when the population is smaller than the sample.
    """

    def rows(domain: Domain, design: Sampling) -> tuple[Estimate, ...]:
        why_none = design.without_interval(domain) or "none"
        return (domain.base_row(why_none), *domain.missing_rows(why_none))

    return estimate_table(tabulation, rows)
