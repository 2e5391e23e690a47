"""The group-by sums that everything else is made of: rows in, sums out.

Belongs here: the one place where rows are added up, in narwhals so that the same lines run on every engine. Does
not: cells and bases (`tabulate.py`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

import narwhals as nw

from macros.survey.reading import TICKED
from macros.survey.survey import CLUSTER, POPULATION, STRATUM, WEIGHT, Survey
from macros.survey.tabulation import KINDS, Stratum, Sum, combined

DIGITS = 12
"""Significant digits of a sum of weights: the order of rows and the engine change the ones after."""

_ALL, _TICKS = "__all__", "__ticks__"
WRITTEN = "__written__"
"""Stands for any open answer."""


@dataclass(frozen=True)
class Totals:
    """The rows of one combination of values: how many, and their sums by stratum and cluster."""

    n: int = 0
    sums: tuple[Sum, ...] = ()

    def __add__(self, other: "Totals") -> "Totals":
        """Put disjoint rows together."""
        return Totals(self.n + other.n, combined((*self.sums, *other.sums)))


Grouped = Mapping[tuple[str, ...], Totals]


def with_ticks(survey: Survey, options: tuple[str, ...]) -> Survey:
    """The survey with one more column: how many options of a multiple choice each respondent ticked.

    Args:
        options: the columns of the options.
    """
    frame: nw.LazyFrame[Any] | nw.DataFrame[Any] = nw.from_native(survey.frame)
    ticks = nw.sum_horizontal(*((nw.col(name) == TICKED).cast(nw.Int64) for name in options))
    return replace(survey, frame=nw.to_native(frame.with_columns(ticks.alias(_TICKS))))


def group_by(survey: Survey, columns: tuple[str, ...], *, ticks: bool = False) -> Grouped:
    """Sum a survey's rows by the values of columns.

    Args:
        ticks: whether the sums are told apart by how many options were ticked (`over`); of a survey `with_ticks`.

    Returns:
        The totals of each combination of values that a row has.
    """
    design = survey.codebook.design
    places = [name for name, header in ((STRATUM, design.stratum), (CLUSTER, design.cluster)) if header]
    margins = [margin.question for margin in design.calibrate]
    keys = [*dict.fromkeys((*places, *margins, *columns))] or [_ALL]
    frame: nw.LazyFrame[Any] | nw.DataFrame[Any] = nw.from_native(survey.frame)
    frame = frame if keys != [_ALL] else frame.with_columns(nw.lit("").alias(_ALL))
    keys = [*keys, *([_TICKS] if ticks else [])]
    frame = frame.select(*keys, *([WEIGHT] if design.weight else []))
    texts = {question.id for question in survey.codebook.questions if question.type == "text"} & set(columns)
    for name in sorted(texts):  # whether somebody wrote, and not what
        silent = nw.col(name).is_in(list(KINDS))
        frame = frame.with_columns(nw.when(silent).then(nw.col(name)).otherwise(nw.lit(WRITTEN)).alias(name))
    wanted = [nw.len().alias("__n__")]
    if design.weight:
        weight = nw.col(WEIGHT).cast(nw.Float64)
        frame = frame.with_columns(
            weight.alias("__w__"), (weight * weight).alias("__q__"), (weight > 0).cast(nw.Int64).alias("__some__")
        )
        wanted += [nw.col(name).sum() for name in ("__w__", "__q__", "__some__")]
    grouped = frame.group_by(*keys).agg(*wanted)
    rows = grouped.collect() if isinstance(grouped, nw.LazyFrame) else grouped
    found: dict[tuple[str, ...], Totals] = {}
    for record in rows.iter_rows(named=True):
        key = tuple(str(record[name]) for name in columns)
        n = int(record["__n__"])
        some, w, q = (record["__some__"], record["__w__"], record["__q__"]) if design.weight else (n, n, n)
        stratum = str(record[STRATUM]) if design.stratum else ""
        cluster = str(record[CLUSTER]) if design.cluster else None
        over = Fraction(int(record[_TICKS])) if ticks else None
        answers = tuple(str(record[name]) for name in margins)
        one = Totals(n, (Sum(stratum, cluster, None, int(some), _exact(w), _exact(q), over, answers),))
        found[key] = found[key] + one if key in found else one
    return found


def _exact(value: float) -> Fraction:
    return Fraction(value) if isinstance(value, int) else Fraction(f"{value:.{DIGITS}g}")


def strata(survey: Survey) -> tuple[Stratum, ...]:
    """The strata of a survey's design, with what was drawn in each; one without a name where there are none."""
    design = survey.codebook.design
    named = {STRATUM: design.stratum, CLUSTER: design.cluster, POPULATION: design.population_size}
    columns = tuple(name for name, header in named.items() if header)
    known = None if design.stratum or design.cluster else survey.codebook.population.size
    sampled: dict[str, int] = {}
    population: dict[str, int | None] = {}
    for key, totals in sorted(group_by(survey, columns).items()):
        value = dict(zip(columns, key, strict=True))
        name = value.get(STRATUM, "")
        sampled[name] = sampled.get(name, 0) + (1 if design.cluster else totals.n)
        population[name] = int(Fraction(value[POPULATION])) if POPULATION in value else known
    return tuple(Stratum(name, count, population[name]) for name, count in sampled.items())
