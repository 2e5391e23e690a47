"""“Explore”: what a reader does with a figure's bars, by pointer and keyboard, and that none of it costs before."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Route

from tests.site.exploring import BRANSCH, LIKVIDITET, STORLEK, Comer, bars, explore, figure, opened, widths
from tests.site.pages_server import serve_pages

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
UNFOLD = "document.querySelectorAll('details').forEach(part => part.open = true)"


@pytest.fixture(scope="module")
def address(built_site: Path) -> Iterator[str]:
    with serve_pages(built_site) as served:
        yield served


@pytest.fixture
def come(browser: Browser) -> Iterator[Comer]:
    """A page of a new reader with these settings; all are gone after the test."""
    contexts: list[BrowserContext] = []

    def new(width: int = 1280, **settings: Any) -> Page:
        contexts.append(
            browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce", **settings)
        )
        return contexts[-1].new_page()

    yield new
    for context in contexts:
        context.close()


THEME = ("assets/javascripts/", "search/")  # comes at the first touch of anything


def test_nothing_is_fetched_before_the_press_and_then_only_what_this_figure_needs(come: Comer, address: str) -> None:
    page = come()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    shown = figure(page, address, BRANSCH)
    page.evaluate(UNFOLD)
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "explore/" in url or url.endswith(".csv")] == []
    asked.clear()
    explore(shown)
    assert sorted(url for url in asked if not url.startswith(THEME)) == [
        "assets/explore/bars.js",
        "assets/explore/explore.css",
        "assets/explore/panel.js",
        "assets/explore/rows.js",
        f"data/{BRANSCH}.csv",
    ]
    page.wait_for_load_state("networkidle")
    asked.clear()
    for _ in range(2):
        shown.locator(".utforska").click()
    assert asked == []


def test_a_group_that_is_chosen_keeps_its_colour_and_the_others_turn_grey(come: Comer, address: str) -> None:
    page = come()
    panel = opened(page, address, BRANSCH)
    colour = "all => all.map(bar => getComputedStyle(bar.querySelector('.stapel-fyllning')).backgroundColor)"
    everything = panel.locator(".stapel").evaluate_all(colour)
    assert len(set(everything)) == 1
    panel.get_by_label("Framhäv").select_option("Träindustri")
    assert panel.get_by_role("status").text_content() == "Framhävs: Träindustri"
    chosen = [group == "Träindustri" for _, group, _ in bars(panel)]
    assert sum(chosen) == 2
    colours = panel.locator(".stapel").evaluate_all(colour)
    assert [found == everything[0] for found in colours] == chosen
    pressed = panel.locator(".stapel").evaluate_all("all => all.map(bar => bar.getAttribute('aria-pressed'))")
    assert [state == "true" for state in pressed] == chosen
    panel.locator(".stapel").nth(1).click()
    assert panel.locator("select").input_value() == "Verkstadsindustri"
    panel.locator(".stapel").nth(1).click()
    assert panel.get_by_role("status").text_content() == "Framhävs: Alla lika"
    assert panel.locator(".stapel").evaluate_all(colour) == everything


def test_without_groups_there_is_nothing_to_choose_and_an_answer_can_be_pressed(come: Comer, address: str) -> None:
    panel = opened(come(), address, LIKVIDITET)
    assert panel.locator("select").count() == 0
    panel.locator(".stapel").nth(1).click()
    assert panel.locator(".dampad .stapel-namn").all_inner_texts() == ["God", "Akut"]
    assert panel.get_by_role("status").text_content() == "Framhävs: Ansträngd"


def test_everything_works_by_keyboard(come: Comer, address: str) -> None:
    page = come()
    shown = figure(page, address, BRANSCH)
    button = shown.locator(".utforska")
    button.focus()
    page.keyboard.press("Enter")
    panel = shown.locator(".utforska-yta")
    panel.wait_for()
    assert button.get_attribute("aria-expanded") == "true"
    assert button.get_attribute("aria-controls") == panel.get_attribute("id")
    focused = "document.activeElement"
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    assert page.evaluate(f"{focused}.value") == "n"
    page.keyboard.press("Tab")
    assert page.evaluate(f"{focused}.tagName") == "SELECT"
    page.keyboard.press("Tab")
    told = []
    for key in ("ArrowDown", "End", "ArrowDown", "Home", "ArrowUp"):
        page.keyboard.press(key)
        told.append(page.evaluate(f"[...document.querySelectorAll('.stapel')].indexOf({focused})"))
    assert told == [1, 7, 7, 0, 0]
    page.keyboard.press("ArrowDown")
    assert page.evaluate(f"{focused}.textContent") == (
        "Verkstadsindustri, God: 13 företag, 48 procent, 13 av 27 företag, få svar"
    )
    page.keyboard.press("Space")
    assert page.evaluate(f"{focused}.getAttribute('aria-pressed')") == "true"
    page.keyboard.press("Tab")
    assert page.evaluate(f"{focused}.tagName") == "SUMMARY"
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Escape")
    assert not panel.is_visible()
    assert button.evaluate(f"button => button === {focused}")
    assert button.get_attribute("aria-expanded") == "false"
    page.keyboard.press("Space")
    assert panel.is_visible()
    page.keyboard.press("Space")
    assert not panel.is_visible()


@pytest.mark.parametrize("way", ["hover", "focus"])
def test_what_stands_behind_a_bar_is_told_to_pointer_and_keyboard_and_goes_with_escape(
    come: Comer, address: str, way: str
) -> None:
    page = come()
    panel = opened(page, address, BRANSCH)
    bar = panel.locator(".stapel").nth(2)
    behind = bar.locator(".stapel-bas")
    box = behind.bounding_box()
    assert box is not None
    assert box["width"] <= 1
    bar.hover() if way == "hover" else bar.focus()
    assert behind.inner_text() == "6 av 13 företag, få svar"
    box = behind.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) > 20
    page.evaluate("document.activeElement.blur()") if way == "hover" else None
    page.keyboard.press("Escape")
    assert not panel.is_visible()


def test_without_scripts_there_is_no_button(come: Comer, address: str) -> None:
    page = come(java_script_enabled=False)
    shown = figure(page, address, LIKVIDITET)
    assert shown.locator("svg").first.is_visible()
    assert page.locator("figure button").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(come: Comer, address: str, scheme: str, width: int) -> None:
    page = come(width, color_scheme=scheme)
    for key in (LIKVIDITET, STORLEK):
        panel = opened(page, address, key)
        if panel.locator("select").count():
            panel.locator("select").select_option(index=2)
        panel.locator(".stapel").nth(1).focus()
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width
        sizes = panel.locator(".stapel, select, label").evaluate_all(
            "all => all.map(one => one.getBoundingClientRect().height)"
        )
        assert min(sizes) >= 24
        found = Axe().run(page, options=RULES).response["violations"]
        assert [(rule["id"], [node["target"] for node in rule["nodes"]]) for rule in found] == []


def test_forced_colours_tell_the_chosen_bar_from_the_others(come: Comer, address: str) -> None:
    panel = opened(come(forced_colors="active", color_scheme="light"), address, BRANSCH)
    panel.get_by_label("Framhäv").select_option("Träindustri")
    style = """all => all.map(bar => {
        const { backgroundColor, borderTopWidth } = getComputedStyle(bar.querySelector('.stapel-fyllning'));
        return [backgroundColor, borderTopWidth];
    })"""
    drawn = panel.locator(".stapel").evaluate_all(style)
    chosen = {colour for (colour, _), bar in zip(drawn, bars(panel), strict=True) if bar[1] == "Träindustri"}
    others = {colour for (colour, _), bar in zip(drawn, bars(panel), strict=True) if bar[1] != "Träindustri"}
    assert len(chosen) == len(others) == 1
    assert chosen != others
    assert {width for _, width in drawn} == {"1px"}
    edge = "button => getComputedStyle(button).borderTopColor !== getComputedStyle(button).backgroundColor"
    assert panel.page.locator("[aria-expanded=true].utforska").evaluate(edge)


def test_nothing_of_it_is_printed(come: Comer, address: str) -> None:
    page = come()
    panel = opened(page, address, LIKVIDITET)
    page.emulate_media(media="print")
    assert not panel.is_visible()
    assert not page.locator(".utforska").first.is_visible()


def test_a_table_that_cannot_be_fetched_is_told_and_can_be_tried_again(come: Comer, address: str) -> None:
    page = come()
    shown = figure(page, address, LIKVIDITET)
    page.route("**/*.csv", lambda route: route.fulfill(status=404, body="nej"))
    shown.locator(".utforska").click()
    alert = shown.get_by_role("alert")
    alert.wait_for()
    assert alert.inner_text() == "Tabellen gick inte att hämta. Talen står i tabellen under diagrammet."
    assert shown.locator(".utforska").get_attribute("aria-expanded") == "false"
    page.unroute("**/*.csv")
    explore(shown)
    assert alert.count() == 0


def test_it_works_under_a_strict_policy(come: Comer, address: str) -> None:
    """Neither code nor style stands in the page: the site's own files alone are enough."""
    page = come()
    sources = ("script-src", "style-src", "connect-src", "img-src", "font-src")
    policy = "; ".join(["default-src 'none'", *(f"{source} 'self'" for source in sources)])
    said: list[str] = []
    page.on("console", lambda message: said.append(f"{message.text} {message.location.get('url', '')}"))

    def add_policy(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": policy})

    page.route("**/rapport/likviditet/", add_policy)
    panel = opened(page, address, BRANSCH)
    panel.get_by_label("Framhäv").select_option("Träindustri")
    assert max(widths(panel)) > 100
    assert [line for line in said if "explore" in line or "style" in line.partition("http")[0]] == []


def test_in_english_it_speaks_english(come: Comer, english_site: Path) -> None:
    with serve_pages(english_site) as served:
        page = come()
        panel = opened(page, served, BRANSCH)
        assert page.locator(f"[id='figur-{BRANSCH}'] .utforska").inner_text() == "Explore"
        panel.get_by_label("Number").check()
        assert panel.get_by_role("status").text_content() == "Shown now: Number"
        assert panel.locator(".stapel-bas").nth(1).text_content() == "48 percent, 13 of 27 företag, few answers"
