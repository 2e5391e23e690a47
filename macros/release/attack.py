"""What can be worked out of a table with hidden cells. Belongs here: the attacker. Does not: what to do about it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from macros.release.linear_table import CellKey, LinearTable, contains
from macros.release.program import Program


@dataclass(frozen=True)
class Attack:
    """One question that an attacker puts to a table: how low, or how high, can this hidden cell be?

    Attributes:
        singleton: the attackers are all units of this cell; None is a reader who is nobody's.
    """

    cell: CellKey
    upwards: bool
    singleton: CellKey | None = None


def knowledge(table: LinearTable, singleton: CellKey | None) -> dict[CellKey, int]:
    """The counts that the units of a small cell know together besides what is printed: all that they alone make up."""
    if singleton is None:
        return {}
    known = table.counts[singleton]
    return {cell: n for cell, n in table.counts.items() if n == known and contains(cell, singleton)}


def bounds(
    table: LinearTable,
    hidden: Collection[CellKey],
    cell: CellKey,
    known: Mapping[CellKey, int] | None = None,
) -> tuple[int, int]:
    """The lowest and the highest count that a cell can have, by all sums of the table.

    Tables of one and two ways are networks, so that the bounds over real numbers are the bounds over counts.

    Source: statistics.md 6.2.

    >>> table = LinearTable({(None, None): 9, (None, "ja"): 7, (None, "nej"): 2}, ceiling=9)
    >>> bounds(table, {(None, "ja"), (None, "nej")}, (None, "nej"))
    (0, 9)
    >>> bounds(table, {(None, "nej")}, (None, "nej"))
    (2, 2)
    """
    low, high = _reach(table, hidden, [(cell, upwards, known or {}) for upwards in (False, True)])
    return low, high


def reach(table: LinearTable, hidden: Collection[CellKey], attacks: Sequence[Attack]) -> list[int]:
    """The answer to each attack."""
    return _reach(table, hidden, [(a.cell, a.upwards, knowledge(table, a.singleton)) for a in attacks])


def _reach(
    table: LinearTable, hidden: Collection[CellKey], questions: Sequence[tuple[CellKey, bool, Mapping[CellKey, int]]]
) -> list[int]:
    """Answer all questions in one program of independent copies of the table: the best sum is the sum of the bests."""
    if not questions:
        return []
    program = Program()
    targets = []
    for cell, upwards, known in questions:
        place = {}
        for other, n in table.counts.items():
            low, high = (0, table.ceiling) if other in hidden and other not in known else (n, n)
            if other in known:
                low = high = known[other]
            cost = (-1 if upwards else 1) if other == cell else 0
            place[other] = program.variable(low, high, cost=cost)
        for whole, parts in table.relations:
            program.constrain({place[part]: 1 for part in parts} | {place[whole]: -1}, 0, 0)
        targets.append(place[cell])
    values = program.solve(nodes=1)
    if values is None:
        raise ArithmeticError("the table's sums contradict what is known")
    return [round(values[target]) for target in targets]
