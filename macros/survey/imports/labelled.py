"""Options whose column is headed by their own label, without any word of the question.

Belongs here: telling them by their cells. Does not: options that share a question's header (`headings.py`).
"""

from macros.survey.imports.column import Column
from macros.survey.imports.headings import plain_text
from macros.survey.imports.scales import OTHERS
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


def _holds_own_header(sheet: Sheet, position: int) -> bool | None:
    """True where some cells hold the header and all others nothing, None where all are empty."""
    spellings = set(sheet.column(position))
    if len(spellings) > _SPELLINGS:
        return False
    cells = {fold(cell) for cell in spellings} - {""}
    return None if not cells else cells == {fold(_header(sheet, position))}


def _header(sheet: Sheet, position: int) -> str:
    return sheet.header[0][position] if sheet.header else sheet.names[position]
