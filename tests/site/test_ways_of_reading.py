"""The report by keyboard alone, enlarged to twice its size, without motion, and on paper."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.site.built_pages import read_pages
from tests.site.pages_server import serve_pages

# What has the focus: where it lies, whether it is seen, and the line around it.
FOCUS = """() => {
  const part = document.activeElement;
  if (!part || part === document.body) return null;
  const box = part.getBoundingClientRect(), style = getComputedStyle(part);
  const near = part.matches('input[type=radio]') ? getComputedStyle(part.nextElementSibling) : style;
  const name = part.innerText || part.getAttribute('aria-label') || part.id || '';
  return {name: part.tagName + ' ' + name.trim().slice(0, 40),
    top: box.top + scrollY, left: box.left, seen: part.checkVisibility({visibilityProperty: true}),
    line: parseFloat(near.outlineWidth) * (near.outlineStyle !== 'none'),
    shadow: near.boxShadow !== 'none', main: Boolean(part.closest('main article'))};
}"""
STOPS = """() => [...document.querySelectorAll('main article :is(a[href], button, summary, [tabindex="0"])')]
  .filter(part => part.tabIndex >= 0 && part.checkVisibility({visibilityProperty: true})).length"""
MOVING = """() => [...document.querySelectorAll('*')].filter(part => {
  const style = getComputedStyle(part);
  const ms = time => parseFloat(time) * (time.includes('ms') ? 1 : 1000);
  const longest = name => Math.max(...style[name].split(',').map(ms));
  return longest('transitionDuration') > 100 || (style.animationName !== 'none' && longest('animationDuration') > 100);
}).map(part => part.className)"""


@pytest.fixture(scope="module")
def address(built_site: Path) -> Iterator[str]:
    with serve_pages(built_site) as served:
        yield served


@pytest.fixture
def come(browser: Browser, address: str) -> Iterator[Any]:
    """Opens a page of the site with these settings of the browser."""
    contexts = []

    def opened(url: str, **settings: Any) -> Page:
        contexts.append(browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **settings}))
        page = contexts[-1].new_page()
        page.goto(address + url)
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.mark.parametrize("bundle", ["continue_", "abort"])
@pytest.mark.parametrize("width", [1280, 360])
def test_the_tab_key_leads_through_the_whole_page_and_back_out(come: Any, width: int, bundle: str) -> None:
    """Skip link first, every stop in sight and marked, those of the text from top to bottom, none left out.

    Whether the theme's script comes or not: it comes late, at the first key.
    """
    page = come("rapport/order/", viewport={"width": width, "height": 800})
    page.route("**/bundle.*", lambda route: getattr(route, bundle)())
    expected = page.evaluate(STOPS)
    page.keyboard.press("Tab")
    stops = [page.evaluate(FOCUS)]
    assert stops[0]["name"] == "A Gå till innehållet"
    for _ in range(200):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop is None or stop == stops[0]:
            break
        stops.append(stop)
    else:
        pytest.fail("the focus never left the page")
    assert [stop["name"] for stop in stops if not stop["seen"]] == []
    assert [stop["name"] for stop in stops if not stop["line"] and not stop["shadow"]] == []
    text = [stop for stop in stops if stop["main"]]
    assert len(text) == expected > 10
    tops = [round(stop["top"] / 40) for stop in text if "¶" not in stop["name"]]
    assert tops == sorted(tops)


def test_the_skip_link_leads_to_the_text(come: Any) -> None:
    page = come("rapport/order/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUS)["main"]


@pytest.mark.parametrize("size", ["zoom", "text"])
def test_twice_the_size_loses_nothing_and_scrolls_one_way(come: Any, built_site: Path, size: str) -> None:
    """A window of 1280 px at 200 percent, and a phone whose reader has doubled the size of text."""
    wide = {}
    for url in read_pages(built_site):
        if url == "404.html":
            continue
        if size == "zoom":
            page = come(url, viewport={"width": 640, "height": 400}, device_scale_factor=2)
        else:
            page = come(url, viewport={"width": 640, "height": 800}, bypass_csp=True)
            page.add_style_tag(content="html{font-size:250%!important}")
        page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
        wide[url] = page.evaluate("document.scrollingElement.scrollWidth")
        page.context.close()
    assert {url: width for url, width in wide.items() if width > 640} == {}


def test_nothing_moves_for_a_reader_who_wants_no_motion(come: Any) -> None:
    assert come("rapport/order/", reduced_motion="reduce").evaluate(MOVING) == []


def test_paper_is_white_with_black_text_whatever_the_screen_is(come: Any) -> None:
    page = come("rapport/order/", color_scheme="dark", viewport={"width": 700, "height": 990})
    page.emulate_media(media="print", color_scheme="dark")
    ground, text = page.evaluate(
        "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector('article p')).color]"
    )
    assert (ground, text) == ("rgb(255, 255, 255)", "rgb(28, 33, 38)")
    assert page.locator(".bred svg").first.bounding_box()["width"] > 560  # paper has room for the wide drawing
    assert not page.locator(".smal svg").first.is_visible()
    assert [part for part in (".md-header", ".md-tabs", ".md-sidebar") if page.locator(part).first.is_visible()] == []
