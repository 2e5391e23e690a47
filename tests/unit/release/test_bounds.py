"""The bounds of the audit, against every table that there could be."""

from collections.abc import Iterator
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.release.bounds import Bounds, ContradictionError
from macros.release.relations import Relations, percent_sums
from macros.release.rounding import percent
from macros.release.told import ToldTable
from macros.release.told_relations import NONE, told_cells
from tests.unit.release.tables import HIDDEN
from tests.unit.release.told_tables import told

UNITS = 6
STATES = ("a", "b", NONE)
GROUPS = ("x", "y", NONE)
CELLS = tuple(product(STATES, GROUPS))
Counts = dict[tuple[str, str], int]


def everything() -> Iterator[Counts]:
    """All ways in which six units can answer two questions of two answers, or be silent."""
    width = len(CELLS) - 1
    for bars in combinations(range(UNITS + width), width):
        ends = (-1, *bars, UNITS + width)
        yield {cell: ends[i + 1] - ends[i] - 1 for i, cell in enumerate(CELLS)}


WORLDS = tuple(everything())


def numbers_of(counts: Counts, *, other_way: bool) -> list[int]:
    """What a table of a world would print, row by row, the base last."""
    numbers = []
    outer, inner = (STATES, GROUPS) if other_way else (GROUPS, STATES)
    for places in (outer, outer[:1], outer[1:2]):
        row = [sum(counts[(o, i) if other_way else (i, o)] for o in places) for i in inner[:2]]
        numbers += [*row, sum(row)]
    return numbers


def printed(counts: Counts, hide: frozenset[int], *, other_way: bool) -> ToldTable:
    """A table of a world, the cells of some numbers hidden."""
    question, by, answers, groups = ("g", "q", "x y", "ab") if other_way else ("q", "g", "a b", "xy")
    numbers = numbers_of(counts, other_way=other_way)
    shown = [HIDDEN if i in hide else str(n) for i, n in enumerate(numbers)]
    lines = [" ".join([name, *shown[3 * i : 3 * i + 3]]) for i, name in enumerate(("total", *groups))]
    silent = None if 2 in hide else UNITS - numbers[2]
    kinds = {"__no_answer__": (silent, None), "__not_asked__": (0, UNITS)}
    return told(question, "\n".join([answers, *lines]), by=by, kinds=kinds)


hidden = st.frozensets(st.integers(0, 8), min_size=2, max_size=7)


@settings(max_examples=25, deadline=None)
@given(world=st.sampled_from(WORLDS), hide=hidden, hide_other=hidden)
def test_no_bound_is_wider_or_narrower_than_the_tables_that_could_be(
    world: Counts, hide: frozenset[int], hide_other: frozenset[int]
) -> None:
    hides = (hide, hide_other)
    tables = [printed(world, hidden, other_way=bool(way)) for way, hidden in enumerate(hides)]
    cells = told_cells(tables)
    bounds = Bounds(cells.relations)

    def seen(counts: Counts) -> list[int]:
        numbers = [numbers_of(counts, other_way=bool(way)) for way in (0, 1)]
        return [n for way in (0, 1) for i, n in enumerate(numbers[way]) if i not in hides[way]]

    possible = [counts for counts in WORLDS if seen(counts) == seen(world)]
    assert world in possible
    for state, group in CELLS:
        if NONE not in (state, group):
            found = bounds.of((cells.both(("q",), state, "g", group),))
            values = [counts[state, group] for counts in possible]
            assert found == (min(values), max(values))


@given(base=st.integers(1, 200), n=st.integers(0, 200))
def test_a_percent_says_of_a_count_just_what_its_rounding_says(base: int, n: int) -> None:
    published = percent(min(n, base), base)
    sums = percent_sums(published)
    fitting = [x for x in range(base + 1) if all(a * x + b * base >= least for a, b, least in sums)]
    assert fitting == [x for x in range(base + 1) if percent(x, base) == published]


def test_what_is_in_whole_units_only_is_found() -> None:
    """Three counts of which each two make one at most: one and a half together in parts, one in whole units."""
    relations = Relations()
    x, y, z = (relations.variable(name) for name in "xyz")
    for pair in ((x, y), (y, z), (x, z)):
        relations.add(dict.fromkeys(pair, 1.0), 0, 1)
    assert Bounds(relations).of((x, y, z)) == (0, 1)


def test_what_nothing_limits_has_no_end() -> None:
    relations = Relations()
    x, y = relations.variable("x"), relations.variable("y")
    relations.add({x: 1.0, y: -1.0}, 2, float("inf"))
    assert Bounds(relations).of((x,)) == (2, float("inf"))
    assert not Bounds(relations).confined((x,), 5)


def test_sums_that_contradict_each_other_are_no_bounds() -> None:
    relations = Relations()
    x, y = relations.variable("x"), relations.variable("y")
    relations.whole(x, (y,))
    relations.add({x: 1.0, y: 1.0}, 3, 3)
    with pytest.raises(ContradictionError):
        Bounds(relations).of((x,))
