"""The design: what the way in which units came in allows to be said about the population.

Belongs here: whether there is a sampling error at all, and why not. Does not: its size (`variance.py`) or an
interval (`intervals.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from macros.errors import Place, Problem, ReportError
from macros.estimate.domains import Domain
from macros.estimate.estimates import Method
from macros.language.message import msg
from macros.survey.tabulation import Tabulation


@dataclass(frozen=True)
class Sampling:
    """How one survey's units stand for its population.

    Attributes:
        sampled: all units of the survey, also those that did not answer the question or belong to no group.
        population: units in the frame; None when it is not known.
        ungrouped: units of the survey that belong to no group of the table.
    """

    kind: Literal["census", "srs", "nonprobability"]
    sampled: int
    population: int | None
    ungrouped: int = 0

    @property
    def counts_everybody(self) -> bool:
        """Whether every unit of the population is in the survey, so that chance has no part in it."""
        return self.kind != "nonprobability" and self.sampled == self.population

    def without_interval(self, domain: Domain) -> Method | None:
        """Say why a domain has no interval, or None when it has one.

        A census with nonresponse describes those who answered: the ones that did not are exactly those about
        whom a sampling error says nothing. A group is complete only if nobody's group is unknown.

        Source:
            statistics.md 1.3, default (a).
        """
        if self.kind == "nonprobability":
            return "nonprobability"
        if self.counts_everybody:
            complete = domain.lost == 0 and (domain.is_total or self.ungrouped == 0)
            return "census" if complete else "census_nonresponse"
        return "census_nonresponse" if self.kind == "census" else None


def sampling(tabulation: Tabulation, parts: Sequence[Domain]) -> Sampling:
    """Read the design of a tabulation's survey; `parts` are the tabulation's domains.

    Raises:
        ReportError: when the population is smaller than the sample.
    """
    sampled = next(part.units for part in parts if part.is_total)
    grouped = sum(part.units for part in parts if None not in part.group)
    size = tabulation.codebook.population.size
    if size is not None and size < sampled:
        found = msg("The population is {size} units, but the survey has {sampled}", size=size, sampled=sampled)
        allowed = msg("population: size: of {sampled} or more", sampled=sampled)
        hint = msg("The size counts every unit of the frame, also those that did not answer.")
        raise ReportError([Problem(codebook_place(tabulation), found, allowed, hint)])
    return Sampling(tabulation.codebook.design.kind, sampled, size, sampled - grouped if tabulation.by else 0)


def codebook_place(tabulation: Tabulation) -> Place:
    """Where the design of a tabulation's survey is written."""
    return Place(f"data/surveys/{tabulation.codebook.id}/survey.yml")
