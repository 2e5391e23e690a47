"""One table's estimates: the same estimator in every group.

Belongs here: going through the groups. Does not: any formula, which an estimator brings (`shares.py`, `means.py`).
"""

from collections.abc import Callable, Iterable

from macros.estimate.design import Sampling, sampling
from macros.estimate.domains import Domain, domains
from macros.estimate.estimates import Estimate, Estimates
from macros.survey.tabulation import Tabulation

Rows = Callable[[Domain, Sampling], Iterable[Estimate]]


def estimate_table(tabulation: Tabulation, rows: Rows, more: Rows = lambda *_: ()) -> Estimates:
    """Estimate every group of a tabulation; `rows` makes one group's rows, `more` its nets.

    Raises:
        ReportError: when the population is smaller than the sample.
    """
    parts = domains(tabulation)
    design = sampling(tabulation, parts)
    total = next(part for part in parts if part.is_total)
    return Estimates(
        codebook=tabulation.codebook,
        question=tabulation.question,
        by=tabulation.by,
        rows=tuple(row for part in parts for row in rows(part, design)),
        asked=total.asked,
        answered=total.answered,
        ungrouped=tabulation.ungrouped,
        nets=tuple(net for part in parts for net in more(part, design)),
    )
