"""A file with the columns that a codebook names, as records of text, each with its line.

Belongs here: which columns the codebook wants, ignores, or does not know. Does not: how a file is read (`sheet.py`) or
what a cell means (`answer_cells.py`, `published.py`, `counts.py`).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from macros.errors import Place, Problem, nearest
from macros.language.message import Message, msg
from macros.survey.codebook import Codebook
from macros.survey.model_problems import shown
from macros.survey.records import Record
from macros.survey.sheet import Dialect, Limits, Sheet, read_sheet
from macros.survey.spelling import every_language, fold, is_blank, meanings, tidy

_AGGREGATED = Limits(bytes=5_000_000, rows=100_000)  # what a page made from it can still bear


@dataclass(frozen=True)
class TableFile:
    """The sound records of a file, and all that is wrong with its shape.

    Attributes:
        path: relative to the project.
        columns: 0-based position of each wanted column that the file has, by its folded header.
        records: those with as many fields as the header; others are problems.
        decided: how the file was read, where that was found out.
        headers: each wanted column's header as it stands in the file, by its folded header.
    """

    path: str
    columns: dict[str, int]
    records: tuple[Record, ...] = field(repr=False)
    problems: tuple[Problem, ...]
    decided: tuple[Message, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)

    def position(self, header: str) -> int | None:
        """The 0-based position of a column, None when the file lacks it."""
        return self.columns.get(fold(header))

    def place(self, record: Record, position: int | None = None) -> Place:
        """Where a record's field stands, or the record itself."""
        return Place(self.path, record.line, None if position is None else position + 1)


def read_table(path: Path, root: Path, codebook: Codebook, wanted: Sequence[str]) -> TableFile:
    """Read a file as its codebook says, and find out what that does not say.

    Args:
        path: the file.
        root: the project; places are relative to it.
        codebook: says how the file is written, which columns to ignore, and which answers to expect.
        wanted: the headers that the file must have.

    Returns:
        What could be read, with every problem of its shape; never raises for what is in the file.
    """
    dialect = Dialect(
        codebook.encoding, codebook.delimiter, codebook.sheet, codebook.header_rows,
        (*wanted, *codebook.ignore), tuple(_words(codebook)),
    )  # fmt: skip
    sheet = read_sheet(path, root, dialect, None if codebook.kind == "responses" else _AGGREGATED)
    if not sheet.names:
        return TableFile(sheet.path, {}, (), sheet.problems, sheet.decided)
    columns = {name: at for at, name in enumerate(map(fold, sheet.names)) if name in set(map(fold, wanted))}
    if not columns:
        # Without a header the first line is a respondent's answers: none of it may be shown.
        allowed = msg("one of {choices}", choices=", ".join(wanted))
        place = Place(sheet.path, sheet.preamble + 1, 1)
        nameless = Problem(place, msg("The first row names no column of the codebook"), allowed)
        unread = tuple(problem for problem in sheet.problems if problem not in sheet.shape)
        return TableFile(sheet.path, {}, (), (*unread, nameless), sheet.decided)
    problems = (*sheet.problems, *header_problems(sheet, wanted, codebook.ignore))
    top = sheet.header[0] if len(sheet.header) != 2 else sheet.names  # noqa: PLR2004 -- two rows make one name
    as_written = {name: top[at] or sheet.names[at] for name, at in columns.items() if at < len(top)}
    return TableFile(sheet.path, columns, sheet.records, problems, sheet.decided, as_written)


def _words(codebook: Codebook) -> Iterator[str]:
    """What may stand in the cells, as far as the codebook knows."""
    for question in codebook.questions:
        yield from (spelling for spelling, _ in meanings(codebook, question))
        yield from every_language(question.text)
    yield from codebook.only.values if codebook.only else ()


def header_problems(sheet: Sheet, wanted: Sequence[str], ignore: Iterable[str]) -> Iterator[Problem]:
    """Every header that is empty, double, unknown or lacking."""
    found = [fold(name) for name in sheet.names]
    named = {fold(name) for name in (*wanted, *ignore)}
    lacking = [name for name in wanted if fold(name) not in found]
    line = sheet.preamble + 1
    for at, name in enumerate(sheet.names):
        if found[at] not in named:
            yield from _unnamed(sheet, at, Place(sheet.path, line, at + 1), nearest(name, lacking))
    spare = [name for at, name in enumerate(sheet.names) if found[at] not in named and sheet.headers[at]]
    for name in lacking:
        refused = next((refusal for refusal in sheet.refused if fold(name) in map(fold, refusal.columns)), None)
        if refused is not None:
            yield refused.problem
        else:
            text = msg("The file lacks the column {column}", column=name)
            yield Problem(Place(sheet.path, line), text, None, nearest(name, spare))


def _unnamed(sheet: Sheet, at: int, place: Place, near: Message | None) -> Iterator[Problem]:
    """What is wrong with a column that the codebook neither wants nor ignores, if anything is."""
    name = sheet.names[at]
    if not sheet.headers[at]:
        if not (is_blank(sheet.column(at)) or (at == 0 and _is_index(sheet.column(at)))):
            hint = msg("Give it a header, or write {name} under ignore", name=f'"{name}"')
            yield Problem(place, msg("The header is empty"), None, hint)
    elif (first := sheet.first_of(at)) is not None:
        header = shown(sheet.headers[at])
        text = msg("The header {column} stands twice, first in column {first}", column=header, first=first + 1)
        hint = msg("This column is called {name}: write that in a question, or under ignore", name=f'"{shown(name)}"')
        yield Problem(place, text, None, hint)
    else:
        text = msg("The column {column} is not in the codebook", column=shown(name))
        hint = msg("Take it out of the file, for all of data/ is public; ignore only keeps it off the pages")
        yield Problem(place, text, None, near or hint)


def _is_index(column: Sequence[str]) -> bool:
    """Whether a column only numbers the rows: whole numbers that rise."""
    numbers = [tidy(field) for field in column]
    if not all(number.isascii() and number.isdigit() for number in numbers):
        return False
    return all(int(low) < int(high) for low, high in pairwise(numbers))
