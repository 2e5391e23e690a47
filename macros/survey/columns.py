"""The columns of a file that a codebook names, each with what it is for.

Belongs here: that no column has two uses that contradict each other. Does not: the columns that a file has
(`table_file.py`).
"""

from collections.abc import Iterator

from macros.errors import Problem
from macros.language.message import msg
from macros.survey.answer_cells import headers
from macros.survey.codebook import Codebook
from macros.survey.question import Question
from macros.survey.spelling import fold
from macros.survey.yaml_file import Loc, YamlFile


def wanted_columns(codebook: Codebook) -> tuple[str, ...]:
    """The headers that a file of respondents must have, each once."""
    named: dict[str, str] = {}
    for header, _ in (*_answers(codebook), *_respondent(codebook), *_rows(codebook)):
        named.setdefault(fold(header), header)
    return tuple(named.values())


def column_problems(codebook: Codebook, file: YamlFile) -> Iterator[Problem]:
    """Each column that is used twice. What the design is made of may be asked for too, and so may the wave."""
    if codebook.kind != "responses":
        return
    seen: set[str] = set()
    for header, loc in (*_answers(codebook), *_respondent(codebook), *_ignored(codebook)):
        if fold(header) in seen:
            yield Problem(file.place(loc), msg("The column {column} is used twice", column=header))
        seen.add(fold(header))
    ignored = {fold(header) for header in codebook.ignore}
    for header, loc in _rows(codebook):
        if fold(header) in ignored:
            yield Problem(file.place(loc), msg("The column {column} is used and ignored", column=header))


def _answers(codebook: Codebook) -> Iterator[tuple[str, Loc]]:
    for index, question in enumerate(codebook.questions):
        for header, key in zip(headers(question), _keys(question), strict=True):
            yield header, ("questions", index, *key)


def _keys(question: Question) -> Iterator[Loc]:
    """The place of each of `headers` within its question."""
    if question.derived:
        return
    if question.places:
        yield from (("places", at) for at in range(len(question.places)))
        return
    yield from (("columns", code) for code in question.columns or ())
    if question.separator or not question.columns:
        yield ("column",) if question.column else ("id",)


def _respondent(codebook: Codebook) -> Iterator[tuple[str, Loc]]:
    if codebook.identifier is not None:
        yield codebook.identifier, ("identifier",)


def _rows(codebook: Codebook) -> Iterator[tuple[str, Loc]]:
    """The columns that say which rows count, and for how much."""
    yield from ((header, ("design", key)) for key, header in codebook.design.named.items() if header is not None)
    if codebook.only is not None:
        yield codebook.only.column, ("only", "column")


def _ignored(codebook: Codebook) -> Iterator[tuple[str, Loc]]:
    yield from ((header, ("ignore", index)) for index, header in enumerate(codebook.ignore))
