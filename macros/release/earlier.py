"""The difference to earlier publications: a count that changed a little is somebody's answer.

Belongs here: the same cell in two publications. Does not: what both tell together (`audit.py`).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from macros.errors import Place, Problem
from macros.language.message import msg
from macros.release.told import ToldRow, ToldTable

Cell = frozenset[tuple[str, frozenset[str]]]
"""Of each question the codes that a cell counts; no code is everybody who answered."""


@dataclass(frozen=True)
class Publication:
    """Tables that were published together, and the file that tells them.

    Attributes:
        codebooks: of each survey that lies here the file in which it can be put right.
    """

    path: str
    tables: tuple[ToldTable, ...]
    codebooks: Mapping[str, str] = field(default_factory=dict)

    def of(self, survey: str) -> tuple[ToldTable, ...]:
        """A survey's tables."""
        return tuple(table for table in self.tables if table.survey == survey)


def unchanged(now: Publication, old: Publication, survey: str) -> bool:
    """Whether every count that both print is the same, so that both tell of the same data."""
    return all(a.count == b.count for _, a, _, b in _common(now, old, survey) if None not in (a.count, b.count))


def cell_of(table: ToldTable, row: ToldRow) -> Cell:
    """What a row counts, whichever table has it."""
    codes = table.parts(row.answer) if row.answer is not None else ()
    cell = {(table.question, frozenset(codes))}
    if row.place is not None:
        cell.add((table.by[0], frozenset(table.parts(row.place, table.by[0]))))
    return frozenset(cell)


def published_before(earlier: Iterable[Publication], survey: str) -> dict[Cell, bool]:
    """Every cell of a survey in earlier publications, and whether any of them prints it."""
    found: dict[Cell, bool] = {}
    for publication in earlier:
        for cell, (_, row) in _cells(publication, survey).items():
            found[cell] = found.get(cell, False) or row.count is not None
    return found


def changes(now: Publication, old: Publication) -> Iterator[Problem]:
    """Counts that differ by fewer than may be told, and cells that only one of two publications withholds.

    Where the data changed, a cell that only one of them prints tells nothing of the other's.

    Source: statistics.md 6.4 (differencing releases).
    """
    for survey in dict.fromkeys(table.survey for table in now.tables):
        same = unchanged(now, old, survey)
        for table, here, group, there in _common(now, old, survey):
            place = Place(now.codebooks.get(survey, now.path), call=table.key)
            cell = "/".join(str(code) for code in (group, here.answer) if code is not None) or table.question
            if here.count is not None and there.count is not None:
                if 0 < abs(here.count - there.count) < table.min_cell:
                    found = msg("{cell} differs from {file} by fewer than {least}: the difference is somebody's answer",
                                cell=cell, file=old.path, least=table.min_cell)  # fmt: skip
                    hint = msg(
                        "Leave the answers as they were published. If the correction must be published all the same, "
                        "remove {file}: whoever kept it can then tell whose answer was changed.",
                        file=old.path,
                    )
                    yield Problem(place, found, hint=hint)
            elif same and (here.count is None) != (there.count is None):
                found = msg("{cell} is withheld, and {file} prints it", cell=cell, file=old.path)
                if there.count is None:
                    found = msg("{cell} is printed, and {file} withholds it", cell=cell, file=old.path)
                yield Problem(place, found, msg("withheld in both, or in neither"))


def _common(
    now: Publication, old: Publication, survey: str
) -> Iterator[tuple[ToldTable, ToldRow, str | None, ToldRow]]:
    """Each row of now, its group, with a row of the earlier publication that counts the same."""
    before = _cells(old, survey)
    for cell, (table, row) in _cells(now, survey).items():
        if cell in before:
            yield table, row, row.place, before[cell][1]


def _cells(publication: Publication, survey: str) -> Mapping[Cell, tuple[ToldTable, ToldRow]]:
    """Every cell of a survey; where several tables have it, a row that prints it if any does."""
    found: dict[Cell, tuple[ToldTable, ToldRow]] = {}
    for table in publication.of(survey):
        for row in table.rows:
            if row.kind:
                continue
            cell = cell_of(table, row)
            known = found.get(cell)
            if known is None or known[1].count is None:
                found[cell] = (table, row)
    return found
