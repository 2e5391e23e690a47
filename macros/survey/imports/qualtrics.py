"""Qualtrics: a row of codes, a row of questions and a row of {"ImportId": …}; options and rows as Q1_1, Q1_2.

Belongs here: how Qualtrics names its columns. Does not: what their cells say.
"""

import re
from itertools import takewhile

from macros.survey.imports.column import Column, Export, Role
from macros.survey.imports.roles import role_of
from macros.survey.sheet import Sheet
from macros.survey.spelling import fold, tidy

_OWN: dict[str, Role] = {
    "startdate": "time", "enddate": "time", "recordeddate": "time", "responseid": "identifier",
    "response id": "identifier",
    "v1": "identifier",
}  # fmt: skip
_SIGNS = ("startdate", "enddate", "responseid", "recordeddate", "duration (in seconds)", "distributionchannel")
_CODE = re.compile(
    r"(?P<code>.+?)(?:_(?:Part_)?(?P<item>x?\d+|OTHER(?!_)))?(?:_(?P<group>RANK|GROUP|TEXT|\d+_RANK))?(?P<other>_OTHER_TEXT)?"
)
_ABOUT = re.compile(
    r".+_(?:First[ _]Click|Last[ _]Click|Page[ _]Submit|Click[ _]Count|DO(?:_.+)?|NPS_GROUP)", re.IGNORECASE
)
_CHOICE = re.compile(r"\s+-\s+Selected Choice(?=\s+-\s|$)|\s+-\s+Valt alternativ(?=\s+-\s|$)", re.IGNORECASE)
_TEXT = re.compile(r"\s+-\s+(?:Text|Fritext)$", re.IGNORECASE)


def recognises(sheet: Sheet) -> int:
    """By the row of import ids, or by its own columns."""
    if any("importid" in cell.casefold() for row in sheet.header[1:] for cell in row):
        return 98
    heads = {fold(name) for name in sheet.names}
    signs = sum(sign in heads for sign in _SIGNS)
    return 90 if signs > 2 else 45 if len(sheet.header) > 1 and _coded(sheet) else 0  # noqa: PLR2004


def columns(sheet: Sheet) -> tuple[Column, ...]:
    """By the codes of the first row, with the words of the second."""
    codes = list(sheet.header[0]) if len(sheet.header) > 1 else list(sheet.names)
    texts = [_words(cell) for cell in sheet.header[1]] if len(sheet.header) > 1 else [""] * len(codes)
    parts = [_CODE.fullmatch(tidy(code)) for code in codes]
    stems = [match["code"] if match else code for match, code in zip(parts, codes, strict=True)]
    made = []
    for position, (name, code, match) in enumerate(zip(sheet.names, codes, parts, strict=True)):
        role = "metadata" if _ABOUT.fullmatch(tidy(code)) else _OWN.get(fold(code), role_of(code))
        if role != "question" or match is None:
            made.append(Column(position, name, role, tidy(code), texts[position] or None, part="whole"))
            continue
        if _is_written(match, texts[position]):
            made.append(
                Column(
                    position,
                    name,
                    "written",
                    match["code"],
                    texts[position] or None,
                    "Text",
                    f"{match['item'] or ''}_text".lstrip("_"),
                )
            )
            continue
        family = [
            texts[at] for at, (stem, other) in enumerate(zip(stems, parts, strict=True))
            if stem == match["code"] and other and other["item"] and not _is_written(other, texts[at])
        ]  # fmt: skip
        if match["item"] and len(family) > 1:
            stem, item = _apart(texts[position], family)
            made.append(Column(position, name, "question", match["code"], stem, item, match["item"]))
        else:
            made.append(Column(position, name, "question", tidy(code), texts[position] or None, part="whole"))
    return tuple(made)


def _coded(sheet: Sheet) -> bool:
    codes = [tidy(cell) for cell in sheet.header[0]]
    return sum(re.fullmatch(r"Q\d+(?:[._]\w+)*", code) is not None for code in codes) > len(codes) / 2


def _is_written(match: re.Match[str], text: str) -> bool:
    text_of_option = bool(match["item"]) and _TEXT.search(text) is not None
    return match["group"] == "TEXT" or match["other"] is not None or text_of_option


def _words(cell: str) -> str:
    return _CHOICE.sub("", tidy(cell))


def _apart(text: str, family: list[str]) -> tuple[str | None, str | None]:
    """The question that a family of columns has in common, and what this one adds behind " - "."""
    same = takewhile(lambda letters: len(set(letters)) == 1, zip(*family, strict=False))
    cut = "".join(letters[0] for letters in same).rfind(" - ")
    if cut < 0:
        return (text or None), None
    return tidy(text[:cut]) or None, tidy(text[cut + 3 :]) or None


EXPORT = Export("qualtrics", recognises, columns, (",", ";"))
