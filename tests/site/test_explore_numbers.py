"""“Explore” shows the numbers that the figure's table says, as long as they are, and hides what is withheld."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page

from tests.site.built_pages import read_csv, read_pages
from tests.site.exploring import BRANSCH, STORLEK, Comer, bars, explore, opened, widths
from tests.site.pages_server import serve_pages


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


def test_every_figure_of_shares_and_counts_has_it_and_no_other(come: Comer, address: str, built_site: Path) -> None:
    page, with_it = come(), 0
    for url, built in read_pages(built_site).items():
        figures = [part.get("id") for part in built.xpath("//figure[@id]")]
        if not figures:
            continue
        page.goto(address + url)
        for id_ in figures:
            key = id_.removeprefix("figur-")
            lines = read_csv(built_site / "data" / f"{key}.csv")
            wanted = "wave" not in lines[0] and {line["statistic"] for line in lines} - {"net"} == {"count", "share"}
            assert page.locator(f"[id='{id_}'] .utforska").count() == int(wanted), id_
            with_it += wanted
    assert with_it > 15


def test_what_is_shown_is_what_the_table_says(come: Comer, address: str, built_site: Path) -> None:
    page, compared = come(), 0
    for url, built in read_pages(built_site).items():
        figures = built.xpath("//figure[@data-utforska]")
        if not figures:
            continue
        page.goto(address + url)
        for part in figures:
            panel = explore(page.locator(f"[id='{part.get('id')}']"))
            shown = {frozenset((answer, group)) - {""}: number for answer, group, number in bars(panel)}
            assert shown == percents(part), part.get("id")
            compared += len(shown)
    assert compared > 100


def percents(built: Any) -> dict[frozenset[str], str]:
    """Each share of a figure's table by the heads of its row and column, as Explore writes it."""
    heads = [head.text_content() for head in built.findall(".//thead//th")]
    found = {}
    for row in built.xpath(".//tbody/tr[not(@class='rad-net')]"):  # several answers together are no bar
        for cell, head in zip(row, heads, strict=True):
            place = cell if cell.get("data-key") else cell.find("span[@data-key]")
            if place is not None and place.get("data-key").endswith("/percent"):
                sign = place.find("span[@aria-hidden]")
                text = (place if sign is None else sign).text_content()
                names = {row[0].text_content(), head} - {"Procent", "Percent"}
                marks = [mark.text_content() for mark in cell.find_class("marke")]
                care = " (osäker)" if "osäker" in marks else ""
                found[frozenset(names)] = {"..": "skyddad", "–": "0"}.get(text, text) + care
    return found


def test_counts_are_those_of_the_file_and_the_switch_is_announced(come: Comer, address: str, built_site: Path) -> None:
    panel = opened(come(), address, BRANSCH)
    percent = widths(panel)
    panel.get_by_label("Antal").check()
    assert panel.get_by_role("status").text_content() == "Visas nu: Antal"
    lines = [line for line in read_csv(built_site / "data" / f"{BRANSCH}.csv") if line["statistic"] == "share"]
    order = sorted(range(len(lines)), key=lambda at: [line["answer"] for line in lines].index(lines[at]["answer"]))
    counts = [lines[at]["n"] for at in order]
    assert [number for _, _, number in bars(panel)] == counts
    drawn = widths(panel)
    most = max(map(int, counts))
    assert [width / max(drawn) for width in drawn] == pytest.approx([int(n) / most for n in counts], abs=0.01)
    panel.get_by_label("Procent").check()
    assert panel.get_by_role("status").text_content() == "Visas nu: Procent"
    assert widths(panel) == percent


