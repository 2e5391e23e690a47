"""One quote of `quotes.yml`: its words, who is quoted, and who approved it. Its shape alone, no rule of a survey."""

import datetime
import hashlib
import json
from typing import Annotated, Self

from pydantic import Field, model_validator

from macros.language.message import msg
from macros.survey.model_problems import RuleError
from macros.survey.part import Identifier, Part


class Quote(Part):
    """One answer as it may be quoted; without `approved_by` and `date` nobody gets to read it."""

    id: Identifier
    text: Annotated[str, Field(min_length=1)] = Field(description="The whole answer, word for word")
    question: Identifier = Field(description="The open question that it answers")
    by: Identifier | None = Field(None, description="The question whose answer says who is quoted")
    group: Identifier | None = Field(None, description="That answer, as it is released; everybody when not given")
    approved_by: Annotated[str, Field(min_length=1)] | None = Field(None, description="Name of who approved it")
    date: datetime.date | None = Field(None, description="When")

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if (self.by is None) != (self.group is None):
            raise RuleError(msg("by and group belong together"))
        if (self.approved_by is None) != (self.date is None):
            raise RuleError(msg("approved_by and date belong together"))
        return self

    @property
    def digest(self) -> str:
        """A hash of all that it says."""
        said = json.dumps(self.model_dump(mode="json"), ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(said.encode()).hexdigest()
