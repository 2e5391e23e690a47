"""The chamber's example keeps the two numbers that are known, and is uneven enough to try the rules on."""

from collections import Counter

import pytest

from tests.unit.survey.example_rows import Rows, example_rows, share

LONG = ("Ungefär två år", "Längre än två år")


@pytest.fixture(scope="module")
def rows() -> Rows:
    return example_rows("handelskammaren-2020")


def test_714_answers_54_of_them_from_industry_in_jamtland(rows: Rows) -> None:
    assert len(rows) == len({row["svarsnummer"] for row in rows}) == 714
    assert {row["lan"] for row in rows} == {"Jämtlands län", "Västernorrlands län"}
    assert Counter((row["bransch"], row["lan"]) for row in rows)["Industri", "Jämtlands län"] == 54


def test_industry_needs_support_for_at_least_a_couple_of_years(rows: Rows) -> None:
    industry = [row for row in rows if row["bransch"] == "Industri"]
    assert share(industry, "hur_lange", *LONG) > 0.5
    assert share(rows, "hur_lange", *LONG) < 0.5


def test_some_branches_are_too_small_to_be_shown_alone(rows: Rows) -> None:
    sizes = Counter(row["bransch"] for row in rows)
    assert len(sizes) == 9
    assert min(sizes.values()) < 10


def test_who_needs_nothing_needs_nothing_else_and_exporters_alone_want_help_to_export(rows: Rows) -> None:
    for row in rows:
        measures = row["atgarder"].split("; ")
        assert "Inga åtgärder" not in measures or len(measures) == 1
        assert "Stöd till export" not in measures or row["export"] in ("Ja", "")


@pytest.mark.parametrize("column", ["paverkan", "omsattning", "permittering", "export", "atgarder", "hur_lange"])
def test_every_question_was_left_blank_by_some_and_answered_by_most(rows: Rows, column: str) -> None:
    assert 0 < sum(row[column] == "" for row in rows) < 30
    assert sum(row[column] in ("", "Vet ej", "Vill ej svara") for row in rows) < 80
