"""Bars to either side of a line: each end of the scale on its side, the middle apart, and stubs that tell nothing."""

import pytest

from macros.errors import ReportError
from macros.language.catalogue import Language
from macros.render.alternative import alternative
from macros.report.figures import Figure
from macros.survey.question import Question
from tests.drawings import Bar, bars, composed, drawings
from tests.unit.release.tables import by_group, one_way

HATCH = "url(#streck)"
OPEN = {"min_cell": 1, "min_base": 1, "singletons": False, "merge_small": False}
SIDES = {"a": "negative", "b": "negative", "c": "neutral", "d": "positive", "e": "positive"}


def scale(**sides: str | None) -> Question:
    answers = [{"code": code, "label": code, "side": side} for code, side in sides.items()]
    return Question.model_validate({"id": "q", "type": "scale", "text": "q", "answers": answers})


LIKERT = scale(**SIDES)


def likert(counts: str, asked: Question = LIKERT, **rules: object) -> Figure:
    return composed(one_way(counts, asked, disclosure=OPEN | rules), kind="diverging")


def grouped(lines: str, **rules: object) -> Figure:
    table, total = by_group(f"a b c d e\n{lines}", LIKERT, disclosure=OPEN | rules)
    return composed(table, total, kind="diverging")


def test_the_ends_meet_at_a_line_and_the_middle_stands_apart() -> None:
    for svg in drawings(likert("a 10, b 20, c 30, d 25, e 15")):
        a, b, d, e, c = bars(svg)
        assert a.end == pytest.approx(b.x - 2, abs=0.01)
        assert b.end == pytest.approx(d.x - 2, abs=0.01)
        assert d.end == pytest.approx(e.x - 2, abs=0.01)
        assert c.x > e.end + 10
        per_percent = {
            round((bar.width + 2) / p, 4) for bar, p in zip((a, b, d, e, c), (10, 20, 25, 15, 30), strict=True)
        }
        assert len(per_percent) == 1


def test_groups_share_the_line_and_the_scale() -> None:
    for svg in drawings(grouped("x 10 20 30 25 15\ny 30 30 20 10 10")):
        rows: dict[float, list[Bar]] = {}
        for bar in bars(svg):
            rows.setdefault(bar.y, []).append(bar)
        ends = [[bar for bar in row if bar.fill in ("var(--o1)", "var(--o2)")] for _, row in sorted(rows.items())]
        lines = {round(max(bar.end for bar in row), 2) for row in ends}
        assert len(ends) == 3
        assert len(lines) == 1
        longest = [sum(bar.width + 2 for bar in row) for row in ends]
        assert longest[2] / longest[1] == pytest.approx(60 / 30)


def test_a_scale_that_begins_with_its_better_end_has_that_one_to_the_left() -> None:
    asked = scale(a="positive", b="neutral", c="negative")
    for svg in drawings(likert("a 40, b 20, c 40", asked)):
        first, second, middle = bars(svg)
        assert (first.fill, second.fill, middle.fill) == ("var(--o4)", "var(--o2)", "var(--o3)")


def test_who_does_not_know_moves_nobodys_balance() -> None:
    asked = scale(a="negative", b="positive", vet_ej=None)
    for svg in drawings(likert("a 40, b 40, vet_ej 20", asked)):
        negative, positive, apart = bars(svg)
        assert apart.fill == "var(--bar-rest)"
        assert negative.end == pytest.approx(positive.x - 2, abs=0.01)
        assert apart.x > positive.end + 10


@pytest.mark.parametrize("few", [1, 2, 3, 4])
def test_what_is_withheld_changes_no_byte_of_the_drawing(few: int) -> None:
    rules = {"min_cell": 5, "min_base": 5, "singletons": True}

    def drawn(n: int) -> list[list[Bar]]:
        figure = grouped(f"x {n} {24 - n} 10 10 10\ny 20 20 10 10 10\nz 20 20 10 10 10", **rules)
        assert [row for row in figure.released.rows if row.status == "suppressed"]
        return [[bar for bar in bars(svg) if bar.fill == HATCH] for svg in drawings(figure)]

    for mine, other in zip(drawn(few), drawn(2), strict=True):
        assert {round(bar.width, 2) for bar in mine} == {round(bar.width, 2) for bar in other}
        assert len({round(bar.width, 2) for bar in mine}) == 1


@pytest.mark.parametrize("sides", [
    {"a": None, "b": None, "c": None},
    {"a": "negative", "b": "neutral", "c": "negative"},
    {"a": "negative", "b": "positive", "c": "negative"},
])  # fmt: skip
def test_a_scale_without_two_ends_has_no_balance_to_draw(sides: dict[str, str | None]) -> None:
    with pytest.raises(ReportError):
        likert("a 40, b 20, c 40", scale(**sides))


def test_it_is_read_aloud_from_end_to_end() -> None:
    assert alternative(grouped("x 10 20 30 25 15\ny 30 30 20 10 10"), Language("en")) == (
        "Bars to either side of a line: q, by group. Among all, in the order of the scale: a 20, b 25, c 25, d 18, "
        "e 13. The share with a is largest in y (30 percent) and smallest in x (10). Base: 200 answers."
    )
