"""Estimates of simple random samples against R's survey package (`srs.R` made `srs.json`)."""

import json
from pathlib import Path
from typing import Any

import pytest

from macros.estimate.estimate import estimate
from macros.estimate.estimates import Estimate
from tests.unit.estimate.surveys import Counted, tabulation

CASES = json.loads(Path(__file__).with_name("srs.json").read_text(encoding="utf-8"))["cases"]
EXACT = 1e-8


def _shares(case: dict[str, Any]) -> list[tuple[Estimate, dict[str, Any]]]:
    def counted(domain: dict[str, Any]) -> Counted:
        yes, base = domain["share"]["n"], domain["share"]["base"]
        return Counted({"ja": yes, "nej": base - yes}, {"__no_answer__": domain["units"] - base})

    parts = {domain.get("group"): domain for domain in case["domains"]}
    ours = estimate(tabulation({group: counted(part) for group, part in parts.items()}, size=case["population"]))
    return [(ours.row((group,), "ja"), part["share"]) for group, part in parts.items()]


def _means(case: dict[str, Any]) -> list[tuple[Estimate, dict[str, Any]]]:
    def counted(domain: dict[str, Any]) -> Counted:
        mean = domain["mean"]
        blank = {"__no_answer__": domain["units"] - mean["n"]}
        return Counted({}, blank, mean["n"], mean["total"], mean["squares"])

    parts = {domain.get("group"): domain for domain in case["domains"]}
    counts = {group: counted(part) for group, part in parts.items()}
    ours = estimate(tabulation(counts, size=case["population"], kind="number"))
    return [(ours.row((group,), None), part["mean"]) for group, part in parts.items()]


def test_the_oracle_has_enough_to_say() -> None:
    domains = [domain for case in CASES for domain in case["domains"]]
    methods = [domain["share"]["method"] for domain in domains]
    assert methods.count("korn_graubard") >= 10
    assert methods.count("exact_boundary") >= 3
    assert sum("se" in domain["mean"] for domain in domains) >= 10


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_shares_errors_and_intervals_are_those_of_r(case: dict[str, Any]) -> None:
    for ours, r in _shares(case):
        assert (ours.n, ours.base, ours.df, ours.method) == (r["n"], r["base"], r["df"], r["method"])
        assert ours.value is not None
        assert float(ours.value) == pytest.approx(r["value"], abs=EXACT)
        assert (ours.low, ours.high) == pytest.approx(tuple(r["interval"]), abs=EXACT)
        assert ours.se == (pytest.approx(r["se"], abs=EXACT) if "se" in r else None)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_means_errors_and_intervals_are_those_of_r(case: dict[str, Any]) -> None:
    for ours, r in _means(case):
        assert (ours.n, ours.base, ours.df) == (r["n"], r["n"], r["df"])
        assert ours.value == pytest.approx(r["value"], rel=EXACT)
        if "se" in r:
            assert ours.se == pytest.approx(r["se"], rel=EXACT)
            assert (ours.low, ours.high) == pytest.approx(tuple(r["interval"]), rel=EXACT)
        else:
            assert (ours.se, ours.low, ours.high, ours.method) == (None, None, None, "none")


def test_ten_companies_of_the_textbook() -> None:
    """statistics.md 1.2 and 2.2, rows `srs`: svymean, svyciprop(method="beta"), svymean(subset(d, g == "u"))."""
    total = Counted({"ja": 5, "nej": 5})
    u, v = Counted({"ja": 2, "nej": 3}), Counted({"ja": 3, "nej": 2})
    ours = estimate(tabulation({None: total, "u": u, "v": v}, size=40))
    whole, domain = ours.row((None,), "ja"), ours.row(("u",), "ja")
    assert (whole.se, whole.low, whole.high) == pytest.approx((0.1443375673, 0.2109446382, 0.7890553618), abs=1e-10)
    assert (domain.se, domain.low, domain.high) == pytest.approx((0.2, 0.06941816676, 0.8225856717), abs=1e-10)
    assert (whole.df, domain.df) == (9, 4)
