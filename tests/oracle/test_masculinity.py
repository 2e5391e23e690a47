"""A weighted survey whose publisher printed a table: every figure of it, from the file as `report import` reads it.

FiveThirtyEight, WNYC and SurveyMonkey asked 1,615 men in May 2018 and published whole percents by group, and the
answers with their weights. The standard errors are those of R survey 4.1 (`svymean`, `svydesign(~1, weights=~weight)`)
and of a second linearisation that is not ours. The files lie beside the project, not in it; where they are not, each
test says so.
"""

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import groupby
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest

from macros.estimate.estimate import estimate
from macros.estimate.estimates import Estimate, Estimates
from macros.release.rounding import half_up
from macros.survey.question import Question
from macros.survey.tabulate import tabulate
from tests.imported import Imported, imported

CASE = Path(__file__).parents[3] / "shared" / "cases" / "surveymonkey-masculinity-2018-weighted"
GROUPS = {
    "18 - 34": "age3", "35 - 64": "age3", "65 and up": "age3", "White": "race2", "Non-white": "race2",
    "Has children": "kids", "No children": "kids", "Straight": "orientation", "Gay/Bisexual": "orientation",
}  # fmt: skip
TOTAL = "Adult Men"
ONE_CHOICE = ("q0001", "q0002", "q0005", "q0017", "q0018")
HOW_OFTEN = tuple(f"q0007_{at:04}" for at in range(1, 12))
"""Often, sometimes, … of eleven things; in the printed table they follow each other, without a common heading."""


@cache
def _case() -> tuple[Imported, dict[str, Any]]:
    if not CASE.is_dir():
        pytest.skip("the published weighted survey is not beside the project")
    expected = json.loads((CASE / "expected.json").read_text(encoding="utf-8"))
    return imported(CASE / expected["file"]["name"], Path(mkdtemp())), expected


def _figures(kind: str) -> list[Mapping[str, Any]]:
    return [figure for figure in _case()[1]["figures"] if figure["kind"].startswith(kind)]


@cache
def _estimates(column: str, by: str | None) -> Estimates:
    """Those of a column's question, as of a probability sample, which the draft of an import never claims."""
    case = _case()[0]
    design = case.codebook.design.model_copy(update={"kind": "srs"})
    survey = replace(case.survey, codebook=case.codebook.model_copy(update={"design": design}))
    return estimate(tabulate(survey, case.question(column).id, (case.question(by).id,) if by else ()))


def _shares(column: str, of: str) -> dict[str, Estimate]:
    """The shares of a column's question in a group of the printed table, by the answers' words."""
    by = GROUPS.get(of)
    made = _estimates(column, by)
    group = (_code(made.by[0], of),) if by else ()
    return {str(answer.label): made.row(group, answer.code) for answer in made.question.answers}


def _code(question: Question, label: str) -> str:
    return next(answer.code for answer in question.answers if answer.label == label)


def _printed(row: Estimate) -> str:
    return f"{half_up(100 * (row.value or 0)):.0f}%"


def _table() -> Iterator[tuple[str, dict[str, dict[str, str]]]]:
    """The printed table: a heading, and for each answer under it the group's percents."""
    with (CASE / "published_masculinity-survey.csv").open(encoding="utf-8", newline="") as file:
        _, names, *lines = csv.reader(file)
    names[2] = TOTAL
    heading = ""
    rows = []
    for line in lines:
        heading = line[0] or heading
        if line[1]:
            rows.append((heading, line))
    for title, under in groupby(rows, key=lambda pair: pair[0]):
        answers = {line[1]: dict(zip(names[2:], line[2:], strict=True)) for _, line in under}
        yield title, answers


def test_all_217_cells_that_were_recomputed_are_as_published() -> None:
    compared = 0
    for figure in _figures("single-weighted"):
        for answer, groups in figure["published_percent_all_groups"].items():
            for group, printed in groups.items():
                assert _printed(_shares(figure["column"], group)[answer]) == printed, (figure["id"], answer, group)
                compared += 1
    for figure in _figures("multi-dummy-weighted"):
        for answer, option in figure["options"].items():
            row = _shares(figure["columns"][0], TOTAL)[answer]
            assert _printed(row) == option["published"], answer
            assert 100 * float(row.value or 0) == pytest.approx(option["weighted_percent"], abs=1e-6)
            compared += 1
    assert compared >= _case()[1]["published_cells_compared"]


@pytest.mark.parametrize("column", HOW_OFTEN)
def test_the_rest_of_the_printed_table(column: str) -> None:
    """Eleven questions more, in nine groups and the whole."""
    _case()
    printed = dict(_table())
    first = list(printed).index("Ask a friend for professional advice")
    answers = printed[list(printed)[first + HOW_OFTEN.index(column)]]
    for answer, groups in answers.items():
        for group, percent in groups.items():
            assert _printed(_shares(column, group)[answer]) == percent, (answer, group)


def test_several_answers_are_as_published_in_every_group() -> None:
    _case()
    answers = next(of for title, of in _table() if "what it means to be a good man" in title)
    for answer, groups in answers.items():
        for group, percent in groups.items():
            assert _printed(_shares("q0004_0001", group)[answer]) == percent, (answer, group)


def test_standard_errors_are_those_of_r() -> None:
    for column, theirs in _case()[1]["r_check"].items():
        ours = _shares(column, TOTAL)
        for answer, percent in theirs["percent"].items():
            assert 100 * float(ours[answer].value or 0) == pytest.approx(percent, rel=1e-8)
            assert 100 * (ours[answer].se or 0) == pytest.approx(theirs["se"][answer], rel=1e-8)


@pytest.mark.parametrize("column", ONE_CHOICE)
def test_standard_errors_are_those_of_a_second_linearisation(column: str) -> None:
    figure = next(figure for figure in _figures("single-weighted") if figure["column"] == column)
    for answer, error in figure["se_linearized_with_replacement_pp"].items():
        assert 100 * (_shares(column, TOTAL)[answer].se or 0) == pytest.approx(error, abs=1e-5)


def test_what_the_weights_cost_is_as_computed_elsewhere() -> None:
    case, expected = _case()
    table = tabulate(case.survey, case.question("q0001").id)
    base = table.cell((), None)
    weight, squares = (float(sum(getattr(part, name) for part in base.sums)) for name in ("weight", "squares"))
    assert weight == pytest.approx(expected["design"]["weight_sum"], rel=1e-9)
    assert weight**2 / squares == pytest.approx(expected["design"]["kish_neff"], abs=1e-3)
