"""Allowed answers made of labels: codes that are no other answer's spelling.

Belongs here: the way from labels to `Answer`s. Does not: which labels there are, and in what order.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from macros.survey.answer import Answer
from macros.survey.imports.slugs import LONGEST, free, spelled
from macros.survey.spelling import fold

Side = Literal["negative", "neutral", "positive"]
_CODE = re.compile(r"[a-z0-9][a-z0-9_-]*")


def answers_of(
    labels: Sequence[str],
    reserved: Iterable[str] = (),
    sides: Mapping[str, Side] | None = None,
    in_file: Mapping[str, Sequence[str]] | None = None,
) -> list[Answer]:
    """An answer for each label, in their order.

    A code is the label itself where that can be one, else a slug that is nobody's spelling: a code counts as a
    spelling when a cell is read, so "C#" may not be `c` beside "C".

    Args:
        labels: no two of them alike when folded.
        reserved: folded spellings that no code may be, such as those of no answer.
        sides: the side of a label.
        in_file: other spellings of a label in the file.

    >>> [answer.code for answer in answers_of(["C", "C#", "Vet ej", "1"])]
    ['c', 'c-2', 'vet-ej', '1']
    """
    taken = set(reserved) | {fold(label) for label in labels}
    taken |= {fold(spelling) for spellings in (in_file or {}).values() for spelling in spellings}
    codes: dict[str, str] = {}
    for label in labels:
        own = fold(label)
        if _CODE.fullmatch(own) and len(own) <= LONGEST and own not in set(reserved):
            codes[label] = own
    for label in labels:
        if label not in codes:
            codes[label] = free(spelled(label), taken | set(codes.values()), "svar")
    return [
        Answer(
            code=codes[label],
            label=label,
            side=(sides or {}).get(label),
            in_file=list((in_file or {}).get(label, ())),
        )
        for label in labels
    ]


def taking_others(answers: Sequence[Answer], at: int) -> list[Answer]:
    """The same answers, of which one takes whatever else is written."""
    return [
        answer.model_copy(update={"others": True}) if place == at else answer for place, answer in enumerate(answers)
    ]
