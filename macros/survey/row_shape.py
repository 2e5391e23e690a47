"""Whether a table looks like one row a person, so that it never belongs where everybody can read it.

Belongs here: what of a table's shape gives it away. Does not: single cells that point at somebody (`personal_file.py`)
or which tables are known to be something else (`publish/guard.py`).
"""

from collections import Counter
from collections.abc import Sequence

from macros.language.message import Message, msg
from macros.survey.imports.personal import personal_columns
from macros.survey.imports.roles import IDENTIFIERS, TIMES
from macros.survey.imports.times import clocked
from macros.survey.sheet import Sheet
from macros.survey.spelling import fold, tidy

FEWEST = 10  # rows; fewer are a table that somebody typed
_WORDS = 4  # in an open answer; labels are shorter
_POINTING = frozenset({"email", "phone", "civic_number", "name", "ip", "coordinates", "account"})


def row_shaped(sheet: Sheet) -> Message | None:
    """Why a table looks like one row a person; None where nothing says so.

    A column that names each row, times at which each came in, open answers, or a column of personal data. A file of
    answers in codes alone has none of these, and is told by its codebook.
    """
    if len(sheet.records) < FEWEST:
        return None
    personal = {finding.name for finding in personal_columns(sheet) if finding.kind in _POINTING}
    for position, name in enumerate(sheet.names):
        cells = [tidy(cell) for cell in sheet.column(position)]
        if _names_rows(name, cells):
            return msg("the column {column} names each row", column=name)
        if _tells_times(name, cells):
            return msg("the column {column} tells when each row came in", column=name)
        if _is_open(cells):
            return msg("the column {column} holds answers in somebody's own words", column=name)
        if name in personal:
            return msg("the column {column} looks personal", column=name)
    return None


def _names_rows(header: str, cells: Sequence[str]) -> bool:
    """Each row has one of its own, and the header says so, or it is made as such names are."""
    if "" in cells or len({fold(cell) for cell in cells}) < len(cells):
        return False
    if fold(header) in IDENTIFIERS:
        return True
    running = [str(number) for number in range(len(cells) + 1)]
    if cells in (running[:-1], running[1:]):
        return True
    return all(" " not in cell and any(map(str.isalpha, cell)) and any(map(str.isdigit, cell)) for cell in cells)


def _tells_times(header: str, cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell]
    apart = len(set(filled)) * 2 > len(cells)
    return apart and clocked(filled) and (fold(header) in TIMES or all(clocked([cell]) for cell in filled))


def _is_open(cells: Sequence[str]) -> bool:
    """Some answers of several words that hardly anybody else gave."""
    long = Counter(fold(cell) for cell in cells if len(cell.split()) >= _WORDS)
    alone = sum(times == 1 for times in long.values())
    return alone >= FEWEST // 2 and alone * 2 > sum(long.values())
