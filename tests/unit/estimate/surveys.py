"""Small tabulations, written by hand, for the tests of estimation."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from macros.survey.codebook import Codebook
from macros.survey.question import Question
from macros.survey.tabulation import MISSING, Cell, Tabulation


@dataclass(frozen=True)
class Counted:
    """One group: how many gave each answer, how many gave none, and for numbers their sums."""

    answers: Mapping[str, int] = field(default_factory=dict)
    missing: Mapping[str, int] = field(default_factory=dict)
    base: int | None = None
    total: float | None = None
    squares: float | None = None

    @property
    def answered(self) -> int:
        return sum(self.answers.values()) if self.base is None else self.base


def numbers(*values: float, missing: Mapping[str, int] | None = None) -> Counted:
    """Count one group's numbers."""
    squares = sum(value**2 for value in values)
    return Counted({}, missing or {}, len(values), float(sum(values)), float(squares))


def tabulation(
    groups: Mapping[str | None, Counted], *, design: str = "srs", size: int | None = 310, kind: str = "single"
) -> Tabulation:
    """Make the tabulation of question `q` from counts by group, None being the total."""
    codes = list(groups[None].answers)
    question: dict[str, Any] = {"id": "q", "type": kind, "text": "?", "answers": _answers(codes)}
    if kind == "multiple":
        question["separator"] = ";"
    grouping = [code for code in groups if code is not None]
    by = [{"id": "g", "type": "single", "text": "?", "answers": _answers([*grouping, "nobody"])}] if grouping else []
    codebook = Codebook.model_validate(
        {
            "id": "prov-2020",
            "status": "example",
            "kind": "responses",
            "title": "Prov",
            "publisher": "Prov",
            "population": {"label": "alla", "size": size, "one": "företag", "many": "företag"},
            "design": {"kind": design},
            "files": ["svar.csv"],
            "questions": [question, *by],
        }
    )
    asked = codebook.question("q")
    assert asked is not None
    cells = tuple(cell for group, counted in groups.items() for cell in _cells(group, counted, bool(by)))
    return Tabulation(codebook, asked, _grouping(codebook), cells)


def _answers(codes: list[str]) -> list[dict[str, str]]:
    return [{"code": code, "label": code} for code in codes]


def _grouping(codebook: Codebook) -> tuple[Question, ...]:
    return tuple(question for question in codebook.questions if question.id == "g")


def _cells(group: str | None, counted: Counted, grouped: bool) -> list[Cell]:  # noqa: FBT001 - one caller, above
    key = (group,) if grouped else ()
    base = Cell(key, None, counted.answered, counted.total, counted.squares)
    answers = [Cell(key, code, n) for code, n in counted.answers.items()]
    return [base, *answers, *(Cell(key, kind, counted.missing.get(kind, 0)) for kind in MISSING)]
