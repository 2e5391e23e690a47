"""Engines that do not load a file whole: what they read, what they refuse, and that they show nobody's answers."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import narwhals as nw
import pandas as pd
import pytest

from macros.survey import scannable
from macros.survey.canaries import leaks
from macros.survey.engines import engine as engines
from macros.survey.survey import Survey
from macros.survey.surveys import open_survey
from macros.survey.tabulate import tabulate
from tests.unit.survey.folders import Folder, ProblemsOf

HEAD = """\
identifier: nr
"""
QUESTIONS = """\
- {id: q, type: single, text: Q, answers: [{code: ja, label: Ja}, {code: nej, label: Nej}]}
- {id: n, type: number, text: N, minimum: 0, maximum: 10, asked_if: q == "ja"}
- {id: t, type: text, text: T}
"""
ROWS = "nr;q;n;t\nr1;Ja;3;Ett helt hemligt svar\nr2;nej;;\n\nr3; JA ;4,5;\n"
ENGINES = [pytest.param(name, marks=[pytest.mark.slow] if name == "pyspark" else []) for name in
           ("duckdb", "polars", "pyspark")]  # fmt: skip
Open = Callable[..., Survey]


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every file be a large one."""
    monkeypatch.setattr(scannable, "LARGE", 0)


@pytest.fixture
def opened(folder: Folder) -> Open:
    """Open a survey of these rows."""

    def run(engine: str, rows: str = ROWS, questions: str = QUESTIONS, head: str = HEAD) -> Survey:
        folder.survey(questions, rows, f"{head}decimal: ','\n")
        survey = open_survey(folder.path, folder.root, engine)
        assert isinstance(survey, Survey)
        return survey

    return run


def test_no_engine_is_loaded_before_somebody_asks_for_it() -> None:
    code = "import sys, macros.survey.surveys; print({'duckdb', 'polars', 'pyspark'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "set()"


def test_an_engine_that_is_not_installed_says_how_to_install_it(
    opened: Open, problems_of: ProblemsOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    monkeypatch.delitem(sys.modules, "macros.survey.engines.in_duckdb", raising=False)
    engines.engine.cache_clear()
    ((place, found, _, hint),) = problems_of(lambda: opened("duckdb"))
    engines.engine.cache_clear()
    assert (place, found) == ("engine: duckdb", "engine: duckdb is not installed here")
    assert hint == 'Run python -m pip install -e ".[engines]"'


def test_pyspark_without_java_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, problems_of: ProblemsOf
) -> None:
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    engines.engine.cache_clear()
    ((_, found, allowed, hint),) = problems_of(lambda: engines.engine("pyspark"))
    engines.engine.cache_clear()
    assert (found, allowed) == ("There is no Java", "Java 17")
    assert "openjdk-17-jre-headless" in hint


