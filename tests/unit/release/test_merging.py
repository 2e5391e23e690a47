"""Merging before hiding: when, which, and the same in all tables of a question."""

from macros.release.disclosure import release_table
from macros.release.released import Released
from tests.unit.release.tables import by_group, grid, numbers, one_way, question, shown

SCALE = question("q", "a b c d", {"ab": "a b", "cd": "c d"}, "scale")
SIZES = question("g", "g1 g2 g3", {"small": "g1 g2"})


def release(written: str) -> Released:
    return release_table(*by_group(written, SCALE, SIZES))


def test_nothing_is_merged_where_nothing_is_small() -> None:
    released = release("a b c d\ng1 9 9 9 9\ng2 9 9 9 9\ng3 9 9 9 9")
    assert released.merged == {}
    assert [answer.code for answer in released.answers] == ["a", "b", "c", "d"]


def test_the_merge_with_the_fewest_small_cells_is_chosen() -> None:
    released = release("a b c d\ng1 9 9 9 2\ng2 9 9 9 9\ng3 9 9 9 3")
    assert released.merged == {"answer": {"cd": ("c", "d")}}
    assert shown(released) == grid(
        """
        total 27 27 41 | 95
        g1    9  9  11 | 29
        g2    9  9  18 | 36
        g3    9  9  12 | 30
        """
    )


def test_groups_are_merged_where_that_helps() -> None:
    released = release("a b c d\ng1 2 2 2 2\ng2 9 9 9 9\ng3 9 9 9 9")
    assert released.merged == {"g": {"small": ("g1", "g2")}}
    assert [(group.code, group.of) for group in released.groups["g"]] == [("small", ("g1", "g2")), ("g3", ())]
    assert not any(row.status == "suppressed" for row in released.rows)


def test_of_two_merges_that_help_alike_the_smaller_wins_then_the_first() -> None:
    wide = question("q", "a b c d e", {"abc": "a b c", "de": "d e"})
    table = one_way("a 9, b 2, c 9, d 2, e 9", question("q", "a b c d e", {"ab": "a b", "cd": "c d"}))
    assert release_table(table, table).merged == {"answer": {"ab": ("a", "b"), "cd": ("c", "d")}}
    table = one_way("a 2, b 9, c 9, d 9, e 9", wide)
    assert release_table(table, table).merged == {"answer": {"abc": ("a", "b", "c")}}
    either = question("q", "a b c d", {"ab": "a b", "cd": "c d"})
    group = question("g", "g1 g2 g3 g4", {"g12": "g1 g2", "g34": "g3 g4"})
    by = by_group("a b c d\ng1 2 9 9 2\ng2 9 9 9 9\ng3 9 9 9 9\ng4 9 9 9 9", either, group)
    assert release_table(*by).merged == {"g": {"g12": ("g1", "g2")}}


def test_groups_are_merged_before_answers_where_both_help_alike() -> None:
    # The answers then stay those of the one-way table.
    assert release("a b c d\ng1 9 9 9 2\ng2 9 9 9 9\ng3 9 9 9 9").merged == {"g": {"small": ("g1", "g2")}}


def test_merging_adds_counts_and_not_rounded_shares() -> None:
    table = one_way("a 3, b 3, c 700, d 700", SCALE)
    row = release_table(table, table).row((), "ab")
    assert (row.n, row.base, row.percent) == (6, 1406, 0.5)


def test_merge_small_can_be_switched_off() -> None:
    table = one_way("a 2, b 20, c 20, d 20", SCALE, disclosure={"merge_small": False})
    released = release_table(table, table)
    assert released.merged == {}
    assert shown(released) == "total · · 20 20 | 62"
    assert "merge_small" not in released.rules


def test_what_the_one_way_table_merges_is_merged_by_group() -> None:
    written = "a b c d\ng1 9 1 9 9\ng2 9 1 9 9\ng3 9 1 9 9"
    table, total = by_group(written, SCALE, SIZES)
    assert release_table(total, total).merged == {"answer": {"ab": ("a", "b")}}
    assert release_table(table, total).merged == {"answer": {"ab": ("a", "b")}}


def test_by_group_answers_merge_no_further_where_the_one_way_table_hides_some() -> None:
    # The one-way table hides e and, for it, c; with d shown there, the merged total of c and d would give c away.
    scale = question("q", "a b c d e", {"cd": "c d"})
    table, total = by_group("a b c d e\ng1 20 20 2 9 2\ng2 20 20 9 3 2\ng3 20 20 9 9 0", scale)
    assert shown(release_table(total, total)) == "total 60 60 · 21 · | 165"
    assert "answer" not in release_table(table, total).merged


def test_by_group_answers_stay_merged_where_the_one_way_table_hides_some() -> None:
    scale = question("q", "a b c d", {"ab": "a b"})
    table, total = by_group("a b c d\ng1 9 2 9 1\ng2 9 2 9 2\ng3 9 0 9 1", scale, SIZES)
    assert shown(release_table(total, total)) == "total 31 · · | 62"
    assert release_table(table, total).merged["answer"] == {"ab": ("a", "b")}


def test_options_of_a_multiple_choice_are_not_added_up() -> None:
    several = question("q", "a b c", {"ab": "a b"}, "multiple")
    table = one_way("base 40, a 2, b 3, c 38", several)
    released = release_table(table, table)
    assert released.merged == {}
    assert shown(released) == "total · · · | 40"


def test_groups_of_a_mean_are_merged_too() -> None:
    table, total = numbers("g1 4, g2 9, g3 20", SIZES)
    released = release_table(table, total)
    assert released.row(("small",), None).n == 13


def test_a_merge_that_leaves_one_category_is_no_cure() -> None:
    both = question("q", "a b c", {"abc": "a b c"})
    table = one_way("a 2, b 20, c 20", both)
    assert release_table(table, table).merged == {}
