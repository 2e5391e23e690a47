"""The one variance formula: any smooth statistic through the sums of its linearised values.

Belongs here: the formula over strata. Does not: the linearised values themselves, which each statistic brings
(`shares.py`, `means.py`), or intervals.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class StratumSums:
    """What one stratum adds to a variance.

    Attributes:
        sampled: sampled primary units m, also those outside the domain or without an answer, whose value is 0.
        population: primary units M in the stratum; None when not known, and then nothing is corrected.
        total, squares: sum and sum of squares of the units' linearised values.
    """

    sampled: int
    population: int | None
    total: Fraction
    squares: Fraction


def variance(strata: Iterable[StratumSums]) -> Fraction:
    """Variance of a statistic: V = Σ (1 − m/M) · m/(m−1) · (S2 − S1²/m).

    Exact arithmetic, so that a difference of large sums of squares loses nothing.

    Raises:
        ValueError: for a stratum with one sampled unit that is not the whole stratum.

    Source:
        statistics.md 1.2; Särndal, Swensson and Wretman, Model Assisted Survey Sampling, chapter 5.

    >>> variance([StratumSums(10, 40, Fraction(0), Fraction(5, 200))])
    Fraction(1, 48)
    """
    return sum((_of_stratum(stratum) for stratum in strata), Fraction(0))


def _of_stratum(stratum: StratumSums) -> Fraction:
    if stratum.sampled == stratum.population:
        return Fraction(0)
    if stratum.sampled == 1:
        raise ValueError("one sampled unit says nothing about the variation of its stratum")
    unsampled = 1 - Fraction(stratum.sampled, stratum.population) if stratum.population is not None else Fraction(1)
    deviations = stratum.squares - stratum.total**2 / stratum.sampled
    return unsampled * Fraction(stratum.sampled, stratum.sampled - 1) * deviations
