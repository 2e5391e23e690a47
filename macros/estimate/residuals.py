"""Variance under adjusted weights: linearised values replaced by what the margins do not explain of them.

Belongs here: the residuals' sums. Does not: the adjustment (`calibration.py`) or the variance formula (`variance.py`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from macros.estimate.calibration import Calibration, Post
from macros.estimate.design import Sampling
from macros.estimate.terms import over_of, value_of
from macros.estimate.variance import StratumSums
from macros.survey.tabulation import Sum

_NOISE = 1e-12
"""Floats leave residuals of about this part of what they are residuals of, where there is nothing left."""


@dataclass
class _Part:
    """One post-stratum of a stratum or cluster: Σw·u, Σw²·u, Σw²·u² of the base, Σw and Σw² of all its units."""

    wu: float = 0.0
    qu: float = 0.0
    quu: float = 0.0
    w: float = 0.0
    q: float = 0.0


def residual_sums(
    numerator: Sequence[Sum], base: Sequence[Sum], ratio: tuple[Fraction, Fraction], design: Sampling
) -> Iterator[StratumSums]:
    """The sums of each stratum's residuals, for a ratio of two adjusted totals.

    Args:
        numerator, base: with the weights that they came with.
        ratio: its value and its denominator; 0 and 1 for the numerator's total.
        design: with calibration.

    Source:
        statistics.md 1.8: e = u − x'β with u = (A − R·B)/ΣB, and the adjusted weights outside.
    """
    calibration = design.calibration
    if calibration is None:
        raise ValueError("residuals are of adjusted weights")
    parts = _parts(numerator, base, ratio, design, calibration)
    totals: dict[Post, float] = {}
    weights: dict[Post, float] = {}
    for (_, _, post), part in parts.items():
        totals[post] = totals.get(post, 0.0) + part.wu
        weights[post] = weights.get(post, 0.0) + part.w
    fit = calibration.fitted(totals, weights)
    for stratum in design.strata:
        sums: dict[str | None, float] = {}
        squares = whole = 0.0
        for (name, cluster, post), part in parts.items():
            if name != stratum.name:
                continue
            factor, expected = float(calibration.factors[post]), fit[post]
            sums[cluster] = sums.get(cluster, 0.0) + factor * (part.wu - expected * part.w)
            whole += factor**2 * part.quu
            squares += factor**2 * (part.quu - 2 * expected * part.qu + expected**2 * part.q)
        if None not in sums:
            squares = sum(value**2 for value in sums.values())
        if squares <= _NOISE * whole:  # the margins explain all of it
            yield StratumSums(stratum.sampled, stratum.population, Fraction(0), Fraction(0))
            continue
        total = Fraction(sum(sums.values()))
        least = total**2 / max(stratum.sampled, 1)  # the noise of floats takes no variance below 0
        yield StratumSums(stratum.sampled, stratum.population, total, max(least, Fraction(squares)))


def _parts(
    numerator: Sequence[Sum],
    base: Sequence[Sum],
    ratio: tuple[Fraction, Fraction],
    design: Sampling,
    calibration: Calibration,
) -> dict[tuple[str, str | None, Post], _Part]:
    parts: dict[tuple[str, str | None, Post], _Part] = {}
    value, denominator = (float(x) for x in ratio)

    def of(part: Sum) -> tuple[_Part, float]:
        scale = float(design.scale(part.stratum))
        return parts.setdefault((part.stratum, part.cluster, part.margins), _Part()), scale

    for x in calibration.units:
        part, scale = of(x)
        part.w += float(x.weight) * scale
        part.q += float(x.squares) * scale**2
    for x in base:
        part, scale = of(x)
        u = -value * float(over_of(x)) / denominator
        part.wu += u * float(x.weight) * scale
        part.qu += u * float(x.squares) * scale**2
        part.quu += u**2 * float(x.squares) * scale**2
    for x in numerator:
        part, scale = of(x)
        u, under = float(value_of(x)) / denominator, value * float(over_of(x)) / denominator
        part.wu += u * float(x.weight) * scale
        part.qu += u * float(x.squares) * scale**2
        part.quu += (u**2 - 2 * u * under) * float(x.squares) * scale**2
    return parts
