"""Small tables for the tests of release: written as text, read as text, and attacked from the outside."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import numpy as np
from scipy.optimize import linprog

from macros.release.released import Released
from macros.survey.answer import Answer, Merge
from macros.survey.codebook import Codebook
from macros.survey.question import Question
from macros.survey.tabulation import MISSING, Cell, Tabulation

HIDDEN = "·"
Attacked = tuple[str | None, str | None]


def question(
    id: str,
    answers: str,
    merge: Mapping[str, str] | None = None,
    kind: Literal["single", "scale", "multiple", "number"] = "single",
    *,
    sensitive: bool = False,
) -> Question:
    """A question whose answers and merges are lists of codes: `question("q", "a b c", {"ab": "a b"})`."""
    return Question(
        id=id,
        type=kind,
        text=id,
        sensitive=sensitive,
        separator=";" if kind == "multiple" else None,
        answers=[Answer(code=code, label=code) for code in answers.split()],
        merge=[Merge(code=code, label=code, of=of.split()) for code, of in (merge or {}).items()],
    )


def codebook(*questions: Question, **parts: Any) -> Codebook:
    given: dict[str, Any] = {
        "id": "prov",
        "status": "example",
        "kind": "responses",
        "title": "Prov",
        "publisher": "Prov",
        "population": {"label": "företag", "one": "företag", "many": "företag"},
        "files": ["svar.csv"],
        "questions": list(questions),
        **parts,
    }
    return Codebook.model_validate(given)


def one_way(
    counts: str, asked: Question | None = None, kinds: Mapping[str, int] | None = None, **parts: Any
) -> Tabulation:
    """A one-way table from `a 12, b 4`; the base is their sum, or `base` where it is given among them."""
    read = dict(_pair(part) for part in counts.split(","))
    base = read.pop("base", sum(read.values()))
    asked = asked or question("q", " ".join(read))
    cells = [Cell((), None, base), *(Cell((), code, read[code]) for code in read)]
    cells += [Cell((), kind, (kinds or {}).get(kind, 0)) for kind in MISSING]
    return Tabulation(codebook(asked, **parts), asked, (), tuple(cells))


def by_group(
    text: str, asked: Question | None = None, by: Question | None = None, **parts: Any
) -> tuple[Tabulation, Tabulation]:
    """A table by group, and its one-way table, from lines such as `berg 13 6 1`; the first line names the answers.

    A column `base` gives bases that are not the sum; a line `(none)` holds the units whose group is missing.
    """
    head, *lines = [line.split() for line in text.strip().splitlines()]
    codes = [code for code in head if code != "base"]
    counted = {}
    for name, *numbers in lines:
        row = dict(zip(head, map(int, numbers), strict=True))
        row.setdefault("base", sum(row.values()))
        counted[name] = row
    groups = [name for name in counted if name != "(none)"]
    asked = asked or question("q", " ".join(codes))
    by = by or question("g", " ".join(groups))
    book = codebook(asked, by, **parts)
    total = {code: sum(row[code] for row in counted.values()) for code in (*codes, "base")}

    def cells(group: tuple[str | None, ...], row: Mapping[str, int]) -> list[Cell]:
        answered = [Cell(group, None, row["base"]), *(Cell(group, code, row[code]) for code in codes)]
        return [*answered, *(Cell(group, kind, 0) for kind in MISSING)]

    inner = [cell for name in groups for cell in cells((name,), counted[name])]
    ungrouped = counted.get("(none)", {"base": 0})["base"]
    table = Tabulation(book, asked, (by,), (*cells((None,), total), *inner), ungrouped)
    return table, Tabulation(book, asked, (), tuple(cells((), total)))


def numbers(text: str, by: Question | None = None, **parts: Any) -> tuple[Tabulation, Tabulation]:
    """A number question by group, and its one-way table, from `berg 4, krokom 14`; every value is 1."""
    read = dict(_pair(part) for part in text.split(","))
    asked = Question(id="q", type="number", text="q")
    by = by or question("g", " ".join(group for group in read if group != "(none)"))
    book = codebook(asked, by, **parts)

    def cells(group: tuple[str | None, ...], n: int) -> list[Cell]:
        return [Cell(group, None, n, float(n), float(n)), *(Cell(group, kind, 0) for kind in MISSING)]

    total = sum(read.values())
    inner = [cell for group, n in read.items() if group != "(none)" for cell in cells((group,), n)]
    table = Tabulation(book, asked, (by,), (*cells((None,), total), *inner), read.get("(none)", 0))
    return table, Tabulation(book, asked, (), tuple(cells((), total)))


def shown(released: Released) -> str:
    """What a reader sees of the counts: a line a group, its base after the bar, and `·` for what is hidden."""
    lines = []
    for group in dict.fromkeys(row.group for row in released.rows):
        rows = {row.answer: row for row in released.rows if row.group == group}
        cells = [HIDDEN if rows[a.code].n is None else str(rows[a.code].n) for a in released.answers]
        base = HIDDEN if rows[None].n is None else str(rows[None].n)
        lines.append(" ".join([str(group[0] if group and group[0] else "total"), *cells, "|", base]))
    return "\n".join(lines)


def grid(text: str) -> str:
    """A table in a test, without its indent and double blanks."""
    return "\n".join(" ".join(line.split()) for line in text.strip().splitlines())


def attack(
    released: Released, ceiling: int, known: Mapping[Attacked, int] | None = None, *, ungrouped: bool = False
) -> dict[Attacked, tuple[float, float]]:
    """The bounds of every count of a released single-choice table, by linear programs over its rows alone.

    Written against the released table, with nothing of the room that made it.
    """
    known = known or {}
    groups = list(dict.fromkeys(row.group[0] if row.group else None for row in released.rows))
    inner = [group for group in groups if group is not None] + (["(none)"] if ungrouped else [])
    answers: list[str | None] = [None, *(answer.code for answer in released.answers)]
    cells = [(group, answer) for group in (None, *inner) for answer in answers]
    place = {cell: i for i, cell in enumerate(cells)}
    printed: dict[Attacked, float] = {
        (row.group[0] if row.group else None, row.answer): float(row.n or 0)
        for row in released.rows
        if row.status != "suppressed" and row.answer not in MISSING
    }
    limits = [(v, v) if (v := {**printed, **known}.get(cell)) is not None else (0.0, float(ceiling)) for cell in cells]
    sums: list[list[float]] = []
    for group in (None, *inner):
        _add(sums, [place[group, answer] for answer in answers[1:]], place[group, None], len(cells))
    if inner:
        for answer in answers:
            _add(sums, [place[group, answer] for group in inner], place[None, answer], len(cells))
    found = {}
    for cell in cells:
        ends = []
        for sign in (1, -1):
            cost = np.zeros(len(cells))
            cost[place[cell]] = sign
            result = linprog(cost, A_eq=np.array(sums), b_eq=np.zeros(len(sums)), bounds=limits)
            assert result.status == 0
            assert result.x is not None
            ends.append(round(sign * float(result.x @ cost), 6))
        found[cell] = (ends[0], ends[1])
    return found


def _add(sums: list[list[float]], parts: Sequence[int], whole: int, width: int) -> None:
    line = [0.0] * width
    for part in parts:
        line[part] = 1.0
    line[whole] = -1.0
    sums.append(line)


def _pair(part: str) -> tuple[str, int]:
    name, count = part.split()
    return name, int(count)
