"""Groups: answers that the codebook makes of those of another question; no column of the file holds them."""

from macros.survey.question import Question


def group_of(value: str, question: Question) -> str:
    """The code of the group that an answer belongs to; a missing kind stays what it is.

    Args:
        value: a code of the grouped question, or a missing kind.
        question: the groups; each answer names its parts under `of`, and together they name all.

    >>> from macros.survey.answer import Answer
    >>> low, high = Answer(code="l", label="L", of=["a", "b"]), Answer(code="h", label="H", of=["c"])
    >>> groups = Question(id="g", type="scale", text="?", groups_of="q", answers=[low, high])
    >>> [group_of(value, groups) for value in ("b", "c", "__refused__")]
    ['l', 'h', '__refused__']
    """
    if value.startswith("__"):
        return value
    return next(answer.code for answer in question.answers if value in answer.of)
