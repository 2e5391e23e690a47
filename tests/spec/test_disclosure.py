"""Disclosure control, as tables: both sides of the border of every rule, as a reader sees it.

A line is a group, its counts and, after the bar, its base; `·` is withheld.
"""

import pytest

from macros.release.disclosure import release_table
from macros.release.released import Row
from tests.unit.release.tables import by_group, grid, numbers, one_way, question, shown

YES_NO = question("q", "ja nej")
POPULATION = {"label": "företag", "one": "företag", "many": "företag", "size": 1000}
SEVERAL = question("q", "a b c", kind="multiple")


@pytest.mark.parametrize(
    ("counts", "released"),
    [
        pytest.param("a 30, b 20, c 5", "total 30 20 5 | 55", id="5 is shown"),
        pytest.param("a 30, b 20, c 4", "total 30 · · | 54", id="4 is hidden, and the next smallest with it"),
        pytest.param("a 30, b 20, c 1", "total 30 · · | 51", id="1 is hidden"),
        pytest.param("a 30, b 20, c 0", "total 30 20 0 | 50", id="0 is shown"),
        pytest.param("a 10, b 0, c 0", "total 10 0 0 | 10", id="a base of 10 is shown"),
        pytest.param("a 9, b 0, c 0", "total · · · | ·", id="a base of 9 is not"),
        pytest.param("a 30, b 3, c 4, d 20", "total 30 · · 20 | 57", id="two that protect each other"),
    ],
)
def test_one_way(counts: str, released: str) -> None:
    table = one_way(counts)
    assert shown(release_table(table, table)) == released


@pytest.mark.parametrize(
    ("counts", "released"),
    [
        pytest.param("ja 5, nej 0", "total · · | 5", id="a base of 5 is shown, but not that all of so few agree"),
        pytest.param("ja 4, nej 0", "total · · | ·", id="a base of 4 is not"),
        pytest.param("ja 5, nej 4", "total · · | 9", id="few on one side hide both"),
        pytest.param("ja 5, nej 5", "total 5 5 | 10", id="five on each side hide none"),
    ],
)
def test_yes_or_no_has_a_lower_base(counts: str, released: str) -> None:
    table = one_way(counts, YES_NO)
    assert shown(release_table(table, table)) == released


@pytest.mark.parametrize(
    ("written", "released"),
    [
        pytest.param(
            """
            a  b  c
            g1 10 10 5
            g2 10 9  6
            """,
            """
            total 20 19 11 | 50
            g1    10 10 5  | 25
            g2    10 9  6  | 25
            """,
            id="all at least 5: nothing is hidden",
        ),
        pytest.param(
            """
            a  b  c
            g1 10 10 4
            g2 10 9  6
            g3 20 20 20
            """,
            """
            total 40 39 30 | 109
            g1    10 ·  ·  | 24
            g2    10 ·  ·  | 25
            g3    20 20 20 | 60
            """,
            id="one of 4: the cheapest rectangle goes with it",
        ),
        pytest.param(
            """
            a  b  c
            g1 4  3  2
            g2 10 10 5
            g3 20 20 20
            """,
            """
            total 34 33 27 | 94
            g1    ·  ·  ·  | ·
            g2    ·  ·  ·  | ·
            g3    20 20 20 | 60
            """,
            id="a base of 9: the group is withheld, and a second one so that it is not the rest",
        ),
        pytest.param(
            """
            a  b  c
            g1 5  5  0
            g2 10 10 5
            g3 20 20 20
            """,
            """
            total 35 35 25 | 95
            g1    5  5  0  | 10
            g2    10 10 5  | 25
            g3    20 20 20 | 60
            """,
            id="a base of 10 without small cells is shown",
        ),
        pytest.param(
            """
            a  b  c
            g1 5  5  0
            g2 0  0  0
            g3 20 20 20
            """,
            """
            total 25 25 20 | 70
            g1    5  5  0  | 10
            g2    ·  ·  ·  | ·
            g3    20 20 20 | 60
            """,
            id="a group of nobody has no base, and hides nothing",
        ),
        pytest.param(
            """
            a  b  c
            g1 10 10 5
            g2 10 10 5
            g3 20 20 20
            (none) 2 0 0
            """,
            """
            total 42 40 30 | 112
            g1    ·  ·  ·  | ·
            g2    10 10 5  | 25
            g3    20 20 20 | 60
            """,
            id="two of no group: the groups less the total may not tell them",
        ),
        pytest.param(
            """
            a  b c
            g1 10 3 2
            g2 20 1 9
            """,
            """
            total 30 · · | 45
            g1    10 · · | 15
            g2    20 · · | 30
            """,
            id="hidden in the total: hidden in every group",
        ),
    ],
)
def test_by_group(written: str, released: str) -> None:
    table, total = by_group(written)
    assert shown(release_table(table, total)) == grid(released)


