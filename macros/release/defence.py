"""The defender: the attacker's bounds against what the house knows of its own tables.

Only the house knows which counts are unsafe and which companies are alone in a cell. Belongs here: what the public
tables must leave open of them. Does not: the attack from outside (`audit.py`), or the choice of what to hide.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from macros.errors import Place, Problem
from macros.language.message import msg
from macros.release.attack import knowledge
from macros.release.audit import cell_name
from macros.release.bounds import Bounds
from macros.release.demand import Demand, attackers, demands_on
from macros.release.kept import Kept
from macros.release.known_sizes import Sizes
from macros.release.linear_table import NOT_TICKED, UNGROUPED, CellKey, LinearTable
from macros.release.primary import unsafe_cells
from macros.release.told import ToldTable
from macros.release.told_relations import NONE, ToldCells, told_cells


@dataclass(frozen=True)
class _Public:
    """All that the public tables tell, and what their one-way tables and totals tell alone.

    Attributes:
        sizes: of groups, which are known besides.
    """

    told: Sequence[ToldTable]
    sizes: Sizes

    @cached_property
    def full(self) -> ToldCells:
        return self._with_sizes(told_cells(self.told))

    @cached_property
    def margins(self) -> ToldCells:
        return self._with_sizes(told_cells(self.told, margins_only=True))

    @cached_property
    def bare(self) -> ToldCells:
        """What is known before any number is printed."""
        return self._with_sizes(told_cells([table.blank() for table in self.told]))

    def _with_sizes(self, cells: ToldCells) -> ToldCells:
        for (by, group), size in self.sizes.items():
            cells.relations.fix((cells.state((by,), group),), size)
        return cells

    @cached_property
    def reader(self) -> Bounds:
        """What a reader who is nobody's can work out."""
        return Bounds(self.full.relations)

    @cached_property
    def units(self) -> float:
        """The most that anything can count: the survey's units, where they are told."""
        return Bounds(self.margins.relations).of((self.margins.relations.variable(("units",)),))[1]

    def total(self, table: Kept, cell: CellKey, option: str, known: Mapping[CellKey, int]) -> tuple[float, float]:
        """What a total could be before any number is printed."""
        if not self.sizes:
            return 0.0, self.units
        low, high = _with(self.bare, known, table, option).of(table.public(self.bare, cell, option))
        return low, min(high, self.units)


@dataclass(frozen=True)
class Breach:
    """A demand on a table that is broken.

    Attributes:
        option: which option's table, of a question with several answers.
        known: what its attackers know besides what is printed, and besides the sizes of groups.
    """

    table: Kept
    option: str
    demand: Demand
    known: Mapping[CellKey, int]
    sizes: Sizes


def defend(path: str, kept: Sequence[Kept]) -> Iterator[Problem]:
    """Hold the tables of one survey against their unsafe counts: nobody may rule out 0, nor the threshold.

    No reader, nor the few units of a cell, who know that cell. What the one-way tables alone rule out in a group is
    no fault of the table by group. One problem a cell.

    Raises:
        ContradictionError: when the tables contradict each other.

    Source: statistics.md 6.2, with the interval [0, T].
    """
    given_away: set[tuple[int, str, CellKey]] = set()
    for breach in breaches(kept):
        cell = (id(breach.table), breach.option, breach.demand.attack.cell)
        if cell not in given_away:
            given_away.add(cell)
            yield _problem(Place(path, call=breach.table.told.key), breach)


def breaches(kept: Sequence[Kept]) -> Iterator[Breach]:
    """Every demand on the tables of one survey that all of them together break, those of the mere reader first.

    First to whoever knows nothing but the tables, then to those who know the sizes of groups besides, who have less to
    be kept from: such a size itself.

    Raises:
        ContradictionError: when the tables contradict each other.
    """
    told = [table.told for table in kept]
    known = {group: size for table in kept for group, size in table.sizes.items()}
    for sizes in ({}, known) if known else ({},):
        public = _Public(told, sizes)
        for table in kept:
            for private, option in table.private():
                for demand in _broken(table, private, option, public):
                    yield Breach(table, option, demand, knowledge(private, demand.attack.singleton), sizes)


def _broken(table: Kept, private: LinearTable, option: str, public: _Public) -> Iterator[Demand]:
    """The demands on a table that its attackers break, those of the mere reader first."""
    unsafe = unsafe_cells(private, table.rules)
    if not unsafe:
        return
    for alone in attackers(private, private.cells, singletons=table.rules.insiders):
        known = knowledge(private, alone)
        bounds = public.reader if alone is None else _with(public.full, known, table, option)
        fallen = [
            (demand, place)
            for demand in demands_on(private, unsafe, alone)
            for place in [table.public(public.full, demand.attack.cell, option)]
            if not bounds.can_be(place, demand.count, upwards=demand.attack.upwards)
        ]
        least = _with(public.margins, known, table, option) if fallen else bounds
        for demand, place in fallen:
            cell = demand.attack.cell
            if cell[0] is None:
                open_to = public.total(table, cell, option, known)
            else:
                open_to = least.of(table.public(public.margins, cell, option))
            if cell[1] is None and open_to[1] < unsafe[cell]:
                continue  # that the group is small is public; how few of it answered is for the outsider to find
            able = _possible(demand, (known[cell], known[cell]) if cell in known else open_to)
            if not bounds.can_be(place, able.count, upwards=able.attack.upwards):
                yield able


def _possible(demand: Demand, open_to: tuple[float, float]) -> Demand:
    """The demand as far as the sizes of groups, the totals, and what the attacker is, leave it open at all."""
    low, high = open_to
    if demand.attack.upwards:
        return replace(demand, count=int(min(demand.count, high)))
    return replace(demand, count=int(max(demand.count, low)))


def _with(cells: ToldCells, known: Mapping[CellKey, int], table: Kept, option: str) -> Bounds:
    """What follows for somebody who knows these counts besides."""
    relations = cells.relations.copy()
    for cell, count in known.items():
        relations.fix(table.public(cells, cell, option), count)
    return Bounds(relations)


def _problem(place: Place, breach: Breach) -> Problem:
    demand = breach.demand
    group, answer = demand.attack.cell
    cell = cell_name(NONE if group == UNGROUPED else group, answer)
    if answer == NOT_TICKED:
        cell = msg("not {answer}", answer=cell_name(NONE if group == UNGROUPED else group, breach.option))
    alone = demand.attack.singleton is not None
    if demand.attack.upwards:
        found = msg("all tables together rule out that {cell} is {least}", cell=cell, least=demand.count)
        if alone:
            found = msg("those of a withheld cell can rule out that {cell} is {least}", cell=cell, least=demand.count)
    else:
        found = msg("all tables together tell that {cell} is not empty", cell=cell)
        if alone:
            found = msg("those of a withheld cell can tell that {cell} is not empty", cell=cell)
    hint = msg("Whoever knows how large each group is can: margins_public in the codebook.") if breach.sizes else None
    return Problem(place, found, msg("anything from 0 to the threshold must stay possible"), hint)
