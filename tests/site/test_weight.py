"""What a page costs to read: bytes over the wire and requests, with everything that is fetched before a touch."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Response

from tests.site.built_pages import read_pages
from tests.site.pages_server import serve_pages

BYTES, REQUESTS = 80_000, 9


@pytest.fixture(scope="module")
def address(built_site: Path) -> Iterator[str]:
    with serve_pages(built_site) as served:
        yield served


@pytest.fixture
def newcomer(browser: Browser) -> Iterator[BrowserContext]:
    """Somebody who has seen nothing of the site yet."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    yield context
    context.close()


def compressed(body: bytes) -> int:
    return len(gzip.compress(body, 9))


def heaviest_report_page(site: Path) -> str:
    """The page of the report whose own file weighs most; its figures make it so."""
    return max(
        (url for url in read_pages(site) if url.startswith("rapport/")),
        key=lambda url: compressed((site / url / "index.html").read_bytes()),
    )


def test_the_heaviest_page_of_the_report_is_light_and_asks_nobody_else(
    newcomer: BrowserContext, address: str, built_site: Path
) -> None:
    url = heaviest_report_page(built_site)
    answers: list[Response] = []
    page = newcomer.new_page()
    page.on("response", lambda answer: answers.extend([answer]))
    page.goto(address + url, wait_until="networkidle")
    fetched = [answer for answer in answers if not answer.url.startswith("data:")]
    weights = [(answer.url.removeprefix(address), compressed(answer.body())) for answer in fetched]
    assert page.locator("figure.figur").count() >= 4
    assert [name for name, _ in weights if "://" in name] == []
    assert len(weights) <= REQUESTS, weights
    assert sum(weight for _, weight in weights) <= BYTES, weights
    page.keyboard.press("f")
    page.keyboard.type("order", delay=20)
    page.wait_for_selector(".md-search-result__link")


def test_every_drawing_is_seen_without_scripts(browser: Browser, address: str, built_site: Path) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, java_script_enabled=False)
    page = context.new_page()
    seen = 0
    for url, tree in read_pages(built_site).items():
        figures = tree.find_class("bild")
        if figures:
            page.goto(address + url)
            drawings = page.locator(".bild svg:visible").all()
            assert len(drawings) == len(figures), url
            sizes = [drawing.bounding_box() for drawing in drawings]
            assert all(size and size["width"] > 200 and size["height"] > 20 for size in sizes), url
            seen += len(drawings)
    context.close()
    assert seen > 20
