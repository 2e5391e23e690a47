"""The design: what the way in which units came in allows to be said about the population.

Belongs here: whether there is a sampling error at all, and why not. Does not: its size (`variance.py`) or an
interval (`intervals.py`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from macros.errors import Place, Problem, ReportError
from macros.estimate.domains import Domain
from macros.estimate.estimates import Method
from macros.language.message import msg
from macros.survey.tabulation import Stratum, Tabulation


@dataclass(frozen=True)
class Sampling:
    """How one survey's units stand for its population.

    Attributes:
        strata: of the whole survey, at least one.
        weighted: whether the units carry weights of their own.
        ungrouped: units of the survey that belong to no group of the table.
    """

    kind: Literal["census", "srs", "nonprobability"]
    strata: tuple[Stratum, ...]
    weighted: bool = False
    ungrouped: int = 0

    @property
    def counts_everybody(self) -> bool:
        """Whether every unit of the population is in the survey, so that chance has no part in it."""
        return self.kind != "nonprobability" and all(part.sampled == part.population for part in self.strata)

    def scale(self, stratum: str) -> Fraction:
        """What a unit of a stratum stands for beyond its own weight: M/m in a sample without weights, else 1.

        Source:
            statistics.md 1.2; R `svydesign(fpc=)` derives the same weights from the sizes of the strata.
        """
        sizes = {part.name: part for part in self.strata}
        if self.kind != "srs" or self.weighted or any(part.population is None for part in self.strata):
            return Fraction(1)
        part = sizes[stratum]
        return Fraction(part.population or 0, part.sampled)

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
        ReportError: when a population is smaller than the sample, or a stratum has one unit of several.
    """
    units = next(part.units for part in parts if part.is_total)
    grouped = sum(part.units for part in parts if None not in part.group)
    codebook = tabulation.codebook
    strata = tabulation.strata or (Stratum("", units, codebook.population.size),)
    problems = [*_small_populations(tabulation, strata), *_lonely_units(tabulation, strata)]
    if problems:
        raise ReportError(problems)
    weighted = codebook.design.weight is not None
    return Sampling(codebook.design.kind, strata, weighted, units - grouped if tabulation.by else 0)


def _small_populations(tabulation: Tabulation, strata: tuple[Stratum, ...]) -> Iterator[Problem]:
    for part in strata:
        if part.population is None or part.population >= part.sampled:
            continue
        size, sampled = part.population, part.sampled
        if part.name:
            found = msg(
                "Stratum {stratum} has {size} units, but {sampled} were drawn",
                stratum=part.name, size=size, sampled=sampled,
            )  # fmt: skip
            yield Problem(codebook_place(tabulation), found)
        else:
            found = msg("The population is {size} units, but the survey has {sampled}", size=size, sampled=sampled)
            allowed = msg("population: size: of {sampled} or more", sampled=sampled)
            hint = msg("The size counts every unit of the frame, also those that did not answer.")
            yield Problem(codebook_place(tabulation), found, allowed, hint)


def _lonely_units(tabulation: Tabulation, strata: tuple[Stratum, ...]) -> Iterator[Problem]:
    """One unit of several says nothing about the variation of its stratum.

    Source:
        statistics.md 1.9, policy `fail`.
    """
    for part in strata if tabulation.codebook.design.kind == "srs" else ():
        if part.name and part.sampled == 1 and part.population != 1:
            found = msg("Stratum {stratum} has one sampled unit", stratum=part.name)
            hint = msg("Put it together with a stratum that it resembles.")
            yield Problem(codebook_place(tabulation), found, msg("at least two"), hint)


def codebook_place(tabulation: Tabulation) -> Place:
    """Where the design of a tabulation's survey is written."""
    return Place(f"data/surveys/{tabulation.codebook.id}/survey.yml")
