"""Counting categories as one."""

import pytest

from macros.survey.merge import merge_categories
from macros.survey.tabulation import MISSING
from tests.unit.release.tables import by_group, numbers, one_way, question

SCALE = question("q", "a b c", {"ab": "a b"}, "scale")
GROUPS = question("g", "g1 g2 g3", {"g13": "g1 g3"})


def test_counts_add_up_and_the_first_part_gives_the_place() -> None:
    table, _ = by_group("a b c\ng1 1 2 3\ng2 4 5 6\ng3 7 8 9", SCALE, GROUPS)
    merged = merge_categories(table, {"answer": ["ab"], "g": ["g13"]})
    assert merged.groups() == ((None,), ("g13",), ("g2",))
    assert [answer.code for answer in merged.question.answers] == ["ab", "c"]
    assert [merged.cell(("g13",), answer).n for answer in (None, "ab", "c")] == [30, 18, 12]
    assert [merged.cell((None,), answer).n for answer in (None, "ab", "c")] == [45, 27, 18]
    assert len(merged.cells) == 3 * (1 + 2 + len(MISSING))


def test_the_given_table_stays_as_it_was() -> None:
    table, _ = by_group("a b c\ng1 1 2 3\ng2 4 5 6\ng3 7 8 9", SCALE, GROUPS)
    before = table.cells
    merge_categories(table, {"answer": ["ab"]})
    assert table.cells == before
    assert merge_categories(table, {}) == table


def test_missing_kinds_and_sums_of_numbers_add_up_too() -> None:
    table = one_way("a 1, b 2, c 3", SCALE, kinds={"__no_answer__": 4})
    assert merge_categories(table, {"answer": ["ab"]}).cell((), "__no_answer__").n == 4
    table, _ = numbers("g1 3, g2 4, g3 5", GROUPS)
    cell = merge_categories(table, {"g": ["g13"]}).cell(("g13",), None)
    assert (cell.n, cell.total, cell.squares) == (8, 8.0, 8.0)


def test_what_cannot_be_added_up_is_refused() -> None:
    several = question("q", "a b c", {"ab": "a b"}, "multiple")
    with pytest.raises(ValueError, match="multiple choice"):
        merge_categories(one_way("base 9, a 5, b 5, c 5", several), {"answer": ["ab"]})
    with pytest.raises(ValueError, match="no merge"):
        merge_categories(one_way("a 1, b 2, c 3", SCALE), {"answer": ["bc"]})
