"""Reads files with one row a respondent into a `Survey`.

Belongs here: one pass over all files that finds everything wrong in them. Does not: the shape of a file
(`table_file.py`), a row (`rows.py`) or the meaning of a cell (`answer_cells.py`).
"""

from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from macros.errors import Place, Problem, ReportError, nearest
from macros.language.message import Message, msg
from macros.survey.codebook import Codebook
from macros.survey.codebook_file import CODEBOOK
from macros.survey.codings import read_codings
from macros.survey.columns import wanted_columns
from macros.survey.model_problems import shown
from macros.survey.records import Record
from macros.survey.rows import RowReader
from macros.survey.spelling import fold, tidy
from macros.survey.survey import Survey
from macros.survey.table_file import TableFile, read_table
from macros.survey.yaml_file import read_yaml

_MOST_SHOWN = 20
"""Waves of a file that a message names."""


def read_responses(codebook: Codebook, folder: Path, root: Path) -> Survey:
    """Read and check all answers of a survey.

    Args:
        codebook: of kind `responses`, its files checked to be in the folder.
        folder: where the files are.
        root: the project; places are relative to it.

    Raises:
        ReportError: with every problem of every file, in their order.
    """
    reader, waves = RowReader(codebook), _Waves(codebook)
    problems: list[Problem] = []
    headers: dict[str, str] = {}
    decided: list[Message] = []
    for name in codebook.files:
        table = read_table(folder / name, root, codebook, wanted_columns(codebook))
        problems += table.problems
        headers = {**table.headers, **headers}
        decided += table.decided
        for record in table.records:
            if waves.holds(table, record):
                problems += reader.read(table, record)
        problems += waves.problems
        waves.problems = []
    problems += waves.unseen()
    if not problems:
        problems = [*reader.design.finish(), *_unmade(reader, folder, root)]
    codings, wrong = read_codings(codebook, folder, root, reader.columns) if not problems else ({}, [])
    problems += wrong
    if problems:
        raise ReportError(sorted(problems, key=lambda problem: _order(problem.place, codebook)))
    columns = {**reader.columns, **reader.design.columns}
    for coded in codings.values():
        columns |= coded.columns
    return Survey(
        codebook,
        pd.DataFrame(columns, dtype="str"),
        tuple(zip(codebook.corrections, reader.corrections.counts, strict=True)),
        {question: coded.coding for question, coded in codings.items()},
        waves.left_out,
        headers,
        tuple(decided),
    )


def _unmade(reader: RowReader, folder: Path, root: Path) -> Iterator[Problem]:
    if 0 in reader.corrections.counts:
        yield from reader.corrections.unmade(read_yaml(folder / CODEBOOK, root))


def _order(place: Place, codebook: Codebook) -> tuple[int, str, int, int]:
    """In the order of the codebook's files; what stands elsewhere comes after."""
    at = next((at for at, name in enumerate(codebook.files) if place.path.endswith(f"/{name}")), len(codebook.files))
    return at, place.path, place.line or 0, place.column or 0


class _Waves:
    """Tells the rows of this survey from those of other waves in the same file."""

    def __init__(self, codebook: Codebook) -> None:
        self.only = codebook.only
        self.wanted = {fold(value): value for value in codebook.only.values} if codebook.only else {}
        self.left_out = 0
        self.problems: list[Problem] = []
        self._seen: dict[str, str] = {}
        self._place: Place | None = None

    def holds(self, table: TableFile, record: Record) -> bool:
        """Whether a row is of this survey; of a row that does not say, nobody knows."""
        position = table.position(self.only.column) if self.only else None
        if position is None:
            return self.only is None
        cell, place = record.fields[position], table.place(record, position)
        self._place = self._place or place
        if not fold(cell):
            self.problems.append(Problem(place, msg("The row does not say its wave")))
            return False
        self._seen.setdefault(fold(cell), tidy(cell))
        if fold(cell) in self.wanted:
            return True
        self.left_out += 1
        return False

    def unseen(self) -> Iterator[Problem]:
        """Each wave of the codebook that no row names."""
        waves = [shown(value) for value in list(self._seen.values())[:_MOST_SHOWN]]
        for folded, value in self.wanted.items():
            if folded not in self._seen and self._place is not None:
                found, allowed = msg("No row is of the wave {wave}", wave=value), ", ".join(waves)
                yield Problem(self._place, found, msg("one of {choices}", choices=allowed), nearest(value, waves))
