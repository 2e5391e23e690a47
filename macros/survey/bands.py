"""Bands: a scale that the codebook makes of a number or a date, by limits of its own; no column of a file holds it."""

import datetime
from decimal import Decimal

from macros.survey.question import Question


def band_of(value: str, question: Question) -> str:
    """The code of the band that a value falls in; a missing kind stays what it is.

    Args:
        value: a number or a date as a `Survey` holds it, or a missing kind.
        question: the scale; each answer but the last has its limit `below`.

    >>> from macros.survey.answer import Answer
    >>> small, large = Answer(code="s", label="S", below=10), Answer(code="l", label="L")
    >>> scale = Question(id="b", type="scale", text="?", bands_of="n", answers=[small, large])
    >>> [band_of(value, scale) for value in ("9.5", "10", "__no_answer__")]
    ['s', 'l', '__no_answer__']

    >>> before, after = Answer(code="f", label="Före", below=datetime.date(2020, 3, 11)), Answer(code="e", label="E")
    >>> scale = Question(id="b", type="scale", text="?", bands_of="d", answers=[before, after])
    >>> [band_of(value, scale) for value in ("2020-03-10", "2020-03-11")]
    ['f', 'e']
    """
    if value.startswith("__"):
        return value
    return next(answer.code for answer in question.answers if answer.below is None or _under(value, answer.below))


def _under(value: str, limit: datetime.date | float) -> bool:
    if isinstance(limit, datetime.date):
        return datetime.date.fromisoformat(value) < limit
    return Decimal(value) < Decimal(str(limit))
