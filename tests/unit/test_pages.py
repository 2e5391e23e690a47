"""The communicator's pages: front matter, addresses, lines, and what makes a build start again."""

import os
from pathlib import Path

import pytest

from macros.errors import ReportError
from macros.pages import Page, read_pages, state_of
from tests.projects import in_english


def write(root: Path, name: str, content: str | bytes) -> Path:
    file = root / "docs" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("# Utan\n", Page("a.md", "", "# Utan\n", 1)),
        ("---\nsurvey: enkat\ntitle: T\n---\n# Med\n", Page("a.md", "enkat", "# Med\n", 5, keys=("survey", "title"))),
        ("\ufeff---\nsurvey: e\n---\nMed BOM", Page("a.md", "e", "Med BOM", 4, keys=("survey",))),
        ("---\r\nsurvey: e\r\n---\r\nWindows", Page("a.md", "e", "Windows", 4, keys=("survey",))),
        (
            "---\nrender_macros: false\n---\n{{ x }}",
            Page("a.md", "", "{{ x }}", 4, macros=False, keys=("render_macros",)),
        ),
        ("---\nsurvey:\n---\n", Page("a.md", "", "", 4, keys=("survey",))),
        ("---\nbara text\n---\nx", Page("a.md", "", "x", 4)),
        ("# Rubrik\n\n---\n\nLinje\n", Page("a.md", "", "# Rubrik\n\n---\n\nLinje\n", 1)),
    ],
)
def test_a_page_is_read(tmp_path: Path, text: str, page: Page) -> None:
    write(tmp_path, "a.md", text)
    assert read_pages(tmp_path) == (page,)


@pytest.mark.parametrize(
    ("path", "url"),
    [("index.md", ""), ("om.md", "om/"), ("rapport/index.md", "rapport/"), ("rapport/order.md", "rapport/order/")],
)
def test_a_page_has_its_address(path: str, url: str) -> None:
    page = Page(path, "", "", 1)
    assert (page.url, page.file) == (url, f"docs/{path}")


def test_pages_come_in_the_order_of_their_paths_and_nothing_else_is_one(tmp_path: Path) -> None:
    for name in ("om.md", "index.md", "rapport/index.md", "bild.svg"):
        write(tmp_path, name, "x")
    assert [page.path for page in read_pages(tmp_path)] == ["index.md", "om.md", "rapport/index.md"]


def test_all_pages_that_cannot_be_read_are_told_at_once(tmp_path: Path) -> None:
    write(tmp_path, "a.md", "---\ntitle: [öppen\n---\n# A\n")
    write(tmp_path, "b.md", "Orderingång".encode("cp1252"))
    write(tmp_path, "c.md", "# Bra\n")
    with pytest.raises(ReportError) as caught:
        read_pages(tmp_path)
    told = [in_english(problem) for problem in caught.value.problems]
    assert [(place.partition(":")[0], found.partition(":")[0], hint) for place, found, _, hint in told] == [
        ("docs/a.md", "[ is never closed", "Write […]"),
        ("docs/b.md", "the page is not UTF-8 text", "Save the file as UTF-8."),
    ]


def test_the_state_changes_with_every_file_that_pages_are_made_of_and_with_no_other(tmp_path: Path) -> None:
    page = write(tmp_path, "a.md", "ett")
    (tmp_path / "mkdocs.yml").write_text("site_name: A\n", encoding="utf-8")
    states = [state_of(tmp_path)]
    page.write_text("två ord", encoding="utf-8")
    states.append(state_of(tmp_path))
    os.utime(page, (1, 1))
    states.append(state_of(tmp_path))
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "ny.csv").write_text("a\n", encoding="utf-8")
    states.append(state_of(tmp_path))
    assert len(set(states)) == 4
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("x", encoding="utf-8")
    assert state_of(tmp_path) == states[-1]
