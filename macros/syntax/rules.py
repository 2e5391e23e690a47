"""What is wrong with a call that Jinja cannot read: one rule a slip, the likeliest first."""

import re
from collections.abc import Callable

from macros.language.message import msg
from macros.syntax.piece import STRING, Piece
from macros.syntax.words import CLAIM, Words, as_in, mended, no_comma

_CURLY = "“”„’\u2018«»"
_OPERATORS = {"and", "or", "not", "if", "else", "in", "is"}
_MIXED = re.compile(r"(?<=[(,=\s])([\"'])[^\"',()]*(?!\1)[\"'](?=\s*(?:[,)]|$))")
_QUOTE_IN_TEXT = re.compile(r'""\w|\w""\w')
_NO_COMMA = re.compile(r'("")\s*("")|("")\s+(\w+)|(\))\s+(\w+|"")|(\w+)\s+("")')
_PERCENT = re.compile(r"\d\s*%")
_IS = re.compile(r"(?<![<>=!])=(?!=)\s*[\d-]|=\s*[<>]|[≥≤]")


def neighbours(piece: Piece, start: int, first: str = '""', second: str = '""') -> tuple[str, str]:
    """Two neighbours of the bare call as the page has them: a text in quotes by its place, other words as they are."""
    given = iter(STRING.findall(piece.inside)[piece.bare[:start].count('""') :])
    return (next(given, first) if first == '""' else first, next(given, second) if second == '""' else second)


def _curly(_piece: Piece, why: str) -> Words | None:
    if not any(sign in why for sign in _CURLY):
        return None
    hint = msg("Write straight quotes: {example}", example='share("export", "ja")')
    return msg("a call needs straight quotation marks, not curly ones"), hint


def _braces(piece: Piece, _why: str) -> Words | None:
    if not piece.inside.startswith("{"):
        return None
    return msg("the call begins with three braces and needs two: {braces}", braces="{{"), as_in()


def _empty(piece: Piece, _why: str) -> Words | None:
    if piece.inside or not piece.closed:
        return None
    return msg("nothing stands between the braces"), as_in()


def _unclosed(piece: Piece, _why: str) -> Words | None:
    if piece.closed:
        return None
    hint = mended(f"{{{{ {to_its_parenthesis(piece.call)} }}}}")
    if re.search(r"\)\s*\}", piece.bare):
        return msg("the call ends with one brace and needs two: {braces}", braces="}}"), hint
    return msg("the call lacks its end: {braces}", braces="}}"), hint


def to_its_parenthesis(call: str) -> str:
    """A call without what follows it on the line; all of the line where no parenthesis ends it.

    >>> to_its_parenthesis('share("a", "b") av (alla)')
    'share("a", "b")'
    """
    depth = 0
    for at, sign in enumerate(call):
        depth += (sign == "(") - (sign == ")")
        if sign == ")" and depth == 0:
            return call[: at + 1]
    return call


def _quotes(piece: Piece, _why: str) -> Words | None:
    mixed = _MIXED.search(f"({piece.inside}")
    if mixed:
        hint = msg("Write the same at both ends: {right}", right=f'"{mixed[0][1:-1]}"')
        return msg("{text} begins and ends with different quotation marks", text=mixed[0]), hint
    if piece.inside.count('"') % 2 or "'" in piece.bare:
        return msg("a quotation mark is missing"), as_in()
    if _QUOTE_IN_TEXT.search(piece.bare):
        hint = msg("Write ” inside the text: {example}", example='title="Det ”stora” tappet"')
        return msg("a quotation mark inside a text ends the text"), hint
    return None


def _parentheses(piece: Piece, _why: str) -> Words | None:
    opened, closed = piece.bare.count("("), piece.bare.count(")")
    if opened > closed:
        # Where the only one is missing, it belongs at the end; of several nobody knows which.
        hint = mended(f"{{{{ {piece.inside}) }}}}") if opened == 1 else as_in(CLAIM)
        return msg("the call lacks a closing parenthesis: {sign}", sign=")"), hint
    if opened < closed:
        return msg("the call has one closing parenthesis too many"), as_in()
    return None


def _comparison(piece: Piece, _why: str) -> Words | None:
    if _PERCENT.search(piece.bare):
        return msg("a limit is written without the percent sign"), as_in(CLAIM)
    found = _IS.search(piece.bare)
    if found is None:
        return None
    sign = re.sub(r"[\s\d-]", "", found[0])
    return msg("{sign} does not compare; that is done with >, <, >= or <=", sign=sign), as_in(CLAIM)


def _commas(piece: Piece, _why: str) -> Words | None:
    if re.search(r",\s*,|\(\s*,", piece.bare):
        return msg("the call has one comma too many"), as_in()
    for gap in _NO_COMMA.finditer(piece.bare):
        first, second = (group for group in gap.groups() if group is not None)
        before = piece.bare[: gap.start() + 1]
        if not {first, second} & _OPERATORS and before.count("(") > before.count(")"):
            return no_comma(*neighbours(piece, gap.start(), first, second))
    return None


RULES: tuple[Callable[[Piece, str], Words | None], ...] = (
    _curly, _braces, _empty, _unclosed, _quotes, _parentheses, _comparison, _commas,
)  # fmt: skip
