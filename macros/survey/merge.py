"""Neighbouring answers and groups counted as one.

Belongs here: adding counts. Does not: when to merge, which is disclosure control's choice (`release/merging.py`).
"""

from collections.abc import Iterable, Mapping, Sequence

from macros.survey.answer import Answer
from macros.survey.question import Question
from macros.survey.tabulation import Cell, Tabulation, combined

ANSWERS = "answer"
"""The name of the question's own answers among the variables of a table."""


def merge_categories(tabulation: Tabulation, merges: Mapping[str, Sequence[str]]) -> Tabulation:
    """Count what the codebook calls mergeable as one, from the counts.

    A merged category stands where its first part stood. The questions of the result know the merged answers only.

    Args:
        merges: for a grouping's id or `ANSWERS`, the codes of the codebook's `merge:` to apply.

    Raises:
        ValueError: for a code that is no merge of its question, or options of a multiple choice, which one unit may
            have ticked together.
    """
    if tabulation.question.type == "multiple" and merges.get(ANSWERS):
        raise ValueError("options of a multiple choice cannot be added up")
    answers = _targets(tabulation.question, merges.get(ANSWERS, ()))
    groups = [_targets(by, merges.get(by.id, ())) for by in tabulation.by]
    parts: dict[tuple[tuple[str | None, ...], str | None], list[Cell]] = {}
    for cell in tabulation.cells:
        group = tuple(to.get(code or "", code) for to, code in zip(groups, cell.group, strict=True))
        parts.setdefault((group, answers.get(cell.answer or "", cell.answer)), []).append(cell)
    cells = tuple(
        Cell(
            group,
            answer,
            sum(cell.n for cell in same),
            _sum(cell.total for cell in same),
            _sum(cell.squares for cell in same),
            combined(part for cell in same for part in cell.sums),
        )
        for (group, answer), same in parts.items()
    )
    return Tabulation(
        tabulation.codebook,
        _merged(tabulation.question, merges.get(ANSWERS, ())),
        tuple(_merged(by, merges.get(by.id, ())) for by in tabulation.by),
        cells,
        tabulation.ungrouped,
        tabulation.strata,
        tabulation.units,
        tabulation.coding,
    )


def _targets(question: Question, codes: Sequence[str]) -> dict[str, str]:
    """Each answer that goes into a merged one."""
    known = {merge.code: merge for merge in question.merge}
    if unknown := set(codes) - set(known):
        raise ValueError(f"{question.id} has no merge {sorted(unknown)}")
    return {part: code for code in codes for part in known[code].of}


def _merged(question: Question, codes: Sequence[str]) -> Question:
    """The question with merged answers in place of their parts."""
    to = _targets(question, codes)
    merges = {merge.code: merge for merge in question.merge}
    answers: dict[str, Answer] = {}
    for answer in question.answers:
        code = to.get(answer.code)
        if code is None:
            answers[answer.code] = answer
        elif code not in answers:
            answers[code] = Answer(code=code, label=merges[code].label, side=merges[code].side)
    return question.model_copy(
        update={
            "answers": list(answers.values()),
            "merge": [merge for merge in question.merge if merge.code not in codes],
        }
    )


def _sum(values: Iterable[float | None]) -> float | None:
    given = [value for value in values if value is not None]
    return sum(given) if given else None
