"""Whether a CSV file is one that every engine reads alike: one pass over its lines that keeps none of them.

Belongs here: what is told to an engine before it reads a file (header, delimiter, width), and all that makes engines
read a file differently: letters that are not UTF-8, ragged records, loose quotes. Tried: of a record that is too short
Polars fills the end without a word; of `"2"x` Spark makes an answer. Does not: what a column means.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from macros.errors import Place, Problem
from macros.language.message import Message, msg, nmsg
from macros.survey.records import Record, quote_problem
from macros.survey.spelling import fold

DELIMITERS = (",", ";", "\t", "|")
MOST_TOLD = 20  # a file read with the wrong delimiter has a fault on each of its lines


@dataclass(frozen=True)
class CsvShape:
    """What was found in one pass.

    Attributes:
        header: the first record; its fields name the columns.
        delimiter: the one given, or the one that finds most of the columns.
        multiline: whether a field in quotes runs over a line end.
        rows: number of records after the header, blank lines left out.
        problems: all that is wrong, each kind at most 20 times.
    """

    header: Record
    delimiter: str
    multiline: bool = False
    rows: int = 0
    problems: tuple[Problem, ...] = ()


def csv_shape(path: Path, name: str, delimiter: str | None, columns: set[str]) -> CsvShape:
    """Go through a file once.

    Args:
        path: the file.
        name: how the file is called in messages.
        delimiter: as the codebook says; found out when None.
        columns: folded headers that the file may have, to tell one delimiter from another.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            mark = delimiter or _delimiter(file.readline(), columns)
            file.seek(0)
            return _Pass(name, mark).run(file)
    except UnicodeDecodeError:
        hint = msg("Run {command}", command=f"iconv -f CP1252 -t UTF-8 {path.name} > utf8.csv")
        found = msg("The file is not UTF-8, the only encoding that a file of this size is read in")
        return CsvShape(Record(1, ()), delimiter or ",", problems=(Problem(Place(name), found, None, hint),))


def _delimiter(line: str, columns: set[str]) -> str:
    def known(mark: str) -> int:
        return len({fold(field) for field in next(csv.reader([line], delimiter=mark), [])} & columns)

    return max(DELIMITERS, key=known)


class _Pass:
    """Counts what is wrong, record after record, and holds no record longer than that."""

    def __init__(self, name: str, delimiter: str) -> None:
        self.name, self.delimiter = name, delimiter
        self.raw: list[str] = []
        self.problems: list[Problem] = []
        self.told: Counter[str] = Counter()
        plain, quoted = rf'[^"\r\n{re.escape(delimiter)}]*+', r'"(?:[^"]|"")*+"'
        field = f"(?:{quoted}|{plain})"
        self.sound = re.compile(rf"{field}(?:{re.escape(delimiter)}{field})*+(?:\r?\n)?")

    def run(self, file: TextIO) -> CsvShape:
        """Read all records; the first that is not blank is the header."""
        reader = csv.reader(self._lines(file), delimiter=self.delimiter, strict=True)
        header: Record | None = None
        rows, multiline, line = 0, False, 1
        while True:
            self.raw.clear()
            try:
                fields = next(reader)
            except StopIteration:
                break
            except csv.Error as error:
                self._tell(line, quote_problem(str(error)))
                line = reader.line_num + 1
                continue
            multiline = multiline or len(self.raw) > 1
            if header is None and not fields:
                self._tell(line, msg("A blank line stands before the header"))
            elif header is None:
                header = Record(line, tuple(fields))
                self._check(line, fields, len(fields))
            elif fields:
                rows += 1
                self._check(line, fields, len(header.fields))
            line = reader.line_num + 1
        self._tell_rest()
        problems = self.problems
        if header is None:
            problems.append(Problem(Place(self.name, 1), msg("The file has no header")))
        elif not rows and not problems:
            problems.append(Problem(Place(self.name, header.line), msg("The file has a header and no rows")))
        return CsvShape(header or Record(1, ()), self.delimiter, multiline, rows, tuple(problems))

    def _lines(self, file: TextIO) -> Iterator[str]:
        for line in file:
            self.raw.append(line)
            yield line

    def _check(self, line: int, fields: list[str], width: int) -> None:
        count, raw = len(fields), "".join(self.raw)
        if count != width:
            found = nmsg("The row has {count} field", "The row has {count} fields", count)
            hint = msg("A field that holds the delimiter must stand in quotes") if count > width else None
            self._tell(line, found, nmsg("{count} field", "{count} fields", width), hint)
        if '"' in raw and not self.sound.fullmatch(raw):
            self._tell(line, msg("A quote stands inside a field that is not in quotes"), None,
                       msg('Write "" for a quote, and put the whole field in quotes'))  # fmt: skip
        if raw.endswith("\r"):
            self._tell(line, msg("The line ends with CR alone"), msg("LF or CRLF"))
        if "\0" in raw:
            self._tell(line, msg("The file holds a NUL character"))

    def _tell(self, line: int, found: Message, allowed: Message | None = None, hint: Message | None = None) -> None:
        self.told[found.template] += 1
        if self.told[found.template] <= MOST_TOLD:
            self.problems.append(Problem(Place(self.name, line), found, allowed, hint))

    def _tell_rest(self) -> None:
        for count in self.told.values():
            if count > MOST_TOLD:
                rest = nmsg("… and {count} more row", "… and {count} more rows", count - MOST_TOLD)
                self.problems.append(Problem(Place(self.name), rest))
