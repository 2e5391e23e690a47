"""Tables written as a tool would write them, imported, with what became of them.

Belongs here: the way from rows to an imported survey. Does not: any tool's rows.
"""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from macros.language.catalogue import Language
from macros.survey.part import in_language
from tests.imported import Imported, imported

Rows = Sequence[Sequence[object]]


def table(
    tmp_path: Path, header: Sequence[str] | Sequence[Sequence[str]], rows: Rows, delimiter: str = ","
) -> Imported:
    """Write a table as a file and import it."""
    text = io.StringIO()
    heads = [header] if isinstance(header[0], str) else header
    csv.writer(text, delimiter=delimiter, lineterminator="\n").writerows([*heads, *rows])
    file = tmp_path / "svar.csv"
    file.write_text(text.getvalue(), encoding="utf-8")
    found = imported(file, tmp_path / "in")
    book = found.codebook
    used = [
        *found.draft.question_columns,
        *book.ignore,
        *book.design.columns,
        *([book.identifier] if book.identifier else []),
    ]
    assert len(used) == len(set(used)) == found.draft.columns  # each column has one place
    return found


def kinds(found: Imported) -> dict[str, str]:
    return {question.id: question.type for question in found.codebook.questions}


def labels(found: Imported, id_: str) -> list[str]:
    question = found.codebook.question(id_)
    assert question is not None
    return [in_language(answer.label, "sv") for answer in question.answers]


def doubts(found: Imported) -> str:
    return "\n".join(Language("en").say(message) for message in found.draft.doubts)
