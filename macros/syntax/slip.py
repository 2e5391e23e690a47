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
    error = _error(body, environment)
    seen = False
    for piece in pieces(body):
        # Jinja has the last word: what it can read as a whole is only looked through for what it misreads.
        found = _misread(piece) if piece.closed or error else None
        if found is None and error and not piece.tag:
            found = _unread(piece, environment)
        if found is not None:
            seen = True
            yield Slip(piece.line, shorten(piece.call, MOST_LETTERS, placeholder=" …"), *found)
    if error and not seen:
        line = [*body.splitlines(), ""][error.lineno - 1]
        yield Slip(error.lineno, "", *of_tags(error.message or "", line))


def _error(text: str, environment: jinja2.Environment) -> jinja2.TemplateSyntaxError | None:
    try:
        environment.parse(text)
    except jinja2.TemplateSyntaxError as error:
        return error
    return None


def _misread(piece: Piece) -> Words | None:
    """What Jinja takes for something else than was meant, without a word."""
    inner = any(re.search(r"\{\{\s*\w", string) for string in STRING.findall(piece.inside))
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
    error = _error(piece.text, environment)
    if error is None:
        return None
    why = error.message or ""
    return next((found for rule in RULES if (found := rule(piece, why)) is not None), unreadable(why))
