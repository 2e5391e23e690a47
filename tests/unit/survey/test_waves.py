"""What surveys say of comparing their questions must be possible, and is told where it is not."""

from pathlib import Path

import pytest

from macros.survey.codebook import Codebook
from macros.survey.surveys import open_surveys
from tests.unit.survey.folders import CODEBOOK, Folder, ProblemsOf

ROOT = Path(__file__).parents[3]
QUESTION = """\
  - id: order
    type: single
    text: Har ni tappat order?
    answers: [{code: ja, label: Ja}, {code: nej, label: Nej}]
"""
ROWS = "order\nja\n"


def later(folder: Folder, comparable: str, question: str = QUESTION) -> None:
    """Write an earlier wave, and a later one that says something of it."""
    folder.survey(QUESTION, ROWS)
    other = folder.path.with_name("senare")
    other.mkdir()
    head = CODEBOOK.replace("liten", "senare")
    (other / "survey.yml").write_text(f"{head}questions:\n{question}    comparable:\n{comparable}", encoding="utf-8")
    (other / "svar.csv").write_text(ROWS, encoding="utf-8")


def codebook(folder: Folder) -> Codebook:
    return open_surveys(folder.root)["senare"].codebook


@pytest.mark.parametrize(
    "comparable",
    [
        "      - {with: liten, how: same}\n",
        "      - {with: liten, how: bridged, reason: Frågan är vidare}\n",
        "      - {with: liten, how: broken, reason: Svaren är andra}\n",
    ],
)
def test_what_is_said_of_a_wave_is_kept(folder: Folder, comparable: str) -> None:
    later(folder, comparable)
    question = codebook(folder).questions[0]
    said = question.comparison("liten")
    assert said is not None
    assert f"how: {said.how}" in comparable
    assert said.reason is None or f"reason: {said.reason}}}" in comparable
    assert question.comparison("annan") is None


def test_nothing_is_said_unless_it_is_written(folder: Folder) -> None:
    folder.survey(QUESTION, ROWS)
    assert open_surveys(folder.root)["liten"].codebook.questions[0].comparable == []


@pytest.mark.parametrize("how", ["bridged", "broken"])
def test_a_difference_needs_a_reason(folder: Folder, problems_of: ProblemsOf, how: str) -> None:
    later(folder, f"      - {{with: liten, how: {how}}}\n")
    found = problems_of(lambda: open_surveys(folder.root))
    assert [problem[:2] for problem in found] == [
        ("data/surveys/senare/survey.yml:14:9", f"A comparison that is {how} needs a reason")
    ]


def test_a_wave_is_named_once(folder: Folder, problems_of: ProblemsOf) -> None:
    later(folder, "      - {with: liten, how: same}\n" * 2)
    found = problems_of(lambda: open_surveys(folder.root))
    assert [problem[1] for problem in found] == ["comparable names a wave twice"]


def test_a_survey_that_is_not_there_comes_with_the_nearest_name(folder: Folder, problems_of: ProblemsOf) -> None:
    later(folder, "      - {with: litn, how: same}\n")
    assert problems_of(lambda: open_surveys(folder.root)) == [
        ("data/surveys/senare/survey.yml:14:16", "There is no other survey litn", "one of liten", "Did you mean liten?")
    ]


def test_a_survey_is_no_wave_of_itself(folder: Folder, problems_of: ProblemsOf) -> None:
    later(folder, "      - {with: senare, how: same}\n")
    assert problems_of(lambda: open_surveys(folder.root))[0][1] == "There is no other survey senare"


def test_a_question_that_the_other_wave_did_not_ask(folder: Folder, problems_of: ProblemsOf) -> None:
    later(folder, "      - {with: liten, how: same}\n", QUESTION.replace("id: order", "id: ordning\n    column: order"))
    found = problems_of(lambda: open_surveys(folder.root))
    assert [problem[1:3] for problem in found] == [("liten has no question ordning", "one of order")]


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("Har ni tappat order?", "Har ni tappat många order?", "the text differs"),
        ("label: Nej", "label: Nej då", "the answers differ"),
        ("type: single", "type: scale", "the type or unit differs"),
    ],
)
def test_same_means_word_for_word(folder: Folder, problems_of: ProblemsOf, old: str, new: str, what: str) -> None:
    changed = QUESTION.replace(old, new)
    later(folder, "      - {with: liten, how: same}\n", changed)
    assert problems_of(lambda: open_surveys(folder.root)) == [
        (
            "data/surveys/senare/survey.yml:14:28",
            f"order is not the same in liten: {what}",
            "",
            "Say bridged or broken, and the reason.",
        )
    ]


def test_what_is_said_to_be_bridged_may_differ(folder: Folder) -> None:
    later(folder, "      - {with: liten, how: bridged, reason: Vidare}\n", QUESTION.replace("order?", "många order?"))
    assert codebook(folder).questions[0].comparable[0].how == "bridged"


def test_summer_says_of_every_question_that_spring_asked_too_how_they_compare() -> None:
    surveys = open_surveys(ROOT)
    summer, spring = surveys["iuc-2020-sommar"].codebook, surveys["iuc-2020-var"].codebook
    both = [q for q in summer.questions if q.type != "text" and spring.question(q.id)]
    assert {q.id: c.how for q in both if (c := q.comparison("iuc-2020-var"))} == {
        "kommun": "same", "storlek": "same", "bransch": "same", "orderingang": "same", "leveranser_in": "same",
        "leveranser_ut": "same", "permittering": "bridged", "likviditet": "same",
    }  # fmt: skip
    assert len(both) == 8


BRIDGED = """\
  - id: order
    type: single
    text: Har ni tappat order?
    answers: [{code: ja, label: Ja}, {code: delvis, label: Delvis}, {code: nej, label: Nej}]
"""


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ("{nja: delvis}", []),
        ("{nja: delvis, nej: nej}", []),
        (
            "{nej: nej}",
            [("14:58", "Nothing is said of the answer nja of liten, which this wave does not have",
              "one of ja, delvis, nej", "")],
        ),
        ("{nja: delviss}", [("14:64", "Question order has no answer delviss", "one of ja, delvis, nej",
                             "Did you mean delvis?")]),
        ("{nja: delvis, njaa: nej}", [("14:72", "Question order of liten has no answer njaa", "one of ja, nja, nej",
                                       "Did you mean nja?")]),
    ],
)  # fmt: skip
def test_a_bridge_goes_from_answers_of_one_wave_to_those_of_the_other(
    folder: Folder, problems_of: ProblemsOf, answers: str, expected: list[tuple[str, str, str, str]]
) -> None:
    later(folder, f"      - {{with: liten, how: bridged, reason: Ny, answers: {answers}}}\n", BRIDGED)
    folder.survey(QUESTION.replace("{code: ja, label: Ja}", "{code: ja, label: Ja}, {code: nja, label: Nja}"), ROWS)
    if not expected:
        assert codebook(folder).questions[0].comparable[0].answers["nja"] == "delvis"
        return
    found = problems_of(lambda: open_surveys(folder.root))
    assert [(place.removeprefix("data/surveys/senare/survey.yml:"), *rest) for place, *rest in found] == expected


def test_only_a_bridge_maps_answers(folder: Folder, problems_of: ProblemsOf) -> None:
    later(folder, "      - {with: liten, how: same, answers: {ja: ja}}\n")
    found = problems_of(lambda: open_surveys(folder.root))
    assert [text for _, text, _, _ in found] == ["Only a comparison that is bridged maps answers"]
