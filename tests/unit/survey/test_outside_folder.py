"""A survey's folder may lie anywhere: only among the project's own surveys is its name the survey's id."""

from pathlib import Path

import pytest

from macros.errors import ReportError
from macros.language.catalogue import Language
from macros.survey.surveys import open_survey
from tests.unit.survey.folders import CODEBOOK

TEXT = CODEBOOK + "questions:\n  - {id: q, type: text, text: Vad}\n"


def folder(path: Path) -> Path:
    path.mkdir(parents=True)
    (path / "survey.yml").write_text(TEXT, encoding="utf-8")
    (path / "svar.csv").write_text("q\nJa\n", encoding="utf-8")
    return path


def test_anywhere_the_folder_may_have_any_name(tmp_path: Path) -> None:
    assert open_survey(folder(tmp_path / "Min enkät.v2"), tmp_path).codebook.id == "liten"


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("annan", "The id liten is not the name of its folder"),
        ("Min enkät", '"Min enkät" cannot be the name of a survey'),
    ],
)
def test_among_the_projects_surveys_it_is_the_id(tmp_path: Path, name: str, found: str) -> None:
    with pytest.raises(ReportError) as stopped:
        open_survey(folder(tmp_path / "data" / "surveys" / name), tmp_path)
    assert [Language("en").say(problem.found) for problem in stopped.value.problems] == [found]
