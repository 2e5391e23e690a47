"""What protection demands: counts that no attacker may be able to rule out.

Belongs here: who attacks which cell, and how far each attack may get. Does not: how an attack is worked out
(`attack.py`) or how it is made to fail (`suppression.py`).
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from macros.release.attack import Attack, reach
from macros.release.linear_table import CellKey, LinearTable, contains


@dataclass(frozen=True)
class Demand:
    """An attack with the count that it must not be able to rule out."""

    attack: Attack
    count: int

    def broken_by(self, reached: int) -> bool:
        """Whether an attack that gets as far as this rules the count out."""
        return reached < self.count if self.attack.upwards else reached > self.count

    def at_most(self, reached: int) -> "Demand":
        """The same demand, lowered to what can be had at all."""
        return replace(self, count=(min if self.attack.upwards else max)(self.count, reached))


def fallen(
    table: LinearTable, hidden: Collection[CellKey], unsafe: Mapping[CellKey, int], *, singletons: int
) -> list[Demand]:
    """The demands that a pattern breaks.

    Nobody may be able to rule out that an unsafe cell is 0, or that it is as high as its threshold: no reader, and not
    the units of another cell, where these are at most `singletons` and pool what they know. A count that could be ruled
    out even with every cell hidden, from totals that are published already, is demanded only as far as that.

    Source: statistics.md 6.2, with the interval [0, T].
    """
    demands = [
        d for attacker in attackers(table, hidden, singletons=singletons) for d in demands_on(table, unsafe, attacker)
    ]
    reached = dict(zip(demands, reach(table, hidden, [demand.attack for demand in demands]), strict=True))
    broken = [demand for demand in demands if demand.broken_by(reached[demand])]
    possible = reach(table, set(table.cells) - table.shown, [demand.attack for demand in broken])
    return [
        demand.at_most(best)
        for demand, best in zip(broken, possible, strict=True)
        if demand.at_most(best).broken_by(reached[demand])
    ]


def attackers(table: LinearTable, hidden: Collection[CellKey], *, singletons: int) -> list[CellKey | None]:
    """Who attacks: a reader, and the few units of each hidden cell that holds no smaller one."""
    if not singletons:
        return [None]
    alone = [cell for cell in table.cells if cell in hidden and 1 <= table.counts[cell] <= singletons]
    return [None, *(cell for cell in alone if not any(contains(cell, o) for o in table.cells if o != cell))]


def demands_on(table: LinearTable, unsafe: Mapping[CellKey, int], attacker: CellKey | None) -> list[Demand]:
    """Both directions for every unsafe cell; attackers cannot doubt that they are there themselves."""
    demands = []
    for cell, threshold in unsafe.items():
        itself = table.counts[attacker] if attacker is not None and contains(cell, attacker) else 0
        demands.append(Demand(Attack(cell, upwards=False, singleton=attacker), itself))
        demands.append(Demand(Attack(cell, upwards=True, singleton=attacker), threshold))
    return demands
