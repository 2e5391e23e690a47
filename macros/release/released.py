"""A released table: the only thing that report, renderers and pages ever get to see.

Every number in it was rounded once, here in `release`, to the step that is published, and identifies nobody.
Made in `disclosure.py`, `published.py` and `sealed.py` and nowhere else: a `Released` without their stamp
cannot be made.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from macros.estimate.estimates import Method
from macros.release.coded import Coded
from macros.release.reliability import WITHOUT_CHANCE, Flag
from macros.survey.codebook import Codebook
from macros.survey.question import Question
from macros.survey.tabulation import Group

Status = Literal["ok", "suppressed", "no_base"]
_STAMP = object()


@dataclass(frozen=True)
class Category:
    """An answer or group as it is released: alone, or standing for those that were merged into it."""

    code: str
    label: str
    of: tuple[str, ...] = ()
    side: Literal["negative", "neutral", "positive"] | None = None


@dataclass(frozen=True)
class Row:
    """One released number. Every number field is None unless status is `ok`.

    Attributes:
        group: codes for the table's groupings, None for the total.
        answer: code, missing kind (`__no_answer__` …), which quartile, or None for the base row.
        value: the statistic as published: percent for a share, the number itself for the others.
        n, base: counts of units; percent, low, high: 0 to 100, rounded (a mean's low and high in its unit).
        flags: why the number is to be read with care; none on a number that is not shown.
    """

    group: Group
    answer: str | None
    label: str
    statistic: Literal["share", "share_of_answers", "count", "mean", "quartile", "published"]
    status: Status
    value: float | None = None
    n: int | None = None
    base: int | None = None
    percent: float | None = None
    low: float | None = None
    high: float | None = None
    flags: tuple[Flag, ...] = ()

    @property
    def balance(self) -> bool:
        """Whether it is a net balance: a difference of shares, and so of no answer, as a base is."""
        return self.answer is None and self.statistic == "share"

    @property
    def uncertain(self) -> bool:
        """Whether the number may carry no heading, and no sentence that does not say so."""
        return bool({"wide", "df", "uncomputed"} & set(self.flags))


@dataclass(frozen=True)
class Citation:
    """Where somebody else's figure was published."""

    publisher: str
    title: str
    published: str
    url: str
    note: str = ""


@dataclass(frozen=True)
class Released:
    """One released table with all that a reader needs to judge it.

    Attributes:
        by: the groupings' questions, empty for a one-way table; a published series has `series` instead.
        answers, groups: categories in order, as released (after merging); `groups` by grouping's id.
        merged: for each grouping's id or "answer", what each merged code stands for.
        rules: names of the rules that were applied.
        method: why there is an interval, or why there is none.
        methods: how the intervals of its rows were made, each way once.
        effective: how many answers of equal weight the total's answers are worth, whole; None without weights.
        blank: how many of those asked gave no answer, where that is more than three in ten.
        asked, answered: units asked and units that answered, of the total.
        nets: of the same groups, the share of answers that the codebook's `merge:` names together, and with `answer`
            None the net balance in percentage points; none of a table whose rows would not tell them.
        citations: for a published table, its source by period.
        coded: for answers coded by hand, how far that got, of the total.
    """

    codebook: Codebook
    question: Question
    by: tuple[Question, ...]
    rows: tuple[Row, ...]
    answers: tuple[Category, ...]
    groups: Mapping[str, tuple[Category, ...]]
    merged: Mapping[str, Mapping[str, tuple[str, ...]]]
    rules: tuple[str, ...]
    method: Method
    asked: int | None
    answered: int | None
    nets: tuple[Row, ...] = ()
    citations: Mapping[str, Citation] = field(default_factory=dict)
    coded: Coded | None = None
    methods: tuple[Method, ...] = ()
    effective: int | None = None
    blank: int | None = None
    stamp: object = field(default=None, repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.stamp is not _STAMP:
            raise TypeError("a Released is made by disclosure control, published figures or sealed tables only")

    def row(self, group: Group, answer: str | None) -> Row:
        """The one row of a group and answer.

        Raises:
            KeyError: when there is none.
        """
        for row in self.rows:
            if row.group == group and row.answer == answer:
                return row
        raise KeyError((group, answer))

    def citation(self, row: Row) -> Citation:
        """Where a row of a published table was published.

        Raises:
            KeyError: when the row is not of this table, or the table is of a survey of our own.
        """
        key = "|".join(str(code) for code in row.group)
        return self.citations.get(f"{key}|{row.answer}") or self.citations[key]

    @property
    def weighted(self) -> bool:
        """Whether a share is more than its count of its base."""
        design = self.codebook.design
        return design.weight is not None or design.stratum is not None or bool(design.calibrate)

    @property
    def sample(self) -> bool:
        """Whether chance decided whose answers these are, so that a number of the population has an interval."""
        return self.codebook.kind != "published" and self.method not in WITHOUT_CHANCE

    @property
    def variables(self) -> tuple[str, ...]:
        """Ids of the groupings, `period` for a published series among them."""
        return tuple(self.groups)
