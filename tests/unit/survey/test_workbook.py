"""Workbooks: each cell as the text that stands for it, each mistake with its cell."""

import datetime
import io
import zipfile

import pytest

from macros.language.catalogue import Language
from macros.survey.sheet import Dialect, Sheet, read_sheet
from tests.unit.survey.folders import Folder
from tests.unit.survey.workbooks import Cell, CellError, Formula, Percent, Rows, workbook

SAY = Language("en").say


def read(folder: Folder, content: bytes, sheet: str | None = None) -> Sheet:
    return read_sheet(folder.write("svar.xlsx", content), folder.root, Dialect(sheet=sheet))


def told(sheet: Sheet) -> list[tuple[str, str]]:
    return [(str(problem.place).removeprefix("data/surveys/liten/"), SAY(problem.found)) for problem in sheet.problems]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("Ökat <b> & \n", "Ökat <b> & \n"),
        ("None", "None"),
        (3, "3"),
        (3.0, "3"),
        (1.5, "1.5"),
        (-0.25, "-0.25"),
        (0.1 + 0.2, "0.3"),
        (1e-7, "0.0000001"),
        (1e20, "100000000000000000000"),
        (True, "TRUE"),
        (False, "FALSE"),
        (datetime.date(2020, 5, 11), "2020-05-11"),
        (datetime.datetime(2020, 5, 11, 12, 30, 59), "2020-05-11 12:30:59"),  # noqa: DTZ001 - a workbook has no zone
        (Percent(0.25), "0.25"),
        (Formula("A1+1", "7"), "7"),
        (None, ""),
    ],
)
def test_a_cell_is_the_text_that_stands_for_it(folder: Folder, cell: Cell, text: str) -> None:
    sheet = read(folder, workbook({"Svar": [["id", "q", "efter"], [1, cell, "x"]]}))
    assert [record.fields for record in sheet.records] == [("1", text, "x")]
    assert (sheet.names, told(sheet), sheet.encoding, sheet.delimiter) == (("id", "q", "efter"), [], "", "")


def test_a_workbook_of_many_columns_titles_and_blank_rows(folder: Folder) -> None:
    names = [f"q{number}" for number in range(1, 101)]
    rows: Rows = [["Enkät 2020"], [], names, list(range(100)), [], list(range(100, 200))]
    sheet = read(folder, workbook({"Svar": rows}))
    assert sheet.names == tuple(names)
    assert [(record.line, record.fields[99]) for record in sheet.records] == [(4, "99"), (6, "199")]
    assert sheet.preamble == 2


def test_a_cell_without_a_value_to_read_is_told_with_its_place(folder: Folder) -> None:
    rows: Rows = [["id", "q"], [1, CellError("#N/A")], [2, Formula("A3+1", None)], [3, "#N/A"]]
    assert told(read(folder, workbook({"Svar": rows}))) == [
        ("svar.xlsx:2:2", "The cell holds the error #N/A"),
        ("svar.xlsx:3:2", "The cell holds a formula that was never calculated"),
    ]


def test_the_first_sheet_that_can_be_seen_is_read_and_said(folder: Folder) -> None:
    content = workbook({"Gömt": [["x"], [1]], "Svar": [["a"], [2]], "Kod": [["b"], [3]]}, hidden=["Gömt"])
    sheet = read(folder, content)
    assert sheet.names == ("a",)
    assert [SAY(message) for message in sheet.decided] == ['The workbook has 2 sheets; "Svar" is read']
    assert read(folder, content, "kod").names == ("b",)
    (problem,) = read(folder, content, "Svart").problems
    assert (SAY(problem.found), SAY(problem.allowed or ""), SAY(problem.hint or "")) == (
        'The workbook has no sheet "Svart"', "one of Gömt, Svar, Kod", "Did you mean Svar?",
    )  # fmt: skip


def damaged(part: str, content: bytes) -> bytes:
    """A workbook with one part replaced."""
    whole = zipfile.ZipFile(io.BytesIO(workbook({"Svar": [["a"], [1]]})))
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w") as file:
        for name in whole.namelist():
            file.writestr(name, content if name == part else whole.read(name))
    return result.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04",
        b"a,b\n1,2\n",
        workbook({"Svar": [["a"], [1]]})[:-30],
        damaged("xl/workbook.xml", b"<workbook"),
        damaged("xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row r='1'><c r='A1'"),
        damaged("xl/_rels/workbook.xml.rels", b""),
    ],
    ids=["archive", "CSV", "cut off", "no list", "no cells", "no relations"],
)
def test_what_is_no_workbook_is_told(folder: Folder, content: bytes) -> None:
    sheet = read(folder, content)
    assert told(sheet) == [("svar.xlsx", "The file is not a workbook that can be read")]


def test_a_sheet_that_would_not_fit_in_memory_is_refused(folder: Folder) -> None:
    cells = b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    main = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    part = b'<worksheet xmlns="' + main + b'"><sheetData>' + cells + b"</sheetData></worksheet>"
    ((place, found),) = told(read(folder, damaged("xl/worksheets/sheet1.xml", part)))
    assert (place, found) == ("svar.xlsx", "The sheet reaches over 17179869184 cells")
