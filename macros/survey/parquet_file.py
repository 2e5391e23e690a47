"""A Parquet file as a table of text, to be looked at. Reading answers from one is for the engines (`scan_file.py`)."""

from pathlib import Path

from pyarrow import ArrowException, parquet

from macros.errors import Place, Problem
from macros.language.message import msg
from macros.survey.records import Record
from macros.survey.sheet import Sheet
from macros.survey.text_file import relative


def read_parquet(path: Path, root: Path) -> Sheet:
    """Read a Parquet file; what cannot be read is a problem of the sheet."""
    name = relative(path, root)
    try:
        table = parquet.read_table(path)
    except (ArrowException, OSError):
        return Sheet(name, problems=(Problem(Place(name), msg("This is no Parquet file")),))
    columns = [["" if value is None else str(value) for value in column.to_pylist()] for column in table.columns]
    rows = zip(*columns, strict=True)
    names = tuple(table.column_names)
    return Sheet(name, names, (names,), tuple(Record(line, row) for line, row in enumerate(rows, 1)))
