"""Headers that hold a question and one of its options or rows.

Belongs here: taking such a header apart. Does not: which tool writes which.
"""

import html
import re
from collections.abc import Callable
from functools import partial

from macros.survey.spelling import tidy

# What stands between a question and its option, the surest first.
_BETWEEN = (" / ", " - ", " – ", " | ", ": ", "/", ":")


def plain_text(header: str) -> str:
    """The words of a header without the marks of a web page that some tools leave in it.

    >>> plain_text("<strong>Are you&nbsp;sure?</strong>"), plain_text("*Is 1 < 2?*")
    ('Are you sure?', 'Is 1 < 2?')
    """
    text = tidy(html.unescape(re.sub(r"</?[a-zA-Z][^<>]*>", " ", header)))
    starred = re.fullmatch(r"\*+([^*]+)\*+", text)
    return starred[1].strip() if starred else text


def bracketed(header: str) -> tuple[str | None, str | None]:
    """A header and the words in the brackets at its end; None where there are no brackets.

    >>> bracketed("How do you meet? [RSE [UK]]")
    ('How do you meet?', 'RSE [UK]')
    >>> bracketed("How old are you?")
    ('How old are you?', None)
    """
    text = tidy(header)
    if not text.endswith("]"):
        return text or None, None
    depth = 0
    for at in range(len(text) - 1, -1, -1):
        depth += (text[at] == "]") - (text[at] == "[")
        if depth == 0:
            return text[:at].strip() or None, text[at + 1 : -1].strip()
    return text, None


def families(headers: list[str]) -> dict[int, tuple[str, str]]:
    """The question and the item of each header that shares its question with a neighbour.

    Read as "Question [Item]", "Item:Question", "Question - Item", or a code with a number behind it: the first of
    these that a header and the one beside it have in common.

    >>> families(["Age", "Use [Web]", "Use [Paper]", "q4_1", "q4_2"])
    {1: ('Use', 'Web'), 2: ('Use', 'Paper'), 3: ('q4', '1'), 4: ('q4', '2')}
    """
    found: dict[int, tuple[str, str]] = {}
    splits: tuple[Callable[[str], tuple[str, str] | None], ...] = (
        _in_brackets, _behind, _asked, *(partial(_between, mark=mark) for mark in _BETWEEN), _numbered,
    )  # fmt: skip
    for split in splits:
        parts = {at: pair for at, header in enumerate(headers) if at not in found and (pair := split(tidy(header)))}
        for at, (stem, item) in parts.items():
            beside = (parts.get(at - 1), parts.get(at + 1))
            if any(other and other[0] == stem and other[1] != item for other in beside):
                found[at] = (stem, item)
    return dict(sorted(found.items()))


def _in_brackets(header: str) -> tuple[str, str] | None:
    stem, item = bracketed(header)
    return (stem, item) if stem and item else None


def _behind(header: str) -> tuple[str, str] | None:
    """The option before its question, as "Option:Question"; the question is what neighbours have in common."""
    item, mark, stem = header.partition(":")
    stem = stem.lstrip(":")
    behind = mark and item.strip() and stem.strip() and len(stem) > len(item) / 2
    return (stem.strip(), item.strip()) if behind else None


def _asked(header: str) -> tuple[str, str] | None:
    """The option after the question mark."""
    stem, mark, item = header.rpartition("? ")
    return (f"{stem.strip()}?", item.strip(" -–:/|")) if mark and stem.strip() and item.strip(" -–:/|") else None


def _between(header: str, mark: str) -> tuple[str, str] | None:
    stem, found, item = header.rpartition(mark)
    return (stem.strip(), item.strip()) if found and stem.strip() and item.strip() else None


def _numbered(header: str) -> tuple[str, str] | None:
    match = re.fullmatch(r"([A-Za-zÅÄÖåäö]\w*?)(?:_Part)?[_.](\d{1,4}|[A-Za-z]{1,3}\d{1,3}|[a-z])", header)
    return (match[1], match[2]) if match else None
