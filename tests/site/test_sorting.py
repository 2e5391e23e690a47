"""Tables that a reader sorts: what a press does to the rows, to what is read aloud, and that nothing else changes."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page

from macros.publish.pdf_text import pdf_text
from tests.site.built_pages import read_pages
from tests.site.pages_server import serve_pages

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
UNFOLD = "document.querySelectorAll('details').forEach(part => part.open = true)"
STOD, STORLEK = "iuc-2020-sommar--stod", "iuc-2020-sommar--omsattning--storlek"


@pytest.fixture(scope="module")
def address(built_site: Path) -> Iterator[str]:
    with serve_pages(built_site) as served:
        yield served


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def table(page: Page, url: str, key: str) -> Locator:
    page.goto(url)
    page.evaluate(UNFOLD)
    return page.locator(f"[id='tabell-{key}']")


def rows(shown: Locator) -> list[list[str]]:
    """Every row of a table as it is seen, in order."""
    read = "rows => rows.map(row => [...row.cells].map(cell => cell.innerText.trim()))"
    found: list[list[str]] = shown.locator("tbody tr").evaluate_all(read)
    return found


def sorts(shown: Locator) -> list[str | None]:
    return [head.get_attribute("aria-sort") for head in shown.locator("thead th").all()]


def spoken(page: Page) -> str:
    return page.locator("article [role=status]").text_content() or ""


def press(shown: Locator, name: str) -> None:
    shown.get_by_role("button", name=name, exact=True).click()


def test_a_press_sorts_from_the_highest_the_next_from_the_lowest_and_a_third_gives_the_order_back(
    page: Page, address: str
) -> None:
    shown = table(page, f"{address}rapport/likviditet/", STOD)
    given = rows(shown)
    answers, below = given[:6], given[6:]
    assert below[0][0] == "Antal svar (n)"
    falling = sorted(answers, key=lambda row: -int(row[1]))
    assert falling != answers
    press(shown, "Procent")
    assert rows(shown) == falling + below
    assert sorts(shown) == ["none", "descending", "none"]
    assert spoken(page) == "Sorterad efter Procent, fallande"
    press(shown, "Procent")
    assert rows(shown) == falling[::-1] + below
    assert sorts(shown) == ["none", "ascending", "none"]
    assert spoken(page) == "Sorterad efter Procent, stigande"
    press(shown, "Procent")
    assert rows(shown) == given
    assert sorts(shown) == ["none"] * 3
    assert spoken(page) == "I tabellens egen ordning"


def test_the_total_stays_first_and_what_is_withheld_comes_last_either_way(page: Page, address: str) -> None:
    shown = table(page, f"{address}rapport/order/", STORLEK)
    given = rows(shown)
    withheld = [row for row in given[1:] if row[2].startswith("..")]
    assert given[0][0] == "Alla företag"
    assert withheld
    for head in shown.locator("thead button").all():
        for _ in range(2):
            head.click()
            column = [row[head.evaluate("button => button.parentElement.cellIndex")] for row in rows(shown)]
            marks = [text.startswith("..") for text in column[1:]]
            assert rows(shown)[0] == given[0]
            assert marks == sorted(marks)


def test_another_column_takes_over_and_names_sort_by_their_letters(page: Page, address: str) -> None:
    shown = table(page, f"{address}rapport/likviditet/", STOD)
    press(shown, "Antal")
    press(shown, "Svar")
    assert sorts(shown) == ["ascending", "none", "none"]
    names = [row[0] for row in rows(shown)][:6]
    assert names == [
        "Anstånd med skatt",
        "Inget av stöden",
        "Lån eller kreditgaranti",
        "Omställningsstöd",
        "Stöd vid korttidspermittering",
        "Sänkta arbetsgivaravgifter",
    ]
    assert spoken(page) == "Sorterad efter Svar, stigande"


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_it_works_by_keyboard_and_focus_stays(page: Page, address: str, key: str) -> None:
    shown = table(page, f"{address}rapport/likviditet/", STOD)
    head = shown.get_by_role("button", name="Procent", exact=True)
    shown.get_by_role("button", name="Svar", exact=True).focus()
    page.keyboard.press("Tab")
    assert head.evaluate("button => button === document.activeElement")
    assert head.evaluate("button => parseFloat(getComputedStyle(button).outlineWidth)") >= 2
    page.keyboard.press(key)
    assert sorts(shown)[1] == "descending"
    assert head.evaluate("button => button === document.activeElement")


def test_without_scripts_there_is_no_button_and_the_page_is_sent_with_none(
    browser: Browser, address: str, built_site: Path
) -> None:
    context = browser.new_context(java_script_enabled=False)
    shown = table(context.new_page(), f"{address}rapport/likviditet/", STOD)
    assert rows(shown)
    assert shown.locator("button").count() == 0
    context.close()
    for url, built in read_pages(built_site).items():
        assert not built.xpath("//th//button | //th[@aria-sort]"), url


def test_every_button_has_something_to_sort_and_is_large_enough(page: Page, address: str) -> None:
    count = 0
    for url in ("rapport/andra/", "rapport/likviditet/", "rapport/jamforelse/", "rapport/personal/"):
        page.goto(address + url)
        page.evaluate(UNFOLD)
        for box in page.locator("th button").evaluate_all("all => all.map(one => one.getBoundingClientRect())"):
            assert min(box["width"], box["height"]) >= 24
            count += 1
    assert count > 20


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_sorted_tables(browser: Browser, address: str, width: int, scheme: Any) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, reduced_motion="reduce", color_scheme=scheme
    )
    page = context.new_page()
    press(table(page, f"{address}rapport/likviditet/", STOD), "Procent")
    found = Axe().run(page, options=RULES).response["violations"]
    assert [(rule["id"], [node["target"] for node in rule["nodes"]]) for rule in found] == []
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width
    context.close()


def test_on_paper_a_head_is_words(page: Page, address: str) -> None:
    shown = table(page, f"{address}rapport/likviditet/", STOD)
    page.emulate_media(media="print")
    head = shown.get_by_role("button", name="Procent", exact=True)
    assert head.evaluate("button => getComputedStyle(button, '::after').display") == "none"
    assert head.is_visible()


def test_the_pdf_knows_nothing_of_it(built_site: Path) -> None:
    text = pdf_text(built_site / "rapport.pdf")
    assert "Sänkta arbetsgivaravgifter" in text
    assert not [words for words in ("Sorterad", "fallande", "↑", "↓") if words in text]


WRITTEN = """\
<!doctype html><html lang="{language}"><title>x</title><article><table class="siffror" data-fallande="Ned: {{column}}"
 data-stigande="Upp: {{column}}" data-ordning="Given">
