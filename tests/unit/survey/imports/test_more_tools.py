"""Exports of still other tools and programs, made up, each with what its tool is known to write.

Belongs here: what a table as a whole is understood to be. Does not: single columns (`test_column_proofs.py`).
"""

from pathlib import Path

import pytest

from tests.unit.survey.imports.tables import doubts, kinds, labels, table

_ROWS = 40


def test_kaggles_option_other_is_one_of_its_set(tmp_path: Path) -> None:
    asked = "What programming languages do you use? (Select all that apply) - Selected Choice - "
    heads = (
        ["Time from Start to Finish (seconds)", "Q1", "Q7_Part_1", "Q7_Part_2", "Q7_OTHER", "Q8_OTHER_TEXT"],
        ["Duration (in seconds)", "What is your age (# years)?", f"{asked}R", f"{asked}SQL", f"{asked}Other",
         "Which tools do you use? - Other - Text"],
    )  # fmt: skip
    rows = [(n * 31, "18-21", "R" if n % 2 else "", "SQL", "Other" if n % 4 == 0 else "", "-1") for n in range(_ROWS)]
    found = table(tmp_path, heads, rows)
    assert found.counts("Q7_Part_1") == {"R": 20, "SQL": 40, "Other": 10, "": 40}
    assert found.question("Q7_OTHER") == found.question("Q7_Part_1")


@pytest.mark.parametrize("mark", ['"', "'"])
def test_lists_as_programs_write_them(tmp_path: Path, mark: str) -> None:
    def cell(n: int) -> str:
        picked = [label for label, every in (("React", 2), ("Vue, old", 3)) if n % every == 0]
        return f"[{', '.join(f'{mark}{label}{mark}' for label in picked)}]"

    found = table(tmp_path, ["tools", "sure"], [(cell(n), "Yes" if n % 2 else "No") for n in range(30)])
    assert found.counts("tools") == {"React": 15, "Vue, old": 10, "": 20}


def test_answers_on_a_line_each(tmp_path: Path) -> None:
    cells = ["Pay, perks", "Pay, perks\nColleagues", "Colleagues\n Hours", "Hours", "Pay, perks\r\nHours"]
    found = table(tmp_path, ["What matters?", "n"], [(cells[n % 5], n % 7) for n in range(50)])
    assert found.counts("What matters?") == {"Pay, perks": 30, "Colleagues": 20, "Hours": 30, "": 50}
    assert found.question("What matters?").separator == "\n"


def test_a_tick_without_its_opposite_is_an_option(tmp_path: Path) -> None:
    rows = [("Yes" if n % 2 else "", "Yes" if n % 3 else "", "Yes" if n % 5 else "No") for n in range(30)]
    found = table(tmp_path, ["apple", "cherry", "Do you eat pie?"], rows)
    assert list(kinds(found).values()) == ["multiple", "single"]
    assert found.counts("apple") == {"apple": 15, "cherry": 20, "": 25}
    assert "divide them" in doubts(found)


def test_questions_of_yes_and_no_that_were_passed_over_one_by_one_are_no_options(tmp_path: Path) -> None:
    rows = [("" if n % 4 == 0 else n % 2 == 0, n % 3 == 0, "x") for n in range(60)]
    found = table(tmp_path, ["voted_2016", "voted_2020", "kind"], rows)
    assert kinds(found) == {"voted_2016": "single", "voted_2020": "single", "kind": "single"}
    assert found.counts("voted_2016") == {"True": 15, "False": 30, "": 45}
    together = [("" if n % 4 == 0 else n % 2 == 0, "" if n % 4 == 0 else n % 3 == 0) for n in range(60)]
    (tmp_path / "two").mkdir()
    assert kinds(table(tmp_path / "two", ["q1_1", "q1_2"], together)) == {"q1": "multiple"}


