"""Figures made from small counts, and drawings read back as a reader with a ruler reads them.

Belongs here: the way from counts to a figure's HTML, and from an SVG to its bars and texts. Does not: what is expected.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree, html

from macros.errors import Place
from macros.language.catalogue import Language
from macros.release.disclosure import release_table
from macros.render.figure import figure
from macros.render.links import Here
from macros.report.address import Address
from macros.report.figures import Figure, Wish, make_figure
from macros.report.ledger import Ledger
from macros.survey.tabulation import Tabulation

_BOX = re.compile(r"M([\d.-]+),([\d.-]+)h([\d.-]+)v([\d.-]+)h[\d.-]+Z")
_MOVE = re.compile(r"translate\(([\d.-]+),([\d.-]+)\)")
AXIS = "13px"


@dataclass(frozen=True)
class Bar:
    """A filled rectangle, px from the drawing's corner."""

    x: float
    y: float
    width: float
    height: float
    fill: str

    @property
    def end(self) -> float:
        """Where it ends."""
        return self.x + self.width


@dataclass(frozen=True)
class Dot:
    """A filled circle by its centre."""

    x: float
    y: float
    fill: str


@dataclass(frozen=True)
class Label:
    """A text and where it is anchored; `axis` for the quiet ones of a scale."""

    x: float
    y: float
    words: str
    axis: bool


def here(url: str = "", language: str = "sv") -> Here:
    """A page on which nothing else stands."""
    return Here(url, Language(language), Ledger(), {}, {}, {})


def composed(
    table: Tabulation, total: Tabulation | None = None, kind: str | None = None, language: str = "sv"
) -> Figure:
    """The figure of a tabulation, through release and report."""
    released = release_table(table, total or table, language)
    address = Address("prov", released.question.id, tuple(by.id for by in released.by))
    return make_figure(address, released, language, Wish("Rubrik", kind), (), Place("docs/index.md"))


def drawings(shown: Figure) -> tuple[str, str]:
    """The wide and the narrow drawing of a figure, as they stand in the page."""
    wide, narrow = re.findall(r"<svg .*?</svg>", figure(shown, here()))
    return wide, narrow


def body(svg: str) -> str:
    """What is drawn, without the drawing's name and ids."""
    return svg.partition('<g aria-hidden="true">')[2]


def _placed(svg: str) -> Iterator[tuple[etree._Element, float, float]]:
    def walk(part: etree._Element, x: float, y: float) -> Iterator[tuple[etree._Element, float, float]]:
        transform = part.get("transform", "")
        moved = _MOVE.fullmatch(transform)
        assert moved or not transform, transform
        if moved:
            x, y = x + float(moved[1]), y + float(moved[2])
        yield part, x, y
        for child in part:
            yield from walk(child, x, y)

    yield from walk(etree.fromstring(svg), 0, 0)


def bars(svg: str) -> list[Bar]:
    """Every filled box in the order of the drawing."""
    found = []
    for part, x, y in _placed(svg):
        box = _BOX.fullmatch(part.get("d", ""))
        if box and part.get("fill") and part.get("class") is None:
            found.append(Bar(x + float(box[1]), y + float(box[2]), float(box[3]), float(box[4]), str(part.get("fill"))))
    return found


def dots(svg: str) -> list[Dot]:
    """Every filled circle in the order of the drawing."""
    return [
        Dot(x, y, str(part.get("fill")))
        for part, x, y in _placed(svg)
        if "A" in part.get("d", "") and part.get("fill") and part.get("class") is None
    ]


def labels(svg: str) -> list[Label]:
    """Every text in the order of the drawing."""
    return [
        Label(x, y, part.text or "", part.get("font-size") == AXIS and not part.get("font-weight"))
        for part, x, y in _placed(svg)
        if etree.QName(part).localname == "text"
    ]


def identifiers(svg: str) -> list[str]:
    """Every id of the drawing."""
    return [str(part.get("id")) for part, _, _ in _placed(svg) if part.get("id")]


def numbers(text: str) -> set[str]:
    """The numbers of a text, as written."""
    return set(re.findall(r"[<>]?\d+(?:,\d+)?", text))


def element(markup: str) -> html.HtmlElement:
    """A macro's output as a document."""
    return html.fragment_fromstring(markup, create_parent="div")
