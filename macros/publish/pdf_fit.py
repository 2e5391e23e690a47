"""Chapters of the PDF that end with a few lines on a page of their own are set tighter, so that these lines may fit.

Belongs here: which chapters. Does not: how tight is (`pdf.css`, `.tat`), or the printing (`pdf.py`).
"""

from collections.abc import Callable, Mapping, Sequence

from lxml import etree, html

CHAPTER, TIGHT = "kapitel", "tat"
SPARSE = 105  # mm from the top of a page; a chapter that ends above that leaves most of the page empty
MM = 96 / 25.4  # px
Anchors = Sequence[Mapping[str, Sequence[float]]]
"""For each page the names of the places on it, and where they lie: x and y first, px from its corner."""


def tightened(text: str, lay_out: Callable[[str], Anchors]) -> str:
    """The document with those chapters tight whose last page is sparse.

    Args:
        text: the document with its chapters, articles of the class `kapitel`.
        lay_out: gives the anchors of each page of a document.
    """
    whole = html.document_fromstring(text)
    chapters = _chapters(whole)
    for at, chapter in enumerate(chapters):
        chapter.insert(0, etree.Element("div", id=_name("start", at)))
        etree.SubElement(chapter, "div", id=_name("end", at))
    pages = lay_out(_written(whole))
    found = sparse(pages, [(_name("start", at), _name("end", at)) for at in range(len(chapters))])
    if not found:
        return text
    whole = html.document_fromstring(text)
    for at in found:
        _chapters(whole)[at].classes.add(TIGHT)
    return _written(whole)


def sparse(pages: Anchors, ends: Sequence[tuple[str, str]]) -> list[int]:
    """The chapters of more than one page that end near the top of their last.

    Args:
        ends: names of the first and the last place of each chapter.

    >>> sparse([{"a": (0, 110)}, {"b": (0, 150), "c": (0, 160)}, {"d": (0, 800)}], [("a", "b"), ("c", "d")])
    [0]
    """
    place = {name: (page, y) for page, names in enumerate(pages) for name, (_, y, *_) in names.items()}
    several = [at for at, (first, last) in enumerate(ends) if place[last][0] > place[first][0]]
    return [at for at in several if place[ends[at][1]][1] < SPARSE * MM]


def _chapters(whole: html.HtmlElement) -> list[html.HtmlElement]:
    return list(whole.find_class(CHAPTER))


def _name(what: str, at: int) -> str:
    return f"kapitel-{at}-{what}"


def _written(whole: html.HtmlElement) -> str:
    return str(html.tostring(whole, encoding="unicode", doctype="<!doctype html>"))
