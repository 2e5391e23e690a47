"""Which counts an attacker goes for: those hidden, and those that no table prints but its sums might tell.

Belongs here: the list of cells with what may not be known of them. Does not: whether it is (`audit.py`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from macros.release.primary import CHOSEN_KINDS
from macros.release.relations import Expression
from macros.release.told import ToldRow, ToldTable
from macros.release.told_codes import SEVERAL
from macros.release.told_relations import NONE, ToldCells

Why = Literal["shown", "hidden", "unticked", "ungrouped", "together", "part"]
"""shown: printed as it is; hidden: withheld; unticked: those who did not tick an option; ungrouped: those of no group;
together: hidden groups, or hidden answers, as one; part: a part of a merged category."""


@dataclass(frozen=True)
class Risk:
    """A count that must not be known to be 1 to below - 1.

    Attributes:
        group, answer: printed codes, for the reader; None is the total, and the base.
    """

    why: Why
    group: str | None
    answer: str | None
    cell: Expression
    below: int


def risks(cells: ToldCells, table: ToldTable) -> Iterator[Risk]:
    """All counts of a table to go for: printed ones first."""
    yield from _printed(cells, table)
    yield from _unticked(cells, table)
    yield from _ungrouped(cells, table)
    yield from _together(cells, table)
    yield from _parts(cells, table)


def _printed(cells: ToldCells, table: ToldTable) -> Iterator[Risk]:
    for row in table.rows:
        why: Why = "hidden" if row.count is None else "shown"
        if not row.kind:
            cell = cells.cell(table, row.place, row.answer)
            yield Risk(why, row.place, row.answer, cell, _below(table, row))
        elif row.place is None and row.answer in CHOSEN_KINDS:
            yield Risk(why, None, row.answer, (cells.kind(table.question, row.answer),), table.min_cell)


def _unticked(cells: ToldCells, table: ToldTable) -> Iterator[Risk]:
    for row in _answers(table) if table.type in SEVERAL else ():
        cell = cells.cell(table, row.place, row.answer, ticked=False)
        yield Risk("unticked", row.place, row.answer, cell, table.min_cell)


def _ungrouped(cells: ToldCells, table: ToldTable) -> Iterator[Risk]:
    for row in _totals(table) if table.by else ():
        yield Risk("ungrouped", NONE, row.answer, cells.cell(table, NONE, row.answer), _below(table, row))
        if row.answer is not None and table.type in SEVERAL:
            cell = cells.cell(table, NONE, row.answer, ticked=False)
            yield Risk("ungrouped", NONE, row.answer, cell, table.min_cell)


def _together(cells: ToldCells, table: ToldTable) -> Iterator[Risk]:
    """The hidden groups of an answer, those of no group with them; the hidden answers of a group."""
    hidden = [row for row in table.rows if row.count is None and not row.kind]
    for total in _totals(table) if table.by else ():
        groups = [row.place for row in hidden if row.place is not None and row.answer == total.answer]
        if groups:
            parts = (cells.cell(table, group, total.answer) for group in (*groups, NONE))
            yield Risk("together", None, total.answer, sum(parts, ()), _below(table, total))
    for place in dict.fromkeys(row.place for row in hidden if table.type not in SEVERAL):
        answers = [row.answer for row in hidden if row.place == place and row.answer is not None]
        if len(answers) > 1:
            parts = (cells.cell(table, place, answer) for answer in answers)
            yield Risk("together", place, None, sum(parts, ()), table.min_cell)


def _parts(cells: ToldCells, table: ToldTable) -> Iterator[Risk]:
    """What merged answers and merged groups are made of."""
    by = table.by[0] if table.by else ""
    for row in _answers(table):
        answers = (row.answer,) if table.type in SEVERAL else table.parts(str(row.answer))
        groups = table.parts(row.place, by) if row.place is not None else (None,)
        if len(answers) * len(groups) == 1:
            continue
        for answer in answers:
            for group in groups:
                yield Risk("part", group, answer, cells.cell(table, group, answer), table.min_cell)


def _below(table: ToldTable, row: ToldRow) -> int:
    return table.min_base if row.answer is None else table.min_cell


def _answers(table: ToldTable) -> list[ToldRow]:
    return [row for row in table.rows if row.answer is not None and not row.kind]


def _totals(table: ToldTable) -> list[ToldRow]:
    return [row for row in table.rows if row.place is None and not row.kind]
