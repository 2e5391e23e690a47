"""The multiple-response sets of an .sav file: which columns are one question.

Belongs here: the sets that pyreadstat reads, and finding those that it passes over without a word, so that their
columns are refused instead of taken for questions of their own.
"""

import struct
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pyreadstat import metadata_container

from macros.errors import Place, Problem
from macros.language.message import msg
from macros.survey.model_problems import shown
from macros.survey.records import ColumnSet, Refusal

_HEADER = 176  # bytes before the first record
_VARIABLE, _LABELS, _LABELLED, _DOCUMENT, _EXTENSION, _END = 2, 3, 4, 6, 7, 999
_SETS = (7, 19)  # subtypes of the extension records that declare sets
_LONG_NAMES = 13  # subtype of the record that gives the long names of columns for their short ones


def read_sets(
    content: bytes,
    path: str,
    meta: metadata_container,
    texts: Mapping[str, Mapping[object, str]],
) -> tuple[tuple[ColumnSet, ...], tuple[Refusal, ...]]:
    """The sets of the file, and those that cannot be read with the columns that are refused for it.

    Args:
        content: the file.
        path: as it stands in messages.
        meta: what pyreadstat says of the file.
        texts: of each column, what stands in a cell for each value.
    """
    encoding = str(meta.file_encoding or "utf-8")
    known = _names(content, encoding, list(texts))
    sets, empty = {}, set()
    for name, one in meta.mr_sets.items():
        columns = tuple(known.get(column.casefold(), "") for column in one["variable_list"])
        ticked = _ticked(one, columns, texts)
        if not columns:
            empty.add(name)
        elif all(columns) and bool(ticked) == bool(one["is_dichotomy"]):
            sets[name] = ColumnSet(name, one["label"] or "", columns, ticked)
    refused = [
        Refusal(columns, _refusal(name, columns, path))
        for name, columns in _declared(content, encoding, known)
        if name not in sets and not (name in empty and not columns)
    ]
    return tuple(sets.values()), tuple(refused)


def _refusal(name: str, columns: Sequence[str], path: str) -> Problem:
    found = msg("The multiple-response set {name} cannot be read, nor which columns it has", name=shown(name))
    if columns:
        found = msg(
            "The multiple-response set {name} cannot be read: its columns {columns} are left out",
            name=shown(name), columns=", ".join(columns),
        )  # fmt: skip
    hint = msg("Export the file as CSV, or delete the set in SPSS to read its columns one by one")
    return Problem(Place(path), found, None, hint)


def _ticked(
    one: Mapping[str, Any], columns: Sequence[str], texts: Mapping[str, Mapping[object, str]]
) -> tuple[str, ...]:
    """What stands in a ticked cell of each column; nothing where the columns hold answers, or that is not known."""
    if not one["is_dichotomy"] or one["counted_value"] is None:
        return ()
    counted = float(one["counted_value"])
    return tuple(texts.get(column, {}).get(counted, f"{counted:g}") for column in columns)


def _names(content: bytes, encoding: str, names: Sequence[str]) -> dict[str, str]:
    """Each column by its long and its short name, in small letters."""
    long = {name.casefold(): name for name in names}
    short = {}
    for record in _extensions(content, (_LONG_NAMES,)):
        pairs = (pair.partition("=") for pair in record.decode(encoding, "replace").split("\t"))
        short.update({name.casefold(): other.rstrip("\0 ").casefold() for name, _, other in pairs})
    return {name: long[other] for name, other in short.items() if other in long} | long


def _declared(content: bytes, encoding: str, known: Mapping[str, str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Name and columns of each set that the file declares, whoever can read it.

    Source: GNU PSPP developers' guide, "System File Format", multiple response sets records.
    """
    for record in _extensions(content, _SETS):
        for line in record.decode(encoding, "replace").split("\n"):
            name, equals, rest = line.strip("\0 ").partition("=")
            columns: list[str] = []
            for word in reversed(rest.split()):
                if word.casefold() not in known:
                    break
                columns.insert(0, known[word.casefold()])
            if equals:
                yield name.removeprefix("$"), tuple(columns)


def _extensions(content: bytes, subtypes: Sequence[int]) -> Iterator[bytes]:
    """The contents of these extension records, up to the first record of a kind that nobody knows."""
    order = "<" if content[64:68] in (b"\2\0\0\0", b"\3\0\0\0") else ">"
    at = _HEADER
    try:
        while True:
            kind, first, second, third = struct.unpack_from(f"{order}4i", content, at)
            if kind == _VARIABLE:
                at += 32
                if second:
                    (length,) = struct.unpack_from(f"{order}i", content, at)
                    at += 4 + -(-length // 4) * 4
                at += 8 * abs(third)
            elif kind == _LABELS:
                at += 8
                for _ in range(first):
                    at += 8 + -(-(1 + content[at + 8]) // 8) * 8
            elif kind == _LABELLED:
                at += 8 + 4 * first
            elif kind == _DOCUMENT:
                at += 8 + 80 * first
            elif kind == _EXTENSION:
                if first in subtypes:
                    yield content[at + 16 : at + 16 + second * third]
                at += 16 + second * third
            else:
                return
    except (struct.error, IndexError):
        return
