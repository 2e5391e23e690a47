"""Intervals on request, of whole designs, and of samples that are most of the population: statistics.md 2.1 to 2.5.

Clopper and Pearson's and Korn and Graubard's numbers for single shares are in `test_intervals.py`. Not offered, so not
here: Wald's interval for shares, the arcsine and the likelihood methods.
"""

import pytest

from macros.estimate.estimate import estimate
from macros.estimate.estimates import Estimate
from macros.estimate.intervals import (
    Interval,
    clopper_pearson,
    exact_finite,
    goodman,
    korn_graubard,
    student,
    t_interval,
    wilson,
    xlogit,
)
from macros.survey.survey import Survey
from macros.survey.tabulate import tabulate
from tests.drawn import drawn, ten

R = 1e-8


def share(survey: Survey, group: str | None = None) -> Estimate:
    return estimate(tabulate(survey, "y", ("g",) if group else ())).row((group,) if group else (), "1")


def counted(x: int, n: int, size: int | None = None, interval: str = "beta") -> Estimate:
    return share(drawn({"y": "1" * x + "0" * (n - x)}, {"y": "single:1 0"}, {"interval": interval}, size))


@pytest.mark.parametrize(
    ("df", "t"),
    [(1, 12.70620474), (2, 4.30265273), (3, 3.182446305), (8, 2.306004135), (53, 2.005745995), (61, 1.999623585)],
)
def test_quantiles_of_t(df: int, t: float) -> None:
    assert student(df) == pytest.approx(t, rel=1e-9)


def test_every_design_by_every_method() -> None:
    """2.2: svyciprop(~y, d, method = "beta" | "xlogit"); `mean` is the t interval; u is the group, by beta."""
    table = """
        method  end   srs            st             stw            cl
        beta    low   0.2109446382   0.1516683144   0.1218009371   0.1404258291
        beta    high  0.7890553618   0.7583522641   0.7973425783   0.8595741709
        xlogit  low   0.2131473908   0.1608401877   0.1365247067   0.1544367362
        xlogit  high  0.7868526092   0.759394193    0.7927908593   0.8455632638
        mean    low   0.1734857383   0.09280251596  0.04543690952  0.07494538709
        mean    high  0.8265142617   0.782197484    0.8295630905   0.9250546129
        u       low   0.06941816676  0.03947266785  0.01824879811  0.01093332885
        u       high  0.8225856717   0.7001214511   0.7854700347   0.9499965891
    """
    names, *lines = (line.split() for line in table.strip().splitlines())
    for at, design in enumerate(names[2:], start=2):
        beta, logit = share(ten(design)), share(ten(design, {"interval": "xlogit"}))
        mean = t_interval(float(beta.value or 0), (beta.se or 0) ** 2, beta.df or 0)
        group = share(ten(design), "u")
        assert mean is not None
        ours = [beta.low, beta.high, logit.low, logit.high, *mean, group.low, group.high]
        assert ours == pytest.approx([float(line[at]) for line in lines], rel=R), design
        assert (beta.method, logit.method) == ("korn_graubard", "xlogit")


def test_truncated_at_the_answers_as_nchs_does() -> None:
    """2.2: n* of two strata is 10.599, above the 10 answers; `beta-nchs` counts no more than those."""
    row = share(ten("st", {"interval": "beta-nchs"}))
    assert (row.low, row.high) == pytest.approx((0.1449490038, 0.7669852944), rel=R)


# 3 of 10: of a population without end, and of 40
@pytest.mark.parametrize(
    ("size", "n_eff", "ends"),
    [(None, 9, (0.05903411196, 0.6720192061)), (40, 12, (0.08043404913, 0.6203197824))],
)
def test_a_finite_population_narrows(size: int | None, n_eff: float, ends: tuple[float, float]) -> None:
    row = counted(3, 10, size)
    assert (row.n_eff, row.low, row.high) == pytest.approx((n_eff, *ends), rel=R)


# 2.3: prop.test(x, n, correct = FALSE) and svyciprop(method = "xlogit") without finite population; – none
GRID = """
    x/n      wilson                          xlogit
    0/9      0              0.2991450484     –               –
    1/9      0.01989088764  0.4349997056     0.009251305902  0.6259341004
    4/9      0.1887785211   0.7333487065     0.1342497899    0.8049630197
    9/9      0.7008549516   1                –               –
    12/30    0.2459062812   0.5767963975     0.2349250271    0.5914051379
    3/54     0.01907326845  0.1510721432     0.01736138525   0.1637709474
    27/54    0.3711458304   0.6288541696     0.3656276075    0.6343723925
    40/54    0.610691095    0.8388134737     0.6037537125    0.8427076402
    7/714    0.00475697284  0.02009734367    0.004672562241  0.02045467898
    350/714  0.4536788959   0.5268181904     0.4535589783    0.5269387993
"""


