"""How a message is said that may hold released numbers. What a figure says as a whole is in `alternative.py`."""

from macros.language.catalogue import Language
from macros.language.message import Message
from macros.language.numbers import decimals_needed, number, percent_number
from macros.release.released import Row
from macros.report.periods import in_words


def speak(message: Message | str, language: Language, decimals: int = 0) -> str:
    """Say a message that may hold released rows: a row is said as its number, without unit."""
    if isinstance(message, str):
        return message
    values = tuple((name, _spoken(value, language, decimals)) for name, value in message.values)
    return language.say(Message(message.template, values, message.plural, message.count))


def _spoken(value: object, language: Language, decimals: int) -> object:
    if isinstance(value, Row) and value.statistic == "mean":
        return number(value.value or 0, language, 1)
    if isinstance(value, Row) and value.statistic == "quartile":
        return number(value.value or 0, language, decimals_needed([value.value or 0]))
    if isinstance(value, Row):
        return percent_number(value.percent or 0, language, decimals)
    return speak(value, language, decimals) if isinstance(value, Message) else value


def period_words(row: Row, language: Language) -> str:
    """The period of a published row, in words."""
    return in_words(row.group[-1] or "", language)
