"""What estimation makes: numbers with their base, uncertainty and method. Still unreleased, still unrounded."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from macros.survey.codebook import Codebook
from macros.survey.question import Question
from macros.survey.tabulation import Group

Statistic = Literal[
    "share", "share_of_answers", "count", "mean", "median", "quartile", "total", "ratio", "balance", "index"
]
Method = Literal[
    "census",
    "census_nonresponse",
    "nonprobability",
    "korn_graubard",
    "exact_boundary",
    "xlogit",
    "wilson",
    "exact_finite",
    "t",
    "woodruff",
    "known",
    "none",
]


@dataclass(frozen=True)
class Estimate:
    """One number of one group.

    Attributes:
        statistic: `share` of the base (value 0 to 1, exact), `count` (the base itself, `answer` None, or
            a missing kind), `mean` (value in the question's unit, `answer` None), or `quartile` (`answer` which).
        n: units behind it: those who gave the answer, or for a mean those with a value.
        base: units that the share is of; for a mean equal to n; for a missing kind the units asked, and for
            `__not_asked__` all units of the group.
        value: None where there is no base.
        se: in the unit of value; 0 where every unit of the population is in the survey, None where the error
            is not known or the design gives none.
        low, high: in the unit of value, None where there is no interval.
        df: degrees of freedom of the design within the group; None outside random samples.
        weighted_base: the base's weights added up; the base itself without weights.
        n_eff: effective number of answers, the size of a simple random sample that would be as sure.
        deff: design effect, against a simple random sample without replacement of as many answers.
        method: how low and high were made, or why there are none.
    """

    group: Group
    answer: str | None
    statistic: Statistic
    n: int
    base: int
    value: Fraction | float | None
    se: float | None = None
    low: float | None = None
    high: float | None = None
    df: int | None = None
    method: Method = "none"
    weighted_base: float | None = None
    n_eff: float | None = None
    deff: float | None = None


@dataclass(frozen=True)
class Estimates:
    """All estimates of one table, in the order of its tabulation.

    Attributes:
        nets: of the same groups, the shares of answers that the codebook's `merge:` names together (`answer` its
            code), the net balance where the answers have sides and a scale's index (`answer` None); of a multiple
            choice, each option's share of all answers given.
    """

    codebook: Codebook
    question: Question
    by: tuple[Question, ...]
    rows: tuple[Estimate, ...]
    asked: int
    answered: int
    ungrouped: int = 0
    nets: tuple[Estimate, ...] = ()

    def groups(self) -> tuple[Group, ...]:
        """The groups in order, the total first."""
        return tuple(dict.fromkeys(row.group for row in self.rows))

    def row(self, group: Group, answer: str | None) -> Estimate:
        """The one estimate of a group and answer.

        Raises:
            KeyError: when there is none.
        """
        for row in self.rows:
            if row.group == group and row.answer == answer:
                return row
        raise KeyError((group, answer))
