"""What a reader of `tables.json` is told: tables, rows, rules, and nothing else of where they came from.

Belongs here: the shape of that file as an outsider reads it. Does not: writing it (`publish/downloads.py`), or what
follows from it (`told_relations.py`).
"""

from functools import cached_property

from pydantic import BaseModel, ConfigDict, TypeAdapter, field_validator

from macros.survey.merge import ANSWERS

MIN_CELL = 5
"""The minimum count where a table does not say which it keeps.

Source: statistics.md 6.6.
"""
MIN_BASE = 10
_KIND = "__"


class ToldRow(BaseModel):
    """One row; a number that is withheld, or that somebody struck out, is None."""

    model_config = ConfigDict(frozen=True)

    group: dict[str, str | None] = {}
    answer: str | None = None
    statistic: str = "share"
    status: str = "ok"
    n: int | None = None
    base: int | None = None
    percent: float | None = None
    percent_exact: float | None = None

    @cached_property
    def place(self) -> str | None:
        """The group's code; None for the total."""
        return next(iter(self.group.values()), None)

    @cached_property
    def kind(self) -> bool:
        """Whether this counts those who gave no answer, by kind."""
        return (self.answer or "").startswith(_KIND)

    @cached_property
    def count(self) -> int | None:
        """The count that the row tells, itself or as an unrounded share; a group that says it is empty tells zero."""
        if self.status == "no_base":
            return 0
        if self.n is None and self.percent_exact is not None and self.base:
            return round(self.percent_exact * self.base / 100)
        return self.n


class ToldTable(BaseModel):
    """One table, by nothing or by one grouping.

    Attributes:
        merged: for each grouping's id or "answer", what each merged code stands for.
        rules: names of the rules, two of them with their minimum.
        asked_of: the answers to another question whose givers, and nobody else, were asked.
    """

    model_config = ConfigDict(frozen=True)

    survey: str
    question: str
    type: str
    by: list[str] = []
    rows: list[ToldRow]
    merged: dict[str, dict[str, list[str]]] = {}
    rules: list[str] = []
    asked_of: dict[str, list[str]] = {}

    @field_validator("rows")
    @classmethod
    def _counts(cls, rows: list[ToldRow]) -> list[ToldRow]:
        """What counts units: a quartile is told only where many stand behind it, and adds up to nothing."""
        return [row for row in rows if row.statistic != "quartile"]

    @cached_property
    def key(self) -> str:
        """The table's address, as the site writes it."""
        return "--".join((self.survey, self.question, *self.by))

    @cached_property
    def questions(self) -> frozenset[str]:
        """The question, and its grouping where there is one."""
        return frozenset((self.question, *self.by))

    @cached_property
    def min_cell(self) -> int:
        """A count of 1 to min_cell - 1 may not be told."""
        return self._minimum("min_cell", MIN_CELL)

    @cached_property
    def min_base(self) -> int:
        """A base of 1 to min_base - 1 may not be told."""
        return self._minimum("min_base", MIN_BASE)

    @cached_property
    def ours(self) -> bool:
        """Whether the numbers are our own; what others have published is public already."""
        return not any(row.statistic == "published" for row in self.rows)

    def parts(self, code: str, variable: str = ANSWERS) -> tuple[str, ...]:
        """The codes of the codebook that a printed answer or group stands for."""
        return tuple(self.merged.get(variable, {}).get(code, (code,)))

    def blank(self) -> "ToldTable":
        """The table with none of its numbers but those of silence by kind, which are decided before all others."""
        rows = [
            row if row.kind else ToldRow(group=row.group, answer=row.answer, status="suppressed") for row in self.rows
        ]
        return self.model_copy(update={"rows": rows})

    def _minimum(self, rule: str, default: int) -> int:
        given = [name.rpartition(" ")[2] for name in self.rules if name.startswith(rule)]
        return next((int(number) for number in given if number.isdigit()), default)


_TABLES = TypeAdapter(list[ToldTable])


def told_tables(text: str | bytes) -> tuple[ToldTable, ...]:
    """Read a `tables.json`; tables of others' figures are left out, since nothing in them is ours to keep.

    Raises:
        pydantic.ValidationError: for a file of another shape, a `ValueError`.

    >>> told_tables('[{"survey": "s", "question": "q", "type": "single", "rows": [{"n": 12}]}]')[0].rows[0].count
    12
    """
    return tuple(table for table in _TABLES.validate_json(text) if table.ours)
