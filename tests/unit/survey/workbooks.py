"""Small .xlsx workbooks, written part by part as ISO/IEC 29500 has them: no test needs a spreadsheet program."""

import datetime
import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_EPOCH = datetime.datetime(1899, 12, 30)  # noqa: DTZ001 - a workbook knows no time zone
_DATE, _TIME = 1, 2  # the cell formats of styles.xml


@dataclass(frozen=True)
class CellError:
    """What a formula gives that went wrong, such as #N/A."""

    text: str


@dataclass(frozen=True)
class Formula:
    """A formula, with the value that was calculated last or none."""

    text: str
    value: str | None


@dataclass(frozen=True)
class Percent:
    """A number that the spreadsheet shows in percent."""

    value: float


Cell = str | int | float | bool | datetime.date | datetime.datetime | CellError | Formula | Percent | None
Rows = Sequence[Sequence[Cell]]


def workbook(sheets: dict[str, Rows], hidden: Sequence[str] = ()) -> bytes:
    """A workbook of these sheets, each with its rows of cells."""
    names, states = list(sheets), ("visible", "hidden")
    types = "".join(
        f'<Override PartName="/xl/worksheets/sheet{at}.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
        for at in range(1, len(names) + 1)
    )
    listed = "".join(
        f'<sheet name="{escape(name)}" sheetId="{at}" r:id="rId{at}" state="{states[name in hidden]}"/>'
        for at, name in enumerate(names, 1)
    )
    related = "".join(
        f'<Relationship Id="rId{at}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{at}.xml"/>'
        for at in range(1, len(names) + 1)
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/xl/workbook.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
        '<Override PartName="/xl/styles.xml" '
        f'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{related}'
        f'<Relationship Id="rId{len(names) + 1}" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/>'
        '<xf numFmtId="22"/><xf numFmtId="9"/></cellXfs></styleSheet>',
    }
    for at, rows in enumerate(sheets.values(), 1):
        data = "".join(_row(number, cells) for number, cells in enumerate(rows, 1))
        parts[f"xl/worksheets/sheet{at}.xml"] = f'<worksheet xmlns="{_MAIN}"><sheetData>{data}</sheetData></worksheet>'
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as file:
        for name, part in parts.items():
            file.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{part}')
    return content.getvalue()


def _row(number: int, cells: Sequence[Cell]) -> str:
    return f'<row r="{number}">{"".join(_cell(number, at, cell) for at, cell in enumerate(cells))}</row>'


def _cell(row: int, column: int, value: Cell) -> str:
    if value is None:
        return ""
    kind, content = _written(value)
    return f'<c r="{_letters(column)}{row}" {kind}>{content}</c>'


def _written(value: Cell) -> tuple[str, str]:
    """The attribute that says what a cell is, and what stands in it."""
    kind, number = "", repr(value)
    match value:
        case bool():
            kind, number = 't="b"', str(int(value))
        case str():
            return 't="inlineStr"', f'<is><t xml:space="preserve">{escape(value)}</t></is>'
        case CellError():
            kind, number = 't="e"', value.text
        case Formula():
            return "", f"<f>{value.text}</f>" + ("" if value.value is None else f"<v>{value.value}</v>")
        case Percent():
            kind, number = 's="3"', repr(value.value)
        case datetime.datetime():
            kind, number = f's="{_TIME}"', repr((value - _EPOCH) / datetime.timedelta(days=1))
        case datetime.date():
            midnight = datetime.datetime.combine(value, datetime.time())
            kind, number = f's="{_DATE}"', str((midnight - _EPOCH).days)
    return kind, f"<v>{number}</v>"


def _letters(column: int) -> str:
    """The spreadsheet's name of a 0-based column."""
    before, last = divmod(column, 26)
    return (_letters(before - 1) if before else "") + chr(ord("A") + last)
