"""The designs of `designs.json` against a second oracle: the Python package svy (`with_svy.py` made `svy.json`).

svy 0.35.0, R survey 4.1.1 and this project agree to 1e-8 on every estimate, and on every standard error and number of
degrees of freedom but these:

- Raking of unequal weights. Residuals are those of a regression on the margins. R `calibrate` and we weigh it by the
  weights that were calibrated; svy does not weigh it. R is right: the coefficient that the theory asks for is the
  population's (Särndal, Swensson and Wretman 6.4; Deville and Särndal 1992), and without weights it is not estimated.
  With equal weights, and with post-stratification, all three agree.
- A total with a lonely unit under `adjust`. R and we take the unit's whole value as its deviation, svy what it differs
  from the mean of all units. svy does what the name says; R's is here larger, so less sure. For shares, means and
  ratios that mean is 0 and all three agree.
- A difference of two groups under `average`. R and we scale the variance of the difference up once, as that of one
  statistic in a design of three strata; svy scales each group by the strata where it has units. A matter of taste; R's
  is here larger.

Two things are done differently on purpose. svy truncates Korn and Graubard's effective size at the number of answers,
as NCHS does and as we do on request (`interval: beta-nchs`); R, and we by default, do not. And a quantile below the
smallest value's own share is that value for svy and us, the second value for R 4.1.1 (statistics.md 1.5): there svy
says that we are right.
"""

import json
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from macros.estimate.differences import between_groups
from macros.estimate.estimate import estimate
from macros.estimate.estimates import Estimate
from macros.estimate.intervals import korn_graubard
from macros.estimate.numbers import estimate_numbers, estimate_ratios
from macros.estimate.quantiles import estimate_quantile
from macros.survey.tabulate import tabulate, tabulate_ratio
from tests.oracle.test_designs import ADJUSTED, CASES, ORACLE, parts_of, survey_of

SVY = {case["name"]: case for case in json.loads(Path(__file__).with_name("svy.json").read_text("utf-8"))["cases"]}
UNEQUAL = ("stratified_weights_raked", "cluster_weights_raked")
EXACT = 1e-8

cases = pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])


def _pairs(case: dict[str, Any], statistic: str, rows: tuple[Estimate, ...]) -> Iterator[tuple[Estimate, Any]]:
    by_group = {row.group[0]: row for row in rows}
    for part in SVY[case["name"]]["domains"]:
        yield by_group[part["group"]], part[statistic]


def _close(case: dict[str, Any], ours: Estimate, theirs: dict[str, Any]) -> None:
    assert ours.value is not None
    assert float(ours.value) == pytest.approx(theirs["est"], rel=EXACT)
    assert ours.df == theirs["df"]
    if case["kind"] in UNEQUAL or (ours.statistic, case["kind"]) == ("total", "lonely_adjust"):
        return
    assert ours.se == pytest.approx(theirs["se"], rel=EXACT)
    if ours.statistic == "balance":  # ours stays within the possible
        low, high = max(-1.0, theirs["lci"]), min(1.0, theirs["uci"])
        assert (ours.low, ours.high) == pytest.approx((low, high), rel=EXACT)
    elif ours.statistic != "share":
        assert (ours.low, ours.high) == pytest.approx((theirs["lci"], theirs["uci"]), rel=EXACT)


def test_both_oracles_know_the_same_designs() -> None:
    assert set(SVY) == {case["name"] for case in CASES}


@cases
def test_shares(case: dict[str, Any]) -> None:
    made = estimate(tabulate(survey_of(case), "y", ("g",)))
    for ours, theirs in _pairs(case, "share", tuple(row for row in made.rows if row.answer == "1")):
        _close(case, ours, theirs)
        if theirs.get("deff") is not None and ours.deff is not None:
            assert ours.deff == pytest.approx(theirs["deff"], rel=EXACT)


@cases
def test_intervals_of_shares_truncated_as_nchs_does(case: dict[str, Any]) -> None:
    for domain in SVY[case["name"]]["domains"]:
        share = domain["share"]
        found = korn_graubard(share["est"], share["se"] ** 2, share["n"], share["df"], most=share["n"])
        assert found == pytest.approx((share["lci"], share["uci"]), rel=1e-6)


@cases
def test_means_and_totals(case: dict[str, Any]) -> None:
    made = estimate_numbers(tabulate(survey_of(case), "x", ("g",)))
    for statistic in ("mean", "total"):
        for ours, theirs in _pairs(case, statistic, tuple(row for row in made.rows if row.statistic == statistic)):
            _close(case, ours, theirs)


@cases
def test_ratios_and_balances(case: dict[str, Any]) -> None:
    survey = survey_of(case)
    ratios = estimate_ratios(tabulate_ratio(survey, "z", "x", ("g",))).rows
    nets = estimate(tabulate(survey, "a", ("g",))).nets
    balances = tuple(net for net in nets if net.statistic == "balance")
    for statistic, rows in (("ratio", ratios), ("balance", balances)):
        for ours, theirs in _pairs(case, statistic, rows):
            _close(case, ours, theirs)


