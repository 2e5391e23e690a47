"""What one unit of a sum counts in the numerator and the denominator of a ratio."""

from fractions import Fraction

from macros.survey.tabulation import Sum


def value_of(part: Sum) -> Fraction:
    """What a unit counts in a numerator."""
    return Fraction(1) if part.value is None else part.value


def over_of(part: Sum) -> Fraction:
    """What a unit counts in a denominator."""
    return Fraction(1) if part.over is None else part.over
