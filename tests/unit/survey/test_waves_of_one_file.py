"""A file that holds several waves: rows of the others are not read at all, only counted."""

from collections.abc import Callable

import pytest

from macros.survey.codebook_file import read_codebook
from macros.survey.responses import read_responses
from macros.survey.survey import Survey
from tests.unit.survey.folders import Folder, ProblemsOf

QUESTIONS = "  - {id: q, type: single, text: Q, answers: [{code: a, label: A}, {code: b, label: B}]}\n"
Read = Callable[..., Survey]


@pytest.fixture
def read(folder: Folder) -> Read:
    """Read rows of `id,år,q`, of which the codebook wants some."""

    def run(*rows: str, only: str = "values: ['2020']", head: str = "", questions: str = QUESTIONS) -> Survey:
        text = "\n".join(["id,år,q", *rows]) + "\n"
        folder.survey(questions, text, f"identifier: id\nonly: {{column: År, {only}}}\n{head}")
        return read_responses(read_codebook(folder.path, folder.root), folder.path, folder.root)

    return run


def test_rows_of_another_wave_are_counted_and_not_read(read: Read) -> None:
    """Neither an answer that this wave does not know nor a respondent who comes again is a mistake there."""
    survey = read("f1,2020,A", "f1,2021,Något helt annat", "f2,2020 ,B", "f3,2019,A")
    assert list(survey.frame["q"]) == ["a", "b"]
    assert survey.left_out == 2


def test_without_only_all_rows_are_read(folder: Folder) -> None:
    folder.survey(QUESTIONS, "q\nA\nB\n")
    survey = read_responses(read_codebook(folder.path, folder.root), folder.path, folder.root)
    assert (len(survey.frame), survey.left_out) == (2, 0)


def test_several_values_are_one_wave(read: Read) -> None:
    assert len(read("f1,vår,A", "f2,VÅREN,B", "f3,höst,A", only="values: [Vår, Våren]").frame) == 2


def test_the_column_may_be_a_question_too(read: Read) -> None:
    year = "  - {id: ar, column: år, type: single, text: Å, answers: [{code: nu, label: '2020'}]}\n"
    assert list(read("f1,2020,A", "f2,2021,A", questions=QUESTIONS + year).frame["ar"]) == ["nu"]


def test_a_wave_that_no_row_names_comes_with_those_that_there_are(read: Read, problems_of: ProblemsOf) -> None:
    found = problems_of(lambda: read("f1,hösten 2020,A", "f2,våren 2020,B", only="values: [höst 2020]"))
    assert found == [
        ("svar.csv:2:2", "No row is of the wave höst 2020", "one of hösten 2020, våren 2020",
         "Did you mean hösten 2020?")
    ]  # fmt: skip


def test_a_row_that_does_not_say_its_wave_is_told(read: Read, problems_of: ProblemsOf) -> None:
    found = problems_of(lambda: read("f1,2020,A", "f2,,B"))
    assert found == [("svar.csv:3:2", "The row does not say its wave", "", "")]


def test_a_file_that_lacks_the_column(folder: Folder, problems_of: ProblemsOf) -> None:
    folder.survey(QUESTIONS, "q\nA\n", "only: {column: År, values: ['2020']}\n")
    found = problems_of(lambda: read_responses(read_codebook(folder.path, folder.root), folder.path, folder.root))
    assert found == [("svar.csv:1", "The file lacks the column År", "", "")]
