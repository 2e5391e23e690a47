"""A table as an attacker sees it: cells, and what adds up to what.

Belongs here: cells, sums and what is already known. Does not: which cells are unsafe (`primary.py`), what can be
worked out (`attack.py`) or what to hide (`suppression.py`).
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from macros.survey.tabulation import KINDS, Tabulation

CellKey = tuple[str | None, str | None]
"""Group code and answer code; None is the total of all groups, and the base of all answers."""

TOTAL_BASE: CellKey = (None, None)
NOT_TICKED = "__not_ticked__"
UNPLACED = "__unplaced__"
"""Those who ranked answers and put none of them first."""
UNGROUPED = "__ungrouped__"
"""The units whose group is missing: in no printed group, but all groups taken from the total leave them."""


@dataclass(frozen=True)
class LinearTable:
    """Counts of a one- or two-way table with its totals.

    Attributes:
        counts: every cell with its count of units, totals and bases among them.
        ceiling: the largest count that anything can have, as everybody knows.
        shown: cells that stay open, since they are published already or are a known zero.
        hidden: cells that are hidden whatever else is: never printed, or hidden already.
        follows: pairs (first, second): where the first is hidden the second must be too.
    """

    counts: Mapping[CellKey, int]
    ceiling: int
    shown: frozenset[CellKey] = frozenset()
    hidden: frozenset[CellKey] = frozenset()
    follows: tuple[tuple[CellKey, CellKey], ...] = ()

    @cached_property
    def cells(self) -> tuple[CellKey, ...]:
        """All cells in their fixed order."""
        return tuple(self.counts)

    @cached_property
    def groups(self) -> tuple[str | None, ...]:
        """All groups, the total first."""
        return tuple(dict.fromkeys(group for group, _ in self.counts))

    @cached_property
    def answers(self) -> tuple[str, ...]:
        """All answers, without the base."""
        return tuple(dict.fromkeys(answer for _, answer in self.counts if answer is not None))

    @cached_property
    def relations(self) -> tuple[tuple[CellKey, tuple[CellKey, ...]], ...]:
        """Each sum with its parts: a base over its answers, a total over its groups."""
        inner = [group for group in self.groups if group is not None]
        bases = [((group, None), tuple((group, answer) for answer in self.answers)) for group in self.groups]
        totals = [((None, answer), tuple((group, answer) for group in inner)) for answer in (None, *self.answers)]
        return tuple((whole, parts) for whole, parts in (*bases, *totals) if parts)

    def group(self, group: str | None) -> tuple[CellKey, ...]:
        """The cells of one group, its base first."""
        return ((group, None), *((group, answer) for answer in self.answers))


def contains(whole: CellKey, part: CellKey) -> bool:
    """Whether every unit of the part is counted in the whole.

    >>> contains((None, "ja"), ("berg", "ja")), contains(("berg", None), ("åre", "ja"))
    (True, False)
    """
    return whole[0] in (None, part[0]) and whole[1] in (None, part[1])


def counts_of(tabulation: Tabulation) -> dict[CellKey, int]:
    """The tabulation's counts without missing kinds; with groups, the ungrouped too where there are any.

    Raises:
        ValueError: for more than one grouping, for groups that overlap, or for groups that hold more than the total.
    """
    if len(tabulation.by) > 1 or any(by.type not in ("single", "scale") for by in tabulation.by):
        raise ValueError("disclosure control takes one grouping whose groups do not overlap")
    counts = {
        (cell.group[0] if cell.group else None, cell.answer): cell.n
        for cell in tabulation.cells
        if cell.answer not in KINDS
    }
    if not tabulation.by:
        return counts
    rest = {
        answer: n - sum(m for (group, other), m in counts.items() if group is not None and other == answer)
        for (total, answer), n in counts.items()
        if total is None
    }
    if min(rest.values()) < 0:
        raise ValueError("the groups hold more than the total")
    return counts | ({(UNGROUPED, answer): n for answer, n in rest.items()} if any(rest.values()) else {})


def ceiling_of(tabulation: Tabulation) -> int:
    """The largest count that anybody would think possible: the population, or all units of the file."""
    units = sum(cell.n for cell in tabulation.cells if cell.answer in (None, *KINDS) and not any(cell.group))
    return max(units, tabulation.codebook.population.size or 0)


def linear_table(
    counts: Mapping[CellKey, int], ceiling: int, one_way_hidden: Collection[CellKey] = (), *, grouped: bool
) -> LinearTable:
    """Lay a table out for protection.

    An answer that is hidden in the one-way table is hidden in every group, and every other total stays open as
    published. So the tables by group tell nothing about the totals that the one-way table does not tell:
    whatever totals are possible there can be dealt out to the groups of each table.

    Args:
        counts: group and answer to count, totals first, as `counts_of` gives them.
        ceiling: see `LinearTable`.
        one_way_hidden: the cells hidden in the same question's one-way table.
        grouped: whether this is a table by group; a one-way table has nothing published before it.
    """
    table = LinearTable(counts, ceiling)
    before = frozenset(one_way_hidden) if grouped else frozenset[CellKey]()
    answers_hidden = {answer for _, answer in before if answer is not None}
    empty = {cell for group in table.groups if counts[group, None] == 0 for cell in table.group(group)}
    never_printed = {cell for cell in counts if cell[0] == UNGROUPED or cell[1] == UNPLACED}
    hidden = {cell for cell in counts if cell in never_printed or cell[1] in answers_hidden} - empty
    totals = {cell for cell in counts if grouped and cell[0] is None}
    return LinearTable(
        counts,
        ceiling,
        shown=frozenset((totals - hidden) | empty),
        hidden=frozenset(hidden),
        follows=tuple(
            ((group, None), cell) for group in table.groups for cell in table.group(group)[1:] if cell not in empty
        ),
    )


def with_unplaced(counts: Mapping[CellKey, int]) -> dict[CellKey, int]:
    """Counts of first places, with those who gave none where there are any: else the answers make up the base.

    >>> with_unplaced({(None, None): 9, (None, "a"): 5, (None, "b"): 3})[None, UNPLACED]
    1
    """
    bases = {group: n for (group, answer), n in counts.items() if answer is None}
    placed = {group: sum(n for (of, answer), n in counts.items() if of == group and answer) for group in bases}
    left: dict[CellKey, int] = {(group, UNPLACED): base - placed[group] for group, base in bases.items()}
    return {**counts, **left} if any(left.values()) else dict(counts)


def option_counts(counts: Mapping[CellKey, int], option: str) -> dict[CellKey, int]:
    """The table of one option of a multiple choice: group by ticked and not ticked."""
    cells: dict[CellKey, int] = {}
    for group in dict.fromkeys(group for group, _ in counts):
        base, ticked = counts[group, None], counts[group, option]
        cells |= {(group, None): base, (group, option): ticked, (group, NOT_TICKED): base - ticked}
    return cells


def option_table(table: LinearTable, closed: Collection[CellKey]) -> LinearTable:
    """Bind an option's table to the bases that all options share: open, or closed with the whole group."""
    closed_groups = {group for group, _ in closed}
    hidden = {cell for cell in table.cells if cell[0] in closed_groups} - table.shown
    open_bases = {(group, None) for group in table.groups if group not in closed_groups}
    return replace(table, shown=table.shown | open_bases, hidden=table.hidden | hidden)
