"""Open answers that somebody coded by hand, in a file beside the answers.

The file has a row for each code that a respondent was given, with the columns `respondent` (or the header that
`identifier` names), `question` (where one file serves several questions) and `code`:

    respondent,question,code
    f1,hinder_kod,pengar
    f1,hinder_kod,tid
    f2,hinder_kod,

An empty code says that there is none that fits. Belongs here: reading and checking such files. Does not: any number
but how many were coded.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.errors import Place, Problem, nearest
from macros.language.message import msg
from macros.survey.answer_cells import frame_columns
from macros.survey.codebook import Codebook
from macros.survey.coding import Coding
from macros.survey.model_problems import shown
from macros.survey.question import Question
from macros.survey.reading import TICKED, UNTICKED, Words
from macros.survey.records import Record
from macros.survey.sheet import Dialect, Sheet, read_sheet
from macros.survey.spelling import fold, tidy, written
from macros.survey.survey import IDENTIFIER
from macros.survey.tabulation import UNCODED

RESPONDENT, QUESTION, CODE = "respondent", "question", "code"


@dataclass(frozen=True)
class Coded:
    """A coded question: its columns of a `Survey`, and how far the answers were coded."""

    columns: Mapping[str, list[str]]
    coding: Coding


def read_codings(
    codebook: Codebook, folder: Path, root: Path, columns: Mapping[str, list[str]]
) -> tuple[dict[str, Coded], list[Problem]]:
    """Read and check all codes given by hand.

    Args:
        columns: the survey's columns, with the open answers and the respondents' ids.

    Returns:
        The coded questions by id, and every problem of every file.
    """
    questions = [question for question in codebook.questions if question.coded_from is not None]
    problems: list[Problem] = []
    given: dict[str, dict[int, dict[str, Place]]] = {question.id: {} for question in questions}
    for name in dict.fromkeys(question.coding or "" for question in questions):
        served = [question for question in questions if question.coding == name]
        file = _File(codebook, served, columns, given)
        file.read(read_sheet(folder / name, root, _dialect(codebook, served)))
        problems += file.problems
    return {question.id: _coded(question, given[question.id], columns) for question in questions}, problems


def _dialect(codebook: Codebook, served: list[Question]) -> Dialect:
    words = tuple(word for question in served for word in Words(codebook, question).answers)
    headers = (codebook.identifier or RESPONDENT, RESPONDENT, QUESTION, CODE)
    return Dialect(header_rows=1, headers=headers, answers=words)


def _coded(question: Question, given: Mapping[int, Mapping[str, Place]], columns: Mapping[str, list[str]]) -> Coded:
    texts = columns[question.coded_from or ""]
    rows = []
    for at, text in enumerate(texts):
        codes = given.get(at, {})
        if text.startswith("__"):
            rows.append([text] * len(question.answers))
        elif codes:
            rows.append([TICKED if answer.code in codes else UNTICKED for answer in question.answers])
        else:
            rows.append([UNCODED] * len(question.answers))
    answered = sum(not text.startswith("__") for text in texts)
    several = sum(len(codes) > 1 for codes in given.values())
    made = {name: [row[at] for row in rows] for at, name in enumerate(frame_columns(question))}
    return Coded(made, Coding(answered, len(given), answered - len(given), several))


class _File:
    """One file of codes, read row after row; what is wrong gathers in `problems`."""

    def __init__(
        self,
        codebook: Codebook,
        served: list[Question],
        columns: Mapping[str, list[str]],
        given: dict[str, dict[int, dict[str, Place]]],
    ) -> None:
        self.served, self.columns, self.given = served, columns, given
        self.identifier = codebook.identifier or RESPONDENT
        self.words = {question.id: Words(codebook, question) for question in served}
        self.rows = {fold(id_): at for at, id_ in enumerate(columns[IDENTIFIER])}
        self.problems: list[Problem] = []

    def read(self, sheet: Sheet) -> None:
        """Note every code of the file under its question and respondent."""
        self.problems += sheet.problems
        if not sheet.names:
            return
        respondent = self._position(sheet, self.identifier, RESPONDENT)
        code = self._position(sheet, CODE)
        question = self._position(sheet, QUESTION) if len(self.served) > 1 else sheet.position(QUESTION)
        known = (self.identifier, QUESTION, CODE)
        for at, name in enumerate(sheet.names):
            if at not in (respondent, code, question):
                allowed = msg("one of {choices}", choices=", ".join(known))
                found = msg("The column {column} has no place in a file of codes", column=shown(name))
                place = Place(sheet.path, sheet.preamble + 1, at + 1)
                self.problems.append(Problem(place, found, allowed, nearest(name, known)))
        if respondent is None or code is None or (question is None and len(self.served) > 1):
            return
        for record in sheet.records:
            asked = self.served[0] if question is None else self._question(sheet, record, question)
            row = self._row(sheet, record, respondent, asked)
            if asked is not None and row is not None:
                self._code(sheet, record, code, asked, row)

    def _position(self, sheet: Sheet, *names: str) -> int | None:
        found = [at for name in names if (at := sheet.position(name)) is not None]
        if not found:
            text = msg("The file lacks the column {column}", column=names[0])
            place = Place(sheet.path, sheet.preamble + 1)
            self.problems.append(Problem(place, text, None, nearest(names[0], sheet.names)))
        return found[0] if found else None

    def _question(self, sheet: Sheet, record: Record, at: int) -> Question | None:
        """The coded question that a row is about, by its own id or by that of its open answers."""
        text = tidy(record.fields[at])
        meant = [question for question in self.served if fold(text) in (question.id, question.coded_from)]
        if len(meant) == 1:
            return meant[0]
        known = [question.id for question in self.served]
        found = msg("No question {question}", question=shown(text)) if text else msg("The cell is empty")
        allowed = msg("one of {choices}", choices=", ".join(known))
        self.problems.append(Problem(sheet.place(record, at), found, allowed, nearest(text, known)))
        return None

    def _row(self, sheet: Sheet, record: Record, at: int, asked: Question | None) -> int | None:
        """The respondent's row of the survey; a respondent is never named, only where the row stands."""
        place = sheet.place(record, at)
        row = self.rows.get(fold(record.fields[at]))
        if row is None:
            empty = not fold(record.fields[at])
            found = msg("The respondent has no id") if empty else msg("This respondent is not in the survey")
            self.problems.append(Problem(place, found))
        elif asked is not None and self.columns[asked.coded_from or ""][row].startswith("__"):
            found = msg("This respondent gave no answer to {question} that could be coded", question=asked.coded_from)
            self.problems.append(Problem(place, found))
            return None
        return row

    def _code(self, sheet: Sheet, record: Record, at: int, asked: Question, row: int) -> None:
        place, cell, words = sheet.place(record, at), record.fields[at], self.words[asked.id]
        if not fold(cell):
            return
        code = words.answers.get(fold(cell))
        if code is None:
            fault = words.unknown(cell, at)
            self.problems.append(Problem(place, fault.found, fault.allowed, fault.hint))
            return
        codes = self.given[asked.id].setdefault(row, {})
        if code in codes:
            self.problems.append(Problem(place, msg("The same code stands at {place}", place=str(codes[code]))))
            return
        alone = [answer for answer in asked.answers if answer.exclusive and answer.code in (code, *codes)]
        if codes and alone:
            found = msg('"{value}" is ticked together with another answer', value=written(alone[0]))
            self.problems.append(Problem(place, found))
        codes.setdefault(code, place)
