"""One table of a file, of whatever kind it is: names of its columns, and records of text below them.

Belongs here: the type, and the one door through which a table of answers is read. Does not: what a column or a cell
means. Nothing here knows a codebook; what it hopes to find comes as a hint.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from macros.errors import Place, Problem
from macros.language.message import Message, msg, nmsg
from macros.survey.column_names import column_headers, column_names
from macros.survey.delimited import Hints, read_delimited
from macros.survey.headers import LOOKED_AT, Header, find_header
from macros.survey.records import ColumnFacts, ColumnSet, Record, Records, Refusal
from macros.survey.spelling import fold, is_blank
from macros.survey.spss import read_spss
from macros.survey.text_file import read_bytes, relative
from macros.survey.widths import fit, misplaced
from macros.survey.workbook import read_workbook

_SAV, _ZIP, _OLE = (b"$FL2", b"$FL3"), b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_OTHER = (".sav", ".zsav", ".xls", ".xlsb", ".ods", ".numbers", ".por", ".dta", ".parquet", ".zip", ".gz", ".pdf")


@dataclass(frozen=True)
class Dialect:
    r"""How a file is written, as far as somebody has said; what is None is found out.

    Attributes:
        encoding: one of the codebook's encodings.
        delimiter: ",", ";", "\t" or "|".
        sheet: name of a workbook's sheet; the first when None.
        header_rows: how many records name the columns: 1, 2 (SurveyMonkey) or 3 (Qualtrics).
        headers: names of columns that the file should have, as a hint to where the header is.
        answers: what may stand in the cells, as a hint to the encoding.
    """

    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    header_rows: int | None = None
    headers: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Limits:
    """How large a file of answers may be; what is larger is for an engine that does not load it whole."""

    bytes: int = 50_000_000
    rows: int = 500_000


@dataclass(frozen=True)
class Sheet:
    r"""A table of text.

    Attributes:
        path: relative to the project.
        names: one for each column, and no two alike. One header row: the header, tidied; a header that stands more
            than once is `name`, `name (2)`, `name (3)`; an empty one is `[7]`, its column's number from 1. Two rows:
            the question where it stands over one column, else `question / option`. Three rows: the first row's code.
        header: the header rows as they stand in the file, each as wide as `names`.
        records: those as wide as `names`; others are problems. Blank records, and columns at the end without header
            and without a single field, are left out.
        encoding: such as "utf-8" or "cp1252"; "" for .xlsx and .sav.
        delimiter: ",", ";", "\t", "|"; "" for .xlsx and .sav.
        preamble: number of lines before the header.
        decided: what was found out and taken, where it is out of the ordinary.
        problems: all that is wrong, each with its place.
        shape: those of them that hang on which record was taken for the header.
        facts: what an .sav says of each column, one for each of `names`; else empty.
        sets: the columns that an .sav declares to be one question with several answers.
        refused: columns of the file that are not among `names`, since they cannot be read for what they are.
    """

    path: str
    names: tuple[str, ...] = ()
    header: tuple[tuple[str, ...], ...] = field(default=(), repr=False)
    records: tuple[Record, ...] = field(default=(), repr=False)
    encoding: str = ""
    delimiter: str = ""
    preamble: int = 0
    decided: tuple[Message, ...] = ()
    problems: tuple[Problem, ...] = ()
    shape: tuple[Problem, ...] = ()
    facts: tuple[ColumnFacts, ...] = ()
    sets: tuple[ColumnSet, ...] = ()
    refused: tuple[Refusal, ...] = ()

    def position(self, name: str) -> int | None:
        """The 0-based position of a column; None when the sheet lacks it."""
        wanted = fold(name)
        return next((at for at, known in enumerate(self.names) if fold(known) == wanted), None)

    @cached_property
    def headers(self) -> tuple[str, ...]:
        """What the header says of each column, tidied: "" where it says nothing; the same may stand twice."""
        return tuple(column_headers(self.header)) if self.header else ()

    def first_of(self, position: int) -> int | None:
        """The first column with the same header, when that is another one."""
        folded = [fold(header) for header in self.headers]
        first = folded.index(folded[position])
        return None if first == position else first

    def column(self, position: int) -> tuple[str, ...]:
        """All fields of a column, as they stand in the file."""
        return tuple(record.fields[position] for record in self.records)

    def place(self, record: Record, position: int | None = None) -> Place:
        """Where a record's field stands, or the record itself."""
        return Place(self.path, record.line, None if position is None else position + 1)


