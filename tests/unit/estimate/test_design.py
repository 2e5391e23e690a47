"""What each design lets the report say (statistics.md 1.3, table)."""

import pytest

from macros.errors import Place, ReportError
from macros.estimate.estimate import estimate
from tests.unit.estimate.surveys import Counted, numbers, tabulation

ALL_62 = Counted({"ja": 39, "nej": 23})
TWO_BLANK = Counted({"ja": 39, "nej": 21}, {"__no_answer__": 2})
TWO_UNSURE = Counted({"ja": 39, "nej": 21}, {"__dont_know__": 2})
TWO_REFUSED = Counted({"ja": 39, "nej": 21}, {"__refused__": 2})
ROUTED = Counted({"ja": 19, "nej": 11}, {"__not_asked__": 30, "__not_applicable__": 2})
OF_54 = Counted({"ja": 34, "nej": 20})


@pytest.mark.parametrize(
    ("what", "design", "size", "counted", "method", "se"),
    [
        ("all of them answered", "census", 62, ALL_62, "census", 0.0),
        ("two left the question blank", "census", 62, TWO_BLANK, "census_nonresponse", 0.0),
        ("two did not know", "census", 62, TWO_UNSURE, "census_nonresponse", 0.0),
        ("two refused", "census", 62, TWO_REFUSED, "census_nonresponse", 0.0),
        ("some were not asked", "census", 62, ROUTED, "census", 0.0),
        ("eight never took part", "census", 62, OF_54, "census_nonresponse", None),
        ("the sample is the population", "srs", 62, ALL_62, "census", 0.0),
        ("selected by themselves", "nonprobability", None, OF_54, "nonprobability", None),
        ("selected by themselves, all of them", "nonprobability", 62, ALL_62, "nonprobability", None),
    ],
)
def test_no_interval_and_the_reason(
    what: str, design: str, size: int | None, counted: Counted, method: str, se: float | None
) -> None:
    for row in (
        estimate(tabulation({None: counted}, design=design, size=size)).row((), code) for code in ("ja", "nej")
    ):
        assert (row.method, row.se, row.low, row.high, row.df) == (method, se, None, None, None), what
        assert row.value is not None


def test_means_follow_the_same_designs() -> None:
    whole = numbers(3, 5, 10)
    blank = numbers(3, 5, missing={"__no_answer__": 1})
    for counted, size, method, se in (
        (whole, 3, "census", 0.0),
        (blank, 3, "census_nonresponse", 0.0),
        (whole, 9, "census_nonresponse", None),
    ):
        row = estimate(tabulation({None: counted}, design="census", size=size, kind="number")).row((), None)
        assert (row.method, row.se, row.low, row.high) == (method, se, None, None)


def test_a_group_is_complete_only_when_nobodys_group_is_unknown() -> None:
    total, a, b = Counted({"ja": 6, "nej": 4}), Counted({"ja": 4, "nej": 1}), Counted({"ja": 2, "nej": 3})
    whole = estimate(tabulation({None: total, "a": a, "b": b}, design="census", size=10))
    assert {row.method for row in whole.rows} == {"census"}
    one_without = Counted({"ja": 2, "nej": 2})
    partly = estimate(tabulation({None: total, "a": a, "b": one_without}, design="census", size=10))
    assert partly.row((None,), "ja").method == "census"
    assert partly.row(("a",), "ja").method == "census_nonresponse"


@pytest.mark.parametrize("design", ["census", "srs", "nonprobability"])
@pytest.mark.parametrize("kind", ["single", "number"])
def test_a_population_smaller_than_the_sample_stops(design: str, kind: str) -> None:
    counted = Counted({"ja": 39, "nej": 21}, {"__not_asked__": 2})
    if kind == "number":
        counted = numbers(*range(60), missing={"__not_asked__": 2})
    with pytest.raises(ReportError) as stopped:
        estimate(tabulation({None: counted}, design=design, size=61, kind=kind))
    (problem,) = stopped.value.problems
    assert problem.place == Place("data/surveys/prov-2020/survey.yml")
    assert dict(problem.found.values) == {"size": 61, "sampled": 62}
    assert problem.allowed is not None
    assert problem.hint is not None
    estimate(tabulation({None: counted}, design=design, size=62, kind=kind))


@pytest.mark.parametrize("kind", ["text", "date"])
def test_of_open_texts_and_dates_only_their_number_is_told(kind: str) -> None:
    made = estimate(tabulation({None: Counted({}, {"__no_answer__": 2}, 3)}, kind=kind))
    assert [(row.answer, row.statistic, row.n) for row in made.rows[:2]] == [
        (None, "count", 3),
        ("__no_answer__", "count", 2),
    ]
