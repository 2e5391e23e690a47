"""Several answers in one cell: what stands between them, and which answers they are.

Belongs here: telling options from the commas inside them. Does not: reading a cell by known options
(`macros/survey/answer_cells.py`).
"""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from macros.survey.imports.values import Values
from macros.survey.spelling import fold, tidy

SEPARATORS = (";", "|", ",", "\n")
_OFTEN = 3  # what stands side by side this often, and never apart, is one option with the separator in it
_MOST = 150  # options of one question that came again
_MANY = 60  # parts; fewer are looked at whatever they are
_PARTS = 1500  # more than any list of options, torn at its own separators and with words of many persons
_REUSED = 0.6
_LIST = 20  # options; a list of fewer is believed whatever its cells look like
_TOGETHER = 0.05  # of the cells, in which several options stand
_OWN_WORDS = 0.4  # of all that is written; where more stands in one cell only, it is free text
_SPLIT = {",": re.compile(r"(?<!\d),|,(?!\d{3}(?!\d))")}  # a comma before three digits stands between thousands
_NUMBER = re.compile(r"\D?-?\d+(?:\s?(?:%|[^\W\d]{1,3}))?")  # a half of "12,5 %" or "$1,5"
_BRACKETS = (("(", ")"), ("[", "]"))
Cells = dict[tuple[str, ...], int]


@dataclass(frozen=True)
class Joined:
    """The options of a joined column.

    Attributes:
        separator: what stands between them.
        options: in the order in which the tool writes them, as far as the cells tell.
        ranked: whether every cell holds all of them, in orders that differ.
        glued: options that hold the separator themselves.
        once: options that one person only gave.
    """

    separator: str
    options: tuple[str, ...]
    ranked: bool = False
    glued: tuple[str, ...] = ()
    once: tuple[str, ...] = ()


def joined(values: Values, separators: tuple[str, ...] = SEPARATORS) -> Joined | None:
    """What a column joins, or None when a cell holds at most one answer.

    >>> found = joined(Values({"Webb, E-post": 3, "E-post": 2, "Webb": 1, "Webb, Brev": 1}))
    >>> (found.separator, found.options)
    (',', ('Webb', 'Brev', 'E-post'))
    >>> joined(Values({"Ja, delvis": 3, "Nej": 2})) is None
    True
    """
    return next((found for separator in separators if (found := _joined_by(values, separator))), None)


def _joined_by(values: Values, separator: str) -> Joined | None:
    if not any(separator in spelling for spelling in values.spellings):
        return None
    always_closed = all(spelling.endswith(separator) for spelling in values.spellings)
    cells: Cells = Counter()
    different: set[str] = set()
    mark = _SPLIT.get(separator) or re.compile(re.escape(separator))
    for spelling, n in values.spellings.items():
        parts = tuple(part for part in map(tidy, mark.split(spelling)) if part)
        different.update(parts)
        if len(different) > _PARTS:
            return None
        cells[parts] += n
    cells.pop((), None)
    times = _times(cells)
    if len(times) > _MANY and _rare(times) > _OWN_WORDS:
        return None  # free text, with commas in it
    whole, glued = _glue(cells, separator)
    options = _in_order(whole)
    ends_in_separator = any(spelling.endswith(separator) for spelling in values.spellings) and separator == ";"
    several = {cell for cell in whole if len(cell) > 1}
    given = _times(whole)
    once = tuple(option for option in options if given[fold(option)] == 1)
    if len(options) < 2 or len(options) - len(once) > _MOST or not (several or always_closed):  # noqa: PLR2004
        return None
    if any(len(set(map(fold, cell))) < len(cell) for cell in whole):
        return None
    if len(options) > _LIST and not _is_a_list(whole, options, once):
        return None
    if not (ends_in_separator or _recombined(whole)) or not _is_plausible(whole, separator):
        return None
    ranked = len(several) == len(whole) > 1 and len({frozenset(map(fold, cell)) for cell in whole}) == 1
    return Joined(separator, options, ranked and len(options) > 2, glued, once)  # noqa: PLR2004


def _is_a_list(cells: Cells, options: tuple[str, ...], once: tuple[str, ...]) -> bool:
    """Whether many different parts are options all the same: given by several persons, and often several at once."""
    together = sum(n for cell, n in cells.items() if len(cell) > 1)
    return len(once) <= len(options) / 2 and together >= _TOGETHER * sum(cells.values())


def _is_plausible(cells: Cells, separator: str) -> bool:
    """Whether blanks stand between names and not between words, and commas between codes and not in decimals."""
    many = any(len(cell) > 2 for cell in cells)  # noqa: PLR2004
    parts = {part for cell in cells for part in cell}
    if separator == " ":
        return many and all(re.fullmatch(r"[a-z0-9_.-]+", part) for part in parts)
    return many or separator != "," or not all(_NUMBER.fullmatch(part) for part in parts)


