"""A CSV file as records of text, each with its line: shape only.

Belongs here: delimiter, header, quotes, ragged rows. Does not: what a cell means (`answer_cells.py`,
`published.py`, `counts.py`). pandas is never asked: it shifts columns and eats answers without a word.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.errors import Place, Problem, nearest
from macros.language.message import Message, msg, nmsg
from macros.survey.codebook import Codebook
from macros.survey.model_problems import shown
from macros.survey.spelling import fold
from macros.survey.text_file import read_text

DELIMITERS = (",", ";", "\t", "|")
MOST_ROWS = 100_000


@dataclass(frozen=True)
class Record:
    """One record: the line on which it begins and its fields."""

    line: int
    fields: tuple[str, ...]


@dataclass(frozen=True)
class TableFile:
    """The sound records of a file, and all that is wrong with its shape.

    Attributes:
        path: relative to the project.
        columns: 0-based position of each wanted column that the file has, by its folded header.
        records: those with as many fields as the header; others are problems.
    """

    path: str
    columns: dict[str, int]
    records: tuple[Record, ...]
    problems: tuple[Problem, ...]

    def position(self, header: str) -> int | None:
        """The 0-based position of a column, None when the file lacks it."""
        return self.columns.get(fold(header))

    def place(self, record: Record, position: int | None = None) -> Place:
        """Where a record's field stands, or the record itself."""
        return Place(self.path, record.line, None if position is None else position + 1)


def read_table(path: Path, root: Path, codebook: Codebook, wanted: Sequence[str]) -> TableFile:
    """Read a CSV file in the codebook's encoding and delimiter.

    Args:
        path: the file.
        root: the project; places are relative to it.
        codebook: says encoding, delimiter and the columns to ignore.
        wanted: the headers that the file must have.

    Returns:
        What could be read, with every problem of its shape; never raises for what is in the file.
    """
    file = read_text(path, root, codebook.encoding)
    if file.text is None:
        return TableFile(file.path, {}, (), file.problems)
    problems = list(file.problems)
    known = {fold(header) for header in (*wanted, *codebook.ignore)}
    delimiter = _delimiter(file.text, known, codebook.delimiter)
    if codebook.delimiter is not None and codebook.delimiter != delimiter:
        problems.append(_other_delimiter(file.path, codebook.delimiter, delimiter))
    records, unreadable = _records(file.path, file.text, delimiter)
    problems += unreadable
    if not records:
        return TableFile(file.path, {}, (), (*problems, Problem(Place(file.path, 1), msg("The file has no header"))))
    header, rows = records[0], records[1:]
    columns, wrong_headers = _columns(file.path, header, wanted, codebook.ignore)
    problems += wrong_headers
    if not columns:
        return TableFile(file.path, {}, (), tuple(problems))
    if not rows and not unreadable:
        problems.append(Problem(Place(file.path, header.line), msg("The file has a header and no rows")))
    if len(rows) > MOST_ROWS:
        allowed = msg("at most {count} rows", count=MOST_ROWS)
        problems.append(Problem(Place(file.path), msg("The file has {count} rows", count=len(rows)), allowed))
    width = len(header.fields)
    problems += [_ragged(file.path, row, width) for row in rows if len(row.fields) != width]
    sound = tuple(row for row in rows if len(row.fields) == width)
    return TableFile(file.path, columns, sound, tuple(problems))


def _delimiter(text: str, known: set[str], named: str | None) -> str:
    """The named delimiter if it finds any column at all, else the one that finds most of them."""
    if named and _known_headers(text, named, known):
        return named
    best = max(DELIMITERS, key=lambda mark: _known_headers(text, mark, known))
    return best if _known_headers(text, best, known) else named or best


def _other_delimiter(path: str, named: str, found: str) -> Problem:
    text = msg("The columns are not separated by {delimiter}", delimiter=_visible(named))
    hint = msg("They are separated by {delimiter}: write that under delimiter", delimiter=_visible(found))
    return Problem(Place(path, 1), text, None, hint)


def _visible(delimiter: str) -> str:
    return '"\\t"' if delimiter == "\t" else f'"{delimiter}"'


def _known_headers(text: str, delimiter: str, known: set[str]) -> int:
    try:
        header = next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), [])
    except csv.Error:
        return 0
    return len({fold(field) for field in header} & known)


def _records(path: str, text: str, delimiter: str) -> tuple[list[Record], list[Problem]]:
    """All records that are not blank, and the places where a quote goes wrong."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    records: list[Record] = []
    problems: list[Problem] = []
    while True:
        line = reader.line_num + 1
        try:
            fields = next(reader)
        except StopIteration:
            return records, problems
        except csv.Error as error:
            problems.append(Problem(Place(path, line), _quote_problem(str(error))))
        else:
            if fields:
                records.append(Record(line, tuple(fields)))


def _quote_problem(reason: str) -> Message:
    if "expected after" in reason:
        return msg("A quoted field goes on after its closing quote")
    if "unexpected end" in reason:
        return msg("A quote is opened and never closed")
    return msg("A field is too long")


def _ragged(path: str, record: Record, width: int) -> Problem:
    count = len(record.fields)
    found = nmsg("The row has {count} field", "The row has {count} fields", count)
    hint = msg("A field that holds the delimiter must stand in quotes") if count > width else None
    place = Place(path, record.line, min(count, width) + (count > width))
    return Problem(place, found, nmsg("{count} field", "{count} fields", width), hint)


def _columns(
    path: str, header: Record, wanted: Sequence[str], ignore: Iterable[str]
) -> tuple[dict[str, int], list[Problem]]:
    """Positions of the wanted columns, and every header that is empty, double, unknown or lacking."""
    wanted_by_fold = {fold(name): name for name in wanted}
    ignored = {fold(name) for name in ignore}
    found = [fold(field) for field in header.fields]
    if not set(found) & set(wanted_by_fold):
        # Without a header the first line is a respondent's answers: none of it may be shown.
        allowed = msg("one of {choices}", choices=", ".join(wanted))
        return {}, [Problem(Place(path, header.line, 1), msg("The first row names no column of the codebook"), allowed)]
    columns: dict[str, int] = {}
    problems = []
    lacking = [name for folded, name in wanted_by_fold.items() if folded not in found]
    for position, (name, field) in enumerate(zip(found, header.fields, strict=True)):
        place = Place(path, header.line, position + 1)
        if not name:
            problems.append(Problem(place, msg("The header is empty")))
        elif name in found[:position]:
            first = found.index(name) + 1
            text = msg("The header {column} stands twice, first in column {first}", column=shown(field), first=first)
            problems.append(Problem(place, text))
        elif name in wanted_by_fold:
            columns[name] = position
        elif name not in ignored:
            text = msg("The column {column} is not in the codebook", column=shown(field))
            hint = nearest(field, lacking) or msg(
                "Take it out of the file, for all of data/ is public; ignore only keeps it off the pages"
            )
            problems.append(Problem(place, text, None, hint))
    spare = [field for field in header.fields if fold(field) not in wanted_by_fold and fold(field) not in ignored]
    problems += [
        Problem(
            Place(path, header.line),
            msg("The file lacks the column {column}", column=name),
            None,
            nearest(name, [field for field in spare if field]),
        )
        for name in lacking
    ]
    return columns, problems
