"""The design: what the way in which units came in allows to be said about the population.

Belongs here: whether there is a sampling error at all, and why not. Does not: its size (`variance.py`) or an
interval (`intervals.py`).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from macros.errors import Problem, ReportError
from macros.estimate.calibration import Calibration, calibration
from macros.estimate.domains import Domain
from macros.estimate.estimates import Method
from macros.estimate.intervals import LEVEL
from macros.estimate.place import codebook_place
from macros.estimate.variance import Lonely
from macros.language.message import msg
from macros.survey.codebook import Codebook
from macros.survey.tabulation import Stratum, Tabulation

IntervalMethod = Literal["beta", "beta-nchs", "xlogit", "wilson", "exact-finite"]


@dataclass(frozen=True)
class Sampling:
    """How one survey's units stand for its population.

    Attributes:
        strata: of the whole survey, at least one.
        weighted: whether the units carry weights of their own.
        clustered: whether they were drawn in groups.
        ungrouped: units of the survey that belong to no group of the table.
        lonely, interval: as the codebook chooses them.
        scales: what a unit of each stratum stands for beyond its own weight.
        calibration: how the weights are adjusted to known totals, where they are.
        at_once: how many shares' intervals hold at the same time.
    """

    kind: Literal["census", "srs", "nonprobability"]
    strata: tuple[Stratum, ...]
    weighted: bool = False
    ungrouped: int = 0
    clustered: bool = False
    lonely: Lonely = "fail"
    interval: IntervalMethod = "beta"
    at_once: int = 1
    scales: Mapping[str, Fraction] = field(default_factory=dict)
    calibration: Calibration | None = None

    @property
    def counts_everybody(self) -> bool:
        """Whether every unit of the population is in the survey, so that chance has no part in it."""
        return self.kind != "nonprobability" and all(part.sampled == part.population for part in self.strata)

    def scale(self, stratum: str) -> Fraction:
        """What a unit of a stratum stands for beyond its own weight."""
        return self.scales.get(stratum, Fraction(1))

    @property
    def level(self) -> float:
        """The level of each interval, such that together they hold at the house's level.

        Source:
            Bonferroni; statistics.md 2.4.
        """
        return 1 - (1 - LEVEL) / self.at_once

    @property
    def elements(self) -> bool:
        """Whether units of equal weight were drawn, each by itself and from one stratum."""
        return not self.weighted and len(self.strata) == 1 and not self.clustered

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
    design = codebook.design
    everybody = all(part.sampled == part.population for part in strata)
    kind = "srs" if design.nonresponse == "as_random" and not everybody else design.kind
    scales = {part.name: _scale(part, codebook, strata) if kind == "srs" else Fraction(1) for part in strata}
    return Sampling(
        scales=scales,
        calibration=calibration(codebook, tabulation.units, scales),
        kind=kind,
        strata=strata,
        weighted=design.weight is not None,
        ungrouped=units - grouped if tabulation.by else 0,
        clustered=design.cluster is not None,
        lonely=design.lonely,
        interval=design.interval,
        at_once=len(tabulation.question.answers) if design.at_once else 1,
    )


def _scale(part: Stratum, codebook: Codebook, strata: tuple[Stratum, ...]) -> Fraction:
    """M/m in a sample without weights whose sizes are all known, else 1.

    Source:
        statistics.md 1.2; R `svydesign(fpc=)` derives the same weights from the sizes of the strata.
    """
    known = all(stratum.population is not None for stratum in strata)
    if codebook.design.weight or not known or not part.sampled:
        return Fraction(1)
    return Fraction(part.population or 0, part.sampled)


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
            yield Problem(codebook_place(tabulation.codebook), found)
        else:
            found = msg("The population is {size} units, but the survey has {sampled}", size=size, sampled=sampled)
            allowed = msg("population: size: of {sampled} or more", sampled=sampled)
            hint = msg("The size counts every unit of the frame, also those that did not answer.")
            yield Problem(codebook_place(tabulation.codebook), found, allowed, hint)


def _lonely_units(tabulation: Tabulation, strata: tuple[Stratum, ...]) -> Iterator[Problem]:
    """One unit of several says nothing about the variation of its stratum.

    Source:
        statistics.md 1.9, policy `fail`.
    """
    design = tabulation.codebook.design
    for part in strata if design.kind == "srs" and design.lonely == "fail" else ():
        if part.name and part.sampled == 1 and part.population != 1:
            found = msg("Stratum {stratum} has one sampled unit", stratum=part.name)
            hint = msg("Put it together with a stratum that it resembles.")
            yield Problem(codebook_place(tabulation.codebook), found, msg("at least two"), hint)
