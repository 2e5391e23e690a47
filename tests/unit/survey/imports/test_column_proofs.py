"""What a column is, as far as its cells prove it: no answer, a time, a weight, an id, a header of two parts."""

import pytest

from macros.survey.imports.answers import answers_of
from macros.survey.imports.headings import families
from macros.survey.imports.missing_codes import missing_codes
from macros.survey.imports.roles import is_weight
from macros.survey.imports.times import date_order, looks_dated, period
from macros.survey.imports.values import Values


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        (({"NA": 2, "Ja": 3}, {"NA": 1, "Gul": 4}), {"na"}),
        (({"NA": 2, "Ja": 3, "": 1}, {"NA": 1, "Gul": 4}), set()),  # an empty cell beside it
        (({"NA": 2, "Ja": 3}, {"NA": 1, "Ja": 4}), set()),  # one kind of answers: may be an option of theirs
        (({"NA": 2, "Ja": 3}, {"Gul": 5}), set()),  # in one question only
        (({"-99": 2, "Ja": 3}, {"-99": 1, "7": 4}), {"-99"}),
        (({"N/A": 2, "Ja": 3}, {"N/A": 1, "Gul": 4}), {"n/a"}),
        (
            ({"N/A": 2, "Ja": 3}, {"N/A": 1, "Gul": 4}, {"Tack": 1, "": 4}),
            set(),
        ),  # often typed, and there are empty cells
        (({"No answer": 2, "Ja": 3}, {"No answer": 1, "Gul": 4}), set()),  # words stay an answer
    ],
)
def test_a_code_is_no_answer_where_the_file_shows_it(columns: tuple[dict[str, int], ...], expected: set[str]) -> None:
    values = {
        at: Values({text: n for text, n in cells.items() if text}, cells.get("", 0)) for at, cells in enumerate(columns)
    }
    assert missing_codes(values) == expected


@pytest.mark.parametrize(
    ("cells", "days"),
    [
        (("2024-03-01 10:15:00", "2024-03-02 09:00:00"), ("2024-03-01", "2024-03-02")),
        (("2024-03-01 10.15.00", "2024-03-09 09.00.00"), ("2024-03-01", "2024-03-09")),  # Google Forms in Swedish
        (("3/14/2024 10:15:00", "3/2/2024 9:00:00"), ("2024-03-02", "2024-03-14")),
        (("2024/03/14 10:15:00 AM GMT+1", "2024/03/15 1:00:00 PM GMT+1"), ("2024-03-14", "2024-03-15")),
        (("2024-05-01T10:00:00.000+02:00",), ("2024-05-01", "2024-05-01")),
        (("5/16/18 7:19", "5/9/18 6:48"), ("2018-05-09", "2018-05-16")),
        (("03/04/2024 10:00:00", "05/06/2024 10:00:00"), None),  # March or April: nobody can tell
        (("Mar 05, 2022 10:00:00 AM", "February 9, 2022"), ("2022-02-09", "2022-03-05")),
        (("not a date",), None),
    ],
)
def test_days_are_used_where_they_are_certain(cells: tuple[str, ...], days: tuple[str, str] | None) -> None:
    found = period(cells)
    assert (found and tuple(str(day) for day in found)) == days


def test_dates_as_answers_need_a_whole_year_and_a_certain_order() -> None:
    assert date_order(["31.1.2020", "1.2.2020"]) == "day-month-year"
    assert date_order(["5/16/18"]) is None
    assert date_order(["3/4/2020"]) is None
    assert looks_dated(["3/4/2020"])
    assert not looks_dated(["10-49", "1-9"])


@pytest.mark.parametrize(
    ("header", "cells", "expected"),
    [
        ("weight", ("0.52", "1.31"), True),
        ("pspwght", ("0.52", "1.31"), True),
        ("svarsvikt", ("812.4413", "93.0021"), True),
        ("weight", ("1", "2"), False),
        ("weight", ("1",), True),  # everybody weighs the same
        ("POSTWT", ("1812", "95"), True),
        ("finalweight", ("1.5",), True),
        ("birth weight", ("3500", "2900"), False),
        ("weight", ("-0.5", "1.2"), False),
        ("Weight", ("71.5", "80"), False),  # somebody's own, in kilograms
        ("Your weight", ("1.5", "2.1"), False),
        ("q5", ("0.52", "1.31"), False),
    ],
)
def test_a_weight_is_told_by_its_name_and_its_numbers(header: str, cells: tuple[str, ...], *, expected: bool) -> None:
    assert is_weight(header, Values(dict.fromkeys(cells, 1)), ".") is expected


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        (["Age", "Use [Web]", "Use [Post]"], [("Use", "Web"), ("Use", "Post")]),
        (["Web:Use of it", "Post:Use of it", "Age"], [("Use of it", "Web"), ("Use of it", "Post")]),
        (["Pies - Apple", "Pies - Pecan"], [("Pies", "Apple"), ("Pies", "Pecan")]),
        (["Äger du? Bil", "Äger du? Båt"], [("Äger du?", "Bil"), ("Äger du?", "Båt")]),
        (["q4_1", "q4_2", "q5_1"], [("q4", "1"), ("q4", "2")]),
        (["Q1", "Q2", "Part-time", "Full-time"], []),
    ],
)
def test_headers_of_one_question_are_told_by_their_neighbours(
    headers: list[str], expected: list[tuple[str, str]]
) -> None:
    assert list(families(headers).values()) == expected


def test_no_code_is_the_spelling_of_another_answer() -> None:
    answers = answers_of(["C", "C#", "C++", "c-2", "Å", "a", "NA", "?", "", "x" * 90], reserved={"na"})
    codes = [answer.code for answer in answers]
    assert len(set(codes)) == len(codes)
    for answer in answers:
        others = {str(other.label).casefold() for other in answers if other is not answer}
        assert answer.code not in others | {"na"}
        assert 0 < len(answer.code) <= 60
