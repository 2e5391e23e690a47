"""Rankings: which answers a respondent put first, second and so on.

Belongs here: the three forms in which tools write them. A place may be left out, and not every answer must be ranked;
two answers in one place, or one answer in two, are faults. Does not: taking a joined cell apart (`separated.py`).
"""

import re
from collections.abc import Mapping, Sequence

from macros.language.message import msg
from macros.survey.model_problems import shown
from macros.survey.options import two_readings, unknown_parts
from macros.survey.reading import NO_ANSWER, UNTICKED, Fault, Reading, Words
from macros.survey.separated import take_apart
from macros.survey.spelling import fold, tidy

_UNRANKED = (NO_ANSWER, "__not_applicable__")
"""What may be said of one answer by somebody who ranked others."""


def read_ranking(words: Words, cells: Sequence[str]) -> Reading:
    """Read a respondent's cells in the order of the question's headers."""
    if words.question.separator is not None:
        return _joined(words, cells[0])
    return _places(words, cells) if words.question.places else _ranks(words, cells)


def _ranked(words: Words, ranks: Mapping[str, int]) -> Reading:
    return Reading(tuple(str(ranks[code]) if code in ranks else UNTICKED for code in words.codes), frozenset(ranks))


def _joined(words: Words, cell: str) -> Reading:
    """The answers in their order, the first first."""
    if (whole := words.missing.get(fold(cell))) is not None:
        return words.all_missing(whole)
    separated = take_apart(cell, words.question.separator or "", words.answers)
    if faults := unknown_parts(words, separated.unknown, 0):
        return Reading(faults=faults)
    if len(separated.readings) > 1:
        return Reading(faults=(two_readings(cell, 0),))
    (codes,) = separated.readings
    if not codes:
        return Reading(faults=(words.unknown(cell, 0),))
    return _in_places(words, {place: (code, 0) for place, code in enumerate(codes, 1)})


def _in_places(words: Words, given: Mapping[int, tuple[str, int]]) -> Reading:
    """Ranks of the answers by place; each comes with the cell that it stands in."""
    ranks: dict[str, int] = {}
    faults = []
    for place, (code, cell) in given.items():
        if code in ranks:
            found = msg(
                '"{value}" stands in place {place} and in place {first}',
                value=words.label(code), place=place, first=ranks[code],
            )  # fmt: skip
            faults.append(Fault(cell, found, msg("each answer once")))
        ranks.setdefault(code, place)
    return Reading(faults=tuple(faults)) if faults else _ranked(words, ranks)


def _places(words: Words, cells: Sequence[str]) -> Reading:
    """One column a place, with an answer in each."""
    given: dict[int, tuple[str, int]] = {}
    silent: dict[str, int] = {}
    faults = []
    for at, cell in enumerate(cells):
        meaning = words.meanings.get(fold(cell)) if fold(cell) else words.missing.get("", NO_ANSWER)
        if meaning is None:
            faults.append(words.unknown(cell, at))
        elif meaning.startswith("__"):
            silent.setdefault(meaning, at)
        else:
            given[at + 1] = (meaning, at)
    return _silent(words, silent, given, faults) or _in_places(words, given)


def _silent(
    words: Words, silent: Mapping[str, int], given: Mapping[int, object], faults: Sequence[Fault]
) -> Reading | None:
    """The reading of somebody who ranked nothing, or whose cells cannot be read; None for all others."""
    kinds = {kind: at for kind, at in silent.items() if kind not in (_UNRANKED if given else (NO_ANSWER,))}
    if kinds and (given or len(kinds) > 1):
        faults = [*faults, Fault(max(kinds.values()), msg("The respondent both answered and did not"))]
    if faults:
        return Reading(faults=tuple(faults))
    return None if given else words.all_missing(next(iter(kinds), NO_ANSWER))


def _ranks(words: Words, cells: Sequence[str]) -> Reading:
    """One column an answer, with its rank in it."""
    given: dict[int, tuple[str, int]] = {}
    silent: dict[str, int] = {}
    faults = []
    allowed = msg("a whole number from 1 to {high}", high=len(words.codes))
    for at, (code, cell) in enumerate(zip(words.question.columns or (), cells, strict=True)):
        kind = words.missing.get(fold(cell), None if fold(cell) else NO_ANSWER)
        if kind is not None:
            silent.setdefault(kind, at)
            continue
        rank = _rank(tidy(cell), len(words.codes))
        if rank is None:
            faults.append(Fault(at, msg('"{value}" is not a rank', value=shown(tidy(cell))), allowed))
        elif rank in given:
            first = words.label(given[rank][0])
            found = msg("{rank} is given to two answers, first to {first}", rank=rank, first=first)
            faults.append(Fault(at, found, msg("each rank once")))
        else:
            given[rank] = (code, at)
    ranks = {code: rank for rank, (code, _) in given.items()}
    return _silent(words, silent, given, faults) or _ranked(words, ranks)


def _rank(text: str, highest: int) -> int | None:
    """A rank, also where a tool wrote it as `1.0`.

    >>> _rank("2.0", 3), _rank("4", 3), _rank("0", 3)
    (2, None, None)
    """
    found = re.fullmatch(r"([0-9]{1,4})(?:[.,]0+)?", text, re.ASCII)
    return int(found[1]) if found and 1 <= int(found[1]) <= highest else None
