"""Weights, strata, clusters and sizes: read as written, and refused where no estimate could be made of them."""

from collections.abc import Callable

import pytest

from macros.survey.codebook_file import read_codebook
from macros.survey.responses import read_responses
from macros.survey.survey import CLUSTER, POPULATION, STRATUM, WEIGHT, Survey
from tests.unit.survey.folders import Folder, ProblemsOf

QUESTIONS = "  - {id: q, type: single, text: Q, answers: [{code: a, label: A}, {code: b, label: B}]}\n"
DESIGN = "design: {kind: srs, weight: vikt, stratum: lan, cluster: skola, population_size: antal}\n"
HEAD = "population: {label: alla, one: ett, many: flera, size: 100}\n"
Read = Callable[..., Survey]


@pytest.fixture
def read(folder: Folder) -> Read:
    """Read rows of `q,vikt,lan,skola,antal`."""

    def run(*rows: str, design: str = DESIGN, header: str = "q,vikt,lan,skola,antal", head: str = "") -> Survey:
        folder.survey(QUESTIONS, "\n".join([header, *rows]) + "\n", design + head)
        text = (folder.path / "survey.yml").read_text()
        folder.write("survey.yml", text.replace("population: {label: alla, one: ett, many: flera}\n", HEAD))
        return read_responses(read_codebook(folder.path, folder.root), folder.path, folder.root)

    return run


def test_each_column_of_the_design_is_a_column_of_the_survey(read: Read) -> None:
    frame = read("A,1.50,Nord,s1,20", "B,0, nord ,s2,20.0", "A,1 000,Syd,s3,7").frame
    assert list(frame[WEIGHT]) == ["1.5", "0", "1000"]
    assert list(frame[STRATUM]) == ["Nord", "Nord", "Syd"]
    assert list(frame[CLUSTER]) == ["s1", "s2", "s3"]
    assert list(frame[POPULATION]) == ["20", "20", "7"]


def test_without_a_design_there_are_no_such_columns(read: Read) -> None:
    assert list(read("A", header="q", design="").frame.columns) == ["q"]


def test_a_stratum_may_be_a_question_too(read: Read) -> None:
    frame = read("A,1", design="design: {weight: vikt, stratum: q}\n", header="q,vikt").frame
    assert (frame["q"][0], frame[STRATUM][0]) == ("a", "A")


def test_a_weight_has_the_codebooks_decimal_mark(read: Read, problems_of: ProblemsOf) -> None:
    said = {"design": "design: {weight: vikt}\n", "header": "q;vikt"}
    assert list(read("A;0,75", head='decimal: ","\n', **said).frame[WEIGHT]) == ["0.75"]
    assert problems_of(lambda: read("A;0,75", **said)) == [
        ("svar.csv:2:2", '"0,75" is not a number', "a number from 0", 'The codebook says decimal: "."')
    ]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("A,,Nord,s1,20", [("3:2", "The cell is empty", "a number from 0")]),
        ("A,-1,Nord,s1,20", [("3:2", "-1 is out of range", "a number from 0")]),
        ("A,tung,Nord,s1,20", [("3:2", '"tung" is not a number', "a number from 0")]),
        ("A,NaN,Nord,s1,20", [("3:2", '"NaN" is not a number', "a number from 0")]),
        ("A,1,,s1,20", [("3:3", "The cell is empty", "text")]),
        ("A,1,Nord, ,20", [("3:4", "The cell is empty", "text")]),
        ("A,1,Nord,s1,", [("3:5", "The cell is empty", "a whole number from 1")]),
        ("A,1,Nord,s1,20.5", [("3:5", "20.5 is out of range", "a whole number from 1")]),
        ("A,1,Nord,s1,0", [("3:5", "0 is out of range", "a whole number from 1")]),
        (
            "A,1,Nord,s1,21",
            [("3:5", "21 is not the size of the stratum at data/surveys/liten/svar.csv:2:5", "20")],
        ),
        (
            "C,,Nord,,20",
            [
                ("3:1", '"C" is no answer to q', "one of A, B"),
                ("3:2", "The cell is empty", "a number from 0"),
                ("3:4", "The cell is empty", "text"),
            ],
        ),
    ],
)  # fmt: skip
def test_each_mistake_has_its_place_and_what_is_allowed(
    read: Read, problems_of: ProblemsOf, row: str, expected: list[tuple[str, str, str]]
) -> None:
    found = problems_of(lambda: read("A,1,Nord,s1,20", row))
    assert [(place.removeprefix("svar.csv:"), text, allowed) for place, text, allowed, _ in found] == expected


def test_weights_that_are_all_zero_count_nobody(read: Read, problems_of: ProblemsOf) -> None:
    found = problems_of(lambda: read("A,0,Nord,s1,20", "A,0.0,Nord,s2,20"))
    assert found == [("svar.csv:2:2", "All weights are 0", "at least one above 0", "")]


@pytest.mark.parametrize(
    ("design", "header", "rows", "expected"),
    [
        (
            "stratum: lan, population_size: antal", "q,lan,antal", ["A,N,1", "A,S,2", "B,N,1"],
            ("svar.csv:2:3", "The stratum has 1 unit, but 2 were drawn from it", "a whole number from 2", ""),
        ),
        (
            "population_size: antal", "q,antal", ["A,2", "A,2", "B,2"],
            ("svar.csv:2:2", "The stratum has 2 units, but 3 were drawn from it", "a whole number from 3", ""),
        ),
        ("cluster: skola, population_size: antal", "q,skola,antal", ["A,s1,2", "A,s1,2", "B,s2,2"], None),
    ],
)  # fmt: skip
def test_no_more_is_drawn_than_there_is(
    read: Read, problems_of: ProblemsOf, design: str, header: str, rows: list[str], expected: object
) -> None:
    """Where groups were drawn as a whole, it is groups that the size counts."""

    def call() -> Survey:
        return read(*rows, design=f"design: {{{design}}}\n", header=header)

    if expected is None:
        assert len(call().frame) == len(rows)
    else:
        assert problems_of(call) == [expected]


def test_a_column_of_the_design_that_the_file_lacks(read: Read, problems_of: ProblemsOf) -> None:
    found = problems_of(lambda: read("A,1,Nord,s1", header="q,vikter,lan,skola"))
    assert ("svar.csv:1", "The file lacks the column vikt", "", "Did you mean vikter?") in found
    assert ("svar.csv:1", "The file lacks the column antal", "", "") in found


def test_a_column_is_not_used_and_ignored(read: Read, problems_of: ProblemsOf) -> None:
    found = problems_of(lambda: read("A,1,Nord,s1,20", head="ignore: [vikt]\n"))
    assert [text for _, text, _, _ in found] == ["The column vikt is used and ignored"]
