"""Designs x statistics against R's survey package (`designs.R` made `designs.json`): from rows to estimates, our way.

Estimates and standard errors agree to 1e-8, ends of intervals to 1e-6, both relative.
"""

import json
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from macros.estimate.design import Sampling, sampling
from macros.estimate.differences import between_groups
from macros.estimate.domains import Domain, domains
from macros.estimate.estimate import estimate
from macros.estimate.estimates import Estimate
from macros.estimate.intervals import xlogit
from macros.estimate.numbers import estimate_numbers, estimate_ratios
from macros.estimate.quantiles import estimate_quantile
from macros.survey.codebook import Codebook
from macros.survey.survey import CLUSTER, POPULATION, STRATUM, WEIGHT, Survey
from macros.survey.tabulate import tabulate, tabulate_ratio
from macros.survey.tabulation import Tabulation

ORACLE = json.loads(Path(__file__).with_name("designs.json").read_text(encoding="utf-8"))
CASES = ORACLE["cases"]
SIDES = {"down": "negative", "same": "neutral", "up": "positive"}
COLUMNS: dict[str, dict[str, str]] = {
    "srs": {"population_size": "Nt"},
    "stratified": {"stratum": "h", "population_size": "N"},
    "stratified_weights": {"stratum": "h", "weight": "w"},
    "stratified_weights_fpc": {"stratum": "h", "weight": "w", "population_size": "N"},
    "weights": {"weight": "w"},
    "clusters": {"cluster": "c", "population_size": "Nc"},
    "cluster_weights": {"cluster": "c", "weight": "w"},
    "post_stratified": {"population_size": "Nt"},
    "raked": {"population_size": "Nt"},
    "stratified_weights_raked": {"stratum": "h", "weight": "w"},
    "cluster_weights_raked": {"cluster": "c", "weight": "w"},
    "lonely_certainty": {"stratum": "h", "population_size": "N"},
    "lonely_adjust": {"stratum": "h", "population_size": "N"},
    "lonely_average": {"stratum": "h", "population_size": "N"},
}
ADJUSTED = {kind for kind in COLUMNS if kind.endswith(("stratified", "raked")) and kind != "stratified"}
FRAME = {"weight": WEIGHT, "stratum": STRATUM, "cluster": CLUSTER, "population_size": POPULATION}


def survey_of(case: dict[str, Any]) -> Survey:
    """The data set of a case as a checked survey."""
    design = COLUMNS[case["kind"]]
    data = ORACLE["data"][_data(case)]
    groups = [{"code": code, "label": code} for code in sorted(set(data["g"]))]
    codebook = Codebook.model_validate(
        {
            "id": "orakel", "status": "example", "kind": "responses", "title": "R", "publisher": "R",
            "population": {"label": "alla", "one": "en", "many": "flera"}, "files": ["svar.csv"],
            "design": {"kind": "srs", **design, **_calibrated(case), **_lonely(case)},
            "questions": [
                {"id": "y", "type": "single", "text": "y", "answers": [{"code": c, "label": c} for c in ("1", "0")]},
                {"id": "x", "type": "number", "text": "x"},
                {"id": "z", "type": "number", "text": "z"},
                {"id": "a", "type": "scale", "text": "a",
                 "answers": [{"code": code, "label": code, "side": side} for code, side in SIDES.items()]},
                {"id": "g", "type": "single", "text": "g", "answers": groups},
                {"id": "k", "type": "single", "text": "k", "answers": [{"code": c, "label": c} for c in "ls"]},
            ],
        }
    )  # fmt: skip
    columns = {name: data[name] for name in "yxzagk"} | {FRAME[role]: data[name] for role, name in design.items()}
    text = {name: ["__no_answer__" if v is None else str(v) for v in values] for name, values in columns.items()}
    return Survey(codebook, pd.DataFrame(text, dtype="str"))


def _calibrated(case: dict[str, Any]) -> dict[str, Any]:
    low, high = case["half"]
    groups = sorted(set(ORACLE["data"][_data(case)]["g"]))
    margins = [("k", {"l": low, "s": high}), ("g", dict(zip(groups, (high, low), strict=True)))]
    wanted = margins[: 1 + case["kind"].endswith("raked")] if case["kind"] in ADJUSTED else []
    return {"calibrate": [{"question": name, "totals": totals, "source": "R"} for name, totals in wanted]}


def _lonely(case: dict[str, Any]) -> dict[str, str]:
    return {"lonely": case["kind"].removeprefix("lonely_")} if case["kind"].startswith("lonely_") else {}


def _data(case: dict[str, Any]) -> str:
    return str(case["name"]).split(", ")[0]


def _pairs(case: dict[str, Any], statistic: str, rows: tuple[Estimate, ...]) -> Iterator[tuple[Estimate, Any]]:
    by_group = {row.group[0]: row for row in rows}
    for part in case["domains"]:
        yield by_group[part.get("group")], part[statistic]


