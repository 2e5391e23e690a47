"""The theme's bundle is fetched when a reader first touches the page, and what that reader did is not lost.

With both generators: their bundles are not the same, and neither are their searches.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route

from tests.site.pages_server import serve_pages
from tests.site.small_site import GENERATORS

BUNDLE = "**/assets/javascripts/bundle.*"
GROUND = "getComputedStyle(document.body).backgroundColor"
LIGHT, DARK = "rgb(255, 255, 255)", "rgb(30, 33, 41)"
FOUND = ".md-search-result__link"


@pytest.fixture(scope="module")
def addresses(small_sites: Mapping[str, Path]) -> Iterator[Mapping[str, str]]:
    """Where the small site is served, by the generator that built it."""
    with serve_pages(small_sites["mkdocs"]) as one, serve_pages(small_sites["zensical"]) as other:
        yield {"mkdocs": one, "zensical": other}


class Reader:
    """Somebody whose bundle comes when the test lets it come."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.page: Page = context.new_page()
        self.asked: list[str] = []
        self.said: list[str] = []
        self._held: list[Route] = []
        self.page.on("request", lambda request: self.asked.append(request.url.removeprefix(address)))
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.route(BUNDLE, self._hold)
        self._address = address

    def _hold(self, route: Route) -> None:
        self._held.append(route)

    def open(self, url: str = "rapport/", wait_until: Literal["networkidle", "commit"] = "networkidle") -> Page:
        self.page.goto(self._address + url, wait_until=wait_until)
        return self.page

    def bundles(self) -> int:
        return len([url for url in self.asked if "/bundle." in url])

    def let_it_come(self) -> None:
        while not self._held:
            self.page.wait_for_timeout(10)
        (route,) = self._held
        route.continue_()
        self.page.unroute(BUNDLE)
        self.page.wait_for_load_state("networkidle")


@pytest.fixture
def reader(browser: Browser, addresses: Mapping[str, str], generator: str, width: int) -> Iterator[Reader]:
    context = browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    yield Reader(context, addresses[generator])
    context.close()


