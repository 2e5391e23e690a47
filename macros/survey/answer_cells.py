"""Which cells belong to a question, and what they say of one respondent.

Belongs here: a question's columns in the file and in a `Survey`, and which reader reads each type. Does not: the
readers of the types that need more than a look-up, files, lines, or routing (`responses.py`).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from macros.survey.codebook import Codebook
from macros.survey.dates import read_dates
from macros.survey.numeric import read_numeric
from macros.survey.options import read_options
from macros.survey.question import SEVERAL, Question, QuestionType
from macros.survey.rankings import read_ranking
from macros.survey.reading import NO_ANSWER, Reading, Words, given_codes
from macros.survey.spelling import fold


def headers(question: Question) -> tuple[str, ...]:
    """The question's columns in the file, a joined one last; none for what is made of another question."""
    if question.derived:
        return ()
    if question.places:
        return tuple(question.places)
    joined = (question.header,) if question.separator or not question.columns else ()
    return (*(question.columns or {}).values(), *joined)


def frame_columns(question: Question) -> tuple[str, ...]:
    """The question's columns in a `Survey`: one, or for multiple choice and ranking one an answer."""
    if question.type in SEVERAL:
        return tuple(f"{question.id}:{answer.code}" for answer in question.answers)
    return (question.id,)


@dataclass(frozen=True)
class CellReader:
    """Reads the cells of one question."""

    codebook: Codebook
    question: Question

    def read(self, cells: Sequence[str]) -> Reading:
        """Read a respondent's cells, in the order of `headers`."""
        read = _READERS[self.question.type]
        if self.question.type == "text":
            return read(self.words, cells)
        key = tuple(cells)
        if key not in self._read:
            self._read[key] = read(self.words, cells)
        return self._read[key]

    @cached_property
    def _read(self) -> dict[tuple[str, ...], Reading]:
        """What was read before: most respondents write what another one wrote."""
        return {}

    @cached_property
    def words(self) -> Words:
        """The question's spellings."""
        return Words(self.codebook, self.question)


def _read_choice(words: Words, cells: Sequence[str]) -> Reading:
    meaning = words.meanings.get(fold(cells[0]), words.others if fold(cells[0]) else None)
    if meaning is None:
        return Reading(faults=(words.unknown(cells[0], 0),))
    return Reading((meaning,), given_codes(meaning))


def _read_text(words: Words, cells: Sequence[str]) -> Reading:
    text = cells[0].strip()
    return Reading((words.missing.get(fold(text), text or NO_ANSWER),))


_READERS: Mapping[QuestionType, Callable[[Words, Sequence[str]], Reading]] = {
    "single": _read_choice,
    "scale": _read_choice,
    "multiple": read_options,
    "ranking": read_ranking,
    "number": read_numeric,
    "date": read_dates,
    "text": _read_text,
}
