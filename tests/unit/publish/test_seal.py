"""What is sealed is what was released, says nothing of a respondent, and is used as it stands or not at all."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from macros.errors import ReportError
from macros.publish.build import check
from macros.publish.results import open_results, question_list
from macros.publish.seal import seal
from macros.report.address import Address
from macros.survey.sealed_file import SealedFacts
from tests.projects import Project

CODEBOOK = """\
id: {id}
status: example
kind: responses
title: Svar
publisher: Provbolaget
population: {{label: företagen, size: {size}, one: företag, many: företag}}
design: {{kind: srs}}
identifier: foretag
files: [private/svar.csv]
questions:
  - {{id: storlek, type: single, text: "Hur stort?", label: Storlek, answers: [
      {{code: sma, label: Små}}, {{code: stora, label: Stora}}]}}
  - {{id: order, type: single, text: "Har ni fler order?", label: Order, comparable: [{{with: forra, how: same}}],
     answers: [{{code: ja, label: Ja}}, {{code: nej, label: Nej}}, {{code: kanske, label: Kanske}}]}}
  - {{id: anstallda, type: number, text: "Hur många arbetar?", label: Anställda, unit: anställda}}
  - {{id: mer, type: text, text: "Något mer?"}}
"""
PAGE = """\
{{ chart("order") }}
{{ chart("order", by="storlek") }}
{{ share("order", "ja") }} {{ mean("anstallda", by="storlek", group="sma") }}
{{ change("order", "ja", since="forra") }}
{{ difference("order", "ja", by="storlek", group="stora", than="sma") }}
{{ methodology() }}
"""
SEALED = ("sealed.csv", "sealed.yml")


def answers(yes: int, no: int, maybe: int = 0) -> str:
    """Rows of as many, every third of them large."""
    told = ["Ja"] * yes + ["Nej"] * no + ["Kanske"] * maybe
    lines = [
        f"foretag-{at}-xq,{'Stora' if at % 3 == 0 else 'Små'},{answer},{at % 7 + 10},Kanariefågel {at} sjöng för oss"
        for at, answer in enumerate(told)
    ]
    return "foretag,storlek,order,anstallda,mer\n" + "\n".join(lines) + "\n"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = Project(tmp_path, enkat=(CODEBOOK.format(id="enkat", size=400), ""))
    shutil.rmtree(tmp_path / "data")
    made.write("data/surveys/enkat/survey.yml", CODEBOOK.format(id="enkat", size=400))
    made.write("data/surveys/enkat/private/svar.csv", answers(40, 33, 20))
    earlier = CODEBOOK.format(id="forra", size=400).replace(", comparable: [{with: forra, how: same}]", "")
    made.write("data/surveys/forra/survey.yml", earlier)
    made.write("data/surveys/forra/private/svar.csv", answers(20, 60, 20))
    made.page(PAGE)
    return made


@pytest.fixture
def sealed(project: Project) -> Project:
    """Sealed, and the answers taken away."""
    for id_ in ("enkat", "forra"):
        seal(project.root, id_)
    for private in project.root.rglob("private"):
        shutil.rmtree(private)
    return project


def said(root: Path) -> Iterator[tuple[str, str, str]]:
    """Place, template and hint of every problem of a project."""
    with pytest.raises(ReportError) as stopped:
        check(root)
    for problem in stopped.value.problems:
        yield str(problem.place), problem.found.template, problem.hint.template if problem.hint else ""


def change(root: Path, name: str, old: str, new: str) -> None:
    path = root / "data/surveys/enkat" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_every_page_says_the_same_without_an_answer(project: Project) -> None:
    before, tables = project.read(), check(project.root).report.tables()
    for id_ in ("enkat", "forra"):
        seal(project.root, id_)
        shutil.rmtree(project.root / "data/surveys" / id_ / "private")
    after = check(project.root)
    assert len(tables) == 5
    assert after.report.tables() == tables
    assert project.read() == before
    assert "procentenheter" in before


def test_a_survey_whose_answers_are_here_can_be_compared_with_a_sealed_one(project: Project) -> None:
    before = project.read()
    seal(project.root, "forra")
    shutil.rmtree(project.root / "data/surveys/forra/private")
    assert project.read() == before


def test_nothing_of_a_respondent_is_sealed(sealed: Project) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sealed.root.rglob("sealed*")]
    assert len(texts) == 6
    assert not any("Kanariefågel" in text or "foretag-" in text for text in texts)
    facts = (sealed.root / "data/surveys/enkat/sealed.yml").read_text(encoding="utf-8")
    assert "min_cell: 5" in facts
    assert "date: 20" in facts


@pytest.mark.parametrize(
    ("name", "old", "new", "found"),
    [
        ("sealed.csv", ",40,93,", ",41,93,", "{file} or {other} was changed after it was sealed"),
        ("sealed.yml", "answered: 93", "answered: 92", "{file} or {other} was changed after it was sealed"),
        ("sealed.yml", "survey: enkat", "survey: forra", "These are the sealed tables of {survey}"),
        ("survey.yml", "label: Kanske", "label: Vet ej", "Questions, design or rules were changed after the tables"),
        ("survey.yml", "kind: srs", "kind: census", "Questions, design or rules were changed after the tables"),
        ("survey.yml", "size: 400", "size: 500", "Questions, design or rules were changed after the tables"),
    ],
)
def test_what_was_changed_is_not_used(sealed: Project, name: str, old: str, new: str, found: str) -> None:
    change(sealed.root, name, old, new)
    told = list(said(sealed.root))
    assert any(template.startswith(found) for _, template, _ in told), told


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("sealed.yml", "verdict: ", "verdict: x"),
        ("sealed.yml", "    asked: 93\n", ""),
        ("sealed.csv", ",share,ok,", ",quota,ok,"),
        ("sealed.csv", "table,part,group", "table,part,groups"),
    ],
)
def test_a_seal_of_another_form_is_refused_with_the_way_on(sealed: Project, name: str, old: str, new: str) -> None:
    """As one that another version of the program wrote: the hash is right."""
    folder = sealed.root / "data/surveys/enkat"
    change(sealed.root, name, old, new)
    data = yaml.safe_load((folder / "sealed.yml").read_text(encoding="utf-8"))
    data["sha256"] = SealedFacts.model_validate(data).digest((folder / "sealed.csv").read_text(encoding="utf-8"))
    (folder / "sealed.yml").write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    told = {(template, hint) for _, template, hint in said(sealed.root)}
    assert told == {
        (
            "{table} was sealed in another form than this one",
            "Whoever has the answers runs: report seal {survey}. Then commit the sealed files.",
        )
    }


def test_a_title_may_be_mended_after_sealing(sealed: Project) -> None:
    change(sealed.root, "survey.yml", "title: Svar", "title: Alla svar")
    assert check(sealed.root).report.surveys["enkat"].codebook.title == "Alla svar"


@pytest.mark.parametrize(
    "call", ['chart("anstallda")', 'share("storlek", "sma", survey="forra")', 'change("order", "nej", since="forra")']
)
def test_a_number_that_was_not_sealed_says_who_has_to_run_what(sealed: Project, call: str) -> None:
    sealed.page(PAGE + f"{{{{ {call} }}}}\n")
    ((place, template, hint),) = said(sealed.root)
    assert place.startswith("docs/index.md:11")
    assert template == "{what} of {survey} was not sealed, and its answers are not here"
    assert hint == "Whoever has the answers runs: report seal {survey}. Then commit the sealed files."


def test_an_open_question_of_a_sealed_survey_has_no_base(sealed: Project) -> None:
    bases = {entry["question"]: entry["base"] for entry in question_list(open_results(sealed.root, "enkat"))}
    assert bases == {"storlek": 93, "order": 93, "anstallda": None, "mer": None}


def test_sealing_again_without_news_changes_no_file(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")
    assert not seal(project.root, "enkat").unchanged
    first = [(project.root / "data/surveys/enkat" / name).read_bytes() for name in SEALED]
    assert b"date: 2020-09-13" in first[1]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert seal(project.root, "enkat").unchanged
    assert [(project.root / "data/surveys/enkat" / name).read_bytes() for name in SEALED] == first


def test_one_late_answer_is_not_told_by_a_second_seal(project: Project) -> None:
    seal(project.root, "enkat")
    folder = project.root / "data/surveys/enkat"
    project.write("data/surveys/enkat/private/svar.csv", answers(40, 33, 21))
    with pytest.raises(ReportError) as stopped:
        seal(project.root, "enkat")
    problems = stopped.value.problems
    assert {problem.found.template for problem in problems} == {
        "{cell} differs from what was sealed before by fewer than {few}"
    }
    cells = [str(dict(problem.found.values)["cell"]) for problem in problems]
    assert "order/kanske" in cells
    let = "".join(
        f"  - {{finding: 'moved: {cell}', reason: ett svar kom sent, by: Ann Ek, date: 2020-06-01}}\n" for cell in cells
    )
    (folder / "sealed.decisions.yml").write_text("exceptions:\n" + let, encoding="utf-8")
    assert not seal(project.root, "enkat").unchanged
    assert (folder / "sealed.decisions.yml").read_text(encoding="utf-8") == "exceptions:\n" + let


def test_five_late_answers_are_no_secret(project: Project) -> None:
    """All of them of one answer and one size: every number moves by five units or by none."""
    seal(project.root, "enkat")
    rows = answers(40, 33, 20)
    project.write("data/surveys/enkat/private/svar.csv", rows + "".join(f"sen-{n},Små,Ja,12,\n" for n in range(5)))
    assert not seal(project.root, "enkat").unchanged


def test_a_decision_needs_a_reason_and_a_name(project: Project) -> None:
    seal(project.root, "enkat")
    project.write("data/surveys/enkat/private/svar.csv", answers(40, 33, 21))
    path = project.root / "data/surveys/enkat/sealed.decisions.yml"
    path.write_text("exceptions:\n  - {finding: 'moved: order/kanske', date: 2020-06-01}\n", encoding="utf-8")
    with pytest.raises(ReportError) as stopped:
        seal(project.root, "enkat")
    assert len(stopped.value.problems) >= 1
    assert {problem.place.path for problem in stopped.value.problems} == {"data/surveys/enkat/sealed.decisions.yml"}


@pytest.mark.parametrize(
    ("survey", "found"),
    [
        ("enka", "there is no survey {survey}"),
        ("personal", "no page uses {survey}"),
        ("stickprov", "{survey} holds no answers of respondents: there is nothing to seal"),
    ],
)
def test_what_cannot_be_sealed_is_said(tmp_path: Path, survey: str, found: str) -> None:
    project = Project(tmp_path)
    project.page('{{ chart("order") }}')
    with pytest.raises(ReportError) as stopped:
        seal(project.root, survey)
    assert [problem.found.template for problem in stopped.value.problems] == [found]


def test_who_has_no_answers_cannot_seal(sealed: Project) -> None:
    with pytest.raises(ReportError) as stopped:
        seal(sealed.root, "enkat")
    assert [p.found.template for p in stopped.value.problems] == [
        "the answers of {survey} are not here, only what was sealed"
    ]


def test_sealed_by_one_site_language_is_refused_by_another(sealed: Project) -> None:
    path = sealed.root / "mkdocs.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("language: sv", "language: en"), encoding="utf-8")
    assert {template for _, template, _ in said(sealed.root)} >= {"{survey} was sealed in the language {language}"}


def test_the_address_of_a_table_is_its_name_in_the_file(sealed: Project) -> None:
    tables = check(sealed.root).report.tables()
    assert Address("enkat", "order", ("storlek",)) in tables
    lines = (sealed.root / "data/surveys/enkat/sealed.csv").read_text(encoding="utf-8").splitlines()
    assert any(line.startswith("order by storlek,rows,*,") for line in lines)
