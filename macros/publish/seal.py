"""`report seal`: the tables that the pages use are written beside the codebook, so that others build without a row.

Belongs here: which tables, and the files. Does not: taking a table apart (`release/sealing.py`).
"""

import csv
import datetime
import io
import os
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from macros.desk import Desk
from macros.errors import Place, Problem, ReportError, nearest
from macros.language.message import Message, msg
from macros.publish.build import check
from macros.publish.clock import EPOCH
from macros.release.released import Row
from macros.release.resealed import Name, differences
from macros.release.sealed_line import COLUMNS, PART, TABLE, row_of
from macros.release.sealing import CHANGE, seal_change, seal_correction, seal_table
from macros.survey.codebook import Codebook
from macros.survey.codebook_file import SURVEYS
from macros.survey.decisions import empty_decisions, read_decisions
from macros.survey.sealed_file import (
    SEALED_DECISIONS,
    SEALED_FACTS,
    SEALED_ROWS,
    Sealed,
    SealedFacts,
    codebook_digest,
    read_sealed,
)  # fmt: skip
from macros.survey.survey import Survey

_HEAD = "# Written by report seal {survey}: released tables, no answers. Not to be edited; the hash would tell.\n"
_TELLS = {
    "moved": msg("{cell} differs from what was sealed before by fewer than {few}"),
    "shown": msg("{cell} was withheld when it was sealed before"),
    "withheld": msg("{cell} was shown when it was sealed before, and is now withheld"),
}


@dataclass(frozen=True)
class Seal:
    """What was sealed, for the receipt; `unchanged` when the files said the same already."""

    folder: Path
    tables: int
    numbers: int
    unchanged: bool


def seal(root: Path, survey: str) -> Seal:
    """Seal a survey: its tables, as the pages use them now.

    Raises:
        ReportError: the pages have problems, there is nothing to seal, or the new numbers together with those sealed
            before would give somebody away and nobody let that through.
    """
    desk = check(root)
    known = _survey(desk, survey)
    folder = root / SURVEYS / survey
    facts, rows = _taken_apart(desk, known.codebook)
    text = _csv(rows)
    before = _before(known.codebook, folder, root)
    if before is not None:
        facts = _same_date(facts, before.facts)
        _hold_against(before, rows, known.codebook, folder, root)
    facts = facts.model_copy(update={"sha256": facts.digest(text)})
    unchanged = before is not None and before.facts.sha256 == facts.sha256
    if not unchanged:
        (folder / SEALED_ROWS).write_text(text, encoding="utf-8", newline="")
        (folder / SEALED_FACTS).write_text(_yaml(facts), encoding="utf-8", newline="\n")
    if not (folder / SEALED_DECISIONS).exists():
        empty = empty_decisions(folder / SEALED_DECISIONS, root)
        (folder / SEALED_DECISIONS).write_text(empty, encoding="utf-8", newline="\n")
    return Seal(folder, len(facts.tables), len(rows), unchanged)


def _survey(desk: Desk, survey: str) -> Survey:
    surveys = desk.report.surveys
    place = Place(f"report seal {survey}")
    if survey not in surveys:
        found, choices = msg("there is no survey {survey}", survey=survey), sorted(surveys)
        allowed = msg("one of {choices}", choices=", ".join(choices))
        raise ReportError([Problem(place, found, allowed, nearest(survey, choices))])
    known = surveys[survey]
    if isinstance(known, Sealed):
        found = msg("the answers of {survey} are not here, only what was sealed", survey=survey)
        raise ReportError([Problem(place, found)])
    if not isinstance(known, Survey):
        found = msg("{survey} holds no answers of respondents: there is nothing to seal", survey=survey)
        raise ReportError([Problem(place, found)])
    if not any(address.survey == survey for address in desk.report.tables()):
        hint = msg("Seal a survey when the pages that use it are written.")
        raise ReportError([Problem(place, msg("no page uses {survey}", survey=survey), hint=hint)])
    return known


def _taken_apart(desk: Desk, codebook: Codebook) -> tuple[SealedFacts, list[dict[str, str]]]:
    tables, rows = [], []
    for address, released in desk.report.tables().items():
        if address.survey == codebook.id:
            table, lines = seal_table(released)
            tables.append(table)
            rows += lines
    changes: dict[str, dict[str, Any]] = {}
    for key, change in desk.report.changes(codebook.id).items():
        changes[key], line = seal_change(key, change)
        rows.append(line)
    facts = SealedFacts(
        survey=codebook.id,
        date=datetime.datetime.fromtimestamp(int(os.environ.get(EPOCH) or time.time()), datetime.UTC).date(),
        language=desk.language.code,
        rules=codebook.disclosure.model_dump(mode="json"),
        codebook=codebook_digest(codebook),
        tables=tables,
        changes=changes,
        quotes={id_: quote.digest for (survey, id_), quote in sorted(desk.quotes.items()) if survey == codebook.id},
        corrections=[seal_correction(corrected) for corrected in desk.report.corrections(codebook.id)],
    )
    return facts, rows


def _before(codebook: Codebook, folder: Path, root: Path) -> Sealed | None:
    """What was sealed before, whatever the codebook said then; None when there is nothing that can be read."""
    try:
        return read_sealed(codebook, folder, root, any_codebook=True)
    except ReportError as error:
        if not (folder / SEALED_ROWS).exists():
            return None
        hint = msg("Take sealed.csv and sealed.yml back from git: they are compared with the new ones.")
        raise ReportError([replace(problem, hint=hint) for problem in error.problems]) from None


def _same_date(facts: SealedFacts, before: SealedFacts) -> SealedFacts:
    """The date of before where nothing else is new: the tables were made then."""
    same = facts.model_copy(update={"date": before.date})
    return same if same == before.model_copy(update={"sha256": ""}) else facts


def _hold_against(
    before: Sealed, rows: Iterable[Mapping[str, str]], codebook: Codebook, folder: Path, root: Path
) -> None:
    """Stop where the two seals together tell what neither tells alone, unless a person let it through."""
    let = {exception.finding for exception in read_decisions(folder / SEALED_DECISIONS, root)}
    few = codebook.disclosure.min_cell
    problems = []
    for name, kind in sorted(differences(_by_name(before.lines), _by_name(rows), few), key=str):
        cell = _cell(name)
        if f"{kind}: {cell}" not in let:
            found = Message(_TELLS[kind].template, (("cell", cell), ("few", few)))
            hint = msg(
                "The earlier numbers are in git. If it may be told, write in {file}: finding: '{finding}', "
                "with reason, by and date.",
                file=SEALED_DECISIONS, finding=f"{kind}: {cell}",
            )  # fmt: skip
            problems.append(Problem(Place(f"{SURVEYS}/{codebook.id}/{SEALED_ROWS}"), found, hint=hint))
    if problems:
        raise ReportError(problems)


def _by_name(lines: Iterable[Mapping[str, str]]) -> dict[Name, Row]:
    older = dict.fromkeys(COLUMNS, "")  # of columns that an earlier version did not write
    rows = ((line, row_of({**older, **line})) for line in lines if line[PART] != CHANGE)
    return {(line[TABLE], f"{line[PART]} {row.statistic}", row.group, row.answer): row for line, row in rows}


def _cell(name: Name) -> str:
    table, _, group, answer = name
    return "/".join([table, *(code or "*" for code in group), answer or "n"])


def _csv(rows: Iterable[Mapping[str, str]]) -> str:
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return buffer.getvalue()


def _yaml(facts: SealedFacts) -> str:
    data = facts.model_dump(mode="json") | {"date": facts.date}
    return _HEAD.format(survey=facts.survey) + yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=120)
