"""The numbers to hide in all tables of a survey at once: the integer program of `suppression.py` over linked tables.

A binary for each printed number, and for each attack that must fail a copy of everything that the tables count, which
agrees with every open number. Linked tables are no network, so nothing is known beforehand of how far a change goes:
each number may move by twice the largest threshold.

Belongs here: the program. Does not: who attacks (`threats.py`), or which tables take part (`joint.py`).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from macros.release.bounds import settle
from macros.release.items import Item
from macros.release.linear_table import CellKey
from macros.release.program import INFINITY, Program
from macros.release.relations import Expression
from macros.release.threats import Threat
from macros.release.told_relations import ToldCells

NODES = 1_000
"""Nodes of one branch-and-bound search; nodes and not seconds, so that every machine finds the same numbers."""


@dataclass(frozen=True)
class Linked:
    """What is decided on.

    Attributes:
        cells: what is known before any number is printed.
        items: all printed numbers.
        free: those that are decided on; of the others, `hidden` says which are hidden.
        reach: how far a number may move in any copy.
    """

    cells: ToldCells
    items: Mapping[Expression, Item]
    free: Collection[Expression]
    hidden: Collection[Expression]
    reach: int

    @cached_property
    def printed(self) -> list[Item]:
        """The numbers that stay printed whatever is decided."""
        return [item for cell, item in self.items.items() if cell not in self.free and cell not in self.hidden]


def cheapest(linked: Linked, threats: Sequence[Threat], nodes: int = NODES) -> frozenset[Expression] | None:
    """Choose which of the free numbers to hide so that no threat comes true, or None where the search found nothing.

    Source: Fischetti and Salazar 2000, compact form; statistics.md 6.2.
    """
    program = Program()
    hides = {
        cell: program.variable(int(item.must), int(not item.open), cost=item.cost, whole=True)
        for cell, item in linked.items.items()
        if cell in linked.free
    }
    for base, answer in _follows(linked.items, hides):
        program.constrain({hides[answer]: 1, hides[base]: -1}, 0, INFINITY)
    if not all(_add_copy(program, linked, hides, threat) for threat in threats):
        return None
    values = program.solve(nodes)
    if values is None:
        return None
    return frozenset(cell for cell, variable in hides.items() if round(values[variable]) == 1)


def _follows(items: Mapping[Expression, Item], hides: Collection[Expression]) -> list[tuple[Expression, Expression]]:
    """Each base with the answers of its group: who hides the base hides them."""
    where: dict[tuple[int, CellKey], Expression] = {}
    for cell in hides:
        where |= dict.fromkeys(items[cell].places, cell)
    found = []
    for (table, (group, answer)), cell in where.items():
        base = where.get((table, (group, None)))
        if answer is not None and base is not None and not items[cell].open:
            found.append((base, cell))
    return found


def _add_copy(program: Program, linked: Linked, hides: Mapping[Expression, int], threat: Threat) -> bool:
    """Another state of everything that meets the demand; False where the open numbers leave none."""
    relations = threat.knowing(linked.cells.relations)
    for item in linked.printed:
        relations.fix(item.cell, item.count)
    target = relations.named(threat.cell)
    limits = np.array(relations.limits, dtype=np.float64).reshape(-1, 2)
    sums = settle(limits, relations)
    lines = [line for line, _, _ in sums]
    lines += [dict.fromkeys((v for v in cell if limits[v, 0] < limits[v, 1]), 1.0) for cell in (*hides, target)]
    near = _together(lines, len(limits), target)
    copy = {v: program.variable(limits[v, 0], limits[v, 1]) for v in sorted(near) if limits[v, 0] < limits[v, 1]}
    for line, low, high in sums:
        if not near.isdisjoint(line):
            program.constrain({copy[v]: weight for v, weight in line.items()}, low, high)
    for cell, hide in hides.items():
        unknown = [v for v in cell if v in copy]
        if unknown:
            count = linked.items[cell].count - sum(limits[v, 0] for v in cell if v not in copy)
            line = {copy[v]: 1.0 for v in unknown}
            program.constrain(line | {hide: -linked.reach}, -INFINITY, count)
            program.constrain(line | {hide: min(linked.items[cell].count, linked.reach)}, count, INFINITY)
    known = sum(limits[v, 0] for v in target if v not in copy)
    open_part = {copy[v]: 1.0 for v in target if v in copy}
    if threat.upwards:
        if open_part:
            program.constrain(open_part, threat.count - known, INFINITY)
        return bool(open_part) or known >= threat.count
    if open_part:
        program.constrain(open_part, -INFINITY, threat.count - known)
    return bool(open_part) or known <= threat.count


def _together(lines: Sequence[Mapping[int, float]], size: int, start: Expression) -> frozenset[int]:
    """The variables that hang together with those of a cell by some sum."""
    entries = [(i, v) for i, line in enumerate(lines) for v in line]
    rows, columns = zip(*entries, strict=True) if entries else ((), ())
    matrix = coo_array((np.ones(len(entries)), (rows, columns)), shape=(len(lines), size)).tocsr()
    _, part = connected_components(matrix.T @ matrix, directed=False)
    wanted = {int(part[v]) for v in start}
    return frozenset(int(v) for v in np.flatnonzero(np.isin(part, list(wanted))))
