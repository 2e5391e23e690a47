"""The ledger: every number that a page shows, with its key, so that anybody can check the page against it.

Belongs here: collecting and the shape of `results.json`. Does not: writing the file (`publish`).
"""

from dataclasses import dataclass, field

from macros.release.released import Row
from macros.report.address import Address


@dataclass(frozen=True)
class Entry:
    """One number as it is shown on at least one page."""

    key: str
    statistic: str
    value: float | None
    text: str
    n: int | None
    base: int | None
    survey: str
    question: str
    status: str


@dataclass
class Ledger:
    """Collects entries and the pages that show them; the only thing in the house that grows."""

    entries: dict[tuple[str, str], Entry] = field(default_factory=dict)
    pages: dict[tuple[str, str], set[str]] = field(default_factory=dict)

    def add(self, page: str, key: str, text: str, address: Address, row: Row, statistic: str | None = None) -> None:
        """Note that a page shows a released row as this text."""
        statistic = statistic or row.statistic
        entry = Entry(
            key=key,
            statistic=statistic,
            # A share's row says a percent and a count; which of them is shown is the statistic's to say.
            value=row.n if statistic in ("count", "base") else row.value,
            text=text,
            n=row.n,
            base=row.base,
            survey=address.survey,
            question=address.question,
            status=row.status,
        )
        self.entries.setdefault((key, text), entry)
        self.pages.setdefault((key, text), set()).add(page)

    def as_records(self) -> list[dict[str, object]]:
        """Give the ledger as plain records, sorted by key and text.

        >>> Ledger().as_records()
        []
        """
        return [{**vars(self.entries[id_]), "pages": sorted(self.pages[id_])} for id_ in sorted(self.entries)]
