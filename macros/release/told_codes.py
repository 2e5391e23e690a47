"""The questions and codes of one survey, as all of its told tables together let a reader see them.

Belongs here: which answers a question has, merged ones taken apart. Does not: counts.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from macros.release.told import ToldTable
from macros.survey.merge import ANSWERS

SEVERAL = ("multiple", "ranking")
ONE = ("single", "scale")
ANSWERED = "__answered__"
TICKED = "__ticked__"
UNTICKED = "__unticked__"

Variable = tuple[str, ...]
"""What a unit has one state of: a question with one answer, or one option of a question with several."""


@dataclass(frozen=True)
class Codes:
    """What is asked, and what can be answered.

    Attributes:
        types: of each question; a grouping is known to have one answer a unit.
        answers: of each question, in the order in which they are told.
    """

    types: dict[str, str]
    answers: dict[str, tuple[str, ...]]

    @classmethod
    def of(cls, tables: Iterable[ToldTable]) -> "Codes":
        """Collect the codes of a survey's tables."""
        types: dict[str, str] = {}
        answers: dict[str, dict[str, None]] = {}
        for table in tables:
            types[table.question] = table.type
            own = answers.setdefault(table.question, {})
            for row in table.rows:
                if row.answer is not None and not row.kind:
                    own.update(dict.fromkeys(table.parts(row.answer, ANSWERS)))
                for by, code in row.group.items():
                    types.setdefault(by, "single")
                    if code is not None:
                        answers.setdefault(by, {}).update(dict.fromkeys(table.parts(code, by)))
        return cls(types, {question: tuple(codes) for question, codes in answers.items()})

    def variables(self, question: str) -> tuple[Variable, ...]:
        """One for a question with one answer; one for each option of several."""
        if self.types[question] in SEVERAL:
            return tuple((question, option) for option in self.answers[question])
        return ((question,),)

    def states(self, variable: Variable) -> tuple[str, ...]:
        """The states of a variable, for those who answered.

        >>> Codes({"q": "single", "m": "multiple", "z": "number"}, {"q": ("a", "b"), "m": ("x",)}).states(("m", "x"))
        ('__ticked__', '__unticked__')
        """
        if len(variable) > 1:
            return (TICKED, UNTICKED)
        return self.answers[variable[0]] if self.types[variable[0]] in ONE else (ANSWERED,)
