"""The XML of a workbook's sheet, for what the library that reads its values passes over without a word.

Belongs here: finding the part, how far its cells reach, and the cells without a value. Does not: the values
(`workbook.py`).
"""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from macros.errors import Place, Problem
from macros.language.message import msg
from macros.survey.model_problems import shown

_ROW = re.compile(rb'.*<(?:\w+:)?row\b[^>]*\br="(\d{1,7})"', re.DOTALL)
_CELL = re.compile(rb'\br="([A-Z]{1,3})\d')
_VALUELESS = re.compile(rb"""\bt=["']e["']|<(?:\w+:)?f[\s>/]""")
_BROKEN = (
    zipfile.BadZipFile, zlib.error, etree.LxmlError, KeyError, ValueError, NotImplementedError, RuntimeError, OSError,
    EOFError, StopIteration,
)  # fmt: skip


def unpacked_size(content: bytes) -> int | None:
    """How many bytes the workbook says that it has when unpacked; None when it is no archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            return sum(part.file_size for part in file.infolist())
    except _BROKEN:
        return None


def sheet_part(content: bytes, name: str) -> bytes | None:
    """The XML of the sheet of that name; None when the workbook is not made as ISO/IEC 29500 has it."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            office = next(target for kind, target in _related(file, "").values() if kind.endswith("/officeDocument"))
            related = _related(file, office)
            sheets = etree.fromstring(file.read(office), _parser()).iter("{*}sheet")
            sheet = next(sheet for sheet in sheets if sheet.get("name") == name)
            (id_,) = (value for key, value in sheet.attrib.items() if str(key).endswith("}id"))
            return file.read(related[str(id_)][1])
    except _BROKEN:
        return None


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True)


def _related(file: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """Kind and name of each part that a part relates to, by id."""
    folder, base = posixpath.split(part)
    relations = etree.fromstring(file.read(posixpath.join(folder, "_rels", f"{base}.rels")), _parser())
    return {
        str(relation.get("Id")): (
            str(relation.get("Type")),
            posixpath.normpath(posixpath.join("/", folder, str(relation.get("Target")))).lstrip("/"),
        )
        for relation in relations
    }


def extent(part: bytes) -> int:
    """How many cells lie between the first and the last one, if every row were as long as the longest.

    >>> extent(b'<row r="1"><c r="A1"/></row><row r="3"><c r="B3"/></row>')
    6
    """
    last = _ROW.match(part)
    columns = {cell[1] for cell in _CELL.finditer(part)}
    return int(last[1]) * max(map(column_number, columns), default=0) if last else 0


def column_number(letters: bytes) -> int:
    """The 1-based number of a column.

    >>> column_number(b"A"), column_number(b"XFD")
    (1, 16384)
    """
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def valueless(part: bytes, path: str) -> Iterator[Problem]:
    """Cells with an error in place of a value, and formulas that were never calculated."""
    if not _VALUELESS.search(part):
        return
    for _, cell in etree.iterparse(io.BytesIO(part), tag="{*}c", recover=True, resolve_entities=False, no_network=True):
        value = cell.findtext("{*}v") or ""
        at = re.fullmatch(r"([A-Z]{1,3})([0-9]{1,7})", cell.get("r") or "")
        place = Place(path, int(at[2]), column_number(at[1].encode())) if at else Place(path)
        if cell.get("t") == "e":
            yield Problem(place, msg("The cell holds the error {error}", error=shown(value)))
        elif not value and cell.find("{*}f") is not None and cell.get("t") != "str":
            hint = msg("Open the workbook in a spreadsheet program and save it")
            yield Problem(place, msg("The cell holds a formula that was never calculated"), None, hint)
        cell.clear()
