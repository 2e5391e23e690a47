"""The theme as a reader meets it, built by both generators: names, dark without scripts, keyboard, phone, contrast.

The pages here are small ones of this test; what the report's own pages hold is checked where they are built.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

from tests.site.pages_server import serve_pages
from tests.site.small_site import GENERATORS

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],  # what passed is not described: half the time
}
UNFOLD = "document.querySelectorAll('details').forEach(part => part.open = true)"
GROUND = "getComputedStyle(document.body).backgroundColor"
SCALE = "(drawing => drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width)"
Opener = Callable[..., Page]


@pytest.fixture(scope="module", params=GENERATORS)
def site(request: pytest.FixtureRequest, small_sites: Mapping[str, Path]) -> Path:
    """The built site of one generator."""
    return small_sites[request.param]


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Where that site is served."""
    with serve_pages(site) as served:
        yield served


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Opener]:
    """Opens the report's page as a fresh reader; every such reader is gone after the test."""
    contexts: list[BrowserContext] = []

    def read(width: int = 1280, **settings: Any) -> Page:
        contexts.append(
            browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce", **settings)
        )
        page = contexts[-1].new_page()
        page.goto(f"{address}rapport/")
        return page

    yield read
    for context in contexts:
        context.close()


def test_the_footer_names_publisher_date_licence_and_a_missing_contact(site: Path) -> None:
    html = (site / "index.html").read_text(encoding="utf-8")
    footer = re.sub(r"<[^>]+>|\s+", " ", html[html.index('class="md-copyright') :])
    for words in ("IUC Z-GROUP", "24 november 2026", "CC BY 4.0"):
        assert words in footer
    assert "Made with" not in html


def test_the_header_names_the_publisher_and_the_search(site: Path) -> None:
    header = (site / "index.html").read_text(encoding="utf-8").split("<header")[1].split("</header>")[0]
    assert 'avsandare-namn">IUC Z-GROUP<' in header
    assert re.search(r'role="dialog"[^>]* aria-label="Sök"', header)


def test_every_title_is_different(site: Path) -> None:
    pages = [page.read_text(encoding="utf-8") for page in site.rglob("index.html")]
    words = [title for page in pages for title in re.findall(r"<title>(.*)</title>", page)]
    assert len(words) == len(set(words)) == 6
    assert "Industrin efter corona" in words


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_axe_finds_nothing(opened: Opener, scheme: str, width: int) -> None:
    page = opened(width, color_scheme=scheme)
    page.evaluate(UNFOLD)
    found = Axe().run(page, options=RULES).response["violations"]
    assert [(rule["id"], [node["target"] for node in rule["nodes"]]) for rule in found] == []


def test_nothing_is_fetched_from_elsewhere_and_the_console_is_empty(browser: Browser, address: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"{address}rapport/", wait_until="networkidle")
    assert f"{address}assets/fonts/rapport-sans.woff2" in asked
    assert [url for url in asked if not url.startswith((address, "data:"))] == []
    assert said == []
    page.close()


@pytest.mark.parametrize("scripts", [True, False])
def test_dark_follows_the_system_with_and_without_scripts(opened: Opener, *, scripts: bool) -> None:
    page = opened(color_scheme="dark", java_script_enabled=scripts)
    bar = "getComputedStyle(document.querySelector('.bred path')).fill"
    assert page.evaluate(GROUND) == "rgb(30, 33, 41)"
    assert page.evaluate(bar) == "rgb(197, 99, 15)"
    page.emulate_media(media="print")
    assert page.evaluate(GROUND) == "rgb(255, 255, 255)"
    assert page.evaluate(bar) == "rgb(201, 102, 19)"


def test_the_readers_choice_of_light_wins_over_a_dark_system(opened: Opener) -> None:
    page = opened(color_scheme="dark")
    page.click("label[title='Byt till ljust läge']")
    page.reload()
    assert page.evaluate(GROUND) == "rgb(255, 255, 255)"


@pytest.mark.parametrize(("width", "shown"), [(1280, ".bred"), (800, ".bred"), (360, ".smal"), (320, ".smal")])
def test_one_drawing_shows_and_its_text_is_at_least_12_px(opened: Opener, width: int, shown: str) -> None:
    page = opened(width)
    visible = [part for part in (".bred", ".smal") if page.locator(part).is_visible()]
    assert visible == [shown]
    scale = page.evaluate(f"{SCALE}(document.querySelector('{shown} svg'))")
    assert 14 * scale >= 12


def test_a_phone_of_320_px_does_not_scroll_sideways(opened: Opener) -> None:
    page = opened(320)
    page.evaluate(UNFOLD)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320


def test_forced_colours_leave_readable_numbers_in_outlined_bars(opened: Opener) -> None:
    page = opened(forced_colors="active", color_scheme="light")
    style = "(selector, name) => getComputedStyle(document.querySelector(selector))[name]"
    fill, stroke, text = (
        page.evaluate(f"({style})('.bred {selector}', '{name}')")
        for selector, name in (("path", "fill"), ("path", "stroke"), ("text", "fill"))
    )
    assert fill == "rgb(255, 255, 255)"
    assert stroke == text == "rgb(0, 0, 0)"


def test_each_width_has_one_search_and_a_menu_only_without_tabs(opened: Opener) -> None:
    for width, menu, search in ((1280, False, False), (1000, True, False), (360, True, True)):
        page = opened(width)
        shown = [page.locator(f"button[data-styr={name}]").is_visible() for name in ("__drawer", "__search")]
        assert shown == [menu, search], width
        assert not page.locator(".md-header label[for=__drawer]").first.is_visible()
        assert page.locator(".md-tabs").is_visible() is not menu


def test_the_disclosure_has_one_sign_of_its_own(opened: Opener) -> None:
    page = opened()
    for part in ("::before", "::after"):
        style = f"getComputedStyle(document.querySelector('.mer summary'), '{part}').display"
        assert page.evaluate(style) == "none"
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.mer summary')).listStyleType") == "disclosure-closed"
    )


def test_the_phones_menu_opens_and_closes_by_keyboard(opened: Opener) -> None:
    page = opened(360)
    reached = []
    for _ in range(3):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.dataset.styr || document.activeElement.className"))
    assert reached[0].startswith("md-skip")
    assert "__drawer" in reached
    button = page.locator("[data-styr=__drawer]")
    button.press("Enter")
    assert button.get_attribute("aria-expanded") == "true"
    assert page.evaluate("!!document.activeElement.closest('.md-sidebar--primary')")
    page.keyboard.press("Escape")
    assert button.get_attribute("aria-expanded") == "false"
    assert page.evaluate("document.activeElement.dataset.styr") == "__drawer"


def test_paper_shows_what_the_screen_folds_away(opened: Opener) -> None:
    page = opened()
    page.emulate_media(media="print")
    assert page.locator(".siffror").bounding_box() is not None
    assert page.evaluate("document.querySelector('.siffror').checkVisibility({contentVisibilityAuto: true})")
    assert not page.locator(".md-header").is_visible()
