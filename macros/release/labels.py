"""Names of rows and categories in the site's language. Belongs here: names. Does not: sentences."""

from macros.language.catalogue import Language
from macros.language.message import Message, msg
from macros.survey.part import in_language
from macros.survey.question import Question
from macros.survey.tabulation import MISSING, UNCODED

_ROWS: dict[str | None, Message] = {
    None: msg("Answers"),
    **dict(
        zip(
            MISSING,
            (msg("No answer"), msg("Don't know"), msg("Declined to answer"), msg("Not applicable"), msg("Not asked")),
            strict=True,
        )
    ),
    UNCODED: msg("Not coded"),
}


def row_label(question: Question, answer: str | None, language: Language) -> str:
    """The name of an answer, a missing kind, or of the base.

    >>> from macros.survey.answer import Answer
    >>> ja_nej = Question(id="q", type="single", text="?", answers=[
    ...     Answer(code="ja", label={"sv": "Ja", "en": "Yes"}), Answer(code="nej", label="Nej")])
    >>> row_label(ja_nej, "ja", Language("en")), row_label(ja_nej, None, Language("en"))
    ('Yes', 'Answers')
    """
    if answer in _ROWS:
        return language.say(_ROWS[answer])
    return next(in_language(known.label, language.code) for known in question.answers if known.code == answer)
