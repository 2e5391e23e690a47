"""Who a survey is about, when it was in the field, and how its units came in.

Belongs here: what the codebook says of it. Does not: what follows for an estimate (`estimate/design.py`).
"""

import datetime
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from macros.language.message import msg
from macros.survey.model_problems import RuleError
from macros.survey.part import Part, Text


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


class Design(Part):
    """How the units came in. Without a design nothing is claimed about anybody but those who answered."""

    kind: Literal["census", "srs", "nonprobability"] = "nonprobability"
    reason: Text | None = Field(None, description="Why no interval can be given, for nonprobability")
    weight: str | None = Field(None, description="Column with each respondent's weight")
    stratum: str | None = Field(None, description="Column with the stratum that the respondent was drawn from")
    cluster: str | None = Field(None, description="Column with the group that was drawn as a whole")
    population_size: str | None = Field(None, description="Column with the number of units in the row's stratum")

    @property
    def columns(self) -> tuple[str, ...]:
        """The headers of the design's own columns."""
        named = (self.weight, self.stratum, self.cluster, self.population_size)
        return tuple(header for header in named if header is not None)

    @model_validator(mode="after")
    def _once(self) -> Self:
        if len(set(self.columns)) < len(self.columns):
            raise RuleError(msg("Each column of the design has one use"))
        return self
