"""Marks of a merge that nobody finished: git leaves them in a file where two versions say different things.

Belongs here: finding them. Does not: git itself (`publish/tracked.py`).
"""

import re
from collections.abc import Iterator
from pathlib import Path

from macros.errors import Place, Problem
from macros.language.message import msg
from macros.pages import source_files
from macros.survey.text_file import read_bytes

_TEXTS = frozenset({".md", ".yml", ".yaml", ".csv", ".tsv", ".txt", ".json", ".css", ".js", ".html", ".svg"})
# Seven equals signs below a line of text are a heading in Markdown; below an empty one they are a conflict's.
_MARK = re.compile(rb"^(?:<{7}|>{7})(?: .*)?\r?$|(?:\A|^\r?\n)={7}\r?$", re.MULTILINE)
_BEGIN, _END = b"<", b">"


def conflicts(root: Path) -> list[Problem]:
    """One problem for each place in `mkdocs.yml`, `docs/` and `data/` where two versions stand beside each other."""
    files = (file for file in source_files(root) if file.suffix in _TEXTS)
    return [problem for file in files for problem in _in(file, root)]


def _in(file: Path, root: Path) -> Iterator[Problem]:
    content = read_bytes(file, root)
    if isinstance(content, Problem):
        return  # Told where the file is read for what it says.
    begun = False
    for mark in _MARK.finditer(content):
        sign = mark[0].strip()[:1]
        # A conflict is told at its beginning; what is left of one where it stands.
        if sign == _BEGIN or not begun:
            line = content.count(b"\n", 0, mark.end() - len(mark[0].lstrip())) + 1
            found = msg("two versions of the file stand beside each other after a merge")
            hint = msg("Keep the lines that are right, and remove those that begin with <<<<<<<, ======= or >>>>>>>.")
            yield Problem(Place(file.relative_to(root).as_posix(), line), found, hint=hint)
        begun = sign == _BEGIN or (begun and sign != _END)
