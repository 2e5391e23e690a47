"""The files that git keeps, or would with the next commit, as they are in its index.

Belongs here: asking git. Does not: what may be among them (`guard.py`).
"""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

_PUBLIC = ("data", "docs")
PRIVATE = "private"


@dataclass(frozen=True)
class Tracked:
    """Files by their names relative to the project, and the folder in which they can be read."""

    folder: Path
    names: tuple[str, ...]


@contextmanager
def tracked(root: Path) -> Iterator[Tracked]:
    """Give the index's files, staged ones among them, written into a folder of their own.

    Where there is no git, the files of `data/` and `docs/` outside any `private/`.
    """
    listed = _git(root, "ls-files", "-z")
    if listed is None:
        yield Tracked(root, tuple(sorted(_on_disk(root))))
        return
    inside = (_git(root, "rev-parse", "--show-prefix") or b"").decode().strip()
    with TemporaryDirectory() as folder:
        _git(root, "checkout-index", "-z", "--stdin", "-f", f"--prefix={folder}/", given=listed)
        yield Tracked(Path(folder) / inside, tuple(sorted(name for name in listed.decode().split("\0") if name)))


def _git(root: Path, *words: str, given: bytes = b"") -> bytes | None:
    """What git says; None where it says no, or is not there."""
    try:
        done = subprocess.run(  # noqa: S603 -- fixed words
            ["git", "-C", str(root), *words], input=given, capture_output=True, check=False  # noqa: S607
        )  # fmt: skip
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None


def _on_disk(root: Path) -> Iterator[str]:
    for part in _PUBLIC:
        for path in (root / part).rglob("*"):
            name = path.relative_to(root)
            if path.is_file() and PRIVATE not in name.parts[:-1] and "__pycache__" not in name.parts:
                yield name.as_posix()
