"""The one door into estimation: picks the estimator of a question's type.

Belongs here: the choice. Does not: any formula. A new kind of estimate is a new file and a line in `_ESTIMATORS`.
"""

from collections.abc import Callable

from macros.errors import Problem, ReportError
from macros.estimate.design import codebook_place
from macros.estimate.estimates import Estimates
from macros.estimate.means import estimate_means
from macros.estimate.shares import estimate_shares
from macros.language.message import msg
from macros.survey.question import QuestionType
from macros.survey.tabulation import Tabulation

_ESTIMATORS: dict[QuestionType, Callable[[Tabulation], Estimates]] = {
    "single": estimate_shares,
    "scale": estimate_shares,
    "multiple": estimate_shares,
    "number": estimate_means,
}


def estimate(tabulation: Tabulation) -> Estimates:
    """Estimate one question of a survey, in every group of its tabulation.

    Raises:
        ReportError: when the population is smaller than the sample, or the question has no numbers.
    """
    question = tabulation.question
    if question.type not in _ESTIMATORS:
        found = msg("Question {id} is open text and has no numbers", id=question.id)
        allowed = msg("a question of type {types}", types=", ".join(_ESTIMATORS))
        raise ReportError([Problem(codebook_place(tabulation), found, allowed)])
    return _ESTIMATORS[question.type](tabulation)
