"""A table that no tool is known by: .csv, .xlsx, and headers as SurveyGizmo and Alchemer write them, "Option:Question".

Belongs here: what headers have in common. Does not: what their cells say.
"""

import re
from functools import partial
from pathlib import PurePath

from macros.survey.imports.column import Column, Export
from macros.survey.imports.headings import families
from macros.survey.imports.labelled import labelled_options, ticked_options
from macros.survey.imports.roles import role_of
from macros.survey.sheet import Sheet
from macros.survey.spelling import fold, tidy

_WRITTEN = re.compile(r"(?:other|annat|annan|övrigt)\b.*", re.IGNORECASE)
_CODE = re.compile(r"(?=.*[\d_])[A-Za-z_]\w*")


def columns(sheet: Sheet) -> tuple[Column, ...]:
    """Neighbours with a common question, neighbours with their own label in the cells, and single columns."""
    if len(sheet.header) > 1:
        return tuple(_of_two_rows(sheet))
    pairs = families([tidy(name) for name in sheet.names])
    options = labelled_options(sheet)
    options |= ticked_options(sheet, taken={*pairs, *options})
    return tuple(_column(position, name, pairs, options) for position, name in enumerate(sheet.names))


def _column(position: int, name: str, pairs: dict[int, tuple[str, str]], options: dict[int, Column]) -> Column:
    if role_of(name) != "question":
        return Column(position, name, role_of(name), text=name, part="whole")
    if position in options:
        return options[position]
    if position in pairs:
        stem, item = pairs[position]
        coded = _CODE.fullmatch(stem) is not None and tidy(name) != f"{item}:{stem}"
        if coded:
            return Column(position, name, code=stem, item_code=item)
        return Column(position, name, text=stem, item=item)
    option, colon, stem = tidy(name).partition(":")
    if colon and _WRITTEN.fullmatch(option) and len(stem.strip(" :")) > len(option):
        return Column(position, name, "written", text=stem.strip(" :"), item=option)
    coded = _CODE.fullmatch(name) is not None
    return Column(position, name, code=name if coded else None, text=None if coded else name, part="whole")


def _of_two_rows(sheet: Sheet) -> list[Column]:
    """A question over its columns, and an option or row below, as in many tables that people make."""
    made = []
    stem = ""
    for position, name in enumerate(sheet.names):
        upper, lower = tidy(sheet.header[0][position]), tidy(sheet.header[1][position])
        stem = upper or stem
        alone = not lower or (upper and (position + 1 == len(sheet.names) or tidy(sheet.header[0][position + 1])))
        text = lower if alone and lower and _CODE.fullmatch(stem) else stem
        code = stem if alone and lower and _CODE.fullmatch(stem) else None
        role = role_of(stem) if upper else "question"
        item = None if alone else lower
        made.append(Column(position, name, role, code, text, item, part="whole" if alone else "unknown"))
    return made


def _ends(sheet: Sheet, ends: tuple[str, ...]) -> int:
    return 2 if PurePath(fold(sheet.path)).suffix in ends else 1


_SEPARATORS = ("\n", ";", "|", ",")
CSV = Export("csv", partial(_ends, ends=(".csv", ".tsv", ".txt")), columns, _SEPARATORS)
XLSX = Export("xlsx", partial(_ends, ends=(".xlsx",)), columns, _SEPARATORS)
