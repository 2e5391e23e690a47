"""The second generator builds the same pages from the same files."""

from pathlib import Path

from tests.site.built_pages import numbers, read_pages
from tests.site.copies import copy_project, run


def test_zensical_shows_the_same_numbers_on_the_same_pages(project: Path, built_site: Path, tmp_path: Path) -> None:
    root = copy_project(project, tmp_path / "rapport")
    done = run(root, "zensical", "build")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    theirs, ours = read_pages(root / "site"), read_pages(built_site)
    assert set(theirs) == set(ours)
    for url, page in ours.items():
        assert numbers(theirs[url]) == numbers(page), url
        text = theirs[url].text_content()
        assert not {part for part in ("Traceback", "{{", "Macro Rendering Error") if part in text}, url
        assert not theirs[url].find_class("fel"), url
    assert sum(len(numbers(page)) for page in theirs.values()) > 80


def test_zensical_stops_at_a_mistake_in_a_call(project: Path, tmp_path: Path) -> None:
    root = copy_project(project, tmp_path / "rapport")
    page = root / "docs" / "metod.md"
    page.write_text(page.read_text(encoding="utf-8") + '\n{{ share("orderingng", "okat") }}\n', encoding="utf-8")
    done = run(root, "zensical", "build")
    assert done.returncode != 0
    assert "orderingng" in done.stdout + done.stderr
