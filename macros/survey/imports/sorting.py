"""The columns of a sheet by their use: answers, the respondent, the weight, times, and what is left out.

Belongs here: which column is none of a question. Does not: the names that tell it (`roles.py`), or what the others ask
(`proposing.py`).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from macros.survey.design import Period
from macros.survey.imports import doubts as about
from macros.survey.imports.column import Column
from macros.survey.imports.doubts import Doubt
from macros.survey.imports.roles import identifier_of, is_running, is_weight
from macros.survey.imports.scales import OUTSIDE
from macros.survey.imports.times import clocked, looks_dated, period
from macros.survey.imports.values import Values
from macros.survey.numeric import read_number
from macros.survey.sheet import Sheet
from macros.survey.spelling import fold, tidy

_MOSTLY = 0.8


@dataclass(frozen=True)
class Sorted:
    """The columns of a sheet by their use; each is in one of the places.

    Attributes:
        answers: columns that make questions.
        times: ignored columns that say when somebody answered.
        ignored: all others that are no answers.
    """

    answers: tuple[Column, ...]
    times: tuple[Column, ...]
    ignored: tuple[Column, ...]
    identifier: Column | None = None
    weight: Column | None = None
    doubts: tuple[Doubt, ...] = ()


def sorted_columns(sheet: Sheet, columns: Sequence[Column], values: Mapping[int, Values], decimal: str) -> Sorted:
    """Give each column its use, by what its tool says of it and by what stands in it."""
    rows = len(sheet.records)
    doubts: list[Doubt] = []
    weights = [c for c in columns if c.role == "question" and is_weight(c.code or c.name, values[c.position], decimal)]
    weights.sort(key=lambda column: len(values[column.position].counts) == 1)  # one that weighs all alike comes last
    doubts += [Doubt(about.MORE_WEIGHTS, column.name) for column in weights[1:]]
    identifier = identifier_of(tuple(columns), values, rows)
    answers, times, ignored = [], [], []
    for column in columns:
        known = values[column.position]
        unnamed = all(not tidy(row[column.position]) for row in sheet.header)
        if column in (identifier, *weights[:1]):
            continue
        dated = looks_dated(known.spellings)
        said = column.role == "time" and (dated or all(map(_is_time, known.spellings)))
        if said or (dated and clocked(known.spellings) and len(known.counts) > _MOSTLY * known.n):
            times.append(column)
        elif column in weights or column.role == "metadata" or (unnamed and is_running(known, rows)):
            ignored.append(column)
        elif column.role == "identifier":
            ignored.append(column)
            doubts.append(Doubt(about.NOT_UNIQUE, column.name))
        else:
            answers.append(column.as_role("written" if column.role == "written" else "question"))
    return Sorted(tuple(answers), tuple(times), tuple(ignored), identifier, next(iter(weights), None), tuple(doubts))


def _is_time(cell: str) -> bool:
    """Whether a cell below a header of times can be one, however it is written; a bare number is a workbook's."""
    return read_number(cell, ".") is not None or len(re.findall(r"\d+", cell)) > 1


def decimal_of(columns: Iterable[Values], delimiter: str) -> str:
    """The decimal comma, where some columns are numbers only with it and none only with the point.

    Not in a file whose columns have a comma between them: there "1,2" in a cell is two answers.
    """
    if delimiter == ",":
        return "."
    comma = point = False
    for values in columns:
        texts = [text for text in values.spellings if fold(text) not in OUTSIDE]
        parted = [text for text in texts if re.search(r"[.,]", text)]
        comma |= bool(parted) and all(read_number(text, ",") is not None for text in texts)
        point |= bool(parted) and all(read_number(text, ".") is not None for text in texts)
    return "," if comma and not point else "."


def fieldwork_of(times: Sequence[Column], values: Mapping[int, Values]) -> tuple[Period | None, list[Doubt]]:
    """From the first to the last day on which anybody began or ended, as far as the days are certain."""
    found = {column.name: period(values[column.position].spellings) for column in times if values[column.position].n}
    days = [day for span in found.values() if span for day in span]
    unsure = [Doubt(about.UNSURE_DATES, name) for name, span in found.items() if span is None]
    return (Period(**{"from": min(days), "to": max(days)}) if days else None), unsure