@pytest.mark.parametrize("name", ENGINES)
def test_a_small_file_is_read_row_by_row_and_handed_over(opened: Open, name: str) -> None:
    survey = opened(name)
    assert isinstance(nw.from_native(survey.frame), nw.LazyFrame)
    assert [cell.n for cell in tabulate(survey, "q").cells][:3] == [3, 2, 1]


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("name", ENGINES)
def test_a_large_file_gives_the_same_columns_as_a_small_one(opened: Open, name: str) -> None:
    scanned = nw.from_native(opened(name).frame).collect("pyarrow")
    found = {column: scanned.get_column(column).to_list() for column in scanned.columns}
    order = sorted(range(3), key=lambda at: found["__identifier__"][at])
    assert {column: [values[at] for at in order] for column, values in found.items()} == {
        "q": ["ja", "nej", "ja"],
        "n": ["3", "__not_asked__", "4.5"],
        "t": ["Ett helt hemligt svar", "__no_answer__", "__no_answer__"],
        "__identifier__": ["r1", "r2", "r3"],
    }


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("name", ENGINES)
def test_all_mistakes_are_told_at_once_by_column_and_count(opened: Open, problems_of: ProblemsOf, name: str) -> None:
    rows = "nr;q;n;t\nr1;Jaa;;\nr2;Jaa;;x\nR1;Ja;11;\n;Nej;;\nr5;Ja;många;\nr6;Nej;;\n"
    found = problems_of(lambda: opened(name, rows))
    assert [problem[:2] for problem in found] == [("svar.csv", 'q: "Jaa" is no answer to q, in 2 rows')]
    assert found[0][2:] == ("one of Ja, Nej", "Did you mean Ja?")
    rows = rows.replace("Jaa", "Ja")
    assert [problem[1] for problem in problems_of(lambda: opened(name, rows))] == [
        'n: "många" is not a number, in 1 row',
        "n: 11 is out of range, in 1 row",
    ]
    rows = rows.replace("många", "1").replace("11", "1")
    assert [problem[1] for problem in problems_of(lambda: opened(name, rows))] == [
        "nr: 1 respondent has no id",
        "nr: 1 respondent has answered more than once",
    ]


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("name", ENGINES)
def test_what_was_not_asked_cannot_be_answered(opened: Open, problems_of: ProblemsOf, name: str) -> None:
    rows = "nr;q;n;t\nr1;Nej;3;\nr2;Nej;4;\nr3;Ja;4;\n"
    assert [problem[1] for problem in problems_of(lambda: opened(name, rows))] == [
        "n: n is answered, but was not asked, in 2 rows"
    ]


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("name", ENGINES)
@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("r9;Ja;3;x;y", "The row has 5 fields"),
        ("r9;Ja;3", "The row has 3 fields"),
        ('r9;"Ja"x;3;x', "A quoted field goes on after its closing quote"),
        ('r9;Ja;3;"x', "A quote is opened and never closed"),
    ],
)
def test_a_ragged_row_shifts_nothing(opened: Open, problems_of: ProblemsOf, name: str, row: str, expected: str) -> None:
    found = problems_of(lambda: opened(name, f"{ROWS}{row}\n"))
    assert [problem[:2] for problem in found] == [("svar.csv:6", expected)]


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("name", ENGINES)
def test_strata_that_are_spelt_in_two_ways_are_one(opened: Open, name: str) -> None:
    rows = "s;w;q;n;t\nNorr;1;Ja;;\nNORR;2,5;Ja;;\nSyd;0,125;Nej;;\n"
    survey = opened(name, rows, QUESTIONS, "design: {stratum: s, weight: w}\n")
    table = tabulate(survey, "q")
    assert [(part.name.casefold(), part.sampled) for part in table.strata] == [("norr", 2), ("syd", 1)]
    assert sum(part.weight for part in table.cells[0].sums) == 3.625


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("name", ENGINES)
def test_a_design_must_hold_between_rows(opened: Open, problems_of: ProblemsOf, name: str) -> None:
    head = "design: {stratum: s, population_size: p, weight: w}\n"
    rows = "s;p;w;q;n;t\nA;1;0;Ja;;\nA;1;0;Ja;;\nB;5;0;Ja;;\nB;6;0;Ja;;\n"
    assert [problem[1] for problem in problems_of(lambda: opened(name, rows, QUESTIONS, head))] == [
        "All weights are 0",
        "The stratum has 1 unit, but 2 were drawn from it",
        "The stratum B has several sizes: 5, 6",
    ]


@pytest.mark.parametrize("name", ENGINES)
def test_parquet_is_read_in_its_own_types(folder: Folder, name: str) -> None:
    folder.survey(
        "- {id: q, type: single, text: Q, answers: [{code: a1, label: '1'}, {code: a2, label: '2'}]}\n"
        "- {id: n, type: number, text: N}\n- {id: d, type: date, text: D}\n",
        "", "",
    )  # fmt: skip
    (folder.path / "svar.csv").unlink()
    codebook = folder.path / "survey.yml"
    codebook.write_text(codebook.read_text(encoding="utf-8").replace("svar.csv", "svar.parquet"), encoding="utf-8")
    days = [pd.Timestamp("2020-03-01"), pd.Timestamp("2021-12-24"), pd.NaT]
    frame = pd.DataFrame({"q": [1.0, 2.0, None], "n": [0.00001, 10_000_000.0, 2.5], "d": days})
    frame.to_parquet(folder.path / "svar.parquet")
    survey = open_survey(folder.path, folder.root, name)
    assert isinstance(survey, Survey)
    rows = sorted(nw.from_native(survey.frame).collect("pyarrow").select("q", "n", "d").rows())
    assert rows == [
        ("__no_answer__", "2.5", "__no_answer__"),
        ("a1", "0.00001", "2020-03-01"),
        ("a2", "10000000", "2021-12-24"),
    ]


