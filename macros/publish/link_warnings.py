"""What the generator warns of links, in the reader's words: the page, the line of the link, and what was meant.

The generator gives sentences and no objects, so the sentences are taken apart. One that is not known here is nobody's
to translate: it is shown as it stands (`build.py`).
"""

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from lxml import html

from macros.errors import Place, Problem, nearest
from macros.language.message import Message, msg
from macros.pages import Page

_DOC = r"Doc file '(?P<page>[^']+)' contains "
_NO_ANCHOR = r"(?:there is no such anchor on this page|the doc '(?P<doc>[^']+)' does not contain an anchor '#[^']*')"
_MISSING = re.compile(_DOC + r"a link '(?P<link>[^']*)', but the target(?: '[^']*')? is not found among")
_ANCHOR = re.compile(_DOC + rf"a link '(?P<link>[^']*)', but {_NO_ANCHOR}")
_BARE = re.compile(_DOC + r"an unrecognized relative link '(?P<link>[^']*)'")
_ABSOLUTE = re.compile(_DOC + r"an absolute link '(?P<link>[^']*)'")
MOST_ANCHORS = 30  # of a page in a message


def link_problems(sentence: str, root: Path, site: Path) -> list[Problem]:
    """The problems that a warning tells of, one for each line that has the link; none when it is of something else.

    Args:
        sentence: what the generator logged, on one line.
        site: the folder that it wrote the pages to, for their anchors.
    """
    for pattern, words in ((_MISSING, _missing), (_BARE, _missing), (_ABSOLUTE, _absolute)):
        found = pattern.match(sentence)
        if found:
            page, link = found["page"], found["link"]
            said, hint = words(page, link, root)
            return [Problem(place, said, hint=hint) for place in _places(page, link, root)]
    found = _ANCHOR.match(sentence)
    if found is None:
        return []
    page, link = found["page"], found["link"]
    target, anchor = found["doc"] or page, unquote(link.partition("#")[2])
    headings, others = _anchors(target, site)
    said = msg("{page} has no anchor {anchor}", page=target, anchor=f"#{anchor}")
    allowed = msg("{choices}", choices=", ".join(f"#{id_}" for id_ in headings[:MOST_ANCHORS])) if headings else None
    return [Problem(place, said, allowed, _near(anchor, [*headings, *others])) for place in _places(page, link, root)]


def _missing(page: str, link: str, root: Path) -> tuple[Message, Message | None]:
    path = unquote(link.partition("#")[0])
    suffix = posixpath.splitext(path.rstrip("/"))[1]
    kind = msg("the link leads to a page that does not exist: {link}", link=link)
    if suffix not in ("", ".md"):
        kind = msg("there is no file {link}", link=link)
    if "@" in path and "/" not in path:
        return kind, msg("Write {right}", right=f"mailto:{path}")
    files = [file.relative_to(root / "docs").as_posix() for file in sorted((root / "docs").rglob("*.*"))]
    wanted = [file for file in files if file.endswith(suffix or ".md")]
    near = [posixpath.relpath(file, posixpath.dirname(page) or ".") for file in wanted]
    by_name = [file for file in near if posixpath.basename(file) == posixpath.basename(path)]
    return kind, nearest(path if suffix else f"{path.rstrip('/')}.md", by_name or near)


def _absolute(page: str, link: str, root: Path) -> tuple[Message, Message | None]:
    path, sign, anchor = unquote(link).strip("/").partition("#")
    found = msg("the link begins with a slash: {link}", link=link)
    for target in (path, f"{path}.md", f"{path}/index.md"):
        if path and (root / "docs" / target).is_file():
            right = posixpath.relpath(target, posixpath.dirname(page) or ".")
            return found, msg("Write {right}", right=f"{right}{sign}{anchor}")
    return found, msg("Write the way from this page to the other, as in {example}", example="../metod.md")


def _near(anchor: str, anchors: list[str]) -> Message | None:
    return nearest(f"#{anchor}", [f"#{known}" for known in anchors])


def _anchors(page: str, site: Path) -> tuple[list[str], list[str]]:
    """Ids of a page's headings, and of all else in its text."""
    file = site / Page(page, "", "", 1).url / "index.html"
    if not file.is_file():
        return [], []
    document = html.fromstring(file.read_bytes())
    body = next(document.iter("article"), document)
    headings = [id_ for part in body.iter("h1", "h2", "h3", "h4") if (id_ := part.get("id"))]
    return headings, [id_ for part in body.iter() if (id_ := part.get("id")) and id_ not in headings]


def _places(page: str, link: str, root: Path) -> Iterator[Place]:
    """Every line that has the link; the page alone where a macro wrote it."""
    path = f"docs/{page}"
    lines = (root / path).read_text(encoding="utf-8-sig").splitlines()
    spelt = {link, unquote(link)}
    at = [number for number, line in enumerate(lines, 1) if any(_holds(line, one) for one in spelt)]
    yield from [Place(path, number) for number in at] or [Place(path)]


def _holds(line: str, link: str) -> bool:
    return re.search(rf"(?<![\w/.#-]){re.escape(link)}(?![\w/.#-])", line) is not None
