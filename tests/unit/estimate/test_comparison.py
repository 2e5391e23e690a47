"""Changes between waves and differences between groups: the worked numbers of statistics.md 3, and the test chosen."""

import pytest

from macros.estimate.comparison import compare_groups, compare_waves
from macros.estimate.differences import Difference
from macros.survey.match import Matched
from macros.survey.tabulation import Tabulation
from tests.unit.estimate.surveys import Counted, tabulation


def wave(x: int, n: int, size: int | None = None, design: str = "srs", blank: int = 0) -> Tabulation:
    counted = Counted({"ja": x, "nej": n - x}, {"__no_answer__": blank})
    return tabulation({None: counted}, design=design, size=size)


def change(first: Tabulation, second: Tabulation, matched: Matched | None = None) -> Difference:
    made = compare_waves(first, second, (("ja",), ("ja",)), matched)
    assert made is not None
    return made


def test_two_independent_waves() -> None:
    """24 of 58 (N=305) and 33 of 54 (N=310): R `svycontrast`, statistics.md 3.2."""
    made = change(wave(24, 58, 305), wave(33, 54, 310))
    assert float(made.value) == pytest.approx(0.1973180077, rel=1e-8)
    assert made.se == pytest.approx(0.08455340842, rel=1e-8)
    assert (made.df, made.test) == (110, "t")
    assert made.p == pytest.approx(0.02143108134, rel=1e-6)
    assert (made.low, made.high) == pytest.approx((0.02975299837, 0.364883017), rel=1e-6)


def test_without_a_population_nothing_is_corrected() -> None:
    made = change(wave(24, 58), wave(33, 54))
    assert made.se == pytest.approx(0.09348598423, rel=1e-8)
    assert (made.low, made.high) == pytest.approx((0.01205072974, 0.3825852856), rel=1e-6)


def test_two_groups_of_one_sample() -> None:
    """15 of 24 and 11 of 30, N=310: SE 0.121365732, statistics.md 3.2."""
    groups = {
        None: Counted({"ja": 26, "nej": 28}),
        "a": Counted({"ja": 15, "nej": 9}),
        "b": Counted({"ja": 11, "nej": 19}),
    }
    made = compare_groups(tabulation(groups, size=310), ("ja",), ("b",), ("a",))
    assert made is not None
    assert float(made.value) == pytest.approx(0.2583333333, rel=1e-8)
    assert made.se == pytest.approx(0.121365732, rel=1e-8)
    assert made.p == pytest.approx(0.03795772748, rel=1e-6)
    assert (made.low, made.high) == pytest.approx((0.01490450243, 0.5017621642), rel=1e-6)


def test_few_answers_are_judged_by_the_exact_test() -> None:
    """7 of 9 against 2 of 8: Fisher p 0.0567; Newcombe's interval leaves 0 out, so none is given beside it."""
    made = change(wave(2, 8), wave(7, 9))
    assert made.test == "fisher"
    assert made.p == pytest.approx(0.05668449198, rel=1e-8)
    assert (made.low, made.high) == (None, None)


def test_an_exact_test_that_agrees_with_its_interval_keeps_it() -> None:
    """9 of 9 against 2 of 8: 0.2966 to 0.9285."""
    made = change(wave(2, 8), wave(9, 9))
    assert (made.low, made.high) == pytest.approx((0.2965895983, 0.9285207872), rel=1e-8)
    assert (made.p or 1) < 0.05


def test_a_panel_takes_the_matched_part_into_account() -> None:
    """statistics.md 3.3: n 10 and 9, 6 in both; SE 0.2128582673, with N=40 0.1908396004; McNemar decides."""
    matched = Matched(6, kept=2, gained=1, lost=1)
    made = change(wave(5, 10), wave(5, 9), matched)
    assert made.se == pytest.approx(0.2128582673, rel=1e-8)
    assert made.test == "mcnemar"
    assert made.p == 1.0
    made = change(wave(5, 10, 40), wave(5, 9, 40), matched)
    assert made.se == pytest.approx(0.1908396004, rel=1e-8)


def test_two_censuses_are_compared_without_a_test() -> None:
    made = change(wave(22, 62, 62, "census"), wave(29, 62, 62, "census"))
    assert (made.test, made.se, made.low, made.p) == ("none", None, None, None)
    assert float(made.value) == pytest.approx(7 / 62)


@pytest.mark.parametrize("designs", [("nonprobability", "srs"), ("census", "nonprobability")])
def test_nothing_is_said_where_nothing_is_known_of_chance(designs: tuple[str, str]) -> None:
    first, second = (wave(10, 20, 62, design) for design in designs)
    assert compare_waves(first, second, (("ja",), ("ja",))) is None


def test_a_census_with_nonresponse_is_no_sample() -> None:
    """54 of 62 answered: of the other eight a sampling error says nothing, so no test with a sample either."""
    assert compare_waves(wave(20, 54, 62, "census"), wave(20, 54, 310), (("ja",), ("ja",))) is None
    assert compare_waves(wave(20, 62, 62, "census"), wave(20, 54, 310), (("ja",), ("ja",))) is not None
