"""Which survey files are read by an engine, and which of those cannot be.

Belongs here: the size from which a file is large, and what to do with a file or a codebook that asks for more than a
scan can give. Does not: the scan (`scan.py`).
"""

from collections.abc import Iterator
from pathlib import Path

from macros.errors import Place, Problem
from macros.language.message import Message, msg
from macros.survey.codebook import Codebook
from macros.survey.codebook_file import CODEBOOK
from macros.survey.sheet import Limits
from macros.survey.text_file import relative

LARGE = Limits().bytes  # of all files together: from there on a survey is scanned
LONG = Limits().rows
PARQUET = ".parquet"
_TEXT = (".csv", ".tsv", ".tab", ".txt")
_BLOCK = 1 << 20


def is_large(codebook: Codebook, folder: Path) -> bool:
    """Whether a survey's files are scanned by an engine: large or long ones, and Parquet always."""
    paths = [folder / name for name in codebook.files]
    if any(path.suffix.lower() == PARQUET for path in paths) or sum(path.stat().st_size for path in paths) > LARGE:
        return True
    return sum(_lines(path) for path in paths) > LONG


def _lines(path: Path) -> int:
    with path.open("rb") as file:
        return sum(block.count(b"\n") for block in iter(lambda: file.read(_BLOCK), b""))


def needs_engine(codebook: Codebook, folder: Path, root: Path) -> Problem:
    """Say that files of this size or kind want another engine than the default."""
    parquet = next((name for name in codebook.files if Path(name).suffix.lower() == PARQUET), None)
    place = Place(relative(folder / (parquet or codebook.files[0]), root))
    hint = msg("Write engine: duckdb in the codebook, or polars or pyspark")
    if parquet is not None:
        return Problem(place, msg("The default engine does not read Parquet"), None, hint)
    allowed = msg("at most {bytes} bytes and {rows} rows in all files together", bytes=LARGE, rows=LONG)
    return Problem(place, msg("The default engine loads a file whole, which this one is too large for"), allowed, hint)


def refusals(codebook: Codebook, folder: Path, root: Path) -> Iterator[Problem]:
    """What only the reader of small files can do, with what to run first."""
    for name in codebook.files:
        suffix = Path(name).suffix.lower()
        if suffix != PARQUET and suffix not in _TEXT:
            found = msg("A file of this size is read as UTF-8 CSV or Parquet, not as {kind}", kind=suffix or name)
            yield Problem(Place(relative(folder / name, root)), found, None, _conversion(name, suffix))
    if codebook.encoding not in (None, "utf-8"):
        for name in codebook.files:
            found = msg("The file is not UTF-8, the only encoding that a file of this size is read in")
            command = f"iconv -f {codebook.encoding} -t utf-8 {name} > {Path(name).stem}-utf8.csv"
            yield Problem(Place(relative(folder / name, root)), found, None, msg("Run {command}", command=command))
    place = Place(relative(folder / CODEBOOK, root))
    if codebook.header_rows > 1:
        found = msg("A file of this size has one row that names its columns, not {count}", count=codebook.header_rows)
        first = codebook.files[0]
        command = f"tail -n +{codebook.header_rows} {first} > {Path(first).stem}-1.csv"
        yield Problem(
            place, found, None, msg("Name the columns in one row; to keep the last: {command}", command=command)
        )
    asked: list[tuple[bool, Message]] = [
        (bool(codebook.corrections), msg("corrections are not applied to a file of this size")),
        (
            any(q.coded_from for q in codebook.questions),
            msg("answers coded by hand are not read beside a file of this size"),
        ),
    ]
    for present, found in asked:
        if present:
            hint = msg("Files of at most {bytes} bytes in all are read row by row, which can do it", bytes=LARGE)
            yield Problem(place, found, None, hint)


def _conversion(name: str, suffix: str) -> Message:
    stem = Path(name).stem
    if suffix == ".sav":
        read = f"pyreadstat.read_sav('{name}', apply_value_formats=True)[0]"
        command = f"python -c \"import pyreadstat; {read}.to_parquet('{stem}.parquet')\""
        return msg("Run {command}", command=command)
    if suffix in (".xlsx", ".xls", ".xlsm", ".xlsb", ".ods"):
        command = f"libreoffice --headless --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76' {name}"
        return msg("Run {command}", command=command)
    return msg("Save it as UTF-8 CSV, one row a respondent")