@pytest.fixture(params=GENERATORS)
def generator(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def width() -> int:
    return 1280


def test_a_page_that_nobody_touches_fetches_none_of_the_themes_scripts(reader: Reader) -> None:
    page = reader.open()
    scripts = [url for url in reader.asked if url.endswith(".js")]
    assert scripts
    assert [url for url in scripts if url.startswith("assets/javascripts/")] == []
    page.mouse.move(600, 300)
    reader.let_it_come()
    assert reader.bundles() == 1
    page.mouse.move(100, 500)
    page.keyboard.press("Tab")
    page.wait_for_load_state("networkidle")
    assert reader.bundles() == 1
    assert reader.said == []


def test_what_the_bundle_does_for_a_page_it_does_when_it_comes_late(reader: Reader) -> None:
    page = reader.open()
    page.keyboard.press("Tab")
    reader.let_it_come()
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_selector(".md-header--shadow")


@pytest.mark.parametrize("width", [360])
@pytest.mark.parametrize("generator", ["mkdocs"])
def test_the_phones_search_opens_at_its_first_press_and_finds_what_was_typed_meanwhile(reader: Reader) -> None:
    page = reader.open()
    page.locator("[data-styr=__search]").click()
    page.keyboard.type("metod", delay=10)
    reader.let_it_come()
    page.wait_for_selector(FOUND)
    assert page.locator("[data-md-component=search-query]").input_value() == "metod"
    assert page.locator("[data-styr=__search]").get_attribute("aria-expanded") == "true"


@pytest.mark.parametrize("key", ["f", "s", "/"])
@pytest.mark.parametrize("generator", ["mkdocs"])
def test_a_key_that_opens_the_search_does_so_first_of_all_and_what_follows_is_typed_into_it(
    reader: Reader, key: str
) -> None:
    page = reader.open()
    page.keyboard.press(key)
    page.keyboard.type("metod", delay=10)
    page.keyboard.press("Enter")
    reader.let_it_come()
    page.wait_for_selector(FOUND)
    assert page.locator("[data-md-component=search-query]").input_value() == "metod"
    assert page.url.endswith("/rapport/")
    assert reader.said == []


@pytest.mark.parametrize("generator", ["mkdocs"])
def test_a_click_into_the_search_field_is_enough(reader: Reader) -> None:
    page = reader.open()
    page.locator("[data-md-component=search-query]").click()
    page.keyboard.type("metod", delay=10)
    reader.let_it_come()
    page.wait_for_selector(FOUND)


@pytest.mark.parametrize("generator", ["mkdocs"])
def test_a_link_to_a_search_opens_it_untouched(reader: Reader) -> None:
    page = reader.open("rapport/?q=metod", wait_until="commit")
    reader.let_it_come()
    page.wait_for_selector(FOUND)


@pytest.mark.parametrize("generator", ["zensical"])
@pytest.mark.parametrize(("width", "button"), [(1280, ".md-search__button"), (360, "[data-styr=__search]")])
def test_the_second_generators_search_opens_at_its_first_press(reader: Reader, button: str) -> None:
    page = reader.open()
    page.locator(button).click()
    reader.let_it_come()
    page.wait_for_selector("dialog[open] input:focus")


@pytest.mark.parametrize("generator", ["zensical"])
def test_the_second_generators_key_opens_its_search_first_of_all(reader: Reader) -> None:
    page = reader.open()
    page.keyboard.press("/")
    reader.let_it_come()
    page.wait_for_selector("dialog[open] input:focus")


def test_the_first_press_on_the_colours_counts_and_is_remembered(reader: Reader) -> None:
    page = reader.open()
    page.locator("label[title='Byt till mörkt läge']").click()
    assert page.evaluate(GROUND) == DARK
    reader.let_it_come()
    assert page.evaluate(GROUND) == DARK
    page.reload(wait_until="networkidle")
    assert page.evaluate(GROUND) == DARK
    page.locator("label[title='Byt till ljust läge']").click()
    page.wait_for_function(f"{GROUND} === '{LIGHT}'")
    assert not page.locator("label[title='Byt till ljust läge']").is_visible()


def test_a_choice_of_colours_counts_also_for_who_leaves_before_the_bundle_is_there(reader: Reader) -> None:
    page = reader.open()
    page.locator("label[title='Byt till mörkt läge']").click()
    page.goto(page.url.replace("rapport/", "metod/"), wait_until="networkidle")
    assert page.evaluate(GROUND) == DARK
    assert page.locator("label[title='Byt till ljust läge']").is_visible()


def test_who_presses_twice_before_it_comes_gets_what_was_chosen_last(reader: Reader) -> None:
    page = reader.open()
    for option in ("#__palette_1", "#__palette_0"):
        page.evaluate(f"document.querySelector('{option}').click()")
    reader.let_it_come()
    assert page.evaluate(GROUND) == LIGHT


def test_a_bundle_that_was_lost_on_the_way_is_fetched_at_the_next_touch(reader: Reader) -> None:
    page = reader.open()
    page.unroute(BUNDLE)
    page.route(BUNDLE, lambda route: route.abort())
    lost: list[object] = []
    page.on("requestfailed", lambda request: lost.extend([request]))
    for _ in range(20):  # a page that was just opened may not have the keyboard yet
        page.keyboard.press("Tab")
        page.wait_for_timeout(100)
        if lost:
            break
    page.unroute(BUNDLE)
    assert lost
    for _ in range(20):  # the page hears of it a little after the browser does
        page.keyboard.press("Tab")
        page.wait_for_timeout(50)
        if reader.bundles() == 2:
            break
    page.wait_for_load_state("networkidle")
    assert reader.bundles() == 2
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_selector(".md-header--shadow")
