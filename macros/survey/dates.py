"""Dates as people and programs write them.

Belongs here: a date question's cell, and one date. Does not: bands of dates (`bands.py`).
"""

import datetime
import re
from collections.abc import Sequence
from typing import get_args

from macros.language.message import Message, msg
from macros.survey.model_problems import shown
from macros.survey.question import DateOrder
from macros.survey.reading import Fault, Reading, Words
from macros.survey.spelling import fold, tidy

_TIME = (
    r"(?:(?:T| |, ?)[0-9]{1,2}(?:[:.][0-9]{2}){1,2}(?:[.,][0-9]+)?"
    r"(?: ?(?:[AaPp]\.?[Mm]\.?|[fe]\.?m\.?))?"  # half of the day, in English or Swedish
    r"(?: ?(?:Z|[A-Z]{3,4}(?:[-+][0-9]{1,2}(?::?[0-9]{2})?)?|[-+][0-9]{2}(?::?[0-9]{2})?))?)?"  # zone
)
_DATE = re.compile(rf"([0-9]{{1,4}})([-/.])([0-9]{{1,2}})\2([0-9]{{1,4}}){_TIME}")
_EXAMPLES = {"year-month-day": "2020-05-11", "day-month-year": "11/5/2020", "month-day-year": "5/11/2020"}


def read_dates(words: Words, cells: Sequence[str]) -> Reading:
    """Read a date question's cell."""
    text = tidy(cells[0])
    if fold(text) in words.missing:
        return Reading((words.missing[fold(text)],))
    order = words.question.order
    date = read_date(text, order)
    if date is not None:
        return Reading((date.isoformat(),))
    found = msg('"{value}" is not a date', value=shown(text)) if text else msg("The cell is empty")
    allowed = msg("a date such as {example}", example=_EXAMPLES[order])
    return Reading(faults=(Fault(0, found, allowed, _hint(text, order)),))


def read_date(text: str, order: DateOrder) -> datetime.date | None:
    """Read a day that exists; None for anything else.

    The year has four digits: with two, nobody can tell a birth in 1920 from one in 2020. The parts stand in the
    question's order, with `-`, `/` or `.` between. What is written as ISO, `2020-05-11`, reads so in any order, for
    it reads in no other way. A time of day after it is dropped, and with it any time zone: the day is the one written.

    >>> str(read_date("5/11/2020 2:05:33 PM", "month-day-year")), read_date("31.4.2020", "day-month-year")
    ('2020-05-11', None)
    >>> str(read_date("2020-05-11T23:30:00Z", "day-month-year")), read_date("11/05/20", "day-month-year")
    ('2020-05-11', None)
    """
    found = _DATE.fullmatch(text)
    if found is None:
        return None
    parts = (found[1], found[3], found[4])
    iso = found[2] == "-" and [len(part) for part in parts] == [4, 2, 2]
    names = ("year", "month", "day") if iso else tuple(order.split("-"))
    named = dict(zip(names, parts, strict=True))
    if len(named["year"]) != len("2020") or len(named["day"]) > 2 or len(named["month"]) > 2:  # noqa: PLR2004
        return None
    try:
        return datetime.date(int(named["year"]), int(named["month"]), int(named["day"]))
    except ValueError:
        return None


def _hint(text: str, order: DateOrder) -> Message | None:
    found = _DATE.fullmatch(text)
    if found is None:
        return None
    if max(len(found[1]), len(found[4])) <= 2:  # noqa: PLR2004
        return msg("Write the year with four digits")
    if not any(read_date(text, other) for other in get_args(DateOrder) if other != order):
        return msg("There is no such day")
    return msg("The codebook says order: {order}", order=order)
