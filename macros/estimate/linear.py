"""The sums that a ratio of two weighted totals is made of, stratum by stratum.

Belongs here: from a tabulation's cells to sums over primary units. Does not: the variance formula (`variance.py`) or
which statistic is wanted (`shares.py`, `means.py`). A share is a ratio too: of those with the answer to the base.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from macros.estimate.design import Sampling
from macros.estimate.residuals import residual_sums
from macros.estimate.terms import over_of, value_of
from macros.estimate.variance import StratumSums, variance
from macros.survey.tabulation import Cell, Sum, combined

_NOISE = Fraction(1, 10**12)
"""Sums of squares of floats carry an error of about this part of themselves; a variation below it was not seen."""


@dataclass(frozen=True)
class Moments:
    """One stratum's sums over its primary units of A and B, the unit's parts of numerator and denominator.

    Attributes:
        units: primary units with a unit of the base.
        n: units of the base.
        a, b, aa, ab, bb: ΣA, ΣB, ΣA², ΣAB, ΣB².
        second: Σw·y² over the units themselves; for a share the same as a.
    """

    stratum: str
    units: int
    n: int
    a: Fraction
    b: Fraction
    aa: Fraction
    ab: Fraction
    bb: Fraction
    second: Fraction


@dataclass(frozen=True)
class Ratio:
    """A ratio of two totals in one domain.

    Attributes:
        parts: at least one stratum, all with units of the base.
        design: how the units were drawn.
        numerator, base: the sums with the weights that they came with, where these are adjusted.
    """

    parts: tuple[Moments, ...]
    design: Sampling
    numerator: Sequence[Sum] = ()
    base: Sequence[Sum] = ()

    @property
    def denominator(self) -> Fraction:
        """The weighted base."""
        return sum((part.b for part in self.parts), Fraction(0))

    @property
    def value(self) -> Fraction | None:
        """The estimate; None where the base weighs nothing."""
        total = sum((part.a for part in self.parts), Fraction(0))
        return total / self.denominator if self.denominator else None

    @property
    def df(self) -> int:
        """Primary units less strata, counted where the base has units.

        Source:
            statistics.md 1.2; R `degf(subset(design, …))`.
        """
        return sum(part.units for part in self.parts) - len(self.parts)

    @property
    def kish(self) -> float:
        """Effective number of answers, by the weights alone: (Σw)²/Σw².

        Source:
            Kish 1965; statistics.md 1.7.
        """
        return float(self.denominator**2 / sum((part.bb for part in self.parts), Fraction(0)))

    @property
    def varies(self) -> bool:
        """Whether the parts differ at all, beyond the noise of sums that came in as floats."""
        r = self.value or Fraction(0)
        deviations = sum(part.aa - 2 * r * part.ab + r**2 * part.bb for part in self.parts)
        return deviations > _NOISE * sum(part.aa for part in self.parts)

    def design_effect(self, spread: Fraction) -> float | None:
        """How many times the variance is that of a simple random sample, drawn without replacement, of as many.

        None where the weights are not scaled to the population, so that its size is not known.

        Source:
            R `svymean(deff = TRUE)`; statistics.md 1.7: V / [S²·(Ŵ−n)/(Ŵ·n)], S² = n/(n−1)·Σw(y−ȳ)²/Ŵ.
        """
        n, base, value = sum(part.n for part in self.parts), self.denominator, self.value
        if value is None or n < 2 or base <= n:  # noqa: PLR2004 -- one unit has no variance
            return None
        second = sum((part.second for part in self.parts), Fraction(0)) / base
        simple = Fraction(n, n - 1) * (second - value**2) * (base - n) / (base * n)
        return float(spread / simple) if simple else None

    @property
    def total(self) -> Fraction:
        """The numerator: an estimated total, where the weights are those of the population."""
        return sum((part.a for part in self.parts), Fraction(0))

    def total_variance(self) -> Fraction:
        """Design variance of the numerator.

        Source:
            statistics.md 1.2, row "total".
        """
        if self.design.calibration is not None:
            return variance(self._residuals((Fraction(0), Fraction(1))), self.design.lonely)
        known = {part.stratum: part for part in self.parts}
        return variance(
            (
                StratumSums(stratum.sampled, stratum.population, part.a, part.aa)
                for stratum in self.design.strata
                if (part := known.get(stratum.name)) is not None
            ),
            self.design.lonely,
        )

    def variance(self) -> Fraction:
        """Design variance, by linearisation.

        Source:
            statistics.md 1.2, row "ratio": u = (A − R·B)/ΣB, summed over the primary units of each stratum.
        """
        ratio, base = self.value or Fraction(0), self.denominator
        if self.design.calibration is not None:
            return variance(self._residuals((ratio, base)), self.design.lonely)
        known = {part.stratum: part for part in self.parts}
        return variance(
            (
                StratumSums(
                    stratum.sampled,
                    stratum.population,
                    (part.a - ratio * part.b) / base,
                    (part.aa - 2 * ratio * part.ab + ratio**2 * part.bb) / base**2,
                )
                for stratum in self.design.strata
                if (part := known.get(stratum.name)) is not None
            ),
            self.design.lonely,
        )

    def _residuals(self, ratio: tuple[Fraction, Fraction]) -> Iterator[StratumSums]:
        return residual_sums(self.numerator, self.base, ratio, self.design)


def ratio(numerator: Sequence[Sum], base: Sequence[Sum], design: Sampling) -> Ratio:
    """The ratio of what some units of a base add up to, their weights times their values, to the weight of the base."""
    parts, given = [], (numerator, base)
    if design.calibration is not None:
        numerator, base = design.calibration.adjusted(numerator), design.calibration.adjusted(base)
    above, below = _by_stratum(numerator), _by_stratum(base)
    for name, units in below.items():
        scale = design.scale(name)
        powers = (scale, scale, *(scale**2,) * 3, scale)
        moments = zip(_moments(above.get(name, ()), units), powers, strict=True)
        clusters = {part.cluster for part in units if part.n}
        n = sum(part.n for part in units)
        if n:
            primary = n if None in clusters else len(clusters)
            parts.append(Moments(name, primary, n, *(value * by for value, by in moments)))
    return Ratio(tuple(parts), design, *given)


def ratio_of_totals(base: Cell, design: Sampling) -> Ratio:
    """The mean of a number where only count, total and sum of squares came in: one stratum, units of weight 1."""
    total, squares = Fraction(base.total or 0), Fraction(base.squares or 0)
    n, scale = Fraction(base.n), design.scale("")
    squared = scale**2
    parts = Moments(
        "", base.n, base.n, total * scale, n * scale, squares * squared, total * squared, n * squared, squares * scale
    )
    return Ratio((parts,) if n else (), design)


def sums_of(cell: Cell) -> tuple[Sum, ...]:
    """A cell's sums; where only a count came in, those of as many units of weight 1."""
    counted = (Sum("", None, None, cell.n, Fraction(cell.n), Fraction(cell.n)),) if cell.n else ()
    return cell.sums or counted


