"""The records of a file, of whatever kind, before anybody knows which of them is the header.

Belongs here: what all readers of files hand on. Does not: how a kind of file is read (`delimited.py`, `workbook.py`,
`spss.py`) or which record names the columns (`headers.py`).
"""

from dataclasses import dataclass, field
from typing import Literal

from macros.errors import Problem
from macros.language.message import Message, msg

Measure = Literal["nominal", "ordinal", "scale"]


@dataclass(frozen=True)
class Record:
    """One record: the line on which it begins (the row of a workbook, the case of an .sav) and its fields."""

    line: int
    fields: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True)
class ColumnFacts:
    """What a file itself says of a column; only .sav says anything.

    Attributes:
        label: the question's words, "" when there are none.
        values: each labelled value with its label, in the file's order; the cells hold the labels.
        missing: how the values that the respondent's answer is missing by are written in the cells: a label, or the
            value where it has none. An empty cell is the file's own missing value.
        measure: the level of measurement.
    """

    label: str = ""
    values: tuple[tuple[str, str], ...] = ()
    missing: tuple[str, ...] = ()
    measure: Measure | None = None


@dataclass(frozen=True)
class ColumnSet:
    """Columns that a file itself declares to be one question with several answers; only .sav does.

    Attributes:
        name: as in the file, without its "$".
        label: the question's words, "" when there are none.
        columns: the names of its columns.
        ticked: what stands in a ticked cell of each column; empty where each column holds one of the answers.
    """

    name: str
    label: str
    columns: tuple[str, ...]
    ticked: tuple[str, ...]


@dataclass(frozen=True)
class Refusal:
    """Columns that are left out because they cannot be read for what they are."""

    columns: tuple[str, ...]
    problem: Problem


@dataclass(frozen=True)
class Records:
    """All records of a file that are not blank, and what is wrong with the others.

    Attributes:
        path: relative to the project.
        encoding: how its bytes were read; "" where that is the file format's own affair.
        delimiter: "" where there is none.
        decided: what was found out about the file and taken for true.
        facts: what the file says of each column.
        refused: columns that are left out because they cannot be read for what they are.
    """

    path: str
    records: tuple[Record, ...] = field(default=(), repr=False)
    problems: tuple[Problem, ...] = ()
    encoding: str = ""
    delimiter: str = ""
    decided: tuple[Message, ...] = ()
    facts: tuple[ColumnFacts, ...] = ()
    sets: tuple[ColumnSet, ...] = ()
    refused: tuple[Refusal, ...] = ()


def quote_problem(reason: str) -> Message:
    """What is wrong with a quote, by what Python's reader of CSV says of it.

    >>> quote_problem("unexpected end of data").template
    'A quote is opened and never closed'
    """
    if "expected after" in reason:
        return msg("A quoted field goes on after its closing quote")
    if "unexpected end" in reason:
        return msg("A quote is opened and never closed")
    return msg("A field is too long")
