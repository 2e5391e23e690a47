"""What all tables of a survey hide together, decided once, from the list of everything that is to be published.

Each table is decided on its own first, in a way that no other table has a say in; so a new figure changes an old one
only where both together would tell what neither does. Then all of them are attacked at once, and what falls is hidden
in the tables that tell it.

Belongs here: the rounds, and which tables take part in one. Does not: the attacks (`threats.py`) or the program
(`joint_program.py`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from macros.release.bounds import Bounds
from macros.release.decision import Asked, Decision, decide
from macros.release.earlier import Cell
from macros.release.items import Item, items, structure, with_pattern
from macros.release.joint_program import Linked, cheapest
from macros.release.kept import Kept
from macros.release.merging import Merges, apply_merges
from macros.release.relations import Expression
from macros.release.threats import Threat, threats
from macros.release.told_relations import ToldCells, told_cells
from macros.survey.merge import ANSWERS

ROUNDS = 20


def decide_together(
    asked: Sequence[Asked], alone: Sequence[Decision] | None = None, before: Mapping[Cell, bool] | None = None
) -> list[Decision]:
    """Decide on all tables of one survey.

    Args:
        alone: the decision on each table by itself, where it was made already.
        before: what earlier publications printed and what they withheld: what falls is hidden in what is new.

    Returns:
        A decision a table, in the same order. Where no pattern was found that keeps everything, the tables as they
        would be without each other: what they tell is for the audit to refuse.

    Raises:
        ValueError: for a table that disclosure control cannot judge.

    Source: statistics.md 6.2 (linked tables are one problem).
    """
    alone = _paired(asked, alone or [decide(table) for table in asked])
    decisions = alone
    demands: dict[Threat, None] = {}
    wide = False
    for _ in range(ROUNDS):
        kept = [Kept.decided(table, decision) for table, decision in zip(asked, decisions, strict=True)]
        found = list(threats(kept))
        if not found:
            return decisions
        state = _Round.of(kept, decisions, alone, before or {})
        new = [threat for threat in state.possible(_one_each(found)) if threat not in demands]
        wide = wide or not new
        demands |= dict.fromkeys(new)
        better = state.protected(found, list(demands), wide=wide)
        if better == decisions:
            if wide:
                break
            wide = True
        decisions = better
    return decisions


def _paired(asked: Sequence[Asked], alone: Sequence[Decision]) -> list[Decision]:
    """Each table's own decision; "A by B" and "B by A" merge the same, where both can."""
    decisions = list(alone)
    place = {table.name: i for i, table in enumerate(asked)}
    for (question, by), i in place.items():
        j = place.get((by, question))
        if by and j is not None and i < j:
            both = _shared(decisions[i].merges, decisions[j].merges, question, by)
            for at, of, other in ((i, question, by), (j, by, question)):
                merges = {ANSWERS: both.get(of, ()), other: both.get(other, ())}
                merges = {variable: chosen for variable, chosen in merges.items() if chosen}
                if merges != decisions[at].merges and _leaves_something(asked[at], merges):
                    decisions[at] = decide(asked[at], merges)
    return decisions


def _shared(one: Merges, other: Merges, question: str, by: str) -> Merges:
    """What either direction of a pair merges, by question."""
    first = {question: one.get(ANSWERS, ()), by: one.get(by, ())}
    second = {by: other.get(ANSWERS, ()), question: other.get(question, ())}
    return {name: (*first[name], *(merge for merge in second[name] if merge not in first[name])) for name in first}


def _leaves_something(asked: Asked, merges: Merges) -> bool:
    parts = [code for chosen in merges.values() for merge in chosen for code in merge.of]
    if len(parts) != len(set(parts)):
        return False
    merged = apply_merges(asked.tabulation, merges)
    return min(len(merged.question.answers), *(len(by.answers) for by in merged.by)) > 1


def _one_each(found: Sequence[Threat]) -> list[Threat]:
    """The first threat to each cell: what protects it from one attacker often does from the others."""
    return list({threat.cell: threat for threat in reversed(found)}.values())[::-1]


@dataclass(frozen=True)
class _Round:
    """All tables as they are decided so far.

    Attributes:
        cells: what is known before any number is printed.
    """

    kept: Sequence[Kept]
    decisions: list[Decision]
    cells: ToldCells
    printed: dict[Expression, Item]

    @classmethod
    def of(
        cls, kept: Sequence[Kept], decisions: list[Decision], alone: Sequence[Decision], before: Mapping[Cell, bool]
    ) -> "_Round":
        cells = structure(kept)
        return cls(kept, decisions, cells, items(kept, alone, cells, before))

    def possible(self, found: Sequence[Threat]) -> list[Threat]:
        """The threats as far as they can be met when all is hidden that may be."""
        bounds: dict[object, Bounds] = {}
        able = []
        for threat in found:
            if threat.known not in bounds:
                bounds[threat.known] = self._least(threat)
            lowered = threat.as_far_as(*bounds[threat.known].of(self.cells.relations.named(threat.cell)))
            if lowered is not None:
                able.append(lowered)
        return able

    def _least(self, threat: Threat) -> Bounds:
        relations = threat.knowing(self.cells.relations)
        for item in self.printed.values():
            if item.open:
                relations.fix(item.cell, item.count)
        return Bounds(relations)

    def protected(self, found: Sequence[Threat], demands: Sequence[Threat], *, wide: bool) -> list[Decision]:
        """Decisions under which the demands hold; those given where the search finds none."""
        part = set(range(len(self.kept))) if wide else _linked(self.kept, found)
        free = {cell for cell, item in self.printed.items() if any(table in part for table, _ in item.places)}
        hidden = {cell for cell, item in self.printed.items() if item.hidden(self.decisions)}
        inside = _names(self.kept, part)
        mine = [threat for threat in demands if wide or inside.issuperset(threat.questions)]
        reach = 2 * max(max(table.rules.min_base, table.rules.min_cell) for table in self.kept)
        chosen = cheapest(Linked(self.cells, self.printed, free, hidden, reach), mine)
        if chosen is None:
            return self.decisions
        of = {cell: cell in chosen for cell in free}
        return [with_pattern(decision, place, of, self.printed) for place, decision in enumerate(self.decisions)]


def _linked(kept: Sequence[Kept], found: Sequence[Threat]) -> set[int]:
    """The tables that tell something of what hangs together with the threatened cells."""
    cells = told_cells([table.told for table in kept])
    bounds = Bounds(cells.relations)
    near: set[int] = set()
    for threat in found:
        near |= bounds.around(cells.relations.named(threat.cell))
    touched = {i for i, table in enumerate(kept) if not near.isdisjoint(_variables(table, cells))}
    names = _names(kept, touched).union(*(threat.questions for threat in found))
    return {i for i, table in enumerate(kept) if table.told.questions <= names}


def _names(kept: Sequence[Kept], tables: set[int]) -> set[str]:
    return {name for i in tables for name in kept[i].told.questions}


def _variables(table: Kept, cells: ToldCells) -> Expression:
    return tuple(v for row in table.told.rows if not row.kind for v in table.public(cells, (row.place, row.answer)))
