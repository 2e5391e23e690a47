"""The slips of a page: every call that Jinja cannot read, or reads as something else, with its line and a hint."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import shorten

import jinja2

from macros.language.message import Message, msg
from macros.syntax.piece import STRING, Piece, pieces
from macros.syntax.rules import RULES, neighbours
from macros.syntax.tags import of_tags
from macros.syntax.words import CLAIM, Words, as_in, no_comma, unreadable
from macros.vocabulary import NAMES

MOST_LETTERS = 80  # of a call in a message
_WITHOUT = re.compile(rf"\b(?:{'|'.join(NAMES)})(?:\s*[\[{{]|\s*\"\")")


@dataclass(frozen=True)
class Slip:
    """One slip.

    Attributes:
        line: the line of the body that the call begins on.
        call: the call as the page has it, or empty for a tag that lacks another.
    """

    line: int
    call: str
    found: Message
    hint: Message | None
    allowed: Message | None = None


def slips(body: str, environment: jinja2.Environment) -> Iterator[Slip]:
    """Every slip of a page's body that keeps it from being read as it was meant; of each call the first."""
    seen = False
    for piece in pieces(body):
        found = _misread(piece) or (None if piece.tag else _unread(piece, environment))
        if found is not None:
            seen = True
            yield Slip(piece.line, shorten(piece.call, MOST_LETTERS, placeholder=" …"), *found)
    if seen:
        return
    try:
        environment.parse(body)
    except jinja2.TemplateSyntaxError as error:
        line = [*body.splitlines(), ""][error.lineno - 1]
        yield Slip(error.lineno, "", *of_tags(error.message or "", line))


def _misread(piece: Piece) -> Words | None:
    """What Jinja takes for something else than was meant, without a word."""
    inner = any("{{" in string for string in STRING.findall(piece.inside))
    if inner or (not piece.closed and piece.text.rstrip(" ").endswith('"') and piece.inside.count('"') % 2):
        hint = msg("Write the text without the number, or as {example}", example=CLAIM)
        return msg("{braces} cannot stand in a text inside another call", braces="{{ }}"), hint
    gap = None if piece.tag else re.search(r'""\s*""', piece.bare)
    if gap:
        return no_comma(*neighbours(piece, gap.start()))
    if re.search(r"\)\s*\(", piece.bare):
        return no_comma("(…)", "(…)")
    return (msg("a macro lacks its parentheses"), as_in()) if _WITHOUT.search(piece.bare) else None


def _unread(piece: Piece, environment: jinja2.Environment) -> Words | None:
    """What is wrong with a call that Jinja cannot read."""
    try:
        environment.parse(piece.text)
    except jinja2.TemplateSyntaxError as error:
        why = error.message or ""
    else:
        return None
    return next((found for rule in RULES if (found := rule(piece, why)) is not None), unreadable(why))
