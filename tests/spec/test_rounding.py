"""Rounding, as a table: statistics.md 5.1."""

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.language import numbers
from macros.language.catalogue import Language
from macros.release.rounding import half_up, interval_end, mean, percent

PERCENT = """
    x    of   percent  why
    0    62   0        nothing is 0
    62   62   100      all is 100
    1    8    13       12.5: half up, where half-even gives 12
    3    8    38       37.5
    39   62   63       62.903
    3    181  2        1.657
    1    714  0.5      0.14 is not nothing: <1
    713  714  99.5     99.86 is not all: >99
    1    200  1        0.5 goes up to 1
    199  200  99.5     99.5 goes up to 100, which it is not
    197  199  99       98.995
    20   62   32       the worked table: 32 24 19 13 11 adds to 99
    15   62   24       24.194
    12   62   19       19.355
    8    62   13       12.903
    7    62   11       11.290
    25   62   40       40.323
    5    62   8        8.065
    2    62   3        3.226
"""


@pytest.mark.parametrize("line", PERCENT.strip().splitlines()[1:], ids=lambda line: " ".join(line.split()[:2]))
def test_percent(line: str) -> None:
    x, base, expected, *_ = line.split()
    assert percent(int(x), int(base)) == float(expected)


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        (Fraction(-5, 2), 0, -3.0),
        (-0.4, 0, 0.0),
        (2.5, 0, 3.0),
        (0.1 + 0.2, 1, 0.3),
        (2.675, 2, 2.68),
        (0.5 - 1e-13, 0, 1.0),
        (0.5 - 1e-9, 0, 0.0),
        (Fraction(4677419, 100000) - Fraction(3548387, 100000), 0, 11.0),
    ],
)
def test_half_up_on_exact_arithmetic(value: float | Fraction, decimals: int, expected: float) -> None:
    assert half_up(value, decimals) == expected


def test_never_minus_zero() -> None:
    assert str(half_up(-0.2)) == str(mean(-0.04)) == str(interval_end(-1e-13)) == "0.0"


@pytest.mark.parametrize(("value", "expected"), [(12.25, 12.3), (12.35, 12.4), (-12.25, -12.3), (1234.04, 1234.0)])
def test_means_have_one_decimal(value: float, expected: float) -> None:
    assert mean(value) == expected


@pytest.mark.parametrize(
    ("share", "expected"), [(0.125, 13.0), (0.0049, 0.0), (0.9951, 100.0), (-0.02, 0.0), (1.02, 100.0), (0.5049, 50.0)]
)
def test_interval_ends_are_whole_percents_inside_0_to_100(share: float, expected: float) -> None:
    assert interval_end(share) == expected


@pytest.mark.parametrize(("x", "base"), [(1, 0), (0, 0), (3, 2), (-1, 2)])
def test_no_share_without_a_base_or_outside_it(x: int, base: int) -> None:
    with pytest.raises(ValueError, match="no share"):
        percent(x, base)


@given(base=st.integers(1, 5000), data=st.data())
def test_a_share_is_nothing_or_all_only_when_it_is(base: int, data: st.DataObject) -> None:
    x = data.draw(st.integers(0, base))
    released = percent(x, base)
    assert (released == 0) == (x == 0)
    assert (released == 100) == (x == base)
    assert abs(Fraction(released) - Fraction(100 * x, base)) <= Fraction(1, 2)
    if released not in (0.5, 99.5):
        assert released == (200 * x + base) // (2 * base)


RELEASED = st.one_of(
    st.integers(-100, 100).map(float),
    st.sampled_from([0.0, -0.0, 0.5, 99.5]),
    st.fractions(-1, 1).map(lambda value: half_up(100 * value)),
    st.floats(-100, 100).map(half_up),
)


@given(value=RELEASED, low=RELEASED, high=RELEASED, code=st.sampled_from(["sv", "en"]))
def test_no_form_of_a_number_is_minus_zero(value: float, low: float, high: float, code: str) -> None:
    language = Language(code)
    whole = [end for end in (value, low, high) if end.is_integer()]
    written = [
        *(form(end, language) for form in (numbers.number, numbers.points) for end in whole),
        *(form(end, language) for form in (numbers.percent, numbers.percent_short, numbers.percent_number)
          for end in (value, low, high) if end.is_integer() or end in (0.5, 99.5)),
        *(form(whole[0], whole[-1], language) for form in (
            numbers.number_range, numbers.percent_number_range, numbers.percent_range, numbers.percent_range_short,
        ) if whole),
        *(numbers.number(mean(end / 1000), language, 1) for end in (value, low, high)),
    ]  # fmt: skip
    assert not [text for text in written if re.search(r"[-\N{MINUS SIGN}]0(?![\d.,]*[1-9])", text)]


@given(value=st.floats(-0.04, 0.04))
def test_a_change_that_is_rounded_away_has_no_sign(value: float) -> None:
    released = half_up(value)
    assert numbers.points(released, Language("en")) == "0 percentage points"
    assert str(released) == "0.0"
