"""Spring and summer tell the story that was published: deliveries in came first, liquidity last."""

import pytest

from tests.unit.survey.example_rows import Rows, example_rows, share

DISTURBED = ("Stora störningar", "Vissa störningar")


@pytest.fixture(scope="module")
def spring() -> Rows:
    return example_rows("iuc-2020-var")


@pytest.fixture(scope="module")
def summer() -> Rows:
    return example_rows("iuc-2020-sommar")


def test_58_of_the_same_62_companies_answered_in_spring(spring: Rows, summer: Rows) -> None:
    later = {row["foretag"]: row for row in summer}
    assert len({row["foretag"] for row in spring}) == len(spring) == 58
    for row in spring:
        same = later[row["foretag"]]
        assert all(row[column] == same[column] for column in ("kommun", "storlek", "bransch"))


def test_production_was_the_risk_that_most_named(spring: Rows) -> None:
    assert share(spring, "risk", "Produktionen") > 0.5


def test_deliveries_in_were_disturbed_before_deliveries_out(spring: Rows, summer: Rows) -> None:
    before, after = (share(rows, "leveranser_in", *DISTURBED) for rows in (spring, summer))
    assert before > after > 0.5
    assert share(spring, "leveranser_ut", *DISTURBED) < before
    assert share(summer, "leveranser_ut", *DISTURBED) > share(spring, "leveranser_ut", *DISTURBED)


@pytest.mark.parametrize(
    ("column", "answers"),
    [
        ("orderingang", ("Minskat mycket", "Minskat något")),
        ("permittering", ("Ja",)),
        ("likviditet", ("Akut", "Ansträngd")),
    ],
)
def test_orders_staff_and_liquidity_became_worse_until_summer(
    spring: Rows, summer: Rows, column: str, answers: tuple[str, ...]
) -> None:
    assert share(spring, column, *answers) < share(summer, column, *answers)


def test_some_gave_no_answer(spring: Rows) -> None:
    given = {answer for row in spring for answer in row.values()}
    assert {"", "Vet ej", "Vill ej svara"} <= given
