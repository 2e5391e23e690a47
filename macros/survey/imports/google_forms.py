"""Google Forms: "Timestamp", then the questions; grids as "Question [Row]"; several answers joined by ", ".

Belongs here: how Google Forms names its columns. Does not: what their cells say.
"""

from macros.survey.imports.column import Column, Export
from macros.survey.imports.headings import bracketed
from macros.survey.imports.roles import role_of
from macros.survey.sheet import Sheet
from macros.survey.spelling import fold

_TIMESTAMPS = frozenset({"timestamp", "tidstämpel", "tidsstämpel"})
_MAIL = frozenset({"email address", "e-postadress", "username", "användarnamn", "mejladress", "email"})
_SCORE = frozenset({"score", "poäng", "resultat"})


def recognises(sheet: Sheet) -> int:
    """By the time stamp in the first column."""
    first = fold(sheet.names[0]) if sheet.names else ""
    return 90 if first in _TIMESTAMPS else 0


def columns(sheet: Sheet) -> tuple[Column, ...]:
    """Grids are told by the brackets that their rows stand in; a lone question that ends in brackets is none."""
    parts = [bracketed(name) for name in sheet.names]
    stems = [stem for stem, item in parts if item is not None]
    made = []
    for position, (name, (stem, item)) in enumerate(zip(sheet.names, parts, strict=True)):
        head = fold(name)
        if head in _TIMESTAMPS:
            made.append(Column(position, name, "time"))
        elif head in _MAIL or (head in _SCORE and position <= 2):  # noqa: PLR2004
            made.append(Column(position, name, "metadata"))
        elif item is not None and stem is not None and stems.count(stem) > 1:
            made.append(Column(position, name, text=stem, item=item))
        else:
            made.append(Column(position, name, role_of(name) if position == 0 else "question", text=name, part="whole"))
    return tuple(made)


EXPORT = Export("google-forms", recognises, columns, (",", ";"))
