"""Whose answers decided who was asked a question: a sum that the codebook tells, whatever the tables print.

Belongs here: conditions on one question with one answer each. Does not: reading a condition (`survey/routing.py`); one
that joins several questions tells no sum of their answers.
"""

from macros.survey.codebook import Codebook
from macros.survey.question import Question
from macros.survey.routing import Comparison, parse_condition


def asked_of(codebook: Codebook, question: Question) -> dict[str, list[str]]:
    """The question, and its answers whose givers were asked this one and nobody else; nothing where that is not so.

    Where a file may say of somebody that they were not asked although they should have been, there is no such sum.
    """
    if question.asked_if is None or codebook.kind != "responses" or codebook.missing_of(question).not_asked:
        return {}
    place = next(i for i, known in enumerate(codebook.questions) if known.id == question.id)
    condition = parse_condition(question.asked_if, codebook.questions[:place])
    if not isinstance(condition, Comparison):
        return {}
    of = codebook.question(condition.question)
    if of is None or of.type not in ("single", "scale"):
        return {}
    codes = [answer.code for answer in of.answers]
    return {of.id: [code for code in codes if (code in condition.codes) != condition.negated]}
