"""Means: their rows, their cases, and laws that hold for any numbers."""

from statistics import fmean, stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.estimate.estimate import estimate
from tests.unit.estimate.surveys import Counted, numbers, tabulation

X = (12, 30, 45, 8, 5, 7, 9, 3, 4, 6)
VALUES = st.lists(st.integers(0, 10_000), min_size=2, max_size=30)


def test_rows_are_the_mean_and_what_is_missing() -> None:
    ours = estimate(tabulation({None: numbers(3, 5, 10, missing={"__no_answer__": 2})}, kind="number"))
    assert [(row.answer, row.statistic, row.n, row.base, row.value) for row in ours.rows][:3] == [
        (None, "mean", 3, 3, 6.0),
        ("__no_answer__", "count", 2, 5, 2),
        ("__dont_know__", "count", 0, 5, 0),
    ]
    assert (ours.asked, ours.answered) == (5, 3)


def test_ten_companies_of_the_textbook() -> None:
    """statistics.md 1.2, row `srs`: svymean(~x, srs) is 12.9, SE 3.747109997."""
    row = estimate(tabulation({None: numbers(*X)}, size=40, kind="number")).row((), None)
    assert (row.value, row.se) == pytest.approx((12.9, 3.747109997), abs=1e-9)
    assert (row.df, row.method) == (9, "t")


def test_those_without_a_number_belong_to_the_sample() -> None:
    """By hand: 3 of 5 units have a number, all of 310; V = (1 - 5/310) * 5/4 * 26/9."""
    row = estimate(tabulation({None: numbers(3, 5, 10, missing={"__no_answer__": 2})}, kind="number")).row((), None)
    assert row.se == pytest.approx(((1 - 5 / 310) * 5 / 4 * 26 / 9) ** 0.5, rel=1e-12)


@pytest.mark.parametrize("same", [(7,), (7, 7, 7), (1.1,) * 9, (99.9,) * 6, (0, 0)])
def test_no_variation_is_not_certainty(same: tuple[float, ...]) -> None:
    row = estimate(tabulation({None: numbers(*same)}, kind="number")).row((), None)
    assert row.value == pytest.approx(same[0])
    assert (row.se, row.low, row.high, row.method) == (None, None, None, "none")


def test_nobody_with_a_number_is_no_mean_and_not_0() -> None:
    row = estimate(tabulation({None: numbers(missing={"__not_asked__": 9})}, kind="number")).row((), None)
    assert (row.n, row.value, row.method) == (0, None, "none")


def test_a_tabulation_without_sums_is_refused() -> None:
    with pytest.raises(ValueError, match="sum of squares"):
        estimate(tabulation({None: Counted({}, {}, 3)}, kind="number"))


@given(VALUES, st.integers(1, 10_000))
def test_the_error_is_the_textbooks_with_its_correction(values: list[int], more: int) -> None:
    n, size = len(values), len(values) + more
    row = estimate(tabulation({None: numbers(*values)}, size=size, kind="number")).row((), None)
    assert row.value == pytest.approx(fmean(values))
    if len(set(values)) == 1:
        assert row.se is None
        return
    assert row.se == pytest.approx(((1 - n / size) * stdev(values) ** 2 / n) ** 0.5, rel=1e-9)
    assert row.low is not None
    assert row.high is not None
    assert row.low < fmean(values) < row.high
