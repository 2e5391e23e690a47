"""Calls that lack a brace, so that Jinja takes them for text: they would stand on the page as they are written."""

import re
from collections.abc import Iterator

from macros.language.message import msg
from macros.syntax.piece import pieces, silenced
from macros.syntax.rules import to_its_parenthesis
from macros.syntax.slip import Slip
from macros.syntax.words import as_in, mended
from macros.vocabulary import NAMES

# What a page shows as code is meant to be read; a macro in it is carried out all the same.
_CODE = re.compile(r"^(?P<fence>```+|~~~+).*?^(?P=fence)|(?P<tick>`+)[^`\n]+(?P=tick)", re.DOTALL | re.MULTILINE)
_CALL = re.compile(rf"\{{\s*((?:{'|'.join(NAMES)})\s*\(.*)")


def literals(body: str) -> Iterator[Slip]:
    """Every call of a page's body that begins or ends with the wrong number of braces, but can be read as text."""
    text = silenced(body)
    for piece in reversed(list(pieces(body))):
        end = piece.start + len(piece.text)
        if piece.closed and text[end : end + 1] == "}":
            found = msg("the call ends with three braces and needs two: {braces}", braces="}}")
            yield Slip(piece.line, piece.call, found, mended(f"{{{{ {piece.call} }}}}"))
        text = text[: piece.start] + _blank(piece.text) + text[end:]
    for number, line in enumerate(_CODE.sub(lambda code: _blank(code[0]), text).split("\n"), 1):
        written = _CALL.search(line)
        if written:
            call = to_its_parenthesis(written[1])
            words = msg("the call begins with one brace and needs two: {braces}", braces="{{")
            yield Slip(number, call, words, mended(f"{{{{ {call} }}}}"))
        elif "}}" in line:
            yield Slip(number, "", msg("the call lacks its beginning: {braces}", braces="{{"), as_in())


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)
