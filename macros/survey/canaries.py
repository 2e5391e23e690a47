"""Whether something that is about to be published holds what a respondent wrote or is called."""

import html
from collections.abc import Iterator, Sequence

import narwhals as nw

from macros.survey.spelling import fold
from macros.survey.survey import IDENTIFIER, Survey
from macros.survey.tabulation import MISSING

SHORTEST = 6  # letters; a shorter id ("12") stands on many pages by chance
FEWEST = 4  # words; of thousands of open answers some shorter ones ("mer tid", "Python") stand on any page by chance


def leaks(survey: Survey, text: str) -> int:
    """Count the respondents' ids and open answers that stand in a text, whatever its blanks and capitals.

    What the codebook says itself, such as the label of an answer, is no leak where somebody wrote the same; nor is an
    approved quote, as a whole.

    Returns:
        How many different ones; never which, for the report of a leak must not leak.
    """
    published = fold(html.unescape(text))
    unquoted = published
    for quote in survey.quotes:
        if quote.approved_by is not None:
            unquoted = unquoted.replace(fold(quote.text), " ")
    private = [question.id for question in survey.codebook.questions if question.type == "text"]
    told = fold(" ".join(_words(survey.codebook.model_dump())))
    answers = {value for value in _folded(survey, private) if len(value.split()) >= FEWEST and value not in told}
    names = _folded(survey, [IDENTIFIER])
    found = {value for value in answers if value in unquoted} | {value for value in names if value in published}
    return sum(len(value) >= SHORTEST for value in found)


def _words(part: object) -> Iterator[str]:
    """Every text of a codebook."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict | list):
        for inner in part.values() if isinstance(part, dict) else part:
            yield from _words(inner)


def _folded(survey: Survey, columns: Sequence[str]) -> set[str]:
    return {fold(value) for value in _different(survey, columns) if value not in MISSING}


def _different(survey: Survey, columns: Sequence[str]) -> Iterator[str]:
    """Each value of these columns, as far as the survey has them, once a column; the engine counts, whichever it is."""
    frame = nw.from_native(survey.frame)
    for column in columns:
        if column in frame.collect_schema().names():
            found = frame.select(column).unique()
            rows = found.collect("pyarrow") if isinstance(found, nw.LazyFrame) else found
            yield from rows.get_column(column).to_list()
