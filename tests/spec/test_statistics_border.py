"""What is said at the border, where nothing can be computed or a formula misleads: statistics.md 1.2, 1.8, 1.9, 2.2.

A file whose weights are all 0 is refused where it is read (`unit/survey/test_design_cells.py`), as is a stratum from
which more was drawn than it has; here stands what an estimate does when it meets such a thing all the same.
"""

from typing import Any

import pytest
from pydantic import ValidationError

from macros.errors import ReportError
from macros.estimate.estimate import estimate
from macros.estimate.estimates import Estimate
from macros.estimate.intervals import clopper_pearson
from macros.survey.tabulate import tabulate
from tests.drawn import TEN, Column, drawn

NOTHING = (None, None, None, "none")


def share(columns: dict[str, Column], design: dict[str, Any] | None = None, group: str | None = None) -> Estimate:
    kinds = {name: "single:1 0" if name == "y" else "single" for name in columns if name in ("y", "g", "k")}
    by = ("g",) if group else ()
    return estimate(tabulate(drawn(columns, kinds, design), "y", by)).row((group,) if group else (), "1")


def mean(columns: dict[str, Column], group: str | None = None) -> Estimate:
    kinds = {name: "number" if name == "x" else "single" for name in columns if name in ("x", "g")}
    by = ("g",) if group else ()
    return estimate(tabulate(drawn(columns, kinds), "x", by)).row((group,) if group else (), None)


def told(row: Estimate) -> tuple[float | None, float | None, float | None, str]:
    return row.se, row.low, row.high, row.method


# Each has a value, and an error of which nothing can be said.
UNKNOWN: dict[str, tuple[Estimate, float, int]] = {
    "one unit": (mean({"x": [3]}), 3, 0),
    "one answer in each stratum": (share({"y": ["1", None, "0", None], "stratum": "AABB"}), 0.5, 0),
    "one cluster": (share({"y": "1010", "cluster": "aaaa"}), 0.5, 0),
    "one cluster of nine": (share({"y": "1010", "cluster": "aaaa", "population_size": [9] * 4}), 0.5, 0),
    "clusters that are all alike": (share({"y": "1010", "cluster": "aabb"}), 0.5, 1),
    "all the same number": (mean({"x": [7] * 5}), 7, 4),
    "all the same number, weighted": (mean({"x": [0.1] * 5, "weight": [0.1, 0.3, 1.7, 2.2, 9]}), 0.1, 4),
    "one unit of a group": (mean({"x": [3, 5, 8], "g": "uvv"}, "u"), 3, 0),
    "all weight on one unit": (share({"y": "10", "weight": [1, 1], "cluster": "aa"}), 0.5, 0),
}


@pytest.mark.parametrize("what", UNKNOWN)
def test_nothing_can_be_computed(what: str) -> None:
    row, value, df = UNKNOWN[what]
    assert float(row.value or 0) == pytest.approx(value)
    assert (told(row), row.df) == (NOTHING, df)


# 0 of n and n of n: Clopper and Pearson of the answers, or of what the weights make them worth
BORDER: dict[str, tuple[Estimate, float]] = {
    "none of nine": (share({"y": "0" * 9}), 9),
    "all of nine": (share({"y": "1" * 9}), 9),
    "the only one": (share({"y": "1"}), 1),
    "none, with weights 1, 2, 3": (share({"y": "000", "weight": [1, 2, 3]}), 36 / 14),
    "all, with weights 1, 2, 3": (share({"y": "111", "weight": [1, 2, 3]}), 36 / 14),
    "none in two strata": (share({"y": "0" * 10, "stratum": TEN["h"], "weight": TEN["w"]}), 40**2 / 175),
    "all of a group of two": (share({"y": "1101", "g": "uuvv"}, group="u"), 2),
}


@pytest.mark.parametrize("what", BORDER)
def test_none_and_all_have_an_exact_interval_and_no_standard_error(what: str) -> None:
    row, n = BORDER[what]
    low, high = clopper_pearson(float(row.value or 0) * n, n)
    assert (row.low, row.high) == pytest.approx((low, high), rel=1e-12)
    assert (row.se, row.method) == (None, "exact_boundary")