def test_numbers_keep_being_numbers_beside_words_of_no_answer(tmp_path: Path) -> None:
    ages = ["Ej svar" if n % 10 == 0 else "Vet ej" if n % 10 == 1 else "-" if n % 10 == 2 else n for n in range(50)]
    shares = ["Ej svar" if n % 10 == 0 else f"{n},5" for n in range(50)]
    marks = ["Ej svar" if n % 11 == 0 else n % 11 for n in range(50)]
    rows = list(zip(ages, shares, marks, strict=True))
    found = table(tmp_path, ["Ålder", "Andel", "Betyg"], rows, delimiter=";")
    assert kinds(found) == {"alder": "number", "andel": "number", "betyg": "single"}
    frame = found.survey.frame
    assert (frame["alder"] == "__dont_know__").sum() == (frame["alder"] == "__refused__").sum() == 5
    assert (frame["alder"] == "__no_answer__").sum() == 5
    assert found.codebook.decimal == ","
    assert labels(found, "betyg") == [*map(str, range(1, 11)), "Ej svar"]
    assert "not counted in their base: alder, andel" in doubts(found)


def test_numbers_that_may_be_codes_of_no_answer_are_told(tmp_path: Path) -> None:
    rows = [(88 if n % 9 == 0 else n % 11, -9 if n % 9 == 0 else n, 99 if n % 9 == 0 else 18 + n) for n in range(70)]
    assert doubts(table(tmp_path, ["trust", "amount", "age"], rows)).splitlines()[-1].endswith("missing: trust, amount")


def test_halves_of_decimals_with_a_unit_are_no_options(tmp_path: Path) -> None:
    rows = [(f"{n % 9},{n % 7} %", "Ja" if n % 2 else "Nej") for n in range(90)]
    assert kinds(table(tmp_path, ["Andel export", "q"], rows, delimiter=";"))["andel-export"] != "multiple"


def test_labels_that_begin_with_codes_below_zero(tmp_path: Path) -> None:
    cells = ["-9. Refused", "2. Good", "-8. Don't know", "1. Bad", "3. Very good"]
    found = table(tmp_path, ["V1", "area"], [(cells[n % 5], n % 3) for n in range(50)])
    assert kinds(found)["v1"] == "scale"
    assert labels(found, "v1")[:3] == ["1. Bad", "2. Good", "3. Very good"]


def test_degrees_up_to_a_hundred_stand_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    cells = ["100 Very warm", "15", "0 Very cold", "85", "998. Don't know", "-9. Refusal"]
    found = table(tmp_path, ["V1", "area"], [(cells[n % 6], n % 3) for n in range(60)])
    assert labels(found, "v1")[:4] == ["0 Very cold", "15", "85", "100 Very warm"]


def test_times_in_words_are_no_answers(tmp_path: Path) -> None:
    rows = [(f"Mar {1 + n % 9:02d}, 2022 10:{n:02d}:00 AM", "Yes" if n % 2 else "No") for n in range(40)]
    found = table(tmp_path, ["Time Started", "Sure?"], rows)
    assert list(kinds(found)) == ["sure"]
    period = found.codebook.fieldwork
    assert period is not None
    assert (str(period.first), str(period.last)) == ("2022-03-01", "2022-03-09")


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Contribution ID", [f"{n * 7919 % 1000:x}-a" for n in range(_ROWS)]),
        ("InterviewId", [f"c{n * 7919 % 1000}" for n in range(_ROWS)]),
        ("Nummer", [str(n + 1) for n in range(_ROWS)]),
    ],
)
def test_a_column_with_a_value_for_each_person_names_them(tmp_path: Path, header: str, cells: list[str]) -> None:
    found = table(tmp_path, [header, "q"], [(cell, "Ja" if n % 2 else "Nej") for n, cell in enumerate(cells)])
    assert found.codebook.identifier == header


def test_a_column_of_many_numbers_without_order_names_nobody(tmp_path: Path) -> None:
    rows = [(n * 7919 % 1000, "Ja" if n % 2 else "Nej") for n in range(_ROWS)]
    assert table(tmp_path, ["Omsättning", "q"], rows).codebook.identifier is None
