"""Dates in a column: in which order their parts stand, and the first and last of them.

Belongs here: what is certain of a whole column of dates. Does not: one date (`macros/survey/dates.py`).
"""

import datetime
import re
from collections.abc import Iterable
from typing import get_args

from babel import Locale

from macros.survey.dates import read_date
from macros.survey.question import DateOrder

_ISO: DateOrder = "year-month-day"
_ZONE = re.compile(
    r"([T ]\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d+)?)\s*(?:[fea]\.?m\.?|p\.?m\.?)?"
    r"\s*(?:GMT|UTC|CES?T|[ECMP][SD]T)?(?:[+-]\d{1,2}(?::?\d{2})?)?$",
    re.IGNORECASE,
)
_SHORT_YEAR = re.compile(r"^(\d{1,2}([-/.])\d{1,2}\2)(\d{2})(?=\D|$)")
_NAMED = re.compile(r"^([a-z]{3})[a-z]*\.? (\d{1,2}), (\d{4})\b", re.IGNORECASE)
_MONTHS = {name[:3]: at for at, name in enumerate(Locale("en").months["format"]["wide"].values(), start=1)}
_CLOCK = re.compile(r"\d[T ,]+\d{1,2}[:.]\d{2}")


def date_order(cells: Iterable[str]) -> DateOrder | None:
    """The order of the parts of dates with whole years, where it is certain; None also where they are no dates.

    >>> date_order(["2020-05-11", "2020-06-12 08:30:00"])
    'year-month-day'
    >>> date_order(["5/16/2018", "5/17/2018"])
    'month-day-year'
    >>> date_order(["5/6/2018"]) is None
    True
    """
    texts = list(cells)
    fitting = [order for order in get_args(DateOrder) if texts and all(read_date(text, order) for text in texts)]
    if _ISO in fitting:
        return _ISO
    return fitting[0] if len(fitting) == 1 else None


def period(cells: Iterable[str]) -> tuple[datetime.date, datetime.date] | None:
    """The first and last day of a column of times, or None where any of them cannot be read for certain.

    >>> [str(day) for day in period(["5/16/18 7:19", "5/9/18 6:48"]) or ()]
    ['2018-05-09', '2018-05-16']
    """
    texts = [_whole(text) for text in cells]
    order = date_order(texts)
    days = [day for text in texts if order and (day := read_date(text, order)) is not None]
    return (min(days), max(days)) if days else None


def looks_dated(cells: Iterable[str]) -> bool:
    """Whether every cell is a date, with or without a time of day, in one order or another."""
    texts = [_whole(text) for text in cells]
    return bool(texts) and any(all(read_date(text, order) for text in texts) for order in get_args(DateOrder))


def clocked(cells: Iterable[str]) -> bool:
    """Whether any cell has a time of day, as a program writes it."""
    return any(_CLOCK.search(text) for text in cells)


def _whole(text: str) -> str:
    """A time with a year of four digits and no name of a time zone or an English month.

    No answer is from the last century.
    """
    named = _NAMED.match(text)
    if named and (month := _MONTHS.get(named[1].capitalize())):
        text = f"{named[3]}-{month:02d}-{int(named[2]):02d}{text[named.end() :]}"
    return _SHORT_YEAR.sub(r"\g<1>20\3", _ZONE.sub(r"\g<1>", text.strip()))
