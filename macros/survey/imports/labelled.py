"""Options in columns of their own, headed by their label without any word of the question.

Belongs here: telling them by their cells. Does not: options that share a question's header (`headings.py`).
"""

from collections.abc import Collection
from itertools import groupby

from macros.survey.imports.column import Column
from macros.survey.imports.headings import plain_text
from macros.survey.imports.roles import role_of
from macros.survey.imports.scales import OTHERS
from macros.survey.options import TICKED_SPELLINGS
from macros.survey.sheet import Sheet
from macros.survey.spelling import fold

_SPELLINGS = 20  # of one header, with blanks around it and none


def labelled_options(sheet: Sheet) -> dict[int, Column]:
    """Runs of two columns or more that hold nothing but their header or nothing, by position; with a column "Other".

    An option that nobody ticked has only empty cells: it belongs to the run that it stands in the midst of. "Other"
    holds what was written, and ends its run.
    """
    own = [_holds_own_header(sheet, position) for position in range(len(sheet.names))]
    runs: list[list[int]] = []
    current: list[int] = []
    for position, (name, mine) in enumerate(zip(sheet.names, own, strict=True)):
        other = fold(name).partition(" (")[0] in OTHERS
        if any(fold(_header(sheet, at)) == fold(_header(sheet, position)) for at in current):
            runs.append(current)  # an option that comes again is one of another question
            current = []
        if other and current:
            current.append(position)
        elif mine is not False and not other:
            current.append(position)
            continue
        runs.append(current)
        current = []
    runs.append(current)
    found: dict[int, Column] = {}
    for run in runs:
        ticked = [position for position in run if own[position]]
        if len(ticked) < 2:  # noqa: PLR2004
            continue
        last = run[-1] if own[run[-1]] is False else ticked[-1]
        for position in (at for at in run if ticked[0] <= at <= last):
            written = own[position] is False
            found[position] = Column(
                position, sheet.names[position], "written" if written else "question", f"options@{ticked[0]}", None,
                plain_text(_header(sheet, position)), part="unknown" if written else "option",
            )  # fmt: skip
    return found


def ticked_options(sheet: Sheet, taken: Collection[int]) -> dict[int, Column]:
    """Runs of two columns or more that are ticked with one word, the same for all, or empty, by position.

    A tick without any sign of what is not ticked is an option's: asked by itself, a question has a "No".

    Args:
        sheet: the table.
        taken: positions of columns that are known to be something else.
    """
    marks = [None if position in taken else _only_tick(sheet, position) for position in range(len(sheet.names))]
    runs = [list(run) for mark, run in groupby(range(len(marks)), key=lambda at: marks[at]) if mark is not None]
    return {
        at: Column(at, sheet.names[at], "question", f"options@{run[0]}", None, plain_text(_header(sheet, at)),
                   part="option")
        for run in runs if len(run) > 1 for at in run
    }  # fmt: skip


def _only_tick(sheet: Sheet, position: int) -> str | None:
    """The one word that stands in a column beside empty cells, where it is a tick."""
    spellings = set(sheet.column(position))
    cells = {fold(cell) for cell in spellings}
    tick = next(iter(cells - {""}), None)
    few = len(spellings) <= _SPELLINGS and len(cells) == 2 and "" in cells  # noqa: PLR2004
    return tick if few and tick in TICKED_SPELLINGS and role_of(sheet.names[position]) == "question" else None


def _holds_own_header(sheet: Sheet, position: int) -> bool | None:
    """True where some cells hold the header and all others nothing, None where all are empty."""
    spellings = set(sheet.column(position))
    if len(spellings) > _SPELLINGS:
        return False
    cells = {fold(cell) for cell in spellings} - {""}
    return None if not cells else cells == {fold(_header(sheet, position))}


def _header(sheet: Sheet, position: int) -> str:
    return sheet.header[0][position] if sheet.header else sheet.names[position]
