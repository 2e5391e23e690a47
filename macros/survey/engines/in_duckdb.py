"""DuckDB: in this process, on files larger than memory. Loaded only when it is asked for."""

import atexit
import glob
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pyarrow as pa

from macros.survey.engines.engine import Engine

_LONGEST_RECORD = 16_000_000  # bytes


@dataclass(frozen=True)
class InDuckdb:
    """One database, in a folder of this process."""

    connection: duckdb.DuckDBPyConnection
    numbers: "count[int]"
    failures: tuple[type[Exception], ...] = (duckdb.Error,)

    def csv(self, path: Path, width: int, delimiter: str, *, multiline: bool) -> duckdb.DuckDBPyRelation:
        """See `Engine`; fields that run over lines need no word."""
        del multiline
        return self.connection.read_csv(
            glob.escape(str(path)), columns={f"c{at}": "VARCHAR" for at in range(width)}, auto_detect=False,
            delimiter=delimiter, quotechar='"', escapechar='"', header=True, encoding="utf-8", strict_mode=True,
            max_line_size=_LONGEST_RECORD,
        )  # fmt: skip

    def parquet(self, path: Path) -> duckdb.DuckDBPyRelation:
        """See `Engine`."""
        return self.connection.read_parquet(glob.escape(str(path)), binary_as_string=True)

    def table(self, columns: pa.Table) -> duckdb.DuckDBPyRelation:
        """See `Engine`."""
        return self.connection.from_arrow(columns)

    def kept(self, frame: duckdb.DuckDBPyRelation) -> duckdb.DuckDBPyRelation:
        """See `Engine`."""
        name = f"kept_{next(self.numbers)}"
        frame.create(name)
        return self.connection.table(name)


def start() -> Engine:
    """Open a database that fetches nothing from anywhere, in a folder which only this user can read."""
    folder = TemporaryDirectory(prefix="report-duckdb-")
    settings: dict[str, str | bool | int | float | list[str]] = {
        "temp_directory": f"{folder.name}/spill",
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        "preserve_insertion_order": False,  # nothing here depends on the order of rows
    }
    connection = duckdb.connect(f"{folder.name}/answers.duckdb", config=settings)
    connection.execute("SET enable_progress_bar = false")
    atexit.register(folder.cleanup)
    atexit.register(connection.close)
    return InDuckdb(connection, count())
