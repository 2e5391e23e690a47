"""One large file as an engine's frame of text, with its columns found.

Belongs here: opening a UTF-8 CSV or Parquet file, and which of its columns the codebook wants. Does not: which files
are refused (`scannable.py`), or what a cell means (`recode.py`).
"""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import narwhals as nw

from macros.errors import Place, Problem
from macros.language.message import msg
from macros.survey.codebook import Codebook
from macros.survey.column_names import column_names
from macros.survey.columns import wanted_columns
from macros.survey.csv_shape import csv_shape
from macros.survey.engines.engine import Engine
from macros.survey.recode import Frame
from macros.survey.scannable import PARQUET
from macros.survey.sheet import Sheet
from macros.survey.spelling import fold
from macros.survey.table_file import header_problems
from macros.survey.text_file import relative


@dataclass(frozen=True, eq=False)
class ScannedFile:
    """A file's rows as text; no cell is null, and no row is blank.

    Attributes:
        path: relative to the project.
        positions: the column of the frame for each folded header.
        frame: None when there is nothing to go on with.
        floats: columns that engines write each in its own way.
    """

    path: str
    positions: dict[str, str]
    frame: Frame | None
    problems: tuple[Problem, ...] = ()
    floats: frozenset[str] = frozenset()


def open_file(path: Path, root: Path, codebook: Codebook, engine: Engine) -> ScannedFile:
    """Scan a file as text, in the columns that the codebook wants."""
    read = _parquet if path.suffix.lower() == PARQUET else _csv
    file, sheet = read(path, relative(path, root), codebook, engine)
    if file.frame is None:
        return file
    wanted = wanted_columns(codebook)
    problems = (*file.problems, *header_problems(sheet, wanted, codebook.ignore))
    if problems:
        return ScannedFile(file.path, file.positions, None, problems)
    columns = list(file.positions.values())
    frame = file.frame.with_columns(nw.col(*columns).fill_null(""))
    written = (nw.col(column).str.strip_chars() != "" for column in columns)
    frame = frame.filter(nw.any_horizontal(*written, ignore_nulls=False))
    frame = frame.select(*(file.positions[fold(header)] for header in wanted))
    if sheet.delimiter:  # text is slow to take apart once for each question
        frame = nw.from_native(engine.kept(nw.to_native(frame)))
    return replace(file, frame=frame)


def _csv(path: Path, name: str, codebook: Codebook, engine: Engine) -> tuple[ScannedFile, Sheet]:
    wanted = wanted_columns(codebook)
    known = {fold(header) for header in (*wanted, *codebook.ignore)}
    shape = csv_shape(path, name, codebook.delimiter, known)
    names = column_names([shape.header.fields])
    sheet = Sheet(name, names, (tuple(names),), delimiter=shape.delimiter, preamble=shape.header.line - 1)
    positions = {fold(header): f"c{at}" for at, header in enumerate(names)}
    problems = list(shape.problems)
    if names and not set(positions) & known:
        # Without a header the first line is a respondent's answers: none of it may be shown.
        allowed = msg("one of {choices}", choices=", ".join(wanted))
        place = Place(name, shape.header.line, 1)
        problems.append(Problem(place, msg("The first row names no column of the codebook"), allowed))
        names = ()
    if not names:
        return ScannedFile(name, {}, None, tuple(problems)), sheet
    frame = nw.from_native(engine.csv(path, len(names), shape.delimiter, multiline=shape.multiline))
    return ScannedFile(name, positions, frame, tuple(problems)), sheet


def _parquet(path: Path, name: str, codebook: Codebook, engine: Engine) -> tuple[ScannedFile, Sheet]:
    """A typed file as text; its own names of columns may hold what an engine takes for syntax."""
    del codebook
    frame: nw.LazyFrame[Any] = nw.from_native(engine.parquet(path))
    schema = frame.collect_schema()
    names = column_names([list(schema)])
    texts = [nw.col(column).cast(nw.String).alias(f"c{at}") for at, column in enumerate(schema)]
    floats = frozenset(f"c{at}" for at, kind in enumerate(schema.values()) if kind.is_float())
    positions = {fold(header): f"c{at}" for at, header in enumerate(names)}
    file = ScannedFile(name, positions, frame.select(*texts), (), floats)
    return file, Sheet(name, names, (tuple(names),))
