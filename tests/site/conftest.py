"""A browser and a built site for the tests of the site.

No browser is a failure, never a skip: a gate that looks away is none. A site is built once and only looked at; who
breaks something takes a copy.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.site import copies
from tests.site.chromium import find_chromium

# The sandbox needs rights that a container lacks; the rest keeps the browser from calling home.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests; each makes its own page."""
    path = find_chromium()
    if path is None:
        pytest.fail("no Chromium or Chrome found: run `make test`, or set CHROME to its path", pytrace=False)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def built_site(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's site, built in a copy of the project that is the site's parent."""
    return copies.build(copies.copy_project(project, tmp_path_factory.mktemp("byggd")))


@pytest.fixture(scope="session")
def english_site(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same in English and with canaries in it; the site's parent is a whole project, to be copied and broken."""
    root = copies.copy_project(project, tmp_path_factory.mktemp("engelsk"))
    return copies.build(copies.in_english(copies.plant_canaries(root)))
