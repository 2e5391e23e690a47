"""The one variance formula: any smooth statistic through the sums of its linearised values.

Belongs here: the formula over strata. Does not: the linearised values themselves, which each statistic brings
(`shares.py`, `means.py`), or intervals.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Lonely = Literal["fail", "certainty", "adjust", "average"]


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


def variance(strata: Iterable[StratumSums], lonely: Lonely = "fail") -> Fraction:
    """Variance of a statistic: V = Σ (1 − m/M) · m/(m−1) · (S2 − S1²/m).

    Exact arithmetic, so that a difference of large sums of squares loses nothing.

    Args:
        lonely: what a stratum with one sampled unit of several adds: `certainty` nothing, `adjust` its squared
            deviation from the mean of all linearised values, which is 0, `average` the mean of the other strata.

    Raises:
        ValueError: for such a stratum under `fail`.

    Source:
        statistics.md 1.2 and 1.9; Särndal, Swensson and Wretman, Model Assisted Survey Sampling, chapter 5; R
        `survey.lonely.psu`.

    >>> variance([StratumSums(10, 40, Fraction(0), Fraction(5, 200))])
    Fraction(1, 48)
    """
    parts: list[StratumSums] = []
    alone: list[StratumSums] = []
    for stratum in strata:
        (alone if stratum.sampled == 1 and stratum.population != 1 else parts).append(stratum)
    if alone and lonely == "fail":
        raise ValueError("one sampled unit says nothing about the variation of its stratum")
    known = [_of_stratum(stratum) for stratum in parts]
    if lonely == "average" and known:
        known += [sum(known, Fraction(0)) / len(known)] * len(alone)
    if lonely == "adjust":
        known += [_unsampled(stratum) * stratum.squares for stratum in alone]
    return sum(known, Fraction(0))


def _of_stratum(stratum: StratumSums) -> Fraction:
    if stratum.sampled == stratum.population:
        return Fraction(0)
    deviations = stratum.squares - stratum.total**2 / stratum.sampled
    return _unsampled(stratum) * Fraction(stratum.sampled, stratum.sampled - 1) * deviations


def _unsampled(stratum: StratumSums) -> Fraction:
    return Fraction(1) if stratum.population is None else 1 - Fraction(stratum.sampled, stratum.population)
