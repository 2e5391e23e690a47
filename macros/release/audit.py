"""The attacker: what a reader who has nothing but `tables.json` can work out of it.

Belongs here: the verdict on every count that may not be known. Does not: which counts those are (`cells_at_risk.py`),
what follows from the tables (`bounds.py`), or what the house knows of its own numbers (`defence.py`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from macros.errors import Place, Problem
from macros.language.message import Message, msg
from macros.release.bounds import Bounds, ContradictionError
from macros.release.cells_at_risk import Risk, Why, risks
from macros.release.earlier import Publication, changes, unchanged
from macros.release.relations import Expression
from macros.release.told import ToldTable
from macros.release.told_relations import NONE, told_cells

_FOUND: Mapping[Why, Message] = {
    "shown": msg("{cell} is printed, and is fewer than {least}"),
    "hidden": msg("{cell} is withheld, and all tables together tell that it is at least 1 and fewer than {least}"),
    "unticked": msg(
        "all tables together tell that those who did not tick {cell} are at least 1 and fewer than {least}"
    ),
    "ungrouped": msg("all tables together tell of {cell} that it is at least 1 and fewer than {least}"),
    "together": msg("what is withheld of {cell} is at least 1 and fewer than {least} together"),
    "part": msg("{cell} is printed nowhere, and all tables together tell that it is at least 1 and fewer than {least}"),
}
_HINT = msg("Merge small categories in the codebook, or leave out one of the tables that tell it.")


@dataclass(frozen=True)
class Audit:
    """What an attack found.

    Attributes:
        hidden: withheld counts by table's key, kinds of silence among them.
        relations: sums that all tables tell together.
        narrowest: counts that the best known withheld answer or base can still have, less one; None without any.
    """

    hidden: Mapping[str, int]
    relations: int
    narrowest: int | None
    problems: tuple[Problem, ...]


def audit(now: Publication, earlier: Sequence[Publication] = ()) -> Audit:
    """Attack a publication, with all that earlier ones told.

    Surveys that share companies are not known as such to the reader, so each survey stands for itself.

    Source: statistics.md 6.2 and 6.4.
    """
    problems = [problem for old in earlier for problem in changes(now, old)]
    hidden = {table.key: sum(row.count is None for row in table.rows) for table in now.tables}
    relations, widths = 0, []
    for survey in dict.fromkeys(table.survey for table in now.tables):
        publications = [now, *(old for old in earlier if unchanged(now, old, survey))]
        told = {id(table): publication for publication in publications for table in publication.of(survey)}
        tables = [table for publication in publications for table in publication.of(survey)]
        relations += len(told_cells(tables).relations.sums)
        try:
            found, width = given_away(tables)
        except ContradictionError:
            problems.append(contradiction(Place(now.path), survey))
            continue
        widths += [width] if width is not None else []
        problems += [_problem(Place(told[id(table)].path, call=table.key), risk) for table, risk in found]
    return Audit(hidden, relations, min(widths, default=None), tuple(dict.fromkeys(problems)))


def contradiction(place: Place, survey: str) -> Problem:
    """The finding that a survey's tables cannot all be true, so that nothing can be said of what they withhold."""
    found = msg("no counts fit all tables of {survey}, so that they cannot be audited", survey=survey)
    hint = msg("Look for two tables that count different units under one name, or were changed by hand.")
    return Problem(place, found, hint=hint)


def cell_name(group: str | None, answer: str | None) -> Message:
    """A cell by its codes, for a reader."""
    what: Message | str = msg("the base") if answer is None else answer
    where: Message | str = msg("the total") if group is None else group
    return msg("{answer} in {group}", answer=what, group=msg("no group") if group == NONE else where)


def given_away(tables: Sequence[ToldTable]) -> tuple[list[tuple[ToldTable, Risk]], int | None]:
    """The counts that are known too well, and how little is unknown of the best known one that is withheld."""
    cells = told_cells(tables)
    bounds = Bounds(cells.relations)
    margins: Bounds | None = None
    found, widths = [], []
    seen: set[tuple[Expression, int]] = set()
    for table in tables:
        for risk in risks(cells, table):
            key = (tuple(sorted(risk.cell)), risk.below)
            if risk.why != "shown" and key in seen:
                continue
            seen.add(key)
            if risk.why == "hidden" and not (risk.answer or "").startswith("__"):
                low, high = bounds.of(risk.cell)
                widths += [int(high - low)] if high < float("inf") else []
            if not bounds.confined(risk.cell, risk.below):
                continue
            if risk.answer is None and risk.group is not None and risk.why in {"hidden", "ungrouped"}:
                margins = margins or Bounds(told_cells(tables, margins_only=True).relations)
                if not _news(risk, margins, bounds, table.min_cell):
                    continue
            found.append((table, risk))
    return found, min(widths, default=None)


def _news(base: Risk, margins: Bounds, bounds: Bounds, min_cell: int) -> bool:
    """Whether a base tells more than the size of its group does, which its own table prints.

    Of a group that everybody knows to be small, only that very few of it answered is news.
    """
    _, size = margins.of(base.cell)
    return size >= base.below or (size >= min_cell and bounds.confined(base.cell, min_cell))


def _problem(place: Place, risk: Risk) -> Problem:
    cell = cell_name(risk.group, risk.answer)
    found = replace(_FOUND[risk.why], values=(("cell", cell), ("least", risk.below)))
    return Problem(place, found, msg("0, or {least} and more, or unknown", least=risk.below), _HINT)
