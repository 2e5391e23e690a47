"""An allowed answer, answers that may be shown as one, and the spellings of no answer.

Belongs here: their shape. Does not: how a cell is read (`answer_cells.py`) or when answers are merged (`release`).
"""

import datetime
from typing import Annotated, Literal

from pydantic import Field

from macros.survey.part import Identifier, Part, Text

MissingKind = Literal["no_answer", "dont_know", "refused", "not_applicable", "not_asked"]


class Answer(Part):
    """One allowed answer: its code, the words shown, and the words in the file when they differ."""

    code: Identifier
    label: Text
    in_file: list[str] = Field(
        default_factory=list, description="Spellings in the CSV; the label and the code always count"
    )
    side: Literal["negative", "neutral", "positive"] | None = Field(None, description="Which end of an ordered scale")
    below: datetime.date | float | None = Field(
        None, description="Of a band: the values under this limit and not under the one before"
    )
    of: list[Identifier] = Field(default_factory=list, description="Of a group: the codes of the question it groups")
    others: bool = Field(
        False, description="Whatever else is written is this answer, as under Other; the words themselves are not kept"
    )
    exclusive: bool = Field(False, description="Multiple choice: cannot be ticked together with another answer")


class Merge(Part):
    """Neighbouring answers that may be shown as one where they are too few apart."""

    code: Identifier
    label: Text
    of: Annotated[list[Identifier], Field(min_length=2)]
    side: Literal["negative", "neutral", "positive"] | None = None


class Missing(Part):
    """Spellings in the file that are no answer, by kind."""

    no_answer: list[str] = Field(default_factory=lambda: [""])
    dont_know: list[str] = Field(default_factory=list)
    refused: list[str] = Field(default_factory=list)
    not_applicable: list[str] = Field(default_factory=list)
    not_asked: list[str] = Field(default_factory=list, description="The question was never shown")
