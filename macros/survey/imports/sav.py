"""SPSS: short names with the question in the variable's label, and the answers in its value labels.

Belongs here: how an .sav names its columns. Does not: what its value labels say (`single.py`).
"""

from macros.survey.imports.column import Column, Export
from macros.survey.imports.headings import families
from macros.survey.imports.roles import role_of
from macros.survey.records import ColumnSet
from macros.survey.sheet import Sheet
from macros.survey.spelling import fold


def recognises(sheet: Sheet) -> int:
    """By what the file says of its columns, which no other kind does."""
    return 50 if sheet.facts else 0


def columns(sheet: Sheet) -> tuple[Column, ...]:
    """Columns of one question are declared to be so, or have a common beginning in names and labels."""
    declared = {fold(name): several for several in sheet.sets if several.ticked for name in several.columns}
    facts = sheet.facts or (None,) * len(sheet.names)
    labels = [fact.label if fact else "" for fact in facts]
    by_name, by_label = families(list(sheet.names)), families(labels)
    made = []
    for position, name in enumerate(sheet.names):
        label = labels[position]
        if role_of(name) != "question":
            made.append(Column(position, name, role_of(name), name, label or None, part="whole"))
        elif fold(name) in declared:
            several = declared[fold(name)]
            made.append(_option(position, name, label, several))
        elif position in by_name:
            code, item_code = by_name[position]
            stem, item = by_label.get(position, (None, label or None))
            made.append(Column(position, name, "question", code, stem, item, item_code))
        else:
            made.append(Column(position, name, "question", name, label or None, part="whole"))
    return tuple(made)


def _option(position: int, name: str, label: str, several: ColumnSet) -> Column:
    """An option of a declared set; its label without the words of the whole set."""
    item = label.removeprefix(several.label).strip(" :-–") or label or None
    return Column(position, name, "question", several.name, several.label or None, item, name, "option")


EXPORT = Export("sav", recognises, columns, (";", ","))
