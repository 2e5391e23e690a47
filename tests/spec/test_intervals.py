"""The house's intervals, case by case. Numbers: R 4.2.2 `binom.test` and survey 4.1.1 `svyciprop(method = "beta")`."""

import pytest

from macros.estimate.intervals import Interval, clopper_pearson, korn_graubard, t_interval

# x, n, Clopper-Pearson, Korn-Graubard of a simple random sample without finite population correction
GRID = [
    (1, 9, (0.002809136747, 0.4824965149), (0.001877746735, 0.5110862965)),
    (4, 9, (0.1369956623, 0.7879914932), (0.1230575225, 0.8058899734)),
    (3, 10, (0.06673951118, 0.6524528501), (0.05903411196, 0.6720192061)),
    (12, 30, (0.2265576488, 0.5939650699), (0.223788329, 0.59743998)),
    (3, 54, (0.01160677438, 0.1538850338), (0.01137002948, 0.1551779767)),
    (27, 54, (0.3608099684, 0.6391900316), (0.3594840554, 0.6405159446)),
    (40, 54, (0.6034552976, 0.8504233327), (0.6019985316, 0.8513519035)),
    (7, 714, (0.003950513806, 0.02009495678), (0.003947418751, 0.02010455901)),
    (350, 714, (0.4529335113, 0.5275399569), (0.4529070205, 0.5275665629)),
]

# share, variance, answers, df, interval: designs of ten companies (statistics.md 2.2, D10)
DESIGNS = {
    "srs, 10 of 40": (0.5, 0.1443375673**2, 10, 9, (0.2109446382, 0.7890553618)),
    "3 of 10, 10 of 40": (0.3, 0.3 * 0.7 / 12, 10, 9, (0.08043404913, 0.6203197824)),
    "two strata": (0.4375, 0.1494782593**2, 10, 8, (0.1516683144, 0.7583522641)),
    "two strata, weights": (0.4375, 0.1700183814**2, 10, 8, (0.1218009371, 0.7973425783)),
    "five clusters": (0.5, 0.1530931089**2, 10, 4, (0.1404258291, 0.8595741709)),
    "a group within two strata": (0.2857142857, 0.1455718735**2, 5, 3, (0.03947266785, 0.7001214511)),
    "a group within five clusters": (0.4, 0.1974841766**2, 5, 2, (0.01093332885, 0.9499965891)),
}


@pytest.mark.parametrize(("x", "n", "expected"), [(x, n, cp) for x, n, cp, _ in GRID])
def test_clopper_pearson(x: int, n: int, expected: tuple[float, float]) -> None:
    assert clopper_pearson(x, n) == pytest.approx(expected, abs=1e-8)


@pytest.mark.parametrize(("x", "n", "expected"), [(x, n, kg) for x, n, _, kg in GRID])
def test_korn_graubard_of_a_simple_random_sample(x: int, n: int, expected: tuple[float, float]) -> None:
    p = x / n
    assert korn_graubard(p, p * (1 - p) / (n - 1), n, n - 1) == pytest.approx(expected, abs=1e-8)


@pytest.mark.parametrize("design", DESIGNS)
def test_korn_graubard_of_other_designs(design: str) -> None:
    p, variance, n_row, df, expected = DESIGNS[design]
    assert korn_graubard(p, variance, n_row, df) == pytest.approx(expected, abs=1e-8)


@pytest.mark.parametrize(
    ("x", "n", "expected"),
    [
        (0, 9, (0.0, 0.3362671169)),
        (9, 9, (0.6637328831, 1.0)),
        (0, 54, (0.0, 0.06603151424)),
        (0, 50.0, (0.0, 0.07112173646)),  # 0 of 62 answers that are worth 50
    ],
)
def test_none_or_all_is_not_certainty(x: float, n: float, expected: tuple[float, float]) -> None:
    interval = clopper_pearson(x, n)
    assert interval == pytest.approx(expected, abs=1e-8)
    assert interval.low == 0.0 or interval.high == 1.0


def test_nothing_is_said_without_variance_or_degrees_of_freedom() -> None:
    assert korn_graubard(0.6, 0.0, 10, 9) is None
    assert korn_graubard(0.6, 0.01, 1, 0) is None
    assert t_interval(12.9, 0.0, 9) is None
    assert t_interval(12.9, 14.0, 0) is None


@pytest.mark.parametrize("p", [0.0, 1.0])
def test_korn_graubard_refuses_the_ends_where_it_would_mislead(p: float) -> None:
    with pytest.raises(ValueError, match="exact"):
        korn_graubard(p, 0.0, 10, 9)


@pytest.mark.parametrize(("x", "n"), [(-1, 5), (6, 5), (0, 0)])
def test_clopper_pearson_refuses_what_is_no_share(x: int, n: int) -> None:
    with pytest.raises(ValueError, match="no share"):
        clopper_pearson(x, n)


def test_t_interval_is_the_share_method_mean_of_r() -> None:
    """R: confint(svyciprop(~y, srs, method = "mean"))."""
    assert t_interval(0.5, 0.1443375673**2, 9) == pytest.approx((0.1734857383, 0.8265142617), abs=1e-9)


def test_a_higher_level_gives_a_wider_interval() -> None:
    assert clopper_pearson(3, 10, level=0.99).low < clopper_pearson(3, 10).low
    assert isinstance(clopper_pearson(3, 10), Interval)
