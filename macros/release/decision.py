"""What is decided of one question's table before any number of it is made: what is merged, and what is hidden.

Belongs here: a table that is asked for, and the decision on it alone. Does not: what all tables of a publication need
together (`joint.py`), or making the released table (`disclosure.py`).
"""

from dataclasses import dataclass
from functools import cached_property

from macros.release.merging import Merges, apply_merges, choose_merges
from macros.release.pattern import Pattern, suppression_pattern
from macros.release.rules import Rules
from macros.survey.merge import ANSWERS
from macros.survey.tabulation import KINDS, Tabulation


@dataclass(frozen=True)
class Decision:
    """What is merged, and which cells are hidden after that."""

    merges: Merges
    pattern: Pattern


@dataclass(frozen=True)
class Asked:
    """A table that a publication asks for.

    Attributes:
        tabulation: counts of the question, by nothing or by one grouping.
        one_way: counts of the same question by nothing; the same as tabulation when that has no grouping.
    """

    tabulation: Tabulation
    one_way: Tabulation

    def __post_init__(self) -> None:
        if self.one_way.by or self.one_way.question != self.tabulation.question:
            raise ValueError("the one-way table must be of the same question, by nothing")

    @cached_property
    def rules(self) -> Rules:
        """The rules for the question as it was asked."""
        return Rules.of(self.tabulation.codebook, self.tabulation.question)

    @property
    def name(self) -> tuple[str, str]:
        """The ids of its question and of its grouping, "" without."""
        by = self.tabulation.by
        return self.tabulation.question.id, by[0].id if by else ""


def decide(asked: Asked, merges: Merges | None = None) -> Decision:
    """Decide on one question's table alone.

    Small neighbours are merged, unsafe cells hidden, and others hidden for them. What the question's one-way table
    merges or hides is merged or hidden here too, so that its tables agree and tell no more together than each does.

    Args:
        merges: what is merged in the table by group, where that is decided already.

    Raises:
        ValueError: for a table that disclosure control cannot judge.
    """
    rules = asked.rules
    alone = choose_merges(asked.one_way, rules)
    pattern = suppression_pattern(apply_merges(asked.one_way, alone), rules)
    if not asked.tabulation.by:
        return Decision(alone, pattern)
    if merges is None:
        # Where an answer is hidden, a wider merge by group would tell the sum that it is part of.
        whole = all(answer in KINDS for _, answer in pattern)
        merges = choose_merges(asked.tabulation, rules, alone.get(ANSWERS, ()), further_answers=whole)
    return Decision(merges, suppression_pattern(apply_merges(asked.tabulation, merges), rules, pattern))
