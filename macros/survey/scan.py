"""Reads files that are too large for memory into a `Survey`, by what an engine says of their distinct values.

Belongs here: the order of the steps, from a file to a checked frame. Does not: which cells are read together
(`recodings.py`), reading them (`recode.py`), the file itself (`scan_file.py`), or what cannot be read so
(`scannable.py`). The frame is the one that `responses.py` makes of a small file, but for the order of its rows.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import narwhals as nw
from narwhals.exceptions import NarwhalsError

from macros.errors import Place, Problem, ReportError
from macros.language.message import msg
from macros.survey.cell_text import cell_text
from macros.survey.codebook import Codebook
from macros.survey.design_cells import DesignReader
from macros.survey.engines.engine import Engine, engine
from macros.survey.reading import Reading
from macros.survey.recode import Frame, Recoded, Recoding, recode, together
from macros.survey.recodings import recodings
from macros.survey.scan_checks import whole_problems
from macros.survey.scan_file import ScannedFile, open_file
from macros.survey.scan_waves import ScannedWaves
from macros.survey.scannable import refusals
from macros.survey.spelling import fold
from macros.survey.survey import Survey
from macros.survey.text_file import relative


def scan_responses(codebook: Codebook, folder: Path, root: Path, name: str) -> Survey:
    """Check all answers of a survey and recode them, without loading a file whole.

    Args:
        codebook: of kind `responses`, its files checked to be in the folder.
        folder: where the files are.
        root: the project; places are relative to it.
        name: of the engine: duckdb, polars or pyspark.

    Returns:
        A survey whose frame is the engine's own, with the same columns as any other.

    Raises:
        ReportError: with every problem of every file; what only the reader of rows can do is refused first.
    """
    problems = list(refusals(codebook, folder, root))
    if problems:
        raise ReportError(problems)
    running = engine(name)
    failures: tuple[type[Exception], ...] = (NarwhalsError, *running.failures)
    try:
        return _Scan(codebook, folder, root, running).survey()
    except failures:
        found = msg("{engine} could not read the answers", engine=name)
        place = Place(relative(folder / codebook.files[0], root))
        # What the engine says may hold a respondent's row.
        raise ReportError([Problem(place, found)]) from None


class _Scan:
    """One survey, file after file."""

    def __init__(self, codebook: Codebook, folder: Path, root: Path, running: Engine) -> None:
        self.codebook, self.folder, self.root, self.running = codebook, folder, root, running
        self.design = DesignReader(codebook)
        self.waves = ScannedWaves(codebook.only) if codebook.only is not None else None
        self.problems: list[Problem] = []

    def survey(self) -> Survey:
        """All files as one checked survey.

        Raises:
            ReportError: with every problem.
        """
        files = [open_file(self.folder / name, self.root, self.codebook, self.running) for name in self.codebook.files]
        place = Place(files[0].path)
        frames = [self._recoded(file, file.frame) for file in files if file.frame is not None]
        self.problems[:0] = [problem for file in files for problem in file.problems]
        if self.waves is not None and len(frames) == len(files):
            self.problems += self.waves.unseen(place)
        self._stop_at_problems()
        whole: Frame = nw.from_native(self.running.kept(nw.to_native(nw.concat(frames))))
        self.problems += whole_problems(self.codebook, whole, place)
        self._stop_at_problems()
        left_out = self.waves.left_out if self.waves is not None else 0
        return Survey(self.codebook, nw.to_native(whole), left_out=left_out)

    def _stop_at_problems(self) -> None:
        if self.problems:
            raise ReportError(self.problems)

    def _recoded(self, file: ScannedFile, frame: nw.LazyFrame[Any]) -> Frame:
        """One file with all columns of a `Survey`; where one cannot be read, those that need it are not either."""
        place = Place(file.path)
        if self.waves is not None:
            column = file.positions[fold(self.waves.only.column)]
            plain = _plain_float if column in file.floats else str
            frame, wrong = self.waves.own(frame, column, plain, place)
            self.problems += wrong
        done: dict[str, Recoded] = {}
        for recoding in recodings(self.codebook, file.positions, self.design):
            if set(recoding.needs) <= set(done):
                before = together(_needed(recoding, done), frame)
                one = recode(before, _of_floats(recoding, file.floats), self.running, place)
                self.problems += one.problems
                if one.table is not None:
                    done |= dict.fromkeys(recoding.columns, one)
        return together(dict.fromkeys(done.values()), frame).select(*done) if done else frame


def _needed(recoding: Recoding, done: dict[str, Recoded]) -> Iterator[Recoded]:
    """What must be recoded before, each once, in the order in which it was."""
    wanted: set[str] = set()
    ahead: list[Sequence[str]] = [recoding.needs]
    while ahead:
        for column in ahead.pop():
            if column not in wanted:
                wanted.add(column)
                ahead.append(done[column].of.needs)
    yield from dict.fromkeys(one for column, one in done.items() if column in wanted)


def _of_floats(recoding: Recoding, floats: frozenset[str]) -> Recoding:
    """Read numbers that a Parquet file holds as such in the one way in which they are written in CSV."""
    typed = [cell in floats for cell in recoding.cells]
    if not any(typed):
        return recoding

    def read(cells: Sequence[str], needed: Sequence[str]) -> Reading:
        plain = [_plain_float(cell) if is_float else cell for cell, is_float in zip(cells, typed, strict=True)]
        return recoding.read(plain, needed)

    return replace(recoding, read=read)


def _plain_float(cell: str) -> str:
    return cell_text(float(cell)) if cell else ""