@pytest.mark.parametrize(
    ("written", "released"),
    [
        pytest.param(
            """
            base a  b  c
            g1 20 12 5  15
            g2 20 10 10 10
            """,
            """
            total 22 15 25 | 40
            g1    12 5  15 | 20
            g2    10 10 10 | 20
            """,
            id="5 ticked, and 5 not ticked, are shown",
        ),
        pytest.param(
            """
            base a  b  c
            g1 20 12 4  15
            g2 20 10 10 10
            """,
            """
            total 22 14 25 | 40
            g1    12 ·  15 | 20
            g2    10 ·  10 | 20
            """,
            id="4 ticked are hidden",
        ),
        pytest.param(
            """
            base a  b  c
            g1 20 12 5  16
            g2 20 10 10 10
            """,
            """
            total 22 15 26 | 40
            g1    12 5  ·  | 20
            g2    10 10 ·  | 20
            """,
            id="4 who did not tick are hidden",
        ),
        pytest.param(
            """
            base a  b  c
            g1 20 20 0  10
            g2 20 10 10 10
            """,
            """
            total 30 10 20 | 40
            g1    20 0  10 | 20
            g2    10 10 10 | 20
            """,
            id="all and none are shown",
        ),
        pytest.param(
            """
            base a  b  c
            g1 9  5  0  9
            g2 20 10 10 10
            g3 40 20 20 20
            """,
            """
            total 35 30 39 | 69
            g1    ·  ·  ·  | ·
            g2    ·  ·  ·  | ·
            g3    20 20 20 | 40
            """,
            id="a base of 9: the group is withheld for every option",
        ),
        pytest.param(
            """
            base a  b  c
            g1 20 12 2  15
            g2 30 10 2  10
            """,
            """
            total 22 ·  25 | 50
            g1    12 ·  15 | 20
            g2    10 ·  10 | 30
            """,
            id="an option hidden in the total is hidden in every group",
        ),
    ],
)
def test_multiple_choice(written: str, released: str) -> None:
    table, total = by_group(written, SEVERAL)
    assert shown(release_table(table, total)) == grid(released)


def test_an_option_never_hides_a_base_that_the_others_show() -> None:
    # The one who ticked a in g1 would know that the other four did not; with so low a base it may be known.
    written = "base a b c\ng1 5 1 5 5\ng2 20 10 10 10\ng3 20 10 10 10"
    table, total = by_group(written, SEVERAL, disclosure={"min_base": 5, "group_disclosure": False})
    assert shown(release_table(table, total)) == grid(
        """
        total 21 25 25 | 45
        g1    ·  5  5  | 5
        g2    ·  10 10 | 20
        g3    10 10 10 | 20
        """
    )


def test_two_options_are_no_yes_or_no() -> None:
    table = one_way("base 9, a 5, b 5", question("q", "a b", kind="multiple"))
    assert shown(release_table(table, table)) == "total · · | ·"


