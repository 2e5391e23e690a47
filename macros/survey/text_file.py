"""Bytes of a file → text, with every reason why that could not be done.

Belongs here: size, links, text in one encoding that is known. Does not: finding the encoding out (`encodings.py`), or
what the text means (`yaml_file.py`, `delimited.py`).
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.errors import Place, Problem
from macros.language.message import Message, msg, nmsg

_REPLACED = "\N{REPLACEMENT CHARACTER}"
_BAD = re.compile(f"[\udc80-\udcff{_REPLACED}]")  # how Python marks a byte that is no letter
_LINE_END = re.compile("\r\n|\r|\n")
MOST_BYTES = 5_000_000  # what a page made from it can still bear; reading itself could take far more


@dataclass(frozen=True)
class TextFile:
    """A file's text as far as it could be read.

    Attributes:
        path: relative to the project, with forward slashes.
        text: None when there is nothing to go on with.
    """

    path: str
    text: str | None
    problems: tuple[Problem, ...] = ()


def relative(path: Path, root: Path) -> str:
    """The path as it stands in messages: relative to the project."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name


def read_bytes(path: Path, root: Path, most_bytes: int = MOST_BYTES) -> bytes | Problem:
    """Read a file that is no link, not empty and not too large, or say why not."""
    place = Place(relative(path, root))
    if path.is_symlink():
        return Problem(place, msg("The file is a link"))
    if not path.is_file():
        return Problem(place, msg("There is no such file"))
    size = path.stat().st_size
    if size == 0:
        return Problem(place, msg("The file is empty"))
    if size > most_bytes:
        found = msg("The file has {bytes} bytes", bytes=size)
        return Problem(place, found, msg("at most {bytes} bytes", bytes=most_bytes))
    return path.read_bytes()


def read_text(path: Path, root: Path, encoding: str | None = None, most_bytes: int = MOST_BYTES) -> TextFile:
    """Read a file as UTF-8 with or without a byte order mark, or in the encoding that is given.

    Reading goes on over bytes that cannot be decoded, so that what else is wrong is found in the same pass.
    """
    name = relative(path, root)
    content = read_bytes(path, root, most_bytes)
    if isinstance(content, Problem):
        return TextFile(name, None, (content,))
    text, problems = decode_as(content, encoding, name)
    wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    hint = msg("It reads as {encoding}: save it as UTF-8", encoding="utf-16") if wide else None
    return TextFile(name, text, (*problems, *nul_problems(text, name, hint)))


def decode_as(content: bytes, encoding: str | None, name: str) -> tuple[str, list[Problem]]:
    """The text in one encoding, UTF-8 when none is given, and each line with bytes that are not of it."""
    wanted = encoding or "utf-8"
    content = content.removeprefix(codecs.BOM_UTF8) if wanted == "utf-8" else content
    try:
        return content.decode(wanted).lstrip("\ufeff"), []
    except UnicodeDecodeError:
        # Two bytes of UTF-16 cannot be kept apart from a letter as one bad byte can.
        marked = content.decode(wanted, "replace" if wanted.startswith("utf-16") else "surrogateescape")
    marked = marked.lstrip("\ufeff")
    text = _BAD.sub(_REPLACED, marked)
    bad = list(_bad_lines(marked))
    hint: Message | None = msg("The file is damaged, or two encodings are mixed in it")
    if encoding is None and _BAD.sub("", marked).isascii():
        # Not one letter is UTF-8: the whole file is in another encoding, which is one mistake and not a hundred.
        text = content.decode("cp1252", "replace")
        bad = [(*bad[0][:2], sum(count for _, _, count in bad))]
        hint = _reads_as_cp1252(content)
    return text, [
        Problem(
            Place(name, line, column),
            nmsg("{count} byte is not {encoding}", "{count} bytes are not {encoding}", count, encoding=wanted.upper()),
            msg("{expected}", expected=wanted.upper()),
            hint,
        )
        for line, column, count in bad
    ]


def _bad_lines(marked: str) -> Iterator[tuple[int, int, int]]:
    """Each line with bytes that are no letters: its number, the first one's column, and how many."""
    for number, line in enumerate(_LINE_END.split(marked), 1):
        if (first := _BAD.search(line)) is not None:
            yield number, first.start() + 1, len(_BAD.findall(line))


def _reads_as_cp1252(content: bytes) -> Message | None:
    try:
        content.decode("cp1252")
    except UnicodeDecodeError:
        return None
    return msg("It reads as {encoding}: save it as UTF-8", encoding="cp1252")


def nul_problems(text: str, name: str, hint: Message | None = None) -> list[Problem]:
    """The first NUL character, which no text holds."""
    if (at := text.find("\0")) < 0:
        return []
    line, column = position(text, at)
    return [Problem(Place(name, line, column), msg("The file holds a NUL character"), None, hint)]


def position(text: str, at: int) -> tuple[int, int]:
    r"""Line and column of a letter as an editor counts them, both from 1.

    >>> position("ab\r\nc\rde", 7)
    (3, 2)
    """
    ends = [end.end() for end in _LINE_END.finditer(text, 0, at)]
    return len(ends) + 1, at - (ends[-1] if ends else 0) + 1
