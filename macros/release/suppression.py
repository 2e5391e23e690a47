"""Complementary suppression: hide the fewest further cells so that no unsafe cell can be worked out.

The integer program of Fischetti and Salazar in its compact form: a binary for each cell (hidden or not) and, for every
attack that must fail, a copy of the table that is just as possible as the true one and in which the attacked cell is
as low or as high as it has to be able to be. Attacks are added when a pattern falls to them.

Belongs here: the choice of a pattern. Does not: which cells are unsafe (`primary.py`), what must fail (`demand.py`)
or the attacker (`attack.py`).
"""

from collections.abc import Mapping

from macros.release.attack import knowledge
from macros.release.demand import Demand, fallen
from macros.release.linear_table import CellKey, LinearTable
from macros.release.program import INFINITY, Program

NODES = 1_000
"""Nodes of one branch-and-bound search; nodes and not seconds, so that every machine finds the same pattern."""


def suppress(
    table: LinearTable, unsafe: Mapping[CellKey, int], *, singletons: int, nodes: int = NODES
) -> frozenset[CellKey]:
    """Choose the cells to hide: all unsafe ones, and as few others as protect them from every attack.

    Fewest cells first, then smallest counts, then the table's order.

    Args:
        unsafe: unsafe cells, each with its threshold, as `unsafe_cells` gives them.
        nodes: limit of each search.

    Returns:
        All hidden cells, those of `table.hidden` included. Every cell that may be hidden, when the search gives up.

    Source: Fischetti and Salazar 2000; statistics.md 6.2 and 6.3.
    """
    everything = frozenset(table.cells) - table.shown
    hidden = (table.hidden | frozenset(unsafe)) & everything
    hidden |= {second for first, second in table.follows if first in hidden and second in everything}
    primaries = {cell: count for cell, count in unsafe.items() if cell in everything}
    demands: list[Demand] = []
    found = fallen(table, hidden, primaries, singletons=singletons)
    must = table.hidden | frozenset(primaries)
    while found:
        demands += _one_each(found)
        pattern = _solve(table, must, demands, nodes)
        if pattern is None:
            return everything
        hidden = pattern
        found = fallen(table, hidden, primaries, singletons=singletons)
        if found and found[0] in demands:
            return everything
    return hidden


def _solve(
    table: LinearTable, must: frozenset[CellKey], demands: list[Demand], nodes: int
) -> frozenset[CellKey] | None:
    """The cheapest pattern under which all demands hold, or None when the search found none."""
    program = Program()
    hides = {
        cell: program.variable(int(cell in must), 1, cost=cost, whole=True) for cell, cost in _costs(table).items()
    }
    for first, second in table.follows:
        if first in hides and second in hides:
            program.constrain({hides[second]: 1, hides[first]: -1}, 0, INFINITY)
    for demand in demands:
        _add_copy(program, table, hides, demand)
    values = program.solve(nodes)
    if values is None:
        return None
    return frozenset(cell for cell, variable in hides.items() if round(values[variable]) == 1)


def _add_copy(program: Program, table: LinearTable, hides: Mapping[CellKey, int], demand: Demand) -> None:
    """Another table, as changes of the true one, that differs in hidden cells only and meets the demand.

    The sums are a network, so a change of d in one cell goes round in loops that carry d in all: no other cell need
    change by more than d, which keeps the program tight.
    """
    target = demand.count - table.counts[demand.attack.cell]
    known = knowledge(table, demand.attack.singleton)
    change = {}
    for cell, hide in hides.items():
        n = table.counts[cell]
        down, up = (0, 0) if cell in known else (min(n, abs(target)), min(table.ceiling - n, abs(target)))
        low, high = (target, target) if cell == demand.attack.cell else (-down, up)
        change[cell] = program.variable(low, high)
        program.constrain({change[cell]: 1, hide: down}, 0, INFINITY)
        program.constrain({change[cell]: 1, hide: -up}, -INFINITY, 0)
    for whole, parts in table.relations:
        line = {change[part]: 1 for part in parts if part in change}
        if whole in change:
            line[change[whole]] = -1
        if line:
            program.constrain(line, 0, 0)


def _costs(table: LinearTable) -> dict[CellKey, float]:
    """What hiding each cell costs: one, a little for its count, less than that for its place.

    A base is dear without more: it takes its whole group along.
    """
    cells = [cell for cell in table.cells if cell not in table.shown]
    small = 1 / (1 + sum(table.counts[cell] for cell in cells))
    costs = {}
    for place, cell in enumerate(cells):
        costs[cell] = 1 + small * (table.counts[cell] + place / len(cells) ** 2)
    return costs | dict.fromkeys(table.hidden & costs.keys(), 0.0)


def _one_each(found: list[Demand]) -> list[Demand]:
    """The first demand on each cell: what protects it from one attacker often does from the others."""
    return list({demand.attack.cell: demand for demand in reversed(found)}.values())[::-1]
