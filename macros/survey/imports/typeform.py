"""Typeform: "#" first, "Network ID" last; an option of a multiple choice is a column with its label as the header.

Belongs here: how Typeform names its columns. Does not: what their cells say.
"""

from macros.survey.imports.column import Column, Export
from macros.survey.imports.labelled import labelled_options
from macros.survey.imports.roles import role_of
from macros.survey.sheet import Sheet
from macros.survey.spelling import fold

_SIGNS = ("network id", "start date (utc)", "submit date (utc)", "stage date (utc)", "response type")
_SOFT = frozenset({"response type", "ending"})


def recognises(sheet: Sheet) -> int:
    """By its number sign and the columns that it ends with."""
    heads = [fold(name) for name in sheet.names]
    signs = sum(sign in heads for sign in _SIGNS)
    return 95 if signs > 1 else 80 if heads[:1] == ["#"] and signs else 0


def columns(sheet: Sheet) -> tuple[Column, ...]:
    """Neighbours that hold nothing but their own header are the options of one question, which has no header."""
    options = labelled_options(sheet)
    made = []
    for position, name in enumerate(sheet.names):
        if position in options:
            made.append(options[position])
        elif position == 0 and fold(name) == "#":
            made.append(Column(position, name, "identifier"))
        elif fold(name) in _SOFT:
            made.append(Column(position, name, text=name, part="whole"))
        else:
            made.append(Column(position, name, role_of(name), text=name, part="whole"))
    return tuple(made)


EXPORT = Export("typeform", recognises, columns, (",", ";"))
