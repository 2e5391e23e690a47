"""The words of a slip, and how a call is written right."""

import jinja2

from macros.language.message import Message, msg
from macros.number import CLAIM

Words = tuple[Message, Message | None]
__all__ = ["CALL", "CLAIM", "Words", "as_in", "mended", "no_comma", "unreadable", "write"]
CALL = '{{ share("orderingang", "minskat") }}'


def as_in(example: str = CALL) -> Message:
    """A hint that shows a call that is right."""
    return msg("As in {example}", example=example)


def write(right: str) -> Message:
    """A hint that shows what to write."""
    return msg("Write {right}", right=right)


def mended(right: str) -> Message:
    """A hint that shows the call as it was meant; where that still cannot be read, one that can.

    >>> mended('{{ share("a", "b") }}').values, mended('{{ share("a", "b"]) }}').values == as_in().values
    ((('right', '{{ share("a", "b") }}'),), True)
    """
    try:
        jinja2.Environment(autoescape=True).parse(right)
    except jinja2.TemplateSyntaxError:
        return as_in()
    return write(right)


def unreadable(why: str) -> Words:
    """What is said where no rule knows better; the generator's own words come last."""
    return msg("the macro call is not readable [{why}]", why=why), as_in()


def no_comma(first: str, second: str) -> Words:
    """Two neighbours with nothing between them."""
    found = msg("a comma is missing between {first} and {second}", first=first, second=second)
    return found, write(f"{first}, {second}")
