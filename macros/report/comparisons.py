"""A number compared with another of the same answer: between two waves, or between two groups of one table.

Belongs here: which counts are compared. Does not: the test (`estimate/comparison.py`) or what may be said of it
(`release/changes.py`).
"""

from macros.errors import Place
from macros.estimate.comparison import compare_groups, compare_waves
from macros.release.changes import Change, release_change
from macros.report.statistics import Statistic
from macros.survey.match import match
from macros.survey.merge import ANSWERS, merge_categories
from macros.survey.published import Published
from macros.survey.sealed_file import Sealed
from macros.survey.survey import Survey
from macros.survey.surveys import AnySurvey
from macros.survey.tabulate import tabulate
from macros.survey.tabulation import Tabulation


def change_of(one: AnySurvey, other: AnySurvey, before: Statistic, after: Statistic, place: Place) -> Change:
    """The change of a share from one wave to the next.

    Raises:
        TypeError: for figures of which only the numbers are known.
    """
    if isinstance(one, Published | Sealed) or isinstance(other, Published | Sealed):
        raise TypeError("figures of others have no test")
    first = tabulate(one, before.address.question, (), place)
    second = tabulate(other, after.address.question, (), place)
    codes = _parts(first, str(before.row.answer)), _parts(second, str(after.row.answer))
    matched = None
    if isinstance(one, Survey) and isinstance(other, Survey) and second.question.type in ("single", "scale"):
        matched = match(one, other, second.question, codes)
    return release_change(before.row, after.row, compare_waves(first, second, codes, matched))


def difference_of(_: AnySurvey, survey: AnySurvey, first: Statistic, second: Statistic, place: Place) -> Change:
    """The difference of a share between two groups of one table.

    Raises:
        TypeError: for figures of which only the numbers are known.
    """
    if isinstance(survey, Published | Sealed):
        raise TypeError("figures of others have no test")
    merged = {by: list(codes) for by, codes in second.table.merged.items() if by != ANSWERS}
    table = merge_categories(tabulate(survey, second.address.question, second.address.by, place), merged)
    codes = _parts(table, str(second.row.answer))
    return release_change(first.row, second.row, compare_groups(table, codes, first.row.group, second.row.group))


def _parts(table: Tabulation, answer: str) -> tuple[str, ...]:
    """The answers that a released answer stands for: itself, or those that the codebook merges into it."""
    merge = next((merge for merge in table.question.merge if merge.code == answer), None)
    return tuple(merge.of) if merge else (answer,)
