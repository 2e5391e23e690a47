"""`report audit`: which file it reads, what it says, and that it stops what it must."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from macros.errors import ReportError
from macros.publish.audit import TABLES, audit_build, audit_project, audit_site
from macros.publish.downloads import write_downloads
from tests.projects import Project, in_english

CALLS = (
    'table("order")', 'table("order", by="storlek")', 'table("permittering")', 'table("vantan")', 'table("behov")',
    'table("order", survey="bransch")',
)  # fmt: skip
OTHER = "this is not as in a tables.json of a site"
Tables = list[dict[str, Any]]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A small project whose downloads are written as a build writes them."""
    made = Project(tmp_path)
    made.page("\n\n".join(f"{{{{ {call} }}}}" for call in CALLS))
    made.read()
    (tmp_path / "site" / "data").mkdir(parents=True)
    write_downloads(made.desk(), tmp_path / "site")
    return made


def edit(path: Path, change: Callable[[Tables], None]) -> None:
    tables = json.loads(path.read_text(encoding="utf-8"))
    change(tables)
    path.write_text(json.dumps(tables), encoding="utf-8")


def the(tables: Tables, question: str, *by: str) -> dict[str, Any]:
    return next(table for table in tables if (table["question"], table["by"]) == (question, list(by)))


def print_it(question: str, answer: str, n: int, *by: str) -> Callable[[Tables], None]:
    """Print a withheld count of the total."""

    def change(tables: Tables) -> None:
        rows = the(tables, question, *by)["rows"]
        row = next(row for row in rows if row["answer"] == answer and None in (*row["group"].values(), None))
        assert row["status"] == "suppressed"
        row.update(status="ok", n=n)

    return change


def test_what_the_house_writes_passes_from_outside_and_from_inside(project: Project) -> None:
    outside, inside = audit_site(project.root / "site").found, audit_project(project.root)
    assert outside == audit_site(project.root / "site" / TABLES).found
    assert inside.found.hidden == outside.hidden
    assert inside.tallies["enkat"].first + inside.tallies["enkat"].second >= outside.hidden["enkat--vantan"]
    assert outside.hidden["enkat--vantan"] == 2
    assert not any(key.startswith("bransch") for key in outside.hidden)  # what others have published is public
    assert outside.relations > 20
    assert outside.narrowest is not None
    assert outside.narrowest >= 5
    assert audit_build(project.desk(), project.root / "site").found.hidden == outside.hidden


def test_a_finding_names_the_table_and_the_cell_and_never_the_number(project: Project) -> None:
    edit(project.root / "site" / TABLES, print_it("vantan", "kanske", 3))
    desk = project.desk()
    for look in (audit_project, lambda root: audit_site(root / "site"), lambda root: audit_build(desk, root / "site")):
        with pytest.raises(ReportError) as stopped:
            look(project.root)
        (place, found, allowed, hint), *more = sorted(in_english(problem) for problem in stopped.value.problems)
        assert place.endswith("site/data/tables.json enkat--vantan")
        assert found == "kanske in the total is printed, and is fewer than 5"
        assert allowed == "0, or 5 and more, or unknown"
        assert "Merge small categories" in hint
        assert not more


def test_a_complement_that_is_printed_tells_what_is_withheld(project: Project) -> None:
    edit(project.root / "site" / TABLES, print_it("vantan", "nej", 8))
    with pytest.raises(ReportError) as stopped:
        audit_site(project.root / "site")
    assert {in_english(problem)[1] for problem in stopped.value.problems} == {
        "kanske in the total is withheld, and all tables together tell that it is at least 1 and fewer than 5"
    }


@pytest.mark.parametrize(
    ("change", "found"),
    [
        pytest.param(
            lambda tables: the(tables, "permittering")["rows"][0].update(n=61, base=61),
            "permittering differs from {old} by fewer than 5: the difference is somebody's answer",
            id="a base with one company less",
        ),
        pytest.param(
            lambda tables: the(tables, "order")["rows"][1].update(n=None, status="suppressed", base=None),
            "minskat_mycket is printed, and {old} withholds it",
            id="withheld then",
        ),
    ],
)
def test_against_an_earlier_site(project: Project, change: Callable[[Tables], None], found: str) -> None:
    old = project.root / "old" / "data" / "tables.json"
    old.parent.mkdir(parents=True)
    old.write_bytes((project.root / "site" / TABLES).read_bytes())
    for path in (old, old.parent, old.parents[1]):
        assert audit_project(project.root, [path]).found.hidden == audit_project(project.root).found.hidden
    edit(old, change)
    with pytest.raises(ReportError) as stopped:
        audit_project(project.root, [old])
    told = {in_english(problem)[1]: in_english(problem) for problem in stopped.value.problems}
    place, _, _, hint = told[found.format(old="old/data/tables.json")]
    assert place.startswith("data/surveys/enkat/survey.yml enkat--")
    assert ("remove old/data/tables.json" in hint) == ("differs" in found)


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        pytest.param(None, "nowhere", "there is no tables.json here", id="no site"),
        pytest.param("{", "old.json", OTHER, id="no JSON"),
        pytest.param('[{"survey": "s"}]', "old.json 0.question", OTHER, id="other tables"),
    ],
)
def test_a_file_of_another_shape(tmp_path: Path, text: str | None, place: str, found: str) -> None:
    path = tmp_path / ("nowhere" if text is None else "old.json")
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(ReportError) as stopped:
        audit_site(path)
    said = in_english(stopped.value.problems[0])
    assert said[0].endswith(place)
    assert said[1] == found
