"""KoboToolbox: "group/question" with names joined by blanks, and "group/question/option" with 0 and 1 beside it.

Belongs here: how Kobo names its columns. Does not: what their cells say.
"""

import re

from macros.survey.imports.column import Column, Export, Role
from macros.survey.imports.roles import role_of
from macros.survey.sheet import Sheet
from macros.survey.spelling import fold, tidy

_OWN: dict[str, Role] = {
    "_id": "identifier", "_uuid": "metadata", "_submission_time": "time", "start": "time", "end": "time",
    "today": "time",
    "_index": "metadata",
}  # fmt: skip
_SIGNS = (
    "_uuid",
    "_submission_time",
    "__version__",
    "_validation_status",
    "_id",
    "_index",
    "meta/instanceid",
    "formhub/uuid",
)
_PLACE = re.compile(r"_.+_(?:latitude|longitude|altitude|precision)|.+_url|meta/.+|formhub/.+", re.IGNORECASE)
_TICKS = frozenset({"", "0", "1", "0.0", "1.0", "true", "false"})


def recognises(sheet: Sheet) -> int:
    """By the columns with underscores that the server adds."""
    heads = {fold(name) for name in sheet.names}
    signs = sum(sign in heads for sign in _SIGNS)
    return 95 if signs > 1 else 50 if signs and any("/" in name for name in sheet.names) else 0


def columns(sheet: Sheet) -> tuple[Column, ...]:
    """A column is an option where its path goes on from a question's, or where its neighbours' do and all tick."""
    names = [tidy(name) for name in sheet.names]
    parents = set(names)
    made = []
    for position, (name, path) in enumerate(zip(sheet.names, names, strict=True)):
        role = "metadata" if _PLACE.fullmatch(path) else _OWN.get(fold(path), role_of(path))
        parent, slash, last = path.rpartition("/")
        siblings = [at for at, other in enumerate(names) if slash and other.rpartition("/")[0] == parent]
        if role != "question":
            made.append(Column(position, name, role, path, part="whole"))
        elif slash and (parent in parents or (len(siblings) > 1 and all(_ticks(sheet, at) for at in siblings))):
            made.append(Column(position, name, "question", parent, _question(parent), last, last, "option"))
        else:
            made.append(Column(position, name, "question", path, _question(path), part="whole"))
    return tuple(made)


def _ticks(sheet: Sheet, position: int) -> bool:
    return {fold(cell) for cell in sheet.column(position)} <= _TICKS


def _question(path: str) -> str:
    return path.rpartition("/")[2]


EXPORT = Export("kobo", recognises, columns, (" ", ";", ","))
