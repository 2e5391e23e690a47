"""A number on its way into a sentence: it compares, and is noted only where it is shown."""

import pytest

from macros.errors import Place
from macros.number import Number, Verdict
from macros.release.disclosure import release_table
from macros.report.address import Address
from macros.report.statistics import Statistic
from tests.projects import in_english
from tests.unit.release.tables import one_way

TABLE = one_way("a 31, b 20, c 11")


@pytest.fixture
def shown() -> list[bool]:
    return []


@pytest.fixture
def half(shown: list[bool]) -> Number:
    """31 of 62; showing it is noted."""
    released = release_table(TABLE, TABLE)
    statistic = Statistic("share", Address("prov", "q"), released, released.row((), "a"))

    def show(big: bool) -> str:  # noqa: FBT001 -- as the type says
        shown.append(big)
        return "stort" if big else "litet"

    return Number(statistic, Place("docs/index.md"), show)


@pytest.mark.parametrize(
    ("sign", "limit", "holds"),
    [
        (">", 50, False), (">=", 50, True), ("<", 50, False), ("<=", 50, True),
        (">", 49.9, True), ("<", 50.1, True), (">=", 50.1, False), ("<=", 49.9, False),
    ],
)  # fmt: skip
def test_it_compares_exactly(half: Number, sign: str, limit: float, *, holds: bool) -> None:
    verdicts = {">": half > limit, ">=": half >= limit, "<": half < limit, "<=": half <= limit}
    assert isinstance(verdicts[sign], Verdict)
    assert bool(verdicts[sign]) is holds
    assert (verdicts[sign].sign, verdicts[sign].limit) == (sign, limit)


@pytest.mark.parametrize(("limit", "told"), [(0.5, True), (0.02, True), (0, False), (1, False), (99.5, False)])
def test_a_share_is_compared_in_percent(half: Number, limit: float, *, told: bool) -> None:
    verdict = half > limit
    assert (verdict.unknown is not None) is told
    if verdict.unknown is not None:
        (problem,) = verdict.unknown.problems
        assert in_english(problem) == (
            "docs/index.md", f"shares are percent: {limit} is less than one percent", "", f"Write > {100 * limit:g}",
        )  # fmt: skip


def test_comparing_shows_nothing(half: Number, shown: list[bool]) -> None:
    assert half > 10
    assert 10 < half < 60
    assert shown == []
    assert str(half) == half.__html__() == "litet"
    assert half.show(True) == "stort"  # noqa: FBT003 -- as the type says
    assert shown == [False, False, True]


def test_it_does_not_compare_with_words_or_another_number(half: Number) -> None:
    """The claim says so; an operator that raised would hide the page's other mistakes."""
    for other in ("tio", half):
        verdict = half > other
        assert not verdict
        assert verdict.unknown is not None
        assert verdict.unknown.problems[0].found.template.startswith("a claim compares a number with a limit")
