"""Nets: several answers counted as one, the balance of one side of a scale against the other, and its index.

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
from macros.survey.answer import Answer
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
    if question.type == "scale":
        yield _index(question, domain, design)


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


def _index(question: Question, domain: Domain, design: Sampling) -> Estimate:
    """The mean place on a scale, from 0 at its first answer to 100 at its last, of those who answered on it.

    Source:
        statistics.md 1.6: 100·(v − 1)/(K − 1); an answer outside the scale, such as "don't know", is outside its base.
    """
    codes = [answer.code for answer in on_the_scale(question)]
    cells = [domain.cells[code] for code in codes]
    n = sum(cell.n for cell in cells)
    if n == 0 or len(codes) < 2:  # noqa: PLR2004 -- one place is no scale
        return Estimate(domain.group, None, "index", n, n, None)
    steps = [Fraction(100 * at, len(codes) - 1) for at in range(len(codes))]
    scored = [replace(x, value=step) for step, cell in zip(steps, cells, strict=True) for x in sums_of(cell)]
    part = ratio(scored, combined(x for cell in cells for x in sums_of(cell)), design)
    if part.value is None:
        return Estimate(domain.group, None, "index", n, n, None, weighted_base=0.0)
    plain = Estimate(domain.group, None, "index", n, n, part.value, weighted_base=float(part.denominator))
    if design.without_interval(domain) is None and not part.varies:
        return replace(plain, df=part.df)
    return by_t(plain, part, domain, design, limits=(0.0, 100.0))


def on_the_scale(question: Question) -> list[Answer]:
    """The answers of a scale in order, without one at its end that has no side where the others have."""
    answers = list(question.answers)
    if any(answer.side for answer in answers):
        while answers and answers[-1].side is None:
            answers.pop()
    return answers
