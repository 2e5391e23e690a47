"""Laws that hold for any survey drawn by design, from rows through tabulation to the estimate."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from math import sqrt
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from macros.estimate.design import Sampling
from macros.estimate.estimate import estimate
from macros.estimate.estimates import Estimate
from macros.estimate.linear import ratio
from macros.estimate.numbers import estimate_numbers
from macros.survey.survey import Survey
from macros.survey.tabulate import tabulate
from tests.drawn import drawn, parts_of
from tests.unit.estimate.units import KINDS, ROLES, SIZES, Unit, roles, samples, survey

quick = settings(max_examples=30, deadline=None)


def rows(of: Survey, by: tuple[str, ...] = ("g",)) -> list[Estimate]:
    """Every estimate of a survey, with its groups."""
    made = [estimate(tabulate(of, name, by)) for name in "ya"]
    return [row for one in made for row in (*one.rows, *one.nets)] + list(estimate_numbers(tabulate(of, "x", by)).rows)


def spread(row: Estimate) -> float:
    return (row.se or 0.0) ** 2


def _by_answer(of: Survey, question: str = "a") -> dict[str | None, Estimate]:
    made = estimate(tabulate(of, question))
    return {row.answer: row for row in made.rows if row.statistic == "share"}


@quick
@given(samples(), roles)
def test_shares_of_one_base_add_to_exactly_1(units: list[Unit], design: str) -> None:
    made = estimate(tabulate(survey(units, design), "y", ("g",)))
    for group in made.groups():
        shares = [row.value for row in made.rows if row.group == group and row.statistic == "share"]
        if made.row(group, None).n:
            assert sum(value for value in shares if value is not None) == 1


@quick
@given(samples(), roles, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(units: list[Unit], design: str, random: Any) -> None:
    shuffled = random.sample(units, len(units))
    assert rows(survey(units, design)) == rows(survey(shuffled, design))


@quick
@given(samples(), roles)
def test_other_names_of_strata_clusters_and_answers_change_nothing(units: list[Unit], design: str) -> None:
    """The names are turned around, so that what stood first stands last."""

    def told(of: Survey, names: Mapping[str | None, str | None]) -> set[tuple[Any, ...]]:
        made = estimate(tabulate(of, "y"))
        ours = (row for row in made.rows if row.statistic == "share")
        return {(names[row.answer], row.value, row.se, row.low, row.high, row.df, row.n_eff, row.deff) for row in ours}

    same: dict[str | None, str | None] = {code: code for code in ("ja", "nej", "vet", None)}
    turned = {"ja": "vet", "nej": "nej", "vet": "ja", None: None}
    other = {"A": "södra", "B": "norra"}
    columns: dict[str, list[Any]] = {
        "stratum": [other[unit.stratum] for unit in units],
        "cluster": [f"{other[unit.stratum]}-{9 - unit.cluster}" for unit in units],
        "weight": [unit.weight for unit in units],
        "population_size": [SIZES[unit.stratum] for unit in units],
    }
    renamed = drawn(
        {"y": [turned[unit.y] for unit in units], **{role: columns[role] for role in ROLES[design]}},
        {"y": KINDS["y"]},
    )
    assert told(survey(units, design), same) == told(renamed, turned)


@quick
@given(samples(), st.sampled_from(("clusters", "weighted clusters in strata")))
def test_rows_doubled_at_half_the_weight_in_their_cluster_change_nothing(units: list[Unit], design: str) -> None:
    """Not so where each copy is a unit of its own: then the sample would be twice as large."""
    halves = [Unit(**{**unit.__dict__, "weight": unit.weight / 2}) for unit in units for _ in range(2)]
    for one, two in zip(rows(survey(units, design)), rows(survey(halves, design)), strict=True):
        if one.statistic in ("count", "total"):
            continue  # counts of rows are doubled; without weights so are totals
        assert two.df == one.df
        for before, after in ((one.value, two.value), (one.se, two.se)):
            assert after == (None if before is None else pytest.approx(float(before), rel=1e-9, abs=1e-12)), one


@quick
@given(samples(blank=False))
def test_a_census_that_all_answered_has_no_error_and_no_interval(units: list[Unit]) -> None:
    asked = {name: [getattr(unit, name) for unit in units] for name in KINDS}
    for row in rows(drawn(asked, KINDS, {"kind": "census"}, len(units))):
        if row.statistic != "count":
            assert (row.se, row.low, row.high) in {(0.0, None, None), (None, None, None)}
            assert (row.se is None) == (row.value is None)


def _with_size(units: Sequence[Unit], size: int | None) -> list[Estimate]:
    asked = {name: [getattr(unit, name) for unit in units] for name in KINDS}
    return [row for row in rows(drawn(asked, KINDS, None, size)) if row.statistic not in ("count", "total")]


@quick
@given(samples())
def test_a_population_without_end_corrects_nothing(units: list[Unit]) -> None:
    none, far, near = (_with_size(units, size) for size in (None, 10**12, 2 * len(units)))
    for without, with_far, with_near in zip(none, far, near, strict=True):
        assert with_far.value == with_near.value == without.value
        assert with_far.se == (None if without.se is None else pytest.approx(without.se, rel=1e-9))
        if without.se and without.statistic != "median":  # half of the population was drawn: 1 − n/N is a half
            assert with_near.se == pytest.approx(without.se * sqrt(0.5), rel=1e-9)


@quick
@given(samples(), st.sampled_from([role for role in sorted(ROLES) if "weight" in ROLES[role]]), st.integers(2, 1000))
def test_weights_times_anything_leave_shares_and_means(units: list[Unit], design: str, times: int) -> None:
    larger = [Unit(**{**unit.__dict__, "weight": unit.weight * times}) for unit in units]
    for one, two in zip(rows(survey(units, design)), rows(survey(larger, design)), strict=True):
        scale = times if one.statistic == "total" else 1
        for name in ("value", "se", "low", "high", "df", "n_eff"):
            before, after = getattr(one, name), getattr(two, name)
            factor = scale if name in ("value", "se", "low", "high") else 1
            expected = None if before is None else pytest.approx(float(before) * factor, rel=1e-9, abs=1e-12)
            assert (None if after is None else float(after)) == expected, (one.statistic, name)


def _calibrated(units: Sequence[Unit], design: str) -> Survey:
    codes = sorted({unit.y or "" for unit in units})
    totals = {code: 20 + 7 * at for at, code in enumerate(codes)}
    more = {"calibrate": [{"question": "y", "totals": totals, "source": "ramen"}]}
    return survey(units, design, more, {**KINDS, "y": f"single:{' '.join(codes)}"})


@quick
@given(samples(blank=False), st.sampled_from([role for role in sorted(ROLES) if "population_size" not in ROLES[role]]))
def test_the_share_that_weights_are_adjusted_to_has_no_error(units: list[Unit], design: str) -> None:
    of = _calibrated(units, design)
    totals = of.codebook.design.calibrate[0].totals
    assume(len(totals) > 1)
    parts, drawn_as = parts_of(tabulate(of, "y"))
    for code, total in totals.items():
        part = ratio(parts[None].cells[code].sums, parts[None].cells[None].sums, drawn_as)
        assert float(part.total) == pytest.approx(total, rel=1e-9)
        assert float(part.value or 0) == pytest.approx(total / sum(totals.values()), rel=1e-9)
        assert sqrt(part.variance()) == pytest.approx(0, abs=1e-7)  # floats: their last digits are left


@quick
@given(samples(), roles)
def test_a_balance_is_up_minus_down_with_their_covariance(units: list[Unit], design: str) -> None:
    """V(up − down) = 2V(up) + 2V(down) − V(up + down), of which the last is the net of both."""
    of = survey(units, design, bada=["down", "up"])
    shares, nets = _by_answer(of), {row.statistic: row for row in estimate(tabulate(of, "a")).nets}
    balance, both = nets["balance"], nets["share"]
    if balance.value is None:
        return
    up, down = (shares[code].value for code in ("up", "down"))
    assert up is not None
    assert down is not None
    assert balance.value == up - down
    if balance.se is not None:
        variance = 2 * spread(shares["up"]) + 2 * spread(shares["down"]) - spread(both)
        assert balance.se**2 == pytest.approx(variance, rel=1e-9, abs=1e-12)


@quick
@given(samples(), roles)
def test_answers_merged_are_answers_added(units: list[Unit], design: str) -> None:
    """A net is the share of those who gave any of its answers: as if they had had one answer to give."""
    of = survey(units, design, ej_ja=["nej", "vet"])
    (net,) = estimate(tabulate(of, "y")).nets
    shares = _by_answer(of, "y")
    if net.value is None:
        return
    assert net.value == sum(shares[code].value or 0 for code in ("nej", "vet"))
    assert net.n == shares["nej"].n + shares["vet"].n
    one = [Unit(**{**unit.__dict__, "y": "vet" if unit.y == "nej" else unit.y}) for unit in units]
    merged = _by_answer(survey(one, design), "y")["vet"]
    assert (net.se, net.low, net.high) == (merged.se, merged.low, merged.high)


@quick
@given(samples(), st.lists(st.floats(0.01, 100), min_size=12, max_size=12), st.randoms(use_true_random=False))
def test_sums_of_weights_leave_with_twelve_digits(units: list[Unit], weights: list[float], random: Any) -> None:
    """Floats add up to other last digits in another order; what leaves the tabulation does not."""
    columns = [(unit.y, weight) for unit, weight in zip(units, weights, strict=False)]

    def sums(of: Sequence[tuple[str | None, float]]) -> list[Fraction]:
        table = tabulate(drawn({"y": [y for y, _ in of], "weight": [repr(w) for _, w in of]}, {"y": KINDS["y"]}), "y")
        cells = [cell for cell in table.cells if cell.answer in ("ja", "nej", "vet")]
        return [number for cell in cells for part in cell.sums for number in (part.weight, part.squares)]

    ours = sums(columns)
    assert ours == [Fraction(f"{float(number):.12g}") for number in ours]
    assert ours == sums(random.sample(columns, len(columns)))


@pytest.mark.parametrize("make", [survey, _calibrated], ids=["as drawn", "adjusted"])
def test_the_laws_are_of_designs_that_have_an_error(make: Callable[..., Survey]) -> None:
    """The strategies above would prove nothing if no survey of theirs had a standard error."""
    units = [Unit("AB"[at % 2], at, Fraction(at + 1), "ja" if at % 3 else "nej", at, "up", "u") for at in range(10)]
    parts, design = parts_of(tabulate(make(units, "weighted strata"), "x"))
    assert isinstance(design, Sampling)
    assert ratio(parts[None].cells[None].sums, parts[None].cells[None].sums, design).variance() > 0
