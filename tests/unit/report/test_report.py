"""The composition root: each table once, in the site's language, and every mistake under `data/` at once."""

from pathlib import Path

import pytest

from macros.errors import Place, ReportError
from macros.report.address import Address
from macros.report.opening import open_report
from tests.projects import HEAD, PERMITTERING, Project, in_english

PLACE = Place("docs/index.md", 7)
ENGLISH = PERMITTERING.replace("label: Ja", 'label: {sv: Ja, en: "Yes"}').replace(
    "label: Nej", 'label: {sv: Nej, en: "No"}'
)
COUNTS = "question,answer,by,group,n\npermittering,ja,,,39\npermittering,nej,,,23\n"


def test_a_table_is_released_once(tmp_path: Path) -> None:
    report = open_report(Project(tmp_path).root, "sv")
    first = report.table(Address("enkat", "order", ("storlek",)), PLACE)
    assert report.table(Address("enkat", "order", ("storlek",)), PLACE) is first
    assert list(report.tables()) == [Address("enkat", "order", ("storlek",))]


@pytest.mark.parametrize(("language", "labels"), [("sv", ["Ja", "Nej"]), ("en", ["Yes", "No"])])
def test_labels_are_in_the_sites_language(tmp_path: Path, language: str, labels: list[str]) -> None:
    root = Project(tmp_path, enkat=(f"id: enkat\n{HEAD}questions:\n{ENGLISH}", COUNTS)).root
    released = open_report(root, language).table(Address("enkat", "permittering"), PLACE)
    assert [answer.label for answer in released.answers] == labels
    assert [row.label for row in released.rows if row.answer in ("ja", "nej")] == labels


def test_mistakes_of_surveys_and_proposals_are_told_together(tmp_path: Path) -> None:
    project = Project(tmp_path, enkat=(f"id: enkat\n{HEAD}questions:\n{PERMITTERING}", COUNTS.replace("39", "x")))
    project.write("data/proposals.yml", "proposals:\n  - id: p1\n    title: Mer pengar\n    vad: Låna ut.\n")
    with pytest.raises(ReportError) as caught:
        open_report(project.root, "sv")
    files = {problem.place.path for problem in caught.value.problems}
    assert files == {"data/surveys/enkat/svar.csv", "data/proposals.yml"}


def test_two_proposals_of_one_id_are_told_with_their_line(tmp_path: Path) -> None:
    one = (
        "  - {id: p1, title: T, what: V, who: R, helps: A, horizon: I år, "
        "evidence: [{survey: enkat, question: permittering}]}\n"
    )
    project = Project(tmp_path)
    project.write("data/proposals.yml", "proposals:\n" + one + one)
    with pytest.raises(ReportError) as caught:
        open_report(project.root, "sv")
    ((place, found, *_),) = [in_english(problem) for problem in caught.value.problems]
    assert (place.split(":")[:2], found) == (["data/proposals.yml", "3"], "two proposals have the id p1")


def test_an_open_answer_is_never_tabled(tmp_path: Path) -> None:
    codebook = f"id: enkat\n{HEAD.replace('counts', 'responses')}questions:\n  - {{id: fritt, type: text, text: Mer}}\n"
    report = open_report(Project(tmp_path, enkat=(codebook, "fritt\nHemlig kanariefågel\n")).root, "sv")
    with pytest.raises(ReportError) as caught:
        report.table(Address("enkat", "fritt"), PLACE)
    place, found, *_ = in_english(caught.value.problems[0])
    assert (place, found) == ("docs/index.md:7", "fritt is an open question; open answers are never published")
    assert "Hemlig" not in str(caught.value)


def test_the_method_says_what_the_codebook_says_and_invents_nothing(tmp_path: Path) -> None:
    project = Project(tmp_path, settings="theme: {language: en}\n")
    facts = project.said("methodology()").replace("<dt>", "\n").replace("</dd>", "").replace("</dt> <dd>", ": ")
    assert "\nTime: 11 May–12 June 2020" in facts
    assert "\nSelection: Everybody in the population was asked (a census)." in facts
    assert "\nResponse: 62 of 62 företag took part." in facts
    assert "\nCollected by: Not stated." in facts
    assert "fewer than 5 answers" in facts


def test_a_method_does_not_tell_how_few_answered(tmp_path: Path) -> None:
    few = COUNTS.replace("39", "2").replace("23", "1")
    project = Project(tmp_path, "theme: {language: en}\n", enkat=(f"id: enkat\n{HEAD}questions:\n{PERMITTERING}", few))
    assert "<dt>Response</dt> <dd>Not stated.</dd>" in project.said("methodology()")
