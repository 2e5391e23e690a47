"""Known errors of the source, put right while a row is read; the file itself is never touched.

Belongs here: whether a correction can be made, where it is made, and how often. Does not: what it says
(`correction.py`) or how it is told on the method page (`report/methodology.py`).
"""

from collections.abc import Iterator, Mapping, Sequence

from macros.errors import Problem, nearest
from macros.language.message import msg
from macros.survey.answer_cells import CellReader, headers
from macros.survey.codebook import Codebook
from macros.survey.correction import Correction
from macros.survey.question import Question
from macros.survey.reading import Fault
from macros.survey.routing import Given, is_asked, parse_condition
from macros.survey.spelling import fold
from macros.survey.yaml_file import Loc, YamlFile

Cells = Mapping[str, Sequence[str]]
"""The cells of one respondent by question, in the order of its `headers`."""


def correction_problems(codebook: Codebook, correction: Correction, file: YamlFile, loc: Loc) -> Iterator[Problem]:
    """What is wrong with a correction before any answer is read."""
    question = codebook.question(correction.question)
    if question is None:
        return  # the model has said so
    at = _cell(question, correction)
    if at is None:
        columns = headers(question)
        named = correction.column
        found = msg("{question} has several columns", question=question.id)
        place = file.place((*loc, "question"))
        if named is not None:
            found, place = msg("{question} has no column {column}", question=question.id, column=named), file.place(loc)
        hint = nearest(named, columns) if named else msg("Name the one to correct with column")
        yield Problem(place, found, msg("one of {choices}", choices=", ".join(columns)), hint)
        return
    if fold(correction.was) == fold(correction.to):
        yield Problem(file.place((*loc, "to")), msg("The correction changes nothing"))
    for fault in _read_alone(codebook, question, at, correction.to):
        yield Problem(file.place((*loc, "to")), fault.found, fault.allowed, fault.hint)


def _cell(question: Question, correction: Correction) -> int | None:
    """Which of the question's cells is corrected; None when that is not said or not there."""
    columns = [fold(header) for header in headers(question)]
    if correction.column is None:
        return 0 if len(columns) == 1 else None
    return columns.index(fold(correction.column)) if fold(correction.column) in columns else None


def _read_alone(codebook: Codebook, question: Question, at: int, text: str) -> Iterator[Fault]:
    """The faults of one cell where nothing else is written."""
    width = len(question.columns or ())
    if question.columns and question.separator:
        form = {"separator": None} if at < width else {"columns": None}
        question, at = question.model_copy(update=form), at if at < width else 0
    cells = ["" for _ in headers(question)]
    cells[at] = text
    for fault in CellReader(codebook, question).read(cells).faults:
        if fault.cell == at:
            yield fault


class Corrections:
    """Makes the corrections of a codebook, row after row, and counts them."""

    def __init__(self, codebook: Codebook) -> None:
        self.codebook = codebook
        self.counts = [0 for _ in codebook.corrections]
        questions = {question.id: question for question in codebook.questions}
        self._made = [
            (
                index,
                correction,
                _cell(questions[correction.question], correction) or 0,
                parse_condition(correction.where, codebook.questions) if correction.where is not None else None,
            )
            for index, correction in enumerate(codebook.corrections)
        ]

    @property
    def by_rule(self) -> bool:
        """Whether any correction depends on other answers of the respondent."""
        return any(condition is not None for *_, condition in self._made)

    def corrected(self, respondent: str | None, given: Given, cells: Cells) -> Cells:
        """A respondent's cells as they are to be read.

        Of several corrections to one cell the first is made. Each is held against the cells as they stand in the
        file, so that one correction never feeds another.

        Args:
            respondent: the id in the file.
            given: the codes that the respondent gave, by question, before any correction.
            cells: as they stand in the file.
        """
        changed: dict[str, list[str]] = {}
        made: set[tuple[str, int]] = set()
        for index, correction, at, condition in self._made:
            asked, where = cells.get(correction.question), (correction.question, at)
            if asked is None or where in made or fold(asked[at]) != fold(correction.was):
                continue
            if condition is None:
                meant = respondent is not None and fold(respondent) == fold(correction.respondent or "")
            else:
                meant = condition.questions() <= set(given) and is_asked(condition, given)
            if meant:
                changed.setdefault(correction.question, list(asked))[at] = correction.to
                made.add(where)
                self.counts[index] += 1
        return {**cells, **changed}

    def unmade(self, file: YamlFile) -> Iterator[Problem]:
        """Each correction that no row needed: the source was mended, or the correction is mistaken."""
        for index, count in enumerate(self.counts):
            if count == 0:
                found = msg("The correction applies to no answer")
                hint = msg("Take it out if the file has been mended; else look at respondent, where and from.")
                yield Problem(file.place(("corrections", index)), found, None, hint)
