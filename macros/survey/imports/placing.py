"""Files are put where nothing is yet, all of them or none.

Belongs here: writing and taking back. Does not: what is written (`importer.py`).
"""

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from macros.errors import Place, Problem, ReportError
from macros.language.message import msg


def refuse_existing(paths: Iterable[Path], source: Path, root: Path) -> None:
    """See that every place is free, or holds the source itself.

    Raises:
        ReportError: naming each that is not.
    """
    hint = msg("Nothing is overwritten: choose another --id or --into, or move away what is there.")
    problems = [
        Problem(Place(shown_path(path, root)), msg("The file exists already"), hint=hint)
        for path in paths
        if (path.exists() or path.is_symlink()) and not is_same(path, source)
    ]
    if problems:
        raise ReportError(problems)


@contextmanager
def all_or_nothing() -> Iterator[list[Path]]:
    """Collect what is made, files and folders; take all of it away again when the block does not end well."""
    made: list[Path] = []
    try:
        yield made
    except BaseException:
        for path in reversed(made):
            with suppress(OSError):  # what cannot be taken away must not hide why it should
                path.rmdir() if path.is_dir() else path.unlink()
        raise


def put(path: Path, content: str | Path, made: list[Path]) -> None:
    """Write a text, or copy a file byte for byte, where nothing is yet; its folders with it.

    Raises:
        OSError: something is there, or the system refuses.
    """
    for folder in reversed([folder for folder in path.parents if not folder.exists()]):
        folder.mkdir()
        made.append(folder)
    with path.open("xb") as target:
        made.append(path)
        if isinstance(content, str):
            target.write(content.encode())
        else:
            with content.open("rb") as source:
                shutil.copyfileobj(source, target)


def is_same(path: Path, source: Path) -> bool:
    """Whether a path is the source itself."""
    return path.exists() and source.exists() and path.samefile(source)


def shown_path(path: Path, root: Path) -> str:
    """A path as a person finds it: relative to the project, or whole."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
