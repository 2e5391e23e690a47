"""Files of SPSS: labels for values, missing values kept apart, and sets of columns that are read or loudly refused."""

import datetime
from pathlib import Path
from typing import Any

import pytest

from macros.language.catalogue import Language
from macros.survey.records import ColumnFacts, ColumnSet
from macros.survey.sheet import Dialect, Sheet, read_sheet
from tests.unit.survey.sav_files import MULTIPLE_RESPONSE_14, sav

SAY = Language("en").say


def read(root: Path, columns: dict[str, list[Any]], **facts: Any) -> Sheet:
    return read_sheet(sav(root / "svar.sav", columns, **facts), root)


def test_a_cell_holds_the_label_of_its_value_or_the_value(tmp_path: Path) -> None:
    sheet = read(
        tmp_path,
        {
            "order": [1.0, 2.0, 3.0, None],
            "ort": ["vx", "mk", "", "Lund"],
            "andel": [0.333, 1e6, -1.0, 12345678.5],
            "dag": [datetime.date(2020, 5, 11), None, datetime.date(2020, 5, 12), datetime.date(2020, 5, 13)],
            "klockan": [datetime.time(9, 30), None, datetime.time(0, 0), datetime.time(23, 59, 59)],
        },
        variable_value_labels={"order": {1: "Minskat", 2: "Ökat"}, "ort": {"vx": "Växjö"}},
    )
    assert [record.fields for record in sheet.records] == [
        ("Minskat", "Växjö", "0.333", "2020-05-11", "09:30:00"),
        ("Ökat", "mk", "1000000", "", ""),
        ("3", "", "-1", "2020-05-12", "00:00:00"),
        ("", "Lund", "12345678.5", "2020-05-13", "23:59:59"),
    ]
    assert [record.line for record in sheet.records] == [1, 2, 3, 4]
    assert (sheet.names, sheet.problems) == (("order", "ort", "andel", "dag", "klockan"), ())


def test_what_the_file_says_of_its_columns(tmp_path: Path) -> None:
    sheet = read(
        tmp_path,
        {"order": [1.0, 9.0, None, 99.0], "ort": ["a", "-", "b", "a"], "n": [1.0, 2.0, -3.0, 97.0]},
        column_labels={"order": "Hur går det?"},
        variable_value_labels={"order": {1: "Bra", 2: "Illa", 9: "Vill ej svara"}},
        missing_ranges={"order": [9, {"lo": 90, "hi": 99}], "ort": ["-"], "n": [{"lo": 97, "hi": 99}]},
        variable_measure={"order": "ordinal", "n": "scale", "ort": "nominal"},
    )
    assert sheet.facts == (
        ColumnFacts(
            "Hur går det?", (("1", "Bra"), ("2", "Illa"), ("9", "Vill ej svara")), ("Vill ej svara", "99"), "ordinal"
        ),
        ColumnFacts("", (), ("-",), "nominal"),
        ColumnFacts("", (), ("97",), "scale"),
    )
    assert [record.fields[0] for record in sheet.records] == ["Bra", "Vill ej svara", "", "99"]


@pytest.mark.parametrize(
    ("labels", "values", "cells"),
    [
        ({1: "Annat", 2: "annat "}, [1.0, 2.0], ["Annat (1)", "annat (2)"]),
        ({1: "2"}, [1.0, 2.0], ["2 (1)", "2"]),
        ({1: "1", 2: "2"}, [1.0, 2.0], ["1", "2"]),
    ],
    ids=["two labels alike", "a label like another value", "labels like their values"],
)
def test_two_values_never_read_alike(
    tmp_path: Path, labels: dict[int, str], values: list[float], cells: list[str]
) -> None:
    sheet = read(tmp_path, {"q": values}, variable_value_labels={"q": labels})
    assert list(sheet.column(0)) == cells


TICKS: dict[str, list[Any]] = {
    "lan": [1.0, 0.0], "anstand": [0.0, 1.0], "forsta": [1.0, 2.0], "ord": ["Ja", "Nej"], "annat": [1.0, 1.0],
}  # fmt: skip
TICK_LABELS = {"lan": {0: "Nej", 1: "Ja"}, "forsta": {1: "Lån", 2: "Anstånd"}}


