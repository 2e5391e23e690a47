"""The suppression pattern of one question's table: which of its cells are hidden.

Belongs here: which tables a question type makes, and what its one-way table binds. Does not: the rules
(`primary.py`, `means.py`) or the search (`suppression.py`).
"""

from collections.abc import Mapping
from fractions import Fraction

from macros.release.linear_table import (
    NOT_TICKED,
    TOTAL_BASE,
    UNPLACED,
    CellKey,
    LinearTable,
    ceiling_of,
    counts_of,
    linear_table,
    option_counts,
    option_table,
    with_unplaced,
)
from macros.release.means import dominated, withheld_groups
from macros.release.primary import hidden_kinds, unsafe_cells
from macros.release.rules import Rules
from macros.release.suppression import suppress
from macros.survey.tabulation import KINDS, Tabulation, missing_kinds

Pattern = frozenset[CellKey]
"""Hidden cells, by group and answer."""


def suppression_pattern(tabulation: Tabulation, rules: Rules, one_way: Pattern = frozenset()) -> Pattern:
    """Choose the hidden cells of a table.

    Args:
        one_way: the pattern of the same question's one-way table; what it hides stays hidden here.

    Raises:
        ValueError: for a table that disclosure control cannot judge.
    """
    counts = counts_of(tabulation)
    if TOTAL_BASE in one_way or 0 < counts[TOTAL_BASE] < rules.min_base:
        return frozenset(counts) | {(None, kind) for kind in missing_kinds(tabulation.question)}
    match tabulation.question.type:
        case "number" | "date" | "text":  # nothing but their bases
            contributors = {group: n for (group, _), n in counts.items() if group is not None}
            values = _values(tabulation) if tabulation.question.type == "number" else {}
            if dominated(values.get(None, {}), rules):
                return frozenset(counts) | {(None, kind) for kind in missing_kinds(tabulation.question)}
            known = {group: of for group, of in values.items() if group is not None}
            hidden: Pattern = frozenset((group, None) for group in withheld_groups(contributors, rules, known))
        case "multiple":
            hidden = _options(tabulation, counts, rules, one_way)
        case kind:
            counts = with_unplaced(counts) if kind == "ranking" else counts
            table = linear_table(counts, ceiling_of(tabulation), one_way, grouped=bool(tabulation.by))
            chosen = suppress(table, unsafe_cells(table, rules), singletons=rules.insiders)
            hidden = frozenset(cell for cell in chosen if cell[1] != UNPLACED)
    return hidden | _missing_kinds(tabulation, rules, everything=TOTAL_BASE in hidden)


def _values(tabulation: Tabulation) -> dict[str | None, dict[Fraction, int]]:
    """How many units of each group have each value, the total's under None."""
    found: dict[str | None, dict[Fraction, int]] = {}
    for cell in tabulation.cells:
        if cell.answer is None:
            of = found.setdefault(cell.group[0] if cell.group else None, {})
            for part in cell.sums:
                if part.value is not None:
                    of[part.value] = of.get(part.value, 0) + part.n
    return found


def unsafe_count(tabulation: Tabulation, rules: Rules) -> int:
    """How many cells and bases of a table are unsafe before anything is hidden; units of no group count too."""
    counts, ceiling = counts_of(tabulation), ceiling_of(tabulation)
    if tabulation.question.type != "multiple":
        return len(unsafe_cells(LinearTable(counts, ceiling), rules))
    options = [
        unsafe_cells(LinearTable(option_counts(counts, answer.code), ceiling), rules)
        for answer in tabulation.question.answers
    ]
    bases = {cell for unsafe in options for cell in unsafe if cell[1] is None}
    return len(bases) + sum(1 for unsafe in options for cell in unsafe if cell[1] is not None)


def _options(tabulation: Tabulation, counts: Mapping[CellKey, int], rules: Rules, one_way: Pattern) -> Pattern:
    """The bases first, which all options share; then each option against those that did not tick it."""
    grouped, ceiling = bool(tabulation.by), ceiling_of(tabulation)
    bases = linear_table({cell: n for cell, n in counts.items() if cell[1] is None}, ceiling, grouped=grouped)
    closed = suppress(bases, unsafe_cells(bases, rules), singletons=rules.insiders)
    hidden = closed
    for option in (answer.code for answer in tabulation.question.answers):
        before = {(None, option), (None, NOT_TICKED)} if (None, option) in one_way else frozenset()
        table = option_table(linear_table(option_counts(counts, option), ceiling, before, grouped=grouped), closed)
        pattern = suppress(table, unsafe_cells(table, rules), singletons=rules.insiders)
        hidden |= {cell for cell in pattern if cell[1] != NOT_TICKED}
    return hidden


def _missing_kinds(tabulation: Tabulation, rules: Rules, *, everything: bool) -> Pattern:
    """The hidden missing kinds of the total; by group they are not given at all."""
    if everything:
        return frozenset((None, kind) for kind in missing_kinds(tabulation.question))
    counts = {cell.answer: cell.n for cell in tabulation.cells if cell.answer in KINDS and not any(cell.group)}
    return frozenset((None, kind) for kind in hidden_kinds(counts, _spelled_kinds(tabulation), rules))


def _spelled_kinds(tabulation: Tabulation) -> frozenset[str]:
    """The missing kinds that the codebook, which everybody may read, has a spelling for."""
    spelled = tabulation.codebook.missing_of(tabulation.question).model_dump()
    return frozenset(f"__{kind}__" for kind, spellings in spelled.items() if spellings)
