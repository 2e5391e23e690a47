"""Numbers as people and programs write them.

Belongs here: a number question's cell, and one number. Does not: bands of numbers (`bands.py`).
"""

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_EVEN, Context, Decimal

from macros.language.message import Message, msg
from macros.survey.model_problems import shown
from macros.survey.reading import Fault, Reading, Words
from macros.survey.spelling import fold, tidy

DIGITS = 15
"""Significant digits; more than that a float cannot hold, and what stands after them is its own noise."""

_EXACT = Context(prec=DIGITS, rounding=ROUND_HALF_EVEN)


def read_numeric(words: Words, cells: Sequence[str]) -> Reading:
    """Read a number question's cell."""
    question, decimal = words.question, words.codebook.decimal
    text = tidy(cells[0])
    if fold(text) in words.missing:
        return Reading((words.missing[fold(text)],))
    value = read_number(text, decimal)
    low, high = question.minimum, question.maximum
    if value is None:
        found = msg('"{value}" is not a number', value=shown(text)) if text else msg("The cell is empty")
        return Reading(faults=(Fault(0, found, _allowed(low, high), decimal_hint(text, decimal)),))
    if (low is not None and value < Decimal(str(low))) or (high is not None and value > Decimal(str(high))):
        found = msg("{value} is out of range", value=shown(text))
        return Reading(faults=(Fault(0, found, _allowed(low, high)),))
    return Reading((plain(value),))


def plain(value: Decimal) -> str:
    """A number as a `Survey` holds it.

    >>> plain(Decimal("-1.50")), plain(Decimal("1E+2")), plain(Decimal("-0.0"))
    ('-1.5', '100', '0')
    """
    return f"{value.normalize() + 0:f}"


def read_number(text: str, decimal: str) -> Decimal | None:
    """Read a number with blanks or nothing between its thousands; None when it is none.

    More than 15 digits are rounded to 15 where they are decimals: a program wrote a float in full. An exponent is
    read only as programs write it, with its sign and two digits; who types `1e3` may mean anything. SPSS leaves out
    the 0 of `.5`.

    >>> read_number("1 200,50", ","), read_number("-1.0", "."), read_number("1e+05", ".")
    (Decimal('1200.50'), Decimal('-1.0'), Decimal('1E+5'))
    >>> read_number("0.33299999999999996", "."), read_number("1234567890123456", ".")
    (Decimal('0.333000000000000'), None)
    >>> read_number("1,5", "."), read_number("1e3", ".")
    (None, None)
    """
    whole, decimals = "(?:[0-9]{1,3}(?: [0-9]{3})+|[0-9]+)", f"{re.escape(decimal)}[0-9]+"
    pattern = rf"[-+\u2212]?(?:{whole}(?:{decimals})?|{decimals})(?:[eE][-+][0-9]{{2}})?"
    if len(text) > 4 * DIGITS or not re.fullmatch(pattern, text):
        return None
    value = Decimal(text.replace(" ", "").replace("\N{MINUS SIGN}", "-").replace(decimal, "."))
    if value.adjusted() >= DIGITS:
        return None
    return value if len(value.as_tuple().digits) <= DIGITS else _EXACT.plus(value)


def _allowed(low: float | None, high: float | None) -> Message:
    if low is not None and high is not None:
        return msg("a number from {low} to {high}", low=f"{low:g}", high=f"{high:g}")
    if low is not None:
        return msg("a number from {low}", low=f"{low:g}")
    return msg("a number up to {high}", high=f"{high:g}") if high is not None else msg("a number")


def decimal_hint(text: str, decimal: str) -> Message | None:
    """Say so where a text would be a number with the other decimal mark."""
    other = "," if decimal == "." else "."
    if read_number(text, other) is not None:
        return msg("The codebook says decimal: {decimal}", decimal=f'"{decimal}"')
    return None
