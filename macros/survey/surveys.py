"""All surveys of the project, by id."""

import re
from dataclasses import replace
from pathlib import Path

from macros.errors import Place, Problem, ReportError
from macros.language.message import msg
from macros.survey.codebook import Codebook
from macros.survey.codebook_file import SURVEYS, read_codebook
from macros.survey.counts import Counts, read_counts
from macros.survey.engines.hand_over import hand_over
from macros.survey.published import Published, read_published
from macros.survey.quotes import answered_so, read_quotes
from macros.survey.responses import read_responses
from macros.survey.scan import scan_responses
from macros.survey.scannable import is_large, needs_engine
from macros.survey.sealed_file import Sealed, is_sealed, read_sealed
from macros.survey.survey import Survey
from macros.survey.waves import wave_problems

AnySurvey = Survey | Counts | Published | Sealed


def open_surveys(root: Path) -> dict[str, AnySurvey]:
    """Read every folder of `data/surveys`.

    Args:
        root: the project's folder.

    Returns:
        The surveys by id, in the order of their ids.

    Raises:
        ReportError: with every problem of every survey.
    """
    folder = root / SURVEYS
    found = sorted(path for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []
    if not found:
        raise ReportError([Problem(Place(SURVEYS), msg("There is no survey"), msg("a folder with a survey.yml"))])
    surveys: dict[str, AnySurvey] = {}
    problems: list[Problem] = []
    for path in found:
        try:
            surveys[path.name] = open_survey(path, root)
        except ReportError as error:
            problems += error.problems
    if not problems:  # a survey that cannot be read would seem not to be there
        problems = wave_problems({id_: survey.codebook for id_, survey in surveys.items()}, folder, root)
    if problems:
        raise ReportError(problems)
    return surveys


def open_survey(folder: Path, root: Path, engine: str | None = None) -> AnySurvey:
    """Read one survey by its kind.

    Args:
        folder: with the codebook and its files.
        root: the project; places are relative to it.
        engine: one of the codebook's engines, in place of the one that it names.

    Raises:
        ReportError: with every problem of its codebook, or else of its files.
    """
    if folder.parent == root / SURVEYS and not re.fullmatch("[a-z0-9][a-z0-9_-]*", folder.name):
        place = Place(f"{SURVEYS}/{folder.name}")
        found = msg('"{value}" cannot be the name of a survey', value=folder.name)
        raise ReportError([Problem(place, found, msg("a–z, 0–9, _ and -, beginning with a letter or digit"))])
    codebook = read_codebook(folder, root)
    if codebook.kind == "published":
        return read_published(codebook, folder, root)
    if codebook.kind == "counts":
        return read_counts(codebook, folder, root)
    if is_sealed(codebook, folder):
        return replace(read_sealed(codebook, folder, root), quotes=read_quotes(codebook, folder, root))
    survey = _responses(codebook, folder, root, engine or codebook.engine)
    quotes = read_quotes(codebook, folder, root)
    answered_so(survey, quotes, folder, root)
    return replace(survey, quotes=quotes)


def _responses(codebook: Codebook, folder: Path, root: Path, engine: str) -> Survey:
    """Small files are read row by row and then handed to the engine; large ones it reads itself."""
    codebook = codebook.model_copy(update={"engine": engine})
    if not is_large(codebook, folder):
        survey = read_responses(codebook, folder, root)
        return survey if engine == "pandas" else hand_over(survey, engine)
    if engine == "pandas":
        raise ReportError([needs_engine(codebook, folder, root)])
    return scan_responses(codebook, folder, root, engine)
