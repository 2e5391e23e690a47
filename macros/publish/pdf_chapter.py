"""One built page as a chapter of the PDF: what only a screen needs is taken out, and what only paper needs is put in.

Belongs here: the way from a page's `<article>` to a chapter. Does not: what stands before the chapters
(`pdf_document.py`) or how anything looks (`pdf.css`).
"""

from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import urljoin

from lxml import html

from macros.errors import Place, Problem, ReportError
from macros.language.catalogue import Language
from macros.language.message import msg
from macros.publish.pdf_breaks import keep_together
from macros.publish.pdf_links import address_list, anchor, print_links
from macros.render.theme import hatch_pattern, literal, var
from macros.render.tokens import TOKENS

_TOKENS = frozenset(token.name for token in TOKENS)
_SCREEN_CLASSES = ("headerlink", "footnote-backref", "md-button", "figur-lankar", "smal", "sr")
_SCREEN_TAGS = ("script", "style", "button", "input", "summary")
_SCREEN_ATTRIBUTES = ("aria-", "data-", "download", "rel", "role", "tabindex", "target")


@dataclass(frozen=True)
class Chapter:
    """A page made ready for print.

    Attributes:
        anchor: id of the article; every other id in it begins with the page's address, so no two chapters share one.
        sections: anchor and title of each heading of the second level.
        example: whether the page shows example data.
    """

    anchor: str
    title: str
    sections: tuple[tuple[str, str], ...]
    article: html.HtmlElement
    example: bool


def chapter(url: str, page: html.HtmlElement, others: Collection[str], language: Language) -> Chapter:
    """Make a chapter of a built page; the page's tree is changed.

    Args:
        url: the page's address, relative to the site's root.
        others: addresses of all pages that are chapters; links to any other page become plain text.

    Raises:
        ReportError: the page has no article, or no heading.
    """
    article, heading = page.find(".//article"), page.find(".//article//h1")
    if article is None or heading is None:
        found = msg("the page has no heading, so it is no chapter of the PDF")
        raise ReportError([Problem(Place(f"site/{url}"), found)])
    _drop_screen(article)
    example = bool(article.find_class("exempel-sida") or article.find_class("exempel"))
    for number, drawing in enumerate(article.xpath(".//*[local-name()='svg']")):
        _print_drawing(drawing, f"{url}{number}/")
    for alternative in article.find_class("figur-alternativ"):
        alternative.drop_tree()
    for sample in article.find_class("prov"):
        _print_sample(sample)
    for picture in article.iter("img"):
        _print_picture(picture, url)
    addresses = print_links(article, url, others, language)
    for element in article.xpath(".//*[@id][not(ancestor-or-self::*[local-name()='svg'])]"):
        element.set("id", url + element.get("id"))
    keep_together(article)
    if addresses:
        article.append(address_list(addresses, url, language))
    article.set("id", anchor(url))
    article.set("class", "kapitel")
    sections = tuple((part.get("id"), _words(part)) for part in article.iter("h2") if part.get("id"))
    return Chapter(anchor(url), _words(heading), sections, article, example)


def _drop_screen(article: html.HtmlElement) -> None:
    for name in _SCREEN_CLASSES:
        for element in article.find_class(name):
            element.drop_tree()
    for element in [*article.iter(*_SCREEN_TAGS)]:
        element.drop_tree()
    for paragraph in [*article.iter("p")]:
        if not len(paragraph) and not _words(paragraph):
            paragraph.drop_tree()
    for details in [*article.iter("details")]:
        details.tag = "div"
    for element in article.iter():
        for name in list(element.attrib):
            if name.startswith(_SCREEN_ATTRIBUTES):
                del element.attrib[name]


def _print_drawing(drawing: html.HtmlElement, prefix: str) -> None:
    """Give a drawing literal colours, its hatch, ids of its own, and its text alternative as name.

    The PDF's maker takes a drawing's text alternative from a first `<title>` alone, and knows neither custom
    properties in drawings nor patterns of the page around it.
    """
    figure = next(drawing.iterancestors("figure"), None)
    alternatives = figure.find_class("figur-alternativ") if figure is not None else []
    if not alternatives:
        drawing.drop_tree()  # an ornament: it says nothing, so nothing is read aloud
        return
    printed = html.fragment_fromstring(literal(html.tostring(drawing, encoding="unicode", with_tail=False)))
    title = printed.find("title")
    if title is None:
        title = printed.makeelement("title")
    title.attrib.clear()
    title.text = " ".join("".join(alternatives[0].xpath("text() | *[not(self::strong)]//text()")).split())
    hatch = html.fragment_fromstring(f"<defs>{literal(hatch_pattern())}</defs>")
    printed.insert(0, hatch)
    printed.insert(0, title)
    for element in printed.iter():
        for name, value in element.attrib.items():
            if name == "id":
                element.set(name, prefix + value)
            elif name.endswith("href") and value.startswith("#"):
                element.set(name, f"#{prefix}{value[1:]}")
            else:
                element.set(name, value.replace("url(#", f"url(#{prefix}"))
    printed.tail = drawing.tail
    drawing.getparent().replace(drawing, printed)


def _print_picture(picture: html.HtmlElement, url: str) -> None:
    """Name a picture as seen from the site's root, where the document lies; of several sizes the first is printed."""
    picture.set("src", urljoin(url, picture.get("src", "")))
    picture.attrib.pop("srcset", None)


def _print_sample(sample: html.HtmlElement) -> None:
    """Give a sample of the key its colour; samples that are no single token have a rule of their own."""
    for name in sample.get("class", "").split():
        token = name.removeprefix("prov-")
        if token in _TOKENS:
            sample.set("style", f"background-color:{literal(var(token))}")


def _words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())
