"""A column of an export, as the tool that wrote it names it.

Belongs here: the column and what a kind of export is. Does not: any tool's own way to name (`limesurvey.py` and its
neighbours), what the cells say (`values.py`, `sets.py`).
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from macros.survey.sheet import Sheet

Role = Literal["question", "identifier", "metadata", "time", "weight", "written"]
Part = Literal["whole", "option", "row", "rank", "unknown"]


@dataclass(frozen=True)
class Column:
    """One column: what it is for, and the question that it belongs to.

    Attributes:
        position: 0-based place in the sheet.
        name: the sheet's unique name of it.
        role: `time` is metadata that holds when somebody answered; `written` is the words beside an option "Other".
        code: the question's code in the tool, where it has one.
        text: the question as asked, where the file says it.
        item: the label of the option, row or rank, where the column is one of several.
        item_code: its code in the tool.
        part: what the column is of its question, as far as the header tells.
    """

    position: int
    name: str
    role: Role = "question"
    code: str | None = None
    text: str | None = None
    item: str | None = None
    item_code: str | None = None
    part: Part = "unknown"

    @property
    def key(self) -> str:
        """What columns of one question have in common."""
        return self.code or self.text or self.name

    def as_role(self, role: Role) -> "Column":
        """The same column for another use."""
        return replace(self, role=role)


@dataclass(frozen=True)
class Export:
    """A kind of export.

    Attributes:
        tool: its name on the command line.
        recognises: how sure it is that a sheet is of its kind: 0 not at all, 1 as good as any other table, 100 quite.
        columns: the sheet's columns in their order, one for each name.
        separators: what it writes between several answers in one cell, the likeliest first.
        marks_unseen: whether it writes a code such as "N/A" where a question was not shown.
    """

    tool: str
    recognises: Callable[[Sheet], int]
    columns: Callable[[Sheet], tuple[Column, ...]]
    separators: tuple[str, ...] = ()
    marks_unseen: bool = False
