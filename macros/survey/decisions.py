"""What a person decided against a rule: what was let through, why, by whom and when.

Belongs here: the shape and reading of a list of exceptions. Does not: the rules that they are exceptions from.
"""

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import Field

from macros.errors import Place, ReportError
from macros.survey.model_problems import validate
from macros.survey.part import Part
from macros.survey.text_file import relative
from macros.survey.yaml_file import read_yaml

_Said = Annotated[str, Field(min_length=1)]


class Waiver(Part):
    """One thing that was let through: `finding` is the words in which the rule named it."""

    finding: _Said
    reason: _Said
    by: _Said = Field(description="Name of who decided it")
    date: datetime.date


class Decisions(Part):
    """All of a file of decisions."""

    exceptions: list[Waiver] = Field(default_factory=list)


@dataclass(frozen=True)
class Let:
    """An exception with its place in the file."""

    finding: str
    place: Place


def read_decisions(path: Path, root: Path) -> tuple[Let, ...]:
    """What was let through; nothing where there is no file.

    Raises:
        ReportError: the file is not as it should be, such as an exception without a reason or a name.
    """
    if not path.is_file():
        return ()
    file = read_yaml(path, root)
    decisions, problems = validate(Decisions, file)
    if decisions is None:
        raise ReportError(problems)
    return tuple(
        Let(exception.finding, file.place(("exceptions", at))) for at, exception in enumerate(decisions.exceptions)
    )


def empty_decisions(path: Path, root: Path) -> str:
    """The text of a file in which nothing was decided yet."""
    return (
        f"# {relative(path, root)}: what a person let through against a rule. One entry each:\n"
        "#   - {finding: the words of the message, reason: why, by: name, date: 2020-06-01}\n"
        "exceptions: []\n"
    )
