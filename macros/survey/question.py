"""One question of a codebook, with the rules that hold inside it.

Belongs here: a question's keys and which of them fit together. Does not: what must hold between questions
(`codebook.py`, `codebook_file.py`).
"""

import datetime
from itertools import pairwise
from typing import Literal, Self

from pydantic import Field, model_validator

from macros.language.message import msg
from macros.survey.answer import Answer, Merge, Missing
from macros.survey.model_problems import RuleError
from macros.survey.part import Identifier, Part, Text

QuestionType = Literal["single", "scale", "multiple", "ranking", "number", "date", "text"]
DateOrder = Literal["year-month-day", "day-month-year", "month-day-year"]
CODED = ("single", "scale", "multiple", "ranking")
SEVERAL = ("multiple", "ranking")


class Comparison(Part):
    """Whether a question's answers can be compared with those of another wave; unless this is said, they cannot."""

    wave: Identifier = Field(alias="with", description="Id of the other survey, which asks a question of the same id")
    how: Literal["same", "bridged", "broken"] = Field(
        description="same: nothing differs; bridged: something does, and they can be compared all the same; "
        "broken: they cannot"
    )
    reason: Text | None = Field(None, description="What differs, for the reader; needed unless how is same")
    answers: dict[Identifier, Identifier] = Field(
        default_factory=dict, description="bridged: an answer of the other wave, and the one of this wave that it is"
    )

    @model_validator(mode="after")
    def _reasoned(self) -> Self:
        if self.how != "same" and not self.reason:
            raise RuleError(msg("A comparison that is {how} needs a reason", how=self.how))
        if self.how != "bridged" and self.answers:
            raise RuleError(msg("Only a comparison that is bridged maps answers"))
        return self


