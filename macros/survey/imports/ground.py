"""What holds for the whole file, and what is proposed for a part of it.

Belongs here: the types that the readers of columns share. Does not: any reading.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from macros.survey.answer import Missing
from macros.survey.imports.doubts import Doubt
from macros.survey.imports.values import Values
from macros.survey.question import Question
from macros.survey.records import ColumnFacts


@dataclass(frozen=True)
class Ground:
    """What holds for all columns.

    Attributes:
        values: of each column, by its position; spellings of no answer are among them.
        missing: folded spellings of no answer.
        decimal: the sign between a number's whole and its parts.
        separators: what may stand between several answers in a cell.
        untold: what stands for the words of a question that the file does not tell.
        other: what an answer is called that stands for all that was written freely.
        facts: what the file says of each column, where it says anything.
    """

    values: Mapping[int, Values]
    missing: frozenset[str] = frozenset()
    decimal: str = "."
    separators: tuple[str, ...] = ()
    untold: str = "?"
    other: str = "Other"
    facts: tuple[ColumnFacts, ...] = ()

    def answers(self, position: int) -> Values:
        """A column's values without those that are no answer."""
        return self.values[position].without(self.missing)

    def fact(self, position: int) -> ColumnFacts:
        """What the file says of a column; nothing for most files."""
        return self.facts[position] if self.facts else ColumnFacts()


@dataclass(frozen=True)
class Proposal:
    """Questions for some columns, with what is unsure about them."""

    questions: tuple[Question, ...]
    doubts: tuple[Doubt, ...] = ()
    ignored: tuple[str, ...] = ()


@dataclass(frozen=True)
class Naming:
    """What a question is called.

    Attributes:
        id: free among the questions' ids.
        text: the question as asked.
        label: short, for a row of a grid.
        missing: the question's own spellings of no answer, where they are not the file's.
    """

    id: str
    text: str
    label: str | None = None
    missing: Missing | None = field(default=None)
