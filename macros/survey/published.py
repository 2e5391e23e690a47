"""Figures that somebody else published, as they published them.

Belongs here: reading and checking them cell by cell. Does not: making them `Released` (`release/published.py`).
"""

import datetime
import re
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from macros.errors import Place, Problem, ReportError, nearest
from macros.language.message import Message, msg
from macros.survey.codebook import Codebook
from macros.survey.model_problems import shown
from macros.survey.numeric import read_number
from macros.survey.question import Question
from macros.survey.records import Record
from macros.survey.spelling import every_language, fold, tidy, written
from macros.survey.table_file import TableFile, read_table

COLUMNS = ("question", "answer", "group", "period", "published", "value", "unit", "n", "url", "note")
Unit = Literal["percent", "count"]


@dataclass(frozen=True)
class PublishedFigure:
    """One figure with its source.

    Attributes:
        question, answer: id and code of the codebook.
        group: whom the figure is about, in words.
        period: what it is about in time, as the file says, such as `2020-03-16/2020-03-17`.
        published: year, month or day of publication, `2020-03`.
        value: with exactly the decimals that were published; 0 to 100 when the unit is percent.
        n: the figure's own base, None where the source does not say it.
        url: where it stands, always https.
    """

    question: str
    answer: str
    group: str
    period: str
    published: str
    value: Decimal
    unit: Unit
    n: int | None
    url: str
    note: str


@dataclass(frozen=True)
class Published:
    """A survey of which only published figures are known."""

    codebook: Codebook
    figures: tuple[PublishedFigure, ...]


def read_published(codebook: Codebook, folder: Path, root: Path) -> Published:
    """Read and check all figures of a survey.

    Raises:
        ReportError: with every problem of every file.
    """
    problems: list[Problem] = []
    figures: list[PublishedFigure] = []
    seen: dict[tuple[str, ...], Place] = {}
    for name in codebook.files:
        table = read_table(folder / name, root, codebook, COLUMNS)
        problems += table.problems
        if any(table.position(column) is None for column in COLUMNS):
            continue
        for record in table.records:
            row = _Row(codebook, table, record)
            figure = row.figure()
            problems += row.problems
            if figure is None:
                continue
            place = table.place(record)
            first = seen.setdefault((figure.question, figure.answer, figure.group, figure.period), place)
            if first != place:
                problems.append(Problem(place, msg("The same figure stands at {place}", place=str(first))))
            figures.append(figure)
    if problems:
        raise ReportError(problems)
    return Published(codebook, tuple(figures))


class _Row:
    """One row's cells, read one after the other; what is wrong gathers in `problems`."""

    def __init__(self, codebook: Codebook, table: TableFile, record: Record) -> None:
        self.codebook, self.table, self.record = codebook, table, record
        self.problems: list[Problem] = []

    def figure(self) -> PublishedFigure | None:
        """The figure, or None with at least one problem."""
        question = self._question()
        unit, value = self._unit(), self._value()
        figure = PublishedFigure(
            question=question.id if question else "",
            answer=self._answer(question) if question else "",
            group=self._filled("group"),
            period=self._filled("period"),
            published=self._published(),
            value=value,
            unit=unit,
            n=self._n(),
            url=self._url(),
            note=self._cell("note"),
        )
        if unit == "percent" and not 0 <= value <= 100:  # noqa: PLR2004 -- percent
            self._report("value", msg("{value} is out of range", value=str(value)), msg("a number from 0 to 100"))
        if unit == "count" and (value < 0 or value != value.to_integral_value()):
            self._report("value", msg("{value} is out of range", value=str(value)), msg("a whole number from 0"))
        return None if self.problems else figure

    def _cell(self, column: str) -> str:
        return tidy(self.record.fields[self.table.columns[column]])

    def _report(self, column: str, found: Message, allowed: Message | None = None, hint: Message | None = None) -> None:
        place = self.table.place(self.record, self.table.columns[column])
        self.problems.append(Problem(place, found, allowed, hint))

    def _filled(self, column: str) -> str:
        text = self._cell(column)
        if not text:
            self._report(column, msg("The cell is empty"))
        return text

    def _question(self) -> Question | None:
        text = self._cell("question")
        for question in self.codebook.questions:
            if fold(text) in (fold(question.id), fold(question.header)):
                return question
        known = [question.header for question in self.codebook.questions]
        found = msg("No question {question}", question=shown(text))
        self._report("question", found, msg("one of {choices}", choices=", ".join(known)), nearest(text, known))
        return None

    def _answer(self, question: Question) -> str:
        text = self._cell("answer")
        for answer in question.answers:
            if fold(text) in map(fold, (answer.code, *every_language(answer.label), *answer.in_file)):
                return answer.code
        known = [written(answer) for answer in question.answers]
        found = msg('"{value}" is no answer to {question}', value=shown(text), question=question.id)
        self._report("answer", found, msg("one of {choices}", choices=", ".join(known)), nearest(text, known))
        return ""

    def _unit(self) -> Unit:
        text = fold(self._cell("unit"))
        if text == "percent":
            return "percent"
        if text != "count":
            units = ("percent", "count")
            found = msg('"{value}" is not a unit', value=shown(text))
            self._report("unit", found, msg("one of {choices}", choices=", ".join(units)), nearest(text, units))
        return "count"

    def _value(self) -> Decimal:
        text = self._cell("value")
        value = read_number(text, self.codebook.decimal)
        if value is None:
            self._report("value", msg('"{value}" is not a number', value=shown(text)), msg("a number"))
        return Decimal(0) if value is None else value

    def _n(self) -> int | None:
        text = self._cell("n")
        if text and not re.fullmatch("[1-9][0-9]{0,8}", text):
            allowed = msg("a whole number from 1, or nothing")
            self._report("n", msg('"{value}" is not a number', value=shown(text)), allowed)
            return None
        return int(text) if text else None

    def _published(self) -> str:
        """A year, a month or a day that exists; a source is not always more exact."""
        text = self._cell("published")
        if not _is_date(text):
            found = msg('"{value}" is not a date', value=shown(text))
            self._report("published", found, msg("a date such as 2020-05-11, 2020-05 or 2020"))
        return text

    def _url(self) -> str:
        text = self.record.fields[self.table.columns["url"]].strip()
        try:
            parts = urlsplit(text)
            good = parts.scheme == "https" and parts.hostname and not parts.username and text.isprintable()
        except ValueError:
            good = False
        if not good or re.search(r"[\s\"'<>\\]", text):
            found = msg('"{value}" is not a safe address', value=shown(text))
            self._report("url", found, msg("an address with https://"))
        return text


def _is_date(text: str) -> bool:
    """Whether a text is a year, a month or a day that exists.

    >>> [_is_date(text) for text in ("2020", "2020-02", "2020-02-30")]
    [True, True, False]
    """
    if not re.fullmatch("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", text):
        return False
    first_day = text + "-01-01"[len(text) - len("2020") :]
    try:
        datetime.date.fromisoformat(first_day)
    except ValueError:
        return False
    return True
