"""A small survey counted by hand: what each cell of a tabulation is.

Eight were asked. The base of a question is those who answered it; of a multiple choice, those who ticked at least
one option. Those whose group is missing are in the total only.
"""

from pathlib import Path

import pytest

from macros.survey.codebook_file import read_codebook
from macros.survey.responses import read_responses
from macros.survey.survey import Survey
from macros.survey.tabulate import tabulate

CODEBOOK = """\
id: liten
status: example
kind: responses
title: Liten
publisher: Vi
population: {label: alla, one: ett, many: flera}
files: [svar.csv]
missing: {no_answer: [""], dont_know: [vet ej], refused: [vill ej]}
questions:
  - id: stl
    type: scale
    text: Storlek
    answers: [{code: s, label: Liten}, {code: m, label: Mellan}, {code: l, label: Stor}]
  - {id: perm, type: single, text: Permitterat, answers: [{code: ja, label: Ja}, {code: nej, label: Nej}]}
  - {id: del, type: number, text: Hur stor del, asked_if: perm == "ja"}
  - id: beh
    type: multiple
    text: Behov
    separator: "+"
    answers: [{code: a, label: A}, {code: b, label: B}, {code: inget, label: Inget, exclusive: true}]
"""
ANSWERS = """\
stl,perm,del,beh
s,ja,10,a+b
s,ja,2.5,a
s,nej,,inget
m,ja,vet ej,b
m,nej,,
m,,,a
,ja,40,vet ej
,nej,,b
"""
# fmt: off
BY_SIZE = {
    # question and answer        all  s  m  l
    ("perm", None):             ( 7,  3, 2, 0),
    ("perm", "ja"):             ( 4,  2, 1, 0),
    ("perm", "nej"):            ( 3,  1, 1, 0),
    ("perm", "__no_answer__"):  ( 1,  0, 1, 0),
    ("perm", "__dont_know__"):  ( 0,  0, 0, 0),
    ("del", None):              ( 3,  2, 0, 0),
    ("del", "__dont_know__"):   ( 1,  0, 1, 0),
    ("del", "__no_answer__"):   ( 0,  0, 0, 0),
    ("del", "__not_asked__"):   ( 4,  1, 2, 0),
    ("beh", None):              ( 6,  3, 2, 0),
    ("beh", "a"):               ( 3,  2, 1, 0),
    ("beh", "b"):               ( 3,  1, 1, 0),
    ("beh", "inget"):           ( 1,  1, 0, 0),
    ("beh", "__no_answer__"):   ( 1,  0, 1, 0),
    ("beh", "__dont_know__"):   ( 1,  0, 0, 0),
}
# fmt: on
GROUPS = (None, "s", "m", "l")
UNGROUPED = {"perm": 2, "del": 1, "beh": 1}


@pytest.fixture(scope="module")
def survey(tmp_path_factory: pytest.TempPathFactory) -> Survey:
    root: Path = tmp_path_factory.mktemp("project")
    folder = root / "data/surveys/liten"
    folder.mkdir(parents=True)
    (folder / "survey.yml").write_text(CODEBOOK, encoding="utf-8")
    (folder / "svar.csv").write_text(ANSWERS, encoding="utf-8")
    return read_responses(read_codebook(folder, root), folder, root)


@pytest.mark.parametrize(("key", "counts"), BY_SIZE.items(), ids=str)
def test_each_cell_by_size(survey: Survey, key: tuple[str, str | None], counts: tuple[int, ...]) -> None:
    question, answer = key
    table = tabulate(survey, question, ("stl",))
    assert tuple(table.cell((group,), answer).n for group in GROUPS) == counts


@pytest.mark.parametrize(("key", "counts"), BY_SIZE.items(), ids=str)
def test_each_cell_of_the_total_alone(survey: Survey, key: tuple[str, str | None], counts: tuple[int, ...]) -> None:
    question, answer = key
    assert tabulate(survey, question).cell((), answer).n == counts[0]


@pytest.mark.parametrize("question", UNGROUPED)
def test_those_without_a_group_are_counted_and_in_no_group(survey: Survey, question: str) -> None:
    assert tabulate(survey, question, ("stl",)).ungrouped == UNGROUPED[question]
    assert tabulate(survey, question).ungrouped == 0


def test_a_number_has_its_sum_and_its_sum_of_squares(survey: Survey) -> None:
    table = tabulate(survey, "del", ("stl",))
    sums = [(cell.group, cell.total, cell.squares) for cell in table.cells if cell.answer is None]
    assert sums == [((None,), 52.5, 1706.25), (("s",), 12.5, 106.25), (("m",), 0.0, 0.0), (("l",), 0.0, 0.0)]


def test_cells_come_in_the_order_of_the_codebook_totals_first(survey: Survey) -> None:
    table = tabulate(survey, "perm", ("stl",))
    assert table.groups() == ((None,), ("s",), ("m",), ("l",))
    assert [cell.answer for cell in table.cells[:8]] == [
        None, "ja", "nej", "__no_answer__", "__dont_know__", "__refused__", "__not_applicable__", "__not_asked__",
    ]  # fmt: skip
