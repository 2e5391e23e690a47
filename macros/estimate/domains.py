"""Domains: the groups of one table, with the units that were asked and those that answered.

Belongs here: bases and the counts of missing answers. Does not: shares, means or their uncertainty.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from macros.estimate.estimates import Estimate, Method
from macros.survey.tabulation import KINDS, UNCODED, Cell, Group, Tabulation

# The question was put and no usable answer came; routing and "not applicable" are no loss of an answer.
NONRESPONSE = ("__no_answer__", "__dont_know__", "__refused__", UNCODED)
NOT_ASKED = "__not_asked__"


@dataclass(frozen=True)
class Domain:
    """One group of a table: a subset of the units for which estimates are made."""

    group: Group
    cells: Mapping[str | None, Cell]

    @property
    def answered(self) -> int:
        """Units with a usable answer: the base."""
        return self.cells[None].n

    @property
    def asked(self) -> int:
        """Units that the question was put to."""
        return self.units - self.cells[NOT_ASKED].n

    @property
    def kinds(self) -> tuple[str, ...]:
        """The missing kinds that the table has."""
        return tuple(kind for kind in KINDS if kind in self.cells)

    @property
    def units(self) -> int:
        """All units of the group, asked or not."""
        return self.answered + sum(self.cells[kind].n for kind in self.kinds)

    @property
    def lost(self) -> int:
        """Units that were asked and gave no usable answer: the item nonresponse."""
        return sum(self.cells[kind].n for kind in self.kinds if kind in NONRESPONSE)

    @property
    def is_total(self) -> bool:
        """Whether the domain is the whole survey."""
        return all(code is None for code in self.group)

    def base_row(self, method: Method) -> Estimate:
        """The count of those who answered."""
        n = self.answered
        return Estimate(self.group, None, "count", n, n, Fraction(n), method=method)

    def missing_rows(self, method: Method) -> tuple[Estimate, ...]:
        """The count of every missing kind, zeros included."""
        return tuple(
            Estimate(
                self.group,
                kind,
                "count",
                self.cells[kind].n,
                self.units if kind == NOT_ASKED else self.asked,
                Fraction(self.cells[kind].n),
                method=method,
            )
            for kind in self.kinds
        )


def domains(tabulation: Tabulation) -> tuple[Domain, ...]:
    """Split a tabulation into its groups, in their order, the total first."""
    cells: dict[Group, dict[str | None, Cell]] = {}
    for cell in tabulation.cells:
        cells.setdefault(cell.group, {})[cell.answer] = cell
    return tuple(Domain(group, of_group) for group, of_group in cells.items())
