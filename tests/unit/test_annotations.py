"""What GitHub shows of a run: each mistake at its line, and a summary that is never too long to be kept."""

from pathlib import Path

import pytest

from macros.annotations import annotate, summarise, verdict
from macros.errors import Place, Problem, ReportError
from macros.language.catalogue import Language
from macros.language.message import msg

ENGLISH = Language("en")
MEBIBYTE = 2**20


@pytest.fixture
def summary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A run on GitHub, and the file of its summary."""
    file = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(file))
    return file


def problem(place: Place, found: str = "wrong", hint: str | None = None) -> Problem:
    return Problem(place, msg("{text}", text=found), hint=msg("{text}", text=hint) if hint else None)


def annotations(capsys: pytest.CaptureFixture[str], *problems: Problem) -> list[str]:
    error = ReportError(problems)
    annotate(error, ENGLISH.say(verdict(error, building=True)), ENGLISH)
    return capsys.readouterr().out.splitlines()


@pytest.mark.usefixtures("summary")
@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (problem(Place("data/svar.csv", 17, 3)), "::error file=data/svar.csv,line=17,col=3::wrong"),
        (problem(Place("docs/index.md", 4, call='share("q9")')), "::error file=docs/index.md,line=4::wrong"),
        (problem(Place("mkdocs.yml")), "::error file=mkdocs.yml::wrong"),
        (problem(Place("a.csv", 2), "wrong", "Did you mean q8?"), "::error file=a.csv,line=2::wrong Did you mean q8?"),
        (problem(Place("a,b:c%.csv", 2)), "::error file=a%2Cb%3Ac%25.csv,line=2::wrong"),
        (problem(Place("a.csv", 2), "100 %: a, b"), "::error file=a.csv,line=2::100 %25: a, b"),
        (problem(Place("a.csv"), "one\r\n::error::two"), "::error file=a.csv::one%0D%0A::error::two"),
    ],
)
def test_a_problem_is_an_annotation_at_its_place(
    capsys: pytest.CaptureFixture[str], given: Problem, shown: str
) -> None:
    assert annotations(capsys, given) == [shown]


def test_no_more_are_printed_than_github_shows_and_the_summary_has_them_all(
    capsys: pytest.CaptureFixture[str], summary: Path
) -> None:
    problems = [problem(Place("a.csv", line), f"mistake {line}") for line in range(1, 13)]
    assert len(annotations(capsys, *problems)) == 10
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("12 problems. Nothing was published")
    assert [line for line in text.splitlines() if line.startswith("- ")] == [
        f"- `a.csv:{line}`: mistake {line}" for line in range(1, 13)
    ]


def test_one_problem_is_not_called_several(capsys: pytest.CaptureFixture[str], summary: Path) -> None:
    annotations(capsys, problem(Place("a.csv")))
    assert summary.read_text(encoding="utf-8").startswith("1 problem. Nothing was published")


def test_the_summary_stays_below_the_size_at_which_github_drops_it_whole(
    capsys: pytest.CaptureFixture[str], summary: Path
) -> None:
    annotations(capsys, *(problem(Place("data/svar.csv", line), "Unknown answer " * 10) for line in range(20_000)))
    text = summary.read_text(encoding="utf-8")
    assert len(text.encode()) < MEBIBYTE
    assert text.startswith("20000 problems. ")
    assert text.endswith("And 19800 more problems.\n")


def test_outside_of_github_nothing_is_printed_or_written(
    capsys: pytest.CaptureFixture[str], summary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "false")
    assert annotations(capsys, problem(Place("a.csv"))) == []
    assert not summary.exists()


def test_the_summary_is_added_to_what_other_steps_wrote(summary: Path) -> None:
    summary.write_text("before\n", encoding="utf-8")
    summarise("62 företag")
    assert summary.read_text(encoding="utf-8") == "before\n62 företag\n"


def test_without_a_summary_there_is_nothing_to_write_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    summarise("62 företag")
