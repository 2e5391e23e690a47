"""What a reader is told of the known errors of a source that were put right.

Belongs here: which of their words and counts may be shown; the respondent never is, and a number or an open answer of
somebody never either. Does not: their sentence (`report/methodology.py`).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from macros.language.catalogue import Language
from macros.release.labels import row_label
from macros.survey.codebook import Codebook
from macros.survey.correction import Correction
from macros.survey.part import in_language
from macros.survey.question import CODED
from macros.survey.spelling import fold, meanings


@dataclass(frozen=True)
class Corrected:
    """One correction as it is told.

    Attributes:
        question: its label.
        was, to: the answers by their labels; empty where they are nobody's business, or no answer of the codebook.
        count: of answers that were changed; None for fewer than `few`.
    """

    question: str
    was: str
    to: str
    why: str
    who: str
    count: int | None
    few: int


def release_corrections(
    codebook: Codebook, made: Iterable[tuple[Correction, int]], language: Language
) -> tuple[Corrected, ...]:
    """Release the corrections of a survey, each with how many answers it changed.

    Source: statistics.md 6.1 (minimum frequency).
    """
    return tuple(_corrected(codebook, correction, count, language) for correction, count in made)


def _corrected(codebook: Codebook, correction: Correction, count: int, language: Language) -> Corrected:
    question = codebook.question(correction.question)
    if question is None:
        raise ValueError(f"no question {correction.question}")
    words: dict[str, str] = {}
    if question.type in CODED and correction.column is None:
        words = {fold(spelling): meaning for spelling, meaning in meanings(codebook, question)}
    was, to = (words.get(fold(text)) for text in (correction.was, correction.to))
    few = codebook.disclosure.min_cell
    return Corrected(
        question=in_language(question.label or question.text, language.code),
        was=row_label(question, was, language) if was else "",
        to=row_label(question, to, language) if to else "",
        why=in_language(correction.why, language.code),
        who=in_language(correction.who, language.code),
        count=count if count >= few else None,
        few=few,
    )
