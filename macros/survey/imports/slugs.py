"""Names that a codebook allows, made of words.

Belongs here: ids and codes. Does not: what they name.
"""

import re
import unicodedata
from collections.abc import Iterable

LONGEST = 60  # as `Identifier` allows
_WORDS_IN_ID = 6
_UNDECOMPOSED = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "đ": "d", "ł": "l", "þ": "th"})
_SIGNS = {"+": " plus ", "#": " sharp ", "%": " procent ", "&": " och ", "<": " under ", ">": " over "}


def slug(text: str, blank: str = "-") -> str:
    """Letters a–z and digits of a text, its other letters left out; empty when nothing is left.

    >>> slug("Ändå, 5–9 anställda!")
    'anda-5-9-anstallda'
    >>> slug("currentEmp13", "_")
    'currentemp13'
    """
    folded = unicodedata.normalize("NFKD", text.casefold().translate(_UNDECOMPOSED))
    plain = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return cut(re.sub(r"[^a-z0-9]+", blank, plain).strip(blank), blank)


def code_slug(code: str) -> str:
    """A tool's own code as an id, with its underscores.

    >>> code_slug("likert0[time1can]")
    'likert0_time1can'
    """
    return slug(code, "_")


def spelled(text: str) -> str:
    """A label's slug, with its signs in words where nothing else is left of it.

    >>> spelled("+")
    'plus'
    """
    return slug(text) or slug("".join(_SIGNS.get(letter, letter) for letter in text))


def words(text: str) -> str:
    """The slug of a question's first words.

    >>> words("How often do you use it, all in all and on the whole?")
    'how-often-do-you-use-it'
    """
    return "-".join(slug(text).split("-")[:_WORDS_IN_ID])


def free(wanted: str, taken: Iterable[str], otherwise: str) -> str:
    """The wanted name, or the first of `wanted-2`, `wanted-3` … that is not taken.

    >>> free("a", {"a", "a-2"}, "x")
    'a-3'
    """
    used = set(taken)
    name = wanted or otherwise
    if name not in used:
        return name
    number = 2
    while True:
        end = f"-{number}"
        candidate = name[: LONGEST - len(end)].rstrip("-_") + end
        if candidate not in used:
            return candidate
        number += 1


def cut(name: str, blank: str = "-") -> str:
    """A name that is not too long, cut between two words where that leaves most of it."""
    if len(name) <= LONGEST:
        return name
    whole = name[: LONGEST + 1].rpartition(blank)[0]
    return whole if len(whole) > LONGEST // 2 else name[:LONGEST].rstrip(blank)
