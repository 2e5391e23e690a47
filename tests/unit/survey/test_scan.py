"""Large files that are several, hold several waves, or hold too many answers: what is counted, and what is told."""

from fractions import Fraction
from pathlib import Path

import narwhals as nw
import pytest

from macros.survey import recode, scannable
from macros.survey.survey import WEIGHT, Survey
from macros.survey.surveys import open_survey
from macros.survey.tabulate import tabulate
from macros.survey.tabulation import MISSING
from tests.unit.survey.folders import CODEBOOK, Folder, ProblemsOf

QUESTIONS = "- {id: q, type: single, text: Q, answers: [{code: ja, label: Ja}, {code: nej, label: Nej}]}\n"
ENGINES = [pytest.param(name, marks=[pytest.mark.slow] if name == "pyspark" else []) for name in
           ("duckdb", "polars", "pyspark")]  # fmt: skip
SCANNED = ENGINES[:2]  # what does not touch the engine itself is tried on two


@pytest.fixture(autouse=True)
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every file be a large one, unless a test says otherwise."""
    monkeypatch.setattr(scannable, "LARGE", 0)


def scan(folder: Folder, engine: str) -> Survey:
    survey = open_survey(folder.path, folder.root, engine)
    assert isinstance(survey, Survey)
    return survey


def bases(survey: Survey, question: str) -> list[int]:
    return [cell.n for cell in tabulate(survey, question).cells if cell.answer not in MISSING]


@pytest.mark.parametrize("name", SCANNED)
def test_files_are_read_as_one_and_told_apart_in_problems(folder: Folder, problems_of: ProblemsOf, name: str) -> None:
    head = CODEBOOK.replace("[svar.csv]", "[norr.csv, syd.csv]")
    folder.write("survey.yml", f"{head}identifier: nr\nquestions:\n{QUESTIONS}")
    folder.write("norr.csv", "nr;q\n1;Ja\n2;Nej\n")
    folder.write("syd.csv", "q,nr\nJa,3\n")
    assert bases(scan(folder, name), "q") == [3, 2, 1]
    folder.write("syd.csv", "q,nr\nJo,3\n")
    assert [problem[:2] for problem in problems_of(lambda: scan(folder, name))] == [
        ("syd.csv", 'q: "Jo" is no answer to q, in 1 row')
    ]
    folder.write("syd.csv", "q,nr\nJa,1\n")
    assert "answered more than once" in problems_of(lambda: scan(folder, name))[0][1]


@pytest.mark.parametrize("name", SCANNED)
def test_only_the_rows_of_this_wave_are_read(folder: Folder, problems_of: ProblemsOf, name: str) -> None:
    head = "only: {column: omg, values: [Våren]}\n"
    folder.survey(QUESTIONS, "q;omg\nJa;våren\nJo;Hösten\nNej; VÅREN \n", head)
    survey = scan(folder, name)
    assert (bases(survey, "q"), survey.left_out) == ([2, 1, 1], 1)
    folder.survey(QUESTIONS, "q;omg\nJa;Varen\nJa;\n", head)
    found = problems_of(lambda: scan(folder, name))
    assert [problem[1] for problem in found] == ["omg: 1 row does not say its wave", "No row is of the wave Våren"]
    assert found[1][3] == "Did you mean Varen?"


@pytest.mark.parametrize("name", SCANNED)
def test_columns_are_found_as_in_a_small_file(folder: Folder, problems_of: ProblemsOf, name: str) -> None:
    folder.survey(QUESTIONS, "\ufeff Q ;x\nJa;1\n")
    ((place, found, _, hint),) = problems_of(lambda: scan(folder, name))
    assert (place, found) == ("svar.csv:1:2", "The column x is not in the codebook")
    assert "ignore" in hint
    folder.survey(QUESTIONS, "\ufeff Q ;x\nJa;1\n", "ignore: [x]\n")
    assert bases(scan(folder, name), "q") == [1, 1, 0]
    folder.survey(QUESTIONS, "Ja;1\nNej;2\n")
    assert problems_of(lambda: scan(folder, name))[0][1] == "The first row names no column of the codebook"


def test_more_different_answers_than_memory_bears_are_refused(
    folder: Folder, problems_of: ProblemsOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recode, "MOST_DIFFERENT", 2)
    folder.survey("- {id: n, type: number, text: N}\n", "n\n1\n2\n2\n")
    assert bases(scan(folder, "duckdb"), "n") == [3]
    folder.survey("- {id: n, type: number, text: N}\n", "n\n1\n2\n3\n")
    assert problems_of(lambda: scan(folder, "duckdb"))[0][1] == "n has more than 2 different answers"


def test_wrong_values_are_told_the_commonest_first_and_not_all(folder: Folder, problems_of: ProblemsOf) -> None:
    folder.survey(QUESTIONS, "q\n" + "".join(f"x{at}\n" for at in range(30)) + "x7\n")
    found = [problem[1] for problem in problems_of(lambda: scan(folder, "polars"))]
    assert found[0] == 'q: "x7" is no answer to q, in 2 rows'
    assert (len(found), found[-1]) == (recode.MOST_TOLD + 1, "… and 10 more wrong values")


@pytest.mark.parametrize("scanned", [False, True], ids=["handed over", "scanned"])
@pytest.mark.parametrize("name", ENGINES)
def test_sums_of_weights_agree_whatever_the_order(
    folder: Folder, name: str, *, scanned: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    weights = [f"{0.1 + (at * 7919 % 1000) / 3000:.13f}" for at in range(3000)]
    folder.survey(QUESTIONS, "q;w\n" + "".join(f"Ja;{weight}\n" for weight in weights), "design: {weight: w}\n")
    exact = sum(map(Fraction, weights))
    monkeypatch.setattr(scannable, "LARGE", 0 if scanned else 10**9)
    survey = scan(folder, name)
    total = nw.from_native(survey.frame).select(nw.col(WEIGHT).cast(nw.Float64).sum()).collect("pyarrow").item()
    assert abs(total / float(exact) - 1) < 1e-12
    (part,) = tabulate(survey, "q").cells[0].sums
    assert part.weight == Fraction(f"{float(exact):.12g}")
    assert part.squares == Fraction(f"{float(sum(Fraction(weight) ** 2 for weight in weights)):.12g}")


def test_the_default_engine_holds_text_in_arrow(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scannable, "LARGE", 10**9)
    folder.survey(QUESTIONS, "q\nJa\n")
    assert scan(folder, "pandas").frame["q"].dtype.storage == "pyarrow"


def test_what_an_engine_keeps_lies_where_only_this_user_can_read() -> None:
    from macros.survey.engines.engine import engine  # noqa: PLC0415
    from macros.survey.engines.in_polars import InPolars  # noqa: PLC0415

    running = engine("polars")
    assert isinstance(running, InPolars)
    assert Path(running.folder).stat().st_mode & 0o077 == 0
