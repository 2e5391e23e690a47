"""Who may make a `Released`: three files, and nobody else."""

import ast
from pathlib import Path

import pytest

from macros.release.disclosure import release_table
from macros.release.released import Released
from macros.survey.tabulation import MISSING, Cell, Tabulation
from tests.unit.release.tables import by_group, numbers, one_way, question

DOORS = {"disclosure.py", "published.py", "sealed.py"}


def makers(folder: Path) -> set[str]:
    """Files that call `Released`, or reach for its stamp, under whatever name they know them by."""
    found = set()
    for path in folder.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = {"Released", "_STAMP"} | {
            alias.asname
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
            if alias.name in ("Released", "_STAMP") and alias.asname
        }
        for node in ast.walk(tree):
            called = node.func if isinstance(node, ast.Call) else None
            name = getattr(called, "id", getattr(called, "attr", None))
            imported = isinstance(node, ast.ImportFrom) and any(alias.name == "_STAMP" for alias in node.names)
            reached = isinstance(node, ast.Attribute) and node.attr == "_STAMP"
            if imported or reached or (name in names and name is not None):
                found.add(path.relative_to(folder).as_posix())
    return found


def test_only_the_doors_of_release_make_a_released(project: Path) -> None:
    assert makers(project / "macros") == {f"release/{door}" for door in DOORS}


@pytest.mark.parametrize(
    "text",
    [
        "from macros.release.released import Released\nReleased()",
        "from macros.release.released import Released as R\nR()",
        "from macros.release import released\nreleased.Released(stamp=None)",
        "from macros.release import released\nx = released._STAMP",
    ],
)
def test_another_maker_would_be_found(text: str, tmp_path: Path) -> None:
    (tmp_path / "other.py").write_text(text, encoding="utf-8")
    assert makers(tmp_path) == {"other.py"}


def test_it_cannot_be_made_without_the_stamp() -> None:
    table = one_way("a 20, b 20")
    released = release_table(table, table)
    parts = {name: getattr(released, name) for name in Released.__dataclass_fields__ if name != "stamp"}
    with pytest.raises(TypeError, match="disclosure control"):
        Released(**parts)
    with pytest.raises(TypeError, match="disclosure control"):
        Released(**parts, stamp=object())


def test_tables_of_one_question_agree_on_the_total() -> None:
    table, total = by_group("a b c d\ng1 10 3 2 9\ng2 20 1 9 9")
    alone, grouped = release_table(total, total), release_table(table, total)
    assert [(r.answer, r.status, r.n, r.percent) for r in alone.rows] == [
        (r.answer, r.status, r.n, r.percent) for r in grouped.rows if not any(r.group)
    ]


def test_the_one_way_table_must_be_of_the_same_question() -> None:
    table, _ = by_group("a b\ng1 10 10\ng2 20 20")
    with pytest.raises(ValueError, match="same question"):
        release_table(table, table)
    with pytest.raises(ValueError, match="same question"):
        release_table(table, one_way("x 10, y 10"))


def test_groups_that_overlap_are_refused() -> None:
    table, total = by_group("a b\ng1 10 10\ng2 20 20", by=question("g", "g1 g2", kind="multiple"))
    with pytest.raises(ValueError, match="overlap"):
        release_table(table, total)


def test_rows_come_in_order_with_the_total_and_the_base_first() -> None:
    table, total = by_group("a b\ng1 10 10\ng2 20 20")
    rows = release_table(table, total).rows
    assert [(row.group[0], row.answer) for row in rows if row.answer is None or not row.answer.startswith("__")] == [
        (group, answer) for group in (None, "g1", "g2") for answer in (None, "a", "b")
    ]
    assert not any(row.answer and row.answer.startswith("__") and any(row.group) for row in rows)


def test_the_rules_in_force_are_named_and_nothing_more() -> None:
    table = one_way("a 20, b 20, c 20")
    assert release_table(table, table).rules == (
        "complementary",
        "dominance",
        "group_disclosure",
        "margins_public",
        "merge_small",
        "min_base 10",
        "min_cell 5",
        "p_percent",
        "singletons",
    )
    off = {
        "singletons": False,
        "margins_public": False,
        "group_disclosure": False,
        "p_percent": None,
        "dominance": None,
    }
    table = one_way("a 20, b 20", disclosure={"min_base_yes_no": 7, "min_cell": 3, **off})
    assert release_table(table, table).rules == ("complementary", "merge_small", "min_base_yes_no 7", "min_cell 3")


@pytest.mark.parametrize(
    ("design", "size", "method"),
    [
        ({"kind": "census"}, 40, "census"),
        ({"kind": "census"}, 50, "census_nonresponse"),
        ({"kind": "srs"}, 500, "korn_graubard"),
        ({}, None, "nonprobability"),
    ],
)
def test_the_method_says_why_there_is_an_interval_or_none(
    design: dict[str, str], size: int | None, method: str
) -> None:
    population = {"label": "företag", "one": "företag", "many": "företag", "size": size}
    table = one_way("a 20, b 20", design=design, population=population)
    released = release_table(table, table)
    assert released.method == method
    assert (released.row((), "a").low is not None) == (method == "korn_graubard")


def test_an_interval_is_rounded_like_its_share() -> None:
    # statistics.md 2.5: 20 of 54 from 180, Korn-Graubard with finite population correction: 0.262133 to 0.489080.
    population = {"label": "företag", "one": "företag", "many": "företag", "size": 180}
    table = one_way("a 20, b 34", design={"kind": "srs"}, population=population)
    row = release_table(table, table).row((), "a")
    assert (row.low, row.percent, row.high) == (26.0, 37.0, 49.0)


def test_a_mean_has_one_decimal() -> None:
    table, _ = numbers("a 12, b 0")
    asked = table.question
    cells = (Cell((), None, 12, 147.0, 2000.0), *(Cell((), kind, 0) for kind in MISSING))
    total = Tabulation(table.codebook, asked, (), cells)
    row = release_table(total, total).row((), None)
    assert (row.statistic, row.value, row.n, row.base, row.percent) == ("mean", 12.3, 12, 12, None)


def test_labels_are_in_the_language_asked_for() -> None:
    table = one_way("a 20, b 20")
    rows = {row.answer: row.label for row in release_table(table, table, "en").rows}
    assert (rows[None], rows["__dont_know__"], rows["a"]) == ("Answers", "Don't know", "a")
