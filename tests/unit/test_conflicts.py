"""Marks of a merge that nobody finished are told before anything else is read."""

from pathlib import Path

import pytest

from macros.errors import ReportError
from macros.rehearsal import rehearse
from tests.projects import FORRA, Project, in_english

FOUND = "two versions of the file stand beside each other after a merge"
HINT = "Keep the lines that are right, and remove those that begin with <<<<<<<, ======= or >>>>>>>."
BOTH = "<<<<<<< HEAD\nMitt\n=======\nDitt\n>>>>>>> gren\n"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = Project(tmp_path)
    project.page("# Start\n")
    return project


def told(project: Project) -> list[tuple[str, str, str, str]]:
    with pytest.raises(ReportError) as caught:
        rehearse(project.root)
    return [in_english(problem) for problem in caught.value.problems]


def test_every_file_with_marks_is_told_once_a_conflict(project: Project) -> None:
    project.write("data/surveys/forra/survey.yml", FORRA + BOTH.replace("Mitt", "wave: a").replace("Ditt", "wave: b"))
    project.page(f"# Sida\n\n{BOTH}\nText\n\n{BOTH}", "om.md")
    project.write("mkdocs.yml", BOTH)
    line = FORRA.count("\n") + 1
    assert told(project) == [
        ("mkdocs.yml:1", FOUND, "", HINT),
        ("docs/om.md:7", FOUND, "", HINT),
        ("docs/om.md:15", FOUND, "", HINT),
        (f"data/surveys/forra/survey.yml:{line}", FOUND, "", HINT),
    ]


@pytest.mark.parametrize(
    ("left", "line"), [("Text\n>>>>>>> gren\n", 6), ("Text\n\n=======\nText\n", 7), ("<<<<<<< HEAD\r\nText\n", 5)]
)
def test_what_is_left_of_a_conflict_is_told(project: Project, left: str, line: int) -> None:
    project.page(left, "om.md")
    assert told(project) == [(f"docs/om.md:{line}", FOUND, "", HINT)]


def test_headings_and_quotes_are_no_conflict(project: Project) -> None:
    project.page("Rubrik\n=======\n\n> > > Citat\n\n    <<<<<<< visat\n\nText ========\n", "om.md")
    assert rehearse(project.root).problems == ()
