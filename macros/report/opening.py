"""A project's data are opened: surveys, proposals and what was published before, with all their problems at once.

Belongs here: what is read. Does not: what becomes of it (`report.py`).
"""

from collections.abc import Mapping
from pathlib import Path

from macros.errors import Problem, ReportError
from macros.language.catalogue import Language
from macros.release.earlier import Publication
from macros.report.earlier import read_earlier
from macros.report.proposals import Proposal, read_proposals
from macros.report.report import Report
from macros.survey.surveys import AnySurvey, open_surveys


def open_report(root: Path, language: str) -> Report:
    """Read everything under `data/` of a project.

    Raises:
        ReportError: all problems of all surveys, proposals and earlier publications at once.
    """
    problems: list[Problem] = []
    surveys: Mapping[str, AnySurvey] = {}
    proposals: tuple[Proposal, ...] = ()
    earlier: tuple[Publication, ...] = ()
    try:
        surveys = open_surveys(root)
    except ReportError as error:
        problems.extend(error.problems)
    try:
        proposals = read_proposals(root)
    except ReportError as error:
        problems.extend(error.problems)
    try:
        earlier = read_earlier(root)
    except ReportError as error:
        problems.extend(error.problems)
    if problems:
        raise ReportError(problems)
    return Report(surveys, proposals, Language(language), earlier)
