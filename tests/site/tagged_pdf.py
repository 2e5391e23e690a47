"""Reads the tags of a PDF for the tests, apart from the code that mends them."""

from collections.abc import Iterator
from typing import NamedTuple

import pikepdf

SHOWS_TEXT = frozenset({"Tj", "TJ", "'", '"'})


class Tag(NamedTuple):
    """One structure element: its type, those above it, and its PDF object."""

    type: str
    above: tuple[str, ...]
    node: pikepdf.Object


class Content(NamedTuple):
    """What a page's content stream says of its marks: ids of marked content, and text outside of any mark."""

    marked: set[int]
    unmarked_texts: int
    artefacts: int


def tags(pdf: pikepdf.Pdf) -> list[Tag]:
    """All structure elements in reading order."""
    return list(_below(pdf.Root.StructTreeRoot.K, ()))


def content(page: pikepdf.Page) -> Content:
    """Read the marks of one page."""
    marked: set[int] = set()
    open_marks, unmarked, artefacts = 0, 0, 0
    for step in pikepdf.parse_content_stream(page):
        operator = str(step.operator)
        if operator in ("BDC", "BMC"):
            open_marks += 1
            artefacts += step.operands[0] == pikepdf.Name.Artifact
            if operator == "BDC" and "/MCID" in step.operands[1]:
                marked.add(int(step.operands[1]["/MCID"]))
        elif operator == "EMC":
            open_marks -= 1
        elif operator in SHOWS_TEXT and not open_marks:
            unmarked += 1
    return Content(marked, unmarked, artefacts)


def owned(pdf: pikepdf.Pdf) -> dict[int, set[int]]:
    """Ids of marked content by page number, as the elements that can be reached from the tree's root claim them."""
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    claims: dict[int, set[int]] = {number: set() for number in numbers.values()}
    for tag in tags(pdf):
        kids = tag.node.get("/K", pikepdf.Array())
        claimed: list[object] = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
        for kid in claimed:
            if isinstance(kid, int):
                claims[numbers[tag.node["/Pg"].objgen]].add(kid)
    return claims


def orphans(pdf: pikepdf.Pdf) -> int:
    """How many pieces of marked content no structure element owns."""
    claims = owned(pdf)
    return sum(len(content(page).marked - claims[number]) for number, page in enumerate(pdf.pages))


def _below(node: object, above: tuple[str, ...]) -> Iterator[Tag]:
    if isinstance(node, pikepdf.Array):
        for kid in node:
            yield from _below(kid, above)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node and node.get("/Type") != pikepdf.Name.OBJR:
        yield Tag(str(node["/S"]), above, node)
        yield from _below(node.get("/K"), (*above, str(node["/S"])))
