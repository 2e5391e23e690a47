"""Places a published period on a time axis. Belongs here: reading the period's text. Does not: its words."""

import datetime
import re

_DAY = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")


def midpoint(period: str) -> datetime.date | None:
    """The middle of a period such as `2020-03-16/2020-03-17` or `2020-08`, None when it has no date.

    >>> midpoint("2020-03-16/2020-03-18")
    datetime.date(2020, 3, 17)
    >>> midpoint("2020-08")
    datetime.date(2020, 8, 15)
    """
    days = [datetime.date(int(year), int(month), int(day) if day else 15) for year, month, day in _DAY.findall(period)]
    return days[0] + (days[-1] - days[0]) / 2 if days else None


def ends(period: str) -> tuple[datetime.date, datetime.date] | None:
    """First and last day of a period given in full days, else None.

    >>> ends("2020-03-16/2020-03-17")
    (datetime.date(2020, 3, 16), datetime.date(2020, 3, 17))
    """
    days = [datetime.date.fromisoformat(f"{y}-{m}-{d}") for y, m, d in _DAY.findall(period) if d]
    return (days[0], days[-1]) if days else None
