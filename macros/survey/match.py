"""Respondents who took part in two waves: how many changed their answer, and which way.

Belongs here: the join by respondent, which no number leaves but these counts. Does not: what a change means.
"""

from collections.abc import Collection
from dataclasses import dataclass

import narwhals as nw

from macros.survey.question import Question
from macros.survey.survey import IDENTIFIER, Survey
from macros.survey.tabulation import MISSING


@dataclass(frozen=True)
class Matched:
    """Units that answered a question in both waves.

    Attributes:
        units: how many.
        kept: gave the answer both times; gained: the second time only; lost: the first time only.
    """

    units: int
    kept: int
    gained: int
    lost: int


def match(before: Survey, after: Survey, question: Question, codes: tuple[Collection[str], Collection[str]]) -> Matched:
    """Count the respondents of both waves by what they answered.

    Args:
        question: a single choice or scale that both waves have.
        codes: the answers that count as the one in question, in each wave.

    Returns:
        No units where a wave does not name its respondents.
    """
    if before.codebook.identifier is None or after.codebook.identifier is None:
        return Matched(0, 0, 0, 0)
    given = []
    for survey, wanted in zip((before, after), codes, strict=True):
        frame = nw.from_native(survey.frame)
        rows = frame.collect() if isinstance(frame, nw.LazyFrame) else frame
        pairs = zip(rows[IDENTIFIER].to_list(), rows[question.id].to_list(), strict=True)
        given.append({unit: answer in wanted for unit, answer in pairs if answer not in MISSING})
    first, second = given
    both = [(first[unit], second[unit]) for unit in first if unit in second]
    return Matched(len(both), both.count((True, True)), both.count((False, True)), both.count((True, False)))
