"""Estimates become released rows: rounded where they are shown, empty where they are hidden.

Belongs here: one row from one estimate. Does not: which cells are hidden (`pattern.py`) or the stamp
(`disclosure.py`).
"""

from fractions import Fraction
from typing import Literal

from macros.estimate.estimates import Estimate, Estimates
from macros.language.catalogue import Language
from macros.language.message import msg
from macros.release.labels import row_label
from macros.release.pattern import Pattern
from macros.release.released import Row, Status
from macros.release.reliability import flags
from macros.release.rounding import half_up, interval_end, mean, percent, quartile
from macros.survey.part import in_language
from macros.survey.question import Question
from macros.survey.tabulation import KINDS, Group

MEAN = msg("Mean")
QUARTILES = {"q1": msg("Lower quartile"), "median": msg("Median"), "q3": msg("Upper quartile")}
QUARTILE_BASE = 10
"""Answers; of fewer no quartile is told. Source: statistics.md 6.4."""


def released_rows(estimates: Estimates, pattern: Pattern, language: Language) -> tuple[Row, ...]:
    """Every row of a table, the total first; missing kinds of the total only.

    Raises:
        ValueError: for an estimate that is shown and has no value.
    """
    answered = _answered(estimates)
    rows = []
    for estimate in estimates.rows:
        missing = estimate.answer in KINDS
        own = estimate.statistic == "quartile" and estimates.question.sensitive  # somebody's own answer, rounded
        if own or (missing and any(estimate.group)):
            continue
        cell = (estimate.group[0] if estimate.group else None, estimate.answer)
        label = _label(estimate, estimates.question, language)
        if estimate.statistic == "quartile":
            cell = (cell[0], None)
        few = estimate.statistic == "quartile" and 0 < answered[estimate.group] < QUARTILE_BASE
        if cell in pattern or few:
            rows.append(_without_number(estimate, label, "suppressed"))
        elif answered[estimate.group] == 0 and not missing:
            rows.append(_without_number(estimate, label, "no_base"))
        else:
            rows.append(_with_number(estimate, label, answered[estimate.group]))
    return tuple(rows)


def _label(estimate: Estimate, question: Question, language: Language) -> str:
    if estimate.statistic == "mean":
        return language.say(MEAN)
    if estimate.statistic == "quartile":
        return language.say(QUARTILES[str(estimate.answer)])
    return row_label(question, estimate.answer, language)


def _answered(estimates: Estimates) -> dict[Group, int]:
    return {row.group: row.base for row in estimates.rows if row.answer is None}


def released_nets(estimates: Estimates, pattern: Pattern, language: Language) -> tuple[Row, ...]:
    """The nets of every group; one of which any part is hidden, or its base, is hidden with it."""
    sides = {answer.code for answer in estimates.question.answers if answer.side in ("positive", "negative")}
    merges = {merge.code: merge for merge in estimates.question.merge}
    answered = _answered(estimates)
    rows = []
    for estimate in estimates.nets:
        if estimate.statistic == "index":  # for the analyst alone
            continue
        group = estimate.group[0] if estimate.group else None
        merge = merges.get(estimate.answer or "")
        of_answers = estimate.statistic == "share_of_answers"  # its base is the sum of all options
        parts = set(merge.of) if merge else {a.code for a in estimates.question.answers} if of_answers else sides
        text = merge.label if merge else estimates.question.label or estimates.question.text
        label = in_language(text, language.code)
        if of_answers:
            label = row_label(estimates.question, estimate.answer, language)
        if any((group, part) in pattern for part in (*parts, None)):
            rows.append(_without_number(estimate, label, "suppressed"))
        elif estimate.value is None:
            rows.append(_without_number(estimate, label, "no_base"))
        else:
            rows.append(_with_number(estimate, label, answered[estimate.group]))
    return tuple(rows)


def _without_number(estimate: Estimate, label: str, status: Status) -> Row:
    return Row(estimate.group, estimate.answer, label, _published_as(estimate), status)


def _with_number(estimate: Estimate, label: str, answered: int) -> Row:
    if estimate.value is None:
        raise ValueError(f"{estimate.statistic} of {estimate.group} has a base and no value")
    value, share, low, high = float(estimate.n), None, None, None
    if estimate.statistic in ("share", "share_of_answers"):
        value = share = percent(estimate.value, 1)
        low, high = (None if end is None else interval_end(end) for end in (estimate.low, estimate.high))
    elif estimate.statistic == "mean":
        value = mean(estimate.value)
        low, high = (None if end is None else mean(end) for end in (estimate.low, estimate.high))
    elif estimate.statistic == "quartile":
        value = quartile(estimate.value)
        low, high = (None if end is None else quartile(end) for end in (estimate.low, estimate.high))
    elif estimate.statistic == "balance":
        value = half_up(100 * Fraction(estimate.value))
        low, high = (None if end is None else half_up(100 * end) for end in (estimate.low, estimate.high))
    return Row(
        group=estimate.group,
        answer=estimate.answer,
        label=label,
        statistic=_published_as(estimate),
        status="ok",
        value=value,
        n=None if estimate.statistic == "balance" else estimate.n,
        base=estimate.base,
        percent=share,
        low=low,
        high=high,
        flags=flags(estimate, answered),
    )


def _published_as(estimate: Estimate) -> Literal["share", "share_of_answers", "count", "mean", "quartile"]:
    """What a row says it is; a balance is a difference of shares."""
    match estimate.statistic:
        case "count" | "mean" | "quartile" | "share_of_answers":
            return estimate.statistic
        case "share" | "balance":
            return "share"
    raise ValueError(f"{estimate.statistic} is not released")
