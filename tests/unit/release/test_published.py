"""Figures of others are released as they stand, each with its source."""

from dataclasses import replace
from decimal import Decimal

import pytest

from macros.errors import ReportError
from macros.release.published import release_published
from macros.survey.published import Published, PublishedFigure
from tests.unit.release.tables import codebook, question

FIGURE = PublishedFigure(
    question="tappat",
    answer="ja",
    group="alla",
    period="2020-04",
    published="2020-05",
    value=Decimal("18.85"),
    unit="percent",
    n=None,
    url="https://example.org/a",
    note="",
)


def published(*figures: PublishedFigure) -> Published:
    return Published(codebook(question("tappat", "nej ja"), question("annan", "a b"), kind="published"), figures)


def test_a_figure_keeps_its_decimals_and_its_source() -> None:
    released = release_published(published(FIGURE), "tappat")
    row = released.row(("2020-04",), "ja")
    assert (row.value, row.percent, row.n, row.base, row.status) == (18.85, 18.85, None, None, "ok")
    assert released.citations["2020-04"].url == "https://example.org/a"
    assert released.citations["2020-04"].published == "2020-05"
    assert released.variables == ("period",)
    assert released.by == ()


def test_periods_come_in_order_of_time() -> None:
    later = replace(FIGURE, period="2020-11", value=Decimal(46))
    released = release_published(published(later, FIGURE), "tappat")
    assert [row.group for row in released.rows] == [("2020-04",), ("2020-11",)]
    assert [period.code for period in released.groups["period"]] == ["2020-04", "2020-11"]


def test_several_populations_are_groups() -> None:
    trade = replace(FIGURE, group="handel", value=Decimal(55), url="https://example.org/b")
    released = release_published(published(FIGURE, trade), "tappat")
    assert released.variables == ("group", "period")
    assert released.row(("handel", "2020-04"), "ja").value == 55
    assert released.citations["handel|2020-04"].url == "https://example.org/b"


def test_only_answers_with_a_figure_and_only_this_question_are_released() -> None:
    other = replace(FIGURE, question="annan", answer="a")
    released = release_published(published(FIGURE, other), "tappat")
    assert [answer.code for answer in released.answers] == ["ja"]
    assert len(released.rows) == 1


def test_a_count_is_a_count() -> None:
    released = release_published(published(replace(FIGURE, unit="count", value=Decimal(460), n=1000)), "tappat")
    row = released.row(("2020-04",), "ja")
    assert (row.value, row.n, row.base, row.percent) == (460, 460, 1000, None)


def test_two_sources_of_one_period_are_both_cited() -> None:
    no = replace(FIGURE, answer="nej", value=Decimal(81), url="https://example.org/b")
    citations = release_published(published(FIGURE, no), "tappat").citations
    assert {citation.url for citation in citations.values()} == {"https://example.org/a", "https://example.org/b"}


def test_a_question_without_figures_is_a_problem_with_the_nearest_name() -> None:
    with pytest.raises(ReportError) as caught:
        release_published(published(FIGURE), "tapat")
    [problem] = caught.value.problems
    assert dict(problem.found.values)["question"] == "tapat"
    assert problem.hint is not None
    assert dict(problem.hint.values)["word"] == "tappat"
