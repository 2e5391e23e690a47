"""Reads the tables that were sealed where the answers are: a survey without one row of its own.

`sealed.csv` holds a released number a line, `sealed.yml` what is said of each table, with the rules, the date and a
hash of both. Belongs here: their shape, and whether they are as they were written. Does not: making them released
tables (`release/sealed.py`) or writing them (`publish/seal.py`).
"""

import csv
import datetime
import hashlib
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import Field

from macros.errors import Place, Problem, ReportError
from macros.language.message import Message, msg
from macros.survey.codebook import Codebook
from macros.survey.model_problems import validate
from macros.survey.part import Identifier, Part
from macros.survey.quote import Quote
from macros.survey.text_file import read_text, relative
from macros.survey.yaml_file import read_yaml

SEALED_ROWS, SEALED_FACTS, SEALED_DECISIONS = "sealed.csv", "sealed.yml", "sealed.decisions.yml"
_MOST_BYTES = 20_000_000
_JUDGED = {"id", "status", "kind", "design", "missing", "only", "disclosure", "corrections", "scales", "questions"}


class SealedTable(Part):
    """What is said of one sealed table beside its rows; `told` as the released table has it."""

    question: Identifier
    by: list[Identifier]
    told: dict[str, Any]

    @property
    def key(self) -> str:
        """Its name in `sealed.csv`: the question and its groupings."""
        return sealed_key(self.question, tuple(self.by))


class SealedFacts(Part):
    """All of `sealed.yml`.

    Attributes:
        codebook: hash of what the codebook says of questions, design and rules.
        sha256: hash of everything else here and of `sealed.csv`.
    """

    survey: Identifier
    date: datetime.date = Field(description="When the tables were made of the answers")
    language: str
    rules: dict[str, Any] = Field(description="The codebook's disclosure rules at that time")
    codebook: str
    sha256: str = ""
    tables: list[SealedTable]
    changes: dict[str, dict[str, Any]] = Field(default_factory=dict, description="By key; their rows stand in the CSV")
    corrections: list[dict[str, Any]] = Field(default_factory=list)
    quotes: dict[str, str] = Field(default_factory=dict, description="Hash of each quote that a page shows, by its id")

    def digest(self, rows: str) -> str:
        """The hash of these facts and of the text of `sealed.csv`."""
        facts = json.dumps(self.model_dump(mode="json", exclude={"sha256"}), ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(f"{facts}\n{rows}".encode()).hexdigest()


@dataclass(frozen=True)
class Sealed:
    """A survey of which only sealed tables are here.

    Attributes:
        lines: of `sealed.csv`, by column.
        quotes: as `quotes.yml` has them; only those whose hash was sealed were held against the answers.
    """

    codebook: Codebook
    facts: SealedFacts
    lines: tuple[Mapping[str, str], ...] = field(repr=False)
    quotes: tuple[Quote, ...] = ()

    def holds(self, question: str, by: tuple[str, ...]) -> bool:
        """Whether a table was sealed."""
        return sealed_key(question, by) in {table.key for table in self.facts.tables}


def sealed_key(question: str, by: tuple[str, ...]) -> str:
    """How a table is named in the sealed files.

    >>> sealed_key("orderingang", ("storlek",))
    'orderingang by storlek'
    """
    return " by ".join((question, *by))


def seal_again(survey: str) -> Message:
    """Who has to run what."""
    return msg("Whoever has the answers runs: report seal {survey}. Then commit the sealed files.", survey=survey)


def is_sealed(codebook: Codebook, folder: Path) -> bool:
    """Whether the sealed tables are here and none of the answers.

    Args:
        folder: the survey's folder.
    """
    if codebook.kind != "responses" or any((folder / name).exists() for name in codebook.files):
        return False
    return (folder / SEALED_ROWS).is_file() and (folder / SEALED_FACTS).is_file()


def codebook_digest(codebook: Codebook) -> str:
    """A hash of what the numbers and their words rest on; titles, publishers and the like may change after sealing."""
    judged = codebook.model_dump(mode="json", include=_JUDGED) | {"size": codebook.population.size}
    return hashlib.sha256(json.dumps(judged, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def read_sealed(codebook: Codebook, folder: Path, root: Path, *, any_codebook: bool = False) -> Sealed:
    """Read and check a survey's sealed tables.

    Args:
        any_codebook: whether they may be of another state of the codebook.

    Raises:
        ReportError: they are not as they were sealed, or the codebook is not.
    """
    facts, problems = validate(SealedFacts, read_yaml(folder / SEALED_FACTS, root))
    file = read_text(folder / SEALED_ROWS, root, encoding="utf-8", most_bytes=_MOST_BYTES)
    if facts is None or file.text is None or file.problems:
        raise ReportError([*problems, *file.problems])
    hint = seal_again(codebook.id)
    if facts.survey != codebook.id:
        place = Place(relative(folder / SEALED_FACTS, root))
        raise ReportError([Problem(place, msg("These are the sealed tables of {survey}", survey=facts.survey))])
    text = file.text.replace("\r\n", "\n")
    if facts.sha256 != facts.digest(text):
        found = msg("{file} or {other} was changed after it was sealed", file=SEALED_ROWS, other=SEALED_FACTS)
        raise ReportError([Problem(Place(relative(folder / SEALED_ROWS, root)), found, hint=hint)])
    if not any_codebook and facts.codebook != codebook_digest(codebook):
        found = msg("Questions, design or rules were changed after the tables were sealed")
        raise ReportError([Problem(Place(relative(folder / "survey.yml", root)), found, hint=hint)])
    return Sealed(codebook, facts, tuple(csv.DictReader(io.StringIO(text, newline=""))))
