"""Several answers in one cell, with a separator between them that may also stand inside an answer.

Belongs here: taking such a cell apart. Does not: what the answers mean (`options.py`, `rankings.py`).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from macros.survey.spelling import fold

MOST_READINGS = 16
"""More ways than this to read a cell are as good as unreadable."""

MOST_PARTS = 2000
"""More than any list of answers; a cell of many thousand parts would take minutes to take apart."""


@dataclass(frozen=True)
class Separated:
    """What stands in a cell.

    Attributes:
        readings: each way to read all of it, as codes in their order; more than one where an answer holds the
            separator and its parts are answers too; none where anything is no answer.
        unknown: what is no answer, as written, with its neighbours that are none either.
    """

    readings: frozenset[tuple[str, ...]]
    unknown: tuple[tuple[str, ...], ...] = ()


def take_apart(cell: str, separator: str, known: Mapping[str, str], others: str | None = None) -> Separated:
    """Take a cell apart at its separators, wherever that gives answers.

    Args:
        cell: the text; blanks around an answer and separators with nothing between do not matter.
        separator: what stands between two answers; blanks at its ends do not matter unless it is all blank.
        known: the code of each folded spelling.
        others: the code of what is no answer, where there is one; then what can be read as an answer is.

    >>> known = {"ja": "ja", "ja, delvis": "delvis", "nej": "nej"}
    >>> sorted(take_apart("Ja, delvis, Nej,", ", ", known).readings)
    [('delvis', 'nej')]
    >>> sorted(take_apart("Ja, delvis", ",", {**known, "delvis": "d"}).readings)
    [('delvis',), ('ja', 'd')]
    >>> take_apart("Ja, Nja", ",", known).unknown
    ((' Nja',),)
    >>> take_apart("Ja, Nja, för dyrt", ",", known, "annat").readings
    frozenset({('ja', 'annat')})
    """
    mark = separator.strip() or separator
    parts = cell.split(mark)
    if len(parts) > MOST_PARTS:
        return Separated(frozenset(), ((cell,),))
    longest = 1 + max((spelling.count(fold(mark) or " ") for spelling in known), default=0)

    def code(first: int, last: int) -> str | None:
        return known.get(fold(mark.join(parts[first:last])))

    ends: list[set[tuple[str, ...]]] = [set() for _ in parts] + [{()}]
    for first in range(len(parts) - 1, -1, -1):
        if not fold(parts[first]):
            ends[first] |= ends[first + 1]
        for last in range(first + 1, min(first + longest, len(parts)) + 1):
            if found := code(first, last):
                ends[first] |= {(found, *rest) for rest in ends[last]}
        ends[first] = set(sorted(ends[first])[:MOST_READINGS])
    if ends[0]:
        return Separated(frozenset(ends[0]))
    unknown: list[list[str]] = []
    codes: list[str] = []
    first, apart = 0, True
    while first < len(parts):
        end = next((at for at in range(min(first + longest, len(parts)), first, -1) if code(first, at)), None)
        if end is not None or not fold(parts[first]):
            codes += [found] if end and (found := code(first, end)) else []
            first, apart = end or first + 1, True
            continue
        if apart:
            unknown.append([])
            codes += [others] if others else []
        unknown[-1].append(parts[first])
        first, apart = first + 1, False
    if others is not None:
        return Separated(frozenset({tuple(codes)}))
    return Separated(frozenset(), tuple(tuple(run) for run in unknown))