def test_the_default_engine_refuses_parquet_with_a_way_out(folder: Folder, problems_of: ProblemsOf) -> None:
    folder.survey("- {id: n, type: number, text: N}\n", "x", "")
    codebook = folder.path / "survey.yml"
    codebook.write_text(codebook.read_text(encoding="utf-8").replace("svar.csv", "svar.parquet"), encoding="utf-8")
    folder.write("svar.parquet", "x")
    ((place, found, _, hint),) = problems_of(lambda: open_survey(folder.path, folder.root))
    assert (place, found) == ("svar.parquet", "The default engine does not read Parquet")
    assert hint == "Write engine: duckdb in the codebook, or polars or pyspark"


def test_a_file_is_scanned_from_a_size_or_a_length_on(
    folder: Folder, problems_of: ProblemsOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.survey(QUESTIONS, ROWS, f"{HEAD}decimal: ','\n")
    monkeypatch.setattr(scannable, "LONG", 1)
    ((_, found, allowed, hint),) = problems_of(lambda: open_survey(folder.path, folder.root))
    assert found == "The default engine loads a file whole, which this one is too large for"
    assert allowed == "at most 50000000 bytes and 1 rows in all files together"
    assert "engine: duckdb" in hint
    monkeypatch.setattr(scannable, "LONG", 500)
    assert isinstance(open_survey(folder.path, folder.root, "pandas"), Survey)


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize(
    ("head", "expected", "command"),
    [
        ("encoding: cp1252\n", "The file is not UTF-8, the only encoding that a file of this size is read in", "iconv"),
        ("header_rows: 3\n", "A file of this size has one row that names its columns, not 3", "tail"),
        (
            "corrections: [{where: q == 'ja', question: n, from: '3', to: '4', why: fel, who: vi}]\n",
            "corrections are not applied to a file of this size", "row by row",
        ),
    ],
)  # fmt: skip
def test_what_a_scan_cannot_do_is_refused_and_not_miscounted(
    opened: Open, problems_of: ProblemsOf, head: str, expected: str, command: str
) -> None:
    ((_, found, _, hint),) = problems_of(lambda: opened("duckdb", ROWS, QUESTIONS, HEAD + head))
    assert found == expected
    assert command in hint


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize(("name", "command"), [("svar.xlsx", "libreoffice"), ("svar.sav", "pyreadstat")])
def test_other_kinds_of_files_come_with_the_conversion_to_run(
    folder: Folder, problems_of: ProblemsOf, name: str, command: str
) -> None:
    folder.survey(QUESTIONS, ROWS, HEAD)
    codebook = folder.path / "survey.yml"
    codebook.write_text(codebook.read_text(encoding="utf-8").replace("svar.csv", name), encoding="utf-8")
    folder.write(name, "x")
    ((place, _, _, hint),) = problems_of(lambda: open_survey(folder.path, folder.root, "polars"))
    assert place == name
    assert command in hint


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("name", ENGINES)
def test_an_engine_that_stumbles_shows_no_row(
    opened: Open, problems_of: ProblemsOf, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The pass over the lines finds what engines stumble over; without it one must still not quote anybody."""
    monkeypatch.setattr("macros.survey.csv_shape._Pass._check", lambda *_: None)
    found = problems_of(lambda: opened(name, f"{ROWS}r9;Ja;3;Hemligt;svar\n"))
    assert [problem[:2] for problem in found] == [("svar.csv", f"{name} could not read the answers")]


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("name", ENGINES)
def test_open_answers_are_found_on_a_page_and_never_in_a_traceback(opened: Open, name: str) -> None:
    survey = opened(name)
    assert leaks(survey, "<p>ett helt hemligt  svar</p>") == 1
    assert leaks(survey, "<p>inget</p>") == 0
    assert repr(survey) == "Survey('liten')"
