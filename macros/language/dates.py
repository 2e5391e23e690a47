"""Dates and periods as a reader sees them. Belongs here: their words. Does not: reading dates from files."""

import datetime

from babel.dates import format_date

from macros.language.catalogue import Language

# English dates are written day first, as the Swedish ones are; plain "en" would be American.
_LOCALES = {"sv": "sv", "en": "en_GB"}


def date(day: datetime.date, language: Language) -> str:
    """Write one day.

    >>> date(datetime.date(2020, 6, 12), Language("sv"))
    '12 juni 2020'
    """
    return format_date(day, "d MMMM y", locale=_LOCALES[language.code])


def period(first: datetime.date, last: datetime.date, language: Language) -> str:
    """Write a period, saying month and year once where both days share them.

    Babel's own intervals shorten the months and vary in spacing, so only the parts come from it.

    >>> period(datetime.date(2020, 5, 11), datetime.date(2020, 6, 12), Language("sv"))
    '11 maj–12 juni 2020'
    """
    if first == last:
        return date(last, language)
    if first.year != last.year:
        start = "d MMMM y"
    elif first.month != last.month:
        start = "d MMMM"
    else:
        start = "d"
    return f"{format_date(first, start, locale=_LOCALES[language.code])}\N{EN DASH}{date(last, language)}"


def months(first: datetime.date, last: datetime.date, language: Language) -> str:
    """Write the months of a period, saying month and year once where both days share them.

    >>> months(datetime.date(2020, 4, 1), datetime.date(2021, 2, 28), Language("sv"))
    'april 2020–februari 2021'
    """
    locale = _LOCALES[language.code]
    end = format_date(last, "LLLL y", locale=locale)
    if (first.year, first.month) == (last.year, last.month):
        return end
    start = "LLLL" if first.year == last.year else "LLLL y"
    return f"{format_date(first, start, locale=locale)}\N{EN DASH}{end}"


def day_and_month(day: datetime.date, language: Language) -> str:
    """Write a day without its year, for an axis whose years stand elsewhere.

    >>> day_and_month(datetime.date(2020, 3, 16), Language("sv"))
    '16 mars'
    """
    return format_date(day, "d MMMM", locale=_LOCALES[language.code])
