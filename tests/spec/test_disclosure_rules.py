"""Each rule of disclosure control on either side of its border; and that each, switched off, would have told.

A dot is a number that is withheld.
"""

from pathlib import Path
from typing import Any

import pytest

from macros.release.disclosure import release_table
from macros.release.kept import Kept
from macros.release.means import dominated
from macros.release.rules import Rules
from tests.projects import SURVEYS, Project
from tests.unit.release.counted import publish
from tests.unit.release.tables import by_group, codebook, one_way, question, shown

QUESTION = question("q", "a b c")
SENSITIVE = question("q", "a b c", sensitive=True)


@pytest.mark.parametrize(
    ("counts", "asked", "rules", "released"),
    [
        pytest.param("a 19, b 1, c 0", SENSITIVE, {}, "total · · · | 20", id="all but one gave a sensitive answer"),
        pytest.param("a 20, b 0, c 0", SENSITIVE, {}, "total · · · | 20", id="all did"),
        pytest.param("a 20, b 0, c 0", QUESTION, {}, "total 20 0 0 | 20", id="all gave an ordinary answer"),
        pytest.param("a 20, b 0, c 0", SENSITIVE, {"group_disclosure": False}, "total · · · | 20",
                     id="a sensitive zero is not safe"),
        pytest.param("a 10, b 10, c 0", SENSITIVE, {}, "total · 10 · | 20", id="nor beside others"),
        pytest.param("a 10, b 10, c 0", QUESTION, {"zero_safe": False}, "total · 10 · | 20", id="nor where it is said"),
        pytest.param("a 10, b 10, c 0", QUESTION, {}, "total 10 10 0 | 20", id="an ordinary zero is safe"),
        pytest.param("a 10, b 6, c 5", SENSITIVE, {}, "total 10 6 5 | 21", id="a sensitive question may be shown"),
    ],
)  # fmt: skip
def test_group_disclosure_and_zeros(counts: str, asked: Any, rules: dict[str, Any], released: str) -> None:
    table = one_way(counts, asked, disclosure=rules)
    assert shown(release_table(table, table)) == released


def test_small_groups_of_one_mind_are_withheld_for_any_question() -> None:
    """Nine of g1 said a: with a lower least base it would be told of each of them."""
    written = "a b c\ng1 9 0 0\ng2 10 10 10\ng3 10 10 10"
    table, total = by_group(written, QUESTION, disclosure={"min_base": 5})
    hidden = shown(release_table(table, total))
    table, total = by_group(written, QUESTION, disclosure={"min_base": 5, "group_disclosure": False})
    told = shown(release_table(table, total))
    assert "g1 9 0 0 | 9" in " ".join(told.split())
    assert "g1 9" not in " ".join(hidden.split())


def test_two_who_pool_what_they_know_are_kept_from_the_third() -> None:
    """The two of g1 who said c know their cell, so that the other hidden cells must hold against them as well."""
    written = "a b c\ng1 20 20 2\ng2 20 20 3\ng3 20 20 20"
    alone, total = by_group(written, QUESTION)
    pooled, _ = by_group(written, QUESTION, disclosure={"coalition": 2})
    few, many = (shown(release_table(table, total)).count("·") for table in (alone, pooled))
    assert few < many


def test_whoever_knows_how_large_the_groups_are_learns_no_more() -> None:
    """In g0 one said yes and three no. That group's base is withheld, and so is another's.

    With that of g1, both bases are 20 - 8 = 12 where the groups are 4 + 8 = 12: all of g0 answered, so that the one
    who said yes knows of the three others that they said no. With that of g2 besides, it may be 2 or 3 of them.
    """
    book = codebook(question("q", "yes no"), question("g", "g0 g1 g2"))
    answers: dict[str, dict[str | None, int]] = {
        "g0": {"yes": 1, "no": 3},
        "g1": {"yes": 5, "no": 3},
        "g2": {"yes": 4, "no": 4, None: 1},
    }
    units = [{"q": q, "g": g} for g, of in answers.items() for q, n in of.items() for _ in range(n)]
    some, everybody = (_open_groups(publish(book, units, ("q", "g"), everybody=whole)[0]) for whole in (False, True))
    assert (some, everybody) == ({"g2"}, set())


@pytest.mark.parametrize(
    ("values", "rules", "unsafe"),
    [
        pytest.param((52, 31, 9, 6, 2), {}, False, id="remainder 17 of 52, two make 83 percent"),
        pytest.param((60, 30, 5, 3, 2), {}, True, id="two make 90 percent"),
        pytest.param((60, 30, 5, 3, 2), {"dominance": None}, False, id="remainder 10 is 9 or more: safe at p 15"),
        pytest.param((60, 30, 5, 3, 2), {"dominance": None, "p_percent": 20}, True, id="and unsafe at p 20"),
        pytest.param((0, 0, 0), {}, False, id="nothing to tell"),
        pytest.param((7,), {}, True, id="one unit"),
        pytest.param((50, -50, 1), {}, True, id="sizes count, not signs"),
        pytest.param((60, 30, 5, 3, 2), {"dominance": None, "p_percent": None}, False, id="both rules off"),
    ],
)
def test_dominance(values: tuple[int, ...], rules: dict[str, Any], unsafe: bool) -> None:  # noqa: FBT001
    """The worked groups of statistics.md 6.1."""
    made = Rules(5, 10, "min_base", singletons=True, merge_small=True, **rules)
    counts: dict[Any, int] = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    assert dominated(counts, made) is unsafe


def test_a_forbidden_pair_is_not_shown(tmp_path: Path) -> None:
    codebook, rows = SURVEYS["enkat"]
    pair = "disclosure: {forbidden: [[permittering, storlek]]}\n"
    project = Project(tmp_path, enkat=(codebook + pair, rows))
    project.page('{{ table("permittering", by="storlek") }}')
    assert [found for _, found, *_ in project.problems()] == ["permittering is not shown by storlek"]
    project.page('{{ table("permittering") }}')
    assert project.problems() == []


def test_those_who_put_nothing_first_are_part_of_a_ranking() -> None:
    """Their number is printed nowhere, so that the answers do not tell a withheld one; they make up the base."""
    ranked = question("q", "a b c").model_copy(update={"type": "ranking", "separator": ";"})
    table = one_way("a 15, b 12, c 3, base 40", ranked)
    assert shown(release_table(table, table)) == "total 15 12 · | 40"
    table, total = by_group("a b c base\ng1 10 3 8 25\ng2 10 9 8 30", ranked)
    assert shown(release_table(table, total)) == "total 20 12 16 | 55\ng1 10 · 8 | 25\ng2 10 · 8 | 30"


def _open_groups(table: Kept) -> set[str]:
    """The groups whose base is told."""
    return {row.place for row in table.told.rows if row.answer is None and row.place and row.count is not None}
