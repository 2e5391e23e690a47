"""Whether words look like words, or like words read in the wrong encoding.

Belongs here: which letters stand oddly. Does not: choosing an encoding (`encodings.py`).
"""

# ruff: noqa: RUF001, RUF002 - letters that are easily taken for others are what this file is about

import re
from collections.abc import Iterable

_SMALL, _BIG = "ßà-öø-ÿœšž", "À-ÖØ-ÞŒŠŽŸ"  # beside a–z and A–Z
_LETTER = f"a-zA-Z{_SMALL}{_BIG}"
_JOINS = "·’‘–—\N{SOFT HYPHEN}\N{NO-BREAK SPACE}"
_BEFORE_A_WORD = "‘’“”‚„«»‹›–—•·¿¡£§°´\N{NO-BREAK SPACE}"
_ODD = re.compile(
    "|".join(
        [
            "[\x80-\x9f\ufffd\ufb01\ufb02\u02c6-\u02dd\u0131\u0192]",  # controls, ligatures, lone accents
            f"[a-z{_SMALL}][{_BIG}]",  # a capital that no keyboard puts inside a word
            f"[{_LETTER}][^\\x00-\\x7f{_LETTER}{_JOINS}][{_LETTER}]",  # a symbol between two letters
            f"(?<![{_LETTER}])[^\\x00-\\x7f{_LETTER}{_BEFORE_A_WORD}][a-zA-Z]",  # a symbol that begins a word
            f"[0-9][{_SMALL}{_BIG}][0-9]",
            "[a-z][–—][a-z]",
            "^[^‘]*[a-z]’$",
        ]
    )
)
_COMMON = re.compile("[\\x00-\\x7fåäöÅÄÖéÉèüÜæøÆØ‘’“”–—…•€£§°½´\N{NO-BREAK SPACE}]*")


def oddness(words: Iterable[str]) -> float:
    """The share of the words with a letter or symbol where none stands in any Western language.

    >>> oddness(["förändrat", "Ökat"]), oddness(["fˆr‰ndrat", "÷kat"])
    (0.0, 1.0)
    """
    odd = [_ODD.search(word) is not None for word in words]
    return sum(odd) / len(odd) if odd else 0.0


def is_common(words: Iterable[str]) -> bool:
    """Whether the words need no letters but those that Swedish and English texts are full of.

    >>> is_common(["3 år", "idé"]), is_common(["Košice"])
    (True, False)
    """
    return all(_COMMON.fullmatch(word) is not None for word in words)
