"""Front matter that is none, or names what there is not: told once a page, at its own line."""

from pathlib import Path

import pytest

from tests.projects import Project, Said

CALLS = '\n{{ n() }} {{ share("order", "okat") }}\n\n{{ chart("order") }}\n'
SURVEYS = "bransch, enkat, forra, personal, stickprov"
DASHES = "Above and below the keys of a page stands a line with three dashes, the first on line 1: ---"
NAME = "Name the page's survey in its front matter: survey: …"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


@pytest.mark.parametrize(
    ("front", "told"),
    [
        ("# Rubrik\n", (1, "the page names no survey", SURVEYS, NAME)),
        ("---\ntitle: Sida\n---\n", (1, "the page names no survey", SURVEYS, NAME)),
        ("survey: enkat\n", (1, "the front matter stands without its lines of three dashes", "", DASHES)),
        ("title: Sida\nsurvey: enkat\n---\n",
         (1, "the front matter stands without its lines of three dashes", "", DASHES)),
        ("---\nsurvey: enkat\n\n# Rubrik\n", (1, "the front matter has no second line of three dashes", "", DASHES)),
        ("\n---\nsurvey: enkat\n---\n", (1, "an empty line stands above the front matter", "", DASHES)),
        ("—-\nsurvey: enkat\n—-\n", (1, "—- is not three dashes", "", DASHES)),
        ("---\ntitle: Sida\nsurvey:enkat\n---\n",
         (3, "a space is missing after the colon of survey", "", "Write survey: enkat")),
        ("---\ntitle: Sida\nsurvey: enket\n---\n", (3, "there is no survey enket", SURVEYS, "Did you mean enkat?")),
    ],
)  # fmt: skip
def test_what_the_front_matter_lacks_is_told_once(
    project: Project, front: str, told: tuple[int, str, str, str]
) -> None:
    project.write("docs/index.md", front + CALLS)
    line, *words = told
    assert project.problems() == [(f"docs/index.md:{line}", *words)]


def test_a_misspelt_key_is_told_with_the_nearest(project: Project) -> None:
    project.page(CALLS, front="enkät: enkat\nbeskrivning: x\nsearhc: {exclude: true}\n")
    said: list[Said] = project.problems()
    assert [(place, found, hint) for place, found, _, hint in said] == [
        ("docs/index.md:4", "the front matter has no key enkät", ""),
        ("docs/index.md:5", "the front matter has no key beskrivning", ""),
        ("docs/index.md:6", "the front matter has no key searhc", "Did you mean search?"),
    ]
    assert said[0][2].startswith("survey, title, description, ")


def test_a_line_across_the_page_is_no_front_matter(project: Project) -> None:
    project.write("docs/index.md", "# Rubrik\n\n---\n\nsurvey: så heter det på engelska\n")
    project.write("docs/om.md", "---\n\nText mellan två linjer\n\n---\n")
    assert project.problems() == []


def test_another_survey_that_a_call_names_is_told_at_the_call(project: Project) -> None:
    project.page('{{ n(survey="enket") }}')
    assert [problem[0] for problem in project.problems()] == ['docs/index.md:5 n(survey="enket")']
