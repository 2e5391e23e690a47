"""How far the open answers to a question were coded by hand.

Belongs here: the counts. Does not: reading the codes (`codings.py`) or what of it is published (`release/coded.py`).
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Coding:
    """Respondents by what became of their open answer.

    Attributes:
        answered: those who wrote one.
        coded: those of them with at least one code: the base of the coded question.
        uncoded: those with none.
        several: those with more than one code.
    """

    answered: int
    coded: int
    uncoded: int
    several: int
