"""`report results`: a survey's questions and released tables, printed. What it prints is what the site would show."""

from pathlib import Path

from macros.desk import open_desk
from macros.errors import Place
from macros.publish.downloads import table_csv, table_record
from macros.report.address import Address
from macros.survey.answer_cells import headers
from macros.survey.part import in_language
from macros.survey.question import Question

HERE = Place("report results")


def question_list(root: Path, survey: str) -> list[dict[str, object]]:
    """The questions of a survey, with their columns in the file and their released base.

    Raises:
        ReportError: no such survey, or problems in the data.
    """
    desk = open_desk(root)
    codebook = desk.report.codebook(survey, HERE)
    return [
        {
            "question": question.id,
            "type": question.type,
            "text": in_language(question.text, desk.language.code),
            "columns": _columns(question),
            "base": None if question.type == "text" else desk.report.table(Address(survey, question.id), HERE).answered,
        }
        for question in codebook.questions
    ]


def table(root: Path, survey: str, question: str, by: tuple[str, ...], form: str) -> dict[str, object] | str:
    """One released table, as a record of `tables.json` or as CSV.

    Raises:
        ReportError: no such survey, question or grouping, or problems in the data.
    """
    desk = open_desk(root)
    address = Address(survey, question, by)
    released = desk.report.table(address, HERE)
    if form == "csv":
        return table_csv(address, released, desk.language.code).rstrip("\n")
    return table_record(address, released) | {"released": True}


def _columns(question: Question) -> list[str]:
    return list(headers(question))
