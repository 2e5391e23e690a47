"""Real exports with their publishers' own figures: what is imported is counted as they counted it.

The files lie beside the project, not in it; where they are not, each test says so in its outcome.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest

from macros.survey.tabulate import tabulate
from tests.imported import Imported, imported

CASES = Path(__file__).parents[3] / "shared" / "cases"
NAMES = ("limesurvey-rse-germany-2017", "surveygizmo-jupyter-2015-freetext", "surveymonkey-masculinity-2018-weighted")

Figure = Mapping[str, Any]


@cache
def _case(name: str) -> tuple[Imported, dict[str, Any]]:
    folder = CASES / name
    if not folder.is_dir():
        pytest.skip(f"the real export {name} is not beside the project")
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    return imported(folder / expected["file"]["name"], Path(mkdtemp())), expected


def _figures(name: str, *kinds: str) -> list[Figure]:
    return [figure for figure in _case(name)[1]["figures"] if figure["kind"].startswith(kinds)]


@pytest.mark.parametrize("name", NAMES)
def test_every_row_and_column_is_accounted_for(name: str) -> None:
    case, expected = _case(name)
    book, draft = case.codebook, case.draft
    used = [*draft.question_columns, *book.ignore, *book.design.columns]
    used += [book.identifier] if book.identifier else []
    assert len(used) == len(set(used)) == draft.columns == expected["file"]["columns"]
    assert draft.rows == len(case.survey.frame) == expected["file"]["data_rows"]


@pytest.mark.parametrize("name", NAMES)
def test_single_choices_are_counted_as_published(name: str) -> None:
    case, _ = _case(name)
    for figure in _figures(name, "single"):
        counts = dict(figure.get("counts") or figure["unweighted_counts"])
        counts[""] = figure.get("base_n") or figure["unweighted_n"]
        assert case.counts(figure["column"]) == counts, figure["id"]


def test_yes_and_no_columns_are_counted_as_published() -> None:
    name = NAMES[0]
    case, expected = _case(name)
    (figure,) = _figures(name, "multi-dummy")
    counts = case.counts(next(h for h in case.draft.question_columns if h.startswith("currentEmp13[1].")))
    assert {label: counts[label] for label in figure["counts"]} == figure["counts"]
    assert {label: counts[label] for label in figure["published_counts"]} == figure["published_counts"]
    assert counts.pop("") == figure["base_n"]
    assert sum(counts.values()) == figure["total_choices"]
    assert len(counts) == 65  # those that nobody chose are options all the same
    rows = expected["published_likert_affSat"]
    for at, statement in enumerate(rows[0][1:], start=1):
        header = next(h for h in case.draft.question_columns if h.endswith(f"[{statement}]"))
        given = case.counts(header)
        assert {row[0]: given[row[0]] for row in rows[1:]} == {row[0]: int(row[at]) for row in rows[1:]}


def test_joined_answers_are_counted_as_published() -> None:
    name = NAMES[1]
    case, _ = _case(name)
    for figure in _figures(name, "multi"):
        assert case.counts(figure["column"]) == {**figure["counts"], "": figure["base_n"]}
    (typed,) = _figures(name, "text")
    hindrance = next(q for q in case.codebook.questions if "hinders you" in str(q.text))
    answered = (~case.survey.frame[hindrance.id].isin(["__no_answer__"])).sum()
    assert answered == typed["nonempty_csv"]


def test_a_crosstab_is_counted_as_published() -> None:
    name = NAMES[1]
    case, _ = _case(name)
    (figure,) = _figures(name, "crosstab")
    years = case.question("How many years have you been in this role? ")
    use = case.question("Roughly how long have you been using Jupyter Notebook?")
    table = tabulate(case.survey, years.id, by=(use.id,))
    for row, cells in figure["counts"].items():
        code = next(answer.code for answer in years.answers if answer.label == row)
        found = {str(a.label): table.cell((a.code,), code).n for a in use.answers}
        assert found == cells


def test_labels_or_not_selected_are_counted_as_published() -> None:
    name = NAMES[2]
    case, _ = _case(name)
    assert case.codebook.design.weight == "weight"
    for figure in _figures(name, "multi-dummy-weighted"):
        counts = {label: option["n"] for label, option in figure["options"].items()}
        for column in figure["columns"]:
            assert case.counts(column) == {**counts, "": figure["base_n"]}
    filtered = case.counts("q0010_0001")
    assert filtered[""] == 1615 - 735  # the file's "NA" is no answer
