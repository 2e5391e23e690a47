"""The verbs as somebody types them: what they print, what they refuse, and with which exit status."""

import json
import os
import pty
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from click.testing import CliRunner, Result

from macros.commands import main
from tests.projects import SETTINGS, SURVEYS, Project

ENGLISH = SETTINGS.replace("language: sv", "language: en")


@pytest.fixture
def here(tmp_path: Path, project: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A small project in English whose code is this one, and the folder that one stands in."""
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "SITE_URL"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "macros").symlink_to(project / "macros")
    small = Project(tmp_path, ENGLISH, **SURVEYS)
    small.page("# Start\n\n{{ n() }}\n")
    monkeypatch.chdir(tmp_path)
    return small


def report(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


@pytest.mark.parametrize(
    ("verb", "words"),
    [
        ("build", "Check everything and build site/, PDF and downloads included."),
        ("check", "Find every mistake in data, codebooks, proposals and pages, without building."),
        ("serve", "Preview: rebuilds at every save; a mistake is shown on its page."),
        ("results", "Print a survey's questions, or the table of one question."),
        ("import", "Make a draft survey of a survey tool's export"),
        ("audit", "Attack site/, or SITE or its tables.json"),
        ("schema", "Write the JSON Schema of survey.yml, for editors"),
    ],
)
def test_every_verb_explains_itself(verb: str, words: str) -> None:
    for flag in ("--help", "-h"):
        shown = report(verb, flag)
        assert shown.exit_code == 0
        assert words in " ".join(shown.stdout.split())
    assert verb in report("--help").stdout


def test_no_verb_is_left_unexplained() -> None:
    assert all(command.help for command in main.commands.values())


@pytest.mark.usefixtures("here")
def test_check_says_that_all_is_well() -> None:
    checked = report("check")
    assert (checked.exit_code, checked.stderr) == (0, "")
    assert checked.stdout == "1 pages and 5 surveys: no problems.\n"


def test_a_mistake_is_told_on_the_error_stream_with_status_1(here: Project) -> None:
    here.page("# Start\n\n{{ share('ordr', 'minskat') }}\n")
    checked = report("check")
    assert (checked.exit_code, checked.stdout) == (1, "")
    assert checked.stderr.splitlines() == [
        "docs/index.md:7 share('ordr', 'minskat'): there is no question ordr in enkat",
        "  Allowed: storlek, permittering, order, vantan, behov",
        "  Hint: Did you mean order?",
        "1 problem.",
    ]


def test_only_a_failed_build_says_that_the_last_site_is_untouched(here: Project) -> None:
    here.page("# Start\n\n{{ share('ordr', 'minskat') }}\n")
    last = {verb[0]: report(*verb).stderr.splitlines()[-1] for verb in (["build"], ["results", "enkt"], ["check"])}
    assert last["build"] == "1 problem. Nothing was published; the last good site is untouched."
    assert last["results"] == last["check"] == "1 problem."


def test_on_github_the_mistake_is_shown_at_its_line_too(here: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(here.root / "summary.md"))
    here.page("# Start\n\n{{ share('ordr', 'minskat') }}\n")
    checked = report("check")
    assert "::error file=docs/index.md,line=7::there is no question ordr in enkat" in checked.stdout
    assert "`docs/index.md:7 share(" in (here.root / "summary.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "verb", [["build"], ["check"], ["serve"], ["results", "enkat"], ["import", "a.csv"], ["schema"]], ids=" ".join
)
def test_a_folder_with_other_code_is_refused(here: Project, verb: list[str]) -> None:
    (here.root / "macros").unlink()
    (here.root / "macros").mkdir()
    refused = report(*verb)
    assert refused.exit_code == 1
    assert refused.stderr.startswith("macros: the code that runs is not this folder's")
    assert "Hint: Run python -m macros … in the project's folder." in refused.stderr
    assert sorted(path.name for path in here.root.iterdir()) == ["data", "docs", "macros", "mkdocs.yml"]


def test_a_folder_without_a_project_is_refused_in_swedish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    refused = report("build")
    assert refused.exit_code == 1
    assert "python -m macros" in refused.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "arguments", [["bild"], ["results"], ["results", "enkat", "--format", "xml"], ["serve", "--port", "a"]]
)
def test_a_command_that_is_not_understood_has_status_2(here: Project, arguments: list[str]) -> None:
    refused = report(*arguments)
    assert refused.exit_code == 2
    assert "Usage: " in refused.stderr
    assert here.root.exists()


@pytest.mark.usefixtures("here")
def test_results_lists_a_surveys_questions() -> None:
    shown = json.loads(report("results", "enkat").stdout)
    assert [question["question"] for question in shown] == ["storlek", "permittering", "order", "vantan", "behov"]
    assert shown[1] == {
        "question": "permittering",
        "type": "single",
        "text": "Har ni permitterat?",
        "columns": ["permittering"],
        "base": 62,
    }


@pytest.mark.usefixtures("here")
def test_results_prints_one_released_table() -> None:
    shown = json.loads(report("results", "enkat", "permittering", "--by", "storlek").stdout)
    assert (shown["by"], shown["released"]) == (["storlek"], True)
    yes = {row["group"]["storlek"]: row["n"] for row in shown["rows"] if row["answer"] == "ja"}
    assert yes == {None: 39, "sma": 13, "medel": 20, "stora": 6}
    csv = report("results", "enkat", "permittering", "--format", "csv").stdout.splitlines()
    assert csv[0].startswith("survey,data,question,answer,label,")
    assert [line for line in csv if ",ja,Ja,share,63,39,62,63," in line]


def on_a_terminal(*arguments: str) -> list[str]:
    """What a verb prints where a person reads it, line by line."""
    ours, theirs = pty.openpty()
    running = subprocess.Popen([sys.executable, "-m", "macros", *arguments], stdout=theirs, stderr=subprocess.DEVNULL)
    os.close(theirs)
    said = b""
    with suppress(OSError):  # which is how a terminal ends
        while part := os.read(ours, 4096):
            said += part
    os.close(ours)
    assert running.wait() == 0
    return said.decode().splitlines()


@pytest.mark.usefixtures("here")
def test_results_sets_a_table_on_a_terminal() -> None:
    listed = on_a_terminal("results", "enkat")
    assert [line.split()[0] for line in listed] == ["question", "storlek", "permittering", "order", "vantan", "behov"]
    assert listed[2].split() == ["permittering", "single", "62", "Har", "ni", "permitterat?"]
    head, *rows = on_a_terminal("results", "enkat", "permittering")
    assert head.split()[:5] == ["answer", "label", "statistic", "value", "n"]
    assert [row.split()[:5] for row in rows if row.startswith("ja ")] == [["ja", "Ja", "share", "63", "39"]]
    assert json.loads("\n".join(on_a_terminal("results", "enkat", "--format", "json")))[1]["base"] == 62


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("arguments", "found", "hint"),
    [
        (["results", "enkt"], "there is no survey enkt", "Did you mean enkat?"),
        (["results", "enkat", "ordr"], "there is no question ordr in enkat", "Did you mean order?"),
        (["results", "enkat", "order", "--by", "storlk"], "there is no grouping storlk in enkat", "mean storlek?"),
    ],
)
def test_results_of_something_unknown_says_what_there_is(arguments: list[str], found: str, hint: str) -> None:
    refused = report(*arguments)
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert refused.stderr.startswith(f"report results: {found}")
    assert hint in refused.stderr


def test_schema_is_written_for_editors(here: Project) -> None:
    assert report("schema").exit_code == 0
    schema = json.loads((here.root / "data" / "survey.schema.json").read_text(encoding="utf-8"))
    assert "questions" in schema["properties"]


def test_what_the_system_refuses_is_told_without_a_traceback(here: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "site/index.html")

    monkeypatch.setattr("macros.publish.build.build", full)
    refused = report("build")
    assert refused.exit_code == 1
    assert refused.stderr.startswith("site/index.html: No space left on device\n")
    assert here.root.exists()


@pytest.mark.usefixtures("here")
def test_serve_starts_the_generators_preview_so_that_a_mistake_does_not_end_it(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[tuple[list[str], dict[str, str]]] = []

    def start(command: list[str], *, env: dict[str, str], **_: Any) -> SimpleNamespace:
        started.append((command, env))
        return SimpleNamespace(returncode=7)

    monkeypatch.setattr(subprocess, "run", start)
    assert report("serve", "--port", "8123").exit_code == 7
    ((command, environment),) = started
    assert command[:4] == [sys.executable, "-m", "mkdocs", "serve"]
    assert {"--livereload", "127.0.0.1:8123"} <= set(command)
    assert environment["FAIL_ON_ERROR"] == "false"
    assert environment["PATH"] == os.environ["PATH"]


def test_the_module_is_the_same_as_the_command(project: Path) -> None:
    shown = subprocess.run(
        [sys.executable, "-m", "macros", "--help"], cwd=project, capture_output=True, text=True, check=True
    )
    assert "Survey answers in CSV become a published site." in shown.stdout
