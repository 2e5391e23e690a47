"""SurveyMonkey: two header rows, the question over its first column and the options below; or codes as q0004_0001.

Belongs here: how SurveyMonkey names its columns. Does not: what their cells say.
"""

import re

from macros.survey.imports.column import Column, Export, Role
from macros.survey.imports.headings import families
from macros.survey.imports.roles import role_of
from macros.survey.sheet import Sheet
from macros.survey.spelling import fold, tidy

_OWN: dict[str, Role] = {
    "respondent id": "identifier", "respondent-id": "identifier", "respondent_id": "identifier",
    "respondentid": "identifier",
    "collector id": "question", "insamlar-id": "question", "samlar-id": "question", "collector_id": "question",
}  # fmt: skip
_CODE = re.compile(r"(q\d{4})(?:_(\d{4}))?(?:_(other))?")
_ANSWER = frozenset({
    "response", "svar", "open-ended response", "öppet svar", "open ended response", "fritextsvar", "svar med fritext",
})  # fmt: skip
_WRITTEN = re.compile(r"(?:other|annat|annan|övrigt)\b.*\(.*\)|other|annat", re.IGNORECASE)


def recognises(sheet: Sheet) -> int:
    """By its respondent and collector, or by its codes of four digits."""
    heads = {fold(cell) for row in sheet.header for cell in row}
    if heads & {"respondent id", "respondent-id", "respondent_id"} and any(
        name.startswith(("collector", "insamlar", "samlar")) for name in heads
    ):
        return 95
    if len(sheet.header) > 1 and sum(fold(cell) in _ANSWER for cell in sheet.header[1]) > 0:
        return 85
    coded = sum(_CODE.fullmatch(tidy(name)) is not None for name in sheet.names)
    return 90 if coded > len(sheet.names) / 3 else 0


def columns(sheet: Sheet) -> tuple[Column, ...]:
    """By the two header rows, by the codes, or by what neighbours have in common."""
    if len(sheet.header) > 1:
        return tuple(_of_two_rows(sheet))
    alike = families(list(sheet.names))
    return tuple(_of_one_row(position, name, alike.get(position)) for position, name in enumerate(sheet.names))


def _of_two_rows(sheet: Sheet) -> list[Column]:
    made = []
    stem = ""
    for position, (name, upper, lower) in enumerate(zip(sheet.names, sheet.header[0], sheet.header[1], strict=True)):
        stem = tidy(upper) or stem
        role = _OWN.get(fold(stem), role_of(stem)) if tidy(upper) else "question"
        item = tidy(lower)
        if role != "question" or fold(stem) in _OWN:
            made.append(Column(position, name, role, text=stem, part="whole"))
        elif not item or fold(item) in _ANSWER:
            made.append(Column(position, name, text=stem, part="whole"))
        else:
            written: Role = "written" if _WRITTEN.fullmatch(item) else "question"
            made.append(Column(position, name, written, text=stem, item=item))
    return made


def _of_one_row(position: int, name: str, pair: tuple[str, str] | None) -> Column:
    match = _CODE.fullmatch(tidy(name))
    if match and match[3]:
        return Column(position, name, "written", match[1], None, match[2] or match[3])
    if match:
        return Column(position, name, code=match[1], item_code=match[2], part="unknown" if match[2] else "whole")
    role = _OWN.get(fold(name), role_of(name))
    if role == "question" and pair:
        stem, item = pair
        return Column(position, name, text=stem, item=None if fold(item) in _ANSWER else item)
    return Column(position, name, role, text=name, part="whole")


EXPORT = Export("surveymonkey", recognises, columns, (",", ";"))
