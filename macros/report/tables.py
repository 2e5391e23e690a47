"""A table as a page shows it: lines, columns and cells of released rows, without a tag.

Belongs here: which released row stands where. Does not: how a number is written or a table looks (`render`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from macros.language.message import Message, msg
from macros.release.nets import balance as net_balance
from macros.release.nets import steps_together
from macros.release.released import Category, Released, Row
from macros.report.address import Address
from macros.survey.part import in_language
from macros.survey.tabulation import KINDS, Group

MOST_COLUMNS = 5  # answers side by side in a table; more are wider than a page
Shown = Literal["percent", "n", "value", "interval"]
INTERVAL = msg("95 % interval")
MISSING_WORDS = {
    "__no_answer__": msg("No answer"),
    "__dont_know__": msg("Don't know"),
    "__refused__": msg("Declined to answer"),
    "__not_applicable__": msg("Not applicable"),
    "__not_asked__": msg("Not asked"),
    "__uncoded__": msg("Not coded"),
}


@dataclass(frozen=True)
class Cell:
    """One place in a table: a released row, and which of its numbers is shown there.

    Attributes:
        interval: whether its interval stands with it, where columns of their own would be too many.
    """

    row: Row
    shown: Shown
    interval: bool = False


@dataclass(frozen=True)
class Line:
    """A line of the table; `rank` sets totals and bases apart."""

    label: Message | str
    cells: tuple[Cell | None, ...]
    rank: Literal["total", "group", "answer", "net", "base", "missing"]


@dataclass(frozen=True)
class Table:
    """A table twin: its address, its released table, and what stands where."""

    address: Address
    released: Released
    caption: Message
    corner: Message | str
    columns: tuple[Message | str, ...]
    lines: tuple[Line, ...]

    def __post_init__(self) -> None:
        if not isinstance(self.released, Released):
            raise TypeError(f"only released tables are shown, not {type(self.released).__name__}")

    @property
    def withheld(self) -> bool:
        """Whether any answer's share is suppressed."""
        return any(row.status == "suppressed" for row in self.released.rows if row.statistic == "share")


def make_table(address: Address, released: Released, language: str, *, balance: bool = False) -> Table:
    """Lay out a released table: answers down when one-way, groups down otherwise, periods down when published.

    Args:
        balance: whether a one-way table has a line for its net balance.
    """
    if released.codebook.kind == "published":
        return _published(address, released, language)
    if released.question.type == "number":
        return _means(address, released, language)
    if released.by:
        return _by_group(address, released, language)
    return _one_way(address, released, language, net_balance(released, ()) if balance else None)


def question_label(released: Released, language: str) -> str:
    """The question's short name, or its text when it has none."""
    return in_language(released.question.label or released.question.text, language)


def name_inside(released: Released, language: str) -> str:
    """The question's short name where a sentence goes on after it, so without a sign of its own at the end."""
    return question_label(released, language).rstrip("?!. ")


def in_unit(released: Released, language: str, before: str = ", ") -> str:
    """The unit of a number question after what is counted in it, or nothing where none is given."""
    return f"{before}{in_language(released.question.unit, language)}" if released.question.unit else ""


def group_labels(released: Released, language: str) -> dict[Group, Message | str]:
    """Each group's name, the total first."""
    many = in_language(released.codebook.population.many, language)
    labels: dict[Group, Message | str] = {(None,) * len(released.variables): msg("All {units}", units=many)}
    if len(released.variables) == 1:
        labels |= {(category.code,): category.label for category in released.groups[released.variables[0]]}
    return labels


def _one_way(address: Address, released: Released, language: str, balance: Row | None) -> Table:
    interval = released.sample
    lines = [
        Line(answer.label, _share_cells(released.row((), answer.code), interval=interval), "answer")
        for answer in released.answers
    ]
    lines += [_net(row, interval=interval) for row in steps_together(released)]
    if balance is not None and balance.status == "ok":
        cells = (Cell(balance, "value"), None, *((Cell(balance, "interval"),) if interval else ()))
        lines.append(Line(msg("Net balance, percentage points"), cells, "net"))
    base = Cell(released.row((), None), "n")
    lines.append(Line(msg("Number of answers (n)"), _padded(base, interval=interval), "base"))
    for kind in KINDS:
        row = next((row for row in released.rows if row.answer == kind), None)
        if row is not None and (row.n or row.status == "suppressed"):
            lines.append(Line(MISSING_WORDS[kind], _padded(Cell(row, "n"), interval=interval), "missing"))
    columns: tuple[Message, ...] = (msg("Percent"), msg("Number"))
    columns = (*columns, INTERVAL) if interval else columns
    caption = msg("{label}. Percent of those who answered, and number.", label=name_inside(released, language))
    return Table(address, released, caption, msg("Answer"), columns, tuple(lines))


