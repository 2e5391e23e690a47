"""A released change: rounded once, withheld with its parts, and called what its test allows."""

from fractions import Fraction

import pytest

from macros.estimate.differences import Difference
from macros.release.changes import Change, adjusted, release_change
from macros.release.released import Row

BEFORE = Row((), "ja", "Ja", "share", "ok", 35, 22, 62, 35)
AFTER = Row((), "ja", "Ja", "share", "ok", 47, 29, 62, 47)
HIDDEN = Row((), "ja", "Ja", "share", "suppressed")


def judged(value: float, low: float | None, high: float | None, p: float) -> Change:
    return release_change(BEFORE, AFTER, Difference(Fraction(str(value)), 0.05, low, high, 100, p, "t"))


@pytest.mark.parametrize(
    ("value", "low", "high", "p", "verdict"),
    [
        (0.11, 0.02, 0.20, 0.020, "risen"),
        (-0.11, -0.2, -0.02, 0.020, "fallen"),
        (0.11, -0.01, 0.2, 0.050, "unsure"),
        (0.01, -0.04, 0.05, 0.600, "same"),
        (0.01, -0.06, 0.05, 0.600, "unsure"),
        (0.01, None, None, 0.600, "unsure"),
    ],
)
def test_the_words_follow_the_test(value: float, low: float | None, high: float | None, p: float, verdict: str) -> None:
    assert judged(value, low, high, p).verdict == verdict


def test_a_change_is_rounded_once_from_what_was_not_rounded() -> None:
    """29/62 - 22/62 = 11.29: 11 points, though 47 - 35 is 12."""
    made = release_change(BEFORE, AFTER, Difference(Fraction(7, 62), None, None, None, 0, None, "none"))
    assert (made.row.value, made.verdict) == (11.0, "fact")


@pytest.mark.parametrize("sides", [(HIDDEN, AFTER), (BEFORE, HIDDEN)])
def test_what_is_hidden_in_one_wave_is_not_told_by_the_change(sides: tuple[Row, Row]) -> None:
    made = release_change(*sides, Difference(Fraction(7, 62), 0.1, 0.0, 0.2, 50, 0.04, "t"))
    assert (made.verdict, made.row.status, made.row.value) == ("withheld", "suppressed", None)


def test_nothing_is_told_where_no_test_can_be_made() -> None:
    assert release_change(BEFORE, AFTER, None).verdict == "unknown"
    lone = release_change(BEFORE, AFTER, Difference(Fraction(7, 62), None, None, None, 5, None, "none"))
    assert lone.verdict == "unknown"


def test_several_comparisons_are_one_family() -> None:
    """0.03 alone is sure; as one of three with 0.012 and 0.004 it is 0.03, and with 0.2 too it is 0.06 (Holm)."""
    ps = (0.004, 0.030, 0.012, 0.20)
    family = [judged(0.1, 0.01, 0.19, p) for p in ps]
    assert [change.verdict for change in family] == ["risen", "risen", "risen", "unsure"]
    assert [change.verdict for change in adjusted(family)] == ["risen", "unsure", "risen", "unsure"]
    assert [change.p for change in adjusted(family)] == pytest.approx([0.016, 0.06, 0.036, 0.2])
