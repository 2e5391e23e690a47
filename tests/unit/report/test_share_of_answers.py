"""The share of all answers given to a multiple choice: another base than those who answered, said in words."""

from pathlib import Path

import pytest

from macros.errors import ReportError
from tests.drawings import element
from tests.projects import HEAD, Project, in_english
from tests.samples import ENGLISH

# 40 companies, all asked: of 30 who ticked anything 30 ticked money, 15 people, 14 time; 59 answers. The 18 small ones
# gave 36 answers, the 12 large ones 23.
SMALL = ["pengar;folk;tid"] * 9 + ["pengar"] * 9
ANSWERS = [*SMALL, *["pengar;folk"] * 6, *["pengar;tid"] * 5, "pengar", *[""] * 10]
SIZES = ["sma"] * 18 + ["stora"] * 22
CODEBOOK = f"""\
id: enkat
{HEAD.replace("62", "40").replace("counts", "responses")}questions:
  - {{id: storlek, type: single, text: "Size?", label: Size, answers: [{{code: sma, label: Small}},
      {{code: stora, label: Large}}]}}
  - {{id: behov, type: multiple, separator: ";", text: "What?", label: Needs, answers: [
      {{code: pengar, label: Money}}, {{code: folk, label: People}}, {{code: tid, label: Time}}]}}
"""
ROWS = "\n".join(["storlek,behov", *(f"{size},{given}" for size, given in zip(SIZES, ANSWERS, strict=True))]) + "\n"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return Project(tmp_path_factory.mktemp("svar"), ENGLISH, enkat=(CODEBOOK, ROWS))


@pytest.mark.parametrize(
    ("call", "text"),
    [
        ('share("behov", "pengar")', "100 percent"),  # of the 30 who ticked anything
        ('share("behov", "pengar", of="answers")', "51 percent of all answers"),  # 30 of 59
        ('share("behov", "folk", of="answers")', "25 percent of all answers"),
        ('share("behov", "pengar", of="answers", form="words")', "just over half of all answers"),
        ('share("behov", "pengar", of="answers", form="Words")', "Just over half of all answers"),
        ('share("behov", "pengar", of="answers", form="short")', "51% of all answers"),
        ('share("behov", "pengar", of="answers", form="of")', "30 of 59 answers"),
        ('share("behov", "pengar", of="answers", form="bare")', "51"),
        ('share("behov", "pengar", of="answers", form="count")', "30 företag"),
        ('share("behov", "pengar", of="answers", by="storlek", group="sma")', "50 percent of all answers"),  # 18 of 36
        # 12 of 23: of few answers it is a count of them, and not of companies.
        ('share("behov", "pengar", of="answers", by="storlek", group="stora")', "12 of 23 answers"),
        ('share("behov", "pengar", of="answers", by="storlek", group="stora", form="Words")', "12 of 23 answers"),
    ],
)
def test_it_is_of_all_answers_and_says_so(project: Project, call: str, text: str) -> None:
    (number,) = element(project.said(call))
    assert number.text_content().replace("\N{NO-BREAK SPACE}", " ") == text


def test_the_ledger_tells_both_shares_apart(project: Project) -> None:
    project.page('{{ share("behov", "pengar") }} {{ share("behov", "pengar", of="answers") }}')
    project.read()
    found = {record["key"]: (record["statistic"], record["n"], record["base"]) for record in _records(project)}
    assert found == {
        "enkat--behov//pengar/share": ("share", 30, 30),
        "enkat--behov//pengar/share_of_answers": ("share_of_answers", 30, 59),
    }


def _records(project: Project) -> list[dict[str, object]]:
    return project.desk().ledger.as_records()


@pytest.mark.parametrize(("limit", "holds"), [("> 50", True), ("> 50.84", True), ("> 50.85", False), ("> 51", False)])
def test_a_claim_on_it_is_exact(project: Project, limit: str, *, holds: bool) -> None:
    project.page(f'{{{{ claim("Many.", share("behov", "pengar", of="answers") {limit}) }}}}')
    assert (project.problems() == []) == holds


@pytest.mark.parametrize(
    ("call", "found", "allowed"),
    [
        ('share("behov", "pengar", of="svar")', "there is no base svar here", "answers"),
        ('share("behov", "pris", of="answers")', "there is no answer pris here", "pengar, folk, tid"),
        ('share("storlek", "sma", of="answers")', "storlek is no multiple choice: everybody gave one answer", ""),
    ],
)
def test_another_base_answer_or_question_is_refused(project: Project, call: str, found: str, allowed: str) -> None:
    with pytest.raises(ReportError) as caught:
        project.said(call)
    assert in_english(caught.value.problems[0])[1:3] == (found, allowed)


def test_a_hidden_option_hides_every_share_of_the_answers(tmp_path: Path) -> None:
    few = ROWS.replace(";tid", "").replace("pengar;folk\n", "pengar;folk;tid\n", 2)
    project = Project(tmp_path, ENGLISH, enkat=(CODEBOOK, few))
    with pytest.raises(ReportError) as caught:
        project.said('share("behov", "folk", of="answers")')
    assert "not published" in in_english(caught.value.problems[0])[1]
