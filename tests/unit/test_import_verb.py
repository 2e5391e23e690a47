"""`report import` as somebody types it: the receipt, the errors, and a project that still holds after it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from macros.commands import main
from tests.projects import SETTINGS, SURVEYS, Project
from tests.unit.survey.imports.exports import EXPORTS

ENGLISH = SETTINGS.replace("language: sv", "language: en") + "nav: [index.md]\nnot_in_nav: /utkast/\n"


@pytest.fixture
def here(tmp_path: Path, project: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A small project in English whose code is this one, the current folder, with an export beside it."""
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "SITE_URL"):
        monkeypatch.delenv(name, raising=False)
    root = tmp_path / "project"
    root.mkdir()
    (root / "macros").symlink_to(project / "macros")
    small = Project(root, ENGLISH, **SURVEYS)
    small.page("# Start\n\n{{ n() }}\n")
    (tmp_path / "svar.csv").write_text(EXPORTS["limesurvey"].text, encoding="utf-8")
    monkeypatch.chdir(root)
    return small


def report(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def test_the_receipt_accounts_for_every_column_and_names_what_was_left_out(here: Project) -> None:
    done = report("import", "../svar.csv", "--id", "laget-2021")
    assert (done.exit_code, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0] == "svar.csv is imported as laget-2021 (limesurvey)."
    assert "  persons: 4, of 4 rows" in lines
    (columns,) = [line for line in lines if line.startswith("  columns: ")]
    total, *parts = (int(word) for word in columns.replace("columns:", "").split() if word.isdigit())
    assert total == sum(parts) == 11
    assert parts[-2:] == [2, 0]
    assert '  "ipaddr. IP address": 4 cells look like an IP address' in lines
    assert '  "q4. Er e-postadress": 2 cells look like an e-mail address' in lines
    assert "example.org" not in done.stdout
    written = lines[lines.index("Written:") + 1 :][:3]
    assert [line.strip() for line in written] == [
        "data/surveys/laget-2021/private/svar.csv",
        "docs/utkast/laget-2021.md",
        "data/surveys/laget-2021/survey.yml",
    ]
    assert all((here.root / line.strip()).is_file() for line in written)


@pytest.mark.usefixtures("here")
def test_the_project_holds_after_an_import() -> None:
    assert report("import", "../svar.csv", "--id", "laget-2021").exit_code == 0
    checked = report("check")
    assert (checked.exit_code, checked.stderr) == (0, "")
    assert checked.stdout == "2 pages and 6 surveys: no problems.\n"


def test_a_checkout_without_the_private_answers_says_where_they_are(here: Project) -> None:
    report("import", "../svar.csv", "--id", "laget-2021")
    (here.root / "data/surveys/laget-2021/private/svar.csv").unlink()
    (here.root / "data/surveys/laget-2021/private").rmdir()
    checked = report("check")
    assert checked.exit_code == 1
    assert "data/surveys/laget-2021/survey.yml:" in checked.stderr
    assert "There is no file private/svar.csv beside the codebook" in checked.stderr
    assert "What is in private/ stays out of git" in checked.stderr


def test_into_a_folder_no_page_is_written(here: Project) -> None:
    done = report("import", "../svar.csv", "--into", "../ute")
    assert done.exit_code == 0
    assert "docs/" not in done.stdout
    assert sorted(path.name for path in (here.root.parent / "ute").rglob("*")) == ["private", "survey.yml", "svar.csv"]
    assert not (here.root / "docs" / "utkast").exists()


@pytest.mark.usefixtures("here")
def test_an_export_inside_the_project_is_told_to_be_moved() -> None:
    Path("data/svar.csv").write_text(EXPORTS["csv"].text, encoding="utf-8")
    done = report("import", "data/svar.csv", "--id", "y")
    assert "Move data/svar.csv out of the project: git would take it along." in done.stdout


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["../saknas.csv"], "saknas.csv: There is no such file"),
        (["../svar.csv", "--tool", "limesurvy"], "report import: --tool cannot be limesurvy"),
        (["../svar.csv", "--id", "Läget"], 'report import: "Läget" cannot be the name of a survey'),
        (["../svar.csv", "--id", "enkat"], "data/surveys/enkat/survey.yml: The file exists already"),
        (["../svar.csv", "--into", "mkdocs.yml"], ""),
        ([".."], ""),
    ],
)
def test_what_prevents_an_import_is_told_with_status_1(arguments: list[str], found: str) -> None:
    refused = report("import", *arguments)
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert refused.stderr.startswith(found)
    assert "Traceback" not in refused.stderr
    assert refused.stderr.count("\n") >= 2


def test_the_help_names_the_options(project: Path) -> None:
    shown = " ".join(report("import", "--help").stdout.split())
    assert all(option in shown for option in ("FILE", "--id", "--into", "--tool", "--encoding", "--sheet"))
    assert "import" in (project / "README.md").read_text(encoding="utf-8")
