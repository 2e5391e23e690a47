"""A browser and a built site for the tests of the site.

No browser is a failure, never a skip: a gate that looks away is none. A site is built once and only looked at; who
breaks something takes a copy.
"""

from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.site import copies
from tests.site.chromium import find_chromium
from tests.site.small_site import GENERATORS, generate, small_site

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
def builds(
    request: pytest.FixtureRequest, project: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Mapping[str, Future[Path]]]:
    """The sites that the chosen tests ask for, by the name of their fixture: built two at a time while tests run."""
    wanted = {name for item in request.session.items for name in getattr(item, "fixturenames", ())}
    with ThreadPoolExecutor(2) as pool:
        yield {
            name: pool.submit(make, project, tmp_path_factory.mktemp(name))
            for name, make in BUILDS.items()
            if name in wanted
        }


@pytest.fixture(scope="session")
def built_site(builds: Mapping[str, Future[Path]]) -> Path:
    """The project's site, built in a copy of the project that is the site's parent."""
    return builds["built_site"].result()


@pytest.fixture(scope="session")
def english_site(builds: Mapping[str, Future[Path]]) -> Path:
    """The same in English and with canaries in it; the site's parent is a whole project, to be copied and broken."""
    return builds["english_site"].result()


@pytest.fixture(scope="session")
def sealed_site(builds: Mapping[str, Future[Path]]) -> Path:
    """The project's site, built of sealed tables alone; its parent holds no answer."""
    return builds["sealed_site"].result()


@pytest.fixture(scope="session")
def site_elsewhere(builds: Mapping[str, Future[Path]]) -> Path:
    """The same again: another folder, time zone, language, order of sets and width of the terminal, and on GitHub."""
    return builds["site_elsewhere"].result()


@pytest.fixture(scope="session")
def small_sites(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """A small site with the report's theme, by the generator that built it."""
    root = small_site(project, tmp_path_factory.mktemp("tema"))
    return {generator: generate(root, generator) for generator in GENERATORS}


def _built(project: Path, root: Path) -> Path:
    return copies.build(copies.copy_project(project, root))


def _in_english(project: Path, root: Path) -> Path:
    return copies.build(copies.in_english(copies.plant_canaries(copies.copy_project(project, root))))


def _sealed(project: Path, root: Path) -> Path:
    """Built where no answer is: each survey was sealed first, and its answers taken away."""
    copies.copy_project(project, root)
    for survey in copies.PLANTED:
        done = copies.run(root, "macros", "seal", survey)
        assert done.returncode == 0, done.stderr
    for survey in copies.PLANTED:
        (root / "data" / "surveys" / survey / "svar.csv").unlink()
    return copies.build(root)


def _elsewhere(project: Path, root: Path) -> Path:
    return copies.build(
        copies.copy_project(project, root / "en mapp åäö" / "rapport"),
        TZ="Pacific/Kiritimati", LANG="C", LC_ALL="C", PYTHONHASHSEED="4711", COLUMNS="40",
        GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(root / "summary.md"),
    )  # fmt: skip


BUILDS = {
    "english_site": _in_english,
    "built_site": _built,
    "site_elsewhere": _elsewhere,
    "sealed_site": _sealed,
}
