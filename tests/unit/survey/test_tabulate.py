"""What may be counted, and that the order of rows is nothing."""

import random
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.errors import Place
from macros.survey.codebook import Codebook
from macros.survey.survey import Survey
from macros.survey.surveys import open_survey
from macros.survey.tabulate import tabulate
from macros.survey.tabulation import MISSING
from tests.unit.survey.folders import ProblemsOf

ROOT = Path(__file__).parents[3]
PLACE = Place("docs/rapport.md", 7, call='chart("x")')


@pytest.fixture(scope="module")
def survey() -> Survey:
    opened = open_survey(ROOT / "data/surveys/iuc-2020-sommar", ROOT)
    assert isinstance(opened, Survey)
    return opened


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("ordergång", ()), ("No question ordergång", "Did you mean orderingang?")),
        (("orderingang", ("storlk",)), ("storlk is no grouping", "Did you mean storlek?")),
        (("orderingang", ("anstallda",)), ("anstallda is no grouping", "")),
        (("orderingang", ("stod",)), ("stod is no grouping", None)),
        (("orderingang", ("orderingang",)), ("orderingang is no grouping", None)),
    ],
)
def test_what_cannot_be_counted_is_told_where_the_caller_stands(
    survey: Survey, problems_of: ProblemsOf, names: tuple[str, tuple[str, ...]], expected: tuple[str, str | None]
) -> None:
    ((place, text, allowed, said),) = problems_of(lambda: tabulate(survey, *names, PLACE))
    found, hint = expected
    assert (place, text) == ('docs/rapport.md:7 chart("x")', found)
    assert allowed
    assert hint is None or said == hint


def test_a_grouping_that_stands_twice_is_told(survey: Survey, problems_of: ProblemsOf) -> None:
    ((_, text, _, _),) = problems_of(lambda: tabulate(survey, "orderingang", ("kommun", "kommun"), PLACE))
    assert text == "The same grouping stands twice"


def test_every_unknown_name_is_told_at_once(survey: Survey, problems_of: ProblemsOf) -> None:
    assert len(problems_of(lambda: tabulate(survey, "nej", ("inte", "heller"), PLACE))) == 3


def test_the_order_of_rows_changes_no_tabulation(survey: Survey) -> None:
    rows = list(range(len(survey.frame)))
    for seed in range(3):
        random.Random(seed).shuffle(rows)  # noqa: S311 -- a shuffle needs no secret
        shuffled = Survey(survey.codebook, survey.frame.iloc[rows].reset_index(drop=True))
        for question in ("orderingang", "stod", "behov", "anstallda", "permitterade"):
            assert tabulate(shuffled, question, ("storlek",)) == tabulate(survey, question, ("storlek",))


def test_tabulation_does_not_change_the_survey(survey: Survey) -> None:
    before = survey.frame.copy()
    tabulate(survey, "behov", ("kommun",))
    assert survey.frame.equals(before)


CODEBOOK = Codebook.model_validate(
    {
        "id": "x", "status": "example", "kind": "responses", "title": "X", "publisher": "X", "files": ["x.csv"],
        "population": {"label": "alla", "one": "en", "many": "flera"},
        "questions": [
            {"id": "g", "type": "single", "text": "G", "answers": [{"code": c, "label": c} for c in "ab"]},
            {"id": "v", "type": "number", "text": "V"},
        ],
    }
)  # fmt: skip
VALUES = st.one_of(
    st.sampled_from(MISSING), st.decimals(-999, 999, places=2).map(lambda value: f"{value.normalize():f}")
)


@given(rows=st.lists(st.tuples(st.sampled_from(["a", "b", "__no_answer__"]), VALUES), min_size=1, max_size=30))
def test_groups_and_the_ungrouped_add_up_to_the_total(rows: list[tuple[str, str]]) -> None:
    survey = Survey(CODEBOOK, pd.DataFrame(rows, columns=["g", "v"], dtype="str"))
    table = tabulate(survey, "v", ("g",))
    whole = table.cell((None,), None)
    assert whole.n == table.cell(("a",), None).n + table.cell(("b",), None).n + table.ungrouped
    numbers = [float(value) for _, value in rows if value not in MISSING]
    assert whole.n == len(numbers)
    assert whole.total == pytest.approx(sum(numbers))
    assert whole.squares == pytest.approx(sum(number**2 for number in numbers))
    assert sum(table.cell((None,), answer).n for answer in (None, *MISSING)) == len(rows)
