"""Complementary suppression, as a table: the worked table of statistics.md 6.3, and the attacker of 6.2."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.release.attack import bounds
from macros.release.demand import fallen
from macros.release.disclosure import release_table
from macros.release.linear_table import CellKey, LinearTable, contains, counts_of, linear_table
from macros.release.primary import unsafe_cells
from macros.release.rules import Rules
from macros.release.suppression import suppress
from tests.unit.release.tables import attack, by_group, grid, one_way, question, shown

WORKED = """
         minskat oforandrat okat vet
verkstad      13          6    1   5
tra            8          5    6   2
tjanster       7          5    5   7
"""
RULES = Rules(5, 10, "min_base", singletons=True, merge_small=True)
FIRST: CellKey = ("verkstad", "okat")
SECOND: CellKey = ("tra", "vet")
PRIMARIES = {FIRST, SECOND}
A: set[CellKey] = set()
ONE_MORE: set[CellKey] = {("verkstad", "vet")}
B: set[CellKey] = {("verkstad", "vet"), ("tra", "okat")}
C: set[CellKey] = B | {("verkstad", "oforandrat"), ("tra", "oforandrat")}
D: set[CellKey] = B | {("tjanster", "okat"), ("tjanster", "vet")}


def worked() -> LinearTable:
    table, _ = by_group(WORKED)
    return linear_table(counts_of(table), 70, grouped=True)


@pytest.mark.parametrize(
    ("complements", "first", "second", "second_for_the_singleton"),
    [
        pytest.param(A, (1, 1), (2, 2), (2, 2), id="A primaries only"),
        pytest.param(ONE_MORE, (1, 1), (2, 2), (2, 2), id="A + one"),
        pytest.param(B, (0, 6), (1, 7), (2, 2), id="B rectangle"),
        pytest.param(C, (0, 7), (0, 7), (0, 7), id="C"),
        pytest.param(D, (0, 6), (0, 8), (0, 8), id="D"),
    ],
)
def test_what_can_be_worked_out(
    complements: set[CellKey],
    first: tuple[int, int],
    second: tuple[int, int],
    second_for_the_singleton: tuple[int, int],
) -> None:
    table, hidden = worked(), PRIMARIES | complements
    assert bounds(table, hidden, FIRST) == first
    assert bounds(table, hidden, SECOND) == second
    assert bounds(table, hidden, SECOND, {FIRST: 1}) == second_for_the_singleton


@pytest.mark.parametrize("singletons", [True, False], ids=["with singletons", "without"])
def test_pattern_c_is_chosen(singletons: bool) -> None:  # noqa: FBT001 - a parameter of the table
    table = worked()
    unsafe = unsafe_cells(table, RULES)
    hidden = suppress(table, unsafe, singletons=singletons)
    assert set(unsafe) == PRIMARIES
    assert hidden == PRIMARIES | C
    assert sum(table.counts[cell] for cell in C) == 22


def test_no_smaller_pattern_is_safe_and_three_of_its_size_are() -> None:
    table = worked()
    others = [cell for cell in table.cells if None not in cell and cell not in PRIMARIES]
    unsafe = unsafe_cells(table, RULES)

    def safe(size: int) -> list[set[CellKey]]:
        lines = {0, 1}  # a line with a single hidden cell is open at once
        found = []
        for chosen in combinations(others, size):
            hidden = PRIMARIES | set(chosen)
            in_line = [[c for c in hidden if c[i] == name] for i in lines for name in {c[i] for c in hidden}]
            if min(map(len, in_line)) > 1 and not fallen(table, hidden, unsafe, singletons=True):
                found.append(set(chosen))
        return found

    assert [len(safe(size)) for size in range(4)] == [0, 0, 0, 0]
    best = safe(4)
    assert len(best) == 3
    assert min(best, key=lambda cells: sum(table.counts[cell] for cell in cells)) == C


def test_the_released_table_shows_pattern_c() -> None:
    table, total = by_group(WORKED)
    assert shown(release_table(table, total)) == grid(
        """
        total    28 16 12 14 | 70
        verkstad 13 ·  ·  ·  | 25
        tra       8 ·  ·  ·  | 21
        tjanster  7 5  5  7  | 24
        """
    )


def test_merging_cures_what_suppression_hides() -> None:
    by = question("g", "verkstad tra tjanster", {"verkstad-tra": "verkstad tra"})
    table, total = by_group(WORKED, by=by)
    assert shown(release_table(table, total)) == grid(
        """
        total        28 16 12 14 | 70
        verkstad-tra 21 11  7  7 | 46
        tjanster      7  5  5  7 | 24
        """
    )


def test_two_hidden_cells_of_a_line_are_not_enough_for_the_only_unit_of_one() -> None:
    # Whoever is the one in a would know b, were these two hidden alone: 1 + 4 is public.
    counts = "a 1, b 4, c 30, d 20"
    unheeded = one_way(counts, disclosure={"singletons": False})
    heeded = one_way(counts, disclosure={"singletons": True})
    assert shown(release_table(unheeded, unheeded)) == "total · · 30 20 | 55"
    assert shown(release_table(heeded, heeded)) == "total · · 30 · | 55"


counts = st.lists(st.lists(st.integers(0, 9), min_size=3, max_size=3), min_size=2, max_size=4)


@given(rows=counts)
def test_no_unsafe_count_can_be_confined_from_the_released_table(rows: list[list[int]]) -> None:
    text = "a b c\n" + "\n".join(f"g{i} {' '.join(map(str, row))}" for i, row in enumerate(rows))
    table, total = by_group(text)
    true = counts_of(table)
    size = true[None, None]
    released = release_table(table, total)
    if size < 10:
        assert all(not row.n for row in released.rows)
        return
    found = attack(released, size)
    for cell, n in true.items():
        base = true[cell[0], None]
        threshold = 10 if cell[1] is None else 5
        if 0 < n < threshold or (0 < base < 10 and n):
            assert found[cell][0] == 0, (cell, n)
            assert found[cell][1] >= min(threshold, size), (cell, n)


@given(rows=counts)
def test_nor_by_the_only_unit_of_a_cell(rows: list[list[int]]) -> None:
    text = "a b c\n" + "\n".join(f"g{i} {' '.join(map(str, row))}" for i, row in enumerate(rows))
    table, total = by_group(text)
    true = counts_of(table)
    size = true[None, None]
    single = next((cell for cell, n in true.items() if None not in cell and n == 1), None)
    if single is None or size < 10:
        return
    # The one knows its cell, and its group and its answer where it is alone there too.
    known = {cell: 1 for cell, n in true.items() if n == 1 and contains(cell, single)}
    found = attack(release_table(table, total), size, known)
    # What the one-way table tells is told already: the answer's total, of which the attacker is one.
    told = attack(release_table(total, total), size, {cell: 1 for cell in known if cell[0] is None})
    for cell, n in true.items():
        if None not in cell and cell not in known and 0 < n < 5:
            others = told[None, cell[1]][1] - (cell[1] == single[1])
            assert found[cell][0] == 0, (single, cell)
            assert found[cell][1] >= min(5, others), (single, cell)


def test_a_search_that_gives_up_hides_every_cell_and_base_of_the_grouping() -> None:
    table = worked()
    hidden = suppress(table, unsafe_cells(table, RULES), singletons=True, nodes=0)
    assert hidden == {cell for cell in table.cells if cell[0] is not None}
