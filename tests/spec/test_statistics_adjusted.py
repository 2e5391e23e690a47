"""Weights adjusted to known totals, and strata with one unit: the worked numbers of statistics.md 1.8 and 1.9.

Numbers are R's (4.2.2, survey 4.1.1), by the call in the comment.
"""

from fractions import Fraction
from math import sqrt

import pytest

from macros.errors import ReportError
from macros.estimate.estimate import estimate
from macros.estimate.estimates import Estimate
from macros.estimate.linear import ratio
from macros.release.reliability import flags
from macros.survey.survey import Survey
from macros.survey.tabulate import tabulate
from tests.drawn import TEN, Column, drawn, parts_of, ten

R = 1e-9  # ten significant digits were written down


def share(survey: Survey) -> Estimate:
    return estimate(tabulate(survey, "y")).row((), "1")


K, G = {"l": 18, "s": 22}, {"u": 16, "v": 24}


def _adjusted(**margins: dict[str, int]) -> Survey:
    totals = [{"question": name, "totals": of, "source": "ramen"} for name, of in margins.items()]
    return ten("srs", {"calibrate": totals})


def test_weights_adjusted_to_known_totals() -> None:
    """1.8: postStratify(srs, ~k, …) and rake(srs, list(~k, ~g), …)."""
    post, raked = share(_adjusted(k=K)), share(_adjusted(k=K, g=G))
    assert (float(post.value or 0), post.se) == pytest.approx((0.4642857143, 0.1460111023), rel=R)
    assert (float(raked.value or 0), raked.se) == pytest.approx((0.463571048, 0.1492926173), rel=R)


@pytest.mark.parametrize(("known", "wrong"), [(True, 0.1506560604), (False, 0.1739626341)])
def test_adjusted_weights_are_no_design_weights(*, known: bool, wrong: float) -> None:
    """1.8: the same weights given as a column have the same share and a wrong error; with and without the sizes."""
    weights = [Fraction(18, 3) if k == "l" else Fraction(22, 7) for k in TEN["k"]]
    columns = {"y": TEN["y"], "weight": weights, **({"population_size": TEN["nt"]} if known else {})}
    row = share(drawn(columns, {"y": "single"}))
    assert (float(row.value or 0), row.se) == pytest.approx((0.4642857143, wrong), rel=1e-8)


def test_an_adjusted_total_has_no_error() -> None:
    """1.8: svytotal(~k) is 18 and 22 with SE 0."""
    parts, design = parts_of(tabulate(_adjusted(k=K), "k"))
    for code, total in K.items():
        part = ratio(parts[None].cells[code].sums, parts[None].cells[None].sums, design)
        assert float(part.total) == pytest.approx(total, rel=R)
        assert sqrt(part.total_variance()) == pytest.approx(0, abs=1e-9)


def test_a_share_that_the_weights_are_adjusted_to_is_known_and_not_unknown() -> None:
    """No interval, and yet nothing that could not be computed: no flag but that of few answers."""
    made = estimate(tabulate(_adjusted(k=K), "k"))
    row = next(row for row in made.rows if row.answer == "l")
    assert float(row.value or 0) == pytest.approx(18 / 40)
    assert (row.se, row.low, row.method) == (0.0, None, "known")
    assert flags(row, row.base) == ("few",)


ALONE: dict[str, Column] = {
    "y": [*TEN["y"], "1"], "stratum": [*TEN["h"], "C"], "population_size": [*TEN["n"], 5],
}  # fmt: skip
"""1.9: the ten companies and a stratum C of five, of which one was drawn."""


@pytest.mark.parametrize(
    ("policy", "se"), [("certainty", 0.1328695638), ("adjust", 0.1418571704), ("average", 0.1627313168)]
)
def test_a_stratum_with_one_unit(policy: str, se: float) -> None:
    """options(survey.lonely.psu = policy); svymean(~y, d): 0.5, df 8."""
    row = share(drawn(ALONE, {"y": "single"}, {"lonely": policy}))
    assert (float(row.value or 0), row.se, row.df) == pytest.approx((0.5, se, 8), rel=R)


def test_a_stratum_with_one_unit_stops_unless_the_codebook_chooses() -> None:
    with pytest.raises(ReportError) as stopped:
        estimate(tabulate(drawn(ALONE, {"y": "single"}), "y"))
    (problem,) = stopped.value.problems
    assert dict(problem.found.values) == {"stratum": "C"}


def test_a_stratum_put_together_with_another() -> None:
    """1.9: C in A with the weights that they had: fpc 15 and 30; SE 0.1374368542, df 9."""
    columns: dict[str, Column] = {
        "y": ALONE["y"], "stratum": [*TEN["h"], "A"], "weight": [*TEN["w"], 5],
        "population_size": [15] * 4 + [30] * 6 + [15],
    }  # fmt: skip
    row = share(drawn(columns, {"y": "single"}))
    assert (float(row.value or 0), row.se, row.df) == pytest.approx((0.5, 0.1374368542, 9), rel=R)


@pytest.mark.parametrize("policy", ["fail", "certainty", "adjust", "average"])
def test_a_stratum_of_one_that_was_drawn_is_not_alone(policy: str) -> None:
    """1.9: N = n = 1 adds nothing under every policy: R 0.4512195122, SE 0.1458324481."""
    columns = {**ALONE, "population_size": [*TEN["n"], 1]}
    row = share(drawn(columns, {"y": "single"}, {"lonely": policy}))
    assert (float(row.value or 0), row.se) == pytest.approx((0.4512195122, 0.1458324481), rel=R)
