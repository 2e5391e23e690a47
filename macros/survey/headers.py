"""Which records name the columns of a table.

Belongs here: finding the header below what an export puts before it, of one to three rows. Does not: what the columns
are called (`column_names.py`).
"""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from macros.survey.column_names import Fields, column_names
from macros.survey.spelling import fold, is_blank, tidy

_DEEPEST = 50  # records among which the header is looked for
_BELOW = 100  # records by which is seen what the columns hold
LOOKED_AT = _DEEPEST + _BELOW
_COVERED = 0.6  # share of the columns in use that a header names: an index and a comment may be without one
_COVERED_BY_SHORT = 0.8  # the same where it has fewer fields than the rows: a title above the header has few
_CODE = re.compile(r"[A-Za-z]{1,3}[0-9]+(?:[._][A-Za-z0-9_.]+)?")
_CODES, _WORDS = 4, 3  # fewer codes, or words, may be the answers of one respondent
_IMPORT_ID = re.compile(r'\s*\{\s*"+ImportId"+\s*:')
_RESPONSE = {
    "response",
    "open-ended response",
    "svar",
    "öppet svar",
    "öppna svar",
    "fritextsvar",
}  # SurveyMonkey's row 2


@dataclass(frozen=True)
class Header:
    """Where the header is.

    Attributes:
        first: 0-based number of its first record.
        rows: how many records it has.
    """

    first: int
    rows: int


def find_header(records: Sequence[Fields], known: Collection[str], rows: int | None) -> Header:
    """Find the header: where the known names stand, else by its shape.

    Args:
        records: the first records of the file, at least one.
        known: folded names that it should hold; may be empty.
        rows: how many records it has; None to find out.
    """
    if known:
        best = _best_known(records, known, rows)
        if best is not None:
            return best
    marked = next((at for at, fields in enumerate(records[:_DEEPEST]) if any(map(_IMPORT_ID.match, fields))), 0)
    if marked and rows in (None, 3):
        return Header(max(0, marked - 2), min(marked, 2) + 1)
    first = _first_full(records)
    if rows is None:
        rows = 2 if _has_second_row(records[first:]) else 1
    return Header(first, min(rows, len(records) - first))


def known_in(records: Sequence[Fields], known: Collection[str], rows: int | None) -> int:
    """How many known names the likeliest header of these records holds."""
    header = _best_known(records, known, rows)
    return 0 if header is None else _count(records[header.first : header.first + header.rows], known)


def _best_known(records: Sequence[Fields], known: Collection[str], rows: int | None) -> Header | None:
    best, most = None, 0
    for count in (rows,) if rows else (1, 2, 3):
        for first in range(min(_DEEPEST, len(records) - count + 1)):
            found = _count(records[first : first + count], known)
            if found > most:
                best, most = Header(first, count), found
            if most == len(known):
                return best
    return best


def _count(rows: Sequence[Fields], known: Collection[str]) -> int:
    return len({fold(name) for name in column_names(rows)} & set(known))


def widest(records: Sequence[Fields]) -> int:
    """The commonest number of fields, the first of them where several are as common."""
    return Counter(len(fields) for fields in records).most_common(1)[0][0] if records else 0


def _first_full(records: Sequence[Fields]) -> int:
    """The first record that names nearly all columns in which anything stands below it."""
    head = records[:LOOKED_AT]
    width = widest(head)
    for at, fields in enumerate(head[:_DEEPEST]):
        below = head[at + 1 : at + 1 + _BELOW]
        used = {column for row in below for column, field in enumerate(row[:width]) if not is_blank(field)}
        named = {column for column, field in enumerate(fields) if not is_blank(field)}
        covered = len(named & used) / len(used) if used else 1.0
        if named and covered >= (_COVERED if len(fields) >= width else _COVERED_BY_SHORT):
            return at
        if _has_second_row(head[at:]) or (len(fields) == width - 1 and _are_short(fields, head[at + 1 :])):
            return at
    return 0


def _are_short(fields: Fields, below: Sequence[Fields]) -> bool:
    """Whether these are headers with none for the numbers of the rows, and not a title of as many words."""
    headers = all(field and not tidy(field)[:1].isdigit() for field in fields)
    return headers and bool(below) and any(_is_number(tidy(field)) for field in below[0])


def _has_second_row(records: Sequence[Fields]) -> bool:
    """Whether the second record goes on with the header: options below the questions that stand over them.

    A question that stands over one column has nothing below it there, or a word such as Response; a respondent's first
    row, which must never be taken for a header, has an answer or an id below some header.
    """
    if len(records) < 2:  # noqa: PLR2004
        return False
    top, second, *below = records[: _BELOW + 2]
    cells = {at: tidy(field) for at, field in enumerate(second) if not is_blank(field)}
    named = [at for at, field in enumerate(top) if not is_blank(field)]
    respelt = [at for at, cell in cells.items() if at < len(top) and _respelt(tidy(top[at]), cell)]
    if len(respelt) > 1 or _words_of_codes(top, cells, below):
        return True
    if not cells or not named:
        return False
    marks = {at for at, cell in cells.items() if cell.casefold() in _RESPONSE}
    under = {at for at in cells if at > named[0] and (at >= len(top) or is_blank(top[at]))}
    over_one = [at for at in named if at + 1 not in under]
    if any(at in cells and at not in marks for at in over_one):
        return False
    alone = [at for at in over_one if at not in cells and any(at < len(row) and not is_blank(row[at]) for row in below)]
    return bool(marks) or bool(under and alone)


def _words_of_codes(top: Fields, second: Mapping[int, str], below: Sequence[Fields]) -> bool:
    """Whether most columns have a code as Q12, and below each of these several words that no respondent answers."""
    codes = [at for at, field in enumerate(top) if _CODE.fullmatch(tidy(field))]
    worded = [at for at in codes if second.get(at, "").count(" ") >= _WORDS - 1]
    again = any(at < len(row) and tidy(row[at]) == second[at] for row in below for at in worded)
    return len(codes) >= max(_CODES, len(top) / 2) and worded == codes and bool(below) and not again


def _respelt(code: str, text: str) -> bool:
    """Whether a text is its code with blanks, as in StartDate and Start Date."""
    return code.casefold() != text.casefold() and code.casefold() == text.casefold().replace(" ", "")


def _is_number(text: str) -> bool:
    return re.fullmatch(r"[-+]?[0-9]+(?:[.,][0-9]+)?", text) is not None
