"""What an engine must be able to do, and the one door through which one is got.

Belongs here: the shape of an engine, and what to say when it is not installed. Does not: any engine itself
(`in_duckdb.py`, `in_polars.py`, `in_pyspark.py`), which is loaded only when somebody asks for it.
"""

from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

import pyarrow as pa

from macros.errors import Place, Problem, ReportError
from macros.language.message import msg

Native = Any
"""A frame of an engine's own, not yet worked out; narwhals takes it."""
INSTALL = 'python -m pip install -e ".[engines]"'


class Engine(Protocol):
    """Reads a file as text without loading it whole; columns are named `c0`, `c1` … by their place in the file.

    Everything after that is a group-by, a filter or a join in narwhals, the same for all engines.
    """

    @property
    def failures(self) -> tuple[type[Exception], ...]:
        """What it raises when it cannot go on; what such an error says may hold a respondent's row."""
        ...

    def csv(self, path: Path, width: int, delimiter: str, *, multiline: bool) -> Native:
        """Scan a UTF-8 CSV file with one header row, whose records all have `width` fields.

        Args:
            path: the file.
            width: number of columns.
            delimiter: one character.
            multiline: whether a field in quotes holds a line end.

        Returns:
            Text; an empty field may be null.
        """
        ...

    def parquet(self, path: Path) -> Native:
        """Scan a Parquet file; the columns have their types."""
        ...

    def table(self, columns: pa.Table) -> Native:
        """Take over a table that is in memory."""
        ...

    def kept(self, frame: Native) -> Native:
        """Work a frame out once, on disk where memory does not suffice, so that each count reads the result."""
        ...


@cache
def engine(name: str) -> Engine:
    """Start an engine; the same one each time.

    Args:
        name: duckdb, polars or pyspark.

    Raises:
        ReportError: it is not installed, or it lacks what it runs on.
    """
    try:
        module = import_module(f"macros.survey.engines.in_{name}")
    except ModuleNotFoundError as error:
        found = msg("engine: {engine} is not installed here", engine=name)
        hint = msg("Run {command}", command=INSTALL)
        raise ReportError([Problem(Place(f"engine: {name}"), found, None, hint)]) from error
    started: Engine = module.start()
    return started
