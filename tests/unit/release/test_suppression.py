"""The search for a pattern: the same each time, no larger than it must be, and stopped by nodes."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from macros.release.demand import fallen
from macros.release.disclosure import release_table
from macros.release.linear_table import CellKey, counts_of, linear_table
from macros.release.primary import unsafe_cells
from macros.release.rules import Rules
from macros.release.suppression import suppress
from tests.unit.release.tables import by_group, one_way

RULES = Rules(5, 10, "min_base", singletons=True, merge_small=True)
rows = st.lists(st.lists(st.integers(0, 12), min_size=3, max_size=3), min_size=3, max_size=3)


@settings(max_examples=30)
@given(rows=rows)
def test_the_order_of_the_groups_decides_nothing_but_ties(rows: list[list[int]]) -> None:
    text = [f"g{i} {' '.join(map(str, row))}" for i, row in enumerate(rows)]
    there, _ = by_group("\n".join(["a b c", *text]))
    back, _ = by_group("\n".join(["a b c", *reversed(text)]))
    hidden = []
    for tabulation in (there, back):
        counts = counts_of(tabulation)
        table = linear_table(counts, 200, grouped=True)
        pattern = suppress(table, unsafe_cells(table, RULES), singletons=True)
        assert pattern == suppress(table, unsafe_cells(table, RULES), singletons=True)
        hidden.append((len(pattern), sum(counts[cell] for cell in pattern if cell[1] is not None)))
    assert hidden[0] == hidden[1]


@given(counts=st.lists(st.integers(0, 14), min_size=4, max_size=5))
def test_no_smaller_pattern_protects_a_one_way_table(counts: list[int]) -> None:
    tabulation = one_way(", ".join(f"a{i} {n}" for i, n in enumerate(counts)))
    table = linear_table(counts_of(tabulation), sum(counts), grouped=False)
    unsafe = unsafe_cells(table, RULES)
    pattern = suppress(table, unsafe, singletons=True)
    assert not fallen(table, pattern, unsafe, singletons=True)
    if (None, None) in pattern:
        return
    others = [(None, answer) for answer in table.answers if (None, answer) not in unsafe]
    smaller = (
        set(unsafe) | set(more) for size in range(len(pattern) - len(unsafe)) for more in combinations(others, size)
    )
    assert all(fallen(table, hidden, unsafe, singletons=True) for hidden in smaller)


def test_a_base_is_hidden_only_with_its_whole_group() -> None:
    tabulation, _ = by_group("a b c\ng1 3 3 2\ng2 9 9 9\ng3 9 9 9")
    table = linear_table(counts_of(tabulation), 56, grouped=True)
    pattern = suppress(table, unsafe_cells(table, RULES), singletons=True)
    closed = {group for group, answer in pattern if answer is None}
    assert closed == {"g1", "g2"}
    assert pattern == {cell for cell in table.cells if cell[0] in closed}


def test_what_is_published_stays_open_and_what_was_hidden_stays_hidden() -> None:
    tabulation, _ = by_group("a b c d\ng1 9 2 9 9\ng2 9 1 9 9\ng3 9 9 9 9")
    before: set[CellKey] = {(None, "c"), (None, "d")}
    table = linear_table(counts_of(tabulation), 102, before, grouped=True)
    pattern = suppress(table, unsafe_cells(table, RULES), singletons=True)
    assert {cell for cell in pattern if cell[0] is None} == before
    assert {(group, answer) for group in ("g1", "g2", "g3") for answer in "cd"} <= pattern


def test_a_group_of_nobody_is_no_hiding_place_and_says_so() -> None:
    tabulation, total = by_group("a b c\ng1 10 3 2\ng2 20 1 9\ng3 0 0 0")
    table = linear_table(counts_of(tabulation), 45, {(None, "b"), (None, "c")}, grouped=True)
    assert table.shown >= set(table.group("g3"))
    assert not table.hidden & set(table.group("g3"))
    rows = release_table(tabulation, total).rows
    assert {row.status for row in rows if row.group == ("g3",)} == {"no_base"}
    assert {row.status for row in rows if row.group == ("g1",) and row.answer in ("b", "c")} == {"suppressed"}
