"""A bridge between two waves: which answer of the earlier one stands for an answer of the later one.

Belongs here: following what a codebook says under `comparable … answers`. Does not: whether the waves may be compared
(`lookup.py`) or what changed (`estimate`).
"""

from macros.survey.question import Question


def answer_before(after: Question, before: Question, waves: tuple[str, str], answer: str) -> str | None:
    """The answer of the earlier wave that stands for one of the later wave.

    Args:
        after, before: the question as each wave asked it.
        waves: ids of the later and the earlier survey.
        answer: a code of the later question, or of one of its `merge:`.

    Returns:
        A code of the earlier question, or of one of its `merge:` where several answers stand for it; None where no
        single one does. Where the codebooks map nothing, the answer itself.

    >>> from macros.survey.answer import Answer, Merge
    >>> from macros.survey.question import Comparison
    >>> def scale(codes, **more):
    ...     answers = [Answer(code=code, label=code) for code in codes]
    ...     return Question(id="q", type="scale", text="?", answers=answers, **more)
    >>> to = {"lite": "ned", "myckt": "ned"}
    >>> said = Comparison(**{"with": "var", "how": "bridged", "reason": "?", "answers": to})
    >>> spring = scale(["lite", "myckt", "upp"], merge=[Merge(code="mindre", label="M", of=["lite", "myckt"])])
    >>> summer = scale(["ned", "upp"], comparable=[said])
    >>> [answer_before(summer, spring, ("sommar", "var"), answer) for answer in ("ned", "upp")]
    ['mindre', 'upp']
    """
    later, earlier = waves
    parts = _parts(after, answer)
    here, there = after.comparison(earlier), before.comparison(later)
    if here is not None and here.answers:
        wanted = {known.code for known in before.answers if here.answers.get(known.code, known.code) in parts}
    elif here is None and there is not None and there.answers:
        wanted = {there.answers.get(code, code) for code in parts}
    else:
        return answer
    if len(wanted) == 1:
        return next(iter(wanted))
    merges = [merge.code for merge in before.merge if set(merge.of) == wanted]
    return answer if answer in merges else next(iter(merges), None)


def _parts(question: Question, answer: str) -> set[str]:
    """The answers that a code stands for: itself, or those that are merged in it."""
    merge = next((merge for merge in question.merge if merge.code == answer), None)
    return set(merge.of) if merge else {answer}
