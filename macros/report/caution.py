"""What a reader is told of numbers to be read with care: the rule of each flag that occurs, and whose rule it is.

Belongs here: the sentences under a figure, and what a heading may not say. Does not: the limits
(`release/reliability.py`) or the marks at the numbers (`render`).
"""

import re
from collections.abc import Iterable

from macros.errors import Place, Problem, ReportError
from macros.language.catalogue import Language
from macros.language.message import Message, msg
from macros.language.share_words import share_words
from macros.release.released import Released, Row
from macros.release.reliability import FEW, LEAST_DF, Flag
from macros.report.tables import group_labels
from macros.survey.part import in_language

UNCERTAIN = msg("uncertain")
UNCOMPUTED = msg("uncertainty cannot be computed")
HEADING = msg("Say “uncertain” in it, or name a number that is not.")


def cautions(released: Released, language: str) -> list[Message]:
    """One sentence for each flag that a shown number of the table has."""
    found = {flag for row in released.rows for flag in row.flags}
    notes = _few(released, language)
    if "wide" in found:
        notes.append(_wide(released))
    if any("df" in row.flags and "uncomputed" not in row.flags for row in released.rows):
        notes.append(
            msg(
                "Uncertain: so few units were drawn that the interval itself is unsure (fewer than {least} degrees of "
                "freedom; NCHS 2017).",
                least=LEAST_DF,
            )
        )
    if "uncomputed" in found:
        notes.append(
            msg(
                "Uncertainty cannot be computed where no interval is given: too few units were drawn, or their answers "
                "do not differ."
            )
        )
    if released.blank is not None:
        notes.append(
            msg(
                "{blank} of {asked} gave no answer to the question, more than three in ten: who did not answer may "
                "differ (limit: OMB 2006).",
                blank=released.blank,
                asked=released.asked,
            )
        )
    return notes


def _wide(released: Released) -> Message:
    if released.question.type == "number":
        return msg("Uncertain: the standard error is more than a fifth of the mean (limit: ONS).")
    return msg(
        "Uncertain: the interval is at least 30 percentage points wide, or wider than 1.3 times the percentage itself "
        "and than 5 points (limits: NCHS 2017)."
    )


def _few(released: Released, language: str) -> list[Message]:
    few = [
        (label, row.base)
        for group, label in group_labels(released, language).items()
        for row in released.rows
        if row.group == group and row.answer is None and "few" in row.flags
    ]
    if not few:
        return []
    if len(few) == 1 and not released.by:  # all who answered are not all that there are
        return [msg("Rests on {base} answers only; read with care (limit: {few}, NCHS 2017).", base=few[0][1], few=FEW)]
    if len(few) == 1:
        return [
            msg(
                "{group}: rests on {base} answers only; read with care (limit: {few}, NCHS 2017).",
                group=few[0][0],
                base=few[0][1],
                few=FEW,
            )
        ]
    return [msg("Groups with fewer than {few} answers: read with care (limit: NCHS 2017).", few=FEW)]


def caution(flags: Iterable[Flag]) -> Message | None:
    """What must stand beside an uncertain number, or None.

    >>> caution(("few",)), caution(("wide", "df")).template, caution(("df", "uncomputed")).template
    (None, 'uncertain', 'uncertainty cannot be computed')
    """
    found = set(flags)
    if "uncomputed" in found:
        return UNCOMPUTED
    return UNCERTAIN if found & {"wide", "df"} else None


def refuse_uncertain(title: str, released: Released, language: str, place: Place) -> None:
    """Stop at a title that names an uncertain number of its figure and does not say so.

    A number is named in figures or in words; one that a sure number of the same table shares is let be.

    Raises:
        ReportError: the number, and what to do.

    Source: statistics.md 4.3.
    """
    said, words = title.casefold(), Language(language)
    if words.say(UNCERTAIN) in said:
        return
    shares = [row for row in released.rows if row.statistic == "share" and row.percent is not None]
    sure = {row.percent for row in shares if not row.uncertain}
    for row in shares:
        if row.uncertain and row.percent not in sure and _names(said, row, released, words):
            found = msg(
                "the title names an uncertain number: {answer}, {percent} percent",
                answer=row.label,
                percent=f"{row.percent:g}",
            )
            raise ReportError([Problem(place, found, hint=HEADING)])


def _names(said: str, row: Row, released: Released, language: Language) -> bool:
    if f"{row.percent:g}" in re.findall(r"\d+", said):
        return True
    many = in_language(released.codebook.population.many, language.code)
    phrase = share_words(row.percent or 0, row.n, row.base, language, many=many).casefold()
    return phrase in said
