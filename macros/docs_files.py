"""The files below `docs/`, all of which the generator copies into the site, whatever they hold.

Belongs here: which kinds of files may lie there. Does not: what stands on a page (`pages.py`), or what git keeps of
answers (`publish/guard.py`).
"""

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from macros.errors import Place, Problem
from macros.language.message import msg

PAGE = ".md"  # as it stands: a page with another ending would be built without having been rehearsed
BESIDE = (
    *(".avif", ".gif", ".ico", ".jpeg", ".jpg", ".png", ".svg", ".webp"),
    *(".css", ".js", ".pdf", ".woff2"),
)


def stray_files(root: Path) -> Iterator[Problem]:
    """Every file below `docs/` that is none of the kinds that a site is made of, such as a table or a document.

    Hidden files and folders are passed over, as the generator does not copy them.
    """
    allowed = msg("{choices}", choices=", ".join((PAGE, *BESIDE)))
    hint = msg(
        "Everything in docs/ is published as it is. Answers belong in {folder}; move other files out of docs/.",
        folder="data/surveys/<id>/",
    )
    for path in _files(root / "docs"):
        if path.suffix != PAGE and path.suffix.lower() not in BESIDE:
            yield Problem(Place(f"docs/{path}"), msg("a file of this kind may not lie in docs/"), allowed, hint)


def _files(folder: Path) -> Iterator[PurePosixPath]:
    """What the generator copies, by its path below the folder: it follows links to folders too."""
    for here, folders, names in os.walk(folder, followlinks=True):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in names if not name.startswith(".")):
            yield PurePosixPath((Path(here) / name).relative_to(folder).as_posix())
