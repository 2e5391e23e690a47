"""Small multiples: one chart a group, in one order on one scale, and withheld bars of one length."""

import re
from typing import Any

import pytest

from macros.report.figures import Figure
from tests.drawings import bars, composed, drawings, labels
from tests.unit.release.tables import by_group, question

HATCH = "url(#streck)"
OPEN = {"min_cell": 1, "min_base": 1, "singletons": False, "merge_small": False}
GROUPS = "a b c\nnorr 20 10 10\nvast 10 20 20\nost 30 10 20\nsyd 8 8 4\ninland 12 8 20"


def figure(lines: str = GROUPS, kind: str | None = "multiples", **rules: object) -> Figure:
    table, total = by_group(lines, question("q", "a b c", kind="multiple"), disclosure=OPEN | rules)
    return composed(table, total, kind=kind)


def test_more_groups_than_colours_tell_apart_get_a_chart_each() -> None:
    assert figure(kind=None).kind == "multiples"


def test_each_group_has_its_bars_in_the_order_of_all_on_one_scale() -> None:
    shown = figure()
    released = shown.released
    order = sorted("abc", key=lambda code: -(released.row((None,), code).percent or 0))
    groups = (None, "norr", "vast", "ost", "syd", "inland")
    expected = [released.row((group,), code).percent for group in groups for code in order]
    for svg in drawings(shown):
        drawn = bars(svg)
        assert len(drawn) == len(expected)
        assert (
            len({round(bar.width / percent, 3) for bar, percent in zip(drawn, expected, strict=True) if percent}) == 1
        )


def test_three_stand_side_by_side_and_one_above_the_other_on_a_phone() -> None:
    wide, narrow = [sorted({bar.x for bar in bars(svg)}) for svg in drawings(figure())]
    assert (len(wide), len(narrow)) == (3, 1)


def test_each_is_named_with_its_base() -> None:
    for svg in drawings(figure()):
        words = " ".join(label.words for label in labels(svg))
        for name in ("norr", "vast", "ost", "syd", "inland"):
            assert re.search(rf"{name}\s\(\d+\)", words)


def test_a_sample_has_its_whiskers() -> None:
    sample: dict[str, Any] = {
        "design": {"kind": "srs"}, "population": {"label": "f", "one": "f", "many": "f", "size": 9000},
    }  # fmt: skip
    table, total = by_group("a b\nnorr 40 40\nvast 60 20", question("q", "a b"), disclosure=OPEN, **sample)
    for svg in drawings(composed(table, total, kind="multiples")):
        assert svg.count('stroke="var(--chart-text)"') == 3 * len(bars(svg)) == 18  # a line and two ends for each


@pytest.mark.parametrize("few", [1, 3, 4])
def test_a_withheld_bar_has_one_length_and_a_word(few: int) -> None:
    shown = figure(f"a b c\nnorr {few} 20 20\nvast 10 20 20\nost 30 10 20", min_cell=5)
    withheld = [row for row in shown.released.rows if row.status == "suppressed" and row.answer]
    assert withheld
    for svg in drawings(shown):
        hatched = [bar for bar in bars(svg) if bar.fill == HATCH]
        assert len(hatched) == len(withheld)
        assert len({round(bar.width, 3) for bar in hatched}) == 1
        assert [label.words for label in labels(svg)].count("skyddad") == len(withheld)
