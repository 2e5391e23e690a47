"""Questions for all columns: columns of one question together, each with an id of its own.

Belongs here: grouping, naming, and the choice of the first proposal that reads every cell. Does not: what a column
or a group can be (`single.py`, `sets.py`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from macros.survey.answer import Missing
from macros.survey.answer_cells import headers
from macros.survey.imports import doubts as about
from macros.survey.imports.column import Column
from macros.survey.imports.doubts import Doubt
from macros.survey.imports.ground import Ground, Naming, Proposal
from macros.survey.imports.headings import plain_text
from macros.survey.imports.roles import ADMINISTRATIVE
from macros.survey.imports.sets import grid_proposals, set_proposals
from macros.survey.imports.single import column_proposals
from macros.survey.imports.slugs import code_slug, cut, free, slug, words
from macros.survey.options import TICKED_SPELLINGS, UNTICKED_SPELLINGS
from macros.survey.question import Question
from macros.survey.spelling import fold

_UNTOLD = "flerval"
_TICKS = TICKED_SPELLINGS | UNTICKED_SPELLINGS


class Trial(Protocol):
    """Something that can say whether a question reads every cell of the file."""

    def reads(self, question: Question) -> bool:
        """Whether no cell of the file is a fault of the question."""
        ...


@dataclass
class Proposing:
    """Goes through the columns once and gives out each id once."""

    ground: Ground
    trial: Trial
    taken: set[str] = field(default_factory=set)

    def proposals(self, columns: Sequence[Column]) -> Iterator[Proposal]:
        """One proposal or more for each group of columns, in the order of the file."""
        groups: dict[str, list[Column]] = {}
        for column in columns:
            groups.setdefault(column.key, []).append(column)
        for group in groups.values():
            yield from self._group(group)

    def _group(self, group: Sequence[Column]) -> Iterator[Proposal]:
        written = [column for column in group if self._is_written(column, group)]
        items = [c for c in group if c not in written and c.part != "whole" and (c.item or c.item_code)]
        wholes = [column for column in group if column not in written and column not in items]
        together = self._together(items, wholes, written)
        if together is not None:
            proposal, used = together
            yield proposal
            items = [column for column in items if column not in used]
            wholes = [column for column in wholes if column not in used]
            written = [column for column in written if column not in used]
        for column in (*wholes, *items):
            yield self._alone(column, one_of_several=len(group) > 1)
        for column in written:
            yield self._alone(column, one_of_several=True, written=True)

    def _together(
        self, items: Sequence[Column], wholes: Sequence[Column], written: Sequence[Column]
    ) -> tuple[Proposal, Sequence[Column]] | None:
        """What some items are together, and the columns that it uses; None when each stands for itself."""
        if len(items) < 2:  # noqa: PLR2004
            return None
        naming = self._naming(items[0], of_group=True)
        whole = wholes[0] if len(wholes) == 1 else None
        other = written[0] if len(written) == 1 else None
        for proposal in set_proposals(items, whole, other, naming, self.ground):
            if all(map(self.trial.reads, proposal.questions)):
                (question,) = proposal.questions
                self.taken.add(question.id)
                used = [c for c in (*items, *wholes, *written) if c.name in (*headers(question), *proposal.ignored)]
                uncounted = any(self.ground.values[c.position].n for c in written if c not in used)
                said = question.type == "multiple" and uncounted
                doubts = [Doubt(about.WRITTEN_OTHER, question.id)] if said else []
                return replace(proposal, doubts=(*proposal.doubts, *doubts, *self._untold(items))), used
        rows = [column for column in items if self.ground.answers(column.position).spellings]
        name = free(naming.id, self.taken, "rutnat")
        taken = set(self.taken)
        for proposal in grid_proposals(rows, name, self._row_naming, self.ground) if len(rows) > 1 else []:
            if all(map(self.trial.reads, proposal.questions)):
                return replace(proposal, doubts=(*proposal.doubts, *self._untold(rows))), rows
        self.taken = taken
        return None

    def _row_naming(self, column: Column) -> Naming:
        naming = self._naming(column)
        self.taken.add(naming.id)
        return naming

    def _alone(self, column: Column, *, one_of_several: bool, written: bool = False) -> Proposal:
        if not self.ground.values[column.position].spellings:
            return Proposal((), (Doubt(about.EMPTY, column.name),), (column.name,))
        naming = self._naming(column) if one_of_several else self._naming(column, of_group=True)
        self.taken.add(naming.id)
        proposals = column_proposals(column.position, column.name, naming, self.ground)
        if written:
            proposals = [replace(proposals[-1], doubts=())]
        if fold(column.text or column.code or "") in ADMINISTRATIVE:
            proposals = [p for p in proposals if p.questions[0].type != "number"]
        chosen = next((p for p in proposals[:-1] if all(map(self.trial.reads, p.questions))), proposals[-1])
        return self._with_own_missing(replace(chosen, doubts=(*chosen.doubts, *self._untold([column]))), column)

    def _with_own_missing(self, proposal: Proposal, column: Column) -> Proposal:
        """Open text keeps a code such as "NA", which may have been typed, where the column has empty cells too."""
        values = self.ground.values[column.position]
        (question,) = proposal.questions
        if question.type != "text" or not values.blanks or not self.ground.missing & set(values.counts):
            return proposal
        return replace(proposal, questions=(question.model_copy(update={"missing": Missing()}),))

    def _is_written(self, column: Column, group: Sequence[Column]) -> bool:
        """Words beside an option: by the header, or by being many where all others of the group only tick."""
        counts = set(self.ground.answers(column.position).counts)
        if column.role == "written":
            return not counts <= _TICKS | {fold(column.item or "")} or not counts
        others = [self.ground.answers(other.position).counts for other in group if other is not column]
        marked = [set(other) - _TICKS for other in others]
        few = all(len(words_) <= 1 for words_ in marked)
        return column.part != "whole" and len(others) > 1 and few and len(counts - _TICKS) > 2  # noqa: PLR2004

    def _untold(self, columns: Sequence[Column]) -> list[Doubt]:
        """A doubt where a column's question is known by its code alone."""
        first = columns[0]
        told = first.text or first.item or first.key.startswith("options@")
        return (
            [] if told or self.ground.fact(first.position).label else [Doubt(about.NO_TEXT, first.code or first.name)]
        )

    def _naming(self, column: Column, *, of_group: bool = False) -> Naming:
        """Id, words and short name of a column's question, or of the question of its whole group."""
        alone = of_group or not (column.item or column.item_code)
        stem = column.text
        item = None if alone else column.item
        if column.key.startswith("options@"):
            own = _UNTOLD if alone else f"{_UNTOLD}_{slug(item or '')}"
            return Naming(free(cut(own), self.taken, "fraga"), self.ground.untold if alone else item or column.name)
        if column.code is not None:
            part = "" if alone else f"_{column.item_code or slug(column.item or '', '_')}"
            wanted = code_slug(column.code + part)
        else:
            wanted = cut(
                words(plain_text(stem or column.name)) + ("" if alone else f"_{words(item or column.item_code or '')}")
            )
        stem, item = (plain_text(part) if part else None for part in (column.text, item))
        text = " – ".join(part for part in (stem, item) if part) or (column.code if of_group else None) or column.name
        label = item if item and fold(item) != fold(text) else None
        return Naming(free(wanted.strip("-_"), self.taken, "fraga"), text, label)
