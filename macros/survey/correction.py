"""A known error of the source, put right in the open.

Belongs here: what a correction says. Does not: applying it (`corrections.py`).
"""

from typing import Self

from pydantic import Field, model_validator

from macros.language.message import msg
from macros.survey.model_problems import RuleError
from macros.survey.part import Identifier, Part, Text


class Correction(Part):
    """One answer, or the same answer of several respondents, that is read as another one."""

    respondent: str | None = Field(None, description="The respondent's id in the file; never published")
    where: str | None = Field(None, description='A rule instead, such as: storlek == "1-4"')
    question: Identifier
    column: str | None = Field(None, description="Of a question with several columns: the header of the one to correct")
    was: str = Field(alias="from", description="What the file says")
    to: str = Field(description="What is read instead: an answer's code, a number, or a spelling of no answer")
    why: Text = Field(description="The reason, for the reader of the method page")
    who: Text = Field(description="Who decided it")

    @model_validator(mode="after")
    def _aimed(self) -> Self:
        if (self.respondent is None) == (self.where is None):
            raise RuleError(msg("A correction needs either respondent or where"))
        return self
