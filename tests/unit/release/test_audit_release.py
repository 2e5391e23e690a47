"""What the house releases, attacked: random tables with margins pass, and those that tell each other do not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.release.counted import Answers, found, publish
from tests.unit.release.tables import codebook, question

BOOK = codebook(
    question("q", "q0 q1 q2", {"q01": "q0 q1"}),
    question("g", "g0 g1 g2", {"g01": "g0 g1"}),
    question("h", "h0 h1"),
    question("m", "m0 m1 m2", kind="multiple"),
)
# Small counts of few cells: the margins are then of any size, from nobody to forty.
unit = st.fixed_dictionaries(
    {
        "q": st.sampled_from(["q0", "q0", "q0", "q1", "q1", "q2", None]),
        "g": st.sampled_from(["g0", "g0", "g0", "g0", "g1", "g1", "g2", None]),
        "h": st.sampled_from(["h0", "h0", "h1"]),
        "m": st.sampled_from([("m0",), ("m0", "m1"), ("m0", "m1", "m2"), None]),
    }
)


@pytest.mark.parametrize(
    "wanted",
    [
        pytest.param([("q", None)], id="one way"),
        pytest.param([("q", None), ("q", "g")], id="two ways with margins"),
        pytest.param([("q", None), ("q", "g"), ("q", "h")], id="linked by the question"),
        pytest.param([("m", None), ("m", "g")], id="options by group"),
        pytest.param([("q", "g"), ("g", "q")], id="both ways of a pair"),
        pytest.param([("q", "g"), ("g", None)], id="a grouping's own table"),
        pytest.param([("q", "g"), ("h", "g"), ("q", "h")], id="three pairs of three questions"),
        pytest.param([("q", None), ("q", "g"), ("g", "q"), ("g", None), ("m", "g")], id="all of these"),
    ],
)
@settings(max_examples=8, deadline=None)
@given(units=st.lists(unit, min_size=12, max_size=60), everybody=st.booleans())
def test_nothing_can_be_worked_out_of_what_is_released(
    wanted: list[tuple[str, str | None]], units: list[Answers], *, everybody: bool
) -> None:
    assert found(publish(BOOK, units, *wanted, everybody=everybody)) == ([], [])


def _units(joint: dict[tuple[str, str], int]) -> list[Answers]:
    return [{"q": q, "g": g} for (q, g), n in joint.items() for _ in range(n)]


def test_both_ways_of_one_pair_tell_what_each_withholds() -> None:
    """Each direction hides other cells of the same counts, and together they tell how many are q1. Both hide more."""
    book = codebook(question("q", "q0 q1 q2"), question("g", "g0 g1 g2"))
    joint = {
        ("q0", "g0"): 32, ("q0", "g1"): 14, ("q0", "g2"): 30, ("q1", "g2"): 2, ("q2", "g0"): 4, ("q2", "g2"): 8,
    }  # fmt: skip
    units = _units(joint)
    assert found(publish(book, units, ("q", "g"))) == ([], [])
    assert found(publish(book, units, ("g", "q"))) == ([], [])
    outside, inside = found(publish(book, units, ("q", "g"), ("g", "q"), together=False))
    assert "{cell} is withheld, and all tables together tell that it is at least 1 and fewer than {least}" in outside
    assert "all tables together tell that {cell} is not empty" in inside
    assert found(publish(book, units, ("q", "g"), ("g", "q"))) == ([], [])


def test_a_base_by_group_tells_the_size_that_the_grouping_withholds() -> None:
    """Everybody answers yes or no, so the base of g2 is its size, which its own table hides to protect that of g0."""
    book = codebook(question("q", "ja nej"), question("g", "g0 g1 g2"))
    joint = {
        ("ja", "g0"): 1, ("nej", "g0"): 1, ("ja", "g1"): 1, ("nej", "g1"): 6, ("ja", "g2"): 2, ("nej", "g2"): 3,
    }  # fmt: skip
    units = [*_units(joint), {"q": "nej", "g": None}]
    assert found(publish(book, units, ("q", "g"))) == ([], [])
    assert found(publish(book, units, ("g", None))) == ([], [])
    wanted = ("q", "g"), ("q", None), ("g", None)
    outside, inside = found(publish(book, units, *wanted, together=False))
    assert outside
    assert inside
    assert found(publish(book, units, *wanted)) == ([], [])
