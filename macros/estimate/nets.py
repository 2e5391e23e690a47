"""Nets: several answers counted as one, and the balance of one side of a scale against the other.

Belongs here: both, from the counts and with their own variance. Does not: rounding, or what of them may be told.
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from macros.estimate.by_t import by_t
from macros.estimate.design import Sampling
from macros.estimate.domains import Domain
from macros.estimate.estimates import Estimate
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
    return by_t(plain, part, domain, design, limits=(-1.0, 1.0))


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
    plain = Estimate(
        domain.group, answer, "share_of_answers", cell.n, given, part.value, weighted_base=float(part.denominator)
    )
    return plain if part.value is None else by_t(plain, part, domain, design, limits=(0.0, 1.0))
