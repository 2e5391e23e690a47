"""The one door into estimation: picks the estimator of a question's type.

Belongs here: the choice. Does not: any formula. A new kind of estimate is a new file and a line in `_ESTIMATORS`.
"""

from collections.abc import Callable

from macros.estimate.bases import estimate_bases
from macros.estimate.estimates import Estimates
from macros.estimate.means import estimate_means
from macros.estimate.shares import estimate_shares
from macros.survey.question import QuestionType
from macros.survey.tabulation import Tabulation

_ESTIMATORS: dict[QuestionType, Callable[[Tabulation], Estimates]] = {
    "single": estimate_shares,
    "scale": estimate_shares,
    "multiple": estimate_shares,
    "ranking": estimate_shares,
    "number": estimate_means,
    "date": estimate_bases,
    "text": estimate_bases,
}


def estimate(tabulation: Tabulation) -> Estimates:
    """Estimate one question of a survey, in every group of its tabulation.

    Raises:
        ReportError: when a population is smaller than the sample, or a stratum has one unit of several.
    """
    return _ESTIMATORS[tabulation.question.type](tabulation)
