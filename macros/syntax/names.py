"""Names on a page that nobody knows: a macro that is misspelt, or a text that lacks its quotation marks."""

import re
from collections.abc import Container, Iterator

from jinja2 import nodes

from macros.errors import nearest
from macros.language.message import msg
from macros.syntax.piece import STRING, Piece, pieces
from macros.syntax.slip import MOST_LETTERS, Slip
from macros.syntax.words import write
from macros.vocabulary import NAMES

_GIVEN = {"loop", "range"}
_WORD = re.compile(rf"{STRING.pattern}|[\w-]+(?!\w|-|\s*[(=])", STRING.flags)


def unknown_names(tree: nodes.Template, body: str) -> Iterator[Slip]:
    """Every name of a page that is neither a macro nor set on the page itself; those of one call together."""
    own = {name.name for name in tree.find_all(nodes.Name) if name.ctx in ("store", "param")}
    known = {*NAMES, *own, *_GIVEN}
    found = list(pieces(body))
    bare: dict[int, tuple[nodes.Call, list[str]]] = {}
    for name, call in _names(tree, None):
        if name.ctx != "load" or name.name in known:
            continue
        if call is None:
            text = _call(found, name.lineno, name.name)
            words = msg("there is no macro {name}", name=name.name)
            allowed = msg("{choices}", choices=", ".join(NAMES))
            yield Slip(name.lineno, text, words, nearest(name.name, NAMES), allowed)
        else:
            bare.setdefault(id(call), (call, []))[1].append(name.name)
    for call, names in bare.values():
        text = _call(found, call.lineno, names[0])
        right = quoted(text, names)
        hint = write(right if len(right) <= MOST_LETTERS else f'"{names[0]}"')
        yield Slip(call.lineno, text, msg("a text lacks its quotation marks: {names}", names=", ".join(names)), hint)


def _names(node: nodes.Node, call: nodes.Call | None) -> Iterator[tuple[nodes.Name, nodes.Call | None]]:
    """Every name with the innermost call that it is given to; the name of what is called is given to nothing."""
    if isinstance(node, nodes.Name):
        yield node, call
    elif isinstance(node, nodes.Call):
        yield from _names(node.node, None)
        for child in node.iter_child_nodes(exclude=("node",)):
            yield from _names(child, node)
    else:
        for child in node.iter_child_nodes():
            yield from _names(child, call)


def _call(found: list[Piece], line: int, name: str) -> str:
    """The call as the page has it, on one line: the piece that holds the line and the name."""
    for piece in found:
        if piece.line <= line <= piece.line + piece.text.count("\n") and name in piece.inside:
            return " ".join(piece.inside.split())
    return name


def quoted(call: str, names: Container[str]) -> str:
    """The call with its quotation marks.

    >>> quoted('share(order, by=storlek, survey=iuc-2020)', ["order", "storlek", "iuc"])
    'share("order", by="storlek", survey="iuc-2020")'
    """

    def quote(word: re.Match[str]) -> str:
        bare = word[0][:1] not in "\"'" and any(part in names for part in word[0].split("-"))
        return f'"{word[0]}"' if bare else word[0]

    return _WORD.sub(quote, call)
