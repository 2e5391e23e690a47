"""A reader follows a number of the text to its row: unfolded, marked, and with its table's caption above it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from playwright.sync_api import Browser

from tests.site.built_pages import read_pages
from tests.site.pages_server import serve_pages

PLACE = """() => {
  const row = document.querySelector(':target'), box = row.getBoundingClientRect();
  const near = getComputedStyle(row.cells[1]), other = getComputedStyle(row.closest('table').tHead.rows[0].cells[1]);
  const head = row.closest('table').caption.getBoundingClientRect();
  return {text: row.innerText, top: box.top, bottom: box.bottom, height: innerHeight, headed: head.top >= 0,
    open: row.closest('details').open, marked: near.backgroundColor !== other.backgroundColor};
}"""


@pytest.fixture(scope="module")
def address(built_site: Path) -> Iterator[str]:
    with serve_pages(built_site) as served:
        yield served


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize(("width", "height"), [(1280, 800), (360, 640)])
@pytest.mark.parametrize("start", ["rapport/order/", ""])
def test_a_number_of_the_text_leads_to_its_row(
    browser: Browser, address: str, start: str, width: int, height: int, *, scripts: bool
) -> None:
    context = browser.new_context(viewport={"width": width, "height": height}, java_script_enabled=scripts)
    page = context.new_page()
    page.goto(address + start)
    number = page.locator("main a.tal[href*='#rad-']").last
    text = number.inner_text()
    number.click()
    page.wait_for_url("**#rad-*")
    page.wait_for_function("() => document.querySelector(':target')?.checkVisibility()") if scripts else None
    place: dict[str, Any] = page.evaluate(PLACE)
    assert place["open"]
    assert place["marked"]
    assert place["headed"]
    assert 0 <= place["top"] < place["bottom"] <= place["height"]
    assert text.split()[0] in place["text"]
    context.close()


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (360, 640)])
def test_back_leads_to_the_sentence_although_the_table_above_it_was_unfolded(
    browser: Browser, address: str, width: int, height: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(address + "rapport/order/")
    number = page.get_by_role("link", name="28 procent")
    number.scroll_into_view_if_needed()
    before = number.evaluate("link => link.getBoundingClientRect().top")
    for _ in range(2):
        number.click()
        page.wait_for_url("**#rad-*")
        page.go_back()
        page.wait_for_url("**/order/")
        page.wait_for_timeout(300)
        after = number.evaluate("link => link.getBoundingClientRect().top")
        assert after == pytest.approx(before, abs=60)
    context.close()


def test_every_number_leads_to_a_row_that_tells_it(built_site: Path) -> None:
    """The row's own label and cells bear the key's group and answer, by nothing but the finished pages."""
    pages = read_pages(built_site)
    rows = {(url, row.get("id")): row for url, page in pages.items() for row in page.iterfind(".//tr[@id]")}
    followed = 0
    for url, page in pages.items():
        for number in page.xpath("//a[contains(concat(' ', @class, ' '), ' tal ')][contains(@href, '#rad-')]"):
            row = rows[_target(url, number.get("href"))]
            digits = "".join(sign for sign in number.text_content().split("\N{NO-BREAK SPACE}")[0] if sign.isdigit())
            cells = ["".join(sign for sign in cell.text_content() if sign.isdigit()) for cell in row.iterfind("td")]
            words = not digits or " av " in number.text_content()
            of_group = number.get("data-key").split("/")[1] != ""
            assert words or of_group or digits in cells, (url, html.tostring(number, encoding="unicode"), cells)
            followed += 1
    assert followed > 30


def _target(url: str, href: str) -> tuple[str, str]:
    address, _, anchor = href.partition("#")
    parts = [part for part in url.split("/") if part]
    for step in [step for step in address.split("/") if step]:
        parts = parts[:-1] if step == ".." else [*parts, step]
    return ("/".join(parts) + "/" if parts else "") if address else url, anchor