def test_a_bar_is_as_long_as_its_share_and_what_is_withheld_is_hatched_and_named(come: Comer, address: str) -> None:
    panel = opened(come(), address, STORLEK)
    shares = [int(number) for _, _, number in bars(panel) if number != "skyddad"]
    per_percent = [width / share for width, share in zip(widths(panel), shares, strict=True) if share]
    assert per_percent == pytest.approx([per_percent[0]] * len(per_percent), rel=0.01)
    hidden = widths(panel, ".skyddad")
    assert len(hidden) == sum(number == "skyddad" for _, _, number in bars(panel)) == 9
    panel.get_by_label("Antal").check()
    assert set(hidden) == set(widths(panel, ".skyddad"))
    assert len(set(hidden)) == 1
    style = "bar => getComputedStyle(bar).backgroundImage"
    assert "gradient" in panel.locator(".skyddad").first.evaluate(style)
    name = panel.locator(".stapel:has(.skyddad)").first.text_content() or ""
    assert name.endswith("skyddad: för få svar här eller intill")


HEAD = "survey,data,question,kanal,answer,label,statistic,value,n,base,percent,percent_exact,low,high,status,flags\n"
SAMPLE = (
    HEAD
    + """\
s,real,"Hur, nu?",,,Antal svar,count,200,200,200,,,,,ok,
s,real,"Hur, nu?",,a,"Ja, ""mycket"" bra",share,37,74,200,37,37,30,44,ok,
s,real,"Hur, nu?",,b,'=Nej <b>,share,0.5,1,200,0.5,0.5,0,3,ok,wide
s,real,"Hur, nu?",verkstad,a,"Ja, ""mycket"" bra",share,99.5,1200,1206,99.5,99.5,90,100,ok,df few
s,real,"Hur, nu?",verkstad,b,'=Nej <b>,share,,,,,,,,suppressed,
s,real,"Hur, nu?",tra,a,"Ja, ""mycket"" bra",share,,,,,,,,no_base,
s,real,"Hur, nu?",tra,b,'=Nej <b>,share,,,,,,,,no_base,
"""
)


def sampled(page: Page, address: str, text: str) -> Locator:
    page.route("**/*.csv", lambda route: route.fulfill(body=text))
    return opened(page, address, BRANSCH)


def test_a_sample_shows_its_intervals_and_what_is_uncertain(come: Comer, address: str) -> None:
    panel = sampled(come(), address, SAMPLE)
    assert bars(panel) == [
        ('Ja, "mycket" bra', "Alla företag", "37"),
        ('Ja, "mycket" bra', "Verkstadsindustri", ">99 (osäker)"),
        ('Ja, "mycket" bra', "Träindustri", "ingen att fråga"),
        ("=Nej <b>", "Alla företag", "<1 (osäker)"),
        ("=Nej <b>", "Verkstadsindustri", "skyddad"),
        ("=Nej <b>", "Träindustri", "ingen att fråga"),
    ]
    behind = panel.locator(".stapel-bas").all_text_contents()
    assert behind[0] == "74 av 200 företag, 95 % intervall: 30–44"
    assert behind[1] == "1\N{NO-BREAK SPACE}200 av 1\N{NO-BREAK SPACE}206 företag, 95 % intervall: 90–100, få svar"
    reach = panel.locator(".stapel-intervall").first
    box, scale = reach.bounding_box(), widths(panel)[0] / 37
    assert box is not None
    assert box["width"] == pytest.approx(14 * scale, abs=1)
    panel.get_by_label("Antal").check()
    assert not reach.is_visible()


def test_there_is_no_switch_to_counts_that_are_not_given(come: Comer, address: str) -> None:
    panel = sampled(come(), address, SAMPLE.replace(",37,74,200,", ",37,,200,"))
    assert panel.get_by_role("radio").count() == 0
    assert panel.locator(".stapel-bas").first.text_content() == "n = 200, 95 % intervall: 30–44"


def test_a_grouping_may_bear_the_name_of_a_column(come: Comer, address: str) -> None:
    panel = sampled(come(), address, SAMPLE.replace(",kanal,", ",status,"))
    assert {group for _, group, _ in bars(panel)} == {"Alla företag", "Verkstadsindustri", "Träindustri"}
