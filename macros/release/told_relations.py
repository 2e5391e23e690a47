"""All sums that a survey's told tables tell together.

Every question with a grouping is a table of what no table may print: each answer in each group, those of no group,
those who did not answer. What is printed are sums of that. So the same cell in two tables is one variable, "A by B" and
"B by A" are the same counts, a merged category is the sum of its parts wherever it stands, and a group's base is at
most the group. Three questions at once are no part of it, as no table prints them.

Belongs here: which cells there are, and what is said of them. Does not: bounds (`bounds.py`) or verdicts (`audit.py`).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from macros.release.relations import Expression, Relations, percent_sums
from macros.release.told import ToldRow, ToldTable
from macros.release.told_codes import ONE, SEVERAL, TICKED, UNTICKED, Codes, Variable

NOT_ASKED = "__not_asked__"
NONE = "__none__"
"""The state of those who did not answer, and of those in no group."""


@dataclass(frozen=True)
class ToldCells:
    """The cells of a survey, as sums of variables."""

    codes: Codes
    relations: Relations

    def base(self, question: str, by: str = "", groups: Iterable[str] = ()) -> Expression:
        """Those who answered, all or of some groups."""
        if not by:
            return (self.relations.variable(("base", question)),)
        return tuple(self.relations.variable(("base", question, by, group)) for group in groups)

    def state(self, variable: Variable, state: str) -> int:
        """Those in a state."""
        return self.relations.variable(("state", variable, state))

    def both(self, variable: Variable, state: str, by: str, group: str) -> int:
        """Those in a state and of a group, whichever of the two a table is of."""
        pair = sorted([(variable, state), ((by,), group)])
        return self.relations.variable(("both", *pair))

    def kind(self, question: str, kind: str) -> int:
        """Those who gave no answer of a kind."""
        return self.relations.variable(("kind", question, kind))

    def cell(self, table: ToldTable, group: str | None, answer: str | None, *, ticked: bool = True) -> Expression:
        """A cell of a table by its printed codes; group `NONE` is those of no group, answer None the base."""
        by = table.by[0] if table.by and group is not None else ""
        groups = table.parts(group, by) if group is not None else ()
        if answer is None:
            return self.base(table.question, by, groups)
        variable: Variable = (table.question,)
        states = table.parts(answer)
        if table.type in SEVERAL:
            variable, states = (table.question, answer), (TICKED if ticked else UNTICKED,)
        if not by:
            return tuple(self.state(variable, state) for state in states)
        return tuple(self.both(variable, state, by, group) for state in states for group in groups)


def told_cells(tables: Iterable[ToldTable], *, margins_only: bool = False) -> ToldCells:
    """Build all relations of one survey's tables.

    Args:
        margins_only: leave out what the tables say of any group, but that it is empty.
    """
    tables = tuple(tables)
    cells = ToldCells(Codes.of(tables), Relations())
    units = _units(tables)
    for question in cells.codes.types:
        _add_question(cells, question, whole=len(units) < 2)  # noqa: PLR2004 - two counts of units contradict
    for question, by in dict.fromkeys((table.question, table.by[0]) for table in tables if table.by):
        _add_pair(cells, question, by)
    for table in tables:
        kinds = [row for row in table.rows if row.kind and row.place is None]
        if kinds:
            _add_kinds(cells, table.question, kinds)
    for table in {table.question: table for table in tables}.values():
        _add_routing(cells, table)
    trusted = not any(_weighted(row) for table in tables for row in table.rows)
    for table in tables:
        for row in table.rows:
            if not margins_only or row.place is None or row.status == "no_base":
                _add_row(cells, table, row, percents=trusted)
    return cells


def _units(tables: Iterable[ToldTable]) -> set[int]:
    rows = (row for table in tables for row in table.rows if row.answer == NOT_ASKED and row.place is None)
    return {row.base for row in rows if row.base is not None}


def _add_question(cells: ToldCells, question: str, *, whole: bool) -> None:
    """Answers make the base; base and silence make the survey's units, where all tables agree how many there are."""
    (base,) = cells.base(question)
    if whole:
        units = cells.relations.variable(("units",))
        cells.relations.whole(units, (base, cells.state((question,), NONE)))
    for variable in cells.codes.variables(question):
        cells.relations.whole(base, [cells.state(variable, state) for state in cells.codes.states(variable)])


def _add_pair(cells: ToldCells, question: str, by: str) -> None:
    groups = (*cells.codes.answers.get(by, ()), NONE)
    for variable in cells.codes.variables(question):
        states = cells.codes.states(variable)
        for state in (*states, NONE):
            margin = cells.state(variable[:1] if state == NONE else variable, state)
            cells.relations.whole(margin, [cells.both(variable, state, by, group) for group in groups])
        for group in groups:
            inside = [cells.both(variable, state, by, group) for state in states]
            (base,) = cells.base(question, by, (group,))
            cells.relations.whole(base, inside)
            silent = cells.both(variable, NONE, by, group)
            cells.relations.whole(cells.state((by,), group), (base, silent))


def _add_kinds(cells: ToldCells, question: str, rows: Iterable[ToldRow]) -> None:
    """The kinds of silence make it up, and those asked are all but those not asked."""
    rows = tuple(rows)
    kinds = [cells.kind(question, str(row.answer)) for row in rows]
    cells.relations.whole(cells.state((question,), NONE), kinds)
    asked = [kind for kind, row in zip(kinds, rows, strict=True) if row.answer != NOT_ASKED]
    for row, kind in zip(rows, kinds, strict=True):
        if row.base is not None:
            of = asked if row.answer != NOT_ASKED else kinds
            cells.relations.fix((*cells.base(question), *of), row.base)
        if row.count is not None:
            cells.relations.fix((kind,), row.count)


def _add_routing(cells: ToldCells, table: ToldTable) -> None:
    """All who were asked are those who gave certain answers to another question."""
    for question, codes in table.asked_of.items():
        if cells.codes.types.get(question) in ONE and set(codes) <= set(cells.codes.answers[question]):
            line = {cells.state((question,), code): 1.0 for code in codes}
            line |= {cells.base(table.question)[0]: -1.0, cells.state((table.question,), NONE): -1.0}
            cells.relations.add(line | {cells.kind(table.question, NOT_ASKED): 1.0}, 0, 0)


def _add_row(cells: ToldCells, table: ToldTable, row: ToldRow, *, percents: bool) -> None:
    if row.kind:
        return
    cell, base = cells.cell(table, row.place, row.answer), cells.cell(table, row.place, None)
    if row.base is not None:
        cells.relations.fix(base, row.base)
    if row.count is not None:
        cells.relations.fix(cell, row.count)
    elif row.percent is not None and row.answer is not None and percents:
        for of_count, of_base, least in percent_sums(row.percent):
            line = dict.fromkeys(base, float(of_base)) | dict.fromkeys(cell, float(of_count))
            cells.relations.add(line, least, float("inf"))


def _weighted(row: ToldRow) -> bool:
    """Whether a percent is not that of its own count and base, so that percents tell nothing of counts."""
    if row.kind or row.n is None or row.base is None or row.percent is None:
        return False
    return any(x * row.n + y * row.base < z for x, y, z in percent_sums(row.percent))
