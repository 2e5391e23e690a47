"""Reads `survey.yml` of one survey's folder.

Belongs here: what a codebook must be in its folder, and which of its parts must fit each other. Does not: the
model (`codebook.py`), YAML (`yaml_file.py`).
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from macros.errors import Place, Problem, ReportError, nearest
from macros.language.message import msg
from macros.survey.codebook import Codebook
from macros.survey.model_problems import validate
from macros.survey.question import Question
from macros.survey.routing import parse_condition
from macros.survey.spelling import fold, meanings
from macros.survey.text_file import relative
from macros.survey.yaml_file import Loc, YamlFile, read_yaml

CODEBOOK = "survey.yml"


def read_codebook(folder: Path, root: Path) -> Codebook:
    """Read and check the codebook of a survey's folder.

    Args:
        folder: the survey's folder; its name is the survey's id.
        root: the project; places are relative to it.

    Raises:
        ReportError: with every problem of the file.
    """
    if folder.is_symlink():
        raise ReportError([Problem(Place(relative(folder, root)), msg("The folder is a link"))])
    file = read_yaml(folder / CODEBOOK, root)
    codebook, problems = validate(Codebook, file)
    if codebook is None:
        raise ReportError(problems)
    codebook, problems = _with_scales(codebook, file)
    if codebook is None:
        raise ReportError(problems)
    problems = [*_folder_problems(codebook, folder, file), *_header_problems(codebook, file)]
    for index, question in enumerate(codebook.questions):
        problems += _spelling_problems(codebook, question, file, ("questions", index))
        problems += _routing_problems(codebook, index, file)
    if problems:
        raise ReportError(problems)
    return codebook


def _with_scales(codebook: Codebook, file: YamlFile) -> tuple[Codebook | None, list[Problem]]:
    """Put the shared answers where a question names them, and check the question with them."""
    problems: list[Problem] = []
    data = dict(file.data)
    data["questions"] = questions = [dict(question) for question in file.data["questions"]]
    for index, question in enumerate(codebook.questions):
        if question.scale is None:
            continue
        place = file.place(("questions", index, "scale"))
        if question.answers:
            problems.append(Problem(place, msg("A question has either scale or answers")))
        elif question.scale not in codebook.scales:
            allowed = msg("one of {choices}", choices=", ".join(codebook.scales)) if codebook.scales else None
            found = msg("There is no scale {scale}", scale=question.scale)
            problems.append(Problem(place, found, allowed, nearest(question.scale, codebook.scales)))
        else:
            questions[index]["answers"] = file.data["scales"][question.scale]
    if problems:
        return None, problems
    return validate(Codebook, replace(file, data=data))


def _folder_problems(codebook: Codebook, folder: Path, file: YamlFile) -> Iterator[Problem]:
    if codebook.id != folder.name:
        found = msg("The id {id} is not the name of its folder", id=codebook.id)
        yield Problem(file.place(("id",)), found, msg("{expected}", expected=folder.name))
    listing = {path.name: path for path in sorted(folder.iterdir()) if path.name != CODEBOOK}
    for index, name in enumerate(codebook.files):
        place = file.place(("files", index))
        if name in codebook.files[:index]:
            yield Problem(place, msg("The file {file} is named twice", file=name))
        elif name not in listing:
            found = msg("There is no file {file} beside the codebook", file=name)
            allowed = msg("one of {choices}", choices=", ".join(listing)) if listing else None
            yield Problem(place, found, allowed, nearest(name, listing))
        elif listing[name].is_symlink() or not listing[name].is_file():
            yield Problem(place, msg("{file} is a link or a folder", file=name), msg("a file"))


def _header_problems(codebook: Codebook, file: YamlFile) -> Iterator[Problem]:
    """Each column of the file has one use."""
    if codebook.kind != "responses":
        return
    uses: list[tuple[str, Loc]] = []
    for index, question in enumerate(codebook.questions):
        where: Loc = ("questions", index)
        if question.bands_of is not None:
            continue
        if question.columns:
            uses += [(header, (*where, "columns", code)) for code, header in question.columns.items()]
        else:
            uses.append((question.header, (*where, "column" if question.column else "id")))
    if codebook.identifier is not None:
        uses.append((codebook.identifier, ("identifier",)))
    uses += [(header, ("ignore", index)) for index, header in enumerate(codebook.ignore)]
    seen: set[str] = set()
    for header, loc in uses:
        if fold(header) in seen:
            yield Problem(file.place(loc), msg("The column {column} is used twice", column=header))
        seen.add(fold(header))


def _spelling_problems(codebook: Codebook, question: Question, file: YamlFile, loc: Loc) -> Iterator[Problem]:
    """Each spelling of a question means one thing."""
    meaning: dict[str, str] = {}
    for spelling, code in meanings(codebook, question) if question.answers else ():
        if meaning.setdefault(fold(spelling), code) != code:
            first = meaning[fold(spelling)]
            found = msg('"{value}" means both {first} and {second}', value=spelling, first=first, second=code)
            yield Problem(file.place((*loc, "answers")), found)
        separator = (question.separator or "").strip() or question.separator
        if separator and separator in spelling and not code.startswith("__"):
            found = msg('"{value}" holds the separator of the question', value=spelling)
            hint = msg("Use another separator in the file, or one column an answer")
            yield Problem(file.place((*loc, "answers")), found, None, hint)


def _routing_problems(codebook: Codebook, index: int, file: YamlFile) -> tuple[Problem, ...]:
    question = codebook.questions[index]
    if question.asked_if is None:
        return ()
    loc: Loc = ("questions", index, "asked_if")
    start = file.place(loc)
    try:
        parse_condition(question.asked_if, codebook.questions[:index], start)
    except ReportError as error:
        column = start.column or 1
        return tuple(
            Problem(file.place(loc, letter=(p.place.column or column) - column), p.found, p.allowed, p.hint)
            for p in error.problems
        )
    return ()
