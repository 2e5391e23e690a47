"""Microsoft Forms: ID, start and completion time, e-mail and name first; several answers as "A;B;".

Belongs here: how Microsoft Forms names its columns. Does not: what their cells say.
"""

import re

from macros.survey.imports.column import Column, Export
from macros.survey.imports.headings import families
from macros.survey.imports.roles import role_of
from macros.survey.sheet import Sheet
from macros.survey.spelling import fold

_STARTS = frozenset({"start time", "starttid", "starttidpunkt"})
_ENDS = frozenset({"completion time", "slutförandetid", "sluttid", "slutföringstid", "tid för slutförande", "slutförd"})
_QUIZ = re.compile(r"(?:points|feedback|poäng|återkoppling)\s*[-–]\s*.+", re.IGNORECASE)
_FIRST = 8  # its own columns stand among the first


def recognises(sheet: Sheet) -> int:
    """By its id and its two times."""
    heads = {fold(name) for name in sheet.names[:_FIRST]}
    if not heads & _STARTS or not heads & _ENDS:
        return 0
    return 92 if heads & {"id"} else 60


def columns(sheet: Sheet) -> tuple[Column, ...]:
    """Its own columns by their names; rows of a Likert question by their common beginning, where they have one."""
    grids = families(list(sheet.names))
    made = []
    for position, name in enumerate(sheet.names):
        head = fold(name)
        if head == "id":
            made.append(Column(position, name, "identifier"))
        elif position < _FIRST and role_of(name) != "question":
            made.append(Column(position, name, role_of(name)))
        elif _QUIZ.fullmatch(name):
            made.append(Column(position, name, "metadata"))
        elif position in grids:
            stem, item = grids[position]
            made.append(Column(position, name, text=stem, item=item))
        else:
            made.append(Column(position, name, text=name, part="whole"))
    return tuple(made)


EXPORT = Export("microsoft-forms", recognises, columns, (";",))
