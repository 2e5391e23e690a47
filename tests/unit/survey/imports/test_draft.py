"""A draft without some of its columns: nothing is lost but what they are part of, and each column keeps one place."""

from pathlib import Path

import pytest

from macros.survey.imports.draft import Draft
from macros.survey.imports.understanding import read_export
from macros.survey.sheet import read_sheet

TABLE = """\
id,submitdate,lastpage,q1,q2[SQ001],q2[SQ002],q2[other],q3[a],q3[b],q4
1,2024-03-01,1,Ja,Yes,No,ann@example.org,Good,Bad,fritt ord
2,2024-03-02,1,Nej,No,Yes,,Bad,Good,
3,2024-03-03,1,Ja,Yes,Yes,,Good,Good,annat ord
"""


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    file = tmp_path / "svar.csv"
    file.write_text(TABLE, encoding="utf-8")
    return read_export(read_sheet(file, tmp_path), "x")


def places(draft: Draft) -> list[str]:
    book = draft.codebook
    return [*draft.question_columns, *book.ignore, *([book.identifier] if book.identifier else [])]


@pytest.mark.parametrize(
    ("out", "left"),
    [
        (["q4"], ["q1", "q2", "q3_a", "q3_b"]),
        (["q3[a]"], ["q1", "q2", "q3_b", "q4"]),  # one row of a grid
        (["q2[SQ001]"], ["q1", "q3_a", "q3_b", "q4"]),  # an option takes its question along
        (["q2[other]"], ["q1", "q2", "q3_a", "q3_b", "q4"]),  # what was written under "Other" goes alone
        (["id", "q1"], ["q2", "q3_a", "q3_b", "q4"]),
    ],
)
def test_a_column_is_left_out_with_what_it_is_part_of(draft: Draft, out: list[str], left: list[str]) -> None:
    less = draft.without(out)
    assert [question.id for question in less.codebook.questions] == left
    assert set(out) <= set(less.codebook.ignore)
    assert sorted(places(less)) == sorted(places(draft))
    assert less.codebook.identifier == (None if "id" in out else "id")


def test_the_options_that_are_left_stay_as_they_were(draft: Draft) -> None:
    (before, after) = (d.codebook.question("q2") for d in (draft, draft.without(["q2[other]"])))
    assert before is not None
    assert after is not None
    assert [answer.code for answer in before.answers][:2] == [answer.code for answer in after.answers]
    assert list((after.columns or {}).values()) == ["q2[SQ001]", "q2[SQ002]"]


def test_a_codebook_needs_a_question(draft: Draft) -> None:
    with pytest.raises(ValueError, match="no question is left"):
        draft.without(draft.question_columns)


def test_a_draft_counts_its_questions(draft: Draft) -> None:
    assert draft.types == {"single": 1, "multiple": 1, "scale": 2, "text": 1}
    assert draft.multiple_sets == (("q2", 3),)
    assert (draft.rows, draft.persons, draft.columns) == (3, 3, 10)
