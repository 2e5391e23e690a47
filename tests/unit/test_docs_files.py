"""Whatever lies in docs/ is published: only what a site is made of may lie there."""

from pathlib import Path

import pytest

from tests.projects import Project

ALLOWED = ".md, .avif, .gif, .ico, .jpeg, .jpg, .png, .svg, .webp, .css, .js, .pdf, .woff2"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = Project(tmp_path)
    made.page("# Start\n")
    return made


@pytest.mark.parametrize(
    "name", ["svar.csv", "rapport/svar.xlsx", "sida.docx", "svar.sav", "anteckningar.txt", "sida.MD", "sida.markdown"]
)
def test_answers_and_documents_are_told_before_they_are_published(project: Project, name: str) -> None:
    project.write(f"docs/{name}", "hemligt\n")
    ((place, found, allowed, hint),) = project.problems()
    assert (place, found, allowed) == (f"docs/{name}", "a file of this kind may not lie in docs/", ALLOWED)
    assert "data/surveys/<id>/" in hint


def test_pictures_and_what_the_generator_leaves_behind_may_lie_there(project: Project) -> None:
    for name in ("bilder/l.PNG", "bilder/.gitkeep", ".DS_Store", ".dolt/svar.csv", "stadgar.pdf"):
        project.write(f"docs/{name}", "")
    assert project.problems() == []


def test_answers_behind_a_link_to_a_folder_are_told_too(project: Project) -> None:
    (project.root / "docs" / "filer").symlink_to(project.root / "data" / "surveys" / "enkat")
    assert [place for place, *_ in project.problems()] == ["docs/filer/survey.yml", "docs/filer/svar.csv"]
