"""The defender: the attacker's bounds against what the house knows of its own tables.

Only the house knows which counts are unsafe and which companies are alone in a cell. Belongs here: what the public
tables must leave open of them. Does not: the attack from outside (`audit.py`), or the choice of what to hide.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from macros.errors import Place, Problem
from macros.language.message import msg
from macros.release.attack import knowledge
from macros.release.audit import cell_name
from macros.release.bounds import Bounds
from macros.release.demand import Demand, _attackers, _of
from macros.release.linear_table import NOT_TICKED, UNGROUPED, CellKey, LinearTable, counts_of, option_counts
from macros.release.primary import unsafe_cells
from macros.release.relations import Expression
from macros.release.released import Released
from macros.release.rules import Rules
from macros.release.told import ToldTable
from macros.release.told_codes import SEVERAL
from macros.release.told_relations import NONE, ToldCells, told_cells
from macros.survey.merge import ANSWERS, merge_categories
from macros.survey.tabulation import Tabulation


@dataclass(frozen=True)
class Kept:
    """A table as it is published, and what only the house knows of it."""

    told: ToldTable
    tabulation: Tabulation
    rules: Rules

    @classmethod
    def of(cls, told: ToldTable, tabulation: Tabulation, released: Released) -> "Kept":
        """Of a tabulation as it was counted, before any merging."""
        merged = merge_categories(tabulation, {variable: list(codes) for variable, codes in released.merged.items()})
        return cls(told, merged, Rules.of(tabulation.codebook, tabulation.question))

    def private(self) -> list[LinearTable]:
        """The true counts; of a question with several answers one table an option."""
        counts = counts_of(self.tabulation)
        if self.told.type not in SEVERAL:
            return [LinearTable(counts, 0)]
        return [LinearTable(option_counts(counts, answer.code), 0) for answer in self.tabulation.question.answers]


def defend(path: str, kept: Sequence[Kept]) -> Iterator[Problem]:
    """Hold the tables of one survey against their unsafe counts: nobody may rule out 0, nor the threshold.

    No reader, nor the only unit of a cell, who knows that cell. What the one-way tables alone rule out in a group is
    no fault of the table by group.

    Raises:
        ContradictionError: when the tables contradict each other.

    Source: statistics.md 6.2, with the interval [0, T].
    """
    told = [table.told for table in kept]
    everything, margins = told_cells(told), told_cells(told, margins_only=True)
    _, most = Bounds(margins.relations).of((margins.relations.variable(("units",)),))
    reader = Bounds(everything.relations)
    for table in kept:
        for private in table.private():
            unsafe = unsafe_cells(private, table.rules)
            for alone in _attackers(private, private.cells, singletons=table.rules.insiders) if unsafe else ():
                known = knowledge(private, alone)
                full = reader if alone is None else _with(everything, _expressions(everything, table.told, known))
                broken = [d for d in _of(private, unsafe, alone) if _falls(full, everything, table.told, d)]
                if not broken:
                    continue
                least = _with(margins, _expressions(margins, table.told, known))
                for demand in broken:
                    cell = demand.attack.cell
                    open_to = (0.0, most) if cell[0] is None else least.of(_expression(margins, table.told, cell))
                    if cell[1] is None and open_to[1] < unsafe[cell]:
                        continue  # that the group is small is public; who answered of it is the attacker's to find
                    asked = _possible(demand, (known[cell], known[cell]) if cell in known else open_to)
                    if _falls(full, everything, table.told, asked):
                        yield _problem(Place(path, call=table.told.key), demand, known=alone is not None)


def _falls(bounds: Bounds, cells: ToldCells, table: ToldTable, demand: Demand) -> bool:
    low, high = bounds.of(_expression(cells, table, demand.attack.cell))
    return high < demand.count if demand.attack.upwards else low > demand.count


def _possible(demand: Demand, open_to: tuple[float, float]) -> Demand:
    """The demand as far as the sizes of groups, the totals, and what the attacker is, leave it open at all."""
    low, high = open_to
    if demand.attack.upwards:
        return replace(demand, count=int(min(demand.count, high)))
    return replace(demand, count=int(max(demand.count, low)))


def _with(cells: ToldCells, known: Mapping[Expression, int]) -> Bounds:
    relations = cells.relations.copy()
    for cell, count in known.items():
        relations.fix(cell, count)
    return Bounds(relations)


def _expressions(cells: ToldCells, table: ToldTable, known: Mapping[CellKey, int]) -> dict[Expression, int]:
    return {_expression(cells, table, cell): count for cell, count in known.items()}


def _expression(cells: ToldCells, table: ToldTable, cell: CellKey) -> Expression:
    """A cell of the private table in the public ones."""
    group, answer = cell
    group = NONE if group == UNGROUPED else group
    return cells.cell(table, group, answer)


def _problem(place: Place, demand: Demand, *, known: bool) -> Problem:
    group, answer = demand.attack.cell
    cell = cell_name(NONE if group == UNGROUPED else group, answer)
    if demand.attack.upwards:
        found = msg("all tables together rule out that {cell} is {least}", cell=cell, least=demand.count)
        if known:
            found = msg(
                "the only one of a withheld cell can rule out that {cell} is {least}", cell=cell, least=demand.count
            )
    else:
        found = msg("all tables together tell that {cell} is not empty", cell=cell)
        if known:
            found = msg("the only one of a withheld cell can tell that {cell} is not empty", cell=cell)
    return Problem(place, found, msg("anything from 0 to the threshold must stay possible"))
