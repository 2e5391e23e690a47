"""Mends the tags of a PDF where WeasyPrint leaves them short of PDF/UA.

Belongs here: changes to structure and marked content. Does not: any change to what is seen on the page.
"""

import io
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

import pikepdf
from pikepdf import Array, ContentStreamInlineImage, ContentStreamInstruction, Dictionary, Name, Operator

Owned = dict[tuple[int, int], set[int]]


class Element(NamedTuple):
    """One structure element with its page and the types of the elements above it, outermost first."""

    node: pikepdf.Object
    page: tuple[int, int] | None
    above: tuple[str, ...]


def mend(source: bytes) -> bytes:
    """Mend a tagged PDF; the same bytes in give the same bytes out.

    Running heads and page numbers, which WeasyPrint marks but gives to no structure element, become artefacts; header
    cells get their scope; every page says that its tab order follows the structure (ISO 14289-1, 7.1, 7.5, 7.18.3).
    """
    with pikepdf.open(io.BytesIO(source)) as pdf:
        elements = list(walk(pdf))
        owned = owned_content(elements)
        for page in pdf.pages:
            page.Contents = pdf.make_stream(_artefacts(page, owned[page.obj.objgen]))
            page.Tabs = Name.S
        for element in elements:
            if element.node.S == Name.TH:
                scope = Name.Column if "/THead" in element.above else Name.Row
                element.node.A = _scoped(element.node.get(Name.A), scope)
        target = io.BytesIO()
        pdf.save(target, deterministic_id=True)
    return target.getvalue()


def walk(pdf: pikepdf.Pdf) -> Iterator[Element]:
    """Every structure element of a PDF in reading order."""
    for kid in _kids(pdf.Root.StructTreeRoot):
        if isinstance(kid, Dictionary):
            yield from _walk(kid, None, ())


def owned_content(elements: list[Element]) -> Owned:
    """Per page, the ids of the marked content that some structure element owns."""
    owned: Owned = defaultdict(set)
    for node, page, _above in elements:
        for kid in _kids(node):
            if isinstance(kid, int):
                if page is not None:
                    owned[page].add(kid)
            elif kid.get(Name.Type) == Name.MCR:
                at = kid.Pg.objgen if Name.Pg in kid else page
                if at is not None:
                    owned[at].add(int(kid.MCID))
    return owned


def _walk(node: pikepdf.Object, page: tuple[int, int] | None, above: tuple[str, ...]) -> Iterator[Element]:
    page = node.Pg.objgen if Name.Pg in node else page
    yield Element(node, page, above)
    for kid in _kids(node):
        if isinstance(kid, Dictionary) and Name.S in kid:
            yield from _walk(kid, page, (*above, str(node.S)))


def _kids(node: pikepdf.Object) -> list[pikepdf.Object | int]:
    kids = node.get(Name.K)
    if kids is None:
        return []
    return list(kids) if isinstance(kids, Array) else [kids]


def _artefacts(page: pikepdf.Page, owned: set[int]) -> bytes:
    instructions = [
        ContentStreamInstruction([Name.Artifact], Operator("BMC")) if _is_orphan(step, owned) else step
        for step in pikepdf.parse_content_stream(page)
    ]
    return pikepdf.unparse_content_stream(instructions)


def _is_orphan(step: ContentStreamInstruction | ContentStreamInlineImage, owned: set[int]) -> bool:
    if step.operator != Operator("BDC") or not isinstance(step.operands[1], Dictionary):
        return False
    number = step.operands[1].get(Name.MCID)
    return number is not None and int(number) not in owned


def _scoped(attributes: pikepdf.Object | None, scope: Name) -> pikepdf.Object:
    """The attributes of a header cell with its scope among those of the table."""
    if attributes is None:
        return Dictionary(O=Name.Table, Scope=scope)
    for part in attributes if isinstance(attributes, Array) else [attributes]:
        if part.get(Name.O) == Name.Table:
            part.Scope = scope
    return attributes
