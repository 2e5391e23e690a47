"""Nets: several answers counted as one, and the balance of one side of a scale against the other.

Belongs here: both, from the counts and with their own variance. Does not: rounding, or what of them may be told.
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from math import sqrt

from macros.estimate.design import Sampling
from macros.estimate.domains import Domain
from macros.estimate.estimates import Estimate
from macros.estimate.intervals import t_interval
from macros.estimate.linear import ratio, sums_of
from macros.estimate.share import share
from macros.survey.question import Question
from macros.survey.tabulation import Cell, combined

SIGNS = {"positive": Fraction(1), "negative": Fraction(-1)}


def nets(question: Question, domain: Domain, design: Sampling) -> Iterator[Estimate]:
    """Every net of a question in one domain.

    Of a multiple choice, whose answers one unit may give together, there is each answer's share of all answers given.
    The balance is the share of positive answers less that of negative ones, -1 to 1, in a base that counts the
    neutral answers too.

    Source:
        statistics.md 1.6: the variance of a balance is that of the mean of +1, 0 and -1, so that the covariance of the
        two shares is in it. Konjunkturinstitutet's nettotal, without its weights.
    """
    if question.type == "multiple":
        yield from (_of_answers(domain, answer.code, design) for answer in question.answers)
    if question.type not in ("single", "scale"):
        return
    for merge in question.merge:
        parts = [domain.cells[code] for code in merge.of]
        sums = combined(part for cell in parts for part in sums_of(cell))
        yield share(domain, Cell(domain.group, merge.code, sum(cell.n for cell in parts), sums=sums), design)
    if {answer.side for answer in question.answers} >= set(SIGNS):
        yield _balance(question, domain, design)


def _balance(question: Question, domain: Domain, design: Sampling) -> Estimate:
    sides = {answer.code: SIGNS[answer.side] for answer in question.answers if answer.side in SIGNS}
    base, n = domain.answered, sum(domain.cells[code].n for code in sides)
    if base == 0:
        return Estimate(domain.group, None, "balance", n, base, None)
    scored = [replace(part, value=sign) for code, sign in sides.items() for part in sums_of(domain.cells[code])]
    part = ratio(scored, sums_of(domain.cells[None]), design)
    if part.value is None:
        return Estimate(domain.group, None, "balance", n, base, None, weighted_base=0.0)
    plain = Estimate(domain.group, None, "balance", n, base, part.value, weighted_base=float(part.denominator))
    why_none = design.without_interval(domain)
    if why_none is not None:
        return replace(plain, se=0.0 if design.counts_everybody else None, method=why_none)
    if part.df <= 0:
        return replace(plain, df=part.df)
    spread = part.variance()
    interval = t_interval(float(part.value), float(spread), part.df)
    if interval is None:
        return replace(plain, df=part.df)
    return replace(
        plain,
        se=sqrt(spread), low=max(-1.0, interval.low), high=min(1.0, interval.high), df=part.df,
        method="t", deff=part.design_effect(spread),
    )  # fmt: skip


def _of_answers(domain: Domain, answer: str, design: Sampling) -> Estimate:
    """An option's share of all answers that were given: a ratio of totals, whose base is the answers.

    Source:
        statistics.md 1.4, base `ticks`.
    """
    cell, base = domain.cells[answer], domain.cells[None]
    given = int(sum(part.n * (part.over or 0) for part in base.sums))
    if given == 0:
        return Estimate(domain.group, answer, "share_of_answers", cell.n, given, None)
    part = ratio(cell.sums, base.sums, design)
    made = Estimate(
        domain.group, answer, "share_of_answers", cell.n, given, part.value, weighted_base=float(part.denominator)
    )
    why_none = design.without_interval(domain)
    if why_none is not None or part.value is None:
        return replace(made, se=0.0 if design.counts_everybody else None, method=why_none or "none")
    if part.df <= 0:
        return replace(made, df=part.df)
    spread = part.variance()
    interval = t_interval(float(part.value), float(spread), part.df)
    if interval is None:
        return replace(made, df=part.df)
    low, high = max(0.0, interval.low), min(1.0, interval.high)
    return replace(made, se=sqrt(spread), low=low, high=high, df=part.df, method="t")
