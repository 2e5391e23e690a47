"""Answers of units, counted without the room that counts them: for tables of several questions that belong together."""

from collections import Counter
from collections.abc import Mapping, Sequence

from macros.publish.downloads import table_record
from macros.release.audit import audit
from macros.release.decision import Asked, decide
from macros.release.defence import defend
from macros.release.disclosure import release_table
from macros.release.earlier import Publication
from macros.release.joint import decide_together
from macros.release.kept import Kept
from macros.release.told import ToldTable
from macros.report.address import Address
from macros.survey.codebook import Codebook
from macros.survey.tabulation import MISSING, Cell, Tabulation

Answers = Mapping[str, str | tuple[str, ...] | None]
"""A unit's answer to each question: a code, the options ticked, or None for silence."""


def count(book: Codebook, units: Sequence[Answers], question: str, by: str | None = None) -> Tabulation:
    """The table of a question, by nothing or by another."""
    asked, grouping = book.question(question), book.question(by) if by else None
    assert asked is not None
    groups = [None, *(answer.code for answer in grouping.answers)] if grouping else [None]
    cells = []
    for group in groups:
        given = [unit[question] for unit in units if group is None or (by and unit[by] == group)]
        key = (group,) if by else ()
        chosen = Counter(code for answer in given for code in ((answer,) if isinstance(answer, str) else answer or ()))
        silent = sum(answer is None for answer in given)
        cells += [Cell(key, None, len(given) - silent), *(Cell(key, a.code, chosen[a.code]) for a in asked.answers)]
        cells += [Cell(key, kind, silent if kind == MISSING[0] else 0) for kind in MISSING]
    ungrouped = sum(by is not None and unit[by] is None and unit[question] is not None for unit in units)
    return Tabulation(book, asked, (grouping,) if grouping else (), tuple(cells), ungrouped)


def publish(
    book: Codebook,
    units: Sequence[Answers],
    *wanted: tuple[str, str | None],
    together: bool = True,
    everybody: bool = False,
) -> list[Kept]:
    """Release tables, each question with its grouping or None: decided together as the house does, or each alone.

    Args:
        everybody: whether the units are the whole population, so that everybody can know the sizes of groups.
    """
    kept = []
    size = len(units) if everybody else None
    book = book.model_copy(update={"population": book.population.model_copy(update={"size": size})})
    asked = [Asked(count(book, units, question, by), count(book, units, question)) for question, by in wanted]
    decided = decide_together(asked) if together else [decide(table) for table in asked]
    for (question, by), of, decision in zip(wanted, asked, decided, strict=True):
        table = of.tabulation
        released = release_table(table, of.one_way, decision=decision)
        record = table_record(Address("s", question, (by,) if by else ()), released)
        kept.append(Kept.of(ToldTable.model_validate(record), table, released))
    return kept


def found(kept: Sequence[Kept]) -> tuple[list[str], list[str]]:
    """What an outsider finds in these tables, and what the house does."""
    outside = audit(Publication("tables.json", tuple(table.told for table in kept))).problems
    return [problem.found.template for problem in outside], [p.found.template for p in defend("tables.json", kept)]
