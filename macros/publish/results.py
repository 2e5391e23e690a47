"""`report results`: a survey's questions and released tables, printed. What it prints is what the site would show.

Belongs here: which survey is meant, and the shapes printed. Does not: the analyst's view of what is not released
(`unreleased.py`).
"""

import json
from pathlib import Path

from macros.binding import desk_of
from macros.errors import Place, Problem, ReportError, nearest
from macros.language.catalogue import Language
from macros.language.message import msg
from macros.publish.downloads import table_csv, table_record
from macros.publish.printed_table import printed_table
from macros.publish.unreleased import answered, unreleased_table
from macros.release.sealed import not_sealed
from macros.report.address import Address
from macros.report.earlier import read_earlier
from macros.report.report import Report
from macros.settings import read_settings
from macros.survey.answer_cells import headers
from macros.survey.codebook_file import CODEBOOK, SURVEYS
from macros.survey.part import in_language
from macros.survey.published import Published
from macros.survey.question import Question
from macros.survey.sealed_file import Sealed
from macros.survey.spelling import fold
from macros.survey.survey import Survey
from macros.survey.surveys import AnySurvey, open_survey

HERE = Place("report results")
_LISTED = ("question", "type", "base", "text")  # the longest last
UNCERTAINTY: dict[str, object] = {"weighted_base": None, "se": None, "df": None}


def survey_folder(root: Path, survey: str) -> Path:
    """The folder of a survey, given by its id or as a folder anywhere.

    Raises:
        ReportError: when there is no such survey.
    """
    known = sorted(path.parent.name for path in (root / SURVEYS).glob(f"*/{CODEBOOK}"))
    if survey in known:
        return root / SURVEYS / survey
    folder = Path(survey).resolve()
    if (folder / CODEBOOK).is_file():
        return folder
    found = msg("there is no survey {survey}", survey=survey)
    allowed = msg("one of {choices}", choices=", ".join([*known, f"…/{CODEBOOK}"]))
    raise ReportError([Problem(HERE, found, allowed, nearest(survey, known))])


def open_results(root: Path, survey: str, engine: str | None = None) -> Report:
    """A report of one survey, wherever its folder is.

    Raises:
        ReportError: no such survey, or problems in its data.
    """
    folder = survey_folder(root, survey)
    opened = open_survey(folder, root if folder.is_relative_to(root) else folder.parent, engine)
    language = Language(read_settings(root).language)
    return Report({opened.codebook.id: opened}, (), language, read_earlier(root))


def on_the_pages(root: Path, survey: str) -> frozenset[Address]:
    """The tables that the project's pages use of one of its surveys; none of a survey that is elsewhere.

    Raises:
        ReportError: problems in settings or data.
    """
    if not (root / SURVEYS / survey / CODEBOOK).is_file():
        return frozenset()
    return frozenset(address for address in desk_of(root).report.tables() if address.survey == survey)


def question_list(report: Report, *, unreleased: bool = False) -> list[dict[str, object]]:
    """The questions of a survey, with their columns in the file and their base; a base that is withheld is null.

    Raises:
        ReportError: problems in the data.
    """
    ((id_, survey),) = report.surveys.items()
    return [
        {
            "question": question.id,
            "type": question.type,
            "text": in_language(question.text, report.language.code),
            "columns": _columns(question, survey),
            "base": answered(survey, question.id)
            if unreleased and not isinstance(survey, Published | Sealed)
            else report.base(Address(id_, question.id), HERE),
        }
        for question in survey.codebook.questions
    ]


def printed_list(questions: list[dict[str, object]], form: str) -> str:
    """The questions of a survey as JSON, or without their columns as CSV or set for the terminal."""
    if form == "json":
        return json.dumps(questions, ensure_ascii=False, indent=1)
    return printed_table([{"group": {}, **{key: row[key] for key in _LISTED}} for row in questions], form)


def table(
    report: Report, question: str, by: tuple[str, ...], form: str, *,
    unreleased: bool = False, beside: frozenset[Address] = frozenset(),
) -> str:  # fmt: skip
    """One table, as a record like those of `tables.json`, as CSV, or set for the terminal.

    Args:
        beside: the tables that are published already: this one hides what all of them together would tell.

    Raises:
        ReportError: no such question or grouping, or problems in the data.
    """
    ((id_, survey),) = report.surveys.items()
    address = Address(id_, question, by)
    if unreleased:
        if isinstance(survey, Published):
            raise ReportError([Problem(HERE, msg("{survey} holds published figures: all of it is public", survey=id_))])
        if isinstance(survey, Sealed):
            raise not_sealed(survey, msg("What is not released"), [], HERE)
        record = unreleased_table(survey, address, report.language.code)
    else:
        report.table(address, HERE)
        report.decide(beside)
        released = report.table(address, HERE)
        if form == "csv":
            return table_csv(address, released, report.language.code).rstrip("\n")
        record = table_record(address, released) | {"released": True}
        record["rows"] = [row | UNCERTAINTY | {"method": released.method} for row in _rows(record)]
    record["engine"] = survey.codebook.engine
    return json.dumps(record, ensure_ascii=False, indent=1) if form == "json" else printed_table(_rows(record), form)


def _rows(record: dict[str, object]) -> list[dict[str, object]]:
    rows = record["rows"]
    if not isinstance(rows, list):
        raise TypeError(rows)
    return rows


def _columns(question: Question, survey: AnySurvey) -> list[str]:
    """The question's headers as they stand in the file."""
    written = survey.headers if isinstance(survey, Survey) else {}
    return [written.get(fold(header), header) for header in headers(question)]
