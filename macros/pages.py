"""The communicator's pages: markdown files with front matter, as text. Reads them; changes and renders nothing."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from macros.errors import Place, Problem, ReportError
from macros.front_matter import FrontMatter, read_front_matter
from macros.language.message import msg
from macros.survey.imports.page import DRAFTS

SOURCES = ("mkdocs.yml", "docs", "data")


@dataclass(frozen=True)
class Page:
    """One page.

    Attributes:
        path: relative to `docs/`, as in the navigation.
        survey: the page's default survey from its front matter, or empty.
        body: the markdown below the front matter.
        first_line: the line of the file that the body begins on.
        macros: whether macro calls are carried out on the page.
        keys: the front matter's keys.
        pdf: whether the page is a chapter of the PDF; `in_pdf: false` leaves it out.
        description: what the page is about, in the front matter's words, or empty.
        front: the front matter itself.
    """

    path: str
    survey: str
    body: str
    first_line: int
    macros: bool = True
    keys: tuple[str, ...] = ()
    pdf: bool = True
    description: str = ""
    front: FrontMatter = field(default=FrontMatter("", 0, {}), repr=False, compare=False)

    @property
    def file(self) -> str:
        """The page's file, relative to the project."""
        return f"docs/{self.path}"

    @property
    def draft(self) -> bool:
        """Whether it is a draft that an import wrote: it stands in no menu, search engine or PDF."""
        return self.path.startswith(f"{DRAFTS}/")

    @property
    def url(self) -> str:
        """The page's address, relative to the site: `rapport/index.md` is `rapport/`.

        >>> Page("metod.md", "", "", 1).url, Page("index.md", "", "", 1).url
        ('metod/', '')
        """
        path = PurePosixPath(self.path)
        folder = path.parent if path.stem == "index" else path.with_suffix("")
        return "" if str(folder) == "." else f"{folder}/"


def read_pages(root: Path) -> tuple[Page, ...]:
    """Read every markdown page below `docs/`, in order of their paths.

    Raises:
        ReportError: front matter that is not YAML, or a page that is not UTF-8; all pages at once.
    """
    pages, problems = [], []
    folder = root / "docs"
    for file in sorted(folder.rglob("*.md")):
        path = file.relative_to(folder).as_posix()
        try:
            pages.append(_page(path, file.read_text(encoding="utf-8-sig")))
        except UnicodeDecodeError:
            hint = msg("Save the file as UTF-8.")
            problems.append(Problem(Place(f"docs/{path}"), msg("the page is not UTF-8 text"), hint=hint))
        except ReportError as error:
            problems.extend(error.problems)
    if problems:
        raise ReportError(problems)
    return tuple(pages)


def _page(path: str, text: str) -> Page:
    front = read_front_matter(text, f"docs/{path}")
    meta = front.meta
    return Page(
        path,
        str(meta.get("survey") or ""),
        text[front.end :],
        text[: front.end].count("\n") + 1,
        meta.get("render_macros") is not False,
        tuple(map(str, meta)),
        meta.get("in_pdf") is not False,
        " ".join(str(meta.get("description") or "").split()),
        front,
    )


def state_of(root: Path) -> str:
    """A digest of names, sizes and times of every file that the pages are made of; another one when any has changed."""
    digest = hashlib.sha256()
    for file in source_files(root):
        stat = file.stat()
        digest.update(f"{file.relative_to(root)}\0{stat.st_size}\0{stat.st_mtime_ns}\0".encode())
    return digest.hexdigest()


def source_files(root: Path) -> Iterator[Path]:
    """Every file that the pages are made of: settings, pages, data."""
    for name in SOURCES:
        path = root / name
        yield from [path] if path.is_file() else sorted(found for found in path.rglob("*") if found.is_file())
