"""One answer compared between two waves, or between two groups of one survey: which test, and its result.

Belongs here: the choice among the tests. Does not: the tests (`differences.py`) or the words (`release/changes.py`).
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from fractions import Fraction
from math import sqrt

from scipy.stats import t

from macros.estimate.design import Sampling, sampling
from macros.estimate.differences import (
    SMALL,
    Difference,
    between_groups,
    between_waves,
    fisher,
    mcnemar,
    newcombe,
    panel_variance,
)
from macros.estimate.domains import Domain, domains
from macros.estimate.intervals import Interval, student
from macros.estimate.linear import per_unit, ratio, sums_of
from macros.survey.match import Matched
from macros.survey.tabulation import Cell, Group, Sum, Tabulation, combined


def compare_waves(
    before: Tabulation,
    after: Tabulation,
    codes: tuple[Collection[str], Collection[str]],
    matched: Matched | None = None,
) -> Difference | None:
    """The change of a share from one wave to the next, of all who answered.

    Two censuses are compared without a test, for there is no chance in them. Of samples that share respondents the
    matched part gives the covariance, and where answers are few McNemar's exact test decides; else the samples are
    independent.

    Args:
        codes: the answers that count together as the one in question, in each wave.
        matched: the respondents of both waves, where they are known.

    Returns:
        None where a wave has no answers, and where chance had no hand in who answered one of them.

    Source:
        statistics.md 3.1 to 3.4.
    """
    parts = domains(before), domains(after)
    design1, design2 = sampling(before, parts[0]), sampling(after, parts[1])
    one, first = _side(parts[0], (None,) * len(before.by), codes[0])
    two, second = _side(parts[1], (None,) * len(after.by), codes[1])
    value = _gap(one, first, two, second, design1, design2)
    if value is None or "nonprobability" in (design1.kind, design2.kind):
        return None
    if design1.kind == design2.kind == "census":
        return Difference(value, None, None, None, 0, None, "none")
    if "census" in (design1.kind, design2.kind) and not (design1.counts_everybody or design2.counts_everybody):
        return None
    if matched is not None and matched.units and design1.elements and design2.elements:
        return _panel(value, (one.n, first.answered), (two.n, second.answered), matched, (design1, design2))
    made = between_waves(ratio(*_sums(one, first), design1), ratio(*_sums(two, second), design2))
    exact = design1.elements and design2.elements
    return _exact(made, (one.n, first.answered), (two.n, second.answered)) if exact and made else made


def compare_groups(table: Tabulation, codes: Collection[str], first: Group, second: Group) -> Difference | None:
    """The share in the second of two groups less that in the first.

    Returns:
        None where a group has no answers, and where chance had no hand in who answered.

    Source:
        statistics.md 3.1: t in the full design; where answers are few, Fisher's exact test.
    """
    parts = domains(table)
    design = sampling(table, parts)
    (one, before), (two, after) = _side(parts, first, codes), _side(parts, second, codes)
    value = _gap(one, before, two, after, design, design)
    if value is None or design.kind == "nonprobability":
        return None
    if design.kind == "census":
        return Difference(value, None, None, None, 0, None, "none")
    made = between_groups(_sums(one, before), _sums(two, after), design)
    return _exact(made, (one.n, before.answered), (two.n, after.answered)) if design.elements and made else made


def _side(parts: Sequence[Domain], group: Group, codes: Collection[str]) -> tuple[Cell, Domain]:
    part = next(part for part in parts if part.group == group)
    cells = [part.cells[code] for code in codes]
    sums = combined(x for cell in cells for x in per_unit(sums_of(cell)))
    return Cell(group, None, sum(cell.n for cell in cells), sums=sums), part


def _sums(cell: Cell, domain: Domain) -> tuple[Sequence[Sum], Sequence[Sum]]:
    return per_unit(sums_of(cell)), per_unit(sums_of(domain.cells[None]))


def _gap(one: Cell, first: Domain, two: Cell, second: Domain, design1: Sampling, design2: Sampling) -> Fraction | None:
    before = ratio(*_sums(one, first), design1).value if first.answered else None
    after = ratio(*_sums(two, second), design2).value if second.answered else None
    return None if before is None or after is None else after - before


def _few(*sides: tuple[int, int]) -> bool:
    return any(x < SMALL or n - x < SMALL for x, n in sides)


def _exact(made: Difference, first: tuple[int, int], second: tuple[int, int]) -> Difference:
    """The exact test in place of t where answers are few; its interval only where both tell the same."""
    if not _few(first, second):
        return made
    p, interval = fisher(first, second), newcombe(first, second)
    low, high = _agreeing(interval, p)
    return replace(made, low=low, high=high, p=p, test="fisher")


def _agreeing(interval: Interval, p: float) -> tuple[float | None, float | None]:
    tells = interval.low > 0 or interval.high < 0
    return (interval.low, interval.high) if tells == (p < 0.05) else (None, None)  # noqa: PLR2004 -- the usual level


def _panel(
    value: Fraction,
    first: tuple[int, int],
    second: tuple[int, int],
    matched: Matched,
    designs: tuple[Sampling, Sampling],
) -> Difference:
    (x1, n1), (x2, n2) = first, second
    sizes = {design.strata[0].population for design in designs}
    m, p1, p2 = matched.units, x1 / n1, x2 / n2
    shares = (matched.kept + matched.lost) / m, (matched.kept + matched.gained) / m
    shared = (matched.kept - m * shares[0] * shares[1]) / (m - 1) if m > 1 else 0.0
    spreads = (n1 * p1 * (1 - p1) / max(n1 - 1, 1), n2 * p2 * (1 - p2) / max(n2 - 1, 1), shared)
    spread = panel_variance((n1, n2, m), spreads, sizes.pop() if len(sizes) == 1 else None)
    df = n1 + n2 - m - 1
    if spread <= 0 or df <= 0:
        return Difference(value, None, None, None, df, None, "none")
    se, gap = sqrt(spread), float(value)
    margin = student(df) * se
    if _few(first, second):
        p = mcnemar(matched.gained, matched.lost)
        low, high = _agreeing(Interval(gap - margin, gap + margin), p)
        return Difference(value, se, low, high, df, p, "mcnemar")
    return Difference(value, se, gap - margin, gap + margin, df, 2 * float(t.sf(abs(gap) / se, df)), "t")
