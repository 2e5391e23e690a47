"""What was understood of an export: a draft of its codebook, and what a person must know to judge it.

Belongs here: the draft itself. Does not: how an export is understood (`understanding.py`), a file that is written
(`writing.py`, `importer.py`), what is personal (`personal.py`).
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from macros.language.message import Message
from macros.survey.answer_cells import headers
from macros.survey.codebook import Codebook
from macros.survey.question import Question


@dataclass(frozen=True)
class Draft:
    """A codebook that reads the very file it was made of, and how it came about.

    Every column of the file has exactly one place: a question, `identifier`, a column of the design, or `ignore`.

    Attributes:
        codebook: the draft, `status: real`; what nobody can know from the file says that it must be filled in.
        tool: the kind of export, one of `exports.TOOLS`.
        rows: records of the file.
        persons: records in which any question is answered.
        columns: columns of the file.
        missing_codes: spellings of no answer that the file itself shows, apart from the empty cell.
        decisions: what was decided on good grounds.
        doubts: what may be otherwise.
        said: what the file itself says, such as the labels of an .sav.
    """

    codebook: Codebook
    tool: str
    rows: int
    persons: int
    columns: int
    missing_codes: tuple[str, ...] = ()
    decisions: tuple[Message, ...] = ()
    doubts: tuple[Message, ...] = ()
    said: tuple[Message, ...] = ()

    @property
    def types(self) -> dict[str, int]:
        """How many questions there are of each type, in the order of the file."""
        return dict(Counter(question.type for question in self.codebook.questions))

    @property
    def multiple_sets(self) -> tuple[tuple[str, int], ...]:
        """The id of each multiple choice, with the number of its options."""
        return tuple((q.id, len(q.answers)) for q in self.codebook.questions if q.type == "multiple")

    @property
    def question_columns(self) -> tuple[str, ...]:
        """The columns that are read as answers."""
        return tuple(header for question in self.codebook.questions for header in headers(question))

    def without(self, columns: Iterable[str]) -> "Draft":
        """The same draft with some columns ignored.

        A question goes when any of its columns does; but what was written under "Other" goes alone.

        Raises:
            ValueError: when no question is left, for a codebook needs one.
        """
        out = set(columns)
        questions = [_without_written(question, out) for question in self.codebook.questions]
        kept = [question for question in questions if not out & set(headers(question))]
        if not kept:
            raise ValueError("no question is left")
        left = {header for question in kept for header in headers(question)}
        gone = [header for question in self.codebook.questions for header in headers(question) if header not in left]
        identifier = self.codebook.identifier
        if identifier in out:
            gone.append(str(identifier))
            identifier = None
        changes = {"questions": kept, "ignore": [*self.codebook.ignore, *gone], "identifier": identifier}
        return replace(self, codebook=self.codebook.model_copy(update=changes))


def _without_written(question: Question, out: set[str]) -> Question:
    """The question without its option "Other", where that takes what is written in one of some columns."""
    taken = [a.code for a in question.answers if a.others and question.columns and question.columns.get(a.code) in out]
    if not taken or not question.columns:
        return question
    answers = [answer for answer in question.answers if answer.code not in taken]
    columns = {code: header for code, header in question.columns.items() if code not in taken}
    return question.model_copy(update={"answers": answers, "columns": columns})
