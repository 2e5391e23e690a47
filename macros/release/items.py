"""The numbers that all tables of a survey print, each once, however many tables print it.

Belongs here: which cells count the same, what each costs to hide, and which must or may not be. Does not: which are
hidden in the end (`joint_program.py`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from macros.release.decision import Decision
from macros.release.earlier import Cell, cell_of
from macros.release.kept import Kept
from macros.release.linear_table import TOTAL_BASE, CellKey
from macros.release.relations import Expression
from macros.release.told_relations import ToldCells, told_cells

MARGIN = 4.0
"""What it costs to hide a total, which other tables build on, where a number of a group costs 1 a table."""


@dataclass
class Item:
    """A printed number.

    Attributes:
        places: the tables (their positions) and cells that print it.
        must: whether it is hidden whatever else is.
        open: whether it is printed whatever else is.
        empty: whether some table has it in a group in which nobody answered, so that it is no rule's business.
    """

    cell: Expression
    count: int
    places: list[tuple[int, CellKey]]
    cost: float = 0.0
    must: bool = False
    open: bool = False
    empty: bool = False

    def hidden(self, decisions: Sequence[Decision]) -> bool:
        """Whether any of its tables hides it."""
        return any(cell in decisions[table].pattern for table, cell in self.places)


def structure(kept: Sequence[Kept]) -> ToldCells:
    """What a reader knows of the tables before any number of an answer, base or group is printed."""
    return told_cells([table.told.blank() for table in kept])


def items(
    kept: Sequence[Kept], alone: Sequence[Decision], cells: ToldCells, before: Mapping[Cell, bool] | None = None
) -> dict[Expression, Item]:
    """All printed numbers by what they count, in the order of the tables.

    Args:
        alone: what each table hides on its own; that stays hidden, so that who saw it without the others, and sees
            them now, is not told more of it.
        before: what earlier publications printed, and what they withheld, which stays as it was.
    """
    before = before or {}
    found: dict[Expression, Item] = {}
    for place, (table, decision) in enumerate(zip(kept, alone, strict=True)):
        for row in table.told.rows:
            key: CellKey = (row.place, row.answer)
            if row.kind:
                continue
            expression = tuple(sorted(table.public(cells, key)))
            item = found.setdefault(expression, Item(expression, table.counts[key], []))
            item.places.append((place, key))
            item.must |= key in decision.pattern
            printed = before.get(cell_of(table.told, row))
            item.open |= printed is True or (key == TOTAL_BASE and key not in decision.pattern)
            item.must |= printed is False
            item.empty |= row.status == "no_base"
            item.cost = MARGIN if row.place is None else item.cost + 1.0
    small = 1 / (1 + sum(item.count for item in found.values()))
    for order, item in enumerate(found.values()):
        item.cost += small * (item.count + order / len(found) ** 2)
        item.must &= not (item.open or item.empty)
    return found


def with_pattern(decision: Decision, place: int, of: dict[Expression, bool], found: dict[Expression, Item]) -> Decision:
    """A decision with the numbers hidden, or opened, that are named; whoever hides a base hides its whole group.

    A number that is open elsewhere is hidden too in a group whose base is: a share tells its base.
    """
    pattern = set(decision.pattern)
    mine = [(cell, of.get(expression)) for expression, item in found.items() for at, cell in item.places if at == place]
    for cell, hidden in mine:
        if hidden is not None:
            (pattern.add if hidden else pattern.discard)(cell)
    closed = {group for group, answer in pattern if answer is None}
    return replace(decision, pattern=frozenset(pattern | {cell for cell, _ in mine if cell[0] in closed}))
