"""Whether something that is about to be published holds what a respondent wrote or is called."""

import html

from macros.survey.spelling import fold
from macros.survey.survey import IDENTIFIER, Survey
from macros.survey.tabulation import MISSING

SHORTEST = 6  # letters; a shorter answer ("bra", "12") stands on many pages by chance


def leaks(survey: Survey, text: str) -> int:
    """Count the respondents' ids and open answers that stand in a text, whatever its blanks and capitals.

    Returns:
        How many different ones; never which, for the report of a leak must not leak.
    """
    published = fold(html.unescape(text))
    private = [question.id for question in survey.codebook.questions if question.type == "text"]
    columns = [column for column in (*private, IDENTIFIER) if column in survey.frame]
    values = {fold(value) for column in columns for value in survey.frame[column] if value not in MISSING}
    return sum(len(value) >= SHORTEST and value in published for value in values)
