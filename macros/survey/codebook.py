"""The codebook: what `survey.yml` may say about a survey, as one frozen model.

Belongs here: the shape of the whole and the rules that hold between its parts. Does not: a question's own rules
(`question.py`), reading files (`codebook_file.py`), respondents' answers (`responses.py`) or any number.
"""

import datetime
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from macros.language.message import msg
from macros.survey.answer import Answer, Missing
from macros.survey.correction import Correction
from macros.survey.design import Design, Period, Population
from macros.survey.model_problems import RuleError
from macros.survey.part import Identifier, Part, Text
from macros.survey.question import Question

Encoding = Literal["utf-8", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1", "mac-roman"]
Engine = Literal["pandas", "duckdb", "polars", "pyspark"]


class Disclosure(Part):
    """The rules that protect respondents; defaults in the house rules of the method page."""

    min_cell: Annotated[int, Field(ge=1)] = 5
    min_base: Annotated[int, Field(ge=1)] = 10
    min_base_yes_no: Annotated[int, Field(ge=1)] = 5
    singletons: bool = True
    coalition: Annotated[int, Field(ge=1, le=3)] = Field(
        1, description="How many respondents of a small cell pool what they know"
    )
    margins_public: bool = Field(
        True, description="Whether people can know how large each group is, as those who know a trade or a place do; "
        "counts where the whole population is in the survey"
    )  # fmt: skip
    merge_small: bool = True
    group_disclosure: bool = Field(
        True, description="A group in which all, or all but one, gave the same answer is unsafe: where the question is "
        "sensitive or the group is small"
    )  # fmt: skip
    zero_safe: bool = Field(True, description="Whether nobody's answer tells nothing; never so of a sensitive question")
    p_percent: Annotated[float, Field(gt=0, le=100)] | None = Field(
        15, description="A mean is unsafe where the second largest can tell the largest this closely"
    )
    dominance: tuple[Annotated[int, Field(ge=1, le=3)], Annotated[float, Field(gt=0, le=100)]] | None = Field(
        (2, 85), description="A mean is unsafe where this many make up more than this percent of it"
    )
    forbidden: list[tuple[Identifier, Identifier]] = Field(
        default_factory=list, description="Pairs of a question and a grouping that are never shown together"
    )


class Only(Part):
    """Which rows of a file with several waves belong to this survey."""

    column: str = Field(description="The column that names the wave")
    values: Annotated[list[str], Field(min_length=1)] = Field(description="What it says in this survey's rows")


class Codebook(Part):
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
    sheet: str | None = Field(None, description="Name of the sheet in a workbook; the first when not given")
    header_rows: Annotated[int, Field(ge=1, le=3)] = Field(1, description="Rows at the top that name the columns")
    engine: Engine = Field("pandas", description="What counts the rows; the others do not load the file whole")
    delimiter: Literal[",", ";", "\t", "|"] | None = None
    decimal: Literal[",", "."] = "."
    missing: Missing = Missing()
    identifier: str | None = Field(None, description="Column that names the respondent; never published")
    only: Only | None = None
    ignore: list[str] = Field(default_factory=list, description="Columns of the file that are left out")
    disclosure: Disclosure = Disclosure()
    publish_rows: bool = Field(False, description="Whether the answers themselves may lie in git, where all can read")
    publish_rows_reason: Text | None = Field(None, description="Why they may: who consented, or what makes them safe")
    limitations: Text | None = None
    corrections: list[Correction] = Field(default_factory=list, description="Known errors of the source")
    scales: dict[Identifier, Annotated[list[Answer], Field(min_length=2)]] = Field(
        default_factory=dict, description="Answers that several questions share, by a name for scale:"
    )
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
        if len(set(ids)) < len(ids):
            raise RuleError(msg("Two questions have the same id"))
        rules = self.disclosure  # the least that protects anybody: the usual threshold in official statistics
        if self.status == "real" and (rules.min_cell < 3 or min(rules.min_base, rules.min_base_yes_no) < 5):  # noqa: PLR2004
            raise RuleError(msg("Real answers need a min_cell of 3 and a min_base of 5 at least"))
        if self.publish_rows != (self.publish_rows_reason is not None):
            raise RuleError(msg("publish_rows: true and publish_rows_reason belong together"))
        if self.publish_rows and self.kind != "responses":
            raise RuleError(msg("Only a survey of kind responses has rows to publish"))
        if self.design.kind == "census" and self.population.size is None:
            raise RuleError(msg("Design {design} needs the population's size", design=self.design.kind))
        return self

    @model_validator(mode="after")
    def _derived(self) -> Self:
        grids: dict[str, list[Answer]] = {}
        for at, question in enumerate(self.questions):
            self._derived_from_earlier(question, {known.id: known for known in self.questions[:at]})
            if question.grid is not None and question.answers:
                codes = [answer.code for answer in grids.setdefault(question.grid, question.answers)]
                if codes != [answer.code for answer in question.answers]:
                    raise RuleError(msg("{question}: the rows of a grid have the same answers", question=question.id))
        return self

    def _derived_from_earlier(self, question: Question, earlier: dict[str, Question]) -> None:
        sources = {
            "bands_of": (question.bands_of, ("number", "date")),
            "groups_of": (question.groups_of, ("single", "scale")),
            "coded_from": (question.coded_from, ("text",)),
        }
        for key, (source, types) in sources.items():
            if source is None:
                continue
            if source not in earlier or earlier[source].type not in types or self.kind != "responses":
                raise RuleError(
                    msg(
                        "{question}: {key} must name an earlier question of type {types}",
                        question=question.id, key=key, types=", ".join(types),
                    )
                )  # fmt: skip
            if key == "bands_of":
                _same_kind(question, earlier[source])
            elif key == "groups_of":
                _grouped_whole(question, earlier[source])

    @model_validator(mode="after")
    def _margins(self) -> Self:
        for margin in self.design.calibrate:
            question = self.question(margin.question)
            if question is None or question.type not in ("single", "scale"):
                raise RuleError(msg("calibrate: {question} is no single choice or scale", question=margin.question))
            if set(margin.totals) != {answer.code for answer in question.answers}:
                raise RuleError(msg("calibrate: totals of {question} must name each answer", question=margin.question))
        sizes = [sum(margin.totals.values()) for margin in self.design.calibrate]
        if sizes and max(sizes) - min(sizes) > max(sizes) * 1e-9:
            raise RuleError(msg("calibrate: the totals of all questions must add up to the same population"))
        return self

    @model_validator(mode="after")
    def _about_respondents(self) -> Self:
        if self.kind != "responses" and (self.corrections or self.only or self.identifier or self.design.columns):
            raise RuleError(
                msg("Only a survey of kind responses has corrections, only, identifier or columns of a design")
            )
        asked = {question.id for question in self.questions if not question.derived}
        for correction in self.corrections:
            if correction.question not in asked:
                raise RuleError(msg("A correction names {question}, which is not asked", question=correction.question))
            if correction.respondent is not None and self.identifier is None:
                raise RuleError(msg("A correction by respondent needs identifier"))
        if self.identifier is None and any(question.coded_from for question in self.questions):
            raise RuleError(msg("Coding by hand needs identifier"))
        return self


def _same_kind(bands: Question, source: Question) -> None:
    """Limits of a date's bands are dates, of a number's numbers; a question whose scale is not here yet has none."""
    kinds = {isinstance(answer.below, datetime.date) for answer in bands.answers if answer.below is not None}
    if kinds and kinds != {source.type == "date"}:
        raise RuleError(msg("{question}: the limits below are dates for a date, else numbers", question=bands.id))


def _grouped_whole(groups: Question, source: Question) -> None:
    """Every answer of the source is in a group: who gave one that is not would be lost without a word."""
    parts = {code for answer in groups.answers for code in answer.of}
    known = {answer.code for answer in source.answers}
    if not parts or not known:
        return  # checked again when its scale's answers stand here
    if parts - known:
        raise RuleError(msg("{question}: of names an answer that is not there", question=groups.id))
    if lost := [answer.code for answer in source.answers if answer.code not in parts]:
        raise RuleError(msg("{question}: no group has {answers}", question=groups.id, answers=", ".join(lost)))
