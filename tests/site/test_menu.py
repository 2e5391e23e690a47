"""The phone's menu shows its entries on every page, also where the page hides the menu beside its text."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ViewportSize

from tests.site.built_pages import read_pages
from tests.site.pages_server import serve_pages


@pytest.fixture(scope="module")
def address(built_site: Path) -> Iterator[str]:
    with serve_pages(built_site) as served:
        yield served


def test_an_opened_menu_has_its_entries_in_sight(browser: Browser, address: str, built_site: Path) -> None:
    size = ViewportSize(width=360, height=800)
    context = browser.new_context(viewport=size, reduced_motion="reduce", bypass_csp=True)  # it waits by running text
    page = context.new_page()
    lefts = {}
    for url in read_pages(built_site):
        if url == "404.html":
            continue
        page.goto(address + url)
        page.locator("button[data-styr=__drawer]").click()
        page.wait_for_function("document.querySelector('.md-sidebar--primary').getBoundingClientRect().left >= 0")
        lefts[url] = page.evaluate("document.activeElement.getBoundingClientRect().left")
    context.close()
    assert {url: left for url, left in lefts.items() if not 0 <= left < 242} == {}
    assert len(lefts) > 10
