"""Every picture that a page shows lies in the site and says in words what it shows (WCAG 1.1.1).

Asked before the PDF is made, whose maker knows no pages: it would only say that a picture cannot be read. Belongs
here: pictures that somebody put on a page. Does not: the drawings of figures, or what else a page may fetch
(`site_checks.py`).
"""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html

from macros.desk import Desk
from macros.errors import Place, Problem, ReportError
from macros.language.message import Message, msg
from macros.pages import Page
from macros.publish.html_pages import read_page

_HOUSE = msg("Put the picture in docs/, and name it as seen from the page: {example}", example="![Logga](bilder/l.png)")
_WORDS = msg("Say between the brackets what it shows, for those who cannot see it: {example}",
             example="![Vår logga](bilder/l.png)")  # fmt: skip


def check_pictures(desk: Desk, site: Path) -> None:
    """Look at every picture of every page.

    Raises:
        ReportError: pictures of other sites, that are not there, or without words; all at once.
    """
    problems = [
        problem
        for page in desk.pages
        for picture in read_page(site / page.url / "index.html").iterfind(".//article//img")
        for problem in _wrong(picture, page, site)
    ]
    if problems:
        raise ReportError(problems)


def _wrong(picture: html.HtmlElement, page: Page, site: Path) -> Iterator[Problem]:
    source = picture.get("src") or ""
    address = urlsplit(source)
    place = _place(page, unquote(address.path).rpartition("/")[2])

    def problem(found: Message, hint: Message) -> Problem:
        return Problem(place, found, hint=hint)

    if address.netloc:
        yield problem(msg("the page fetches {address} from somebody else", address=source), _HOUSE)
    elif address.scheme != "data" and not _lies_in(site, page, source):
        yield problem(msg("there is no picture {address}", address=source), _HOUSE)
    if not (picture.get("alt") or "").strip():
        yield problem(msg("the picture {address} has no words for those who cannot see it", address=source), _WORDS)


def _lies_in(site: Path, page: Page, source: str) -> bool:
    """Whether a path from the page leads to a file; one from the server's root would not lead there in the PDF."""
    inside = unquote(urlsplit(urljoin(f"/{page.url}", source)).path).removeprefix("/")
    return not source.startswith("/") and (site / inside).is_file()


def _place(page: Page, name: str) -> Place:
    """The first line of the page that names a file."""
    lines = enumerate(page.body.splitlines(), page.first_line)
    return Place(page.file, next((number for number, line in lines if name and name in line), None))
