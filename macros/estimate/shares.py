"""Shares of those who answered, for questions with one answer, a scale, a ranking, or several answers.

Belongs here: which rows a table of shares has. Does not: a share itself (`share.py`), means (`means.py`) or change.
"""

from collections.abc import Iterable

from macros.estimate.design import Sampling
from macros.estimate.domains import Domain
from macros.estimate.estimates import Estimate, Estimates
from macros.estimate.nets import nets
from macros.estimate.share import share, weighed_base
from macros.estimate.table import estimate_table
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
        shares = (share(domain, domain.cells[answer.code], design) for answer in tabulation.question.answers)
        return (weighed_base(domain, design), *shares, *domain.missing_rows(why_none))

    def more(domain: Domain, design: Sampling) -> Iterable[Estimate]:
        return nets(tabulation.question, domain, design)

    return estimate_table(tabulation, rows, more)
