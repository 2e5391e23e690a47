"""Which columns of a table look personal, and why: told by column and reason, never by what stands in a cell.

Belongs here: the scan of a whole table. Does not: what one cell shows (`personal_contents.py`), what a header asks for
(`personal_headers.py`), what follows for an import (`importer.py`).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from macros.language.message import Message, msg, nmsg
from macros.survey.imports.personal_contents import in_cell
from macros.survey.imports.personal_headers import of_header
from macros.survey.records import Record
from macros.survey.sheet import Sheet
from macros.survey.spelling import fold, tidy

KINDS = {
    "email": msg("an e-mail address"),
    "phone": msg("a telephone number"),
    "civic_number": msg("a Swedish personal identity number"),
    "organisation_number": msg("a Swedish organisation number, which names a company and not a person"),
    "ip": msg("an IP address"),
    "coordinates": msg("coordinates"),
    "name": msg("a person's name"),
    "company": msg("the name of a company or organisation, which may point out who answered"),
    "address": msg("a postal address"),
    "account": msg("an account or a device"),
}


@dataclass(frozen=True)
class Finding:
    """A column that looks personal.

    Attributes:
        position: 0-based place in the table.
        name: the table's name of the column.
        kind: a key of `KINDS`.
        by_header: whether its header says so; else its cells do.
        cells: how many cells hold such a thing; by header, how many are filled.
    """

    position: int
    name: str
    kind: str
    by_header: bool
    cells: int

    @property
    def reason(self) -> Message:
        """Why it looks personal, in words without a value."""
        what = KINDS[self.kind]
        if self.by_header:
            return nmsg(
                "its header asks for {what} ({count} filled cell)", "its header asks for {what} ({count} filled cells)",
                self.cells, what=what,
            )  # fmt: skip
        return nmsg("{count} cell looks like {what}", "{count} cells look like {what}", self.cells, what=what)


def personal_columns(sheet: Sheet) -> tuple[Finding, ...]:
    """The columns that look personal, each once, in the order of the table.

    What a cell shows by itself goes before what the header asks for. A column of ticks or of few answers is not
    personal for a word in its header.
    """
    findings = (_finding(sheet, position) for position in range(len(sheet.names)))
    return tuple(finding for finding in findings if finding is not None)


def masked(sheet: Sheet, findings: Sequence[Finding]) -> Sheet:
    """The table with the cells of personal columns changed for numbers of their own, so that nobody tells them on.

    Cells that were alike still are, and blank ones still blank: what a column is used for can be seen as before.
    """
    numbers: dict[str, str] = {}
    personal = {finding.position for finding in findings}

    def mask(cell: str) -> str:
        return numbers.setdefault(fold(cell), f"hidden {len(numbers) + 1}") if tidy(cell) else cell

    records = tuple(
        Record(record.line, tuple(mask(cell) if at in personal else cell for at, cell in enumerate(record.fields)))
        for record in sheet.records
    )
    return replace(sheet, records=records) if personal else sheet


def _finding(sheet: Sheet, position: int) -> Finding | None:
    name = sheet.names[position]
    cells = [text for cell in sheet.column(position) if (text := tidy(cell))]
    shown = _by_contents(cells)
    if shown is not None:
        return Finding(position, name, shown[0], by_header=False, cells=shown[1])
    kind = of_header([name, *(row[position] for row in sheet.header)], cells)
    return None if kind is None else Finding(position, name, kind, by_header=True, cells=len(cells))


def _by_contents(cells: Sequence[str]) -> tuple[str, int] | None:
    """The kind that most cells hold and how many do; bare numbers count where most of the column looks so."""
    sure: Counter[str] = Counter()
    bare: Counter[str] = Counter()
    for cell, times in Counter(cells).items():
        for found in in_cell(cell):
            (bare if found.bare else sure)[found.kind] += times
    for kind, times in bare.items():
        if kind in sure or 2 * times > len(cells):
            sure[kind] += times
    return max(sure.items(), key=lambda pair: pair[1], default=None)
