"""Bands: a scale that the codebook makes of a number question, by limits of its own; no column of the file holds it."""

from decimal import Decimal

from macros.survey.question import Question


def band_of(value: str, question: Question) -> str:
    """The code of the band that a value falls in; a missing kind stays what it is.

    Args:
        value: a number as a `Survey` holds it, or a missing kind.
        question: the scale; each answer but the last has its limit `below`.

    >>> from macros.survey.answer import Answer
    >>> small, large = Answer(code="s", label="S", below=10), Answer(code="l", label="L")
    >>> scale = Question(id="b", type="scale", text="?", bands_of="n", answers=[small, large])
    >>> [band_of(value, scale) for value in ("9.5", "10", "__no_answer__")]
    ['s', 'l', '__no_answer__']
    """
    if value.startswith("__"):
        return value
    number = Decimal(value)
    return next(a.code for a in question.answers if a.below is None or number < Decimal(str(a.below)))
