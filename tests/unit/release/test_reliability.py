"""Reliability flags as a table: when a number is marked, and that a flag hides nothing."""

from typing import Any

import pytest

from macros.estimate.estimates import Estimate, Method
from macros.release.disclosure import release_table
from macros.release.released import Released
from macros.release.reliability import flags
from macros.survey.tabulation import Tabulation
from tests.unit.release.tables import by_group, numbers, one_way, question

MANY = {"label": "firms", "one": "firm", "many": "firms", "size": 1_000_000}
SAMPLE: dict[str, Any] = {"design": {"kind": "srs"}, "population": MANY}

# statistics.md 4.1: share, width of its interval (R, binom.test), and what NCHS does with it; answers as there.
NCHS = """
    x    n    width          flags
    27   54   0.2783800632   -
    17   62   0.2337732125   -
    3    54   0.1422782594   wide       width/p 2.56
    12   30   0.3674074211   wide       30 points or more
    7    714  0.01614444297  -          5 points or less, though width/p is 1.65
    0    54   0.0660315142   wide       nothing, with more than 5 points
    12   29   0.3674074211   few,wide
    20   29   0.2            few
"""


@pytest.mark.parametrize("line", NCHS.strip().splitlines()[1:], ids=lambda line: " ".join(line.split()[:2]))
def test_a_share_is_marked_by_the_presentation_standard(line: str) -> None:
    x, n, width, expected, *_ = line.split()
    low = int(x) / int(n) / 2
    estimate = Estimate(
        (), "a", "share", int(x), int(n), int(x) / int(n), low=low, high=low + float(width), df=53,
        method="korn_graubard",
    )  # fmt: skip
    assert flags(estimate, int(n)) == tuple(part for part in expected.split(",") if part != "-")


@pytest.mark.parametrize(("df", "marked"), [(0, True), (7, True), (8, False), (None, False)])
def test_fewer_than_eight_degrees_of_freedom_are_marked(df: int | None, *, marked: bool) -> None:
    estimate = Estimate((), "a", "share", 40, 80, 0.5, low=0.45, high=0.55, df=df, method="korn_graubard")
    assert ("df" in flags(estimate, 80)) == marked


@pytest.mark.parametrize("method", ["census", "census_nonresponse", "nonprobability"])
def test_without_chance_only_few_answers_are_marked(method: Method) -> None:
    assert flags(Estimate((), "a", "share", 5, 12, 5 / 12, method=method), 12) == ("few",)
    assert flags(Estimate((), "a", "share", 20, 40, 0.5, method=method), 40) == ()


def test_a_sample_without_an_interval_is_marked_as_not_computed() -> None:
    assert flags(Estimate((), "a", "share", 20, 40, 0.5, df=0), 40) == ("df", "uncomputed")
    assert flags(Estimate((), None, "mean", 40, 40, 3.0, df=39), 40) == ("uncomputed",)


def test_a_mean_is_wide_by_its_standard_error_and_a_balance_by_its_points() -> None:
    mean = Estimate((), None, "mean", 40, 40, 10.0, se=2.1, low=5.8, high=14.2, df=39, method="t")
    assert flags(mean, 40) == ("wide",)
    assert flags(Estimate((), None, "mean", 40, 40, 10.0, se=2.0, low=6, high=14, df=39, method="t"), 40) == ()
    near_none = Estimate((), None, "balance", 40, 400, 0.001, se=0.05, low=-0.1, high=0.102, df=399, method="t")
    assert flags(near_none, 400) == ()
    assert flags(Estimate((), None, "balance", 40, 60, 0.0, se=0.08, low=-0.16, high=0.16, df=59, method="t"), 60) == (
        "wide",
    )


def released(table: Tabulation, total: Tabulation | None = None) -> Released:
    return release_table(table, total or table, "en")


def test_flags_leave_with_the_rows_and_hide_nothing() -> None:
    sample = released(one_way("a 12, b 18", **SAMPLE))
    assert [(row.answer, row.status, row.flags) for row in sample.rows[:3]] == [
        (None, "ok", ()),
        ("a", "ok", ("wide",)),
        ("b", "ok", ("wide",)),
    ]
    census = released(one_way("a 12, b 18", design={"kind": "census"}, population=MANY | {"size": 30}))
    assert {row.flags for row in census.rows} == {()}


def test_each_group_is_judged_by_its_own_base() -> None:
    scale = question("q", "a b", kind="scale")
    made = released(*by_group("a b\nnorr 30 30\nvast 14 14", scale))
    assert {row.group[0]: row.flags for row in made.rows if row.answer in (None, "a")} == {
        None: (), "norr": (), "vast": ("few",)
    }  # fmt: skip
    means = released(*numbers("norr 40, vast 12"))
    assert {row.group[0]: row.flags for row in means.rows if row.statistic == "mean"} == {
        None: (), "norr": (), "vast": ("few",)
    }  # fmt: skip


def test_a_hidden_number_has_no_flag_that_would_tell_why_it_is_hidden() -> None:
    made = released(one_way("a 50, b 8, c 3", **SAMPLE))
    assert {row.flags for row in made.rows if row.status == "suppressed"} == {()}
    assert any(row.status == "suppressed" for row in made.rows)


@pytest.mark.parametrize(
    ("kinds", "blank"),
    [
        ({"__no_answer__": 27}, None),  # 27 of 90 is 30 percent, which is not more
        ({"__no_answer__": 28}, 28),
        ({"__no_answer__": 20, "__dont_know__": 20}, 40),
        ({"__not_applicable__": 60}, None),  # no loss of an answer
        ({"__not_asked__": 60}, None),
        ({"__no_answer__": 60, "__dont_know__": 2}, None),  # the few are hidden, and with them the sum
    ],
)
def test_much_nonresponse_is_told_where_its_counts_are(kinds: dict[str, int], blank: int | None) -> None:
    missing = {"dont_know": ["?"], "not_applicable": ["-"], "not_asked": ["!"]}
    assert released(one_way("a 40, b 23", kinds=kinds, missing=missing)).blank == blank


def test_weights_are_worth_a_whole_number_of_answers_and_nothing_is_said_without_them() -> None:
    assert released(one_way("a 20, b 40", **SAMPLE)).effective is None
