"""What surveys say of each other: whether a question can be compared with the same question of another wave.

Belongs here: whether what is said can be true. Does not: what a page may claim of it (`lookup.py`).
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from macros.errors import Problem, nearest
from macros.language.message import Message, msg
from macros.survey.codebook import Codebook
from macros.survey.codebook_file import CODEBOOK
from macros.survey.part import Text
from macros.survey.question import Comparison, Question
from macros.survey.yaml_file import Loc, YamlFile, read_yaml


def wave_problems(codebooks: Mapping[str, Codebook], folder: Path, root: Path) -> list[Problem]:
    """Find every comparison that cannot be as it is said.

    Args:
        codebooks: of all surveys, by id.
        folder: where the surveys' folders are.
        root: the project; places are relative to it.
    """
    problems: list[Problem] = []
    for id_, codebook in codebooks.items():
        if any(question.comparable for question in codebook.questions):
            problems += _problems(codebook, codebooks, read_yaml(folder / id_ / CODEBOOK, root))
    return problems


def _problems(codebook: Codebook, codebooks: Mapping[str, Codebook], file: YamlFile) -> Iterator[Problem]:
    others = [id_ for id_ in codebooks if id_ != codebook.id]
    for index, question in enumerate(codebook.questions):
        for at, comparison in enumerate(question.comparable):
            loc: Loc = ("questions", index, "comparable", at, "with")
            if comparison.wave not in others:
                found = msg("There is no other survey {survey}", survey=comparison.wave)
                allowed = msg("one of {choices}", choices=", ".join(others)) if others else None
                yield Problem(file.place(loc), found, allowed, nearest(comparison.wave, others))
                continue
            other = codebooks[comparison.wave].question(question.id)
            if other is None:
                found = msg("{survey} has no question {question}", survey=comparison.wave, question=question.id)
                asked = [known.id for known in codebooks[comparison.wave].questions]
                yield Problem(file.place(loc), found, msg("one of {choices}", choices=", ".join(asked)))
            elif comparison.how == "same" and (differs := _difference(question, other)):
                found = msg(
                    "{question} is not the same in {survey}: {what}",
                    question=question.id, survey=comparison.wave, what=differs,
                )  # fmt: skip
                hint = msg("Say bridged or broken, and the reason.")
                yield Problem(file.place((*loc[:-1], "how")), found, hint=hint)
            elif comparison.answers:
                yield from _bridge_problems(question, other, comparison, file, (*loc[:-1], "answers"))


def _bridge_problems(
    question: Question, other: Question, comparison: Comparison, file: YamlFile, loc: Loc
) -> Iterator[Problem]:
    """A bridge goes from answers of the other wave to answers of this one, and leaves none of them behind."""
    here = [answer.code for answer in question.answers]
    there = [answer.code for answer in other.answers]
    for before, now in comparison.answers.items():
        for code, codes, survey in ((before, there, comparison.wave), (now, here, None)):
            if code not in codes:
                found = msg("Question {question} has no answer {code}", question=question.id, code=code)
                if survey is not None:
                    asked = {"question": question.id, "survey": survey, "code": code}
                    found = msg("Question {question} of {survey} has no answer {code}", **asked)
                allowed = msg("one of {choices}", choices=", ".join(codes))
                yield Problem(file.place((*loc, before), key=survey is not None), found, allowed, nearest(code, codes))
    for code in there:
        if code not in here and code not in comparison.answers:
            said = {"code": code, "survey": comparison.wave}
            found = msg("Nothing is said of the answer {code} of {survey}, which this wave does not have", **said)
            yield Problem(file.place(loc), found, msg("one of {choices}", choices=", ".join(here)))


def _difference(question: Question, other: Question) -> Message | None:
    """What a reader would notice first; None when the questions are the same word for word."""
    if question.type != other.type or question.unit != other.unit:
        return msg("the type or unit differs")
    if question.text != other.text:
        return msg("the text differs")
    if _answers(question) != _answers(other):
        return msg("the answers differ")
    if question.asked_if != other.asked_if:
        return msg("it was asked of others")
    return None


def _answers(question: Question) -> list[tuple[str, Text, object]]:
    return [(answer.code, answer.label, answer.below) for answer in question.answers]
