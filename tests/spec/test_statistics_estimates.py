"""Estimates and their standard errors: the worked numbers of statistics.md 1.2 to 1.7, from rows.

Numbers are R's (4.2.2, survey 4.1.1), by the call in the comment, where no arithmetic is shown. What this project does
not offer is left out: worst-case bounds of a census, medians by the rules `school` and `hf7`, the design effect with
replacement.
"""

from fractions import Fraction
from math import sqrt

import pytest

from macros.estimate.estimate import estimate
from macros.estimate.estimates import Estimate
from macros.estimate.intervals import korn_graubard, t_interval
from macros.estimate.numbers import estimate_numbers, estimate_ratios
from macros.estimate.quantiles import estimate_quantile, quantile
from macros.survey.survey import Survey
from macros.survey.tabulate import tabulate, tabulate_ratio
from macros.survey.tabulation import Sum
from tests.drawn import DESIGNS, TEN, Column, drawn, parts_of, ten

R = 1e-9  # ten significant digits were written down


def share(survey: Survey, group: str | None = None, question: str = "y", answer: str = "1") -> Estimate:
    return estimate(tabulate(survey, question, ("g",) if group else ())).row((group,) if group else (), answer)


def test_the_four_designs_of_ten_companies() -> None:
    """1.2: svymean(~y,d), svytotal(~x,d), svymean(~x,d), svyratio(~z,~x,d), svymean(~y,subset(d,g=="u"))."""
    table = """
        which      srs            st             stw            cl
        share      0.5            0.4375         0.4375         0.5
        se         0.1443375673   0.1494782593   0.1700183814   0.1530931089
        df         9              8              8              4
        total      516            407.5          407.5          516
        se         149.8843999    70.31180555    89.47765084    162.9785262
        mean       12.9           10.1875        10.1875        12.9
        se         3.747109997    1.757795139    2.236941271    4.011647106
        ratio      1.682170543    1.705521472    1.705521472    1.682170543
        se         0.08260524552  0.08048456287  0.09715092101  0.09185564553
        share_u    0.4            0.2857142857   0.2857142857   0.4
        se         0.2            0.1455718735   0.1782260995   0.1974841766
        df         4              3              3              2
    """
    _, *columns = zip(*(line.split() for line in table.strip().splitlines()), strict=True)
    for design, *expected in columns:
        survey = ten(design)
        y, of_u = share(survey), share(survey, "u")
        numbers = {row.statistic: row for row in estimate_numbers(tabulate(survey, "x")).rows}
        (ratios,) = estimate_ratios(tabulate_ratio(survey, "z", "x")).rows
        total, mean = numbers["total"], numbers["mean"]
        rows = ((y, "df"), (total, ""), (mean, ""), (ratios, ""), (of_u, "df"))
        ours = [number for row, df in rows for number in (row.value, row.se, *([row.df] if df else []))]
        assert [float(value or 0) for value in ours] == pytest.approx([float(value) for value in expected], rel=R), (
            design
        )


# svymean(~y, d): share, SE, df
TRAPS: dict[str, tuple[Survey, str | None, tuple[float, float, int]]] = {
    "a group is a subset of the design": (ten("st"), "u", (0.2857142857, 0.1455718735, 3)),
    "stratum A was counted, 4 of 4": (ten("st", n=[4] * 4 + [30] * 6), None, (0.3823529412, 0.1663780662, 8)),
    "the ninth did not answer": (ten("st", y=[*"11010010", None, "1"]), None, (0.5, 0.1635074735, 7)),
}


@pytest.mark.parametrize("trap", TRAPS)
def test_traps(trap: str) -> None:
    survey, group, expected = TRAPS[trap]
    row = share(survey, group)
    assert (float(row.value or 0), row.se, row.df) == pytest.approx(expected, rel=R)


def test_a_group_that_is_made_a_survey_of_its_own_has_another_error() -> None:
    """The trap itself: svydesign(~1, strata=~h, weights=~w, fpc=~N, data=D[D$g=="u",])."""
    roles = {"y": "y", "stratum": "h", "weight": "w", "population_size": "n"}
    alone = {role: [v for v, of in zip(TEN[name], TEN["g"], strict=True) if of == "u"] for role, name in roles.items()}
    row = share(drawn(alone, {"y": "single"}))
    assert (float(row.value or 0), row.se) == pytest.approx((0.2857142857, 0.1195228609), rel=R)


def test_missing_answers_leave_the_base_and_the_degrees_of_freedom() -> None:
    """svyciprop(~y, subset(st, !is.na(y)), method="beta"), not na.rm = TRUE, which counts 8 degrees of freedom."""
    row = share(ten("st", y=[*"11010010", None, "1"]))
    assert (row.low, row.high) == pytest.approx((0.1713579594, 0.8286420406), rel=R)


