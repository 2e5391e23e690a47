"""Parts and whole: rounding may take them half a point apart for each number, and nothing may take them further."""

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from macros.release.agreement import must_agree, sums
from macros.release.disclosure import release_table
from macros.release.released import Released
from macros.survey.answer import Answer, Merge
from macros.survey.question import Question
from tests.unit.release.tables import one_way

SIDES = ("negative", "negative", "neutral", "positive")
SCALE = Question(
    id="q",
    type="scale",
    text="q",
    answers=[Answer(code=code, label=code, side=side) for code, side in zip("abcd", SIDES, strict=True)],
    merge=[Merge(code="ab", label="ab", of=["a", "b"])],
)
OPEN = {"min_cell": 1, "min_base": 1, "singletons": False, "merge_small": False}


def released(*counts: int) -> Released:
    told = ", ".join(f"{code} {n}" for code, n in zip("abcd", counts, strict=True))
    table = one_way(told, SCALE, disclosure=OPEN)
    return release_table(table, table)


@given(st.tuples(*[st.just(0) | st.integers(10, 400)] * 4).filter(any))
def test_any_counts_agree_as_far_as_rounding_goes(counts: tuple[int, ...]) -> None:
    made = released(*counts)
    assume(all(row.status == "ok" for row in made.rows))
    found = list(sums(made.question, made.answers, made.rows, made.nets))
    assert [None if part.net is None else part.net.answer for part in found] == [None, "ab", None]
    assert all(part.explained for part in found)
    a, b, _, d = counts
    assert [part.shown for part in found] == [
        100,
        pytest.approx(100 * (a + b) / sum(counts), abs=0.5001),
        pytest.approx(100 * (d - a - b) / sum(counts), abs=0.5001),
    ]


@pytest.mark.parametrize("part", ["rows", "nets"])
def test_what_rounding_cannot_explain_stops(part: str) -> None:
    made = released(7, 7, 13, 13)
    rows, nets = list(made.rows), list(made.nets)
    if part == "rows":
        rows[1] = replace(rows[1], percent=21.0)  # a is 18 percent
    else:
        nets[0] = replace(nets[0], value=33.0)  # the parts add to 36, so 34.5 to 37.5 are possible
    with pytest.raises(ValueError, match="add to"):
        must_agree(made.question, made.answers, rows, nets)


def test_a_whole_with_a_hidden_part_is_not_compared() -> None:
    table = one_way("a 40, b 3, c 2, d 20", SCALE, disclosure={"merge_small": False})
    made = release_table(table, table)
    assert [found for found in sums(made.question, made.answers, made.rows, made.nets) if found.net is None] == []
