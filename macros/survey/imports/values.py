"""What stands in one column of a sheet, without saying who wrote it.

Belongs here: counting spellings. Does not: what they mean (`single.py`, `sets.py`).
"""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from macros.survey.sheet import Sheet
from macros.survey.spelling import fold, tidy


@dataclass(frozen=True)
class Values:
    """The spellings of a column that are not blank, each line tidied, in order of first appearance.

    Attributes:
        spellings: how many cells hold each.
        blanks: cells with nothing in them.
    """

    spellings: dict[str, int]
    blanks: int = 0

    @cached_property
    def labels(self) -> dict[str, str]:
        """The commonest spelling of each answer, by its folded spelling."""
        best: dict[str, str] = {}
        for spelling in sorted(self.spellings, key=lambda text: -self.spellings[text]):
            best.setdefault(fold(spelling), tidy(spelling))
        return {key: best[key] for key in dict.fromkeys(map(fold, self.spellings))}

    @cached_property
    def counts(self) -> dict[str, int]:
        """Cells of each answer, by its folded spelling."""
        counts: Counter[str] = Counter()
        for spelling, n in self.spellings.items():
            counts[fold(spelling)] += n
        return dict(counts)

    @property
    def n(self) -> int:
        """Cells that are not blank."""
        return sum(self.spellings.values())

    def without(self, folded: frozenset[str]) -> "Values":
        """The same values but for some spellings, which are counted as blank."""
        if not folded & set(self.counts):
            return self
        kept = {spelling: n for spelling, n in self.spellings.items() if fold(spelling) not in folded}
        return Values(kept, self.blanks + self.n - sum(kept.values()))


def values_of(sheet: Sheet, position: int) -> Values:
    """Count a column of a sheet."""
    raw = Counter(record.fields[position] for record in sheet.records)
    counts: Counter[str] = Counter()
    for cell, n in raw.items():
        counts[_lines(cell)] += n
    blanks = counts.pop("", 0)
    return Values(dict(counts), blanks)


def _lines(cell: str) -> str:
    """The cell with its lines tidied and still apart, for some tools write an answer a line."""
    return "\n".join(line for text in cell.splitlines() if (line := tidy(text))) if "\n" in cell else tidy(cell)


def united(several: list[Values]) -> Values:
    """The values of several columns together."""
    counts: Counter[str] = Counter()
    for values in several:
        counts.update(values.spellings)
    return Values(dict(counts), sum(values.blanks for values in several))
