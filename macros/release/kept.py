"""A table as it is published, beside what only the house knows of it.

Belongs here: which public count is which private one. Does not: attacks on them (`defence.py`), or what is hidden.
"""

from dataclasses import dataclass, field
from functools import cached_property

from macros.release.decision import Asked, Decision
from macros.release.known_sizes import Sizes, known_sizes
from macros.release.linear_table import NOT_TICKED, UNGROUPED, CellKey, LinearTable, counts_of, option_counts
from macros.release.merging import apply_merges
from macros.release.primary import unsafe_cells
from macros.release.relations import Expression
from macros.release.released import Released
from macros.release.routed import asked_of
from macros.release.rules import Rules
from macros.release.told import ToldRow, ToldTable
from macros.release.told_codes import SEVERAL
from macros.release.told_relations import NONE, NOT_ASKED, ToldCells
from macros.survey.merge import merge_categories
from macros.survey.question import CODED
from macros.survey.tabulation import KINDS, Tabulation


@dataclass(frozen=True)
class Kept:
    """A table as it is published, and what only the house knows of it.

    Attributes:
        tabulation: the true counts, merged as the table is.
        sizes: of its groups before any merging, where everybody knows them.
    """

    told: ToldTable
    tabulation: Tabulation
    rules: Rules
    sizes: Sizes = field(default_factory=dict)

    @classmethod
    def of(cls, told: ToldTable, tabulation: Tabulation, released: Released) -> "Kept":
        """Of a tabulation as it was counted, before any merging."""
        merged = merge_categories(tabulation, {variable: list(codes) for variable, codes in released.merged.items()})
        rules = Rules.of(tabulation.codebook, tabulation.question)
        return cls(told, merged, rules, known_sizes(tabulation, rules))

    @classmethod
    def decided(cls, asked: Asked, decision: Decision) -> "Kept":
        """Of a table that is not made yet, as the decision would have it."""
        merged = apply_merges(asked.tabulation, decision.merges)
        sizes = known_sizes(asked.tabulation, asked.rules)
        return cls(_told(merged, decision, asked.rules), merged, asked.rules, sizes)

    @cached_property
    def counts(self) -> dict[CellKey, int]:
        """The true counts, those of no group among them."""
        return counts_of(self.tabulation)

    def private(self) -> list[tuple[LinearTable, str]]:
        """The true counts; of a question with several answers one table an option, with its code."""
        if self.told.type not in SEVERAL:
            return [(LinearTable(self.counts, 0), "")]
        options = [answer.code for answer in self.tabulation.question.answers]
        return [(LinearTable(option_counts(self.counts, option), 0), option) for option in options]

    @cached_property
    def unsafe(self) -> frozenset[CellKey]:
        """The printed cells that are hidden by rule: small counts, and what tells what each of a group said."""
        found = {
            (group, option if answer == NOT_TICKED else answer)
            for private, option in self.private()
            for group, answer in unsafe_cells(private, self.rules)
            if group != UNGROUPED
        }
        closed = {group for group, answer in found if answer is None}
        return frozenset(cell for cell in self.counts if cell in found or cell[0] in closed)

    def public(self, cells: ToldCells, cell: CellKey, option: str = "") -> Expression:
        """A cell of the private table in the public ones."""
        group, answer = cell
        group = NONE if group == UNGROUPED else group
        if answer == NOT_TICKED:
            return cells.cell(self.told, group, option, ticked=False)
        return cells.cell(self.told, group, answer)


def _told(merged: Tabulation, decision: Decision, rules: Rules) -> ToldTable:
    """What a reader would be told: counts and bases, and silence by kind in total."""
    by = merged.by[0].id if merged.by else ""
    bases = {cell.group: cell.n for cell in merged.cells if cell.answer is None}
    silent = {cell.answer: cell.n for cell in merged.cells if cell.answer in KINDS and not any(cell.group)}
    units = bases[(None,) * len(merged.by)] + sum(silent.values())
    rows = []
    for cell in merged.cells:
        group = cell.group[0] if cell.group else None
        kind = cell.answer in KINDS
        if (kind and group is not None) or (cell.answer and not kind and merged.question.type not in CODED):
            continue
        base = bases[cell.group]
        if kind:
            base = units if cell.answer == NOT_ASKED else units - silent.get(NOT_ASKED, 0)
        status = "ok" if base or kind else "no_base"
        status = "suppressed" if (group, cell.answer) in decision.pattern else status
        n, base_told = (cell.n, base) if status == "ok" else (None, None)
        rows.append(ToldRow(group={by: group} if by else {}, answer=cell.answer, status=status, n=n, base=base_told))
    question = merged.codebook.question(merged.question.id) or merged.question
    merges = {variable: {m.code: list(m.of) for m in chosen} for variable, chosen in decision.merges.items()}
    return ToldTable(
        survey=merged.codebook.id,
        question=merged.question.id,
        type=merged.question.type,
        by=[by] if by else [],
        rows=rows,
        merged=merges,
        rules=list(rules.names()),
        asked_of=asked_of(merged.codebook, question),
    )
