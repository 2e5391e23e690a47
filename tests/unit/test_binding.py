"""The macros as a generator gets them: errors that stop a build, and boxes in a preview."""

import os
from pathlib import Path
from types import SimpleNamespace

import jinja2
import pytest

import macros
from macros.errors import ReportError
from macros.vocabulary import NAMES
from tests.drawings import element
from tests.projects import Generator, Project, in_english


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = Project(tmp_path)
    made.page('{{ share("order", "okat") }}')
    made.page("{{ n() }}", "rapport.md", survey="stickprov")
    return made


@pytest.fixture
def preview(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FAIL_ON_ERROR", "false")


def test_every_macro_is_registered_under_its_name(project: Project) -> None:
    generator = Generator(project.root, "")
    assert list(generator.macros) == list(NAMES)
    assert [function.__name__ for function in generator.macros.values()] == list(NAMES)
    generator.macros.clear()
    macros.define_env(generator)
    assert set(generator.macros) == set(NAMES)


@pytest.mark.parametrize("url", ["rapport/", "/rapport/"])
def test_the_page_gives_the_survey_and_the_links(project: Project, url: str) -> None:
    number = element(Generator(project.root, url).write('{{ n() }} {{ share("order", "okat", survey="enkat") }}'))
    assert number[0].text_content() == "54\N{NO-BREAK SPACE}företag"
    assert number[1].get("href") == "../data/#rad-enkat--order-4"


@pytest.mark.parametrize("url", ["", ".", "./", "/", "index.html"])
def test_the_start_page_has_many_names(project: Project, url: str) -> None:
    assert element(Generator(project.root, url).write("{{ n() }}"))[0].get("href") == "data/#rad-enkat--storlek-4"


def test_a_mistake_stops_the_build_and_names_page_and_call(project: Project) -> None:
    with pytest.raises(ReportError) as caught:
        Generator(project.root, "").write('{{ chart("ordr", by="storlek") }}')
    ((place, found, _, hint),) = [in_english(problem) for problem in caught.value.problems]
    assert (place, found) == ("docs/index.md chart('ordr'…)", "there is no question ordr in enkat")
    assert hint == "Did you mean order?"


def test_a_change_of_the_data_is_seen_at_once(project: Project) -> None:
    generator = Generator(project.root, "")
    assert "20" in generator.write('{{ count("behov", "folk") }}')
    file = project.root / "data/surveys/enkat/svar.csv"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("behov,folk,,,20", "behov,folk,,,21"), encoding="utf-8")
    os.utime(file, (0, 0))
    assert "21" in generator.write('{{ count("behov", "folk") }}')


@pytest.mark.usefixtures("preview")
@pytest.mark.parametrize(
    "call",
    [
        'chart("<b>ordr</b>")',
        'claim("Många.", share("<b>ordr</b>", "okat") > 50)',
        'claim("Många.", share("<b>ordr</b>", "okat") > 50 and n() > 1)',
        'claim("Många.", 10 < share("<b>ordr</b>", "okat") < 50)',
        'headlines((share("<b>ordr</b>", "okat"), "ord"))',
    ],
)
def test_a_preview_shows_a_box_where_the_mistake_is_and_goes_on(project: Project, call: str) -> None:
    box, number = element(Generator(project.root, "").write(f"{{{{ {call} }}}} {{{{ n() }}}}"))
    assert (box.get("class"), box.get("role")) == ("fel", "alert")
    said = box.text_content()
    assert "docs/index.md" in said
    assert "<b>ordr</b>" in said
    assert "Traceback" not in said
    assert number.get("class") == "tal"


@pytest.mark.usefixtures("preview")
@pytest.mark.parametrize(
    "call",
    [
        'claim("Hälften.", share("order", "minskat") > 50)',
        'claim("Bra.", count("niva", "bra", survey="stickprov") > 1)',
        'share("vantan", "kanske")',
        "share(none, 1)",
        "share()",
    ],
)
def test_a_preview_shows_every_kind_of_mistake_as_a_box(project: Project, call: str) -> None:
    (box,) = element(Generator(project.root, "").write(f"{{{{ {call} }}}}"))
    assert box.get("class") == "fel"


@pytest.mark.usefixtures("preview")
def test_a_preview_shows_a_box_for_broken_data(project: Project) -> None:
    project.write("data/surveys/enkat/svar.csv", "question,answer,by,group,n\npermittering,ja,,,x\n")
    (box,) = element(Generator(project.root, "").write("{{ n() }}"))
    assert "data/surveys/enkat/svar.csv:2" in box.text_content()


UNREADABLE = 'Före {{ share("order", "okat" }} efter.\n'


@pytest.mark.usefixtures("preview")
def test_a_page_that_cannot_be_read_is_shown_as_written_below_what_is_wrong(project: Project) -> None:
    project.page(UNREADABLE)
    env = SimpleNamespace(project_dir=str(project.root), page=SimpleNamespace(url=""), markdown=UNREADABLE)
    macros.on_pre_page_macros(env)
    shown = jinja2.Template(env.markdown, autoescape=True).render()
    assert UNREADABLE.strip() in shown
    (box,) = element(f"<div>{shown}</div>").find_class("fel")
    assert "docs/index.md:5" in box.text_content()
    assert '{{ share("order", "okat") }}' in box.text_content()


@pytest.mark.usefixtures("preview")
def test_a_page_that_can_be_read_is_left_to_its_macros(project: Project) -> None:
    env = SimpleNamespace(project_dir=str(project.root), page=SimpleNamespace(url=""), markdown="{{ n() }}")
    macros.on_pre_page_macros(env)
    assert env.markdown == "{{ n() }}"


def test_nothing_is_shown_of_it_where_a_build_must_stop(project: Project) -> None:
    env = SimpleNamespace(project_dir=str(project.root), page=SimpleNamespace(url=""), markdown=UNREADABLE)
    macros.on_pre_page_macros(env)
    assert env.markdown == UNREADABLE
