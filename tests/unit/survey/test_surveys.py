"""All surveys of a project, and all their problems."""

from pathlib import Path

import pytest

from macros.survey.published import Published
from macros.survey.survey import Survey
from macros.survey.surveys import open_surveys
from tests.unit.survey.folders import Folder, ProblemsOf

ROOT = Path(__file__).parents[3]


def test_the_projects_own_surveys_open() -> None:
    surveys = open_surveys(ROOT)
    assert list(surveys) == sorted(surveys)
    assert isinstance(surveys["iuc-2020-sommar"], Survey)
    assert isinstance(surveys["innovationsforetagen-2020"], Published)
    assert all(survey.codebook.id == id for id, survey in surveys.items())


def test_the_problems_of_all_surveys_come_at_once(folder: Folder, problems_of: ProblemsOf) -> None:
    folder.survey("  - {id: q, type: number, text: Q}\n", "q\nx\n")
    other = folder.root / "data/surveys/annan"
    other.mkdir()
    (folder.root / "data/surveys/Fel Namn").mkdir()
    found = problems_of(lambda: open_surveys(folder.root))
    assert [problem[:2] for problem in found] == [
        ("data/surveys/Fel Namn", '"Fel Namn" cannot be the name of a survey'),
        ("data/surveys/annan/survey.yml", "There is no such file"),
        ("svar.csv:2:1", '"x" is not a number'),
    ]


def test_a_folder_that_is_a_link_is_refused(
    folder: Folder, problems_of: ProblemsOf, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder.survey("  - {id: q, type: number, text: Q}\n", "q\n1\n")
    outside = tmp_path_factory.mktemp("outside")
    (folder.root / "data/surveys/utanfor").symlink_to(outside)
    assert problems_of(lambda: open_surveys(folder.root)) == [("data/surveys/utanfor", "The folder is a link", "", "")]


def test_a_project_without_surveys(tmp_path: Path, problems_of: ProblemsOf) -> None:
    assert problems_of(lambda: open_surveys(tmp_path))[0][:2] == ("data/surveys", "There is no survey")
