"""The built pages as trees: finds and reads them. Never writes one back: a parser would rewrite the drawings."""

from collections.abc import Iterator
from pathlib import Path

from lxml import html


def html_files(site: Path) -> Iterator[Path]:
    """Every HTML file of a built site, in order."""
    yield from sorted(site.rglob("*.html"))


def url_of(file: Path, site: Path) -> str:
    """A page's address relative to the site.

    >>> url_of(Path("s/rapport/index.html"), Path("s")), url_of(Path("s/404.html"), Path("s"))
    ('rapport/', '404.html')
    """
    return file.relative_to(site).as_posix().removesuffix("index.html")


def read_page(file: Path) -> html.HtmlElement:
    """Parse one built page."""
    return html.document_fromstring(file.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
