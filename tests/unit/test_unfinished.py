"""What an import left to be filled in stops the site once a page uses the survey; a draft may show it meanwhile."""

from pathlib import Path

import pytest

from tests.projects import ENKAT, ENKAT_CSV, SETTINGS, Project

FIRST, SECOND = "FYLL I: vem som publicerar undersökningen", "FILL IN: the question as asked"
LEFT = ENKAT.replace("Provbolaget", f'"{FIRST}"').replace("Väntar ni med att investera?", SECOND)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = Project(tmp_path, SETTINGS, enkat=(f"# FYLL I vet bara du\n{LEFT}", ENKAT_CSV))
    made.page('{{ chart("order") }}\n\n{{ chart("vantan") }}\n', "utkast/enkat.md")
    made.page("# Start\n\n{{ downloads() }}\n", survey="")
    return made


@pytest.mark.parametrize("call", ['share("order", "okat")', "source()", "methodology()"])
def test_what_is_left_is_told_with_its_place_when_a_page_uses_the_survey(project: Project, call: str) -> None:
    project.page(f"{{{{ {call} }}}}\n", "rapport.md")
    hint = "docs/rapport.md uses the survey. Fill it in, or let only the draft page use it."
    file = "data/surveys/enkat/survey.yml"
    lines = (project.root / file).read_text(encoding="utf-8").splitlines()
    wanted = [(at, line.index('"' + text) + 1, text) for at, line in enumerate(lines, 1) for text in (FIRST, SECOND)
              if f'"{text}' in line]  # fmt: skip
    assert project.problems() == [
        (f"{file}:{line}:{column}", f"“{text}” is still to be filled in", "", hint) for line, column, text in wanted
    ]
    assert [text for *_, text in wanted] == [FIRST, SECOND]


def test_a_draft_may_show_it_and_the_data_page_says_nothing_of_it(project: Project) -> None:
    assert project.problems() == []
    assert "enkat--order" in project.read("utkast/enkat.md")
    assert "enkat" not in project.read()


def test_the_data_page_lists_what_a_page_asks_for_and_not_what_a_draft_does(project: Project) -> None:
    project.write("data/surveys/enkat/survey.yml", ENKAT)
    project.page('{{ share("order", "okat") }}\n', "rapport.md")
    listed = project.read()
    assert "data-enkat--order" in listed
    assert "enkat--vantan" not in listed


def test_a_number_of_a_draft_leads_to_a_file_where_the_data_page_has_no_line_of_it(project: Project) -> None:
    project.page('{{ share("permittering", "ja") }}\n', "utkast/enkat.md")
    assert 'href="../../data/enkat--permittering.csv"' in project.read("utkast/enkat.md")