def per_unit(sums: Sequence[Sum]) -> tuple[Sum, ...]:
    """The sums with each unit counted once in a denominator."""
    return combined(replace(part, over=None) for part in sums)


def _by_stratum(sums: Sequence[Sum]) -> Mapping[str, Sequence[Sum]]:
    found: dict[str, list[Sum]] = {}
    for part in sums:
        found.setdefault(part.stratum, []).append(part)
    return found


def _moments(above: Sequence[Sum], below: Sequence[Sum]) -> tuple[Fraction, ...]:
    """ΣA, ΣB, ΣA², ΣAB, ΣB² over primary units, and Σw·y² over units; a unit of A is a unit of B too."""
    a = _add(value_of(part) * part.weight for part in above)
    b = _add(over_of(part) * part.weight for part in below)
    second = _add(value_of(part) ** 2 * part.weight for part in above)
    if all(part.cluster is None for part in below):
        aa = _add(value_of(part) ** 2 * part.squares for part in above)
        ab = _add(value_of(part) * over_of(part) * part.squares for part in above)
        return a, b, aa, ab, _add(over_of(part) ** 2 * part.squares for part in below), second
    of_a, of_b = by_cluster(above, value_of), by_cluster(below, over_of)
    aa = _add(total**2 for total in of_a.values())
    ab = _add(total * of_b[cluster] for cluster, total in of_a.items())
    return a, b, aa, ab, _add(total**2 for total in of_b.values()), second


def _add(values: Iterable[Fraction]) -> Fraction:
    return sum(values, Fraction(0))


def by_cluster(sums: Sequence[Sum], value: Callable[[Sum], Fraction]) -> dict[str | None, Fraction]:
    """The weighted total of each cluster."""
    found: dict[str | None, Fraction] = {}
    for part in sums:
        found[part.cluster] = found.get(part.cluster, Fraction(0)) + part.weight * value(part)
    return found