def _close(ours: Estimate, theirs: dict[str, Any], rows: int | None = None) -> None:
    assert ours.value is not None
    assert float(ours.value) == pytest.approx(theirs["value"], rel=1e-8)
    assert ours.se == pytest.approx(theirs["se"], rel=1e-8)
    low, high = theirs["low"], theirs["high"]
    if rows is not None and ours.statistic == "share" and ours.base < rows:
        return  # R keeps the other rows of a calibrated design, so that its n_row is not the number who answered
    if ours.statistic == "balance":  # R's interval leaves the possible
        low, high = max(-1.0, low), min(1.0, high)
    assert (ours.low, ours.high) == pytest.approx((low, high), rel=1e-6)
    assert ours.df == theirs.get("df", ours.df)


def parts_of(table: Tabulation) -> tuple[tuple[Domain, ...], Sampling]:
    parts = domains(table)
    return parts, sampling(table, parts)


cases = pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])


def test_there_are_enough_designs() -> None:
    assert len(CASES) >= 25
    assert {case["kind"] for case in CASES} == set(COLUMNS)


@cases
def test_shares(case: dict[str, Any]) -> None:
    made = estimate(tabulate(survey_of(case), "y", ("g",)))
    for ours, theirs in _pairs(case, "share", tuple(row for row in made.rows if row.answer == "1")):
        _close(ours, theirs, len(ORACLE["data"][_data(case)]["y"]) if case["kind"] in ADJUSTED else None)
        assert ours.se is not None
        found = xlogit(float(ours.value or 0), ours.se**2, ours.df or 0)
        assert found == pytest.approx(tuple(theirs["xlogit"]), rel=1e-6)
        if theirs.get("deff") is not None and ours.deff is not None:
            assert ours.deff == pytest.approx(theirs["deff"], rel=1e-8)


@cases
def test_means_and_totals(case: dict[str, Any]) -> None:
    made = estimate_numbers(tabulate(survey_of(case), "x", ("g",)))
    for ours, theirs in _pairs(case, "mean", tuple(row for row in made.rows if row.statistic == "mean")):
        _close(ours, theirs)
    for ours, theirs in _pairs(case, "mean", tuple(row for row in made.rows if row.statistic == "total")):
        _close(ours, theirs["total"])


@cases
def test_ratios(case: dict[str, Any]) -> None:
    made = estimate_ratios(tabulate_ratio(survey_of(case), "z", "x", ("g",)))
    for ours, theirs in _pairs(case, "ratio", made.rows):
        _close(ours, theirs)


@cases
def test_balances(case: dict[str, Any]) -> None:
    made = estimate(tabulate(survey_of(case), "a", ("g",)))
    for ours, theirs in _pairs(case, "balance", tuple(net for net in made.nets if net.statistic == "balance")):
        _close(ours, theirs)


@cases
def test_quantiles(case: dict[str, Any]) -> None:
    """Where R names a bound, ours is the same; where it names none, neither do we.

    R 4.1.1 gives the second value where a share lies below the first value's; we give the first (statistics.md 1.5).
    """
    parts, design = parts_of(tabulate(survey_of(case), "x", ("g",)))
    by_group = {part.group[0]: part for part in parts}
    for domain in case["domains"]:
        part = by_group[domain.get("group")]
        first, second = sorted({float(s.value) for s in part.cells[None].sums if s.value is not None})[:2]
        for share, theirs in zip((Fraction(1, 4), Fraction(1, 2), Fraction(3, 4)), domain["quantiles"], strict=True):
            ours = estimate_quantile(part, design, share)
            if float(ours.value or 0) != theirs["value"]:
                assert (float(ours.value or 0), theirs["value"]) == (first, second)
                continue
            if theirs["low"] == theirs["high"] == theirs["value"]:  # R: all at or below it, so no width
                assert (ours.low, ours.high, ours.method) == (None, None, "none")
                continue
            for mine, other in ((ours.value, theirs["value"]), (ours.low, theirs["low"]), (ours.high, theirs["high"])):
                if mine is not None and float(mine) == first:
                    assert other in (first, second)
                else:
                    assert (mine and float(mine)) == other


@cases
def test_differences_of_two_groups(case: dict[str, Any]) -> None:
    parts, design = parts_of(tabulate(survey_of(case), "y", ("g",)))
    second, first = ((part.cells["1"].sums, part.cells[None].sums) for part in parts if part.group[0] is not None)
    ours, theirs = between_groups(first, second, design), case.get("difference")
    if case["kind"] in ADJUSTED:
        assert ours is None
        return
    assert ours is not None
    assert theirs is not None
    assert float(ours.value) == pytest.approx(theirs["value"], rel=1e-8)
    assert ours.se == pytest.approx(theirs["se"], rel=1e-8)
    assert ours.df == theirs["df"]
    assert ours.p == pytest.approx(theirs["p"], rel=1e-6)