<thead><tr><th>Grupp</th><th>Antal</th><th>Dold</th></tr></thead><tbody>
<tr class="rad-total"><th>Alla</th><td>5</td><td>1</td></tr>{rows}
<tr class="rad-base"><th>Bas</th><td>9</td><td>1</td></tr></tbody></table></article></html>"""


def sorted_texts(page: Page, project: Path, language: str, texts: list[str]) -> list[str]:
    """The names of a column's rows, `a` first, after one press on its head."""
    lines = "".join(
        f'<tr class="rad-group"><th>{chr(97 + number)}</th>{text}<td class="tecken">..</td></tr>'
        for number, text in enumerate(texts)
    )
    page.set_content(WRITTEN.format(language=language, rows=lines))
    page.add_script_tag(path=project / "macros" / "render" / "site" / "assets" / "sort.js")
    press(page.locator("table"), "Antal")
    return [row[0] for row in rows(page.locator("table"))]


SIGN = '<td class="tecken"><span aria-hidden="true">{}</span><span class="sr">ord 7</span></td>'


def test_numbers_sort_as_they_are_written_in_swedish(page: Page, project: Path) -> None:
    written = [
        SIGN.format(".."),
        "<td>1\N{NO-BREAK SPACE}234</td>",
        "<td>81,5</td>",
        SIGN.format("–"),
        "<td>\N{MINUS SIGN}4</td>",
        "<td>+8</td>",
        "<td>&lt;1</td>",
        "<td></td>",
        '<td><span data-key="k">9</span> <span class="marke">få svar</span></td>',
        "<td>&gt;99</td>",
    ]
    assert sorted_texts(page, project, "sv", written) == ["Alla", *"bjcifgde", *"ah", "Bas"]


def test_numbers_sort_as_they_are_written_in_english(page: Page, project: Path) -> None:
    written = ["<td>81.5</td>", "<td>1,234</td>", "<td>9</td>", SIGN.format("…"), "<td>\N{MINUS SIGN}0.5</td>"]
    assert sorted_texts(page, project, "en", written) == ["Alla", *"bace", "d", "Bas"]


def test_equals_keep_their_order_and_a_column_without_numbers_has_no_button(page: Page, project: Path) -> None:
    assert sorted_texts(page, project, "sv", ["<td>3</td>", "<td>7</td>", "<td>3</td>"]) == ["Alla", *"bac", "Bas"]
    assert page.locator("th button").all_inner_texts() == ["Grupp", "Antal"]
