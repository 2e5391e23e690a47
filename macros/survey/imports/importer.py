"""`report import`: an export becomes a folder with a checked survey, or nothing at all.

Belongs here: the order of the steps. Does not: how an export is understood (`understanding.py`), what is written
(`writing.py`, `page.py`) and how (`placing.py`), what is told of it (`receipt.py`).
"""

import os
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import get_args

from macros.errors import Place, Problem, ReportError, nearest
from macros.language.catalogue import Language
from macros.language.message import msg
from macros.survey.codebook import Encoding
from macros.survey.codebook_file import CODEBOOK, PRIVATE, SURVEYS, read_codebook
from macros.survey.imports.draft import Draft
from macros.survey.imports.exports import TOOLS
from macros.survey.imports.page import DRAFTS, draft_page
from macros.survey.imports.personal import Finding, masked, personal_columns
from macros.survey.imports.placing import all_or_nothing, is_same, put, refuse_existing
from macros.survey.imports.slugs import slug
from macros.survey.imports.understanding import read_export
from macros.survey.imports.writing import codebook_text
from macros.survey.model_problems import shown
from macros.survey.responses import read_responses
from macros.survey.schema import SCHEMA
from macros.survey.sheet import Dialect, Sheet, read_sheet

COMMAND = Place("report import")
_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}")


@dataclass(frozen=True)
class Request:
    """What somebody asks to have imported.

    Attributes:
        file: the export, anywhere.
        id: of the survey; made of the file's name when None.
        into: the folder that gets all of it; the project's own place for surveys when None.
        tool: what wrote the export, one of `TOOLS`, or "auto".
        encoding, sheet: as in a codebook, where the file does not tell.
    """

    file: Path
    id: str | None = None
    into: Path | None = None
    tool: str = "auto"
    encoding: str | None = None
    sheet: str | None = None


@dataclass(frozen=True)
class Imported:
    """What an import made, and what it made it of.

    Attributes:
        draft: without the columns that look personal; nothing in it, and nothing that it says, comes from their cells.
        findings: the columns that look personal.
        with_them: columns that were left out because they belong to the same question.
        source: the export.
        folder: where the survey lies.
        written: every file, in the order of writing.
    """

    sheet: Sheet
    draft: Draft
    findings: tuple[Finding, ...]
    with_them: tuple[str, ...]
    source: Path
    folder: Path
    written: tuple[Path, ...]


def import_export(request: Request, root: Path, language: Language) -> Imported:
    """Read an export and write its survey: codebook, untouched copy, and within the project a draft page.

    Args:
        request: what is wanted.
        root: the project.
        language: of comments and page.

    Raises:
        ReportError: whatever prevents it; then nothing is written.
    """
    id_, file = _checked(request), Path(os.path.abspath(request.file))  # noqa: PTH100 -- a link is not to be followed
    folder = (root / SURVEYS / id_) if request.into is None else request.into.resolve()
    copy = folder / PRIVATE / file.name
    page = None if request.into is not None else root / "docs" / DRAFTS / f"{id_}.md"
    refuse_existing([path for path in (folder / CODEBOOK, copy, page) if path is not None], file, root)
    sheet = read_sheet(file, root, Dialect(encoding=request.encoding, sheet=request.sheet))
    if sheet.problems:
        raise ReportError(sheet.problems)
    findings = personal_columns(sheet)
    draft, with_them = _understood(sheet, findings, id_, request, language)
    with all_or_nothing() as made:
        if not is_same(copy, file):
            put(copy, file, made)
        if page is not None:
            put(page, draft_page(draft.codebook, language), made)
        names = [finding.name for finding in findings]
        text = codebook_text(draft.codebook, language, file.name, names, _schema(folder, root))
        put(folder / CODEBOOK, text, made)
        _read_back(folder, root)
    written = tuple(path for path in made if path.is_file())
    return Imported(sheet, draft, findings, with_them, file, folder, written)


def _understood(
    sheet: Sheet, findings: tuple[Finding, ...], id_: str, request: Request, language: Language
) -> tuple[Draft, tuple[str, ...]]:
    """The draft of a table without its personal columns, and which columns left because they belong to one of them.

    Raises:
        ReportError: there is nothing in it to make a question of.
    """
    names = [finding.name for finding in findings]
    try:
        whole = read_export(masked(sheet, findings), id_, request.tool, language)
        draft = whole.without(names)
    except ValueError:
        found = msg("No column is left that holds an answer")
        hint = msg("These look personal: {columns}", columns=", ".join(names)) if names else None
        raise ReportError([Problem(Place(sheet.path), found, hint=hint)]) from None
    said = {"encoding": request.encoding, "sheet": request.sheet, "files": [f"{PRIVATE}/{request.file.name}"]}
    stated = {key: value for key, value in said.items() if value is not None}
    kept = {*draft.question_columns, *names}
    with_them = tuple(header for header in whole.question_columns if header not in kept)
    return replace(draft, codebook=draft.codebook.model_copy(update=stated)), with_them


def _checked(request: Request) -> str:
    """The survey's id, once it is known that all of the command line can be followed.

    Raises:
        ReportError: a tool or an encoding that is not known, or a name that cannot be one.
    """
    problems = []
    for option, given, known in (
        ("--tool", request.tool, ("auto", *TOOLS)),
        ("--encoding", request.encoding, get_args(Encoding)),
    ):
        if given is not None and given not in known:
            found = msg("{option} cannot be {value}", option=option, value=shown(given))
            choices = msg("one of {choices}", choices=", ".join(known))
            problems.append(Problem(COMMAND, found, choices, nearest(given, known)))
    id_ = slug(request.file.stem) if request.id is None else request.id
    if not _ID.fullmatch(id_):
        found = msg('"{value}" cannot be the name of a survey', value=shown(id_))
        allowed = msg("a–z, 0–9, _ and -, beginning with a letter or digit")
        problems.append(Problem(COMMAND, found, allowed, msg("Name it with {option}", option="--id")))
    if problems:
        raise ReportError(problems)
    return id_


def _schema(folder: Path, root: Path) -> str | None:
    """The address of the schema for editors; None where the folder is moved about without the project."""
    if not folder.is_relative_to(root):
        return None
    up = "../" * len(folder.relative_to(root).parts)
    return f"{up}{SCHEMA}"


def _read_back(folder: Path, root: Path) -> None:
    """The draft must read the very file that it was made of.

    Raises:
        ReportError: with what it does not read, which is a fault of the import.
    """
    try:
        codebook = read_codebook(folder, root)
        read_responses(codebook, folder, root)
    except ReportError as error:
        found = msg("The draft does not read the file that it was made of, so nothing was kept")
        hint = msg("This is a fault of the import. What it stumbled over stands below; another {option} may do.",
                   option="--tool")  # fmt: skip
        raise ReportError([Problem(COMMAND, found, hint=hint), *error.problems]) from None
