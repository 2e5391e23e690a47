"""Shares: their rows, their bases, and laws that hold for any survey."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.estimate.estimate import estimate
from macros.survey.tabulation import MISSING
from tests.unit.estimate.surveys import Counted, tabulation

COUNTS = st.lists(st.integers(0, 40), min_size=2, max_size=6)
BLANKS = st.fixed_dictionaries({kind: st.integers(0, 5) for kind in MISSING})


def _counted(counts: list[int], blanks: dict[str, int] | None = None) -> Counted:
    return Counted({f"a{at}": n for at, n in enumerate(counts)}, blanks or {})


def test_rows_are_the_base_the_answers_and_what_is_missing() -> None:
    blanks = {"__no_answer__": 1, "__dont_know__": 2, "__refused__": 0, "__not_applicable__": 3, "__not_asked__": 4}
    ours = estimate(tabulation({None: Counted({"ja": 20, "nej": 10}, blanks)}))
    assert [(row.answer, row.statistic, row.n, row.base) for row in ours.rows] == [
        (None, "count", 30, 30),
        ("ja", "share", 20, 30),
        ("nej", "share", 10, 30),
        ("__no_answer__", "count", 1, 36),
        ("__dont_know__", "count", 2, 36),
        ("__refused__", "count", 0, 36),
        ("__not_applicable__", "count", 3, 36),
        ("__not_asked__", "count", 4, 40),
    ]
    assert [row.value for row in ours.rows] == [30, Fraction(2, 3), Fraction(1, 3), 1, 2, 0, 3, 4]
    assert (ours.asked, ours.answered) == (36, 30)


def test_several_answers_are_shares_of_those_who_ticked_anything() -> None:
    """statistics.md 1.4, `answered`: 6 of 8 ticked, R gives 0.6666666667, 0.5 and 0.3333333333."""
    ticked = Counted({"a": 4, "b": 3, "c": 2}, {"__no_answer__": 1, "__not_asked__": 1}, base=6)
    ours = estimate(tabulation({None: ticked}, size=30, kind="multiple"))
    assert [ours.row((), code).value for code in "abc"] == [Fraction(2, 3), Fraction(1, 2), Fraction(1, 3)]
    errors = [ours.row((), code).se for code in "abc"]
    assert errors == pytest.approx([0.176183326, 0.1868706369, 0.176183326], abs=1e-9)


def test_nobody_answered_is_no_share_and_not_0() -> None:
    ours = estimate(tabulation({None: Counted({"ja": 0, "nej": 0}, {"__no_answer__": 9})}))
    row = ours.row((), "ja")
    assert (row.base, row.value, row.se, row.low, row.high, row.method) == (0, None, None, None, None, "none")
    assert ours.row((), None).value == 0


def test_an_order_of_answers_is_the_codebooks() -> None:
    ours = estimate(tabulation({None: Counted({"minskat": 3, "samma": 2, "okat": 1})}, kind="scale"))
    assert [row.answer for row in ours.rows if row.statistic == "share"] == ["minskat", "samma", "okat"]


def test_units_outside_the_group_still_belong_to_the_sample() -> None:
    """A group's error is not that of a survey that had only the group: 0.2 within 10 of 40, not 5 of 40."""
    total, u, v = Counted({"ja": 5, "nej": 5}), Counted({"ja": 2, "nej": 3}), Counted({"ja": 3, "nej": 2})
    within = estimate(tabulation({None: total, "u": u, "v": v}, size=40)).row(("u",), "ja")
    alone = estimate(tabulation({None: u}, size=40)).row((), "ja")
    assert within.se == pytest.approx(0.2, abs=1e-12)
    assert alone.se != pytest.approx(0.2, abs=1e-3)


@given(COUNTS, BLANKS)
def test_shares_of_one_base_add_to_exactly_1(counts: list[int], blanks: dict[str, int]) -> None:
    ours = estimate(tabulation({None: _counted(counts, blanks)}, size=10_000))
    shares = [row.value for row in ours.rows if row.statistic == "share" and row.value is not None]
    assert sum(shares) == (1 if sum(counts) else 0)


@given(COUNTS, BLANKS)
def test_a_full_census_never_has_an_interval(counts: list[int], blanks: dict[str, int]) -> None:
    units = sum(counts) + sum(blanks.values())
    if units == 0:
        return
    ours = estimate(tabulation({None: _counted(counts, blanks)}, design="census", size=units))
    assert all(row.low is None and row.high is None for row in ours.rows)
    assert {row.se for row in ours.rows if row.statistic == "share"} <= {0.0, None}


@given(COUNTS, BLANKS, st.integers(1, 10_000))
def test_an_interval_contains_its_estimate_and_stays_within_0_and_1(
    counts: list[int], blanks: dict[str, int], more: int
) -> None:
    size = sum(counts) + sum(blanks.values()) + more
    for row in estimate(tabulation({None: _counted(counts, blanks)}, size=size)).rows:
        if row.statistic != "share" or row.value is None:
            continue
        assert row.low is not None
        assert row.high is not None
        assert 0 <= row.low <= row.value <= row.high <= 1
        assert row.low < row.high


@given(st.integers(1, 40), st.integers(1, 40))
def test_a_large_population_corrects_nothing_and_a_small_one_narrows(yes: int, no: int) -> None:
    def width_and_error(size: int) -> tuple[float, float]:
        row = estimate(tabulation({None: Counted({"ja": yes, "nej": no})}, size=size)).row((), "ja")
        assert row.low is not None
        assert row.high is not None
        assert row.se is not None
        return row.high - row.low, row.se

    n, p = yes + no, yes / (yes + no)
    widths = [width_and_error(size)[0] for size in (n + 1, 2 * n, 10 * n, 10**12)]
    assert widths == sorted(widths)
    assert width_and_error(10**12)[1] == pytest.approx((p * (1 - p) / (n - 1)) ** 0.5, rel=1e-9)
