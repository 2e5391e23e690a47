"""The one rounding: half up, away from zero, on exact arithmetic.

Every number that is published is rounded here, once, to the step that is published; the table, the sentence and the
chart use the rounded number. Belongs here: the steps. Does not: digits and signs as text (`language/numbers.py`).
"""

from fractions import Fraction

ALL = 100
"""Percent of the whole."""
BELOW_ONE = 0.5
"""Released percent of a share that is not nothing but rounds to 0; shown as `<1`."""
ABOVE_99 = 99.5
"""Released percent of a share that is not all but rounds to 100; shown as `>99`."""
FLOAT_DECIMALS = 10
"""A float is taken at ten decimals first, so that the noise of its last bits decides nothing."""

Number = int | float | Fraction


def half_up(value: Number, decimals: int = 0) -> float:
    """Round half away from zero; never minus zero.

    >>> half_up(Fraction(25, 2)), half_up(Fraction(-5, 2)), half_up(2.675, 2), half_up(-0.2)
    (13.0, -3.0, 2.68, 0.0)
    """
    scale = int(10**decimals)
    exact = _exact(value)
    steps = int(abs(exact) * scale + Fraction(1, 2))
    return (steps if exact >= 0 else -steps) / scale


def percent(x: Number, base: Number) -> float:
    """Whole percent of x in base; 0 only for nothing and 100 only for all.

    Returns:
        A whole number 0 to 100, `BELOW_ONE` or `ABOVE_99`.

    Raises:
        ValueError: without a base, or for x outside 0 to base.

    >>> percent(1, 8), percent(1, 714), percent(713, 714)
    (13.0, 0.5, 99.5)
    """
    part, whole = _exact(x), _exact(base)
    if whole <= 0 or not 0 <= part <= whole:
        raise ValueError(f"no share: {x} of {base}")
    rounded = half_up(ALL * part / whole)
    if rounded == 0 and part > 0:
        return BELOW_ONE
    if rounded == ALL and part < whole:
        return ABOVE_99
    return rounded


def interval_end(share: Number) -> float:
    """Whole percent of an interval's end, given as a share; kept inside 0 to 100.

    >>> interval_end(0.125), interval_end(1.004), interval_end(-1e-12)
    (13.0, 100.0, 0.0)
    """
    return min(float(ALL), max(0.0, half_up(ALL * _exact(share))))


def mean(value: Number) -> float:
    """One decimal, for a mean and the ends of its interval, in the question's unit.

    >>> mean(12.25), mean(-0.04)
    (12.3, 0.0)
    """
    return half_up(value, 1)


def quartile(value: Number) -> float:
    """Two digits that count, and one decimal at most: a quartile is somebody's own number.

    Source: statistics.md 6.4 (only rounded).

    >>> quartile(137), quartile(95), quartile(9.47), quartile(0.04), quartile(-1250)
    (140.0, 95.0, 9.5, 0.0, -1300.0)
    """
    size = abs(_exact(value))
    step = 1
    while size >= 100 * step:
        step *= 10
    decimals = 0 if size >= 10 else 1  # noqa: PLR2004 - two digits
    return half_up(_exact(value) / step, decimals) * step


def _exact(value: Number) -> Fraction:
    return round(Fraction(value), FLOAT_DECIMALS) if isinstance(value, float) else Fraction(value)
