"""Reads files with one row a respondent into a `Survey`.

Belongs here: one pass over all rows that finds everything wrong in them. Does not: the shape of the file
(`table_file.py`) or the meaning of a cell (`answer_cells.py`).
"""

from pathlib import Path

import pandas as pd

from macros.errors import Place, Problem, ReportError
from macros.language.message import msg
from macros.survey.answer_cells import CellReader, Fault, Reading, frame_columns, headers
from macros.survey.bands import band_of
from macros.survey.codebook import Codebook
from macros.survey.question import Question
from macros.survey.routing import Condition, is_asked, parse_condition
from macros.survey.spelling import fold
from macros.survey.survey import IDENTIFIER, Survey
from macros.survey.table_file import Record, TableFile, read_table

NOT_ASKED = "__not_asked__"
_SILENT = ("__no_answer__", "__not_applicable__")  # what may stand in a cell that was not asked for


def read_responses(codebook: Codebook, folder: Path, root: Path) -> Survey:
    """Read and check all answers of a survey.

    Args:
        codebook: of kind `responses`, its files checked to be in the folder.
        folder: where the files are.
        root: the project; places are relative to it.

    Raises:
        ReportError: with every problem of every file, in their order.
    """
    wanted = [header for question in codebook.questions for header in headers(question)]
    if codebook.identifier is not None:
        wanted.append(codebook.identifier)
    reader = _RowReader(codebook)
    problems: list[Problem] = []
    for name in codebook.files:
        table = read_table(folder / name, root, codebook, wanted)
        problems += table.problems
        for record in table.records:
            problems += reader.read(table, record)
    if problems:
        raise ReportError(sorted(problems, key=lambda problem: _order(problem.place, codebook)))
    for question in codebook.questions:
        if question.bands_of is not None:
            reader.columns[question.id] = [band_of(value, question) for value in reader.columns[question.bands_of]]
    return Survey(codebook, pd.DataFrame(reader.columns, dtype="str"))


def _order(place: Place, codebook: Codebook) -> tuple[int, int, int]:
    name = place.path.rpartition("/")[2]
    return codebook.files.index(name), place.line or 0, place.column or 0


class _RowReader:
    """Reads row after row; remembers the respondents it has seen."""

    def __init__(self, codebook: Codebook) -> None:
        self.codebook = codebook
        self.readers = [CellReader(codebook, q) for q in codebook.questions if q.bands_of is None]
        self.conditions: dict[str, Condition] = {
            question.id: parse_condition(question.asked_if, codebook.questions[:index])
            for index, question in enumerate(codebook.questions)
            if question.asked_if is not None
        }
        names = [name for question in codebook.questions for name in frame_columns(question)]
        names += [IDENTIFIER] if codebook.identifier is not None else []
        self.columns: dict[str, list[str]] = {name: [] for name in names}
        self.seen: dict[str, Place] = {}

    def read(self, table: TableFile, record: Record) -> list[Problem]:
        """Add a row to the columns and give its problems; a row with problems adds nothing that is used."""
        problems = self._identify(table, record)
        given: dict[str, frozenset[str]] = {}
        for reader in self.readers:
            question = reader.question
            positions = [table.position(header) for header in headers(question)]
            known = [position for position in positions if position is not None]
            if len(known) < len(positions):
                continue
            reading = reader.read([record.fields[position] for position in known])
            reading = self._route(question, reading, given, [record.fields[position] for position in known])
            for fault in reading.faults:
                place = table.place(record, known[fault.cell])
                problems.append(Problem(place, fault.found, fault.allowed, fault.hint))
            if not reading.faults:
                given[question.id] = reading.codes
                for column, value in zip(frame_columns(question), reading.values, strict=True):
                    self.columns[column].append(value)
        return problems

    def _route(
        self, question: Question, reading: Reading, given: dict[str, frozenset[str]], cells: list[str]
    ) -> Reading:
        """Tell those who were not asked from those who did not answer."""
        condition = self.conditions.get(question.id)
        if condition is None or not condition.questions() <= set(given) or is_asked(condition, given):
            return reading
        silent = reading.values and reading.values[0] in _SILENT
        if silent or not any(fold(cell) for cell in cells):
            return Reading((NOT_ASKED,) * len(frame_columns(question)))
        return Reading(faults=(_answered_unasked(question, cells),))

    def _identify(self, table: TableFile, record: Record) -> list[Problem]:
        """Note the respondent; an id that comes again is told by its first line, never by itself."""
        if self.codebook.identifier is None:
            return []
        position = table.position(self.codebook.identifier)
        if position is None:
            return []
        name, place = fold(record.fields[position]), table.place(record, position)
        self.columns[IDENTIFIER].append(record.fields[position].strip())
        if not name:
            return [Problem(place, msg("The respondent has no id"))]
        first = self.seen.setdefault(name, place)
        if first == place:
            return []
        return [Problem(place, msg("This respondent has answered before, at {place}", place=str(first)))]


def _answered_unasked(question: Question, cells: list[str]) -> Fault:
    filled = next((at for at, cell in enumerate(cells) if fold(cell)), 0)
    found = msg("{question} is answered, but was not asked", question=question.id)
    allowed = msg("an empty cell where this does not hold: {condition}", condition=question.asked_if)
    return Fault(filled, found, allowed)