@pytest.mark.parametrize(
    ("declared", "subtype", "expected"),
    [
        (
            "$stod=D1 1 12 Vilka stod?  lan anstand",
            7,
            ColumnSet("stod", "Vilka stod?", ("lan", "anstand"), ("Ja", "1")),
        ),
        ("$val=C 5 Valen forsta", 7, ColumnSet("val", "Valen", ("forsta",), ())),
        ("$e=E 1 1 1 3 Abc lan anstand", MULTIPLE_RESPONSE_14, ColumnSet("e", "Abc", ("lan", "anstand"), ("Ja", "1"))),
    ],
    ids=["ticks", "answers", "labels of counted values"],
)
def test_a_set_of_columns_is_one_question(tmp_path: Path, declared: str, subtype: int, expected: ColumnSet) -> None:
    sheet = read(tmp_path, TICKS, sets=declared, subtype=subtype, variable_value_labels=TICK_LABELS)
    assert (sheet.sets, sheet.refused, len(sheet.names)) == ((expected,), (), 5)


@pytest.mark.parametrize(
    ("declared", "columns"),
    [
        ("$stod=D2 Ja 3 Abc ord annat", ("ord", "annat")),
        ("$stod=D1 1 99 Abc LAN anstand", ("lan", "anstand")),
        ("$stod=X something new lan anstand", ("lan", "anstand")),
    ],
    ids=["counts a word", "a length that is wrong", "a kind nobody knows"],
)
def test_a_set_that_cannot_be_read_takes_its_columns_out_and_says_so(
    tmp_path: Path, declared: str, columns: tuple[str, ...]
) -> None:
    sheet = read(tmp_path, TICKS, sets=declared, variable_value_labels=TICK_LABELS)
    assert sheet.names == tuple(name for name in TICKS if name not in columns)
    assert (len(sheet.facts), len(sheet.records[0].fields)) == (3, 3)
    ((refused,),) = ((refusal,) for refusal in sheet.refused)
    assert refused.columns == columns
    assert SAY(refused.problem.found) == (
        f"The multiple-response set stod cannot be read: its columns {', '.join(columns)} are left out"
    )
    assert (sheet.sets, sheet.decided) == ((), (refused.problem.found,))


def test_a_set_without_a_column_that_is_known_is_told(tmp_path: Path) -> None:
    sheet = read(tmp_path, TICKS, sets="$stod=D1 1 3 Abc x y")
    assert [SAY(refusal.problem.found) for refusal in sheet.refused] == [
        "The multiple-response set stod cannot be read, nor which columns it has"
    ]


def test_long_names_are_found_by_the_short_ones_of_a_set(tmp_path: Path) -> None:
    columns = {"fragan_om_lan": [1.0, 0.0], "fragan_om_anstand": [0.0, 1.0]}
    path = sav(tmp_path / "svar.sav", columns)
    content = path.read_bytes()
    at = content.index(b"=fragan_om_anstand")
    short = content[at - 8 : at].split(b"\t")[-1].split(b"=")[-1].decode()
    sheet = read(tmp_path, columns, sets=f"$s=D1 1 3 Abc fragan_om_lan {short}")
    assert sheet.sets == (ColumnSet("s", "Abc", ("fragan_om_lan", "fragan_om_anstand"), ("1", "1")),)


def test_the_header_is_the_files_own_and_never_looked_for(tmp_path: Path) -> None:
    sav(tmp_path / "svar.sav", {"a": ["q1", "x"], "b": ["q2", "y"]})
    sheet = read_sheet(tmp_path / "svar.sav", tmp_path, Dialect(headers=("q1", "q2"), header_rows=2))
    assert (sheet.names, len(sheet.records)) == (("a", "b"), 2)


@pytest.mark.parametrize("length", [4, 100, 176, 300, -20, -1])
def test_a_file_that_was_cut_off_is_told(tmp_path: Path, length: int) -> None:
    path = sav(tmp_path / "svar.sav", TICKS)
    path.write_bytes(path.read_bytes()[:length])
    (problem,) = read_sheet(path, tmp_path).problems
    assert SAY(problem.found) == "The file is not an .sav that can be read"
