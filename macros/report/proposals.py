"""Proposals for action and the figures that speak for them, from `data/proposals.yml`."""

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from macros.errors import Problem, ReportError
from macros.language.message import msg
from macros.report.address import Address
from macros.survey.model_problems import validate
from macros.survey.part import Identifier, Text
from macros.survey.yaml_file import read_yaml

FILE = Path("data") / "proposals.yml"


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Evidence(_Part):
    """A table that speaks for a proposal; with an answer, one number of it."""

    survey: Identifier
    question: Identifier
    by: Identifier | None = None
    answer: Identifier | None = None
    group: Identifier | None = None

    @property
    def address(self) -> Address:
        """The table's address."""
        return Address(self.survey, self.question, (self.by,) if self.by else ())


class Proposal(_Part):
    """One proposal: what, who decides, whom it helps, when, and why we think so."""

    id: Identifier
    title: Text
    what: Text
    who: Text = Field(description="Who decides")
    helps: Text = Field(description="Whom it helps")
    horizon: Text
    evidence: Annotated[list[Evidence], Field(min_length=1)]


class _File(_Part):
    proposals: list[Proposal]


def read_proposals(root: Path) -> tuple[Proposal, ...]:
    """Read the project's proposals; none when there is no file.

    Raises:
        ReportError: all problems of the file, each with its line.
    """
    if not (root / FILE).exists():
        return ()
    file = read_yaml(root / FILE, root)
    read, problems = validate(_File, file)
    proposals = tuple(read.proposals) if read else ()
    seen: set[str] = set()
    for index, proposal in enumerate(proposals):
        if proposal.id in seen:
            place = file.place(("proposals", index, "id"))
            problems.append(Problem(place, msg("two proposals have the id {id}", id=proposal.id)))
        seen.add(proposal.id)
    if problems:
        raise ReportError(problems)
    return proposals
