"""Several answers in one cell as a program writes a list: ["react", "vue"] or ['react', 'vue'].

Belongs here: telling such cells, and the spellings by which they are read as joined answers. Does not: answers joined
by hand or by a survey tool (`joined.py`).
"""

import ast
from dataclasses import dataclass

from macros.survey.imports.values import Values
from macros.survey.spelling import fold

SEPARATOR = ","
EMPTY = "[]"


@dataclass(frozen=True)
class Listed:
    """The answers of a column of lists, in plain order.

    Attributes:
        in_file: of each answer, how it stands between the commas of a cell: with its quotes, and first or last also
            with a bracket.
    """

    in_file: dict[str, list[str]]


def listed(values: Values) -> Listed | None:
    """The answers of a column in which every cell is a list of texts, or None.

    >>> found = listed(Values({'["A", "B"]': 2, "[]": 1, '["B"]': 1}))
    >>> found.in_file["B"]
    ['"B"', '["B"', '"B"]', '["B"]']
    >>> listed(Values({"A, B": 2})) is None
    True
    """
    marks: dict[str, set[str]] = {}
    for cell in values.spellings:
        parts = _parts(cell)
        if parts is None:
            return None
        for part in parts:
            marks.setdefault(part, set()).add(cell[1])
    if len(marks) < 2 or len(set(map(fold, marks))) < len(marks):  # noqa: PLR2004
        return None
    ends = ("", ""), ("[", ""), ("", "]"), ("[", "]")
    return Listed({
        part: [f"{first}{mark}{part}{mark}{last}" for mark in sorted(marks[part]) for first, last in ends]
        for part in sorted(marks, key=fold)
    })  # fmt: skip


def _parts(cell: str) -> list[str] | None:
    if not (cell.startswith(("['", '["')) or cell == EMPTY):
        return None
    try:
        parts = ast.literal_eval(cell)  # reads texts between quotes, as JSON's are, and computes nothing
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return None
    texts = isinstance(parts, list) and all(isinstance(part, str) and part.strip() for part in parts)
    return parts if texts else None
