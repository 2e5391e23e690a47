"""Whichever engine counts, and whichever way a file is read, the tables are the same; and so is what is refused."""

import csv
import tempfile
from pathlib import Path

import pytest
from hypothesis import Phase, event, given, settings
from hypothesis import strategies as st

from macros.errors import ReportError
from macros.language.message import Message
from macros.publish.results import open_results, table
from macros.survey.codebook import Codebook
from macros.survey.codebook_file import read_codebook
from macros.survey.engines.hand_over import hand_over
from macros.survey.responses import read_responses
from macros.survey.scan import scan_responses
from macros.survey.survey import Survey
from macros.survey.tabulate import tabulate
from macros.survey.tabulation import Tabulation
from tests.unit.survey.folders import outcome
from tests.unit.survey.random_surveys import Row, rows, write


def tables(survey: Survey) -> dict[str, Tabulation]:
    """A table of each question, by one grouping where it is not that itself; totals are in all of them."""
    asked = [question.id for question in survey.codebook.questions if question.type != "text"]
    return {id_: tabulate(survey, id_, ("val",) if id_ != "val" else ("slag",)) for id_ in asked}


def compare(engine: str, rows: list[Row], delimiter: str, quoting: int) -> None:
    """Open the same survey in three ways: by rows, by rows and handed over, and scanned."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        folder = root / "data" / "surveys" / "liten"
        write(folder, rows, delimiter, quoting)
        codebook: Codebook = read_codebook(folder, root)
        plain = outcome(lambda: read_responses(codebook, folder, root))
        scanned = outcome(lambda: scan_responses(codebook, folder, root, engine))
        event(type(plain).__name__)
        assert type(scanned) is type(plain)
        if isinstance(plain, ReportError):
            assert isinstance(scanned, ReportError)
            assert faults(scanned) <= faults(plain)
            return
        assert isinstance(plain, Survey)
        assert isinstance(scanned, Survey)
        expected = tables(plain)
        for survey in (hand_over(plain, engine), scanned):
            counted = tables(survey)
            assert [key for key, table in expected.items() if counted[key] != table] == []
        assert scanned.left_out == plain.left_out


BETWEEN_ROWS = "{column}: {count}"  # of what only a count can tell, the words differ


def faults(error: ReportError) -> set[tuple[Message, Message | None]]:
    """What is wrong in the cells and what is allowed, without where and how often."""
    found = set()
    for problem in error.problems:
        values = dict(problem.found.values)
        inner = values.get("found", problem.found)
        if isinstance(inner, Message) and not inner.template.startswith(BETWEEN_ROWS):
            found.add((inner, problem.allowed))
    return found


WRITTEN = {
    "delimiter": st.sampled_from([",", ";", "\t"]),
    "quoting": st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
}


@pytest.mark.parametrize("engine", ["duckdb", "polars"])
@settings(max_examples=25, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(rows=rows(), **WRITTEN)
def test_tables_are_the_same_on_every_engine(engine: str, rows: list[Row], delimiter: str, quoting: int) -> None:
    compare(engine, rows, delimiter, quoting)


@pytest.mark.slow
@settings(max_examples=2, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(rows=rows(), **WRITTEN)
def test_tables_are_the_same_on_pyspark(rows: list[Row], delimiter: str, quoting: int) -> None:
    compare("pyspark", rows, delimiter, quoting)


@pytest.mark.parametrize("engine", ["duckdb", "polars", pytest.param("pyspark", marks=pytest.mark.slow)])
def test_the_printed_table_differs_in_the_engines_name_alone(project: Path, engine: str) -> None:
    def printed(name: str) -> str:
        report = open_results(project, "iuc-2020-sommar", name)
        return table(report, "orderingang", ("storlek",), "json", unreleased=True)

    assert printed(engine) == printed("pandas").replace('"pandas"', f'"{engine}"')
    assert f'"engine": "{engine}"' in printed(engine)
