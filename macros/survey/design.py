"""Who a survey is about, when it was in the field, and how its units came in.

Belongs here: what the codebook says of it. Does not: what follows for an estimate (`estimate/design.py`).
"""

import datetime
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from macros.language.message import msg
from macros.survey.model_problems import RuleError
from macros.survey.part import Identifier, Part, Text


class Period(Part):
    """First and last day in the field."""

    first: datetime.date = Field(alias="from")
    last: datetime.date = Field(alias="to")

    @model_validator(mode="after")
    def _forwards(self) -> Self:
        if self.last < self.first:
            raise RuleError(msg("The fieldwork ends before it begins"))
        return self


class Population(Part):
    """Who the survey is about; `size` is the number of units in the frame."""

    label: Text
    size: Annotated[int, Field(ge=1)] | None = None
    one: Text = Field(description="A unit, as in: 1 företag")
    many: Text = Field(description="Units, as in: 62 företag")


class Margin(Part):
    """How many units of the population gave each answer to a question, from elsewhere."""

    question: Identifier
    totals: dict[Identifier, Annotated[float, Field(gt=0)]] = Field(description="Units of the population by answer")
    source: Text = Field(description="Where the numbers are from, for the reader of the method page")


class Design(Part):
    """How the units came in. Without a design nothing is claimed about anybody but those who answered."""

    kind: Literal["census", "srs", "nonprobability"] = "nonprobability"
    reason: Text | None = Field(None, description="Why no interval can be given, for nonprobability")
    weight: str | None = Field(None, description="Column with each respondent's weight")
    stratum: str | None = Field(None, description="Column with the stratum that the respondent was drawn from")
    cluster: str | None = Field(None, description="Column with the group that was drawn as a whole")
    population_size: str | None = Field(
        None, description="Column with the number of units in the row's stratum; of clusters, where those were drawn"
    )
    calibrate: list[Margin] = Field(
        default_factory=list,
        description="Weights are adjusted to these totals: post-stratified to one, raked to more",
    )
    lonely: Literal["fail", "certainty", "adjust", "average"] = Field(
        "fail",
        description="What a stratum with one sampled unit adds: an error, nothing, its own, the others' mean",
    )
    nonresponse: Literal["described", "as_random"] = Field(
        "described", description="Census: what is said of those who did not answer; as_random gives intervals"
    )
    interval: Literal["beta", "beta-nchs", "xlogit", "wilson", "exact-finite"] = Field(
        "beta", description="How a share's interval is made"
    )
    at_once: bool = Field(False, description="Whether the intervals of one question hold all at the same time")

    @property
    def columns(self) -> tuple[str, ...]:
        """The headers of the design's own columns."""
        return tuple(header for header in self.named.values() if header is not None)

    @property
    def named(self) -> dict[str, str | None]:
        """The header of each column that a design can have, by the key that names it."""
        return {
            "weight": self.weight,
            "stratum": self.stratum,
            "cluster": self.cluster,
            "population_size": self.population_size,
        }

    @property
    def elements(self) -> bool:
        """Whether units of equal weight were drawn, each by itself."""
        return not (self.weight or self.stratum or self.cluster or self.calibrate)

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if self.interval == "exact-finite" and not self.elements:
            raise RuleError(msg("interval exact-finite needs a simple random sample without weights"))
        if self.nonresponse == "as_random" and self.kind != "census":
            raise RuleError(msg("nonresponse as_random belongs to a census"))
        names = [margin.question for margin in self.calibrate]
        if len(set(names)) < len(names):
            raise RuleError(msg("calibrate names a question twice"))
        return self

    @model_validator(mode="after")
    def _once(self) -> Self:
        if len(set(self.columns)) < len(self.columns):
            raise RuleError(msg("Each column of the design has one use"))
        return self