def test_clusters_that_are_all_alike_in_none_or_all_are_never_surer_than_their_units() -> None:
    row = share({"y": "1" * 10, "cluster": TEN["c"]})
    assert row.low is not None
    assert 0 < row.low <= clopper_pearson(10, 10).low


def test_where_all_weights_are_0_there_is_no_number() -> None:
    for row in (share({"y": "010", "weight": [0, 0, 0]}), mean({"x": [1, 2, 3], "weight": [0, 0, 0]})):
        assert (row.value, row.weighted_base, told(row)) == (None, 0, NOTHING)


def test_a_group_whose_weights_are_all_0_has_no_number_and_the_others_theirs() -> None:
    columns: dict[str, Column] = {"y": "0101", "g": "uuvv", "weight": [0, 0, 1, 2]}
    assert share(columns, group="u").value is None
    assert float(share(columns, group="v").value or 0) == pytest.approx(2 / 3)


def test_units_of_weight_0_give_no_degrees_of_freedom() -> None:
    """statistics.md 1.2: R `degf` counts units of non-zero weight."""
    assert share({"y": "01011", "weight": [1, 2, 1, 3, 0]}).df == 3


def _totals(**margins: dict[str, float]) -> dict[str, Any]:
    return {"calibrate": [{"question": name, "totals": of, "source": "ramen"} for name, of in margins.items()]}


K = {"l": 5.0, "s": 6.0}
STOPPED: dict[str, tuple[dict[str, Column], dict[str, Any], list[dict[str, object]]]] = {
    "a stratum smaller than its sample": (
        {"y": "010101", "stratum": "AAABBB", "population_size": [2, 2, 2, 1, 1, 1]},
        {},
        [{"stratum": "A", "size": 2, "sampled": 3}, {"stratum": "B", "size": 1, "sampled": 3}],
    ),
    "fewer clusters than were drawn": (
        {"y": "0101", "stratum": "AAAA", "cluster": "aabc", "population_size": [2] * 4},
        {},
        [{"stratum": "A", "size": 2, "sampled": 3}],
    ),
    "a stratum with one unit": ({"y": "010", "stratum": "AAB"}, {}, [{"stratum": "B"}]),
    "nobody with an answer that the population has": (
        {"y": "0101", "k": "llls", "weight": [1, 1, 1, 0]},
        _totals(k=K),
        [{"answer": "s", "question": "k"}],
    ),
    "somebody without an answer that has totals": (
        {"y": "0101", "k": ["l", None, "s", "s"]},
        _totals(k=K),
        [{"question": "k"}],
    ),
    "totals that cannot be reached together": (
        {"y": "0101", "k": "llss", "g": "uuvv"},
        _totals(k=K, g={"u": 6, "v": 5}),
        [{}],
    ),
}


@pytest.mark.parametrize("what", STOPPED)
def test_the_codebook_stops_instead_of_a_number(what: str) -> None:
    columns, design, found = STOPPED[what]
    with pytest.raises(ReportError) as stopped:
        share(columns, design)
    assert [dict(problem.found.values) for problem in stopped.value.problems] == found


def test_totals_that_do_not_add_up_to_one_population_are_no_codebook() -> None:
    with pytest.raises(ValidationError, match="add up to the same population"):
        share({"y": "0101", "k": "llss", "g": "uvuv"}, _totals(k=K, g={"u": 5, "v": 7}))


def test_a_share_that_the_weights_are_adjusted_to_is_known() -> None:
    """statistics.md 1.8: its standard error is 0, not the noise of floats, and there is no interval of no width."""
    row = share({"y": "0101110"}, _totals(y={"1": 5, "0": 6}))
    assert float(row.value or 0) == pytest.approx(5 / 11)
    assert (row.se, row.low, row.high) == (0.0, None, None)
