"""Single numbers for the running text, and what may be claimed of them.

A `Statistic` is one row of a released table. It compares with a number the way an honest sentence does:
exactly where the count is released, at the near end of the interval in a sample, and not at all where
the number is withheld.
"""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from operator import ge, gt, le, lt
from typing import Literal

from macros.errors import Place, Problem, ReportError
from macros.language.message import msg
from macros.release.changes import Verdict
from macros.release.released import Released, Row
from macros.report.address import Address

Kind = Literal[
    "share", "share_of_answers", "count", "mean", "median", "base", "balance", "change", "difference", "published"
]
_OPERATORS: dict[str, Callable[[Fraction, Fraction], bool]] = {">": gt, ">=": ge, "<": lt, "<=": le}


@dataclass(frozen=True)
class Statistic:
    """One number of a page: the released row it is, and the table that it links to.

    Attributes:
        against: of a change the earlier wave or period, of a difference the other group.
        verdict: what the test of a change or difference tells.
    """

    kind: Kind
    address: Address
    table: Released
    row: Row
    against: str = ""
    verdict: Verdict | None = None

    @property
    def key(self) -> str:
        """Key in the ledger: table, group, answer, kind, and what it is compared with; the total's group is empty."""
        group = ",".join(code or "" for code in self.row.group)
        against = f"/{self.against}" if self.against else ""
        return f"{self.address.key}/{group}/{self.row.answer or ''}/{self.kind}{against}"

    @property
    def uncertain(self) -> bool:
        """Whether the number may carry no heading, and no sentence that does not say so; a count is what it is."""
        return self.kind not in ("count", "base") and self.row.uncertain

    def holds(self, sign: str, limit: float, place: Place) -> bool:
        """Tell whether the number is surely above or below a limit (in its own unit; percent for shares).

        Raises:
            ReportError: when the number is withheld or cannot be computed; place is the macro call's.
        """
        if self.row.status != "ok" or self.row.value is None:
            found = msg("the number behind the claim is not published: {key}", key=self.key)
            hint = msg("Say something of a larger group, or leave the claim out.")
            raise ReportError([Problem(place, found, hint=hint)])
        if self._sampled and self.row.low is None:
            found = msg("the number behind the claim has no interval, and the survey is a sample: {key}", key=self.key)
            raise ReportError([Problem(place, found, hint=msg("Claim something of a single answer's share instead."))])
        return _OPERATORS[sign](self._near_end(sign), Fraction(str(limit)))

    @property
    def _sampled(self) -> bool:
        return self.kind != "base" and self.table.sample

    def _near_end(self, sign: str) -> Fraction:
        near = self.row.low if sign in (">", ">=") else self.row.high
        if near is not None:
            return Fraction(str(near))
        counted = self.kind in ("share", "share_of_answers") and not self.table.weighted
        if counted and self.row.n is not None and self.row.base:
            return Fraction(100 * self.row.n, self.row.base)
        return Fraction(str(self.row.value))
