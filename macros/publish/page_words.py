"""What a built page says of itself: its name, its heading, its first finding, and a description of it.

Belongs here: finding plain words in a page. Does not: what is done with them (`social.py`).
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import html

DESCRIPTION = 160  # characters; search engines cut what is longer
ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
_BLANKS = re.compile("[ \t\r\n]+")  # a no-break space stays
_BLOCKS = ("figure", "aside", "details", "table", "blockquote", "li")
_NOT_READ = frozenset({"headerlink", "exempel-sida", "footnote-ref", "md-button"})


@dataclass(frozen=True)
class PageWords:
    """A page in words.

    Attributes:
        title: its name, without the site's after it.
        heading: its heading, or its name where it has none.
        finding: the title of its first figure, or empty.
        paragraph: its first paragraph, or empty.
    """

    title: str
    heading: str
    finding: str = ""
    paragraph: str = ""


def words_of(page: html.HtmlElement, site_name: str) -> PageWords:
    """Read a built page.

    Args:
        site_name: the site's name, which stands after the page's own in its title.
    """
    content = page.find(".//article")
    content = page.find(".//body") if content is None else content
    title = _BLANKS.sub(" ", page.findtext(".//title") or "").strip(" ").removesuffix(f" \N{EN DASH} {site_name}")
    inside = " or ".join(f"ancestor::{block}" for block in _BLOCKS)
    return PageWords(
        title=title or site_name,
        heading=next(_texts(content, ".//h1"), "") or title or site_name,
        finding=next(_texts(content, ".//figure//*[@class='figur-titel']"), ""),
        paragraph=next(_texts(content, f".//p[not({inside} or @class='figur-titel')]"), ""),
    )


def descriptions(pages: Mapping[str, PageWords], written: Mapping[str, str]) -> dict[str, str]:
    """A description of each page, by its address: the one that was written, else its first finding and paragraph.

    Pages that would say the same get their names before it.

    Args:
        written: what the communicator wrote of a page, by its address.

    >>> descriptions({"a/": PageWords("A", "A", "Fler order"), "b/": PageWords("B", "B")}, {"b/": "Fler order."})
    {'a/': 'A: Fler order.', 'b/': 'B: Fler order.'}
    """
    found = {url: written.get(url) or _described(words) for url, words in pages.items()}
    times = Counter(found.values())
    return {url: f"{pages[url].title}: {text}" if times[text] > 1 else text for url, text in found.items()}


def _described(words: PageWords) -> str:
    parts = [part for part in (words.finding, words.paragraph) if part] or [words.heading]
    text = " ".join(part if part.endswith((".", "?", "!")) else f"{part}." for part in parts)
    if len(text) <= DESCRIPTION:
        return text
    return text[:DESCRIPTION].rpartition(" ")[0].rstrip(" ,;:.\N{EN DASH}") + ELLIPSIS


def _texts(content: html.HtmlElement, path: str) -> Iterator[str]:
    found = (_BLANKS.sub(" ", "".join(_read(element))).strip(" ") for element in content.xpath(path))
    return (text for text in found if text)


def _read(element: html.HtmlElement) -> Iterator[str]:
    """The words of an element as they are read aloud: of a sign its meaning, nothing of what only leads elsewhere."""
    classes = (element.get("class") or "").split()
    if not isinstance(element.tag, str) or element.get("aria-hidden") == "true" or _NOT_READ.intersection(classes):
        return
    yield element.text or ""
    for child in element:
        yield from _read(child)
        yield child.tail or ""
