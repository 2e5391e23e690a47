"""Which answer of an earlier wave stands for one of a later wave, from either codebook's words."""

import pytest

from macros.survey.answer import Answer, Merge
from macros.survey.bridge import answer_before
from macros.survey.question import Comparison, Question


def question(codes: str, merge: dict[str, list[str]] | None = None, said: Comparison | None = None) -> Question:
    merges = [Merge(code=code, label=code, of=of) for code, of in (merge or {}).items()]
    answers = [Answer(code=code, label=code) for code in codes.split()]
    return Question(id="q", type="scale", text="?", answers=answers, merge=merges, comparable=[said] if said else [])


def bridge(wave: str, **answers: str) -> Comparison:
    return Comparison.model_validate({"with": wave, "how": "bridged", "reason": "?", "answers": answers})


SPRING = question("mycket_ned ned lika upp", {"mindre": ["mycket_ned", "ned"]})


@pytest.mark.parametrize(
    ("answer", "expected"), [("minus", "mindre"), ("lika", "lika"), ("plus", "upp"), ("ej_plus", None)]
)
def test_the_later_wave_says_what_the_earlier_answers_are(answer: str, expected: str | None) -> None:
    said = bridge("var", mycket_ned="minus", ned="minus", upp="plus")
    summer = question("minus lika plus", {"ej_plus": ["minus", "lika"]}, said)
    assert answer_before(summer, SPRING, ("sommar", "var"), answer) == expected


def test_several_answers_without_a_merge_stand_for_nothing_alone() -> None:
    summer = question("minus lika upp", said=bridge("var", mycket_ned="minus", ned="minus"))
    assert answer_before(summer, question("mycket_ned ned lika upp"), ("sommar", "var"), "minus") is None


def test_the_earlier_wave_may_say_it_instead() -> None:
    spring = question("ned lika upp", said=bridge("sommar", minus="ned", plus="upp"))
    summer = question("minus lika plus")
    assert [answer_before(summer, spring, ("sommar", "var"), code) for code in ("minus", "lika", "plus")] == [
        "ned", "lika", "upp",
    ]  # fmt: skip


def test_without_a_bridge_an_answer_stands_for_itself() -> None:
    assert answer_before(question("a b"), question("b c"), ("sommar", "var"), "a") == "a"
    other = question("minus upp", said=bridge("host", ned="minus"))
    assert answer_before(other, question("ned upp"), ("sommar", "var"), "minus") == "minus"
