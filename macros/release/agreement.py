"""Whether rounded numbers of one whole agree: parts with 100, a net with the parts that it is made of.

Belongs here: how far rounding alone can take them apart, and stopping at more. Does not: rounding (`rounding.py`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros.release.released import Category, Row
from macros.release.rounding import ALL
from macros.survey.question import Question
from macros.survey.tabulation import Group

_ONE_ROUNDING = 0.5  # percentage points
_NOISE = 1e-6


@dataclass(frozen=True)
class Sum:
    """A released number beside what its released parts add to.

    Attributes:
        net: the net's row; None for the whole, which is 100 percent.
        shown, parts: in percent or percentage points.
        roundings: how many numbers were rounded on both sides together.
    """

    group: Group
    net: Row | None
    shown: float
    parts: float
    roundings: int

    @property
    def explained(self) -> bool:
        """Whether rounding alone can have taken the two apart."""
        return abs(self.shown - self.parts) <= _ONE_ROUNDING * self.roundings + _NOISE


def sums(question: Question, answers: Sequence[Category], rows: Sequence[Row], nets: Sequence[Row]) -> Iterator[Sum]:
    """Every whole and net of a table whose parts are all shown; of questions with one answer each."""
    if question.type not in ("single", "scale"):
        return
    merges = {merge.code: merge.of for merge in question.merge}
    signs = {"positive": 1, "negative": -1}
    for group in dict.fromkeys(row.group for row in rows):
        shares = {row.answer: row.percent for row in rows if row.group == group and row.statistic == "share"}
        if shares and None not in shares.values():
            yield Sum(group, None, ALL, sum(part or 0 for part in shares.values()), len(shares))
        for net in nets:
            if net.group != group or net.value is None:
                continue
            weights = dict.fromkeys(merges.get(net.answer or "", ()), 1)
            if net.answer is None:
                weights = {answer.code: signs[answer.side] for answer in answers if answer.side in signs}
            parts = [(sign, shares.get(code)) for code, sign in weights.items()]
            if parts and all(part is not None for _, part in parts):
                yield Sum(group, net, net.value, sum(sign * (part or 0) for sign, part in parts), len(parts) + 1)


def must_agree(question: Question, answers: Sequence[Category], rows: Sequence[Row], nets: Sequence[Row]) -> None:
    """Stop where parts and whole, or parts and net, differ by more than rounding can explain.

    Raises:
        ValueError: a fault of the program, since both come from the same counts.
    """
    for found in sums(question, answers, rows, nets):
        if not found.explained:
            what = "the whole" if found.net is None else found.net.label
            raise ValueError(f"{question.id} {found.group}: {what} is {found.shown}, its parts add to {found.parts}")
