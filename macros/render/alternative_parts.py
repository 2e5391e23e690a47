"""The sentences that text alternatives share: the interval, what is to be read with care, what is withheld, the base.

Belongs here: single sentences. Does not: which of them a kind of chart says (`alternative.py`).
"""

from collections.abc import Sequence
from dataclasses import replace

from macros.language.catalogue import Language
from macros.language.listing import listed
from macros.language.message import Message, msg
from macros.release.released import Released, Row
from macros.report.caution import UNCERTAIN, UNCOMPUTED, caution
from macros.report.notes import published_base


def chance(top: Row) -> list[Message]:
    """How far chance may have moved the number that was named first."""
    if top.low is None or top.high is None:
        return []
    ends = {"low": replace(top, percent=top.low), "high": replace(top, percent=top.high)}
    return [msg("The interval of {answer} is {low} to {high} percent.", answer=quiet(top), **ends)]


def cautions(rows: Sequence[Row]) -> list[Message]:
    """Which numbers are to be read with care, each kind of care in a sentence of its own."""
    found = {text: [quiet(row) for row in rows if caution(row.flags) == text] for text in (UNCERTAIN, UNCOMPUTED)}
    return [named(text, names) for text, names in found.items() if names]


def named(text: Message, names: Sequence[str]) -> Message:
    """What is to be read with care, and how."""
    listed = ", ".join(names)
    if text == UNCERTAIN:
        return msg("Uncertain: {names}.", names=listed)
    return msg("Uncertainty cannot be computed: {names}.", names=listed)


def hidden(names: Sequence[str], of: int = 0) -> list[Message]:
    """What is withheld, without a number.

    Args:
        of: how many groups there are: all of them need not be named.
    """
    if len(names) == of > 1:
        return [msg("No group is shown in full, to protect those who answered.")]
    return [msg("Not shown in full, to protect those who answered: {names}.", names=", ".join(names))] if names else []


def few_answers(names: Sequence[str], of: int) -> list[Message]:
    """Which groups rest on few answers."""
    if len(names) == of > 1:
        return [msg("Few answers in every group.")]
    return [msg("Few answers: {names}.", names=", ".join(names))] if names else []


def base(released: Released) -> list[Message]:
    """How many answered, or that it is not known."""
    if released.codebook.kind == "published":
        return [published_base(released)]
    total = released.row((None,) * len(released.variables), None)
    if total.n is None:
        return []
    several = [msg("Several answers could be given.")] if released.question.type == "multiple" else []
    return [msg("Base: {n} answers.", n=total.n), *several]


def quiet(row: Row) -> str:
    """An answer's name inside a sentence."""
    return row.label[:1].lower() + row.label[1:]


def largest(rows: Sequence[Row]) -> list[Row]:
    """The rows with the largest share: as published, several can have it."""
    most = max(row.percent or 0 for row in rows)
    return [row for row in rows if (row.percent or 0) == most]


def smallest(rows: Sequence[Row]) -> list[Row]:
    """The rows with the smallest share."""
    least = min(row.percent or 0 for row in rows)
    return [row for row in rows if (row.percent or 0) == least]


def names_of(rows: Sequence[Row], language: Language) -> str:
    """The answers' names inside a sentence."""
    return listed([quiet(row) for row in rows], language)
