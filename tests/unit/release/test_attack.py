"""The attacker's bounds, against every table that there could be."""

from itertools import product

from hypothesis import assume, given
from hypothesis import strategies as st

from macros.release.attack import Attack, bounds, reach
from macros.release.linear_table import CellKey, LinearTable

INNER: list[CellKey] = [("g1", "a"), ("g1", "b"), ("g2", "a"), ("g2", "b")]


def full(values: tuple[int, ...]) -> dict[CellKey, int]:
    """A table of two groups and two answers with all its sums."""
    inner = dict(zip(INNER, values, strict=True))
    sums = {
        (group, answer): sum(n for (g, a), n in inner.items() if group in (None, g) and answer in (None, a))
        for group in (None, "g1", "g2")
        for answer in (None, "a", "b")
    }
    return sums | inner


@given(values=st.tuples(*[st.integers(0, 4)] * 4), data=st.data())
def test_bounds_are_those_of_all_tables_that_agree_with_what_is_shown(
    values: tuple[int, ...], data: st.DataObject
) -> None:
    true = full(values)
    hidden = data.draw(st.sets(st.sampled_from(sorted(true, key=str)), min_size=1))
    known = {cell: true[cell] for cell in data.draw(st.sets(st.sampled_from(sorted(hidden, key=str)), max_size=1))}
    ceiling = sum(values)
    assume(ceiling)
    fixed = {cell: n for cell, n in true.items() if cell not in hidden or cell in known}
    tables = (full(guess) for guess in product(range(ceiling + 1), repeat=4) if sum(guess) <= ceiling)
    possible = [table for table in tables if all(table[cell] == n for cell, n in fixed.items())]
    target = data.draw(st.sampled_from(sorted(hidden, key=str)))
    expected = [table[target] for table in possible]
    assert bounds(LinearTable(true, ceiling), hidden, target, known) == (min(expected), max(expected))


def test_the_only_unit_of_a_group_knows_its_base_and_its_answer() -> None:
    table = LinearTable(full((1, 0, 6, 3)), 20)
    hidden = set(table.cells) - {(None, None)}
    by_reader = reach(table, hidden, [Attack(("g2", None), upwards=False)])
    by_it = reach(table, hidden, [Attack(("g2", None), upwards=False, singleton=("g1", "a"))])
    assert (by_reader, by_it) == ([0], [9])


def test_many_attacks_at_once_are_each_answered_alone() -> None:
    table = LinearTable(full((3, 4, 2, 6)), 15)
    hidden = set(INNER)
    attacks = [Attack(cell, upwards=upwards) for cell in INNER for upwards in (False, True)]
    assert reach(table, hidden, attacks) == [end for cell in INNER for end in bounds(table, hidden, cell)]
