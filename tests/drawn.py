"""Small surveys drawn by design, from columns written in the test: a `Survey`, as the reader would make it.

The ten companies of statistics.md are here, since several specifications count on them.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

import pandas as pd

from macros.estimate.design import Sampling, sampling
from macros.estimate.domains import Domain, domains
from macros.survey.codebook import Codebook
from macros.survey.survey import CLUSTER, POPULATION, STRATUM, WEIGHT, Survey
from macros.survey.tabulation import KINDS, Tabulation

ROLES = {"weight": WEIGHT, "stratum": STRATUM, "cluster": CLUSTER, "population_size": POPULATION}
SIDES = {"down": "negative", "same": "neutral", "up": "positive"}

Column = Sequence[object]

TEN: dict[str, Column] = {
    "h": "AAAABBBBBB", "n": [10] * 4 + [30] * 6, "nt": [40] * 10, "nc": [20] * 10, "w": [2.5] * 4 + [5] * 6,
    "y": "1101001001", "x": [12, 30, 45, 8, 5, 7, 9, 3, 4, 6], "z": [20, 41, 80, 15, 9, 11, 20, 4, 7, 10],
    "g": "uvuuuuvvvv", "c": "1122333445", "k": "ssllssslss",
    "a": ["up", "up", "same", "down", "down", "down", "same", "down", "same", "up"],
}  # fmt: skip
"""Ten companies in two strata, A 4 of 10 and B 6 of 30, and in five of twenty clusters (statistics.md, D10)."""

DESIGNS: dict[str, dict[str, str]] = {
    "srs": {"population_size": "nt"},
    "st": {"stratum": "h", "population_size": "n"},
    "stw": {"stratum": "h", "weight": "w"},
    "cl": {"cluster": "c", "population_size": "nc"},
}


def ten(design: str, more: Mapping[str, Any] | None = None, **changed: Column) -> Survey:
    """The ten companies under one of `DESIGNS`, with more of `design:` and columns in place of theirs."""
    data = {**TEN, **changed}
    roles = DESIGNS[design]
    kinds = {"y": "single", "x": "number", "z": "number", "g": "single", "k": "single", "a": "scale"}
    columns = {**{name: data[name] for name in kinds}, **{role: data[name] for role, name in roles.items()}}
    return drawn(columns, kinds, more)


def drawn(
    columns: Mapping[str, Column],
    kinds: Mapping[str, str],
    design: Mapping[str, Any] | None = None,
    size: int | None = None,
    merge: Mapping[str, Sequence[str]] | None = None,
) -> Survey:
    """A survey of a probability sample.

    Args:
        columns: of questions, `id:code` those of a multiple choice, and by their role those of the design. None is no
            answer.
        kinds: the type of each question, and after a colon the base of a multiple choice, or the answers of another:
            `single:1 0`. Else these are the values of its column, in order.
        design: more of the codebook's `design:`; a simple random sample when it says nothing else.
        size: of the population.
        merge: of every choice that has the answers: answers that count as one, by its code.
    """
    frame = {ROLES.get(name, name): [_text(value) for value in column] for name, column in columns.items()}
    questions = [_question(name, kind, frame, merge or {}) for name, kind in kinds.items()]
    roles = {role: role for role in ROLES if role in columns}
    codebook = Codebook.model_validate(
        {
            "id": "prov-2020", "status": "example", "kind": "responses", "title": "Prov", "publisher": "Prov",
            "population": {"label": "alla", "size": size, "one": "företag", "many": "företag"},
            "design": {"kind": "srs", **roles, **(design or {})}, "files": ["svar.csv"], "questions": questions,
        }
    )  # fmt: skip
    return Survey(codebook, pd.DataFrame(frame, dtype="str"))


def parts_of(table: Tabulation) -> tuple[dict[str | None, Domain], Sampling]:
    """The domains of a table by the code of their one grouping, None the total, and the design."""
    parts = domains(table)
    return {part.group[0] if part.group else None: part for part in parts}, sampling(table, parts)


def _text(value: object) -> str:
    if value is None:
        return "__no_answer__"
    return f"{float(value):.12f}".rstrip("0").rstrip(".") if isinstance(value, float | Fraction) else str(value)


def _question(
    name: str, kind: str, frame: Mapping[str, list[str]], merge: Mapping[str, Sequence[str]]
) -> dict[str, Any]:
    type_, _, more = kind.partition(":")
    question: dict[str, Any] = {"id": name, "type": type_, "text": name}
    if type_ == "multiple":
        codes = [column.partition(":")[2] for column in frame if column.startswith(f"{name}:")]
        question |= {"separator": ";", "base": more or "answered"}
    else:
        codes = more.split() or sorted(set(frame[name]) - set(KINDS))
    if type_ == "number":
        return question
    fits = {code: list(of) for code, of in merge.items() if set(of) <= set(codes)}
    question["merge"] = [{"code": code, "label": code, "of": of} for code, of in fits.items()]
    sides = ({"side": SIDES[code]} if code in SIDES else {} for code in codes)
    question["answers"] = [{"code": code, "label": code, **side} for code, side in zip(codes, sides, strict=True)]
    return question
