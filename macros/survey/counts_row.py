"""One row of a file of counts, checked against the codebook."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from macros.errors import Place, Problem, nearest
from macros.language.message import Message, msg
from macros.survey.codebook import Codebook
from macros.survey.model_problems import shown
from macros.survey.question import Question
from macros.survey.records import Record
from macros.survey.spelling import every_language, fold, tidy
from macros.survey.table_file import TableFile
from macros.survey.tabulation import MISSING

COLUMNS = ("question", "answer", "by", "group", "n")


@dataclass(frozen=True)
class Count:
    """How many units; `answer` None is the base, `by` and `group` None the total."""

    question: str
    answer: str | None
    by: str | None
    group: str | None
    n: int
    place: Place

    @property
    def key(self) -> tuple[str, str | None, str | None, str | None]:
        """What it counts."""
        return self.question, self.answer, self.by, self.group


def read_count(codebook: Codebook, table: TableFile, record: Record) -> tuple[Count | None, list[Problem]]:
    """Read one row: a count, or all that is wrong with it."""
    problems: list[Problem] = []
    cells = {column: tidy(record.fields[table.columns[column]]) for column in COLUMNS}

    def look_up(column: str, known: dict[str, str], found: Message) -> str | None:
        folded = {fold(spelling): meaning for spelling, meaning in known.items()}
        if fold(cells[column]) in folded:
            return folded[fold(cells[column])]
        place = table.place(record, table.columns[column])
        allowed = msg("one of {choices}", choices=", ".join(dict.fromkeys(known.values())))
        problems.append(Problem(place, found, allowed, nearest(cells[column], known)))
        return None

    def value(column: str) -> str:
        return shown(cells[column])

    countable = _ids(known for known in codebook.questions if known.type in ("single", "scale", "multiple"))
    groupings = _ids(known for known in codebook.questions if known.type in ("single", "scale"))
    name = look_up("question", countable, msg("No question {question}", question=value("question")))
    question = codebook.question(name) if name else None
    answer = None
    if question and cells["answer"]:
        found = msg('"{value}" is no answer to {question}', value=value("answer"), question=question.id)
        answer = look_up("answer", _codes(question) | {kind: kind for kind in MISSING}, found)
    by = look_up("by", groupings, msg("{question} is no grouping", question=value("by"))) if cells["by"] else None
    grouping = codebook.question(by) if by else None
    group = None
    if grouping:
        found = msg('"{value}" is no answer to {question}', value=value("group"), question=grouping.id)
        group = look_up("group", _codes(grouping), found)
    elif cells["group"] and not cells["by"]:
        place = table.place(record, table.columns["group"])
        problems.append(Problem(place, msg("A group needs its question under by")))
    if not re.fullmatch("[0-9]{1,9}", cells["n"]):
        found = msg('"{value}" is not a number', value=value("n"))
        problems.append(Problem(table.place(record, table.columns["n"]), found, msg("a whole number from 0")))
    if problems or question is None:
        return None, problems
    return Count(question.id, answer, by, group, int(cells["n"]), table.place(record)), []


def _ids(questions: Iterable[Question]) -> dict[str, str]:
    return {question.id: question.id for question in questions}


def _codes(question: Question) -> dict[str, str]:
    """Every spelling of a question's answers with its code."""
    return {
        spelling: answer.code
        for answer in question.answers
        for spelling in (answer.code, *every_language(answer.label), *answer.in_file)
    }
