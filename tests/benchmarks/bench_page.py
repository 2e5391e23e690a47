"""What a report page costs its reader, how Lighthouse judges it, and what a checker of HTML says of all pages.

    python -m tests.benchmarks.bench_page [--site site] [--rounds 3]

Takes the report page with most figures, made one of seven in a copy of the project, served below its sub-path and
compressed, as GitHub Pages would. A site that is given is taken as it is, and must be built with
SITE_URL=http://127.0.0.1/repo/. Lighthouse and the checker come by npx; without it only the weight is counted. Fails
where a promise is broken; the score of performance hangs on the machine and is only told.
"""

import tempfile
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

import click
from playwright.sync_api import Request, sync_playwright

from tests.benchmarks import lighthouse, markup
from tests.site.built_pages import read_pages
from tests.site.chromium import find_chromium
from tests.site.conftest import ARGUMENTS
from tests.site.copies import build, copy_project
from tests.site.pages_server import serve_pages

PROJECT = Path(__file__).parents[2]
BYTES, REQUESTS = 80_000, 9
FIGURES = 7  # charts, each with its table, on the page that the promises are of
PAGE = "docs/rapport/handelskammaren.md"  # of five
MORE = """
{{ chart("omsattning", survey="iuc-2020-sommar") }}

{{ chart("likviditet", by="bransch", survey="iuc-2020-sommar") }}
"""


def with_seven_figures(root: Path) -> Path:
    """Lengthen the page with most figures of a copy of the project."""
    page = root / PAGE
    page.write_text(page.read_text(encoding="utf-8") + MORE, encoding="utf-8")
    return root


def page_with_most_figures(site: Path) -> str:
    """Its address relative to the site."""
    pages = {url: page for url, page in read_pages(site).items() if url.startswith("rapport/")}
    return max(pages, key=lambda url: len(pages[url].find_class("figur")))


def weigh(address: str, url: str, browser: str) -> list[str]:
    """Print what a first visit fetches before the reader touches anything; give the promises that are broken."""
    requests: list[Request] = []
    with sync_playwright() as playwright:
        page = playwright.chromium.launch(executable_path=browser, args=ARGUMENTS).new_page()
        page.on("requestfinished", lambda request: requests.extend([request]))
        page.goto(address + url, wait_until="networkidle")
        fetched = [request for request in requests if not request.url.startswith("data:")]
        kinds: Counter[str] = Counter()
        for request in fetched:
            kinds[request.resource_type] += request.sizes()["responseBodySize"]
        figures = page.locator("figure.figur").count()
    others = [request.url for request in fetched if not request.url.startswith(address)]
    count = len(fetched)
    click.echo(f"page:         {url}, {figures} figures")
    for kind, size in kinds.most_common():
        click.echo(f"  {kind:<12}{size / 1000:6.1f} kB")
    click.echo(f"  in all      {kinds.total() / 1000:6.1f} kB in {count} requests, {len(others)} of them to others")
    click.echo(f"JavaScript:   {kinds['script'] / 1000:.1f} kB before the first touch")
    broken = [f"asks others: {other}" for other in others]
    broken += [f"{kinds.total()} bytes, more than {BYTES}"] if kinds.total() > BYTES else []
    return broken + ([f"{count} requests, more than {REQUESTS}"] if count > REQUESTS else [])


def judge(site: Path, address: str, url: str, browser: str, rounds: int) -> list[str]:
    """Print the median of some runs of Lighthouse; give the promises that are broken."""
    if not lighthouse.can_be_had():
        click.echo("Lighthouse:   npx does not get it here")
        return []
    robots = read_pages(site)[url].xpath("//meta[@name='robots']/@content")
    hidden = any("noindex" in content for content in robots)
    found = lighthouse.median([lighthouse.judge(address + url, browser, hidden=hidden) for _ in range(rounds)])
    left_out = ", without is-crawlable: the page shows example data" if hidden else ""
    click.echo(f"Lighthouse {lighthouse.VERSION}, mobile, median of {rounds}{left_out}:")
    click.echo("  " + ", ".join(f"{name} {score:.0f}" for name, score in found.scores.items()))
    click.echo(
        "  "
        + ", ".join(
            f"{name} {time:.3g}" if name == "CLS" else f"{name} {time:.0f} ms" for name, time in found.times.items()
        )
    )
    less = [
        f"{name} {score:.0f}, less than 100"
        for name, score in found.scores.items()
        if name != "performance" and score < 100
    ]
    return less + [f"{name} {found.times[name]:.3g}, not 0" for name in ("TBT", "CLS") if found.times[name] > 0]


def check(site: Path) -> list[str]:
    """Print how many pages a checker of HTML went through; give its complaints."""
    name = markup.checker()
    if name is None:
        click.echo("HTML:         npx gets no checker here")
        return []
    found = markup.faults(site, name)
    click.echo(f"HTML:         {len(found)} messages of {name} on {len(read_pages(site))} pages")
    return found


@click.command()
@click.option("--site", type=click.Path(path_type=Path, exists=True, file_okay=False), help="A built site.")
@click.option("--rounds", default=3, show_default=True, help="Runs of Lighthouse; the median counts.")
def main(site: Path | None, rounds: int) -> None:
    """Print it all, and fail where a promise is broken."""
    browser = find_chromium()
    if browser is None:
        raise click.ClickException("no Chromium or Chrome found: set CHROME to its path")
    with ExitStack() as stack:
        if site is None:
            # The promises are of seven figures; fewer would weigh less.
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            site = build(with_seven_figures(copy_project(PROJECT, folder / "report")))
        address = stack.enter_context(serve_pages(site, compressed=True))
        url = page_with_most_figures(site)
        broken = [
            *weigh(address, url, browser),
            *judge(site, address, url, browser, rounds),
            *check(site.resolve()),
        ]
    if broken:
        raise click.ClickException("\n".join(broken))


if __name__ == "__main__":
    main()
