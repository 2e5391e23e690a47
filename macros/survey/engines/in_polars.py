"""Polars: in this process, on files larger than memory. Loaded only when it is asked for."""

import atexit
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl
import pyarrow as pa
from polars.exceptions import PolarsError

from macros.survey.engines.engine import Engine


@dataclass(frozen=True)
class InPolars:
    """Lazy frames; what is kept lies in a folder of this process."""

    folder: Path
    numbers: "count[int]"
    failures: tuple[type[Exception], ...] = (PolarsError,)

    def csv(self, path: Path, width: int, delimiter: str, *, multiline: bool) -> pl.LazyFrame:
        """See `Engine`; fields that run over lines need no word."""
        del multiline
        return pl.scan_csv(
            path, schema={f"c{at}": pl.String() for at in range(width)}, separator=delimiter, quote_char='"',
            has_header=False, skip_rows=1, encoding="utf8", glob=False,
        )  # fmt: skip

    def parquet(self, path: Path) -> pl.LazyFrame:
        """See `Engine`."""
        return pl.scan_parquet(path, glob=False)

    def table(self, columns: pa.Table) -> pl.LazyFrame:
        """See `Engine`."""
        frame = pl.from_arrow(columns)
        assert isinstance(frame, pl.DataFrame)  # noqa: S101 -- a table is no series
        return frame.lazy()

    def kept(self, frame: pl.LazyFrame) -> pl.LazyFrame:
        """See `Engine`."""
        path = self.folder / f"{next(self.numbers)}.parquet"
        frame.sink_parquet(path)
        return pl.scan_parquet(path)


def start() -> Engine:
    """Make the folder, which only this user can read, and which goes with the process."""
    folder = TemporaryDirectory(prefix="report-polars-")
    atexit.register(folder.cleanup)
    return InPolars(Path(folder.name), count())
