"""What a file tells of its own size: its numbered rows, its respondents' ids, its name. Told beside what was read.

Belongs here: those checks, for any kind of export. Does not: what an .sav says of its columns (`understanding.py`).
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import PurePath

from macros.language.message import Message, msg, nmsg
from macros.survey.sheet import Sheet
from macros.survey.spelling import fold, tidy

# Microsoft Forms names an export after the numbers of its first and last response.
_RANGE = re.compile(r"\((\d{1,7})-(\d{1,7})\)$")
_WIDEST = 10  # rows are numbered, and not named, when there are at most so many numbers for each


def told_of_itself(sheet: Sheet, identifier: str | None) -> Iterator[Message]:
    """Whether respondents, row numbers and the file's name agree with the number of rows."""
    rows = len(sheet.records)
    at = sheet.position(identifier) if identifier is not None else None
    if at is None:
        yield msg("No column tells the respondents apart: each row is taken for one.")
    else:
        ids = len({fold(cell) for cell in sheet.column(at)})
        yield nmsg(
            "{column} has {ids} different values in {count} row.",
            "{column} has {ids} different values in {count} rows.",
            rows, column=f'"{sheet.names[at]}"', ids=ids,
        )  # fmt: skip
    yield from _numbered(sheet)
    named = _RANGE.search(PurePath(sheet.path).stem)
    if named:
        count = int(named[2]) - int(named[1]) + 1
        yield msg("The file's name tells of {count} responses; it has {rows}.", count=count, rows=rows)


def _numbered(sheet: Sheet) -> Iterator[Message]:
    """The first column that numbers the rows, and how many of its numbers are not there."""
    rows = len(sheet.records)
    for position, name in enumerate(sheet.names):
        numbers = _numbers(sheet.column(position))
        if rows < 2 or len(numbers) != rows or not _runs(numbers):  # noqa: PLR2004 -- one number is no row of numbers
            continue
        low, high = min(numbers), max(numbers)
        lacking = high - low + 1 - rows
        if lacking > _WIDEST * rows:
            continue
        said = {"column": f'"{name}"', "low": low, "high": high}
        yield (
            nmsg(
                "{column} numbers the rows from {low} to {high}; {count} number is not there.",
                "{column} numbers the rows from {low} to {high}; {count} numbers are not there.",
                lacking, **said,
            )
            if lacking
            else msg("{column} numbers the rows from {low} to {high}, and all of them are there.", **said)
        )  # fmt: skip
        return


def _numbers(cells: Sequence[str]) -> list[int]:
    return [int(text) for cell in cells if re.fullmatch(r"\d{1,9}", text := tidy(cell))]


def _runs(numbers: Sequence[int]) -> bool:
    steps = {low < high for low, high in pairwise(numbers)}
    return len(steps) == 1 and len(set(numbers)) == len(numbers)
