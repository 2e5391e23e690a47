"""Published periods: where one stands on a time axis, and its words.

Belongs here: reading the period's text. Does not: checking the file that it stands in (`survey/published.py`).
"""

import datetime
import re

from macros.language import dates
from macros.language.catalogue import Language

_DAY = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")
_MONTHS = re.compile(r"\d{4}-\d{2}(?:/\d{4}-\d{2})?(?P<rest> .*)?")


def midpoint(period: str) -> datetime.date | None:
    """The middle of a period such as `2020-03-16/2020-03-17` or `2020-08`, None when it has no date.

    >>> midpoint("2020-03-16/2020-03-18")
    datetime.date(2020, 3, 17)
    >>> midpoint("2020-08")
    datetime.date(2020, 8, 15)
    """
    days = _days(period)
    return days[0] + (days[-1] - days[0]) / 2 if days else None


def ends(period: str) -> tuple[datetime.date, datetime.date] | None:
    """First and last day of a period given in full days, else None.

    >>> ends("2020-03-16/2020-03-17")
    (datetime.date(2020, 3, 16), datetime.date(2020, 3, 17))
    """
    days = _days(period) if all(day for _, _, day in _DAY.findall(period)) else []
    return (days[0], days[-1]) if days else None


def in_words(period: str, language: Language) -> str:
    """A period as a reader says it; what is no date, and what follows one, stays as it is written.

    >>> in_words("2020-06-22/2020-06-24", Language("sv"))
    '22–24 juni 2020'
    >>> in_words("2020-05 (andra mätningen)", Language("sv"))
    'maj 2020 (andra mätningen)'
    """
    if days := ends(period):
        return dates.period(*days, language)
    months, written = _days(period), _MONTHS.fullmatch(period)
    if not months or written is None:
        return period
    return dates.months(months[0], months[-1], language) + (written["rest"] or "")


def _days(period: str) -> list[datetime.date]:
    """The days that a period names, a month by its middle; none when one of them does not exist."""
    try:
        return [
            datetime.date(int(year), int(month), int(day) if day else 15) for year, month, day in _DAY.findall(period)
        ]
    except ValueError:
        return []
