"""What all tables of a survey together give away, in cells that stay the same whatever is hidden.

Belongs here: the findings of both attackers as one kind of thing. Does not: the attacks (`audit.py`, `defence.py`), or
what is hidden against them (`joint.py`).
"""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace

from macros.release.audit import given_away
from macros.release.defence import breaches
from macros.release.kept import Kept
from macros.release.relations import Relations
from macros.release.told_relations import told_cells

Name = tuple[Hashable, ...]
"""A cell as the names of the variables whose sum it is."""


@dataclass(frozen=True)
class Threat:
    """A count that somebody can rule out, and must not be able to.

    Attributes:
        questions: of the table that it is a cell of.
        upwards: whether the cell must be able to be as high as the count, or as low.
        known: what the attackers know besides what is printed.
        either: whether the cell may be as low as 0 instead.
    """

    cell: Name
    questions: frozenset[str]
    upwards: bool
    count: int
    known: tuple[tuple[Name, int], ...] = ()
    either: bool = False

    def knowing(self, relations: Relations) -> Relations:
        """The relations for somebody who knows what the attackers know."""
        told = relations.copy()
        for name, count in self.known:
            told.fix(told.named(name), count)
        return told

    def as_far_as(self, low: float, high: float) -> "Threat | None":
        """The threat as far as it can be met at all, where a cell can be from low to high; None where it cannot.

        >>> threat = Threat((), frozenset(), upwards=True, count=5, either=True)
        >>> threat.as_far_as(0, 9).count, threat.as_far_as(0, 4).count, threat.as_far_as(1, 4)
        (5, 0, None)
        """
        if not self.either:
            return replace(self, count=int(min(self.count, high) if self.upwards else max(self.count, low)))
        if high >= self.count:
            return replace(self, either=False)
        return replace(self, upwards=False, count=0, either=False) if low <= 0 else None


def threats(kept: Sequence[Kept]) -> Iterator[Threat]:
    """What the tables of one survey give away, to the house's own knowledge and to a reader who has only them.

    Raises:
        ContradictionError: when the tables contradict each other.
    """
    cells = told_cells([table.told for table in kept])
    for breach in breaches(kept):
        demand, table = breach.demand, breach.table

        def name(cell: tuple[str | None, str | None], table: Kept = table, option: str = breach.option) -> Name:
            return cells.relations.names(table.public(cells, cell, option))

        sizes = ((cells.relations.names((cells.state((by,), group),)), n) for (by, group), n in breach.sizes.items())
        known = (*sizes, *((name(cell), count) for cell, count in breach.known.items()))
        yield Threat(name(demand.attack.cell), table.told.questions, demand.attack.upwards, demand.count, known)
    found, _ = given_away([table.told for table in kept])
    for told, risk in found:
        yield Threat(cells.relations.names(risk.cell), told.questions, upwards=True, count=risk.below, either=True)
