"""A file as `report import` would take it in: its draft, written as a codebook, and the answers that it reads.

The way round is the proof: whatever is imported must be read again, by the same readers as any survey, without a
problem.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path

import yaml

from macros.survey.answer_cells import headers
from macros.survey.codebook import Codebook
from macros.survey.codebook_file import read_codebook
from macros.survey.imports.draft import Draft
from macros.survey.imports.understanding import read_export
from macros.survey.question import Question
from macros.survey.responses import read_responses
from macros.survey.sheet import read_sheet
from macros.survey.spelling import fold
from macros.survey.survey import Survey
from macros.survey.tabulate import tabulate

ID = "provet"


@dataclass(frozen=True)
class Imported:
    """A draft, and the survey that the written draft reads."""

    draft: Draft
    codebook: Codebook
    survey: Survey

    def question(self, header: str) -> Question:
        """The question that a column of the file belongs to."""
        wanted = fold(header)
        return next(q for q in self.codebook.questions if wanted in map(fold, headers(q)))

    def counts(self, header: str) -> dict[str, int]:
        """How many gave each answer of the question that a column belongs to, by its label; the base under ""."""
        question = self.question(header)
        table = tabulate(self.survey, question.id)
        group = table.groups()[0]
        labels = {str(answer.label): table.cell(group, answer.code).n for answer in question.answers}
        return {**labels, "": table.cell(group, None).n}


def imported(file: Path, into: Path, tool: str = "auto") -> Imported:
    """Read a file, write its draft and an untouched copy into a folder, and read those."""
    sheet = read_sheet(file, file.parent)
    assert not sheet.problems
    draft = read_export(sheet, ID, tool)
    folder = into / ID
    (folder / "private").mkdir(parents=True)
    data = draft.codebook.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    for question in data["questions"]:
        if "scale" in question:
            question.pop("answers")
    (folder / "survey.yml").write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    shutil.copy(file, folder / "private" / file.name)
    codebook = read_codebook(folder, into)
    return Imported(draft, codebook, read_responses(codebook, folder, into))
