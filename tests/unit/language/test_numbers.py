"""Numbers are written as the site's language writes them, and never rounded on the way."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.language import numbers
from macros.language.catalogue import Language

SV, EN = Language("sv"), Language("en")
HARD = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("value", "decimals", "swedish", "english"),
    [
        (0, 0, "0", "0"),
        (-0.0, 1, "0,0", "0.0"),
        (999, 0, "999", "999"),
        (1234, 0, f"1{HARD}234", "1,234"),
        (1234567, 0, f"1{HARD}234{HARD}567", "1,234,567"),
        (12.5, 1, "12,5", "12.5"),
        (Decimal("82.0"), 1, "82,0", "82.0"),
        (82.0, 1, "82,0", "82.0"),
        (-4, 0, "−4", "−4"),
        (-1234.25, 2, f"−1{HARD}234,25", "−1,234.25"),
    ],
)
def test_number(value: numbers.Number, decimals: int, swedish: str, english: str) -> None:
    assert numbers.number(value, SV, decimals) == swedish
    assert numbers.number(value, EN, decimals) == english


@pytest.mark.parametrize(
    ("value", "decimals", "prose", "short", "english"),
    [
        (0, 0, "0 procent", f"0{HARD}%", "0 percent"),
        (1, 0, "1 procent", f"1{HARD}%", "1 percent"),
        (63.0, 0, "63 procent", f"63{HARD}%", "63 percent"),
        (100, 0, "100 procent", f"100{HARD}%", "100 percent"),
        (81.5, 1, "81,5 procent", f"81,5{HARD}%", "81.5 percent"),
        (82, 1, "82,0 procent", f"82,0{HARD}%", "82.0 percent"),
        (0.5, 1, "0,5 procent", f"0,5{HARD}%", "0.5 percent"),
        (99.5, 1, "99,5 procent", f"99,5{HARD}%", "99.5 percent"),
    ],
)
def test_percent(value: float, decimals: int, prose: str, short: str, english: str) -> None:
    assert numbers.percent(value, SV, decimals) == prose
    assert numbers.percent_short(value, SV, decimals) == short
    assert numbers.percent(value, EN, decimals) == english


def test_nearly_none_and_nearly_all_are_neither_0_nor_100() -> None:
    assert numbers.percent(0.5, EN) == "less than 1 percent"
    assert numbers.percent(99.5, EN) == "more than 99 percent"
    assert (numbers.percent_short(0.5, SV), numbers.percent_short(99.5, SV)) == (f"<1{HARD}%", f">99{HARD}%")
    assert (numbers.percent_number(0.5, SV), numbers.percent_number(99.5, SV)) == ("<1", ">99")


def test_ranges() -> None:
    assert numbers.percent_range(12, 17, SV) == "12–17 procent"
    assert numbers.percent_range_short(12, 17, SV) == f"12–17{HARD}%"
    assert numbers.percent_range_short(0.5, 17, EN) == "<1–17%"
    assert numbers.percent_number_range(83, 99.5, SV) == "83–>99"
    assert numbers.number_range(1.5, 1234.0, SV, 1) == f"1,5–1{HARD}234,0"


def test_a_minus_never_meets_a_dash() -> None:
    assert numbers.number_range(-4, -1, EN) == "−4 to −1"


def test_a_count_and_its_base() -> None:
    assert numbers.count_of(39, 62, EN) == "39 of 62"
    assert numbers.count_of(1039, 2062, EN) == "1,039 of 2,062"


@pytest.mark.parametrize(
    ("value", "words"), [(1, "1 percentage point"), (-1, "−1 percentage point"), (0, "0 percentage points")]
)
def test_a_difference_of_percentages_is_in_points(value: int, words: str) -> None:
    assert numbers.points(value, EN) == words


@pytest.mark.parametrize(
    ("value", "decimals"), [(12.5, 0), (81.55, 1), (33.333333, 1), (float("nan"), 0), (float("inf"), 0)]
)
def test_what_was_not_rounded_in_release_is_not_shown(value: float, decimals: int) -> None:
    for write in (numbers.number, numbers.percent, numbers.percent_short):
        with pytest.raises(ValueError, match=r"rounded|not a number"):
            write(value, SV, decimals)


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=1))
def test_reading_a_number_back_gives_the_number(value: Decimal) -> None:
    shown = numbers.number(value, SV, 1)
    assert Decimal(shown.replace(HARD, "").replace("−", "-").replace(",", ".")) == value


@given(st.lists(st.decimals(min_value=0, max_value=100, places=2)))
def test_the_decimals_needed_suffice_and_none_is_too_many(values: list[Decimal]) -> None:
    needed = numbers.decimals_needed(values)
    for value in values:
        numbers.number(value, SV, needed)
    if needed:
        with pytest.raises(ValueError, match="rounded"):
            [numbers.number(value, SV, needed - 1) for value in values]
