"""`report audit`: what is published, or about to be, is attacked; any finding stops it.

Belongs here: which files and tables. Does not: the attack (`release/audit.py`) or the defence (`release/defence.py`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from macros.binding import desk_of
from macros.desk import Desk
from macros.errors import Place, Problem, ReportError
from macros.language.message import msg
from macros.publish.downloads import table_record
from macros.release.audit import Audit, audit, contradiction
from macros.release.bounds import ContradictionError
from macros.release.defence import defend
from macros.release.earlier import Publication
from macros.release.kept import Kept
from macros.release.tally import Tally, tally
from macros.release.told import ToldTable
from macros.report.earlier import read_publication as one_publication
from macros.survey.codebook_file import CODEBOOK, SURVEYS
from macros.survey.counts import Counts
from macros.survey.survey import Survey
from macros.survey.tabulate import tabulate

TABLES = Path("data", "tables.json")
SITE = Path("site")


@dataclass(frozen=True)
class Audited:
    """What was found, and how much each survey with its answers here publishes and withholds."""

    found: Audit
    tallies: Mapping[str, Tally]


def audit_project(root: Path, against: Iterable[Path] = ()) -> Audited:
    """Attack a project's built site from outside, and hold its tables against what only the house knows.

    Raises:
        ReportError: every finding; no site, or problems in the project.
    """
    site = read_publication(root / SITE, root)
    desk = desk_of(root)
    return _judged(site, [*desk.report.earlier, *(read_publication(path, root) for path in against)], desk)


def audit_site(path: Path, against: Iterable[Path] = ()) -> Audited:
    """Attack any built site, or one `tables.json`, from outside.

    Raises:
        ReportError: every finding; no such file, or one of another shape.
    """
    return _judged(read_publication(path), [read_publication(old) for old in against])


def audit_build(desk: Desk, site: Path, against: Iterable[Path] = ()) -> Audited:
    """Attack a site that is about to be published, with all that earlier publications told.

    Raises:
        ReportError: every finding.
    """
    now = Publication(str(SITE / TABLES), read_publication(site).tables)
    return _judged(now, [*desk.report.earlier, *(read_publication(old) for old in against)], desk)


def read_publication(path: Path, root: Path | None = None) -> Publication:
    """The tables of a site's folder or of a `tables.json`.

    Raises:
        ReportError: no such file, or one of another shape.
    """
    file = next((path / name for name in (TABLES, TABLES.name) if (path / name).is_file()), path)
    name = str(file.relative_to(root) if root and file.is_relative_to(root) else file)
    if not file.is_file():
        found = msg("there is no {file} here", file=TABLES.name)
        hint = msg("Run {command}, or name a built site.", command="report build")
        raise ReportError([Problem(Place(name), found, hint=hint)])
    return one_publication(file, name)


def _judged(now: Publication, earlier: list[Publication], desk: Desk | None = None) -> Audited:
    if desk is not None:
        now = replace(now, codebooks={id_: f"{SURVEYS}/{id_}/{CODEBOOK}" for id_ in desk.report.surveys})
    found = audit(now, earlier)
    kept = _kept(now.path, desk) if desk is not None else {}
    problems = [*found.problems, *(() if found.problems else _given_away(now.path, kept))]
    if problems:
        raise ReportError(problems)
    return Audited(found, {survey: tally(tables) for survey, tables in kept.items()})


def _kept(path: str, desk: Desk) -> dict[str, list[Kept]]:
    """The tables of the desk with the counts behind them, by survey; sealed ones have none here."""
    kept: dict[str, list[Kept]] = {}
    for address, released in desk.report.tables().items():
        survey = desk.report.surveys[address.survey]
        if isinstance(survey, Survey | Counts):
            told = ToldTable.model_validate(table_record(address, released))
            counted = tabulate(survey, address.question, address.by, Place(path, call=address.key))
            kept.setdefault(address.survey, []).append(Kept.of(told, counted, released))
    return kept


def _given_away(path: str, kept: Mapping[str, list[Kept]]) -> list[Problem]:
    """What the tables give away of the unsafe counts behind them."""
    problems = []
    for survey_id, tables in kept.items():
        try:
            problems += list(defend(path, tables))
        except ContradictionError:
            problems.append(contradiction(Place(path), survey_id))
    return problems
