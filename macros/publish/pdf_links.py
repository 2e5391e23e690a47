"""Links of a chapter of the PDF: inside the report to their page, out of it to a list at the chapter's end.

Belongs here: where a link of a built page leads on paper. Does not: anything else of the chapter (`pdf_chapter.py`).

Addresses stand at the chapter's end and not at the foot of the page, since WeasyPrint 70 puts the footnotes of an
unbroken figure on later pages.
"""

from collections.abc import Collection, Mapping
from urllib.parse import quote, unquote, urljoin, urlsplit

from lxml import html

from macros.language.catalogue import Language
from macros.language.message import msg

ADDRESSES = msg("Addresses")
PAGE = msg("p.")


def anchor(url: str) -> str:
    """The id of a page's chapter: its address, and `./` for the front page.

    >>> anchor("rapport/"), anchor("")
    ('rapport/', './')
    """
    return url or "./"


def print_links(article: html.HtmlElement, url: str, others: Collection[str], language: Language) -> dict[str, int]:
    """Change every link of a page, and give the addresses outside the site with their numbers.

    A link to a page that is no chapter, or to a file of the site, becomes plain text.

    Args:
        url: the page's address, relative to the site's root.
        others: addresses of all pages that are chapters.
    """
    addresses: dict[str, int] = {}
    for link in article.xpath(".//a[@href]"):
        scheme = urlsplit(link.get("href")).scheme
        if scheme in ("http", "https"):
            number = addresses.setdefault(link.get("href"), len(addresses) + 1)
            link.addnext(_reference(url, number, link.tail))
            link.tail = None
        elif scheme != "mailto":
            _print_inner(link, url, others, language.say(PAGE))
    return addresses


def address_list(addresses: Mapping[str, int], url: str, language: Language) -> html.HtmlElement:
    """The addresses that a chapter's links lead to, for those who read on paper."""
    section, heading, numbered = html.Element("section", {"class": "adresser"}), html.Element("p"), html.Element("ol")
    heading.text = language.say(ADDRESSES)
    for address, number in addresses.items():
        item, link = html.Element("li", {"id": _address_id(url, number)}), html.Element("a", {"href": address})
        link.text = address
        item.append(link)
        numbered.append(item)
    section.extend([heading, numbered])
    return section


def reference(place: str, words: str, before_number: str) -> html.HtmlElement:
    """A link to a place of the PDF that says on which page it is (`pdf.css`)."""
    link = html.Element("a", {"class": "med-sida", "href": f"#{quote(place)}", "data-sida": before_number})
    link.text = words
    return link


def _print_inner(link: html.HtmlElement, url: str, others: Collection[str], before_number: str) -> None:
    target = urlsplit(urljoin(f"/{url}", link.get("href")))
    page = unquote(target.path).removeprefix("/").removesuffix("index.html")
    if target.scheme or target.netloc or page not in others:
        if "tal" in link.get("class", "").split():
            link.tag = "span"  # a number keeps its look
            del link.attrib["href"]
        else:
            link.drop_tag()
        return
    link.set("href", "#" + quote(page + unquote(target.fragment) if target.fragment else anchor(page)))
    if page != url and "tal" not in link.get("class", "").split():
        link.set("class", "till-sida")
        link.set("data-sida", before_number)


def _reference(url: str, number: int, tail: str | None) -> html.HtmlElement:
    reference = html.Element("a", {"class": "adress-nummer", "href": f"#{quote(_address_id(url, number))}"})
    reference.text, reference.tail = f"\N{NO-BREAK SPACE}[{number}]", tail
    return reference


def _address_id(url: str, number: int) -> str:
    return f"{url}adress-{number}"