class Question(Part):
    """One question as it was asked, with its allowed answers in their order."""

    id: Identifier
    type: QuestionType
    text: Text = Field(description="The question as asked, word for word")
    label: Text | None = Field(None, description="Short name for tables and menus")
    sensitive: bool = Field(False, description="An answer that could harm whoever is known to have given it")
    grid: Identifier | None = Field(None, description="Rows of one grid bear the same name and have the same answers")
    column: str | None = Field(None, description="Header in the file; the id when not given")
    columns: dict[Identifier, str] | None = Field(
        None, description="Multiple choice with one column an option; ranking with one column an answer, its rank in it"
    )
    places: list[str] | None = Field(
        None, description="Ranking: the columns of the first, the second … place, with an answer in each"
    )
    separator: str | None = Field(None, min_length=1, description="Multiple choice or ranking joined in one column")
    base: Literal["answered", "asked"] = Field(
        "answered", description="Multiple choice, shares of: those who ticked any answer, or all who saw the question"
    )
    blank: Literal["no_answer", "not_asked", "nothing_ticked"] = Field(
        "no_answer", description="Multiple choice: what it means that nothing at all is written"
    )
    scale: Identifier | None = Field(None, description="Name of the answers under scales, in place of answers")
    answers: list[Answer] = Field(default_factory=list)
    merge: list[Merge] = Field(default_factory=list)
    missing: Missing | None = Field(None, description="Overrides the survey's missing: for this question")
    asked_if: str | None = Field(None, description='Routing, such as: permittering == "ja"')
    unit: Text | None = Field(None, description="Unit of a number")
    minimum: float | None = None
    maximum: float | None = None
    order: DateOrder = Field("year-month-day", description="Of the parts of a date")
    bands_of: Identifier | None = Field(None, description="A scale that groups the values of this earlier question")
    groups_of: Identifier | None = Field(None, description="Answers that group those of this earlier question")
    coded_from: Identifier | None = Field(
        None, description="Multiple choice: the earlier open question whose answers were coded by hand"
    )
    coding: str | None = Field(None, description="The file with those codes: respondent, question, code")
    comparable: list[Comparison] = Field(default_factory=list, description="With which other waves, and how")

    @property
    def header(self) -> str:
        """The column's header in the file."""
        return self.column or self.id

    @property
    def derived(self) -> bool:
        """Whether it was never asked as it stands, but made of another question's answers."""
        return bool(self.bands_of or self.groups_of or self.coded_from)

    def comparison(self, wave: str) -> Comparison | None:
        """What is said of the comparison with a wave, or None."""
        return next((comparison for comparison in self.comparable if comparison.wave == wave), None)

    @model_validator(mode="after")
    def _answers_fit(self) -> Self:
        if self.scale is not None and not self.answers:
            return self  # checked again when its scale's answers stand here
        codes = [answer.code for answer in self.answers]
        if self.type in CODED:
            if not codes:
                raise RuleError(msg("The question needs answers"))
            if len(codes) < 2 and self.type in ("scale", "ranking"):  # noqa: PLR2004 -- one answer has no order
                raise RuleError(msg("The question needs at least two answers"))
        elif self.answers or self.merge:
            raise RuleError(msg("A question of type {type} has no answers or merge", type=self.type))
        if len(set(codes)) < len(codes):
            raise RuleError(msg("Two answers have the same code"))
        merged = [code for merge in self.merge for code in merge.of]
        if len(set(merged)) < len(merged) or not set(merged) <= set(codes):
            raise RuleError(msg("merge must name answers of this question, each once"))
        if {merge.code for merge in self.merge} & set(codes):
            raise RuleError(msg("A merge needs a code of its own"))
        for merge in self.merge:
            at = sorted(codes.index(code) for code in merge.of)
            if self.type == "scale" and at != list(range(at[0], at[0] + len(at))):
                raise RuleError(msg("Merge {merge}: only neighbours of a scale may be merged", merge=merge.code))
        return self

    @model_validator(mode="after")
    def _answers_apart(self) -> Self:
        """Answers that are not like the others of their question."""
        if self.type != "multiple" and any(answer.exclusive for answer in self.answers):
            raise RuleError(msg("Only an answer to a multiple choice can be exclusive"))
        others = [answer for answer in self.answers if answer.others]
        if len(others) > 1 or (others and (self.type not in ("single", "multiple") or self.derived)):
            raise RuleError(msg("Only one answer of a single or multiple choice that was asked takes others"))
        return self

    @model_validator(mode="after")
    def _columns_fit(self) -> Self:
        if self.coded_from is not None or self.coding is not None:
            own = self.columns or self.separator or self.column or self.asked_if
            if self.type != "multiple" or not (self.coded_from and self.coding) or own:
                raise RuleError(
                    msg("A coded question is a multiple choice with coded_from and coding, and no columns or asked_if")
                )
            return self
        if self.type == "multiple" and self.columns is None and self.separator is None:
            raise RuleError(msg("Multiple choice needs columns, or separator, or both"))
        if self.type == "ranking" and sum(x is not None for x in (self.columns, self.places, self.separator)) != 1:
            raise RuleError(msg("A ranking needs one of columns, places and separator"))
        if self.type not in SEVERAL and (self.columns or self.places or self.separator):
            raise RuleError(msg("A question of type {type} has one column", type=self.type))
        if self.type == "multiple" and self.places:
            raise RuleError(msg("Only a ranking has places"))
        if self.places and self.answers and len(self.places) > len(self.answers):
            raise RuleError(msg("A ranking has no more places than answers"))
        if self.type == "multiple" and self.columns and not self.separator and self.column:
            raise RuleError(msg("column beside columns needs the separator of its answers"))
        codes = {answer.code for answer in self.answers}
        if self.columns is not None and codes and set(self.columns) != codes:
            raise RuleError(msg("columns must name each answer once"))
        if self.type != "multiple" and (self.base != "answered" or self.blank != "no_answer"):
            raise RuleError(msg("Only a multiple choice has base or blank"))
        return self

    @model_validator(mode="after")
    def _limits_fit(self) -> Self:
        if self.type != "number" and (self.minimum is not None or self.maximum is not None or self.unit is not None):
            raise RuleError(msg("Only a number has minimum, maximum or unit"))
        if self.minimum is not None and self.maximum is not None and self.minimum > self.maximum:
            raise RuleError(msg("minimum is above maximum"))
        if self.type != "date" and self.order != "year-month-day":
            raise RuleError(msg("Only a date has an order of its parts"))
        return self

    @model_validator(mode="after")
    def _bands(self) -> Self:
        if self.scale is not None and not self.answers:
            return self  # as above
        limits = [answer.below for answer in self.answers]
        if self.bands_of is None:
            if any(limit is not None for limit in limits):
                raise RuleError(msg("Only the answers of a question with bands_of have a limit below"))
            return self
        if self.type != "scale" or self.column or self.asked_if or self.groups_of:
            raise RuleError(msg("A question with bands_of is a scale, and has no column or asked_if of its own"))
        known = [limit for limit in limits[:-1] if limit is not None]
        kinds = {isinstance(limit, datetime.date) for limit in known}
        rising = len(kinds) == 1 and all(low < high for low, high in pairwise(known))  # type: ignore[operator]
        if len(known) < len(limits) - 1 or limits[-1] is not None or not rising:
            raise RuleError(msg("Each band but the last needs its limit below, in rising order"))
        return self

    @model_validator(mode="after")
    def _groups(self) -> Self:
        parts = [code for answer in self.answers for code in answer.of]
        if self.groups_of is None:
            if parts:
                raise RuleError(msg("Only the answers of a question with groups_of have parts under of"))
            return self
        if self.type not in ("single", "scale") or self.column or self.asked_if:
            raise RuleError(msg("A question with groups_of is a single choice or a scale without column or asked_if"))
        if len(set(parts)) < len(parts) or not all(answer.of for answer in self.answers):
            raise RuleError(msg("Each group names its answers under of, each answer once"))
        return self

    @model_validator(mode="after")
    def _waves_once(self) -> Self:
        waves = [comparison.wave for comparison in self.comparable]
        if len(set(waves)) < len(waves):
            raise RuleError(msg("comparable names a wave twice"))
        return self
