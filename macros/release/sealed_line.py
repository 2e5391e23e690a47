"""A released row as a line of `sealed.csv`, and back.

Belongs here: how each field is written. Does not: which rows are of which table (`sealing.py`, `sealed.py`).
"""

from collections.abc import Mapping
from dataclasses import fields
from typing import get_origin, get_type_hints

from pydantic import TypeAdapter

from macros.release.released import Row

TABLE, PART = "table", "part"
"""Which table a line is of, and which of its lists: `rows`, `nets`, or `change` of none."""
_NAMES = tuple(field.name for field in fields(Row))
_LISTS = frozenset(name for name, hint in get_type_hints(Row).items() if get_origin(hint) is tuple)
_ROW = TypeAdapter(Row)
_ALL = "*"
_BETWEEN = "|"
COLUMNS = (TABLE, PART, *_NAMES)


def line_of(table: str, part: str, row: Row) -> dict[str, str]:
    """Write a row; the total over a grouping is `*`, and what has no number is empty.

    Raises:
        ValueError: for a code that could not be read back.

    >>> line = line_of("order by size", "rows", Row((None,), "less", "Less", "share", "ok", 63.0, 39, 62, 63.0))
    >>> [line[name] for name in ("table", "group", "answer", "value", "n", "low")]
    ['order by size', '*', 'less', '63.0', '39', '']
    >>> row_of(line) == Row((None,), "less", "Less", "share", "ok", 63.0, 39, 62, 63.0)
    True
    """
    return {TABLE: table, PART: part, **{name: _written(name, getattr(row, name)) for name in _NAMES}}


def row_of(line: Mapping[str, str]) -> Row:
    """Read a row.

    Raises:
        ValidationError: of pydantic, for a line that is no row.
        KeyError: for a line without one of the columns.
    """
    return _ROW.validate_python({name: _read(name, line[name] or "") for name in _NAMES})


def _written(name: str, value: object) -> str:
    if name not in _LISTS:
        return "" if value is None else str(value)
    if not isinstance(value, tuple):
        raise TypeError(value)
    parts = [_ALL if part is None else str(part) for part in value]
    if any(not part or _BETWEEN in part for part in parts) or parts.count(_ALL) != value.count(None):
        raise ValueError(f"{name} cannot be written: {value}")
    return _BETWEEN.join(parts)


def _read(name: str, text: str) -> object:
    if name in _LISTS:
        return tuple(None if part == _ALL else part for part in text.split(_BETWEEN)) if text else ()
    return text if text or name == "label" else None
