"""Counts that come as counts: whole, without holes, without contradictions."""

from collections.abc import Callable

import pytest

from macros.errors import Place, ReportError
from macros.survey.codebook_file import read_codebook
from macros.survey.counts import Counts, read_counts
from macros.survey.tabulate import tabulate
from macros.survey.tabulation import MISSING
from tests.unit.survey.folders import Folder, ProblemsOf

QUESTIONS = """\
  - {id: q, type: single, text: Q, answers: [{code: a, label: Alfa}, {code: b, label: Beta}]}
  - {id: m, type: multiple, separator: ";", text: M, answers: [{code: x, label: X}, {code: y, label: Y}]}
"""
HEADER = "question,answer,by,group,n\n"
M = "m,,,,5\nm,x,,,4\nm,y,,,3\n"
Q = "q,a,,,6\nq,Beta,,,4\nq,__no_answer__,,,2\n"
M_BY_Q = "m,,q,a,3\nm,x,q,a,3\nm,y,q,a,0\nm,,q,b,1\nm,x,q,b,1\nm,y,q,b,1\n"


@pytest.fixture
def read(folder: Folder) -> Callable[[str], Counts]:
    def run(rows: str) -> Counts:
        folder.survey(QUESTIONS, HEADER + rows, kind="counts")
        return read_counts(read_codebook(folder.path, folder.root), folder.path, folder.root)

    return run


def test_counts_become_tabulations_like_any_other(read: Callable[[str], Counts]) -> None:
    counts = read(Q + M + M_BY_Q)
    table = tabulate(counts, "q")
    assert [(cell.answer, cell.n) for cell in table.cells[:4]] == [(None, 10), ("a", 6), ("b", 4), ("__no_answer__", 2)]
    assert [cell.answer for cell in table.cells[3:]] == list(MISSING)
    by = tabulate(counts, "m", ("q",))
    assert by.groups() == ((None,), ("a",), ("b",))
    assert [by.cell(group, None).n for group in by.groups()] == [5, 3, 1]
    assert [by.cell(group, "y").n for group in by.groups()] == [3, 0, 1]
    assert by.ungrouped == 1


@pytest.mark.parametrize(
    ("rows", "place", "found"),
    [
        (Q.replace("q,a,,,6\n", "") + M, "svar.csv", "The count of q, answer a,   is lacking"),
        (Q + M.replace("m,,,,5\n", ""), "svar.csv", "The count of m, answer –,   is lacking"),
        (Q + M + M_BY_Q.replace("m,y,q,a,0\n", ""), "svar.csv", "The count of m, answer y, q a is lacking"),
        (Q + "q,,,,11\n" + M, "svar.csv:5", "The base of q is 11, but its answers add up to 10"),
        (Q + M.replace("m,x,,,4", "m,x,,,6"), "svar.csv:5", "The base of m is 5, but its answers add up to 9"),
        (Q + M.replace("m,x,,,4", "m,x,,,1"), "svar.csv:5", "The base of m is 5, but its answers add up to 4"),
        (Q + M + M_BY_Q.replace("m,,q,b,1\nm,x,q,b,1", "m,,q,b,2\nm,x,q,b,2"), "svar.csv:6",
         "m by q: the groups of answer x add up to more than their total"),
        (Q + M + "q,a,,,6\n", "svar.csv:8", "The same count stands at data/surveys/liten/svar.csv:2"),
        (Q + M + "qq,a,,,6\n", "svar.csv:8:1", "No question qq"),
        (Q + M + "q,c,,,6\n", "svar.csv:8:2", '"c" is no answer to q'),
        (Q + M + "q,a,m,x,6\n", "svar.csv:8:3", "m is no grouping"),
        (Q + M + "m,x,q,c,6\n", "svar.csv:8:4", '"c" is no answer to q'),
        (Q + M + "m,x,,a,6\n", "svar.csv:8:4", "A group needs its question under by"),
        (Q + M + "m,x,q,a,-1\n", "svar.csv:8:5", '"-1" is not a number'),
        (Q + M + "m,x,q,a,1.5\n", "svar.csv:8:5", '"1.5" is not a number'),
    ],
)  # fmt: skip
def test_holes_and_contradictions(
    read: Callable[[str], Counts], problems_of: ProblemsOf, rows: str, place: str, found: str
) -> None:
    assert [problem[:2] for problem in problems_of(lambda: read(rows))] == [(place, found)]


def test_a_table_that_is_not_there_is_told_with_those_that_are(read: Callable[[str], Counts]) -> None:
    counts = read(Q + M + M_BY_Q)
    with pytest.raises(ReportError) as caught:
        counts.tabulation(counts.codebook.questions[0], (counts.codebook.questions[0],), Place("docs/a.md", 3))
    assert str(caught.value.problems[0].place) == "docs/a.md:3"