@cases
def test_quantiles_also_where_r_gives_the_second_value(case: dict[str, Any]) -> None:
    parts, design = parts_of(tabulate(survey_of(case), "x", ("g",)))
    by_group = {part.group[0]: part for part in parts}
    for domain in SVY[case["name"]]["domains"]:
        for share, theirs in zip((Fraction(1, 4), Fraction(1, 2), Fraction(3, 4)), domain["quantiles"], strict=True):
            ours = estimate_quantile(by_group[domain["group"]], design, share)
            assert float(ours.value or 0) == theirs["est"]
            if case["kind"] not in UNEQUAL and ours.method == "woodruff":
                assert (ours.low, ours.high) == (theirs["lci"], theirs["uci"])


@cases
def test_differences_of_two_groups(case: dict[str, Any]) -> None:
    if case["kind"] in ADJUSTED:
        return
    parts, design = parts_of(tabulate(survey_of(case), "y", ("g",)))
    second, first = ((part.cells["1"].sums, part.cells[None].sums) for part in parts if part.group[0] is not None)
    ours, theirs = between_groups(first, second, design), SVY[case["name"]]["difference"]
    assert ours is not None
    assert float(ours.value) == pytest.approx(theirs["est"], rel=EXACT)
    assert ours.df == theirs["df"]
    if case["kind"] != "lonely_average":
        assert ours.se == pytest.approx(theirs["se"], rel=EXACT)
        assert ours.p == pytest.approx(theirs["p_value"], rel=1e-6)


@pytest.mark.parametrize("case", [case for case in CASES if case["kind"] in UNEQUAL], ids=lambda case: case["name"])
def test_where_svy_differs_its_regression_on_the_margins_is_without_weights(case: dict[str, Any]) -> None:
    """The mean of x, by matrices: with the weights in the regression the error is R's and ours, without them svy's."""
    data = {name: np.array(values) for name, values in ORACLE["data"][case["data"]].items()}
    answered = np.array([value is not None for value in ORACLE["data"][case["data"]]["x"]])
    x, w = np.where(answered, data["x"], 0).astype(float), data["w"].astype(float)
    margins = np.column_stack([np.ones(len(w)), data["k"] == "s", data["g"] == max(data["g"])]).astype(float)
    low, high = case["half"]
    wanted = np.array([low + high, high, low])
    final = w * np.exp(margins @ _raking(margins, w, wanted))
    base = final[answered].sum()
    u = np.where(answered, x - (final * x)[answered].sum() / base, 0) / base
    places = data["h"] if case["kind"].startswith("stratified") else np.zeros(len(w))
    units = data["c"] if case["kind"].startswith("cluster") else np.arange(len(w))
    r, svy = case["domains"][0]["mean"]["se"], SVY[case["name"]]["domains"][0]["mean"]["se"]
    for weights, expected in ((w, r), (np.ones(len(w)), svy)):
        beta = np.linalg.solve(margins.T @ (weights[:, None] * margins), margins.T @ (weights * u))
        scores = final * (u - margins @ beta)
        variance = 0.0
        for place in np.unique(places):
            totals = [scores[(places == place) & (units == unit)].sum() for unit in np.unique(units[places == place])]
            variance += len(totals) * float(np.var(totals, ddof=1))
        assert variance**0.5 == pytest.approx(expected, rel=1e-6)
    ours = estimate_numbers(tabulate(survey_of(case), "x")).rows[0]
    assert ours.se == pytest.approx(r, rel=EXACT)


def _raking(margins: Any, w: Any, wanted: Any) -> Any:
    """Newton's way to the exponents whose factors make the margins hold."""
    exponents = np.zeros(margins.shape[1])
    for _ in range(100):
        now = w * np.exp(margins @ exponents)
        exponents += np.linalg.solve(margins.T @ (now[:, None] * margins), wanted - margins.T @ now)
    return exponents


def test_a_lonely_unit_under_adjust_counts_whole_in_a_total() -> None:
    """D10 and a stratum of 5 with one unit of 11: R adds (1 − 1/5)·55², svy the same of its deviation from the mean."""
    case = next(case for case in CASES if case["kind"] == "lonely_adjust")
    without = next(case for case in CASES if case["kind"] == "lonely_certainty")["domains"][0]["mean"]["total"]["se"]
    r, svy = case["domains"][0]["mean"]["total"]["se"], SVY[case["name"]]["domains"][0]["total"]["se"]
    values = np.array(ORACLE["data"]["alone"]["x"]) * np.repeat([2.5, 5, 5], [4, 6, 1])
    assert r**2 - without**2 == pytest.approx(0.8 * values[-1] ** 2, rel=EXACT)
    assert svy**2 - without**2 == pytest.approx(0.8 * (values[-1] - values.mean()) ** 2, rel=EXACT)
    assert r > svy
    ours = next(row for row in estimate_numbers(tabulate(survey_of(case), "x")).rows if row.statistic == "total")
    assert ours.se == pytest.approx(r, rel=EXACT)


def test_a_difference_under_average_is_scaled_once() -> None:
    """Two of three strata have a variance: R scales the difference's by 3/2; svy each group's own."""
    by_kind = {case["kind"]: case for case in CASES}
    certain, average = by_kind["lonely_certainty"], by_kind["lonely_average"]
    r, svy = average["difference"]["se"], SVY[average["name"]]["difference"]["se"]
    assert r**2 == pytest.approx(1.5 * certain["difference"]["se"] ** 2, rel=EXACT)
    assert certain["difference"]["se"] < svy < r
