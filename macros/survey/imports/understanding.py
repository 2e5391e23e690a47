"""From a sheet to a draft: which columns are answers, which questions they make, and what was decided on the way.

Belongs here: the order of the steps. Does not: any of them. Every proposal is tried on all cells of the file, so the
draft reads the file that it was made of.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from macros.language.catalogue import Language
from macros.language.message import Message, msg, nmsg
from macros.survey.answer import Missing
from macros.survey.answer_cells import CellReader, headers
from macros.survey.codebook import Codebook
from macros.survey.design import Design, Period, Population
from macros.survey.imports.column import Column, Export
from macros.survey.imports.doubts import in_sentences
from macros.survey.imports.draft import Draft
from macros.survey.imports.exports import export_of
from macros.survey.imports.ground import Ground
from macros.survey.imports.missing_codes import missing_codes, unseen_codes
from macros.survey.imports.placeholders import ASKED, POPULATION, PUBLISHER
from macros.survey.imports.proposing import Proposing
from macros.survey.imports.roles import ADMINISTRATIVE
from macros.survey.imports.sorting import Sorted, decimal_of, fieldwork_of, sorted_columns
from macros.survey.imports.values import values_of
from macros.survey.question import Question
from macros.survey.sheet import Sheet
from macros.survey.spelling import fold, tidy

_OTHER = msg("Other (written in their own words)")
_ONE, _MANY = msg("response"), msg("responses")


class NothingAskedError(ValueError):
    """No column of a sheet holds an answer, so that no codebook can be made of it."""


def read_export(sheet: Sheet, id: str, tool: str = "auto", language: Language | None = None) -> Draft:
    """Understand an export.

    Args:
        sheet: the table, without problems.
        id: of the survey; a name that a codebook allows.
        tool: what wrote the export, one of `exports.TOOLS`, or "auto" to find out.
        language: of what only a person can fill in; the site's own, Swedish, when None.

    Returns:
        A draft whose codebook reads every cell of the sheet.

    Raises:
        KeyError: for an unknown tool.
        NothingAskedError: when no column holds an answer, so that there is nothing to make a question of.
    """
    language = language or Language("sv")
    export = export_of(sheet, tool)
    columns = export.columns(sheet)
    values = {column.position: values_of(sheet, column.position) for column in columns}
    decimal = decimal_of(values.values(), sheet.delimiter)
    sorted_ = sorted_columns(sheet, columns, values, decimal)
    asked = {column.position: values[column.position] for column in sorted_.answers}
    unseen = unseen_codes(sorted_.answers, asked) if export.marks_unseen else frozenset()
    silent = missing_codes(asked) - unseen
    missing = silent | unseen
    spelled = {fold(text): text for values_ in asked.values() for text in values_.spellings}
    spellings = Missing(
        no_answer=["", *(spelled[code] for code in sorted(silent))],
        not_asked=[spelled[code] for code in sorted(unseen)],
    )
    ground = Ground(asked, missing, decimal, export.separators, language.say(ASKED), language.say(_OTHER), sheet.facts)
    frame = _frame(sheet, id, decimal, spellings, language)
    proposing = Proposing(ground, _Trial(sheet, frame))
    proposals = list(proposing.proposals(sorted_.answers))
    questions = [question for proposal in proposals for question in proposal.questions]
    if not questions:
        raise NothingAskedError
    left_out = [name for proposal in proposals for name in proposal.ignored]
    fieldwork, unsure = fieldwork_of(sorted_.times, values)
    codebook = _codebook(frame, sorted_, questions, left_out, fieldwork)
    doubts = [*sorted_.doubts, *unsure, *(doubt for proposal in proposals for doubt in proposal.doubts)]
    return Draft(
        codebook=codebook,
        tool=export.tool,
        rows=len(sheet.records),
        persons=_persons(sheet, sorted_.answers, missing),
        columns=len(sheet.names),
        missing_codes=(*spellings.no_answer[1:], *spellings.not_asked),
        decisions=tuple(_decisions(export, tool, sorted_, fieldwork, decimal, spellings)),
        doubts=in_sentences(doubts),
        said=tuple(_said(sheet)),
    )


def _frame(sheet: Sheet, id_: str, decimal: str, missing: Missing, language: Language) -> Codebook:
    """The codebook but for its questions; one of open text stands in for them."""
    encoding = None if sheet.encoding in ("", "utf-8") else sheet.encoding
    stem = PurePath(sheet.path).stem
    return Codebook(
        id=id_,
        status="real",
        kind="responses",
        title=tidy(re.sub(r"[_-]+", " ", stem)) or id_,
        publisher=language.say(PUBLISHER),
        population=Population(label=language.say(POPULATION), one=language.say(_ONE), many=language.say(_MANY)),
        files=[f"private/{PurePath(sheet.path).name}"],
        encoding=encoding,
        delimiter=sheet.delimiter or None,
        header_rows=max(1, len(sheet.header)),
        decimal=decimal,
        missing=missing,
        questions=[Question(id="stand-in", type="text", text="-")],
    )


def _codebook(
    frame: Codebook, sorted_: Sorted, questions: Sequence[Question], left_out: Sequence[str], fieldwork: Period | None
) -> Codebook:
    ignored = sorted([*sorted_.times, *sorted_.ignored], key=lambda column: column.position)
    scales = {q.scale: q.answers for q in questions if q.scale is not None}
    changes = {
        "questions": list(questions),
        "scales": scales,
        "ignore": [*(column.name for column in ignored), *left_out],
        "identifier": sorted_.identifier.name if sorted_.identifier else None,
        "fieldwork": fieldwork,
        "design": Design(weight=sorted_.weight.name) if sorted_.weight else Design(),
    }
    return Codebook.model_validate({**dict(frame), **changes})


@dataclass(frozen=True)
class _Trial:
    """Tries a question on every row of the sheet."""

    sheet: Sheet
    frame: Codebook

    def reads(self, question: Question) -> bool:
        positions = [self.sheet.position(header) for header in headers(question)]
        reader = CellReader(self.frame, question)
        cells = {tuple(record.fields[at] for at in positions if at is not None) for record in self.sheet.records}
        return not any(reader.read(row).faults for row in cells)


def _persons(sheet: Sheet, columns: Sequence[Column], missing: frozenset[str]) -> int:
    """Records with any answer that a person gave; what the tool says of a record, such as its status, is none."""
    positions = [c.position for c in columns if fold(c.text or c.code or c.name) not in ADMINISTRATIVE]
    silent = {*missing, ""}
    return sum(any(fold(record.fields[at]) not in silent for at in positions) for record in sheet.records)


def _decisions(
    export: Export, tool: str, sorted_: Sorted, fieldwork: Period | None, decimal: str, missing: Missing
) -> Iterator[Message]:
    if tool == "auto":
        yield msg("The file was taken for an export of the kind {tool}.", tool=export.tool)
    if sorted_.identifier:
        yield msg("{column} names the respondent; it is never published.", column=sorted_.identifier.name)
    if sorted_.weight:
        yield msg("{column} is each respondent's weight.", column=sorted_.weight.name)
    if fieldwork:
        names = ", ".join(column.name for column in sorted_.times)
        yield msg(
            "The fieldwork is from {first} to {last}, by {names}.",
            first=fieldwork.first, last=fieldwork.last, names=names,
        )  # fmt: skip
    if decimal == ",":
        yield msg("Numbers have a decimal comma.")
    if missing.no_answer[1:]:
        yield msg(
            "{codes} is no answer: no column in which it stands has an empty cell. Whether those persons were asked at "
            "all cannot be told from the file.",
            codes=", ".join(f'"{code}"' for code in missing.no_answer[1:]),
        )
    if missing.not_asked:
        yield msg(
            "{codes} means that the question was not shown: it stands where options are ticked or not.",
            codes=", ".join(f'"{code}"' for code in missing.not_asked),
        )


def _said(sheet: Sheet) -> Iterator[Message]:
    if not sheet.facts:
        return
    labelled = sum(bool(fact.label) for fact in sheet.facts)
    coded = sum(bool(fact.values) for fact in sheet.facts)
    silent = sum(bool(fact.missing) for fact in sheet.facts)
    yield nmsg("The file has the words of {count} column.", "The file has the words of {count} columns.", labelled)
    yield nmsg("The file names the values of {count} column.", "The file names the values of {count} columns.", coded)
    sets = len(sheet.sets)
    yield nmsg(
        "The file declares {count} multiple-response set.", "The file declares {count} multiple-response sets.", sets
    )
    yield nmsg("The file declares values of {count} column to be no answer.",
               "The file declares values of {count} columns to be no answer.", silent)  # fmt: skip
