"""The page of all kinds of chart: each is there, in both widths, and can be told apart where colours are forced."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from playwright.sync_api import Browser

from macros.report.kinds import Kind, WavesKind
from tests.site.built_pages import read_pages
from tests.site.pages_server import serve_pages

PAGE = "diagramtyper/"
FILLS = """kind => [...document.querySelectorAll(`.figur-${kind} .bred svg :is(.mark-rect, .mark-symbol) path`)]
  .map(part => getComputedStyle(part).fill)"""
SAMPLES = """kind => [...document.querySelectorAll(`.figur-${kind} .prov`)]
  .map(part => getComputedStyle(part).backgroundColor)"""


@pytest.fixture(scope="module")
def address(built_site: Path) -> Iterator[str]:
    with serve_pages(built_site) as served:
        yield served


def test_every_kind_stands_there_with_a_wide_and_a_narrow_drawing(built_site: Path) -> None:
    page = read_pages(built_site)[PAGE]
    for kind in (*get_args(Kind), *get_args(WavesKind)):
        figures = page.find_class(f"figur-{kind}")
        assert figures, kind
        for figure in figures:
            assert [len(figure.find_class(size)[0].findall(".//svg")) for size in ("bred", "smal")] == [1, 1]


def test_no_prose_of_the_report_leads_there(built_site: Path) -> None:
    links = [link for url, page in read_pages(built_site).items() if url != PAGE for link in page.xpath("//a/@href")]
    assert [link for link in links if f"{PAGE}#" in link] == []


@pytest.mark.parametrize("kind", ["waffle", "grouped", "dumbbell"])
def test_forced_colours_leave_fills_that_a_key_can_name(browser: Browser, address: str, kind: str) -> None:
    context: Any = browser.new_context(
        forced_colors="active", color_scheme="light", viewport={"width": 1280, "height": 800}
    )
    page = context.new_page()
    page.goto(address + PAGE)
    fills, samples = page.evaluate(FILLS, kind), page.evaluate(SAMPLES, kind)
    context.close()
    assert len(samples) > 1
    assert len(set(samples)) == len(samples)
    assert set(samples) <= set(fills)
