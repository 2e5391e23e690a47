"""The rehearsal: every mistake of every page in one run, each with its file, line and call."""

from pathlib import Path

import pytest

from macros.rehearsal import rehearse
from macros.report.address import Address
from macros.vocabulary import NAMES
from tests.projects import Project, Said


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def told(project: Project, body: str, front: str = "") -> list[Said]:
    project.page(body, front=front)
    return project.problems()


def test_all_mistakes_of_all_pages_are_told_at_once(project: Project) -> None:
    project.page(
        '# Rubrik\n\n{{ shar("order", "okat") }}\n\n{{ chart("ordr") }}\n{{ share("order", "okatt") }}\n'
        "{{ question(question=3) }}\n",
        front="description: En rad till\n",
    )
    project.page('{{ chart("order", sruvey="enkat") }}\n\nText {{ n(form="ord") }}.\n', "rapport.md")
    said = project.problems()
    assert [(place, found) for place, found, *_ in said] == [
        ('docs/index.md:8 shar("order", "okat")', "there is no macro shar"),
        ('docs/index.md:10 chart("ordr")', "there is no question ordr in enkat"),
        ('docs/index.md:11 share("order", "okatt")', "there is no answer okatt here"),
        ("docs/index.md:12 question(question=3)", "question: question must be text in quotes"),
        ('docs/rapport.md:5 chart("order", sruvey="enkat")', "chart has no argument sruvey"),
        ('docs/rapport.md:7 n(form="ord")', "there is no form ord here"),
    ]
    assert said[0][2] == ", ".join(NAMES)
    assert [hint for *_, hint in said] == [
        "Did you mean share?", "Did you mean order?", "Did you mean okat?", "",
        "Did you mean survey?", "Did you mean words?",
    ]  # fmt: skip
    assert said[4][2] == "question, by, survey, title, kind, order"


def test_a_call_that_cannot_be_read_is_told_with_its_line(project: Project) -> None:
    ((place, found, *_),) = told(project, "Rad\n\n{{ share('order' }}\n")
    assert (place, found) == ("docs/index.md:7 share('order'", "the call lacks a closing parenthesis: )")


def test_an_operator_that_fails_is_told_with_its_line(project: Project) -> None:
    ((place, found, *_),) = told(project, 'Rad\n{{ share("order", "okat") > "tio" }}\n')
    assert place == 'docs/index.md:6 share("order", "okat") > "tio"'
    assert found == "a comparison stands alone: it needs claim(…) round it"


def test_a_number_that_fails_inside_a_claim_or_a_headline_is_told_once(project: Project) -> None:
    body = '{{ claim("Många.", share("ordr", "x") > 50) }}\n{{ headlines((share("ordr", "y"), "ord")) }}\n'
    assert [(place, found) for place, found, *_ in told(project, body)] == [
        ('docs/index.md:5 claim("Många.", share("ordr", "x") > 50)', "there is no question ordr in enkat"),
        ('docs/index.md:6 headlines((share("ordr", "y"), "ord"))', "there is no question ordr in enkat"),
    ]


def test_a_claim_that_cannot_be_judged_does_not_hide_the_next_mistake(project: Project) -> None:
    body = '{{ claim("Bra.", count("niva", "bra", survey="stickprov") > 1) }}\n{{ chart("ordr") }}\n'
    places = [place.partition(" ")[0] for place, *_ in told(project, body)]
    assert places == ["docs/index.md:5", "docs/index.md:6"]


def test_a_figure_stands_once_on_a_page(project: Project) -> None:
    body = '{{ chart("order") }}\n\n{{ table("order") }}\n\n{{ chart("order", by="storlek") }}\n'
    assert told(project, body) == [
        ('docs/index.md:7 table("order")', "the page shows enkat--order twice", "",
         "Show it once, and refer to it with share(…)."),
    ]  # fmt: skip


def test_front_matter_that_hides_a_macro_is_told(project: Project) -> None:
    assert told(project, "Text\n", front="source: SCB\n") == [
        ("docs/index.md:4", "the key source hides the macro of that name on this page", "", "")
    ]


def test_a_page_without_a_survey_is_told_how_to_name_one(project: Project) -> None:
    project.page('{{ n() }} {{ share("order", "okat") }} {{ n(survey="enkat") }}', survey="")
    assert project.problems() == [
        ("docs/index.md:3", "the page names no survey", "bransch, enkat, forra, personal, stickprov",
         "Name the page's survey in its front matter: survey: …"),
    ]  # fmt: skip


def test_a_page_that_turns_macros_off_is_left_alone(project: Project) -> None:
    assert told(project, '{{ shar("x") }} {% if %}\n', front="render_macros: false\n") == []


def test_loops_and_names_of_the_page_itself_are_no_mistakes(project: Project) -> None:
    body = '{% set svar = "okat" %}{% for grupp in ["sma", "medel"] %}{{ share("permittering", "ja", by="storlek", '
    assert told(project, body + 'group=grupp) }} {{ loop.index }}{% endfor %}{{ share("order", svar) }}\n') == []


def test_numbers_know_the_figures_of_later_pages(project: Project) -> None:
    project.page('{{ share("order", "okat") }}')
    project.page('{{ chart("order") }}', "rapport.md")
    desk = rehearse(project.root).desk
    assert desk.figures == {Address("enkat", "order"): ["rapport/"]}
    assert desk.ledger.entries == {}
    assert desk.examples() == {"enkat", "forra", "personal", "stickprov"}
