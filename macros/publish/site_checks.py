"""The last look at a finished site before anybody else gets to see it.

Each check takes the site and gives problems. Belongs here: what must hold of the files as a whole. Does not: making
or mending anything.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html

from macros.desk import Desk
from macros.errors import Place, Problem, ReportError
from macros.language.message import Message, msg
from macros.publish.html_pages import html_files, read_page, url_of
from macros.publish.marks import pages_with_examples
from macros.publish.policy import policy_problems
from macros.render.links import figure_anchor, table_anchor
from macros.survey.canaries import leaks
from macros.survey.survey import Survey

TEXT_FILES = frozenset({".html", ".json", ".csv", ".xml", ".txt", ".js", ".css", ".svg", ".map"})
CODE = frozenset({".js", ".css", ".map"})  # the theme's own, the same on any site
_LOC = re.compile(r"<loc>([^<]*)</loc>")
_TEMPLATE = re.compile(r"\{\{|\{%")
_TRACEBACK = re.compile(r"Traceback \(most recent call last\)|Macro (?:Rendering|Syntax) Error|class=\"fel\"")
_CSS_ADDRESS = re.compile(r"""(?:url\(\s*|@import\s+)["']?((?:https?:)?//[^"')\s]+)""")
_LOADING = {
    "script": ("src",),
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "iframe": ("src",),
    "embed": ("src",),
    "audio": ("src",),
    "video": ("src", "poster"),
    "track": ("src",),
    "link": ("href",),
    "object": ("data",),
    "use": ("href", "xlink:href"),
    "image": ("href", "xlink:href"),
}
_NOT_LOADED = frozenset({"canonical", "prev", "next", "license", "author", "alternate"})

Pages = dict[str, html.HtmlElement]


def check_site(desk: Desk, site: Path, extra_text: str = "") -> None:
    """Hold a built site against what its pages ask for and what must never be in it.

    Args:
        extra_text: text of files that are not text files, such as the PDF.

    Raises:
        ReportError: everything that is wrong, at once.
    """
    pages = {url_of(file, site): read_page(file) for file in html_files(site)}
    texts = {file: file.read_text(encoding="utf-8") for file in sorted(site.rglob("*")) if file.suffix in TEXT_FILES}
    problems = [
        *_asked_for(desk, pages),
        *_links(pages, site, desk.settings.path),
        *_third_parties(pages, texts, site),
        *policy_problems(pages),
        *_stray_text(desk, pages, texts, site),
        *_canaries(desk, [*(text for file, text in texts.items() if file.suffix not in CODE), extra_text]),
        *_example_marks(desk, pages, texts.get(site / "sitemap.xml", ""), desk.settings.path),
    ]
    if problems:
        raise ReportError(problems)


def _asked_for(desk: Desk, pages: Pages) -> Iterator[Problem]:
    """Every figure, table and number that the pages ask for is there."""
    for homes, anchor in ((desk.figures, figure_anchor), (desk.tables, table_anchor)):
        for address, url in ((address, url) for address, urls in homes.items() for url in urls):
            if not _has_id(pages.get(url), anchor(address)):
                yield _problem(url, msg("the figure or table {key} is not on the page", key=address.key))
    shown = {url: _numbers(page) for url, page in pages.items()}
    for (key, text), urls in desk.ledger.pages.items():
        for url in urls:
            if text not in shown.get(url, {}).get(key, ()):
                yield _problem(url, msg("the number {key} ({text}) is not on the page", key=key, text=text))
    known = set(desk.ledger.pages)
    for url, numbers in shown.items():
        for key, texts in numbers.items():
            for text in texts:
                if (key, text) not in known:
                    yield _problem(url, msg("the number {key} ({text}) is not in the ledger", key=key, text=text))


def _numbers(page: html.HtmlElement) -> dict[str, set[str]]:
    numbers: dict[str, set[str]] = {}
    for element in page.iter():
        key = element.get("data-key") if isinstance(element.tag, str) else None
        if key:
            seen = element.find("span[@aria-hidden]")
            text = seen.text_content() if seen is not None else element.text_content()
            numbers.setdefault(key, set()).add(text)
    return numbers


def _links(pages: Pages, site: Path, base: str) -> Iterator[Problem]:
    """No dead link and no dead anchor inside the site."""
    ids = {
        url: {element.get("id") for element in page.iter() if isinstance(element.tag, str)}
        for url, page in pages.items()
    }
    for url, page in pages.items():
        for element in page.iter("a", "link", "script", "img", "source", "iframe"):
            for name in ("href", "src"):
                address = element.get(name)
                if address:
                    yield from _link(url, address, ids, site, base)


def _link(url: str, address: str, ids: dict[str, set[str | None]], site: Path, base: str) -> Iterator[Problem]:
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return
    target = urlsplit(urljoin(base + url, address))
    path = unquote(target.path)
    if not path.startswith(base):
        yield _problem(url, msg("the link {address} leads out of the site", address=address))
        return
    inside = path.removeprefix(base).removesuffix("index.html")
    if inside in ids:
        if target.fragment and unquote(target.fragment) not in ids[inside] and not target.fragment.startswith("__"):
            yield _problem(url, msg("the link {address} leads to nothing on its page", address=address))
    elif not (site / inside).is_file():
        yield _problem(url, msg("the link {address} leads to no page", address=address))


def _third_parties(pages: Pages, texts: dict[Path, str], site: Path) -> Iterator[Problem]:
    """Nothing on a page is fetched from anybody else."""
    for url, page in pages.items():
        for element in page.iter(*_LOADING):
            if element.tag == "link" and _NOT_LOADED.issuperset((element.get("rel") or "").split()):
                continue
            for address in _fetched(element):
                if urlsplit(address).netloc:
                    yield _problem(url, msg("the page fetches {address} from somebody else", address=address))
    for file, text in texts.items():
        if file.suffix in (".css", ".html", ".svg"):
            for address in _CSS_ADDRESS.findall(text):
                yield _problem(_name(file, site), msg("the page fetches {address} from somebody else", address=address))


def _fetched(element: html.HtmlElement) -> Iterator[str]:
    for name in _LOADING[element.tag]:
        value = element.get(name) or ""
        yield from (part.split()[0] for part in value.split(",") if part.strip()) if name == "srcset" else (value,)


def _stray_text(desk: Desk, pages: Pages, texts: dict[Path, str], site: Path) -> Iterator[Problem]:
    """No macro call, traceback or local path is left in the text, and no block sits inside a paragraph."""
    literal = {page.url for page in desk.pages if not page.macros}
    local = {str(desk.root), str(Path.home())} - {"/"}
    for url, page in pages.items():
        if url not in literal and _TEMPLATE.search(page.text_content()):
            yield _problem(url, msg("a macro call was left as it is"))
    for file, text in texts.items():
        name = _name(file, site)
        if _TRACEBACK.search(text):
            yield _problem(name, msg("an error message stands in the page"))
        if any(path in text for path in local):
            yield _problem(name, msg("a path of this machine stands in the file"))
        if "<p><figure" in text or "<p><div" in text:
            hint = msg("Let the macro stand on a line of its own, not indented.")
            yield Problem(Place(f"site/{name}"), msg("a figure or block sits inside a paragraph"), hint=hint)


def _canaries(desk: Desk, texts: Iterable[str]) -> Iterator[Problem]:
    """No open answer and no respondent's id is in any file."""
    everything = "\n".join(texts)
    for id_, survey in desk.report.surveys.items():
        if isinstance(survey, Survey):
            found = leaks(survey, everything)
            if found:
                yield _problem(
                    "",
                    msg(
                        "{count} open answers or respondent ids of {survey} stand in the site", count=found, survey=id_
                    ),
                )


def _example_marks(desk: Desk, pages: Pages, sitemap: str, base: str) -> Iterator[Problem]:
    """Every page that shows an invented number says so, and search engines are told to stay away."""
    listed = {urlsplit(address).path for address in _LOC.findall(sitemap)}
    for url in pages_with_examples(desk):
        page = pages.get(url)
        if page is None or not page.find_class("exempel-sida"):
            yield _problem(url, msg("the page shows example data and does not say so"))
        elif not page.xpath("//meta[@name='robots'][contains(@content, 'noindex')]"):
            yield _problem(url, msg("the page shows example data and lets search engines in"))
        if f"{base}{url}" in listed:
            yield _problem(url, msg("the page shows example data and stands in the sitemap"))
    examples = desk.examples()
    for homes, anchor in ((desk.figures, figure_anchor), (desk.tables, table_anchor)):
        for address, url in ((address, url) for address, urls in homes.items() for url in urls):
            block = _by_id(pages.get(url), anchor(address))
            if address.survey in examples and block is not None and not block.find_class("exempel"):
                found = msg("the figure or table {key} shows example data and does not say so", key=address.key)
                yield _problem(url, found)


def _by_id(page: html.HtmlElement | None, id_: str) -> html.HtmlElement | None:
    found = page.xpath("//*[@id=$id]", id=id_) if page is not None else []
    return found[0] if found else None


def _has_id(page: html.HtmlElement | None, id_: str) -> bool:
    return _by_id(page, id_) is not None


def _name(file: Path, site: Path) -> str:
    return file.relative_to(site).as_posix()


def _problem(url: str, found: Message) -> Problem:
    return Problem(Place(f"site/{url}"), found)
