"""In which encoding a file of answers is written.

Belongs here: what is certain, what is likely, and what must be asked for. Does not: reading bytes or the text of a
known encoding (`text_file.py`).
"""

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass

from charset_normalizer import from_bytes

from macros.errors import Place, Problem
from macros.language.message import Message, msg
from macros.survey.model_problems import shown
from macros.survey.odd_letters import is_common, oddness
from macros.survey.spelling import fold
from macros.survey.text_file import decode_as, nul_problems, position

MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
SINGLE_BYTE = ("cp1252", "mac-roman")  # where Latin-1 has letters, cp1252 has the same
_CHUNK = re.compile(rb'[^,;\t|"\r\n]+')  # what stands between delimiters
_PARTS = re.compile(r'[,;\t|"\r\n]')
# Letters, punctuation and emoji of UTF-8 that no other encoding writes with the same bytes by chance.
_SURELY_UTF8 = re.compile(rb"[\xc2\xc3][\xa0-\xbf]|\xc3[\x80-\x9f]|\xe2[\x80\x82][\x80-\xbf]|\xf0\x9f[\x80-\xbf]{2}")
_MOST_CHUNKS = 5_000
_MESS = 0.2  # the share of disorder that the detector itself takes for the limit
_ODD = 0.1  # share of odd words that a sound text may have: names, typing errors


@dataclass(frozen=True)
class Decoded:
    """A file's text, and how it came to be read so."""

    text: str
    encoding: str
    problems: tuple[Problem, ...] = ()
    decided: tuple[Message, ...] = ()


def decode(content: bytes, encoding: str | None, path: str, known: Iterable[str] = ()) -> Decoded:
    """Turn a file's bytes into text.

    An encoding that is given wins. Otherwise, in this order: a byte order mark; valid UTF-8; UTF-16 without a mark;
    and the one-byte encodings, of which that one is taken under which most cells are known. Where two read the file
    differently and nothing tells which is right, it is asked for.

    Args:
        content: the file.
        encoding: one of the codebook's encodings, or None to find out.
        path: as it stands in messages.
        known: headers and answers that the file should hold.
    """
    marked = next((name for mark, name in MARKS.items() if content.startswith(mark)), None)
    if encoding is not None:
        return _named(content, encoding, marked, path)
    if marked is not None:
        return _certain(content, marked, path)
    wide = _wide(content)
    if wide is not None:
        return _certain(content, wide, path)
    if content.isascii() or _SURELY_UTF8.search(content):
        return _certain(content, "utf-8", path)
    return _likeliest(content, path, known)


def _certain(content: bytes, encoding: str, path: str) -> Decoded:
    text, problems = decode_as(content, encoding, path)
    decided = () if encoding == "utf-8" else (_read_as(encoding),)
    return Decoded(text, encoding, (*problems, *nul_problems(text, path)), decided)


def _read_as(encoding: str) -> Message:
    return msg("The file is read as {encoding}", encoding=encoding)


def _named(content: bytes, encoding: str, marked: str | None, path: str) -> Decoded:
    if encoding == "utf-16":
        encoding = marked if marked in ("utf-16-le", "utf-16-be") else _wide(content) or "utf-16-le"
    text, problems = decode_as(content, encoding, path)
    if marked is not None and marked != encoding:
        found = msg("The file begins with the mark of {marked}, but the encoding is to be {named}",
                    marked=marked, named=encoding)  # fmt: skip
        problems.append(Problem(Place(path, 1), found, None, _write_encoding(marked)))
    wide = _wide(content)
    hint = None if encoding == wide or wide is None else _write_encoding(wide)
    return Decoded(text, encoding, (*problems, *nul_problems(text, path, hint)))


def _write_encoding(encoding: str) -> Message:
    return msg("Write encoding: {encoding}", encoding=encoding)


def _wide(content: bytes) -> str | None:
    """UTF-16 without a mark: most letters of any Western text have a NUL as one of their two bytes."""
    head = content[:4096]
    half = len(head) // 2
    low, high = head[1::2].count(0), head[0::2].count(0)  # a NUL after, and before, the letter's other byte
    if not half or max(low, high) * 10 < half * 7 or min(low, high) * 20 > half:
        return None
    return "utf-16-le" if low > high else "utf-16-be"


def _likeliest(content: bytes, path: str, known: Iterable[str]) -> Decoded:
    readings = {name: content.decode(name, "replace") for name in _likely(content, known)}
    if len(readings) > 1:
        name, text = next(iter(readings.items()))
        return Decoded(text, name, (_undecided(readings, path), *nul_problems(text, path)))
    likeliest = next(iter(readings), None)
    text, problems = decode_as(content, likeliest, path)
    decided = () if likeliest in {None, "utf-8"} else (_read_as(str(likeliest)),)
    return Decoded(text, likeliest or "utf-8", (*problems, *nul_problems(text, path)), decided)


def _likely(content: bytes, known: Iterable[str]) -> list[str]:
    """The encodings under which most is known; where none knows any of it, those under which words look like words."""
    distinct = {chunk[0] for chunk in _CHUNK.finditer(content) if not chunk[0].isascii()}
    chunks = sorted(distinct)[:_MOST_CHUNKS]
    words = {name: [chunk.decode(name, "replace") for chunk in chunks] for name in SINGLE_BYTE}
    if _is_utf8(content):
        words = {"utf-8": [chunk.decode("utf-8", "replace") for chunk in chunks], **words}
    parts = {fold(part) for text in known if not text.isascii() for part in _PARTS.split(text)}
    # A chunk that all read alike tells nothing.
    telling = [at for at, read in enumerate(zip(*words.values(), strict=True)) if len(set(read)) > 1] if parts else []
    hits = {name: sum(fold(read[at]) in parts for at in telling) for name, read in words.items()}
    if most := max(hits.values()):
        return [name for name in words if hits[name] == most]
    return _plausible(chunks, words)


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _plausible(chunks: list[bytes], words: dict[str, list[str]]) -> list[str]:
    isolated = [name.replace("-", "_") for name in SINGLE_BYTE]
    matches = from_bytes(b"\n".join(chunks), threshold=_MESS, cp_isolation=isolated, enable_fallback=False)
    orderly = {name.replace("_", "-") for match in matches for name in (match.encoding, *match.could_be_from_charset)}
    letters = {letter for word in words["cp1252"] for letter in word if letter.isalpha()}
    if all(letter.isascii() for letter in letters):
        orderly.add("cp1252")  # of signs alone, such as £ and –, the detector knows too little
    plausible = [name for name in SINGLE_BYTE if name in orderly and oddness(words[name]) <= _ODD]
    common = "cp1252" in plausible and is_common(words["cp1252"])
    if "utf-8" in words:
        return ["utf-8", "cp1252"] if common else ["utf-8"]
    return ["cp1252"] if common else plausible  # what is no cp1252 does not read as å, ä and ö and nothing else


def _undecided(readings: dict[str, str], path: str) -> Problem:
    """Ask for the encoding, with the first letter that hangs on it."""
    (first, text), (second, other) = list(readings.items())[:2]
    at = next((at for at, (one, two) in enumerate(zip(text, other, strict=False)) if one != two), 0)
    found = msg(
        "The file reads in more than one way: as {first} a letter here is {one}, as {second} it is {other}",
        first=first, one=shown(text[at : at + 1]), second=second, other=shown(other[at : at + 1]),
    )  # fmt: skip
    place = Place(path, *position(text, at))
    hint = msg("Write encoding: with the right one, or save the file as UTF-8")
    return Problem(place, found, msg("one of {choices}", choices=", ".join(readings)), hint)
