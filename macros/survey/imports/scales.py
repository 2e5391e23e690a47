"""Whether answers are steps of a scale, and in what order.

Belongs here: recognising an order by the words of its answers. Does not: the words (`scale_words.py`) or sizes
(`size_bands.py`). Where nothing is recognised nothing is claimed: an order of letters or of counts is no scale.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from macros.survey.imports.answers import Side
from macros.survey.imports.scale_words import (
    DONT_KNOW,
    ENDS,
    FROM_BAD_TO_GOOD,
    LADDERS,
    MIDDLE,
    NOT_ANSWERED,
    NOT_APPLICABLE,
    OTHER,
    PLAIN,
    STRENGTHS,
)  # fmt: skip
from macros.survey.imports.size_bands import bands_of
from macros.survey.spelling import fold

OUTSIDE = frozenset((*DONT_KNOW, *NOT_ANSWERED, *NOT_APPLICABLE))
OTHERS = frozenset(OTHER)
_STRENGTHS = tuple(
    (re.compile(rf"(?<!\w){re.escape(words)}(?!\w)"), size)
    for words, size in sorted(((w, size) for size, row in STRENGTHS for w in row), key=lambda pair: -len(pair[0]))
)
_QUALITY = {
    word: (at, sign) for at, ends in enumerate(ENDS) for sign, row in zip((1, -1), ends, strict=True) for word in row
}
_QUALITIES = sorted(_QUALITY, key=len, reverse=True)
_YES_NO = {_QUALITY["yes"][0], _QUALITY["ja"][0]}
_FILLER = re.compile(
    r"^(?:kommer att|har|will|has|have|jag|i am|i|vi|we|är|am|it is|det är|blivit|varit|become|på|to|the|a)\s+"
)
_NUMBERED = re.compile(r"(-?\d{1,3})(?!\d)(?:\s*[-–—=:.)]\s*|\s+|\s*(?=\())?(.*)")
_LEAST = 3
_REMEMBERED = 4096  # labels, which are looked at once for each of their neighbours


@dataclass(frozen=True)
class Order:
    """Answers in the order of a scale, its low or negative end first; those outside it last.

    Attributes:
        sides: the end of an answer, where the words say it.
        outside: answers that are no step of the scale, such as "Don't know", "Other", or one word among sizes.
    """

    labels: tuple[str, ...]
    sides: Mapping[str, Side] = field(default_factory=dict)
    outside: tuple[str, ...] = ()


def scale_of(labels: Sequence[str]) -> Order | None:
    """The order of a question's answers, or None when they are not known to have one.

    >>> scale_of(["Often", "Never", "Don't know", "Sometimes"]).labels
    ('Never', 'Sometimes', 'Often', "Don't know")
    >>> scale_of(["Red", "Blue", "Green"]) is None
    True
    """
    outside = tuple(label for label in labels if stands_outside(label) or _plain(label) in OTHERS)
    steps = [label for label in labels if label not in outside]
    if len(steps) < 2:  # noqa: PLR2004
        return None
    odd: tuple[str, ...] = ()
    bands = bands_of(steps)
    if bands is None and len(steps) > _LEAST:  # "Just me" among sizes
        odd = tuple(label for label in steps if bands_of([label, "0-0"]) is None and not re.search(r"\d", label))
        bands = bands_of([label for label in steps if label not in odd]) if len(odd) == 1 else None
    if bands is not None:
        return Order((*sorted(bands, key=lambda label: bands[label]), *odd, *outside), {}, (*odd, *outside))
    found = _by_words(steps)
    for label in steps if found is None and len(steps) > _LEAST + 1 else ():  # "Unfamiliar" among degrees of liking
        found = _by_words([other for other in steps if other != label])
        if found is not None:
            return Order((*found.labels, label, *outside), found.sides, (label, *outside))
    return Order((*found.labels, *outside), found.sides, outside) if found else None


def _by_words(steps: list[str]) -> Order | None:
    return _numbered(steps) or _ladder(steps) or _quality(steps)


def stands_outside(label: str) -> bool:
    """Whether an answer is one such as "Don't know" or "-9. Refused", and no step of any scale."""
    return _plain(label) in OUTSIDE


def numbers_of(labels: Sequence[str]) -> dict[str, int] | None:
    """The number that each label begins with, or None when some do not or two are alike.

    >>> numbers_of(["2. Umeå", "1. Luleå"])
    {'2. Umeå': 2, '1. Luleå': 1}
    """
    matches = {label: _NUMBERED.fullmatch(_number_first(label)) for label in labels}
    numbers = {label: int(match[1]) for label, match in matches.items() if match}
    return numbers if len(numbers) == len(labels) == len(set(numbers.values())) else None


def _number_first(label: str) -> str:
    """The label with a number that stands in brackets at its end put first."""
    return re.sub(r"^(.*\S)\s*\((\d{1,2})\)$", r"\2 - \1", label.strip())


def _numbered(steps: list[str]) -> Order | None:
    """Numbers in order of which some are explained: "1 (None at all)", "2" … "10 (All the time)"."""
    numbers = numbers_of(steps)
    if numbers is None or len(steps) < _LEAST:
        return None
    texts = {label: match[2].strip(" ()") for label in steps if (match := _NUMBERED.fullmatch(_number_first(label)))}
    said = [text for text in texts.values() if text]
    if not said:
        return None
    by_words = _ladder(said) or _quality(said) if len(said) == len(steps) else None
    if len(said) == len(steps) and by_words is None:
        return None
    ordered = tuple(sorted(steps, key=lambda label: numbers[label]))
    sides = by_words.sides if by_words else {}
    return Order(ordered, {label: sides[text] for label, text in texts.items() if text in sides})


def _ladder(steps: list[str]) -> Order | None:
    for name, ladder in LADDERS.items():
        level = {word: at for at, words in enumerate(ladder) for word in words}
        if any(_level(label, level) is None for label in steps):
            continue
        found = {label: _level(label, level) for label in steps}
        levels = {at for at in found.values() if at is not None}
        if len(levels) < 2:  # noqa: PLR2004
            continue
        exact = [found[label] for label in steps if _plain(label) in level]
        if len(set(exact)) < len(exact):
            continue
        # Of two steps on one level, "Never, but open to it" and "Never, and not open to it", the negated one is lower.
        denied = {label: re.search(r"\b(?:not|inte|ej)\b", fold(label)) is not None for label in steps}
        ordered = sorted(steps, key=lambda label: (found[label] or 0, not denied[label]))
        if name not in FROM_BAD_TO_GOOD:
            return Order(tuple(ordered))
        middle = len(ladder) // 2
        return Order(tuple(ordered), {label: _side((found[label] or 0) - middle) for label in steps})
    return None


def _level(label: str, level: Mapping[str, int]) -> int | None:
    text = _plain(label)
    for whole in (text, re.sub(r"^(?:ja|nej|yes|no),\s+", "", text)):
        if whole in level:
            return level[whole]
    head = re.split(r"\s*[,(–:]|\s-\s", text)[0]
    either = [level.get(part) for part in re.split(r"\s+(?:or|eller)\s+", text)]  # "Daily or almost daily"
    known = [at for at in either if at is not None]
    return max(known) if len(known) == len(either) > 1 else level.get(head)


def _quality(steps: list[str]) -> Order | None:
    """Steps of one quality by how strong they are: "Very manly", "Not at all manly"; or between its two ends."""
    scores: dict[str, float] = {}
    qualities: set[int | str] = set()
    rests: set[str] = set()
    middles = 0
    for label in steps:
        if _is_middle(label):
            scores[label], middles = 0.0, middles + 1
            continue
        strength, core = _strength(_plain(label))
        quality, sign, rest = _end(core)
        scores[label] = sign * (PLAIN if strength is None else strength)
        qualities |= {quality} - {""}
        rests |= {rest} - {""}
    if len(qualities) > 1 or len(rests) > 1 or len(set(scores.values())) < len(steps):
        return None
    quality = next(iter(qualities), "")
    known = isinstance(quality, int)
    if len(steps) < _LEAST and (not known or quality in _YES_NO):
        return None
    strengths = sum(_strength(_plain(label))[0] is not None for label in steps if not _is_middle(label))
    if not known and strengths < len(steps) - 1 - middles:
        return None
    if quality in _YES_NO and len(steps) < _LEAST:
        return None
    ordered = tuple(sorted(steps, key=lambda label: scores[label]))
    return Order(ordered, {label: _side(scores[label]) for label in steps} if known else {})


@lru_cache(maxsize=_REMEMBERED)
def _is_middle(label: str) -> bool:
    text = _FILLER.sub("", _plain(label))
    return any(text == word or text.startswith(word + " ") for word in MIDDLE)


@lru_cache(maxsize=_REMEMBERED)
def _strength(text: str) -> tuple[float | None, str]:
    for pattern, size in _STRENGTHS:
        if pattern.search(text):
            rest = " ".join(pattern.sub(" ", text, count=1).split())
            denied = re.sub(r"(?<!\w)(?:not|inte|ej)(?!\w)", " ", rest)
            return (size, rest) if denied == rest or size < 0 else (-size, " ".join(denied.split()))
    return None, text


@lru_cache(maxsize=_REMEMBERED)
def _end(core: str) -> tuple[int | str, int, str]:
    """The quality that a core names, which of its ends, and the words after it."""
    core = _FILLER.sub("", core.strip(" ,"))
    for words in _QUALITIES:
        if core == words or core.startswith(words + " "):
            at, sign = _QUALITY[words]
            return at, sign, core[len(words) :].strip()
    return core, 1, ""


def _side(score: float) -> Side:
    return "negative" if score < 0 else "positive" if score > 0 else "neutral"


@lru_cache(maxsize=_REMEMBERED)
def _plain(label: str) -> str:
    text = fold(label).replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").rstrip(".! ")
    text = re.sub(r"^(.*?)\b(not|inte) (.+) (at all|alls)$", r"\1\2 \4 \3", text)
    return re.sub(r"^-?\d{1,3}\s*[-–=:.)]\s+", "", text)
