"""The same sources give the same bytes, wherever and by whomever they are built; the PDF included."""

from pathlib import Path

import pytest

from tests.site.built_pages import read_json
from tests.site.copies import contents, copy_project, run


@pytest.fixture(scope="module")
def elsewhere(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A second build: another folder, time zone, language, order of sets and width of the terminal, and on GitHub."""
    root = copy_project(project, tmp_path_factory.mktemp("annan") / "en mapp åäö" / "rapport")
    done = run(
        root, "macros", "build",
        TZ="Pacific/Kiritimati", LANG="C", LC_ALL="C", PYTHONHASHSEED="4711", COLUMNS="40",
        GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(root.parent / "summary.md"),
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return root


def test_two_builds_give_the_same_bytes(built_site: Path, elsewhere: Path) -> None:
    first, second = contents(built_site), contents(elsewhere / "site")
    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []
    assert {"rapport.pdf", "sitemap.xml.gz", "data/results.json"} <= set(first)


def test_the_receipt_of_a_build_stands_in_the_runs_summary(elsewhere: Path) -> None:
    summary = (elsewhere.parent / "summary.md").read_text(encoding="utf-8")
    shown = {(entry["key"], entry["text"]) for entry in read_json(elsewhere / "site", "results")}
    tables = read_json(elsewhere / "site", "tables")
    assert f" {len(tables)} tabeller, {len(shown)} tal, PDF " in summary
