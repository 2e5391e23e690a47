"""Personal data in a file that is about to be public: each line and what it looks like, never what stands there.

Belongs here: going through a table or a text line by line. Does not: what points at a person (`imports/personal*.py`).
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from macros.survey.imports.personal import personal_columns
from macros.survey.imports.personal_contents import in_cell
from macros.survey.records import Record
from macros.survey.sheet import Sheet

Hit = tuple[int, str]
"""Line and kind, a key of `imports.personal.KINDS`."""
_KINDS = frozenset({"email", "phone", "civic_number", "organisation_number"})
_ADDRESS = re.compile(r"https?://[^\s<>\"')\]]+")
_ROLE = re.compile(
    r"\b(?:info|kontakt|contact|post|registrator|press|support|kundtjanst|dataskydd|gdpr|privacy|noreply|git)@[\w.-]+"
    r"|[\w.+-]+@(?:[\w-]+\.)*(?:example\.(?:org|com|net|se)|[\w-]+\.(?:test|example|invalid))\b",
    re.IGNORECASE,
)


def personal_lines(text: str) -> Iterator[Hit]:
    r"""What each line of a text shows; a bare number that may be one by chance counts for nothing.

    An address of nobody in particular, such as info@ or one of example.org, passes, and so does what stands in a web
    address.

    >>> list(personal_lines("Skriv till info@example.org\neller ann.ek@kommun.se, 070-174 06 05"))
    [(2, 'email'), (2, 'phone')]
    """
    for number, line in enumerate(text.splitlines(), 1):
        kept = _told(line)
        for found in in_cell(kept) if any(letter.isdigit() or letter == "@" for letter in kept) else ():
            if found.kind in _KINDS and not found.bare:
                yield number, found.kind


def personal_cells(sheet: Sheet) -> Iterator[Hit]:
    """What each row of a table shows, and on its header's line each column that looks personal besides."""
    told = set()
    records = tuple(Record(at.line, tuple(map(_told, at.fields))) for at in sheet.records)
    for record in records:
        for _, kind in personal_lines("\n".join(" ".join(cell.split()) for cell in record.fields)):
            if (record.line, kind) not in told:
                told.add((record.line, kind))
                yield record.line, kind
    for finding in personal_columns(replace(sheet, records=records)):
        if finding.kind not in {kind for _, kind in told}:
            yield sheet.preamble + 1, finding.kind


def _told(text: str) -> str:
    """A text without what may be told."""
    return _ROLE.sub(" ", _ADDRESS.sub(" ", text))


def is_text(path: Path) -> bool:
    """Whether a file is text: no byte of it is NUL, and all of it is UTF-8."""
    content = path.read_bytes()
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return b"\0" not in content