@pytest.mark.parametrize(
    ("contributors", "withheld"),
    [
        pytest.param("a 10, b 20, c 30", "", id="10 are enough"),
        pytest.param("a 9, b 20, c 30", "a b", id="9 are not, and alone they would be the rest"),
        pytest.param("a 4, b 6, c 30", "a b", id="two that hold 10 together"),
        pytest.param("a 4, b 5, c 30, d 31", "a b c", id="two that hold 9 take the smallest other"),
        pytest.param("a 1, b 9, c 30, d 31", "a b c", id="the one would know the other 9"),
        pytest.param("a 0, b 20, c 30", "", id="a group of nobody"),
        pytest.param("a 12, b 20, (none) 3", "a", id="three of no group"),
        pytest.param("a 12, b 20, (none) 10", "", id="ten of no group"),
        pytest.param("a 9, b 11, (none) 12", "a", id="those of no group are withheld already"),
    ],
)
def test_means(contributors: str, withheld: str) -> None:
    table, total = numbers(contributors)
    released = release_table(table, total)
    hidden = [row for row in released.rows if row.status == "suppressed"]
    assert " ".join(str(row.group[0]) for row in hidden) == withheld
    assert all(row.value is row.n is row.base is None for row in hidden)
    assert released.row((None,), None).value == 1.0


@pytest.mark.parametrize(("contributors", "status"), [(10, "ok"), (9, "suppressed")])
def test_a_mean_of_few_is_withheld(contributors: int, status: str) -> None:
    _, total = numbers(f"a {contributors}, b 0")
    released = release_table(total, total)
    assert released.row((), None).status == status
    assert (released.answered is None) == (released.asked is None) == (status == "suppressed")


@pytest.mark.parametrize(
    ("missing", "released"),
    [
        pytest.param({"__no_answer__": 1}, {"__no_answer__": 1, "__dont_know__": 0}, id="no answer says nothing"),
        pytest.param({"__not_asked__": 1}, {"__not_asked__": 1}, id="nor does routing"),
        pytest.param({"__dont_know__": 5}, {"__dont_know__": 5, "__no_answer__": 0}, id="5 do not know"),
        pytest.param(
            {"__dont_know__": 4, "__no_answer__": 9, "__not_asked__": 2},
            {"__dont_know__": None, "__no_answer__": None, "__refused__": 0, "__not_asked__": 2},
            id="4 do not know: they could have been silent",
        ),
        pytest.param(
            {"__refused__": 1, "__no_answer__": 9},
            {"__refused__": None, "__no_answer__": None, "__dont_know__": None, "__not_applicable__": 0},
            id="1 refused",
        ),
        pytest.param({"__not_applicable__": 2}, {"__not_applicable__": None, "__no_answer__": None}, id="2 outside"),
    ],
)
def test_missing_kinds_of_the_total(missing: dict[str, int], released: dict[str, int | None]) -> None:
    table = one_way("a 20, b 20", kinds=missing, missing={"dont_know": ["vet ej"]})
    rows = {row.answer: row for row in release_table(table, table).rows}
    assert {kind: rows[kind].n for kind in released} == released


def test_the_only_possible_missing_kind_hides_among_impossible_ones() -> None:
    table = one_way("a 20, b 20", kinds={"__dont_know__": 2}, missing={"no_answer": [], "dont_know": ["vet ej"]})
    rows = {row.answer: row for row in release_table(table, table).rows}
    assert {kind for kind, row in rows.items() if row.status == "suppressed"} == {
        "__no_answer__",
        "__dont_know__",
        "__refused__",
        "__not_applicable__",
    }


def test_where_the_total_base_is_hidden_nothing_is_shown_by_group() -> None:
    # Whoever is the one nej would know the four ja from a base of 5: so the base is hidden with them.
    table, total = by_group("ja nej\ng1 2 0\ng2 2 1", YES_NO, disclosure={"min_base_yes_no": 2})
    assert shown(release_table(total, total)) == "total · · | ·"
    assert shown(release_table(table, total)) == "total · · | ·\ng1 · · | ·\ng2 · · | ·"


def test_withheld_rows_hold_no_number_at_all() -> None:
    table, total = by_group("a b c\ng1 10 10 4\ng2 10 9 6\ng3 20 20 20", design={"kind": "srs"}, population=POPULATION)
    rows = release_table(table, total).rows
    assert any(row.low is not None for row in rows)
    for row in rows:
        if row.status != "ok":
            assert row == Row(row.group, row.answer, row.label, row.statistic, row.status)
