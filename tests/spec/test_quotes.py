"""The macro `quote`: a group as it is released, wide enough, and nothing that nobody approved."""

import shutil
from pathlib import Path

import pytest

from macros.publish.seal import seal
from tests.projects import Project
from tests.spec.test_guard import Repository

SIZES = ("Små", "Medelstora", "Stora")
CODEBOOK = """\
id: enkat
status: example
kind: responses
title: T
publisher: P
population: {label: företagen i provet, size: 40, one: företag, many: företag}
design: {kind: census}
files: [private/svar.csv]
questions:
  - {id: storlek, type: single, text: "Hur stort?", label: Storlek, answers: [
      {code: sma, label: Små}, {code: medel, label: Medelstora}, {code: stora, label: Stora}, {code: jatte, label: X}],
     merge: [{code: stora_jatte, label: Stora och X, of: [stora, jatte]}]}
  - {id: mer, type: text, text: "Något mer?"}
"""
# 20 small, 11 of medium size, 9 large; nobody is larger. Each wrote something of their own, the 21st the medium one's.
ROWS = "storlek,mer\n" + "".join(
    f"{size},{'Vi *hittar* <inga> svetsare i år' if at == 20 else f'Eget svar nummer {at} av många'}\n"
    for at, size in enumerate([SIZES[0]] * 20 + [SIZES[1]] * 11 + [SIZES[2]] * 9)
)
TEXT = "Vi *hittar* <inga> svetsare i år"
QUOTES = """\
quotes:
  - {{id: svets, text: "{text}", question: mer, by: storlek, group: medel, {approved}}}
  - {{id: alla, text: "{text}", question: mer, {approved}}}
  - {{id: stort, text: "Eget svar nummer 35 av många", question: mer, by: storlek, group: stora, {approved}}}
  - {{id: tyst, text: "Eget svar nummer 3 av många", question: mer}}
"""
APPROVED = "approved_by: Ann Ek, date: 2020-06-15"
SHOWN = "Vi &#42;hittar&#42; &lt;inga&gt; svetsare i år"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = Project(tmp_path, enkat=(CODEBOOK, ""))
    made.write("data/surveys/enkat/private/svar.csv", ROWS)
    made.write("data/surveys/enkat/quotes.yml", QUOTES.format(text=TEXT, approved=APPROVED))
    return made


def test_a_quote_names_its_group_and_how_large_that_is(project: Project) -> None:
    said = project.said('quote("svets")')
    assert said.startswith(f'<blockquote class="svar"><p>{SHOWN}</p><footer>— Medelstora (<a class="tal')
    assert ">11\u00a0företag</a>)</footer></blockquote>" in said
    assert "Ann Ek" not in said


def test_a_quote_without_a_group_is_of_all(project: Project) -> None:
    said = project.said('quote("alla")')
    assert "<footer>— företagen i provet (<a" in said
    assert ">40\u00a0företag</a>" in said


@pytest.mark.parametrize(
    ("call", "found"),
    [
        ('quote("tyst")', "nobody has approved the quote tyst"),
        ('quote("stort")', "the group of the quote stort is withheld or smaller than 10"),
        ('quote("svetsa")', "there is no quote svetsa in enkat"),
    ],
)
def test_what_is_not_shown_is_said(project: Project, call: str, found: str) -> None:
    project.page(f"{{{{ {call} }}}}")
    assert [said[1] for said in project.problems()] == [found]


def test_a_group_that_is_shown_together_with_others_is_no_label(project: Project) -> None:
    """Two are larger than large, so that the tables show both as one."""
    rows = ROWS.replace("Stora,Eget svar nummer 38", "X,Eget svar nummer 38").replace(
        "Stora,Eget svar nummer 39", "X,Eget svar nummer 39"
    )
    project.write("data/surveys/enkat/private/svar.csv", rows)
    project.page('{{ quote("stort") }}')
    ((_, found, allowed, _),) = project.problems()
    assert found == "storlek has no group stora among those that are shown"
    assert "stora_jatte" in allowed


def test_a_quote_is_shown_where_no_answers_are_if_it_was_sealed(project: Project) -> None:
    project.page('{{ quote("svets") }}')
    before = project.read()
    seal(project.root, "enkat")
    shutil.rmtree(project.root / "data/surveys/enkat/private")
    assert project.read() == before
    project.write("data/surveys/enkat/quotes.yml", QUOTES.format(text="Något annat svar", approved=APPROVED))
    assert [said[1] for said in project.problems()] == [
        "The quote svets, as it is now, of enkat was not sealed, and its answers are not here"
    ]


def test_what_nobody_approved_stays_out_of_git_where_the_answers_are_real(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    quotes = QUOTES.format(text=TEXT, approved=APPROVED)
    repository.stage("data/surveys/exempel/quotes.yml", quotes)
    assert repository.found() == []
    repository.stage("data/surveys/verklig/quotes.yml", quotes)
    assert [(str(p.place), p.found.template) for p in repository.found()] == [
        ("data/surveys/verklig/quotes.yml:5:10", "nobody has approved the quote {id}")
    ]
