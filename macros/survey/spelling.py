"""How an answer may be written: its code, its label in any language, or a spelling that the codebook names.

Belongs here: when two spellings are the same, and what each spelling of a question means. Does not: cells of a
file (`answer_cells.py`).
"""

import unicodedata
from collections.abc import Iterable, Iterator

from macros.survey.answer import Answer
from macros.survey.codebook import Codebook
from macros.survey.part import Text
from macros.survey.question import Question

_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"  # of no width
_BLANKS = _INVISIBLE + "".join(filter(str.isspace, map(chr, range(0x3001))))
_NO_INVISIBLE = str.maketrans("", "", _INVISIBLE)


def tidy(text: str) -> str:
    r"""The text without blanks at its ends, invisible characters, or runs of blanks; letters composed.

    >>> tidy("\ufeff Vet\u00a0 ej ")
    'Vet ej'
    """
    return " ".join(unicodedata.normalize("NFC", text).translate(_NO_INVISIBLE).split())


def is_blank(fields: Iterable[str]) -> bool:
    r"""Whether there is nothing to be seen in any of the fields.

    >>> is_blank(["", " \u00a0", "\ufeff"]), is_blank(["", "0"])
    (True, False)
    """
    return not "".join(fields).strip(_BLANKS)


def fold(text: str) -> str:
    """What two spellings of the same answer have in common.

    >>> fold(" VET ej") == fold("Vet ej")
    True
    """
    return tidy(text).casefold()


def every_language(text: Text) -> tuple[str, ...]:
    """The words of a text in all its languages."""
    return (text,) if isinstance(text, str) else tuple(text.values())


def written(answer: Answer) -> str:
    """How an answer is normally written in the file; the word that a message names."""
    return answer.in_file[0] if answer.in_file else every_language(answer.label)[0]


def meanings(codebook: Codebook, question: Question) -> Iterator[tuple[str, str]]:
    """Every spelling of a question with what it means: a code, or a missing kind such as `__dont_know__`."""
    yield from missing_meanings(codebook, question)
    for answer in question.answers:
        for spelling in (*answer.in_file, *every_language(answer.label), answer.code):
            yield spelling, answer.code


def missing_meanings(codebook: Codebook, question: Question) -> Iterator[tuple[str, str]]:
    """The spellings of no answer of a question, each with its kind."""
    for kind, spellings in codebook.missing_of(question):
        for spelling in spellings:
            yield spelling, f"__{kind}__"
