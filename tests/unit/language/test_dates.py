"""Periods say month and year once where both days share them."""

from datetime import date

import pytest

from macros.language import dates
from macros.language.catalogue import Language


@pytest.mark.parametrize(
    ("first", "last", "swedish", "english"),
    [
        (date(2020, 5, 11), date(2020, 6, 12), "11 maj–12 juni 2020", "11 May–12 June 2020"),
        (date(2020, 5, 11), date(2020, 5, 12), "11–12 maj 2020", "11–12 May 2020"),
        (date(2019, 12, 11), date(2020, 1, 12), "11 december 2019–12 januari 2020", "11 December 2019–12 January 2020"),
        (date(2019, 5, 11), date(2020, 5, 11), "11 maj 2019–11 maj 2020", "11 May 2019–11 May 2020"),
        (date(2020, 5, 11), date(2020, 5, 11), "11 maj 2020", "11 May 2020"),
    ],
)
def test_period(first: date, last: date, swedish: str, english: str) -> None:
    assert dates.period(first, last, Language("sv")) == swedish
    assert dates.period(first, last, Language("en")) == english


def test_single_days() -> None:
    assert dates.date(date(2020, 3, 1), Language("sv")) == "1 mars 2020"
    assert dates.day_and_month(date(2020, 3, 1), Language("en")) == "1 March"
