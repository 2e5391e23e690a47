"""A browser for the tests of the site. No browser is a failure, never a skip: a gate that looks away is none."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

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
