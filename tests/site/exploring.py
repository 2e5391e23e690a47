"""A figure's “Explore” as a reader meets it: opening it, and reading what its bars show.

Belongs here: finding. Does not: what must hold of what was found.
"""

from collections.abc import Callable

from playwright.sync_api import Locator, Page

LIKVIDITET, BRANSCH = "iuc-2020-sommar--likviditet", "iuc-2020-sommar--likviditet--bransch"
STORLEK = "iuc-2020-sommar--omsattning--storlek"
PAGES = {LIKVIDITET: "rapport/likviditet/", BRANSCH: "rapport/likviditet/", STORLEK: "rapport/order/"}
Comer = Callable[..., Page]


def figure(page: Page, address: str, key: str) -> Locator:
    page.goto(address + PAGES[key])
    return page.locator(f"[id='figur-{key}']")


def explore(shown: Locator) -> Locator:
    """Open a figure's bars."""
    shown.locator(".utforska").click()
    panel = shown.locator(".utforska-yta")
    panel.wait_for()
    return panel


def opened(page: Page, address: str, key: str) -> Locator:
    return explore(figure(page, address, key))


def bars(panel: Locator) -> list[tuple[str, str, str]]:
    """Answer, group and number of each bar as they are seen; without groups the group is empty."""
    read = """all => all.map(bar => {
        const answer = bar.closest('.utforska-svaren > li')?.querySelector('.utforska-svar').textContent;
        const [name, number] = ['namn', 'tal'].map(part => bar.querySelector(`.stapel-${part}`).textContent);
        return answer === undefined ? [name, '', number] : [answer, name, number];
    })"""
    return [tuple(bar) for bar in panel.locator(".stapel").evaluate_all(read)]


def widths(panel: Locator, kind: str = ":not(.skyddad)") -> list[float]:
    found = panel.locator(f".stapel-fyllning{kind}").evaluate_all(
        "all => all.map(bar => bar.getBoundingClientRect().width)"
    )
    return [float(width) for width in found]