def _recombined(cells: Cells) -> bool:
    """Whether the parts come in ever new company, as options do and the parts of a sentence do not.

    Parts that one person only wrote are left aside: they may be that person's own words beside the options.
    """
    times = _times(cells)
    if _rare(times) > _OWN_WORDS:
        return False
    common = {tuple(part for part in map(fold, cell) if times[part] > 1) for cell in cells} - {()}
    uses: Counter[str] = Counter(part for cell in common for part in cell)
    in_several = {part for cell in common if len(cell) > 1 for part in cell}
    reused = sum(uses[part] > 1 for part in in_several)
    return reused > 1 and (len(common) > len(uses) or reused / len(in_several) >= _REUSED)


def _times(cells: Cells) -> Counter[str]:
    """How many cells hold each part, folded."""
    times: Counter[str] = Counter()
    for cell, n in cells.items():
        for part in set(map(fold, cell)):
            times[part] += n
    return times


def _rare(times: Counter[str]) -> float:
    """The share of what is written that stands in one cell only."""
    return sum(n == 1 for n in times.values()) / max(1, times.total())


def _glue(cells: Cells, separator: str) -> tuple[Cells, tuple[str, ...]]:
    """Put the parts of an option together that were torn at a separator of its own."""
    glue = f"{separator} " if separator in ",;" else separator
    glued: list[str] = []
    while True:
        cells, open_ones = _close_brackets(cells, glue)
        pair = _inseparable(cells)
        glued += open_ones
        if pair is None:
            options = {part for cell in cells for part in cell}
            return cells, tuple(dict.fromkeys(option for option in glued if option in options))
        cells = _merged(cells, pair, glue)
        glued.append(glue.join(pair))


def _close_brackets(cells: Cells, glue: str) -> tuple[Cells, list[str]]:
    closed: Cells = Counter()
    made = []
    for cell, n in cells.items():
        parts: list[str] = []
        for part in cell:
            if parts and any(parts[-1].count(left) > parts[-1].count(right) for left, right in _BRACKETS):
                parts[-1] += glue + part
                made.append(parts[-1])
            else:
                parts.append(part)
        closed[tuple(parts)] += n
    return closed, made


def _inseparable(cells: Cells) -> tuple[str, str] | None:
    """Two neighbours that are one option.

    Either the second never stands without the first and goes on in small letters, or neither ever stands without the
    other, though the cells leave room for it.
    """
    follows: dict[str, Counter[str]] = {}
    before: dict[str, Counter[str]] = {}
    times: Counter[str] = Counter()
    for cell, n in cells.items():
        for part in cell:
            times[part] += n
        for left, right in pairwise(("", *cell, "")):
            follows.setdefault(left, Counter())[right] += n
            before.setdefault(right, Counter())[left] += n
    starts = [part for part in times if part[:1].isalpha()]
    capitals = sum(part[:1].isupper() for part in starts) > len(starts) / 2
    for right in times:
        lefts = before[right]
        if len(lefts) != 1 or "" in lefts:
            continue
        left = next(iter(lefts))
        goes_on = capitals and right[:1].islower() and not left[:1].islower()
        bound = len(follows[left]) == 1 and times[right] >= _OFTEN and len(times) > 2 and len(cells) > len(times)  # noqa: PLR2004
        if goes_on or bound:
            return left, right
    return None


def _merged(cells: Cells, pair: tuple[str, str], glue: str) -> Cells:
    merged: Cells = Counter()
    for cell, n in cells.items():
        parts: list[str] = []
        for part in cell:
            if parts and (parts[-1], part) == pair:
                parts[-1] = glue.join(pair)
            else:
                parts.append(part)
        merged[tuple(parts)] += n
    return merged


def _in_order(cells: Cells) -> tuple[str, ...]:
    """The options as they follow each other in the cells; those that nothing places by the alphabet.

    A tool writes the options of a cell in the order of the questionnaire, so what stands before what is counted.
    The order of the rows decides nothing: it would tell what the first respondent answered.
    """
    times: Counter[str] = Counter()
    for cell, n in cells.items():
        for part in cell:
            times[part] += n
    labels: dict[str, str] = {}
    for part in sorted(times, key=lambda part: (fold(part), -times[part], part)):
        labels.setdefault(fold(part), part)
    wins: Counter[tuple[str, str]] = Counter()
    for cell, n in cells.items():
        keys = [fold(part) for part in cell]
        for at, left in enumerate(keys):
            for right in keys[at + 1 :]:
                wins[left, right] += n
    ordered: list[str] = []
    for key in labels:
        place = len(ordered)
        while place and wins[key, ordered[place - 1]] > wins[ordered[place - 1], key]:
            place -= 1
        ordered.insert(place, key)
    return tuple(labels[key] for key in ordered)
