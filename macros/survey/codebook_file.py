"""Reads `survey.yml` of one survey's folder.

Belongs here: what a codebook must be in its folder, and which of its parts must fit each other. Does not: the
model (`codebook.py`), YAML (`yaml_file.py`).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from macros.errors import Place, Problem, ReportError, nearest
from macros.language.message import msg
from macros.survey.codebook import Codebook
from macros.survey.columns import column_problems
from macros.survey.corrections import correction_problems
from macros.survey.model_problems import validate
from macros.survey.options import own_spellings
from macros.survey.question import Question
from macros.survey.routing import parse_condition
from macros.survey.sealed_file import is_sealed
from macros.survey.spelling import every_language, fold, meanings, missing_meanings, written
from macros.survey.text_file import relative
from macros.survey.yaml_file import Loc, YamlFile, read_yaml

CODEBOOK = "survey.yml"
SURVEYS = "data/surveys"
PRIVATE = "private"  # a folder beside the codebook for files that git leaves out


def read_codebook(folder: Path, root: Path) -> Codebook:
    """Read and check the codebook of a survey's folder.

    Args:
        folder: the survey's folder; among the project's surveys its name is the survey's id.
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
    problems = [*_folder_problems(codebook, folder, root, file), *column_problems(codebook, file)]
    for index, question in enumerate(codebook.questions):
        problems += _spelling_problems(codebook, question, file, ("questions", index))
        if question.asked_if is not None:
            earlier = codebook.questions[:index]
            problems += _condition_problems(question.asked_if, earlier, file, ("questions", index, "asked_if"))
    for index, correction in enumerate(codebook.corrections):
        loc: Loc = ("corrections", index)
        problems += correction_problems(codebook, correction, file, loc)
        if correction.where is not None:
            problems += _condition_problems(correction.where, codebook.questions, file, (*loc, "where"))
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


def _folder_problems(codebook: Codebook, folder: Path, root: Path, file: YamlFile) -> Iterator[Problem]:
    if folder.parent == root / SURVEYS and codebook.id != folder.name:
        found = msg("The id {id} is not the name of its folder", id=codebook.id)
        yield Problem(file.place(("id",)), found, msg("{expected}", expected=folder.name))
    listing = {path.name: path for path in sorted(folder.iterdir()) if path.name not in (CODEBOOK, PRIVATE)}
    if (private := folder / PRIVATE).is_dir() and not private.is_symlink():
        listing |= {f"{PRIVATE}/{path.name}": path for path in sorted(private.iterdir())}
    if is_sealed(codebook, folder):
        return  # its files lie with whoever sealed it
    for index, name in enumerate(codebook.files):
        place = file.place(("files", index))
        if name in codebook.files[:index]:
            yield Problem(place, msg("The file {file} is named twice", file=name))
        else:
            yield from _file_problems(name, listing, place)
    for index, question in enumerate(codebook.questions):
        if question.coding is not None:
            yield from _file_problems(question.coding, listing, file.place(("questions", index, "coding")))


def _file_problems(name: str, listing: Mapping[str, Path], place: Place) -> Iterator[Problem]:
    if name not in listing:
        found = msg("There is no file {file} beside the codebook", file=name)
        allowed = msg("one of {choices}", choices=", ".join(listing)) if listing else None
        hint = msg("What is in private/ stays out of git: it lies with whoever imported the survey")
        yield Problem(place, found, allowed, hint if name.startswith(f"{PRIVATE}/") else nearest(name, listing))
    elif listing[name].is_symlink() or not listing[name].is_file():
        yield Problem(place, msg("{file} is a link or a folder", file=name), msg("a file"))


def _spelling_problems(codebook: Codebook, question: Question, file: YamlFile, loc: Loc) -> Iterator[Problem]:
    """Each spelling of a question means one thing; in columns of their own, options may share a word for a tick."""
    meaning: dict[str, str] = {}
    spellings = list(meanings(codebook, question)) if question.answers else []
    if question.columns and not question.separator:
        silent = list(missing_meanings(codebook, question))
        kinds = {fold(spelling) for spelling, _ in silent}
        spellings = [*silent, *(
            (spelling, answer.code)
            for answer in question.answers
            for spelling in (*every_language(answer.label), *(word for word in answer.in_file if fold(word) in kinds))
        )]  # fmt: skip
    for spelling, code in spellings:
        if meaning.setdefault(fold(spelling), code) != code:
            first = meaning[fold(spelling)]
            found = msg('"{value}" means both {first} and {second}', value=spelling, first=first, second=code)
            yield Problem(file.place((*loc, "answers")), found)
    if question.type != "multiple" or not question.columns:
        return
    for index, answer in enumerate(question.answers):
        if not own_spellings(answer.in_file, every_language(answer.label)):
            found = msg('In a column of its own "{value}" means not ticked', value=written(answer))
            hint = msg("Write under in_file what the column holds where it is ticked")
            yield Problem(file.place((*loc, "answers", index)), found, None, hint)


def _condition_problems(condition: str, questions: Sequence[Question], file: YamlFile, loc: Loc) -> tuple[Problem, ...]:
    """What is wrong with a condition over the answers of some questions, which must be known while a row is read."""
    start = file.place(loc)
    try:
        parse_condition(condition, [question for question in questions if question.coded_from is None], start)
    except ReportError as error:
        column = start.column or 1
        return tuple(
            Problem(file.place(loc, letter=(p.place.column or column) - column), p.found, p.allowed, p.hint)
            for p in error.problems
        )
    return ()
