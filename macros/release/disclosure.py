"""Disclosure control: the door through which a survey's numbers leave, and nothing else.

Belongs here: the order of the steps, and the stamp. Does not: any step (`decision.py`, `rows.py`).
"""

from collections.abc import Mapping

from macros.estimate.estimate import estimate
from macros.estimate.estimates import Estimates, Method
from macros.language.catalogue import Language
from macros.release.agreement import must_agree
from macros.release.coded import release_coding
from macros.release.decision import Asked, Decision, decide
from macros.release.merging import apply_merges
from macros.release.pattern import Pattern
from macros.release.released import _STAMP, Category, Released
from macros.release.reliability import much_nonresponse
from macros.release.rows import released_nets, released_rows
from macros.survey.answer import Merge
from macros.survey.merge import ANSWERS
from macros.survey.part import in_language
from macros.survey.question import Question
from macros.survey.tabulation import KINDS, Tabulation

_METHODS: tuple[Method, ...] = (
    "nonprobability",
    "census_nonresponse",
    "census",
    "korn_graubard",
    "xlogit",
    "wilson",
    "exact_finite",
    "t",
    "woodruff",
    "exact_boundary",
)
"""What is said of a table whose rows differ: the first of these that any row has."""


def release_table(
    tabulation: Tabulation, one_way: Tabulation, language: str = "sv", decision: Decision | None = None
) -> Released:
    """Release one question's table so that nobody can be picked out of it.

    Args:
        tabulation: counts of the question, by nothing or by one grouping.
        one_way: counts of the same question by nothing; the same as tabulation when that has no grouping.
        language: of the labels.
        decision: what was decided for it together with all other tables; without, it is decided alone.

    Raises:
        ReportError: when the population is smaller than the sample.
        ValueError: for a table that disclosure control cannot judge.
    """
    asked = Asked(tabulation, one_way)
    decision = decision or decide(asked)
    merges, pattern, rules = decision.merges, decision.pattern, asked.rules
    estimates = estimate(apply_merges(tabulation, merges))
    words = Language(language)
    total_shown = (None, None) not in pattern
    rows, nets = released_rows(estimates, pattern, words), released_nets(estimates, pattern, words)
    answers = _categories(estimates.question, merges.get(ANSWERS, ()), words)
    must_agree(estimates.question, answers, rows, nets)
    return Released(
        codebook=tabulation.codebook,
        question=tabulation.question,
        by=tabulation.by,
        rows=rows,
        nets=nets,
        answers=answers,
        groups={by.id: _categories(by, merges.get(by.id, ()), words) for by in estimates.by},
        merged=_merged(merges),
        rules=rules.names(),
        method=_method(estimates),
        asked=estimates.asked if total_shown else None,
        answered=estimates.answered if total_shown else None,
        coded=release_coding(tabulation.coding, rules, shown=total_shown),
        methods=_intervals(estimates),
        effective=_effective(estimates) if total_shown else None,
        blank=_blank(estimates, pattern) if total_shown else None,
        stamp=_STAMP,
    )


def _categories(question: Question, merges: tuple[Merge, ...], language: Language) -> tuple[Category, ...]:
    parts = {merge.code: tuple(merge.of) for merge in merges}
    return tuple(
        Category(answer.code, in_language(answer.label, language.code), parts.get(answer.code, ()), answer.side)
        for answer in question.answers
    )


def _merged(merges: Mapping[str, tuple[Merge, ...]]) -> dict[str, dict[str, tuple[str, ...]]]:
    return {variable: {merge.code: tuple(merge.of) for merge in chosen} for variable, chosen in merges.items()}


def _intervals(estimates: Estimates) -> tuple[Method, ...]:
    used = {row.method for row in estimates.rows if row.low is not None}
    return tuple(method for method in _METHODS if method in used)


def _effective(estimates: Estimates) -> int | None:
    """What the total's answers are worth, rounded down: by the weights alone, which is one number for all answers."""
    design = estimates.codebook.design
    known = next((row.n_eff for row in estimates.rows if row.answer is None and not any(row.group)), None)
    return None if known is None or not (design.weight or design.stratum or design.calibrate) else int(known + 1e-9)


def _blank(estimates: Estimates, pattern: Pattern) -> int | None:
    missing = [row for row in estimates.rows if row.answer in KINDS and not any(row.group)]
    shown = [str(row.answer) for row in missing if (None, row.answer) not in pattern]
    return much_nonresponse(missing, shown, estimates.asked)


def _method(estimates: Estimates) -> Method:
    used = {row.method for row in estimates.rows}
    return next((method for method in _METHODS if method in used), "none")
