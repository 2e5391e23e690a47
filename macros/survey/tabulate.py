"""From rows to counts: the one place where rows are added up.

Belongs here: cells and bases, made of group-by sums. Does not: the sums themselves (`group_by.py`), or any share,
mean or rule; those are for `estimate` and `release`. A number's total is made of the counts of its values exactly,
so the order of the rows cannot change a digit.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import combinations, product

from macros.errors import Place, Problem, ReportError, nearest
from macros.language.message import Message, msg
from macros.survey.answer_cells import frame_columns
from macros.survey.codebook import Codebook
from macros.survey.counts import Counts
from macros.survey.group_by import Grouped, Totals, group_by, strata, with_ticks
from macros.survey.question import SEVERAL, Question
from macros.survey.reading import TICKED
from macros.survey.survey import Survey
from macros.survey.tabulation import KINDS, MISSING, Cell, Group, Sum, Tabulation, combined, missing_kinds


def tabulate(
    survey: Survey | Counts, question: str, by: tuple[str, ...] = (), place: Place | None = None
) -> Tabulation:
    """Count the answers to a question, in total and by groupings.

    Args:
        survey: answers, or counts that came in as counts.
        question: id of the question; of open texts and dates only the number of answers is counted.
        by: ids of the groupings, which must be single choices or scales.
        place: what to name in a problem; the survey itself when not given.

    Raises:
        ReportError: for an unknown question or grouping.
    """
    place = place or Place(f"data/surveys/{survey.codebook.id}")
    asked, groupings = questions_of(survey.codebook, question, by, place)
    if isinstance(survey, Counts):
        if len(by) > 1:
            found = msg("{count} groupings at once", count=len(by))
            raise ReportError([Problem(place, found, msg("at most one grouping"))])
        return survey.tabulation(asked, groupings, place)
    cells: list[Cell] = []
    for group, totals in _by_group(survey, asked, groupings).items():
        cells += _cells(asked, group, totals)
    bases = {cell.group: cell.n for cell in cells if cell.answer is None}
    grouped = sum(n for group, n in bases.items() if None not in group)
    ungrouped = bases[(None,) * len(by)] - grouped if by else 0
    table = Tabulation(survey.codebook, asked, groupings, tuple(cells), ungrouped, strata(survey), _units(survey))
    return replace(table, coding=survey.codings.get(asked.id))


def tabulate_ratio(survey: Survey, above: str, below: str, by: tuple[str, ...] = ()) -> Tabulation:
    """Sum two number questions over the units that answered both, for the ratio of their totals.

    Args:
        above, below: ids of number questions; the table is of the first.
        by: as in `tabulate`.

    Raises:
        ReportError: for an unknown question or grouping, or one that is no number.
    """
    place = Place(f"data/surveys/{survey.codebook.id}")
    numbers = [known.id for known in survey.codebook.questions if known.type == "number"]
    wrong = [name for name in (above, below) if name not in numbers]
    if wrong:
        said = (_unknown(msg("{question} is no number question", question=n), n, numbers, place) for n in wrong)
        raise ReportError(list(said))
    asked, groupings = questions_of(survey.codebook, above, by, place)
    cells = []
    for group, found in _grouped(survey, groupings, (above, below)).items():
        sums = (
            replace(part, value=Fraction(high), over=Fraction(low))
            for (high, low), totals in found.items()
            if high not in MISSING and low not in MISSING
            for part in totals.sums
        )
        n = sum(totals.n for pair, totals in found.items() if not set(pair) & set(MISSING))
        units = sum(totals.n for totals in found.values())
        cells.append(Cell(group, None, n, sums=combined(sums)))
        cells += [Cell(group, kind, units - n if kind == MISSING[0] else 0) for kind in MISSING]
    return Tabulation(survey.codebook, asked, groupings, tuple(cells), 0, strata(survey), _units(survey))


def _units(survey: Survey) -> tuple[Sum, ...]:
    """All units of a survey whose weights are adjusted to totals, by their answers to those questions."""
    if not survey.codebook.design.calibrate:
        return ()
    return combined(part for totals in group_by(survey, ()).values() for part in totals.sums)


def questions_of(
    codebook: Codebook, question: str, by: tuple[str, ...], place: Place
) -> tuple[Question, tuple[Question, ...]]:
    """Look up a question and its groupings.

    Raises:
        ReportError: with every name that is unknown or cannot be used so.
    """
    problems = []
    asked = codebook.question(question)
    asked_for = [known.id for known in codebook.questions]
    groupable = [known.id for known in codebook.questions if known.type in ("single", "scale") and known.id != question]
    if asked is None:
        problems.append(_unknown(msg("No question {question}", question=question), question, asked_for, place))
    problems += [
        _unknown(msg("{question} is no grouping", question=name), name, groupable, place)
        for name in by
        if name not in groupable
    ]
    if len(set(by)) < len(by):
        problems.append(Problem(place, msg("The same grouping stands twice")))
    if asked is None or problems:
        raise ReportError(problems)
    return asked, tuple(known for name in by for known in codebook.questions if known.id == name)


def _unknown(found: Message, name: str, choices: list[str], place: Place) -> Problem:
    return Problem(place, found, msg("one of {choices}", choices=", ".join(choices)), nearest(name, choices))


def _by_group(survey: Survey, question: Question, groupings: tuple[Question, ...]) -> dict[Group, Grouped]:
    """The totals of a question by value in every group."""
    if question.type not in SEVERAL:
        return _grouped(survey, groupings, (question.id,))
    wanted: dict[Group, dict[tuple[str, ...], Totals]] = {}
    ticks = question.type == "multiple"
    counted = with_ticks(survey, frame_columns(question)) if ticks else survey
    for answer, column in zip(question.answers, frame_columns(question), strict=True):
        for group, found in _grouped(counted, groupings, (column,), ticks=ticks).items():
            of_group = wanted.setdefault(group, {})
            of_group.update({(answer.code, *key): totals for key, totals in found.items()})
    return dict(wanted)


def _grouped(
    survey: Survey, groupings: tuple[Question, ...], columns: tuple[str, ...], *, ticks: bool = False
) -> dict[Group, Grouped]:
    """The totals by the values of columns in every group, with all margins; the total first, then codebook order."""
    wanted: dict[Group, dict[tuple[str, ...], Totals]] = {
        group: {} for group in product(*((None, *(answer.code for answer in by.answers)) for by in groupings))
    }
    margins = (chosen for size in range(len(groupings) + 1) for chosen in combinations(groupings, size))
    for margin in margins:
        names = tuple(by.id for by in margin)
        for key, totals in group_by(survey, (*names, *columns), ticks=ticks).items():
            code = dict(zip(names, key[: len(names)], strict=True))
            group = tuple(code.get(by.id) for by in groupings)
            if group in wanted:  # the unit's group may be missing
                wanted[group][key[len(names) :]] = totals
    return dict(wanted)


def _cells(question: Question, group: Group, found: Grouped) -> Iterator[Cell]:
    """All cells of one group: the base, the answers, the missing kinds."""
    several = question.type in SEVERAL
    first = (question.answers[0].code,) if several else ()
    kinds = {kind: found.get((*first, kind), Totals()) for kind in missing_kinds(question)}
    answered = [key for key in found if key[: len(first)] == first and key[-1] not in KINDS]
    yield _base(question, group, {key[-1]: found[key] for key in answered})
    for answer in question.answers:
        chosen = found.get((answer.code, TICKED) if several else (answer.code,), Totals())
        yield Cell(group, answer.code, chosen.n, sums=chosen.sums)
    for kind, totals in kinds.items():
        yield Cell(group, kind, totals.n, sums=totals.sums)


def _base(question: Question, group: Group, found: Mapping[str, Totals]) -> Cell:
    """The units that answered; those of a number question by their value."""
    n = sum(totals.n for totals in found.values())
    if question.type != "number":
        return Cell(group, None, n, sums=combined(part for totals in found.values() for part in totals.sums))
    values = {Fraction(value): totals for value, totals in found.items()}
    total = float(sum(value * totals.n for value, totals in values.items()))
    squares = float(sum(value**2 * totals.n for value, totals in values.items()))
    sums = combined(replace(part, value=value) for value, totals in values.items() for part in totals.sums)
    return Cell(group, None, n, total, squares, sums)
