"""What a reader finds: words in any of their forms, questions as they were asked, proposals; and no table twice."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from playwright.sync_api import Browser, Page, expect

from tests.site.built_pages import read_pages
from tests.site.pages_server import serve_pages

FOUND = """[...document.querySelectorAll('.md-search-result__link')].map(link => [link.href,
  link.querySelector('.md-search-result__terms') ? link.querySelector('.md-search-result__terms').innerText : ''])"""
SEEN = """[...document.querySelectorAll('.md-search-result__link')]
  .filter(link => link.checkVisibility()).map(link => link.href)"""
META = ".md-search-result__meta"
READY = re.compile("Skriv sökord|Type to start searching")
Found = list[tuple[str, str]]
Search = Callable[[str], Found]


def searching(browser: Browser, site: Path) -> Iterator[Search]:
    """Search a site as a reader does: where the hits lead, and what is said to be missing in them."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    with serve_pages(site) as address:
        page.goto(address)
        page.keyboard.press("f")
        yield lambda words: hits(page, address, words)
    context.close()


def hits(page: Page, address: str, words: str) -> Found:
    field, meta = page.locator("[data-md-component=search-query]"), page.locator(META)
    field.fill("")
    field.press("Backspace")
    expect(meta).to_have_text(READY)
    field.fill(words[:-1])
    field.press(words[-1])  # a key is what it answers to
    expect(meta).not_to_have_text(READY)
    return [(str(href).removeprefix(address), str(missing)) for href, missing in page.evaluate(FOUND)]


@pytest.fixture(scope="module")
def search(browser: Browser, built_site: Path) -> Iterator[Search]:
    yield from searching(browser, built_site)


@pytest.fixture(scope="module")
def english_search(browser: Browser, english_site: Path) -> Iterator[Search]:
    yield from searching(browser, english_site)


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("orderingången", "rapport/order/"),
        ("orderingångens", "rapport/order/"),
        ("orderin", "rapport/order/"),
        ("minskade", "rapport/order/"),
        ("förslagen", "atgarder/"),
        ("leveransernas", "rapport/leveranser/"),
        ("permitteringarna", "rapport/jamforelse/"),
        ("kompetensutvecklingen", "rapport/"),
        ('"mätningens"', "rapport/jamforelse/"),
    ],
)
def test_a_word_is_found_in_other_forms_than_the_pages_write(search: Search, words: str, first: str) -> None:
    found = search(words)
    assert found[0] == (first, ""), found[:4]


@pytest.mark.parametrize(
    ("question", "url"),
    [
        ("Hur har företagets orderingång förändrats sedan den 1 mars 2020?", "rapport/order/"),
        ("Hur är företagets likviditet de närmaste tre månaderna?", "rapport/likviditet/"),
        ("Har ni störningar i leveranserna till företaget?", "rapport/leveranser/"),
        ("Vilka åtgärder behöver företaget det närmaste året?", "rapport/handelskammaren/"),
        ("Vad behöver företaget hjälp med för att stå starkt efter pandemin?", "rapport/behov/"),
        ("Vilka av statens stöd har företaget använt eller sökt?", "rapport/likviditet/"),
    ],
)
def test_a_question_as_it_was_asked_leads_to_its_page_and_no_word_is_said_to_be_missing(
    search: Search, question: str, url: str
) -> None:
    found = search(question)
    assert found[0] == (url, ""), found[:4]


@pytest.mark.parametrize(
    ("words", "proposal"),
    [("säljstöden", "saljstod"), ("öppnare gränser", "granser"), ("robotlyftets förstudie", "robot")],
)
def test_a_proposal_is_found_where_it_stands(search: Search, words: str, proposal: str) -> None:
    assert f"atgarder/#forslag-{proposal}-rubrik" in [href for href, _ in search(words)][:3]


def test_numbers_are_words_too(search: Search) -> None:
    assert search("44,0")[0][0] == "rapport/andra/"
    assert search("1 479 ägare")[0][0] == "metod/"


def test_what_is_on_no_page_is_not_found_and_said_to_be_missing_beside_what_is(search: Search) -> None:
    assert search("xylofon") == []
    missing = {missing for _, missing in search("likviditeten xylofon")[:4] if missing}
    assert missing == {"Saknas: xylofon"}


@pytest.mark.parametrize("word", ["answering", "answered", "sources", "suppressing"])
def test_an_english_site_knows_the_forms_of_english_words(english_search: Search, word: str) -> None:
    found = english_search(word)
    assert found
    assert found[0][1] == ""


@pytest.fixture(scope="module")
def kept(built_site: Path) -> dict[str, list[str]]:
    """What the search keeps of each page, text by text."""
    index: dict[str, Any] = json.loads((built_site / "search" / "search_index.json").read_text(encoding="utf-8"))
    texts: dict[str, list[str]] = {}
    for entry in index["docs"]:
        parts = html.fromstring(f"<div>{entry['text']}</div>").itertext()
        texts.setdefault(entry["location"].partition("#")[0], []).extend(str(part).strip() for part in parts)
    return texts


def test_no_table_and_no_drawing_is_kept_and_what_stands_for_them_once(
    built_site: Path, kept: dict[str, list[str]]
) -> None:
    figures = 0
    for url, page in read_pages(built_site).items():
        everything = " ".join(kept.get(url, []))
        for caption in page.xpath("//caption"):
            assert squeezed(caption) not in everything, url
        for row in page.xpath("//table//tr[count(*) > 2] | //*[@class='bild']//*[local-name()='g']"):
            text = squeezed(row)
            assert len(text) < 12 or text not in everything, (url, text)
        for figure in page.find_class("figur") if url in kept else ():  # one page is left out on purpose
            figures += 1
            title, words = (squeezed(figure.find_class(f"figur-{part}")[0]) for part in ("titel", "alternativ"))
            assert kept[url].count(title) == 1, (url, title)
            assert everything.count(words) == 1, (url, words)
    assert figures > 20


def squeezed(element: html.HtmlElement) -> str:
    return re.sub(r"[ \n]+", " ", str(element.text_content())).strip()


@pytest.mark.parametrize("width", [1280, 360])
def test_the_tab_key_leads_through_the_results_and_what_is_found_is_announced(
    browser: Browser, built_site: Path, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    with serve_pages(built_site) as address:
        page.goto(address)
        page.keyboard.press("f") if width > 960 else page.locator("button[data-styr=__search]").click()
        hits(page, address, "order")
        meta = page.locator(META)
        assert meta.get_attribute("role") == "status"
        seen = page.evaluate(SEEN)
        assert len(seen) > 2
        met: list[str] = []
        while len(met) < len(seen):
            page.keyboard.press("Tab")
            assert page.evaluate("Boolean(document.activeElement.closest('.md-search'))")
            met += page.evaluate("[document.activeElement.href].filter(Boolean)")
        assert met == seen
        assert page.evaluate("document.getElementById('__search').checked")
        page.keyboard.press("Escape")
        assert not page.evaluate("document.getElementById('__search').checked")
    context.close()
