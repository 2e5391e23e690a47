"""Calibration: weights adjusted so that a survey has the totals that the population is known to have.

Belongs here: the adjustment, by post-stratum, and what it does to a variance. Does not: any statistic.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from macros.errors import Problem, ReportError
from macros.estimate.place import codebook_place
from macros.language.message import msg
from macros.survey.codebook import Codebook
from macros.survey.design import Margin
from macros.survey.tabulation import MISSING, Sum

_ROUNDS = 1000
_CLOSE = 1e-12
Post = tuple[str, ...]


@dataclass(frozen=True)
class Calibration:
    """How the weights of one survey are adjusted.

    Attributes:
        units: all of its units by stratum, cluster and post-stratum, with the weights they came with.
        factors: what the weight of each post-stratum is multiplied by.
        indicators: for each post-stratum its row of the margins' answers, 1 for the ones it has.
    """

    units: tuple[Sum, ...]
    factors: Mapping[Post, Fraction]
    indicators: Mapping[Post, tuple[int, ...]]

    def adjusted(self, sums: Sequence[Sum]) -> tuple[Sum, ...]:
        """The sums with the adjusted weights."""
        return tuple(
            Sum(
                part.stratum, part.cluster, part.value, part.n,
                part.weight * self.factors[part.margins], part.squares * self.factors[part.margins] ** 2,
                part.over, part.margins,
            )
            for part in sums
        )  # fmt: skip

    def fitted(self, totals: Mapping[Post, float], weights: Mapping[Post, float]) -> dict[Post, float]:
        """What the regression on the margins expects of a unit of each post-stratum.

        Args:
            totals: Σw·u of the units of each post-stratum, with the weights that they came with.
            weights: Σw of them.

        Source:
            statistics.md 1.8: the linearised values are replaced by their residuals; R `survey:::svyrecvar`.
        """
        posts = list(self.indicators)
        x: NDArray[np.float64] = np.array([self.indicators[post] for post in posts], dtype=np.float64)
        w = np.array([weights.get(post, 0.0) for post in posts])
        y = np.array([totals.get(post, 0.0) for post in posts])
        beta = np.linalg.lstsq(x.T @ (w[:, None] * x), x.T @ y, rcond=None)[0]
        return dict(zip(posts, (float(value) for value in x @ beta), strict=True))


def calibration(codebook: Codebook, units: Sequence[Sum], scales: Mapping[str, Fraction]) -> Calibration | None:
    """Adjust a survey's weights to the totals of its codebook; None where it names none.

    One question's totals are post-stratification; several are raked: adjusted to one after the other until all hold.

    Args:
        units: all units of the survey by stratum, cluster and post-stratum.
        scales: what a unit of each stratum stands for beyond its own weight.

    Raises:
        ReportError: a unit without an answer to a margin's question, an answer that the population has and the survey
            lacks, or totals that cannot be reached together.

    Source:
        statistics.md 1.8; Deming and Stephan 1940.
    """
    margins = codebook.design.calibrate
    if not margins:
        return None
    weights: dict[Post, float] = {}
    for part in units:
        weights[part.margins] = weights.get(part.margins, 0.0) + float(part.weight * scales[part.stratum])
    problems = _lacking(codebook, margins, weights)
    if problems:
        raise ReportError(problems)
    wanted = [(at, code, total) for at, margin in enumerate(margins) for code, total in margin.totals.items()]
    adjusted = _raked(weights, wanted)
    if adjusted is None:
        found = msg("The weights cannot be adjusted to all totals of calibrate at once")
        raise ReportError([Problem(codebook_place(codebook), found, hint=msg("Leave one of the questions out."))])
    factors = {post: Fraction(adjusted[post]) / Fraction(w) if w else Fraction(1) for post, w in weights.items()}
    rows = {post: tuple(int(post[at] == code) for at, code, _ in wanted) for post in weights}
    return Calibration(tuple(units), factors, rows)


def _lacking(codebook: Codebook, margins: Sequence[Margin], weights: Mapping[Post, float]) -> list[Problem]:
    problems = []
    for at, margin in enumerate(margins):
        given = {post[at] for post, weight in weights.items() if weight > 0}
        if given & set(MISSING):
            found = msg("calibrate: not all answered {question}", question=margin.question)
            hint = msg("Give those an answer of their own, or leave the question out.")
            problems.append(Problem(codebook_place(codebook), found, hint=hint))
        for code in margin.totals:
            if code not in given:
                found = msg("calibrate: nobody answered {answer} to {question}", answer=code, question=margin.question)
                hint = msg("Put it together with another answer.")
                problems.append(Problem(codebook_place(codebook), found, hint=hint))
    return problems


def _raked(weights: Mapping[Post, float], wanted: Sequence[tuple[int, str, float]]) -> dict[Post, float] | None:
    now = dict(weights)
    for _ in range(_ROUNDS):
        off = 0.0
        for at, code, total in wanted:
            posts = [post for post in now if post[at] == code]
            factor = total / sum(now[post] for post in posts)
            off = max(off, abs(factor - 1))
            now.update({post: now[post] * factor for post in posts})
        if off < _CLOSE:
            return now
    return None