def test_rows_doubled_at_half_the_weight() -> None:
    """R: 0.1700183814 where both copies keep the unit's id, 0.1141829388 where each is a unit of its own."""
    double = {name: [value for value in column for _ in range(2)] for name, column in TEN.items()}
    double["w"] = [weight / 2 for weight in (float(str(w)) for w in double["w"])]
    columns: dict[str, Column] = {"y": double["y"], "stratum": double["h"], "weight": double["w"]}
    ids = [at // 2 for at in range(20)]
    assert share(drawn({**columns, "cluster": ids}, {"y": "single"})).se == pytest.approx(0.1700183814, rel=R)
    assert share(drawn(columns, {"y": "single"})).se == pytest.approx(0.1141829388, rel=R)


@pytest.mark.parametrize("times", [1, 1000])
def test_with_weights_the_sizes_of_the_strata_only_correct(times: int) -> None:
    """R: SE 0.1494782593 for w and 1000·w."""
    weights = [times * float(str(w)) for w in TEN["w"]]
    columns = {"y": TEN["y"], "stratum": TEN["h"], "weight": weights, "population_size": TEN["n"]}
    assert share(drawn(columns, {"y": "single"})).se == pytest.approx(0.1494782593, rel=R)


def test_a_census_with_nonresponse() -> None:
    """1.3: 34 of the 54 that answered, of 62. As random: R svydesign(~1, fpc = ~N), confint with t of 53 df."""
    y = {"y": "1" * 34 + "0" * 20}
    described = share(drawn(y, {"y": "single"}, {"kind": "census"}, 62))
    assert float(described.value or 0) == pytest.approx(0.6296296296, rel=R)
    assert (described.se, described.low, described.high, described.method) == (None, None, None, "census_nonresponse")
    random = share(drawn(y, {"y": "single"}, {"kind": "census", "nonresponse": "as_random"}, 62))
    assert (random.se, random.df) == pytest.approx((0.02382713966, 53), rel=R)
    wald = t_interval(34 / 54, (random.se or 0) ** 2, 53)
    assert wald == pytest.approx((0.5818384397, 0.6774208196), rel=R)
    exact = {"kind": "census", "nonresponse": "as_random", "interval": "exact-finite"}
    row = share(drawn(y, {"y": "single"}, exact, 62))
    assert (row.low, row.high) == pytest.approx((36 / 62, 42 / 62), rel=1e-15)


@pytest.mark.parametrize("yes", [30, 37, 62])
def test_a_census_of_all_has_no_error_and_no_interval(yes: int) -> None:
    """1.3: R's beta interval of a full census is (0.5, 0.5) whatever the share is."""
    row = share(drawn({"y": "1" * yes + "0" * (62 - yes)}, {"y": "single"}, {"kind": "census"}, 62))
    assert (row.se, row.low, row.high, row.method) == (0.0, None, None, "census")
    assert korn_graubard(0.6, 0.0, 62, 61) is None


def _ticked(base: str, blank: str) -> Survey:
    """1.4: eight of 30, the seventh ticked nothing, the eighth was not asked."""
    ticks = {"a": "110101", "b": "010110", "c": "001100"}
    more = [blank, "__not_asked__"]
    return drawn({f"q:{code}": [*given, *more] for code, given in ticks.items()}, {"q": f"multiple:{base}"}, size=30)


# svymean(~a + b + c, d) of those asked, of those who ticked, and svyratio(~a, ~I(a + b + c), d)
SEVERAL = """
    base      answer  value         se
    asked     a       0.5714285714  0.1712340977
    asked     b       0.4285714286  0.1712340977
    asked     c       0.2857142857  0.1563146298
    answered  a       0.6666666667  0.176183326
    answered  b       0.5           0.1868706369
    answered  c       0.3333333333  0.176183326
    ticks     a       0.4444444444  0.1084065645
    ticks     b       0.3333333333  0.09590205555
    ticks     c       0.2222222222  0.1048119723
"""


@pytest.mark.parametrize("line", SEVERAL.strip().splitlines()[1:], ids=lambda line: "-".join(line.split()[:2]))
def test_several_answers(line: str) -> None:
    base, answer, value, se = line.split()
    asked = base == "asked"
    made = estimate(tabulate(_ticked("asked" if asked else "answered", "0" if asked else "__no_answer__"), "q"))
    row = made.row((), answer) if base != "ticks" else next(net for net in made.nets if net.answer == answer)
    assert (float(row.value or 0), row.se) == pytest.approx((float(value), float(se)), rel=R)


@pytest.mark.parametrize(
    ("design", "median", "ends", "se"), [("st", 6, (4, 12), 1.734602267), ("srs", 7, (4, 30), 5.746727157)]
)
def test_medians(design: str, median: int, ends: tuple[int, int], se: float) -> None:
    """1.5: svyquantile(~x, d, 0.5, qrule = "math")."""
    row = next(row for row in estimate_numbers(tabulate(ten(design), "x")).rows if row.statistic == "median")
    assert (row.value, (row.low, row.high)) == (median, ends)
    assert row.se == pytest.approx(se, rel=R)


# svyquantile(~x, d, p, qrule = "math"), and by hand for the first of 10, 20, 30, 40, where R 4.1.1 gives the second.
@pytest.mark.parametrize(
    ("values", "weights", "p", "expected"),
    [
        ((1, 2, 3, 4), (1, 1, 1, 1), "1/2", 2),
        ((1, 2, 3), (1, 1, 2), "1/2", 2),
        ((10, 20, 30, 40), (1, 1, 1, 1), "1/10", 10),
        ((10, 20, 30, 40), (1, 1, 1, 1), "0", 10),
        ((1, 2), ("1/10", "1/10"), "1/2", 1),
    ],
)
def test_quantiles_and_their_ties(values: tuple[int, ...], weights: tuple[str, ...], p: str, expected: int) -> None:
    weighed = zip(values, map(Fraction, weights), strict=True)
    assert quantile([Sum("", None, Fraction(v), 1, w, w * w) for v, w in weighed], Fraction(p)) == expected


def test_quartiles_of_two_strata() -> None:
    parts, design = parts_of(tabulate(ten("st"), "x"))
    quarters = [estimate_quantile(parts[None], design, Fraction(at, 4)).value for at in (1, 2, 3)]
    assert quarters == [4, 6, 9]


# svymean(~I(up - dn), d); Var of up and of down, and their covariance
@pytest.mark.parametrize(
    ("design", "balance", "se", "up", "down", "covariance"),
    [
        ("srs", -0.1, 0.2397915762, 0.0175, 0.02, -0.01),
        ("st", -0.1875, 0.2420614591, 0.015625, 0.02484375, -0.0090625),
    ],
)
def test_balances(design: str, balance: float, se: float, up: float, down: float, covariance: float) -> None:
    """1.6: svycontrast(svymean(~up + dn, d), c(up = 1, dn = -1))."""
    made = estimate(tabulate(ten(design), "a"))
    net = next(net for net in made.nets if net.statistic == "balance")
    assert (float(net.value or 0), net.se) == pytest.approx((balance, se), rel=R)
    errors = {code: made.row((), code).se or 0 for code in ("up", "down")}
    assert (errors["up"] ** 2, errors["down"] ** 2) == pytest.approx((up, down), rel=R)
    assert se == pytest.approx(sqrt(up + down - 2 * covariance), rel=R)
    if design == "st":
        assert (net.low, net.high) == pytest.approx((-0.7456947257, 0.3706947257), rel=R)


def test_the_top_of_a_scale_its_mean_and_its_index() -> None:
    """1.6: counts 3, 5, 9, 12, 7 on 1 to 5, of 180: top two, mean, and 100(v − 1)/4, each by svymean."""
    given = [at for at, count in enumerate((3, 5, 9, 12, 7), start=1) for _ in range(count)]
    columns: dict[str, Column] = {"s": given, "v": given, "index": [100 * (value - 1) // 4 for value in given]}
    survey = drawn(columns, {"s": "scale", "v": "number", "index": "number"}, size=180, merge={"topp": ["4", "5"]})
    top, of_scale = estimate(tabulate(survey, "s")).nets
    assert (float(top.value or 0), top.se, top.n) == pytest.approx((0.5277777778, 0.07547614875, 19), rel=R)
    mean, index = (estimate(tabulate(survey, name)).row((), None) for name in ("v", "index"))
    assert (mean.value, mean.se) == pytest.approx((3.416666667, 0.1795054936), rel=R)
    assert (index.value, index.se) == pytest.approx((60.41666667, 4.487637339), rel=R)
    assert (float(of_scale.value or 0), of_scale.se) == pytest.approx((60.41666667, 4.487637339), rel=R)


@pytest.mark.parametrize(("design", "deff"), [("srs", 1), ("st", 1.08952381), ("stw", 1.40952381), ("cl", 1.125)])
def test_design_effects(design: str, deff: float) -> None:
    """1.7: deff(svymean(~y, d, deff = TRUE)), against a sample without replacement."""
    assert share(ten(design)).deff == pytest.approx(deff, rel=R)


@pytest.mark.parametrize(("design", "n_eff"), [("srs", 12), ("st", 11.01398601)])
def test_the_effective_number_of_answers(design: str, n_eff: float) -> None:
    """1.7: p(1 − p)/V; with a finite population it may be above the answers."""
    assert share(ten(design)).n_eff == pytest.approx(n_eff, rel=R)


@pytest.mark.parametrize(("group", "n", "kish"), [(None, 10, 9.142857143), ("u", 5, 4.454545455)])
def test_what_weights_alone_cost(group: str | None, n: int, kish: float) -> None:
    """1.7: (Σw)²/Σw² of `stw`; 40²/175, and 17.5²/68.75 in u. Kish's design effect is n over it: 1.09375."""
    row = estimate(tabulate(ten("stw"), "x", ("g",))).row((group,), None)
    assert (row.base, row.n_eff) == pytest.approx((n, kish), rel=R)
    if group is None:
        assert n / (row.n_eff or 0) == pytest.approx(1.09375, rel=R)


def test_every_design_is_in_the_table() -> None:
    assert set(DESIGNS) == {"srs", "st", "stw", "cl"}
