"""What an outsider can work out of published tables, and what the house must not let be worked out.

Each leak is a small publication that looks safe table by table. The audit must find it, and find nothing in the same
publication without the table that tells.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import pytest

from macros.errors import Problem
from macros.language.catalogue import Language
from macros.release.audit import audit
from macros.release.defence import defend
from macros.release.earlier import Publication
from macros.release.kept import Kept
from macros.release.routed import asked_of
from macros.release.rules import Rules
from macros.release.told import ToldTable
from tests.unit.release.tables import by_group, codebook, grid, one_way, question
from tests.unit.release.told_tables import told

FILE = "site/data/tables.json"
RULES = Rules(5, 10, "min_base", singletons=True, merge_small=True)
WORKED = """
         minskat oforandrat okat vet
verkstad      13          6    1   5
tra            8          5    6   2
tjanster       7          5    5   7
"""
HEAD = "minskat oforandrat okat vet"
TOTAL = "total 28 16 12 14 | 70"


def found(*tables: ToldTable, against: Sequence[Sequence[ToldTable]] = ()) -> set[tuple[str, str, str]]:
    """Table, answer and group of each finding."""
    old = [Publication(f"old{i}.json", tuple(earlier)) for i, earlier in enumerate(against)]
    problems = audit(Publication(FILE, tables), old).problems
    return {(str(problem.place.call), *_cell(dict(problem.found.values))) for problem in problems}


def _cell(values: dict[str, object]) -> tuple[str, str]:
    cell = values.get("cell", "")
    if isinstance(cell, str):
        return cell, ""
    names = [getattr(part, "template", part) for part in dict(cell.values).values()]  # type: ignore[attr-defined]
    return str(names[0]), str(names[1])


def said(problems: Iterable[Problem]) -> list[str]:
    return [Language("en").say(problem.found) for problem in problems]


def worked(rows: str) -> ToldTable:
    return told("q", f"{HEAD}\n{TOTAL}\n{grid(rows)}", by="g")


A = "verkstad 13 6 · 5 | 25 \n tra 8 5 6 · | 21 \n tjanster 7 5 5 7 | 24"
A_ONE = "verkstad 13 6 · · | 25 \n tra 8 5 6 · | 21 \n tjanster 7 5 5 7 | 24"
B = "verkstad 13 6 · · | 25 \n tra 8 5 · · | 21 \n tjanster 7 5 5 7 | 24"
C = "verkstad 13 · · · | 25 \n tra 8 · · · | 21 \n tjanster 7 5 5 7 | 24"
D = "verkstad 13 6 · · | 25 \n tra 8 5 · · | 21 \n tjanster 7 5 · · | 24"


@pytest.mark.parametrize(
    ("rows", "outsider", "house"),
    [
        pytest.param(A, True, True, id="A primaries only: both are exact"),
        pytest.param(A_ONE, True, True, id="A and one more: still exact"),
        pytest.param(B, False, True, id="B rectangle: cannot be 0, and the singleton learns the other"),
        pytest.param(C, False, False, id="C"),
        pytest.param(D, False, False, id="D"),
    ],
)
def test_the_worked_table(rows: str, outsider: bool, house: bool) -> None:  # noqa: FBT001 - columns of the table
    """statistics.md 6.3."""
    table, counted = worked(rows), by_group(WORKED)[0]
    assert bool(found(table)) == outsider
    broken = list(defend(FILE, [Kept(table, counted, RULES)]))
    assert bool(broken) == house
    if rows == B:
        assert said(broken) == ["all tables together tell that vet in tra is not empty"]


def test_the_only_one_of_a_cell_learns_of_the_other() -> None:
    """statistics.md 6.2: two withheld cells on a line, one of them with a single company."""
    counted = one_way("ja 25, nej 4, vet 1")
    table = told("q", "ja nej vet\ntotal 25 · · | 30")
    assert found(table) == set()
    assert said(defend(FILE, [Kept(table, counted, RULES)])) == [
        "those of a withheld cell can tell that nej in the total is not empty"
    ]
    alone = replace(RULES, singletons=False)
    assert said(defend(FILE, [Kept(table, counted, alone)])) == []


def test_an_option_that_all_but_one_ticked() -> None:
    """Who did not tick is a count like any other."""
    asked = question("m", "pengar", kind="multiple")
    counted = one_way("pengar 29, base 30", asked)
    assert said(defend(FILE, [Kept(told("m", "pengar\ntotal 29 | 30", kind="multiple"), counted, RULES)])) == [
        "all tables together tell that not pengar in the total is not empty"
    ]
    withheld = told("m", "pengar\ntotal · | 30", kind="multiple")
    assert said(defend(FILE, [Kept(withheld, counted, RULES)])) == []


SAFE_ONE_WAY = "ja nej vet\ntotal 30 20 12 | 62"


@pytest.mark.parametrize(
    ("safe", "telling", "expected"),
    [
        pytest.param(
            [], [told("q", "ja nej\ntotal 30 · | 33")], {("s--q", "nej", "the total")},
            id="the base less the other answer",
        ),
        pytest.param(
            [], [told("q", "ja nej\ntotal 30 3 | 33")], {("s--q", "nej", "the total")}, id="printed as it is",
        ),
        pytest.param(
            [told("q", "ja nej\ntotal 39 23 | 62")],
            [told("q", "ja nej\ntotal 39 23 | 62\ntillverkning 37 22 | 59", by="g")],
            {("s--q--g", "the base", "no group"), ("s--q--g", "ja", "no group"), ("s--q--g", "nej", "no group")},
            id="all less the groups: the three of none",
        ),
        pytest.param(
            [told("a", "x y\ntotal 30 30 | 60\nb1 · · | 30\nb2 · · | 30", by="b")],
            [told("b", "b1 b2\ntotal 30 30 | 60\nx 27 · | 30\ny · · | 30", by="a")],
            {("s--a--b", "x", "b2"), ("s--a--b", "y", "b1"), ("s--b--a", "b1", "the total")},
            id="A by B, and B by A",
        ),
        pytest.param(
            [told("g", "norra ostersund\ntotal 17 45 | 62", merged={"answer": {"norra": "krokom stromsund"}})],
            [told("q", "ja nej\ntotal 40 22 | 62\nkrokom 9 6 | 15\nstromsund · · | ·\nostersund · · | ·", by="g",
                  kinds={"__no_answer__": (0, 62), "__not_asked__": (0, 62)})],
            {("s--g", "stromsund", "the total"), ("s--q--g", "the base", "stromsund")},
            id="a merged group less its printed part",
        ),
        pytest.param(
            [told("q", "minskat okat\ntotal 20 42 | 62\na 11 20 | 31\nb 9 22 | 31", by="g",
                  merged={"answer": {"minskat": "mycket nagot"}})],
            [told("q", "mycket nagot okat\ntotal 10 10 42 | 62\nl · 8 · | ·\nm · 2 · | ·", by="h")],
            {("s--q--h", "nagot", "m")},
            id="a part of a merged answer, by another group",
        ),
        pytest.param(
            [told("q", "mycket nagot okat\ntotal 12 8 42 | 62\na · · 20 | 31\nb · · 22 | 31", by="g")],
            [told("q", "minskat okat\ntotal 20 42 | 62\na 11 20 | 31\nb 9 22 | 31", by="g",
                  merged={"answer": {"minskat": "mycket nagot"}}),
             told("g", "a b\ntotal 31 31 | 62\nmycket 9 · | 12\nnagot · · | 8\nokat 20 22 | 42", by="q")],
            {("s--q--g", "mycket", "b"), ("s--q--g", "nagot", "a"), ("s--g--q", "a", "the total"),
             ("s--g--q", "the base", "nagot")},
            id="parts of a merged answer, through the table the other way",
        ),
        pytest.param(
            [told("m", "pengar folk\ntotal 30 25 | 60", kind="multiple")],
            [told("m", "pengar folk\ntotal 30 25 | 60\na 17 · | 30\nb 13 · | 30", by="g", kind="multiple"),
             told("m", "pengar folk\ntotal 30 25 | 60\nx 28 9 | 30\ny 2 16 | 30", by="h", kind="multiple")],
            {("s--m--h", "pengar", "x"), ("s--m--h", "pengar", "y")},
            id="options: printed, and those who did not tick",
        ),
    ],
)  # fmt: skip
def test_each_leak_is_found_and_nothing_without_it(
    safe: list[ToldTable], telling: list[ToldTable], expected: set[tuple[str, str, str]]
) -> None:
    assert found(*safe) == set()
    assert found(*safe, *telling) == expected


def test_a_base_of_few_is_found_unless_the_size_of_the_group_tells_it() -> None:
    table = told("q", "ja nej\ntotal 40 22 | 62\na 32 16 | 48\nb · · | ·\nc · · | ·", by="g")
    assert found(table) == set()
    sizes = told("g", "a b c\ntotal 48 8 6 | 62", kinds={"__no_answer__": (0, 62)})
    asked = told("q", "ja nej\ntotal 40 22 | 62", kinds={"__no_answer__": (0, 62)})
    assert found(table, sizes, asked) == set()
    assert found(told("q", "ja nej\ntotal 40 22 | 62\na 36 18 | 54\nb · · | ·", by="g")) == {
        ("s--q--g", "the base", "the total"),
        ("s--q--g", "ja", "the total"),
        ("s--q--g", "nej", "the total"),
    }


@pytest.mark.parametrize(
    ("percent", "base", "leaks"),
    [
        pytest.param(23, 62, False, id="23 percent of 62 is 14"),
        pytest.param(6, 62, True, id="6 percent of 62 is 4"),
        pytest.param(0.5, 714, True, id="less than half a percent of 714 is 1 to 3"),
        pytest.param(8, 62, False, id="8 percent of 62 is 5"),
        pytest.param(6.5, 62, True, id="6.5 percent of 62 is 4"),
        pytest.param(1, 714, False, id="1 percent of 714 is 4 to 10"),
    ],
)
def test_a_percent_with_its_base_is_a_count(percent: float, base: int, leaks: bool) -> None:  # noqa: FBT001 - a column
    table = told("q", f"ja nej\ntotal · · | {base}")
    rows = [row.model_copy(update={"percent": percent}) if row.answer == "ja" else row for row in table.rows]
    assert bool(found(table.model_copy(update={"rows": rows}))) == leaks


def test_percents_of_weighted_answers_tell_no_counts() -> None:
    table = told("q", "ja nej vet\ntotal 30 · · | 62")
    percents = {"ja": 60.0, "nej": 6.0}
    rows = [row.model_copy(update={"percent": percents.get(row.answer or ""), "base": 62}) for row in table.rows]
    assert found(table.model_copy(update={"rows": rows})) == set()
    percents["ja"] = 48.0  # 30 of 62
    rows = [row.model_copy(update={"percent": percents.get(row.answer or ""), "base": 62}) for row in table.rows]
    assert found(table.model_copy(update={"rows": rows})) == {("s--q", "nej", "the total")}


NOW = told("q", SAFE_ONE_WAY)


@pytest.mark.parametrize(
    ("old", "expected"),
    [
        pytest.param(SAFE_ONE_WAY, set(), id="the same"),
        pytest.param(
            "ja nej vet\ntotal 30 19 12 | 61", {("s--q", "q", ""), ("s--q", "nej", "")}, id="one company more",
        ),
        pytest.param("ja nej vet\ntotal 31 19 12 | 62", {("s--q", "ja", ""), ("s--q", "nej", "")},
                     id="one company changed its mind"),
        pytest.param("ja nej vet\ntotal 20 10 2 | 32", set(), id="another thirty companies"),
        pytest.param("ja nej vet\ntotal · · 12 | 62", {("s--q", "ja", ""), ("s--q", "nej", "")}, id="hidden then"),
    ],
)  # fmt: skip
def test_against_an_earlier_publication(old: str, expected: set[tuple[str, str, str]]) -> None:
    assert found(NOW, against=[[told("q", old)]]) == expected


def test_what_two_publications_tell_together() -> None:
    now = told("q", "ja nej\ntotal 30 32 | 62\na · · | 20\nb · · | 42", by="g")
    before = told("q", "ja nej\ntotal 30 32 | 62\nc 13 7 | 20\nb · · | 42", by="g", merged={"g": {"c": "a"}})
    split = told("g", "a b\ntotal 20 42 | 62\nja · 28 | 30\nnej · · | 32", by="q")
    assert found(now) == set()
    assert ("s--q--g", "ja", "a") in found(now, against=[[split]])
    assert found(now, against=[[told("g", "a b\ntotal 20 42 | 62", by="")], [before]])


def test_tables_that_contradict_each_other_do_not_pass() -> None:
    problems = audit(Publication(FILE, (told("q", "ja nej\ntotal 30 · | 20"),))).problems
    assert [problem.found.template for problem in problems] == [
        "no counts fit all tables of {survey}, so that they cannot be audited"
    ]


@pytest.mark.parametrize(
    ("asked_of", "asked", "leaks"),
    [
        pytest.param({}, 40, False, id="everybody could have been asked"),
        pytest.param({"stod": ["ja"]}, 40, True, id="all who said yes were: 40 of 42, so two said no"),
        pytest.param({"stod": ["ja", "nej"]}, 42, False, id="those who said yes or no"),
    ],
)
def test_routing_tells_how_many_gave_an_answer(
    asked_of: dict[str, list[str]],
    asked: int,
    leaks: bool,  # noqa: FBT001 - columns of the table
) -> None:
    before = told("stod", "ja nej kanske vet\n total · · 14 14 | 70")
    kinds = {"__no_answer__": (0, asked), "__not_asked__": (70 - asked, 70)}
    after = told("lange", f"kort lang\n total 20 {asked - 20} | {asked}", kinds=kinds)
    assert bool(found(before, after.model_copy(update={"asked_of": asked_of}))) == leaks


def test_the_codebook_says_of_whom_a_question_was_asked() -> None:
    asked = question("lange", "kort lang").model_copy(update={"asked_if": 'stod != "nej"'})
    book = codebook(question("stod", "ja nej vet"), asked)
    assert asked_of(book, asked) == {"stod": ["ja", "vet"]}
    both = asked.model_copy(update={"asked_if": 'stod == "ja" or stod == "vet"'})
    assert asked_of(book, both) == {}
    assert asked_of(book, book.questions[0]) == {}
