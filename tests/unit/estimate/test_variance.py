"""The variance formula, against R's strata (statistics.md 1.2, D10) and its edge cases."""

from fractions import Fraction
from math import sqrt

import pytest

from macros.estimate.variance import StratumSums, variance

# D10: stratum A, 4 of 10 companies, 3 yes, weight 2.5; stratum B, 6 of 30, 2 yes, weight 5; share 0.4375.
SHARE = Fraction(7, 16)


def _stratum(n: int, size: int | None, yes: int, weight: Fraction) -> StratumSums:
    values = [weight * (1 - SHARE) / 40] * yes + [-weight * SHARE / 40] * (n - yes)
    return StratumSums(n, size, sum(values, Fraction(0)), sum((value**2 for value in values), Fraction(0)))


def _strata(size_a: int | None, size_b: int | None) -> list[StratumSums]:
    return [_stratum(4, size_a, 3, Fraction(5, 2)), _stratum(6, size_b, 2, Fraction(5))]


@pytest.mark.parametrize(
    ("design", "sizes", "se"),
    [("with the frame's sizes", (10, 30), 0.1494782593), ("without", (None, None), 0.1700183814)],
)
def test_two_strata_as_in_r(design: str, sizes: tuple[int | None, int | None], se: float) -> None:
    assert sqrt(variance(_strata(*sizes))) == pytest.approx(se, abs=1e-10), design


def test_a_stratum_that_was_counted_adds_nothing() -> None:
    counted = StratumSums(4, 4, Fraction(1), Fraction(3))
    assert variance([counted]) == 0
    assert variance([counted, *_strata(10, 30)]) == variance(_strata(10, 30))
    assert variance([StratumSums(1, 1, Fraction(1), Fraction(1))]) == 0


def test_one_unit_of_many_has_no_variance_and_is_not_passed_over() -> None:
    with pytest.raises(ValueError, match="one sampled unit"):
        variance([StratumSums(1, 5, Fraction(1), Fraction(1))])
