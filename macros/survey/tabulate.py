"""From rows to counts: the one place where rows are added up.

Belongs here: group-by sums, in narwhals so that the same lines run on other engines. Does not: any share, mean
or rule; those are for `estimate` and `release`. Every sum is a count of rows by value; a number's total is
made of those counts exactly, so the order of the rows cannot change a digit.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction

import narwhals as nw
from narwhals.typing import IntoDataFrame

from macros.errors import Place, Problem, ReportError, nearest
from macros.language.message import Message, msg
from macros.survey.answer_cells import TICKED, UNTICKED, frame_columns
from macros.survey.codebook import Codebook
from macros.survey.counts import Counts
from macros.survey.question import Question
from macros.survey.survey import Survey
from macros.survey.tabulation import MISSING, Cell, Group, Tabulation

Sums = Mapping[tuple[str, ...], int]


def tabulate(
    survey: Survey | Counts, question: str, by: tuple[str, ...] = (), place: Place | None = None
) -> Tabulation:
    """Count the answers to a question, in total and by at most one grouping.

    Args:
        survey: answers, or counts that came in as counts.
        question: id of the question; every type but `text`.
        by: ids of the groupings, which must be single choices or scales.
        place: what to name in a problem; the survey itself when not given.

    Raises:
        ReportError: for an unknown question or grouping, or one that cannot be counted.
    """
    place = place or Place(f"data/surveys/{survey.codebook.id}")
    asked, groupings = questions_of(survey.codebook, question, by, place)
    if isinstance(survey, Counts):
        return survey.tabulation(asked, groupings, place)
    totals = _by_value(survey, asked, ())
    cells = list(_cells(asked, (None,) * len(by), totals))
    ungrouped = 0
    for grouping in groupings:
        sums = _by_value(survey, asked, (grouping.id,))
        for answer in grouping.answers:
            cells += _cells(asked, (answer.code,), _within(sums, answer.code))
        for kind in MISSING:
            ungrouped += _base(asked, _within(sums, kind))
    return Tabulation(survey.codebook, asked, groupings, tuple(cells), ungrouped)


def questions_of(
    codebook: Codebook, question: str, by: tuple[str, ...], place: Place
) -> tuple[Question, tuple[Question, ...]]:
    """Look up a question and its groupings.

    Raises:
        ReportError: with every name that is unknown or cannot be used so.
    """
    problems = []
    asked = codebook.question(question)
    countable = [known.id for known in codebook.questions if known.type != "text"]
    groupable = [known.id for known in codebook.questions if known.type in ("single", "scale") and known.id != question]
    if asked is None:
        problems.append(_unknown(msg("No question {question}", question=question), question, countable, place))
    elif asked.type == "text":
        found = msg("{question} holds open answers, which are not counted", question=question)
        problems.append(_unknown(found, question, countable, place))
    problems += [
        _unknown(msg("{question} is no grouping", question=name), name, groupable, place)
        for name in by
        if name not in groupable
    ]
    if len(by) > 1:
        problems.append(Problem(place, msg("{count} groupings at once", count=len(by)), msg("at most one grouping")))
    if asked is None or problems:
        raise ReportError(problems)
    return asked, tuple(known for name in by for known in codebook.questions if known.id == name)


def _unknown(found: Message, name: str, choices: list[str], place: Place) -> Problem:
    return Problem(place, found, msg("one of {choices}", choices=", ".join(choices)), nearest(name, choices))


def _by_value(survey: Survey, question: Question, by: tuple[str, ...]) -> Sums:
    """Rows by group and value; for multiple choice by group, option and tick."""
    if question.type != "multiple":
        return _counts(survey.frame, (*by, question.id))
    sums: dict[tuple[str, ...], int] = {}
    for answer, column in zip(question.answers, frame_columns(question), strict=True):
        for (*group, value), n in _counts(survey.frame, (*by, column)).items():
            sums[*group, answer.code, value] = n
    return sums


def _counts(frame: IntoDataFrame, columns: tuple[str, ...]) -> Sums:
    """The group-by sum that everything else is made of."""
    counted = nw.from_native(frame).group_by(*columns).agg(nw.len().alias("n"))
    return {tuple(row[:-1]): int(row[-1]) for row in counted.select(*columns, "n").rows()}


def _within(sums: Sums, code: str) -> Sums:
    return {key: n for (group, *key_), n in sums.items() if group == code for key in [tuple(key_)]}


def _base(question: Question, sums: Sums) -> int:
    """Units that answered: with a tick for multiple choice, else with any value that is not missing."""
    if question.type == "multiple":
        first = question.answers[0].code
        return sums.get((first, TICKED), 0) + sums.get((first, UNTICKED), 0)
    return sum(n for (value,), n in sums.items() if value not in MISSING)


def _cells(question: Question, group: Group, sums: Sums) -> Iterator[Cell]:
    """All cells of one group: the base, the answers, the missing kinds."""
    multiple = question.type == "multiple"
    if question.type == "number":
        values = {Fraction(value): n for (value,), n in sums.items() if value not in MISSING}
        total = float(sum(value * n for value, n in values.items()))
        squares = float(sum(value**2 * n for value, n in values.items()))
        yield Cell(group, None, _base(question, sums), total, squares)
    else:
        yield Cell(group, None, _base(question, sums))
    for answer in question.answers:
        yield Cell(group, answer.code, sums.get((answer.code, TICKED) if multiple else (answer.code,), 0))
    for kind in MISSING:
        yield Cell(group, kind, sums.get((question.answers[0].code, kind) if multiple else (kind,), 0))
