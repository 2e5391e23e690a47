"""The codebook: what `survey.yml` may say about a survey, as one frozen model.

Belongs here: the shape and the rules that hold inside one codebook. Does not: reading files
(`codebook_file.py`), respondents' answers (`responses.py`) or any number.
"""

import datetime
from itertools import pairwise
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from macros.language.message import msg
from macros.survey.model_problems import RuleError

Identifier = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]*$", max_length=60)]
Text = str | dict[Literal["sv", "en"], str]
QuestionType = Literal["single", "scale", "multiple", "number", "text"]
MissingKind = Literal["no_answer", "dont_know", "refused", "not_applicable"]
Encoding = Literal["utf-8", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1", "mac-roman"]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


class Answer(_Part):
    """One allowed answer: its code, the words shown, and the words in the file when they differ."""

    code: Identifier
    label: Text
    in_file: list[str] = Field(
        default_factory=list, description="Spellings in the CSV; the label and the code always count"
    )
    side: Literal["negative", "neutral", "positive"] | None = Field(None, description="Which end of an ordered scale")
    below: float | None = Field(None, description="Of a band: the values under this limit and not under the one before")
    exclusive: bool = Field(False, description="Multiple choice: cannot be ticked together with another answer")


class Merge(_Part):
    """Neighbouring answers that may be shown as one where they are too few apart."""

    code: Identifier
    label: Text
    of: Annotated[list[Identifier], Field(min_length=2)]
    side: Literal["negative", "neutral", "positive"] | None = None


class Missing(_Part):
    """Spellings in the file that are no answer, by kind."""

    no_answer: list[str] = Field(default_factory=lambda: [""])
    dont_know: list[str] = Field(default_factory=list)
    refused: list[str] = Field(default_factory=list)
    not_applicable: list[str] = Field(default_factory=list)


class Comparison(_Part):
    """Whether a question's answers can be compared with those of another wave; unless this is said, they cannot."""

    wave: Identifier = Field(alias="with", description="Id of the other survey, which asks a question of the same id")
    how: Literal["same", "bridged", "broken"] = Field(
        description="same: nothing differs; bridged: something does, and they can be compared all the same; "
        "broken: they cannot"
    )
    reason: Text | None = Field(None, description="What differs, for the reader; needed unless how is same")

    @model_validator(mode="after")
    def _reasoned(self) -> Self:
        if self.how != "same" and not self.reason:
            raise RuleError(msg("A comparison that is {how} needs a reason", how=self.how))
        return self


class Question(_Part):
    """One question as it was asked, with its allowed answers in their order."""

    id: Identifier
    type: QuestionType
    text: Text = Field(description="The question as asked, word for word")
    label: Text | None = Field(None, description="Short name for tables and menus")
    column: str | None = Field(None, description="Header in the CSV; the id when not given")
    columns: dict[Identifier, str] | None = Field(None, description="Multiple choice with one column an option")
    separator: str | None = Field(None, description="Multiple choice joined in one column")
    answers: list[Answer] = Field(default_factory=list)
    merge: list[Merge] = Field(default_factory=list)
    missing: Missing | None = Field(None, description="Overrides the survey's missing: for this question")
    asked_if: str | None = Field(None, description='Routing, such as: permittering == "ja"')
    unit: Text | None = Field(None, description="Unit of a number")
    minimum: float | None = None
    maximum: float | None = None
    bands_of: Identifier | None = Field(None, description="A scale that groups the values of this earlier number")
    comparable: list[Comparison] = Field(default_factory=list, description="With which other waves, and how")

    @property
    def header(self) -> str:
        """The column's header in the file."""
        return self.column or self.id

    def comparison(self, wave: str) -> Comparison | None:
        """What is said of the comparison with a wave, or None."""
        return next((comparison for comparison in self.comparable if comparison.wave == wave), None)

    @model_validator(mode="after")
    def _whole(self) -> Self:
        codes = [answer.code for answer in self.answers]
        if self.type in ("single", "scale", "multiple"):
            if len(codes) < 2:  # noqa: PLR2004 -- one answer is no choice
                raise RuleError(msg("The question needs at least two answers"))
        elif self.answers or self.merge:
            raise RuleError(msg("A question of type {type} has no answers or merge", type=self.type))
        if len(set(codes)) < len(codes):
            raise RuleError(msg("Two answers have the same code"))
        if self.type != "multiple" and any(answer.exclusive for answer in self.answers):
            raise RuleError(msg("Only an answer to a multiple choice can be exclusive"))
        if self.type == "multiple" and (self.columns is None) == (self.separator is None):
            raise RuleError(msg("Multiple choice needs either columns or separator"))
        if self.columns is not None and set(self.columns) != set(codes):
            raise RuleError(msg("columns must name each answer once"))
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
    def _bands(self) -> Self:
        limits = [answer.below for answer in self.answers]
        if self.bands_of is None:
            if any(limit is not None for limit in limits):
                raise RuleError(msg("Only the answers of a question with bands_of have a limit below"))
            return self
        if self.type != "scale" or self.column or self.asked_if:
            raise RuleError(msg("A question with bands_of is a scale, and has no column or asked_if of its own"))
        known = [limit for limit in limits[:-1] if limit is not None]
        rising = all(low < high for low, high in pairwise(known))
        if len(known) < len(limits) - 1 or limits[-1] is not None or not rising:
            raise RuleError(msg("Each band but the last needs its limit below, in rising order"))
        return self

    @model_validator(mode="after")
    def _waves_once(self) -> Self:
        waves = [comparison.wave for comparison in self.comparable]
        if len(set(waves)) < len(waves):
            raise RuleError(msg("comparable names a wave twice"))
        return self


class Period(_Part):
    """First and last day in the field."""

    first: datetime.date = Field(alias="from")
    last: datetime.date = Field(alias="to")

    @model_validator(mode="after")
    def _forwards(self) -> Self:
        if self.last < self.first:
            raise RuleError(msg("The fieldwork ends before it begins"))
        return self


class Population(_Part):
    """Who the survey is about; `size` is the number of units in the frame."""

    label: Text
    size: Annotated[int, Field(ge=1)] | None = None
    one: Text = Field(description="A unit, as in: 1 företag")
    many: Text = Field(description="Units, as in: 62 företag")


class Design(_Part):
    """How the units came in. Without a design nothing is claimed about anybody but those who answered."""

    kind: Literal["census", "srs", "nonprobability"] = "nonprobability"
    reason: Text | None = Field(None, description="Why no interval can be given, for nonprobability")


class Disclosure(_Part):
    """The rules that protect respondents; defaults in the house rules of the method page."""

    min_cell: Annotated[int, Field(ge=1)] = 5
    min_base: Annotated[int, Field(ge=1)] = 10
    min_base_yes_no: Annotated[int, Field(ge=1)] = 5
    singletons: bool = True
    merge_small: bool = True


class Codebook(_Part):
    """All that is known about one survey except its answers."""

    id: Identifier
    status: Literal["example", "real"]
    kind: Literal["responses", "counts", "published"]
    title: Text
    wave: Text | None = Field(None, description="Short name among the waves of one survey, such as: våren 2020")
    publisher: Text
    conductor: Text | None = None
    population: Population
    fieldwork: Period | None = None
    mode: Text | None = None
    design: Design = Design()
    files: Annotated[list[str], Field(min_length=1)]
    encoding: Encoding | None = Field(None, description="Only when the files are not UTF-8")
    delimiter: Literal[",", ";", "\t", "|"] | None = None
    decimal: Literal[",", "."] = "."
    missing: Missing = Missing()
    identifier: str | None = Field(None, description="Column that names the respondent; never published")
    ignore: list[str] = Field(default_factory=list, description="Columns of the file that are left out")
    disclosure: Disclosure = Disclosure()
    limitations: Text | None = None
    questions: Annotated[list[Question], Field(min_length=1)]

    def question(self, id: str) -> Question | None:
        """The question of that id, or None."""
        return next((q for q in self.questions if q.id == id), None)

    def missing_of(self, question: Question) -> Missing:
        """The spellings of no answer that hold for a question."""
        return question.missing or self.missing

    @model_validator(mode="after")
    def _whole(self) -> Self:
        ids = [question.id for question in self.questions]
        for at, question in enumerate(self.questions):
            earlier = {known.id for known in self.questions[:at] if known.type == "number"}
            if question.bands_of is not None and (question.bands_of not in earlier or self.kind != "responses"):
                raise RuleError(msg("{question}: bands_of must name an earlier number question", question=question.id))
        if len(set(ids)) < len(ids):
            raise RuleError(msg("Two questions have the same id"))
        rules = self.disclosure  # the least that protects anybody: the usual threshold in official statistics
        if self.status == "real" and (rules.min_cell < 3 or min(rules.min_base, rules.min_base_yes_no) < 5):  # noqa: PLR2004
            raise RuleError(msg("Real answers need a min_cell of 3 and a min_base of 5 at least"))
        if self.design.kind in ("census", "srs") and self.population.size is None:
            raise RuleError(msg("Design {design} needs the population's size", design=self.design.kind))
        return self


def in_language(text: Text, code: str) -> str:
    """Pick the words of a language; the first given when that one is lacking.

    >>> in_language({"sv": "Ja", "en": "Yes"}, "en")
    'Yes'
    """
    return text if isinstance(text, str) else text.get(code) or next(iter(text.values()))  # type: ignore[call-overload]
