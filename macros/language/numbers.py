"""Numbers as a reader sees them, in the site's language.

Belongs here: decimal signs, separators, percent in prose and in tables, ranges. Does not: rounding. A number was
rounded once, in `release`; whoever hands a finer one in here is stopped, because rounding twice gives other numbers.
"""

from collections.abc import Iterable
from decimal import Decimal

from babel.numbers import format_decimal, format_percent
from babel.units import format_unit

from macros.language.catalogue import Language
from macros.language.message import msg, nmsg

Number = int | float | Decimal

MINUS = "\N{MINUS SIGN}"
DASH = "\N{EN DASH}"
BELOW_ONE = Decimal("0.5")
ABOVE_99 = Decimal("99.5")


def number(value: Number, language: Language, decimals: int = 0) -> str:
    r"""Write a number with exactly that many decimals.

    Raises:
        ValueError: when the value has more decimals than that, or is not a number.

    >>> number(81.5, Language("sv"), 1), number(-4, Language("sv")), number(82, Language("sv"), 1)
    ('81,5', '−4', '82,0')
    >>> number(1234, Language("sv")) == "1\N{NO-BREAK SPACE}234"
    True
    """
    shown = _as_released(value, decimals)
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return format_decimal(shown, format=pattern, locale=language.code).replace("-", MINUS)


def decimals_needed(values: Iterable[Number]) -> int:
    """The fewest decimals that show all values as they are.

    >>> decimals_needed([81.5, 82.0]), decimals_needed([100.0, 82]), decimals_needed([])
    (1, 0, 0)
    """
    exponents = (Decimal(str(value)).normalize().as_tuple().exponent for value in values)
    return max((-exponent for exponent in exponents if isinstance(exponent, int) and exponent < 0), default=0)


def percent(value: Number, language: Language, decimals: int = 0) -> str:
    """Write a percentage for running text. In whole percent, 0.5 is “less than 1” and 99.5 “more than 99”.

    >>> percent(63.0, Language("sv")), percent(81.5, Language("sv"), 1)
    ('63 procent', '81,5 procent')
    >>> percent(0.5, Language("en")), percent(0.5, Language("en"), 1)
    ('less than 1 percent', '0.5 percent')
    """
    if decimals == 0 and value == BELOW_ONE:
        return language.say(msg("less than {amount}", amount=_in_words("1", language)))
    if decimals == 0 and value == ABOVE_99:
        return language.say(msg("more than {amount}", amount=_in_words("99", language)))
    return _in_words(number(value, language, decimals), language)


def percent_short(value: Number, language: Language, decimals: int = 0) -> str:
    r"""Write a percentage for a table, an axis or a label: “63 %” with a no-break space in Swedish, “63%” in English.

    >>> percent_short(0.5, Language("sv")) == "<1\N{NO-BREAK SPACE}%"
    True
    """
    return _with_sign(percent_number(value, language, decimals), language)


def percent_number(value: Number, language: Language, decimals: int = 0) -> str:
    """Write a percentage without its sign, for a column whose heading has it.

    >>> percent_number(99.5, Language("sv")), percent_number(99.5, Language("sv"), 1)
    ('>99', '99,5')
    """
    if decimals == 0 and value == BELOW_ONE:
        return "<1"
    if decimals == 0 and value == ABOVE_99:
        return ">99"
    return number(value, language, decimals)


def number_range(low: Number, high: Number, language: Language, decimals: int = 0) -> str:
    """Write a range with an en dash, or in words where a minus sign would meet the dash.

    >>> number_range(12, 17, Language("sv")), number_range(-4, 3, Language("en"))
    ('12–17', '−4 to 3')
    """
    return _joined(number(low, language, decimals), number(high, language, decimals), language)


def percent_number_range(low: Number, high: Number, language: Language, decimals: int = 0) -> str:
    """Write an interval of percentages without its sign, for a column whose heading has it.

    >>> percent_number_range(0.5, 9, Language("sv"))
    '<1–9'
    """
    return _joined(percent_number(low, language, decimals), percent_number(high, language, decimals), language)


def percent_range(low: Number, high: Number, language: Language, decimals: int = 0) -> str:
    """Write an interval of percentages for running text.

    >>> percent_range(12, 17, Language("sv"))
    '12–17 procent'
    """
    return _in_words(percent_number_range(low, high, language, decimals), language)


def percent_range_short(low: Number, high: Number, language: Language, decimals: int = 0) -> str:
    """Write an interval of percentages for a table or a label.

    >>> percent_range_short(12, 17, Language("en"))
    '12–17%'
    """
    return _with_sign(percent_number_range(low, high, language, decimals), language)


def points(value: Number, language: Language, decimals: int = 0) -> str:
    """Write a difference between two percentages.

    >>> points(1, Language("en")), points(2.5, Language("en"), 1)
    ('1 percentage point', '2.5 percentage points')
    """
    shown = number(value, language, decimals)
    grammatical = 1 if abs(value) == 1 else 2
    return language.say(nmsg("{number} percentage point", "{number} percentage points", grammatical, number=shown))


def count_of(n: int, base: int, language: Language) -> str:
    """Write how many of how many.

    >>> count_of(39, 62, Language("en"))
    '39 of 62'
    """
    return language.say(msg("{n} of {base}", n=number(n, language), base=number(base, language)))


def _as_released(value: Number, decimals: int) -> Decimal:
    exact = Decimal(str(value))
    if not exact.is_finite():
        raise ValueError(f"{value} is not a number to show")
    shown = exact.quantize(Decimal(1).scaleb(-decimals))
    if shown != exact:
        raise ValueError(f"{value} is not rounded to {decimals} decimals; rounding belongs to release")
    # A zero never carries a sign: -0 would tell the direction of a change that was rounded away.
    return abs(shown) if shown.is_zero() else shown


def _joined(low: str, high: str, language: Language) -> str:
    if MINUS in low + high:
        return language.say(msg("{low} to {high}", low=low, high=high))
    return f"{low}{DASH}{high}"


def _in_words(amount: str, language: Language) -> str:
    return format_unit(amount, "concentr-percent", length="long", locale=language.code)


def _with_sign(amount: str, language: Language) -> str:
    # Babel signs numbers, not words such as "<1" or "12–17": take the language's sign from a zero.
    return format_percent(0, locale=language.code).replace("0", amount)
