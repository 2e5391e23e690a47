"""Released tables become lines and facts that can be kept in public: what a seal holds.

Belongs here: taking a released table apart. Does not: putting it together again (`sealed.py`), or files
(`publish/seal.py`, `survey/sealed_file.py`).
"""

from dataclasses import fields
from typing import Any, get_type_hints

from pydantic import TypeAdapter

from macros.release.changes import LEVEL, Change
from macros.release.corrected import Corrected
from macros.release.released import Released
from macros.release.sealed_line import line_of
from macros.survey.sealed_file import SealedTable

_ELSEWHERE = frozenset({"codebook", "question", "by", "rows", "nets", "citations", "stamp"})
TOLD = {
    name: TypeAdapter(hint)
    for name, hint in get_type_hints(Released).items()
    if name in {field.name for field in fields(Released)} - _ELSEWHERE
}
"""What is kept of a table beside its rows, each with how it is read; questions come from the codebook."""
CORRECTED = TypeAdapter(Corrected)
CHANGE = "change"
ROWS, NETS = "rows", "nets"


def seal_table(released: Released) -> tuple[SealedTable, list[dict[str, str]]]:
    """A released table as facts and lines.

    Raises:
        ValueError: for figures that others published, or a question that is not the codebook's.
    """
    codebook = released.codebook
    asked = (released.question, *released.by)
    if released.citations or any(codebook.question(question.id) != question for question in asked):
        raise ValueError(f"{released.question.id} of {codebook.id} cannot be sealed")
    told = {name: adapter.dump_python(getattr(released, name), mode="json") for name, adapter in TOLD.items()}
    table = SealedTable(question=released.question.id, by=[by.id for by in released.by], told=told)
    lines = [line_of(table.key, ROWS, row) for row in released.rows]
    return table, lines + [line_of(table.key, NETS, row) for row in released.nets]


def seal_change(key: str, change: Change) -> tuple[dict[str, Any], dict[str, str]]:
    """A released change as facts and a line; of a p that no family of comparisons can make sure, only that."""
    p = change.p if change.p is None or change.p < LEVEL else 1.0
    return {"verdict": change.verdict, "test": change.test, "p": p}, line_of(key, CHANGE, change.row)


def seal_correction(corrected: Corrected) -> dict[str, Any]:
    """A released correction as facts."""
    sealed: dict[str, Any] = CORRECTED.dump_python(corrected, mode="json")
    return sealed
