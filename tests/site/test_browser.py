"""The report's own pages in a browser, served as GitHub Pages serves them."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

from tests.site.built_pages import numbers, read_json, read_pages
from tests.site.pages_server import serve_pages

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],  # what passed is not described: half the time
}
UNFOLD = "document.querySelectorAll('details').forEach(part => part.open = true)"
NOWHERE = "finns/inte/"
GROUND = "getComputedStyle(document.body).backgroundColor"
SHOWN = """[...document.querySelectorAll('[data-key]')].filter(part => part.checkVisibility())
  .map(part => [part.dataset.key, (part.querySelector('[aria-hidden]') || part).innerText])"""


@pytest.fixture(scope="module")
def address(built_site: Path) -> Iterator[str]:
    with serve_pages(built_site) as served:
        yield served


@pytest.fixture(scope="module")
def urls(built_site: Path) -> list[str]:
    return [NOWHERE if url == "404.html" else url for url in read_pages(built_site)]


@pytest.fixture
def reader(browser: Browser) -> Iterator[Any]:
    """Opens a page as a new reader with these settings; all are gone after the test."""
    contexts: list[BrowserContext] = []

    def come(width: int = 1280, **settings: Any) -> Page:
        contexts.append(
            browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce", **settings)
        )
        return contexts[-1].new_page()

    yield come
    for context in contexts:
        context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_axe_finds_nothing_on_any_page(reader: Any, address: str, urls: list[str], scheme: str, width: int) -> None:
    page, axe = reader(width, color_scheme=scheme), Axe()
    found = {}
    for url in urls:
        page.goto(address + url)
        page.evaluate(UNFOLD)
        violations = axe.run(page, options=RULES).response["violations"]
        found[url] = [(rule["id"], [node["target"] for node in rule["nodes"]]) for rule in violations]
    assert found == {url: [] for url in urls}


def test_nobody_else_is_asked_nothing_is_kept_and_the_console_is_empty(
    reader: Any, address: str, urls: list[str]
) -> None:
    page = reader(bypass_csp=False)
    asked: list[str] = []
    said: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    page.context.on("console", lambda message: said.append(f"{message.page.url}: {message.text}"))
    page.context.on("weberror", lambda error: said.append(f"{error.page.url}: {error.error}"))
    tabs = [page.context.new_page() for _ in urls]
    for tab, url in zip(tabs, urls, strict=True):
        tab.goto(address + url)
    for tab in tabs:  # they come to rest together
        tab.wait_for_load_state("networkidle")
        use_everything(tab)
        tab.close()
    assert len(asked) > 2 * len(urls)
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
    # The one page that is not there is the one that was asked for; the browser says so of its own accord.
    assert [line for line in said if NOWHERE not in line or "404" not in line] == []
    assert page.context.cookies() == []


def use_everything(page: Page) -> None:
    """Open what is folded, change the colours and search, as far as there is something to open."""
    page.bring_to_front()
    page.evaluate("document.querySelectorAll('summary').forEach(part => part.click())")
    page.mouse.move(600, 400)
    page.wait_for_selector("head > meta[name=color-scheme]", state="attached")  # the bundle's; it knows the last choice
    before = page.evaluate(GROUND)
    page.locator("label.md-header__button[for^=__palette]:visible").click()
    assert page.evaluate(GROUND) != before
    page.keyboard.press("f")
    page.keyboard.type("order", delay=20)
    page.wait_for_selector(".md-search-result__link")


def test_no_page_scrolls_sideways_on_the_smallest_phone(reader: Any, address: str, urls: list[str]) -> None:
    page = reader(320)
    widths = {}
    for url in urls:
        page.goto(address + url)
        page.evaluate(UNFOLD)
        widths[url] = page.evaluate("document.scrollingElement.scrollWidth")
    assert {url: width for url, width in widths.items() if width > 320} == {}


def test_every_number_can_be_read_without_scripts(reader: Any, address: str, built_site: Path) -> None:
    page = reader(java_script_enabled=False)
    ledger = read_json(built_site, "results")
    for url in read_pages(built_site):
        page.goto(address + url)
        page.evaluate(UNFOLD)
        noted = {(entry["key"], entry["text"]) for entry in ledger if url in entry["pages"]}
        shown = {(key, text) for key, text in page.evaluate(SHOWN)}
        assert {(key, text.strip()) for key, text in noted - shown} == set(), url


def test_a_folded_figure_opens_without_scripts(reader: Any, address: str) -> None:
    page = reader(java_script_enabled=False)
    page.goto(f"{address}rapport/")
    figure = page.locator("figure.figur").first
    assert not figure.locator("table").is_visible()
    figure.locator("summary").click()
    assert figure.locator("table").is_visible()


def test_the_link_of_a_number_lands_where_it_can_be_read(reader: Any, address: str, built_site: Path) -> None:
    page = reader(1280)
    links = {(url, link) for url, tree in read_pages(built_site).items() for link in tree.xpath("//a[@data-key]/@href")}
    # Links from several pages that come from afar land alike; those within a page do not load it.
    targets = {(link.startswith("#"), urljoin(f"/{url}", link)): (url, link) for url, link in sorted(links)}
    assert len(targets) > 20
    for url, link in targets.values():
        page.goto(address + url, wait_until="domcontentloaded")
        page.evaluate("link => document.querySelector(`a[data-key][href='${link}']`).click()", link)
        page.wait_for_selector(":target", state="attached")
        page.wait_for_timeout(50)
        top = page.evaluate("document.querySelector(':target').getBoundingClientRect().top")
        header = page.evaluate("document.querySelector('.md-header').getBoundingClientRect().bottom")
        assert header - 1 <= top < 800, (url, link)


def test_a_page_that_is_not_there_is_the_sites_own(reader: Any, address: str) -> None:
    page = reader()
    answer = page.goto(address + NOWHERE)
    assert answer is not None
    assert answer.status == 404
    assert "rapport" in page.evaluate("getComputedStyle(document.body).fontFamily").casefold()
    assert page.locator(".md-header").bounding_box()["height"] < 150
    assert page.locator("h1").inner_text() == "Sidan finns inte"
    page.click("article a")
    page.wait_for_load_state()
    assert page.title() == "Industrin efter corona"
    assert page.url.startswith(address)


def test_every_page_has_one_heading_and_a_title_of_its_own(built_site: Path) -> None:
    pages = read_pages(built_site)
    titles = [page.findtext(".//title") for page in pages.values()]
    assert len(titles) == len(set(titles))
    for url, page in pages.items():
        levels = [int(heading.tag[1]) for heading in page.find(".//main").iter("h1", "h2", "h3", "h4", "h5", "h6")]
        assert levels[0] == 1, url
        assert levels.count(1) == 1, url
        assert all(below - above <= 1 for above, below in pairwise(levels)), url
        assert page.get("lang") == "sv"
        assert url == "404.html" or page.xpath("//head/meta[@name='description']/@content")[0].strip()
    assert any(numbers(page) for page in pages.values())
