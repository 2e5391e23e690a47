"""A text that waits for its language.

Every sentence that a person reads is written once, in English, as a `Message`; the catalogue of the
site's language turns it into words at the moment it is shown. Belongs here: the type and its makers.
Does not: any translation (`catalogue.py`) or number format (`numbers.py`).
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Message:
    """An English template with the values for its `{names}`; a value may be a Message itself."""

    template: str
    values: tuple[tuple[str, object], ...] = ()
    plural: str | None = None
    count: int | None = None


def msg(template: str, **values: object) -> Message:
    """Make a message; the template is what the catalogues translate.

    >>> msg("No question {id}", id="q9").values
    (('id', 'q9'),)
    """
    return Message(template, tuple(values.items()))


def nmsg(singular: str, plural: str, count: int, **values: object) -> Message:
    """Make a message that counts; `{count}` is among its values.

    >>> nmsg("{count} answer", "{count} answers", 2).plural
    '{count} answers'
    """
    return Message(singular, (("count", count), *values.items()), plural, count)