def _net(row: Row, *, interval: bool) -> Line:
    """Steps of a scale together, so that whoever reads of them in a sentence finds them here."""
    return Line(msg("{answer}, in all", answer=row.label), _share_cells(row, interval=interval), "net")


def _share_cells(row: Row, *, interval: bool) -> tuple[Cell | None, ...]:
    cells = (Cell(row, "percent"), Cell(row, "n"))
    return (*cells, Cell(row, "interval")) if interval else cells


def _padded(cell: Cell, *, interval: bool) -> tuple[Cell | None, ...]:
    return (None, cell, None) if interval else (None, cell)


def _by_group(address: Address, released: Released, language: str) -> Table:
    by = in_language(released.by[0].label or released.by[0].text, language)
    caption = msg(
        "{label}, by {by}. Percent of those who answered in each group.",
        label=name_inside(released, language),
        by=by.lower(),
    )
    if released.sample:
        caption = msg(
            "{label}, by {by}. Percent of those who answered in each group, and 95 % interval.",
            label=name_inside(released, language),
            by=by.lower(),
        )
    labels = group_labels(released, language)
    if len(released.answers) > max(MOST_COLUMNS, len(labels)):
        return Table(address, released, caption, msg("Answer"), tuple(labels.values()), _answers_down(released, labels))
    lines = []
    for group, label in labels.items():
        cells = [Cell(released.row(group, None), "n")]
        cells += [_share(released, group, answer.code) for answer in released.answers]
        lines.append(Line(label, tuple(cells), "total" if set(group) == {None} else "group"))
    columns: tuple[Message | str, ...] = (msg("Number of answers (n)"), *(answer.label for answer in released.answers))
    return Table(address, released, caption, by, columns, tuple(lines))


def _share(released: Released, group: Group, answer: str) -> Cell:
    return Cell(released.row(group, answer), "percent", interval=released.sample)


def _answers_down(released: Released, labels: Iterable[Group]) -> tuple[Line, ...]:
    """Groups side by side, where so many answers side by side would be wider than a page."""
    lines = [
        Line(answer.label, tuple(_share(released, group, answer.code) for group in labels), "answer")
        for answer in released.answers
    ]
    bases = tuple(Cell(released.row(group, None), "n") for group in labels)
    return (*lines, Line(msg("Number of answers (n)"), bases, "base"))


def _means(address: Address, released: Released, language: str) -> Table:
    lines = []
    for group, label in group_labels(released, language).items():
        row = released.row(group, None)
        cells = (Cell(row, "n"), Cell(row, "value"), *((Cell(row, "interval"),) if released.sample else ()))
        cells += tuple(Cell(part, "value", interval=released.sample) for part in quartiles(released, group))
        lines.append(Line(label, cells, "group" if any(group) else "total"))
    corner = in_language(released.by[0].label or released.by[0].text, language) if released.by else msg("Group")
    names = [part.label for part in quartiles(released, (None,) * len(released.variables))]
    question = name_inside(released, language)
    named = msg("{label}, by {by}", label=question, by=str(corner).lower()) if released.by else question
    said = {"label": named, "unit": in_unit(released, language)}
    caption = msg("{label}. Mean and quartiles{unit}.", **said) if names else msg("{label}. Mean{unit}.", **said)
    columns = (msg("Number of answers (n)"), msg("Mean"), *((INTERVAL,) if released.sample else ()), *names)
    return Table(address, released, caption, corner, columns, tuple(lines))


def quartiles(released: Released, group: Group) -> tuple[Row, ...]:
    """The quartiles of a group, the lowest first; none of a question that has none."""
    return tuple(row for row in released.rows if row.group == group and row.statistic == "quartile")


def _published(address: Address, released: Released, language: str) -> Table:
    answers: tuple[Category, ...] = released.answers
    groups = dict.fromkeys(row.group for row in released.rows)
    # Where most places of a table would be empty, each figure has a line of its own.
    long = 2 * len(released.rows) < len(groups) * len(answers)
    lines = []
    for group in groups:
        label = ", ".join(
            category.label
            for variable, code in zip(released.variables, group, strict=True)
            for category in released.groups[variable]
            if category.code == code
        )
        rows = {row.answer: row for row in released.rows if row.group == group}
        if long:
            lines += [Line(label, (Cell(row, "value"),), "group") for row in rows.values()]
        else:
            cells = tuple(Cell(rows[a.code], "value") if a.code in rows else None for a in answers)
            lines.append(Line(label, cells, "group"))
    caption = msg("{label}. Percent, as published.", label=name_inside(released, language))
    if any(row.percent is None for row in released.rows):
        caption = msg("{label}. Number, as published.", label=name_inside(released, language))
    corner = msg("Group and time") if len(released.variables) > 1 else msg("Time")
    columns = (msg("As published"),) if long else tuple(answer.label for answer in answers)
    return Table(address, released, caption, corner, columns, tuple(lines))
