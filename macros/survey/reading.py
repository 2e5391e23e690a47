"""What the cells of one respondent say about one question, and the spellings by which they say it.

Belongs here: the shape of what was read, and the words of one question. Does not: how a type of question is read
(`choices.py`, `options.py`, `rankings.py`, `numeric.py`, `dates.py`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from macros.errors import nearest
from macros.language.message import Message, msg
from macros.survey.codebook import Codebook
from macros.survey.model_problems import shown
from macros.survey.question import Question
from macros.survey.spelling import fold, meanings, missing_meanings, tidy, written

TICKED, UNTICKED = "1", "0"
NO_ANSWER, NOT_ASKED = "__no_answer__", "__not_asked__"


@dataclass(frozen=True)
class Fault:
    """What is wrong with a cell; `cell` counts the question's own columns from 0."""

    cell: int
    found: Message
    allowed: Message | None = None
    hint: Message | None = None


@dataclass(frozen=True)
class Reading:
    """What a respondent answered: a value for each frame column, or the faults that prevent one.

    Attributes:
        values: one a frame column: a code, a number, a text, a tick or a missing kind.
        codes: the codes given; empty without an answer.
    """

    values: tuple[str, ...] = ()
    codes: frozenset[str] = frozenset()
    faults: tuple[Fault, ...] = ()


def given_codes(value: str) -> frozenset[str]:
    """The codes that a value of a single choice gives: itself, or none for a missing kind."""
    return frozenset() if value.startswith("__") else frozenset({value})


@dataclass(frozen=True)
class Words:
    """The spellings of one question."""

    codebook: Codebook
    question: Question

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The question's codes, in the order of the codebook."""
        return tuple(answer.code for answer in self.question.answers)

    @cached_property
    def meanings(self) -> dict[str, str]:
        """What each folded spelling means: a code or a missing kind."""
        return {fold(spelling): meaning for spelling, meaning in meanings(self.codebook, self.question)}

    @cached_property
    def missing(self) -> dict[str, str]:
        """The kind of each folded spelling of no answer."""
        return {fold(spelling): kind for spelling, kind in missing_meanings(self.codebook, self.question)}

    @cached_property
    def answers(self) -> dict[str, str]:
        """The code of each folded spelling of an answer."""
        return {spelling: code for spelling, code in self.meanings.items() if spelling not in self.missing}

    @cached_property
    def others(self) -> str | None:
        """The code of the answer that takes whatever else is written."""
        return next((answer.code for answer in self.question.answers if answer.others), None)

    def label(self, code: str) -> str:
        """How an answer is normally written in the file."""
        return next(written(answer) for answer in self.question.answers if answer.code == code)

    def labels(self, codes: Iterable[str]) -> str:
        """The answers of some codes in the order of the codebook, for a message."""
        chosen = set(codes)
        return ", ".join(written(answer) for answer in self.question.answers if answer.code in chosen) or "–"

    def all_missing(self, kind: str) -> Reading:
        """No answer in any of the question's columns."""
        return Reading((kind,) * len(self.codes))

    def unknown(self, cell: str, at: int) -> Fault:
        """A coded cell that holds no answer; its value may be shown, for an answer's code is no secret."""
        words = [written(answer) for answer in self.question.answers]
        missing = [spelling for spelling, _ in missing_meanings(self.codebook, self.question) if spelling]
        allowed = msg("one of {choices}", choices=", ".join([*words, *missing]))
        if not fold(cell):
            return Fault(at, msg("The cell is empty"), allowed)
        spellings = [spelling for spelling, _ in meanings(self.codebook, self.question) if spelling]
        hint = nearest(tidy(cell), [*words, *missing]) or nearest(tidy(cell), spellings)
        return Fault(at, self.no_answer(cell), allowed, hint)

    def no_answer(self, cell: str) -> Message:
        """Say that a cell's value is none of the question's answers."""
        return msg('"{value}" is no answer to {question}', value=shown(tidy(cell)), question=self.question.id)