def read_sheet(path: Path, root: Path, dialect: Dialect | None = None, limits: Limits | None = None) -> Sheet:
    """Read a table of answers: CSV in any of its kinds, .xlsx or .sav, told by what is in it.

    Args:
        path: the file.
        root: the project; places are relative to it.
        dialect: what is known about how it is written; everything is found out when None.
        limits: how large it may be.

    Returns:
        What could be read, with every problem of its shape; never raises for what is in the file.
    """
    dialect, limits = dialect or Dialect(), limits or Limits()
    name = relative(path, root)
    content = read_bytes(path, root, limits.bytes)
    if isinstance(content, Problem):
        return Sheet(name, problems=(content,))
    known = frozenset(fold(header) for header in dialect.headers)
    found = _records(content, name, dialect, known)
    return _named(found, known, dialect.header_rows, limits.rows)


def _records(content: bytes, name: str, dialect: Dialect, known: frozenset[str]) -> Records:
    """Read a file for what it is, whatever its name says."""
    if content.startswith(_SAV):
        return read_spss(content, name)
    if content.startswith(_OLE) or (name.casefold().endswith(_OTHER) and not content.startswith(_ZIP)):
        hint = msg("Save it as .xlsx without a password, or as CSV")
        return Records(name, problems=(Problem(Place(name), msg("Files of this kind cannot be read"), None, hint),))
    if content.startswith(_ZIP) or name.casefold().endswith(".xlsx"):
        return read_workbook(content, name, dialect.sheet)
    hints = Hints(known, dialect.header_rows, (*dialect.headers, *dialect.answers))
    return read_delimited(content, name, dialect.encoding, dialect.delimiter, hints)


def _named(found: Records, known: frozenset[str], rows: int | None, most_rows: int) -> Sheet:
    """Tell the header from the rows below it, and what has no place in either."""
    records = [record for record in found.records if not is_blank(record.fields)]
    sheet = Sheet(
        found.path, encoding=found.encoding, delimiter=found.delimiter, decided=found.decided,
        problems=found.problems, facts=found.facts, sets=found.sets, refused=found.refused,
    )  # fmt: skip
    if not records:
        nothing = Problem(Place(found.path, 1), msg("The file has no header"))
        return sheet if found.problems and not found.records else replace(sheet, problems=(*found.problems, nothing))
    header = Header(0, 1) if found.facts else find_header([one.fields for one in records[:LOOKED_AT]], known, rows)
    top, below = records[header.first : header.first + header.rows], records[header.first + header.rows :]
    problems: list[Problem] = []
    if not below and not found.problems:
        problems.append(Problem(Place(found.path, top[-1].line), msg("The file has a header and no rows")))
    if len(below) > most_rows:
        allowed = msg("at most {count} rows", count=most_rows)
        problems.append(Problem(Place(found.path), msg("The file has {count} rows", count=len(below)), allowed))
    width, sound, ragged = fit(found.path, top, below)
    problems += [*ragged, *misplaced(found.path, records[: header.first], top, below)]
    rows_at_top = tuple((*record.fields, *[""] * width)[:width] for record in top)
    return replace(
        sheet,
        names=column_names(rows_at_top),
        header=rows_at_top,
        records=tuple(sound),
        preamble=top[0].line - 1,
        decided=(*found.decided, *_decided(header, len(found.records) - len(records))),
        problems=(*found.problems, *problems),
        shape=tuple(problems),
    )


def _decided(header: Header, blank: int) -> Iterator[Message]:
    if header.first:
        yield nmsg(
            "{count} line before the header is left out", "{count} lines before the header are left out", header.first
        )
    if header.rows > 1:
        yield msg("{count} rows name the columns", count=header.rows)
    if blank:
        yield nmsg("{count} blank row is left out", "{count} blank rows are left out", blank)
