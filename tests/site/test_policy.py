"""What a page's policy does in a browser: what was not there when the site was built does not run."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.site.pages_server import serve_pages

PAGE = "rapport/order/index.html"
TITLE = "Order och omsättning – Industrin efter corona"


@pytest.fixture
def copy(built_site: Path, tmp_path: Path) -> Path:
    """The built site, to be broken."""
    return shutil.copytree(built_site, tmp_path / "site")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A reader whose browser holds the policy."""
    context = browser.new_context(bypass_csp=False)
    yield context.new_page()
    context.close()


def add(site: Path, markup: str, before: str = "</article>") -> None:
    """Write into a page what somebody else might."""
    file = site / PAGE
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, markup + before, 1), encoding="utf-8")


SMUGGLED = {
    "a script in the text": "<script>document.title = 'kapad'</script>",
    "a handler": "<img src='data:,' onerror=\"document.title = 'kapad'\" alt=''>",
    "a script from elsewhere": "<script src='http://127.0.0.1:9/x.js'></script>",
    "a script as data": "<script src=\"data:text/javascript,document.title='kapad'\"></script>",
}


@pytest.mark.parametrize("markup", SMUGGLED.values(), ids=SMUGGLED)
def test_what_was_smuggled_into_a_page_does_not_run(copy: Path, page: Page, markup: str) -> None:
    add(copy, markup)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    with serve_pages(copy) as address:
        page.goto(address + PAGE, wait_until="networkidle")
        assert page.title() == TITLE
    assert any("Content Security Policy" in line and "script-src" in line for line in said)


def test_without_the_policy_it_would_have_run(copy: Path, page: Page) -> None:
    add(copy, SMUGGLED["a script in the text"])
    file = copy / PAGE
    text = file.read_text(encoding="utf-8").replace('http-equiv="Content-Security-Policy"', "", 1)
    file.write_text(text, encoding="utf-8")
    with serve_pages(copy) as address:
        page.goto(address + PAGE, wait_until="networkidle")
        assert page.title() == "kapad"


def test_a_form_that_sends_what_is_typed_to_others_sends_nothing(copy: Path, page: Page) -> None:
    add(copy, "<form action='http://127.0.0.1:9/'><button id='sand'>Skicka</button></form>")
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    with serve_pages(copy) as address:
        page.goto(address + PAGE, wait_until="networkidle")
        page.evaluate("document.querySelector('#sand').click()")
        page.wait_for_timeout(200)
        assert page.url == address + PAGE
        assert [url for url in asked if not url.startswith((address, "data:"))] == []


def test_a_column_of_a_markdown_table_keeps_its_side_without_a_style(copy: Path, page: Page) -> None:
    cells = "<tr><th data-align='right'>Antal</th><td data-align='center'>3</td><td>4</td></tr>"
    add(copy, f"<table id='egen'><tbody>{cells}</tbody></table>")
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    with serve_pages(copy) as address:
        page.goto(address + PAGE, wait_until="networkidle")
        sides = "[...document.querySelectorAll('#egen th, #egen td')].map(cell => getComputedStyle(cell).textAlign)"
        assert page.evaluate(sides) == ["right", "center", "left"]
    assert said == []
