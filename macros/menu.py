"""The menu of `mkdocs.yml` against the pages: every page but a draft stands in it once, and every line leads to one."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from macros.desk import Desk
from macros.errors import Place, Problem, nearest
from macros.language.message import Message, msg
from macros.settings import FILE


def menu_problems(desk: Desk) -> Iterator[Problem]:
    """Lines that lead nowhere, pages that stand twice, and pages that the menu leaves out."""
    known = [page.path for page in desk.pages]
    first: dict[str, int] = {}
    for path, line in zip(desk.settings.pages, desk.settings.menu_lines, strict=True):
        if path in first:
            found = msg("the menu names the page {path} twice, first on line {line}", path=path, line=first[path])
            yield Problem(Place(FILE, line), found, hint=msg("Keep one of the lines."))
        elif path not in known and not (desk.root / "docs" / path).is_file():
            found = msg("the menu names the page {path}, which does not exist", path=path)
            yield Problem(Place(FILE, line), found, hint=_page_near(path, known))
        first.setdefault(path, line)
    for path in (page.path for page in desk.pages if desk.settings.pages and not page.draft):
        if path not in desk.settings.pages:
            found = msg("the page is not in the menu")
            yield Problem(Place(f"docs/{path}"), found, hint=msg("Add {path} under nav: in mkdocs.yml.", path=path))


def _page_near(path: str, known: list[str]) -> Message | None:
    """The page of that name in another folder, or the nearest spelling."""
    wanted = path if path.endswith(".md") else f"{path}.md"
    same = [page for page in known if PurePosixPath(page).name == PurePosixPath(wanted).name]
    return nearest(wanted, same) or nearest(wanted, known)