@pytest.mark.parametrize("line", GRID.strip().splitlines()[1:], ids=lambda line: line.split()[0])
def test_wilson_and_xlogit(line: str) -> None:
    of, low, high, low_x, high_x = line.split()
    x, n = map(int, of.split("/"))
    assert wilson(x, n) == pytest.approx((float(low), float(high)), rel=R)
    variance = (x / n) * (1 - x / n) / (n - 1)
    ours = xlogit(x / n, variance, n - 1)
    if low_x == "–":
        assert ours is None
    else:
        assert ours == pytest.approx((float(low_x), float(high_x)), rel=R)
        row = counted(x, n, interval="wilson")
        assert (row.low, row.high, row.method) == (*wilson(x, n), "wilson")


def test_a_whole_scale_at_once() -> None:
    """2.4: 8, 20 and 14 of 42; Bonferroni by binom.test(conf.level = 1 - 0.05/3), and Goodman."""
    bonferroni = [(0.07060190145, 0.3745216441), (0.2904993997, 0.6667381514), (0.1718119347, 0.5289777935)]
    simultaneous = [(0.08658926111, 0.3686929636), (0.3059657328, 0.6521328998), (0.1887761303, 0.5179142984)]
    for x, expected in zip((8, 20, 14), bonferroni, strict=True):
        assert clopper_pearson(x, 42, 1 - 0.05 / 3) == pytest.approx(expected, rel=R)
    for ours, expected in zip(goodman((8, 20, 14)), simultaneous, strict=True):
        assert ours == pytest.approx(expected, rel=R)
    assert clopper_pearson(8, 42) == pytest.approx((0.08600559446, 0.3411844136), rel=R)


def test_a_question_whose_intervals_hold_at_once() -> None:
    """`at_once`: each of three shares at level 1 − 0.05/3, with the same effective size and degrees of freedom."""
    survey = drawn({"y": "a" * 8 + "b" * 20 + "c" * 14}, {"y": "single"}, {"at_once": True})
    for code, x in (("a", 8), ("b", 20), ("c", 14)):
        row = estimate(tabulate(survey, "y")).row((), code)
        wide = clopper_pearson(x / 42 * 41, 41, 1 - 0.05 / 3)  # n* of a simple random sample of 42 is 41
        assert Interval(row.low or 0, row.high or 0) == pytest.approx(wide, rel=1e-12)


# 2.5: phyper; svyciprop(method = "beta") with the finite population; – where R gives none or a wrong one
FINITE = """
    x   n   N    least  most  low            high           kg_low        kg_high
    20  54  62   20     26    0.3225806452   0.4193548387   0.3235345712  0.4190885915
    20  54  180  48     88    0.2666666667   0.4888888889   0.262133033   0.4890799464
    20  54  310  79     155   0.2548387097   0.5            0.2530884002  0.500035248
    0   54  62   0      1     0              0.01612903226  –             –
    0   54  180  0      10    0              0.05555555556  –             –
    0   54  310  0      18    0              0.05806451613  –             –
    5   9   12   5      8     0.4166666667   0.6666666667   0.3700848419  0.7303501794
"""


@pytest.mark.parametrize("line", FINITE.strip().splitlines()[1:], ids=lambda line: "-".join(line.split()[:3]))
def test_a_sample_that_is_most_of_the_population(line: str) -> None:
    x, n, size, least, most, low, high, kg_low, kg_high = line.split()
    assert exact_finite(int(x), int(n), int(size)) == (int(least), int(most))
    kg = counted(int(x), int(n), int(size))
    if kg_low == "–":  # none of them: the exact interval of the answers stands, which knows no population
        assert (kg.method, kg.low, kg.high) == ("exact_boundary", *clopper_pearson(0, int(n)))
    else:
        assert (kg.low, kg.high) == pytest.approx((float(kg_low), float(kg_high)), rel=R)
    exact = counted(int(x), int(n), int(size), "exact-finite")
    assert (exact.low, exact.high) == pytest.approx((float(low), float(high)), rel=1e-9)
    assert exact.method == "exact_finite"


def test_the_exact_interval_of_a_full_count_is_the_count() -> None:
    assert exact_finite(20, 62, 62) == (20, 20)
    assert korn_graubard(20 / 62, 0.0, 62, 61) is None
