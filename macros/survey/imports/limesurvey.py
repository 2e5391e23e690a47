"""LimeSurvey: "code[SQ001]. Text [Option]", "code[SQ001]" or "code_SQ001", and "Text [Option]".

Belongs here: how LimeSurvey names its columns. Does not: what their cells say (`sets.py`).
"""

import re

from macros.survey.imports.column import Column, Export, Role
from macros.survey.imports.headings import bracketed
from macros.survey.imports.roles import role_of
from macros.survey.sheet import Sheet
from macros.survey.spelling import fold, tidy

_HEADER = re.compile(r"(?P<code>[A-Za-z][A-Za-z0-9_]*)(?P<subs>(?:\[[^\[\]]*\])*)(?:\.\s+(?P<text>.+)|\.)?", re.DOTALL)
_OWN = {
    "id": "identifier", "response id": "identifier", "svars-id": "identifier", "submitdate": "time",
    "startdate": "time",
    "datestamp": "time", "lastpage": "metadata", "seed": "metadata", "token": "metadata", "ipaddr": "metadata",
    "refurl": "metadata", "interviewtime": "metadata",
}  # fmt: skip
_SIGNS = ("submitdate", "lastpage", "startlanguage", "datestamp", "date submitted", "last page", "start language")
_WRITTEN = re.compile(r"other(?:comment)?|comment|filecount|.+comment|-oth-", re.IGNORECASE)
_ENOUGH = 0.3


def recognises(sheet: Sheet) -> int:
    """By LimeSurvey's own columns, or by sub-questions in brackets behind a code."""
    names = [_unmangled(name) for name in sheet.names]
    matches = [match for name in names if (match := _HEADER.fullmatch(name))]
    heads = {fold(match["code"]) for match in matches} | {fold(name) for name in names}
    signs = sum(sign in heads for sign in _SIGNS)
    full = sum(bool(match["text"]) and (bool(match["subs"]) or " " not in match["code"]) for match in matches)
    subs = sum(bool(match["subs"]) for match in matches)
    if signs > 1:
        return 95
    if subs and (full + subs > _ENOUGH * len(names) or signs):
        return 90
    return 85 if full > (1 - _ENOUGH) * len(names) else 0


def columns(sheet: Sheet) -> tuple[Column, ...]:
    """One column after the other: its code, its sub-question's code, and the words of both."""
    subbed = _underscored(sheet)
    return tuple(_column(position, name, subbed) for position, name in enumerate(sheet.names))


def _column(position: int, name: str, subbed: frozenset[str]) -> Column:
    match = _HEADER.fullmatch(_unmangled(name))
    if match is None or (not match["subs"] and match["text"] is None and " " in name):
        stem, item = bracketed(name)
        return Column(position, name, role_of(name), text=stem, item=item)
    code, text = match["code"], match["text"]
    subs = re.findall(r"\[([^\[\]]*)\]", match["subs"])
    if not subs and text is None and "_" in code and code.rpartition("_")[0] in subbed:
        code, _, last = code.rpartition("_")
        subs = [last]
    role: Role = _OWN.get(fold(code), role_of(code)) if not subs else "question"  # type: ignore[assignment]
    if code.casefold().startswith(("grouptime", "questiontime")):
        role = "metadata"
    if not subs:
        return Column(position, name, role, code, text, part="whole")
    stem, item = _items(text, len(subs))
    written = _WRITTEN.fullmatch(subs[-1]) is not None
    return Column(position, name, "written" if written else role, code, stem, item or None, "_".join(subs))


def _unmangled(name: str) -> str:
    """The header with the brackets that R writes as points: code.SQ001. is code[SQ001]."""
    return re.sub(r"^([A-Za-z]\w*)\.(\w+)\.(?:(\w+)\.)?$", _bracketed, tidy(name))


def _bracketed(match: re.Match[str]) -> str:
    return match[1] + "".join(f"[{part}]" for part in match.groups()[1:] if part)


def _items(text: str | None, levels: int) -> tuple[str | None, str | None]:
    """The question's words and those of its sub-question, which stand in brackets at the end, one pair a level."""
    labels: list[str] = []
    stem: str | None = text
    for _ in range(levels):
        stem, item = bracketed(stem or "")
        if item is not None:
            labels.insert(0, item)
    return stem or None, " – ".join(label for label in labels if label) or None


def _underscored(sheet: Sheet) -> frozenset[str]:
    """Codes before an underscore that several columns share: sub-questions, as statistics programs are given them."""
    stems = [name.rpartition("_")[0] for name in sheet.names if re.fullmatch(r"[A-Za-z]\w*_[A-Za-z0-9]+", name)]
    return frozenset(stem for stem in stems if stems.count(stem) > 1)


EXPORT = Export("limesurvey", recognises, columns, marks_unseen=True)
