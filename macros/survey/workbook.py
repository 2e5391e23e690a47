"""An .xlsx workbook → records of text.

Belongs here: which sheet is read, and its values. Does not: how a value is written (`cell_text.py`), cells without one
(`workbook_parts.py`) or which row names the columns (`headers.py`).
"""

import io
from collections.abc import Sequence

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from macros.errors import Place, Problem, nearest
from macros.language.message import Message, msg
from macros.survey.cell_text import cell_text
from macros.survey.model_problems import shown
from macros.survey.records import Record, Records
from macros.survey.spelling import fold
from macros.survey.workbook_parts import extent, sheet_part, unpacked_size, valueless

DIGITS = 15  # significant digits of a number in a spreadsheet
_MOST_UNPACKED = 500_000_000  # bytes
_MOST_CELLS = 50_000_000


class _UnreadableError(Exception):
    """The workbook cannot be read, for a reason that the user can mend."""

    def __init__(self, found: Message, allowed: Message | None = None, hint: Message | None = None) -> None:
        super().__init__(found.template)
        self.found, self.allowed, self.hint = found, allowed, hint


def read_workbook(content: bytes, path: str, sheet: str | None) -> Records:
    """Read one sheet of a workbook.

    Args:
        content: the file.
        path: as it stands in messages.
        sheet: the sheet's name; the first that is not hidden when None.
    """
    try:
        return _read(content, path, sheet)
    except _UnreadableError as error:
        return Records(path, problems=(Problem(Place(path), error.found, error.allowed, error.hint),))


def _read(content: bytes, path: str, wanted: str | None) -> Records:
    size = unpacked_size(content)
    if size is None:
        raise _no_workbook()
    if size > _MOST_UNPACKED:
        allowed = msg("at most {bytes} bytes", bytes=_MOST_UNPACKED)
        raise _UnreadableError(msg("The workbook unpacked has {bytes} bytes", bytes=size), allowed)
    book = _open(content)
    visible = [
        part.name
        for part in book.sheets_metadata
        if part.typ == SheetTypeEnum.WorkSheet and part.visible == SheetVisibleEnum.Visible
    ]
    name = _chosen(book.sheet_names, visible, wanted)
    part = sheet_part(content, name)
    if part is None:
        raise _no_workbook()
    if (cells := extent(part)) > _MOST_CELLS:
        hint = msg("Delete what stands far below or beside the answers")
        allowed = msg("at most {count} cells", count=_MOST_CELLS)
        raise _UnreadableError(msg("The sheet reaches over {count} cells", count=cells), allowed, hint)
    rows = _rows(book, name)
    records = [Record(line, tuple(cell_text(cell, DIGITS) for cell in row)) for line, row in enumerate(rows, 1)]
    decided: tuple[Message, ...] = ()
    if wanted is None and len(visible) > 1:
        decided = (msg("The workbook has {count} sheets; {name} is read", count=len(visible), name=f'"{name}"'),)
    return Records(path, tuple(records), tuple(valueless(part, path)), decided=decided)


def _open(content: bytes) -> CalamineWorkbook:
    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(content))
    except PasswordError:
        raise _UnreadableError(msg("The workbook is locked with a password")) from None
    except CalamineError:
        raise _no_workbook() from None


def _no_workbook() -> _UnreadableError:
    hint = msg("Save it anew as .xlsx or as CSV; an archive must be unpacked first")
    return _UnreadableError(msg("The file is not a workbook that can be read"), None, hint)


def _rows(book: CalamineWorkbook, name: str) -> Sequence[Sequence[object]]:
    try:
        return book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # noqa: BLE001 - the library's own panics are no Exception
        raise _no_workbook() from None


def _chosen(names: Sequence[str], visible: Sequence[str], wanted: str | None) -> str:
    if wanted is None:
        if not visible:
            raise _UnreadableError(msg("The workbook has no sheet that can be seen"))
        return visible[0]
    for name in names:
        if fold(name) == fold(wanted):
            return name
    choices = ", ".join(shown(name) for name in names)
    found = msg("The workbook has no sheet {name}", name=f'"{shown(wanted)}"')
    raise _UnreadableError(found, msg("one of {choices}", choices=choices), nearest(wanted, names))
