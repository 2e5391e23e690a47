"""One row of a file after the other, from cells to a respondent's answers.

Belongs here: the order of the steps within a row: who answered, what is corrected, what was asked, what follows from
it. Does not: files (`responses.py`) or what a cell means (`answer_cells.py`).
"""

from collections.abc import Mapping, Sequence

from macros.errors import Place, Problem
from macros.language.message import msg
from macros.survey.answer_cells import CellReader, frame_columns, headers
from macros.survey.bands import band_of
from macros.survey.codebook import Codebook
from macros.survey.corrections import Cells, Corrections
from macros.survey.design_cells import DesignReader
from macros.survey.groups import group_of
from macros.survey.options import is_unticked
from macros.survey.question import Question
from macros.survey.reading import NOT_ASKED, Fault, Reading, given_codes
from macros.survey.records import Record
from macros.survey.routing import Condition, is_asked, parse_condition
from macros.survey.spelling import fold
from macros.survey.survey import IDENTIFIER
from macros.survey.table_file import TableFile

_SILENT = ("__no_answer__", "__not_applicable__", NOT_ASKED)  # what may stand in a cell that was not asked for


class RowReader:
    """Reads row after row; remembers the respondents it has seen."""

    def __init__(self, codebook: Codebook) -> None:
        self.codebook = codebook
        self.design = DesignReader(codebook)
        self.corrections = Corrections(codebook)
        self.questions = [question for question in codebook.questions if question.coded_from is None]
        self.readers = {q.id: CellReader(codebook, q) for q in self.questions if not q.derived}
        self.conditions: dict[str, Condition] = {
            question.id: parse_condition(question.asked_if, codebook.questions[:index])
            for index, question in enumerate(codebook.questions)
            if question.asked_if is not None
        }
        self.names = {question.id: frame_columns(question) for question in self.questions}
        respondent = [IDENTIFIER] if codebook.identifier is not None else []
        columns = (*(name for names in self.names.values() for name in names), *respondent)
        self.columns: dict[str, list[str]] = {name: [] for name in columns}
        self._layouts: dict[str, dict[str, list[int]]] = {}
        self.seen: dict[str, Place] = {}

    def read(self, table: TableFile, record: Record) -> list[Problem]:
        """Add a row to the columns and give its problems; a row with problems adds nothing that is used."""
        respondent, problems = self._identify(table, record)
        problems += self.design.read(table, record)
        layout = self._layout(table)
        cells: Cells = {question: [record.fields[at] for at in places] for question, places in layout.items()}
        if self.codebook.corrections:
            given = _given(self._answers(cells)) if self.corrections.by_rule else {}
            cells = self.corrections.corrected(respondent, given, cells)
        for question, reading in self._answers(cells).items():
            for fault in reading.faults:
                place = table.place(record, layout[question][fault.cell])
                problems.append(Problem(place, fault.found, fault.allowed, fault.hint))
            for column, value in zip(self.names[question], reading.values, strict=False):  # none where there are faults
                self.columns[column].append(value)
        return problems

    def _layout(self, table: TableFile) -> Mapping[str, list[int]]:
        """Where the cells of each question stand in a file; those that it lacks are left out."""
        if table.path not in self._layouts:
            layout = self._layouts[table.path] = {}
            for id_, reader in self.readers.items():
                found = [table.position(header) for header in headers(reader.question)]
                if None not in found:
                    layout[id_] = [at for at in found if at is not None]
        return self._layouts[table.path]

    def _answers(self, cells: Cells) -> dict[str, Reading]:
        """A respondent's answers to all questions whose columns are there, and what is made of them."""
        readings: dict[str, Reading] = {}
        for question in self.questions:
            if question.id in cells:
                reading = self.readers[question.id].read(cells[question.id])
                if question.id in self.conditions:
                    reading = self.route(question, reading, _given(readings), cells[question.id])
                readings[question.id] = reading
            elif (source := readings.get(question.bands_of or question.groups_of or "")) and source.values:
                made = (band_of if question.bands_of else group_of)(source.values[0], question)
                readings[question.id] = Reading((made,), given_codes(made))
        return readings

    def route(
        self, question: Question, reading: Reading, given: Mapping[str, frozenset[str]], cells: Sequence[str]
    ) -> Reading:
        """Tell those who were not asked from those who did not answer."""
        condition = self.conditions.get(question.id)
        if condition is None or not condition.questions() <= set(given) or is_asked(condition, given):
            return reading
        silent = reading.values and (reading.values[0] in _SILENT or is_unticked(question, reading))
        if silent or not any(fold(cell) for cell in cells):
            return Reading((NOT_ASKED,) * len(frame_columns(question)))
        return Reading(faults=(_answered_unasked(question, cells),))

    def _identify(self, table: TableFile, record: Record) -> tuple[str | None, list[Problem]]:
        """Note the respondent; an id that comes again is told by its first line, never by itself."""
        position = table.position(self.codebook.identifier) if self.codebook.identifier is not None else None
        if position is None:
            return None, []
        written, place = record.fields[position].strip(), table.place(record, position)
        self.columns[IDENTIFIER].append(written)
        if not fold(written):
            return None, [Problem(place, msg("The respondent has no id"))]
        first = self.seen.setdefault(fold(written), place)
        if first == place:
            return written, []
        return written, [Problem(place, msg("This respondent has answered before, at {place}", place=str(first)))]


def _given(readings: Mapping[str, Reading]) -> dict[str, frozenset[str]]:
    """The codes given, for each question that could be read."""
    return {question: reading.codes for question, reading in readings.items() if not reading.faults}


def _answered_unasked(question: Question, cells: Sequence[str]) -> Fault:
    filled = next((at for at, cell in enumerate(cells) if fold(cell)), 0)
    found = msg("{question} is answered, but was not asked", question=question.id)
    allowed = msg("an empty cell where this does not hold: {condition}", condition=question.asked_if)
    return Fault(filled, found, allowed)
