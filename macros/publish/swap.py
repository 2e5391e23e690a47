"""Puts a finished site in the place of the last one, in one step.

Belongs here: folders and the lock. Does not: what is in the site. Whatever fails before the swap leaves the last
good site as it was.
"""

import ctypes
import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from macros.errors import Place, Problem, ReportError
from macros.language.message import msg

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


@contextmanager
def fresh_site(root: Path, name: str = "site") -> Iterator[Path]:
    """Give an empty folder to build into; swap it into `name` when the block ends well, remove it when not.

    Raises:
        ReportError: another build is at work on this project.
    """
    new, target = root / f".{name}.new", root / name
    with (root / f".{name}.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            found = msg("another build is at work here")
            raise ReportError([Problem(Place(name), found, hint=msg("Wait for it to end."))]) from None
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir()
        try:
            yield new
            _exchange(new, target)
        finally:
            shutil.rmtree(new, ignore_errors=True)


def _exchange(new: Path, target: Path) -> None:
    """Let the two folders change names; after it `new` holds the old site."""
    if not target.exists():
        new.rename(target)
        return
    libc = ctypes.CDLL(None, use_errno=True)
    if hasattr(libc, "renameat2"):
        paths = os.fsencode(new), os.fsencode(target)
        if libc.renameat2(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) == 0:
            return
    # No exchange in one step on this system: the old site stands aside until the new one is in its place.
    aside = target.with_name(f".{target.name}.old")
    shutil.rmtree(aside, ignore_errors=True)
    target.rename(aside)
    try:
        new.rename(target)
    except OSError:
        aside.rename(target)
        raise
    shutil.rmtree(aside, ignore_errors=True)
