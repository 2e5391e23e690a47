"""How wide a table is, and which of its records are as wide.

Belongs here: trailing delimiters, rows with a field too many or too few, rows that cannot be where they are. Does not:
finding the header (`headers.py`) or what a field means.
"""

from collections.abc import Iterator, Sequence

from macros.errors import Place, Problem
from macros.language.message import msg, nmsg
from macros.survey.column_names import Fields
from macros.survey.records import Record
from macros.survey.spelling import is_blank

_MANY = 3  # so many rows that are wrong in the same way are one mistake
_LIKE_ANSWERS = 3  # fields that a line above the header may not have: no title has as many


def width_of(top: Sequence[Fields], below: Sequence[Fields]) -> int:
    """Up to the last column that has a header, or else, within the width of the header, a field in any row.

    >>> width_of([["a", "b", ""]], [["1", "2", ""]]), width_of([["a", "b", ""]], [["1", "2", "3"]])
    (2, 3)
    """
    widest = max(map(len, top))
    named = max(map(_used, top))
    if named == widest:
        return widest
    return max(named, max((_used(fields[:widest]) for fields in below), default=0))


def _used(fields: Fields) -> int:
    return max((at for at, field in enumerate(fields, 1) if not is_blank(field)), default=0)


def fit(path: str, top: Sequence[Record], below: Sequence[Record]) -> tuple[int, list[Record], list[Problem]]:
    """Tell the records that are as wide as the header from those that are not.

    Fields at the end of a row that have nothing in them belong to a delimiter that ends every row. Where only some rows
    are longer than the header, that cannot be told from a delimiter that splits an answer, and shifts all after it.

    Args:
        path: as it stands in messages.
        top: the header's records.
        below: all others after it that are not blank.

    Returns:
        The table's width, the sound records cut to it, and the problems of the others.
    """
    header = [record.fields for record in top]
    width = width_of(header, [record.fields for record in below])
    lengths = {len(record.fields) for record in below}
    longest = max(*map(len, header), lengths.pop() if len(lengths) == 1 else 0)
    sound: list[Record] = []
    ragged: list[Record] = []
    for record in below:
        if len(record.fields) == width:
            sound.append(record)
        elif width < len(record.fields) <= longest and is_blank(record.fields[width:]):
            sound.append(Record(record.line, record.fields[:width]))
        else:
            ragged.append(record)
    if len(ragged) == len(below) >= _MANY and len({len(record.fields) for record in ragged}) == 1:
        return width, sound, [_all_ragged(path, top[-1], ragged, width)]
    return width, sound, [_ragged(path, record, width) for record in ragged]


def _all_ragged(path: str, header: Record, rows: Sequence[Record], width: int) -> Problem:
    count = len(rows[0].fields)
    found = msg(
        "The header has {width} fields, and all {rows} rows have {count}", width=width, rows=len(rows), count=count
    )
    hint = msg("A column without a header, such as the numbers of the rows, needs one") if count > width else None
    return Problem(Place(path, header.line), found, None, hint)


def _ragged(path: str, record: Record, width: int) -> Problem:
    count = len(record.fields)
    found = nmsg("The row has {count} field", "The row has {count} fields", count)
    hint = msg("A field that holds the delimiter must stand in quotes") if count > width else None
    place = Place(path, record.line, min(count, width) + (count > width))
    return Problem(place, found, nmsg("{count} field", "{count} fields", width), hint)


def misplaced(path: str, above: Sequence[Record], top: Sequence[Record], below: Sequence[Record]) -> Iterator[Problem]:
    """Answers above the header, and the header once more among the answers."""
    width = max(_used(record.fields) for record in top)
    for record in above:
        filled = sum(not is_blank([field]) for field in record.fields)
        if filled >= max(_LIKE_ANSWERS, width / 2):
            hint = msg("The header must stand above all answers")
            yield Problem(Place(path, record.line), msg("A row stands above the header"), None, hint)
    header = top[0].fields
    again = [record for record in below if record.fields == header]
    # Where nothing but the headers stands in any cell, they are options, and this respondent ticked them all.
    if again and any(cell not in ("", name) for row in below for cell, name in zip(row.fields, header, strict=False)):
        for record in again:
            yield Problem(Place(path, record.line), msg("The header stands here once more"))
