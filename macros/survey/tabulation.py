"""A tabulation: counts and sums by group and answer, and the codebook they follow. No row, no respondent."""

from dataclasses import dataclass

from macros.survey.codebook import Codebook
from macros.survey.question import Question

MISSING = ("__no_answer__", "__dont_know__", "__refused__", "__not_applicable__", "__not_asked__")
Group = tuple[str | None, ...]


@dataclass(frozen=True)
class Cell:
    """How many units of a group gave an answer.

    Attributes:
        group: one code for each variable of `by`; all None is the total, and a variable's own None never
            stands beside another's code in a one- or two-way table of one grouping.
        answer: a code of the codebook, one of `MISSING`, or None for the base (all who answered).
        n: number of units.
        total, squares: sum and sum of squares of a number question's values, for `answer` None only.
    """

    group: Group
    answer: str | None
    n: int
    total: float | None = None
    squares: float | None = None


@dataclass(frozen=True)
class Tabulation:
    """The counts of one question, by nothing or by one grouping, with totals.

    Every code of the codebook and every missing kind has its cell in every group, zeros included; codebook
    order; totals first. A unit whose group is missing is in the total only, and `ungrouped` counts those
    of them that answered the question.
    """

    codebook: Codebook
    question: Question
    by: tuple[Question, ...]
    cells: tuple[Cell, ...]
    ungrouped: int = 0

    def groups(self) -> tuple[Group, ...]:
        """The groups in order, the total first."""
        return tuple(dict.fromkeys(cell.group for cell in self.cells))

    def cell(self, group: Group, answer: str | None) -> Cell:
        """The one cell of a group and answer.

        Raises:
            KeyError: when there is none.
        """
        for cell in self.cells:
            if cell.group == group and cell.answer == answer:
                return cell
        raise KeyError((group, answer))
