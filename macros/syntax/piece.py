"""A piece of a page that Jinja reads: from one pair of opening braces to the next, so that each can be read alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SILENT = re.compile(r"\{%-?\s*raw\s*-?%\}.*?\{%-?\s*endraw\s*-?%\}|\{#.*?#\}", re.DOTALL)
_PIECE = re.compile(r"(\{\{|\{%).*?(?=\{\{|\{%|\Z)", re.DOTALL)
# A text in quotes may hold a whole call, but no end of the call that it stands in: there its last quote is missing.
_INNER = r"(?:[^{quote}\\{{}}]|\\.|\{{\{{[^{quote}{{}}]*\}}\}}|[{{}}](?![{{}}]))*"
STRING = re.compile("|".join(f"{quote}{_INNER.format(quote=quote)}{quote}" for quote in "\"'"), re.DOTALL)


@dataclass(frozen=True)
class Piece:
    """One macro call, or one tag, as the page has it.

    Attributes:
        line: the line of the body that it begins on.
        start: where it begins in the silenced body.
        text: from its opening braces to its closing ones; without those, to the next piece or the page's end.
        inside: the text between the braces.
        closed: whether it has its closing braces.
    """

    line: int
    start: int
    text: str
    inside: str
    closed: bool

    @property
    def tag(self) -> bool:
        """Whether it is a tag, such as `{% if … %}`, and no call."""
        return self.text.startswith("{%")

    @property
    def bare(self) -> str:
        """What is inside, with every text in quotes emptied: what is left are names, signs and quotes.

        >>> next(pieces('{{ share("a, b", "c") }}')).bare
        'share("", "")'
        """
        return STRING.sub('""', self.inside)

    @property
    def call(self) -> str:
        """Its first line, for a message."""
        return (self.inside.splitlines() or [""])[0].strip()


def pieces(body: str) -> Iterator[Piece]:
    r"""Cut a page's body into its calls and tags; what stands in comments and raw blocks is no call.

    >>> [(piece.line, piece.inside, piece.closed) for piece in pieces("{{ n() }} av\n{{ share('a' }}, {{ n(")]
    [(1, 'n()', True), (2, "share('a'", True), (2, 'n(', False)]

    A text in quotes may hold braces.

    >>> [piece.inside for piece in pieces('{{ chart("a", title="{{ n() }} har") }}')]
    ['chart("a", title="{{ n() }} har")']
    """
    body = silenced(body)
    start = 0
    while found := _PIECE.search(body, start):
        closing = "}}" if found[1] == "{{" else "%}"
        whole = _whole(body, found.start(), closing)
        text = whole or found[0]
        inside, end, _ = text[2:].rpartition(closing) if whole else text[2:].partition(closing)
        text = text if whole or not end else f"{found[1]}{inside}{closing}"
        yield Piece(body.count("\n", 0, found.start()) + 1, found.start(), text, inside.strip("- \t\n"), bool(end))
        start = found.start() + len(text)


def silenced(body: str) -> str:
    r"""The body without its comments and raw blocks, its lines where they were.

    >>> silenced("{# en {{ n( #}ja{% raw %}{{ x\n{% endraw %}")
    'ja\n'
    """
    return _SILENT.sub(lambda found: "\n" * found[0].count("\n"), body)


def _whole(body: str, start: int, closing: str) -> str:
    """The piece at a place when its quotes and braces are in order, or nothing."""
    at = start + 2
    while at < len(body):
        if body.startswith(closing, at):
            return body[start : at + 2]
        if body.startswith(("{{", "{%"), at):
            return ""
        string = STRING.match(body, at)
        at = string.end() if string else at + 1
    return ""
