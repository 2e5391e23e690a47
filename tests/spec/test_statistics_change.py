"""Differences and changes: the worked numbers of statistics.md 3.2 to 3.4 and 3.6.

The choice of the test, and the numbers of R for two waves and two groups, are in `unit/estimate/test_comparison.py`.
Not offered, so not here: mid-p and the asymptotic McNemar, and Rao and Scott's test of a whole table.
"""

from itertools import combinations
from statistics import fmean, pvariance, variance

import pytest

from macros.estimate.differences import fisher, holm, mcnemar, newcombe, panel_variance
from macros.estimate.estimate import estimate
from macros.survey.tabulate import tabulate
from tests.drawn import drawn

R = 1e-8

# 3.2: second less first; Newcombe 1998 method 10, fisher.test
NEWCOMBE = """
    first  second  difference    low            high          fisher
    24/58  33/54   0.1973180077  0.01241039903  0.3641841274  –
    2/8    7/9     0.5277777778  0.05677778449  0.7668379252  0.05668449198
    2/8    9/9     0.75          0.2965895983   0.9285207872  –
"""


@pytest.mark.parametrize("line", NEWCOMBE.strip().splitlines()[1:], ids=lambda line: " to ".join(line.split()[:2]))
def test_two_independent_shares(line: str) -> None:
    one, two, difference, low, high, p = line.split()
    (x1, n1), (x2, n2) = (tuple(map(int, of.split("/"))) for of in (one, two))
    assert x2 / n2 - x1 / n1 == pytest.approx(float(difference), rel=R)
    assert newcombe((x1, n1), (x2, n2)) == pytest.approx((float(low), float(high)), rel=R)
    if p != "–":
        assert fisher((x1, n1), (x2, n2)) == pytest.approx(float(p), rel=R)


def test_the_variance_of_a_panel_is_that_of_all_its_samples() -> None:
    """3.3, by counting: 3 of 6 units in each wave, 2 of them in both; all 180 pairs of samples give 0.0944444."""
    y1, y2 = (1, 0, 1, 1, 0, 0), (1, 1, 0, 1, 0, 1)
    changes = []
    for first in combinations(range(6), 3):
        rest = [unit for unit in range(6) if unit not in first]
        for kept in combinations(first, 2):
            changes += [fmean(y2[unit] for unit in (*kept, new)) - fmean(y1[unit] for unit in first) for new in rest]
    assert len(changes) == 180
    together = sum((a - fmean(y1)) * (b - fmean(y2)) for a, b in zip(y1, y2, strict=True)) / 5
    formula = panel_variance((3, 3, 2), (variance(y1), variance(y2), together), 6)
    assert formula == pytest.approx(pvariance(changes), rel=1e-12)
    assert formula == pytest.approx(0.09444444444, rel=1e-9)


def test_panels_at_the_border() -> None:
    """3.3: nobody in common and no end of a population is independent; all in common is paired; all twice is 0."""
    one, two, both = 0.24, 0.21, 0.1
    assert panel_variance((10, 8, 0), (one, two, both)) == pytest.approx(one / 10 + two / 8, rel=1e-12)
    assert panel_variance((10, 10, 10), (one, two, both)) == pytest.approx((one + two - 2 * both) / 10, rel=1e-12)
    assert panel_variance((10, 10, 10), (one, two, both), 10) == pytest.approx(0, abs=1e-15)


def test_a_worked_panel() -> None:
    """3.3: ten and nine companies, six in both; 0.2777777778, 0.2777777778 and 0.1."""
    before, after = (1, 1, 0, 1, 0, 0, 1, 0, 1, 0), (1, 0, 0, 1, 0, 1, 1, 1, 0)
    means = fmean(before[:6]), fmean(after[:6])
    pairs = zip(before[:6], after[:6], strict=True)
    shared = sum((a - means[0]) * (b - means[1]) for a, b in pairs) / 5
    spreads = variance(before), variance(after), shared
    assert spreads == pytest.approx((0.2777777778, 0.2777777778, 0.1), rel=R)
    assert fmean(after) - fmean(before) == pytest.approx(0.05555555556, rel=R)
    assert panel_variance((10, 9, 6), spreads) ** 0.5 == pytest.approx(0.2128582673, rel=R)
    assert panel_variance((10, 9, 6), spreads, 40) ** 0.5 == pytest.approx(0.1908396004, rel=R)


# 3.4: binom.test(b, b + c)
@pytest.mark.parametrize(("lost", "gained", "p"), [(14, 5, 0.06356811523), (0, 0, 1), (1, 0, 1), (6, 0, 0.03125)])
def test_matched_pairs(lost: int, gained: int, p: float) -> None:
    assert mcnemar(gained, lost) == mcnemar(lost, gained) == pytest.approx(p, rel=R)


def test_matched_pairs_of_nearly_everybody() -> None:
    """3.4: 54 of 62 in both waves, 14 one way and 5 the other: svymean(~d) 0.1666666667, SE 0.02808881116."""
    changes = [1] * 14 + [-1] * 5 + [0] * 35
    row = estimate(tabulate(drawn({"d": changes}, {"d": "number"}, size=62), "d")).row((), None)
    assert (row.value, row.se) == pytest.approx((0.1666666667, 0.02808881116), rel=R)


# 3.6: p.adjust(…, "holm"), in the order given
@pytest.mark.parametrize(
    ("given", "adjusted"),
    [
        ((0.004, 0.030, 0.012, 0.20), (0.016, 0.06, 0.036, 0.2)),
        ((0.04,), (0.04,)),
        ((0.6, 0.7), (1, 1)),
        ((0.01, 0.01, 0.01), (0.03, 0.03, 0.03)),
    ],
)
def test_several_comparisons(given: tuple[float, ...], adjusted: tuple[float, ...]) -> None:
    assert holm(given) == pytest.approx(adjusted, rel=1e-12)
