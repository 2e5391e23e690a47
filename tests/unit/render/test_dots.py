"""Dots with intervals: a dot where the number is, a whisker where chance may have moved it, and an axis."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from macros.language.catalogue import Language
from macros.render.alternative import alternative
from macros.render.charts.dots import axis_ends
from macros.report.figures import Figure
from tests.drawings import bars, composed, dots, drawings, labels
from tests.samples import samples
from tests.unit.release.tables import by_group, numbers, question

ENGLISH = Language("en")
SRS: dict[str, Any] = {"design": {"kind": "srs"}, "population": {"label": "f", "one": "f", "many": "f", "size": 1000}}


def svgs(shown: str) -> list[str]:
    return re.findall(r"<svg .*?</svg>", shown)


def by_size() -> Figure:
    table, total = by_group(
        "a b\nnorr 20 20\nvast 30 10\nost 10 30\nsyd 15 25\ninland 20 20", question("q", "a b"), **SRS
    )
    return composed(table, total, kind="dots", language="en")


def test_a_dot_stands_where_the_share_is_on_an_axis_of_0_to_100(tmp_path: Path) -> None:
    for svg in svgs(samples(tmp_path).said('chart("stod", kind="dots")', "liten")):
        axis = {label.words: label.x for label in labels(svg) if label.axis}
        ends = [x for words, x in axis.items() if words.startswith(("0", "100"))]
        left, right = min(ends), max(ends)
        found = [round(100 * (dot.x - left) / (right - left)) for dot in dots(svg)]
        assert found == [60, 40]
        assert svg.count('stroke="var(--chart-text)"') == 6  # a line and two ends for each of two


def test_groups_are_compared_by_the_first_of_two_answers() -> None:
    shown = by_size()
    for svg in drawings(shown):
        xs = [dot.x for dot in dots(svg)]
        assert min(range(1, 6), key=lambda at: xs[at]) == 3  # ost, 25 percent
        assert max(range(1, 6), key=lambda at: xs[at]) == 2  # vast, 75 percent
    assert "largest in vast (75 percent) and smallest in ost (25)" in alternative(shown, ENGLISH)
    assert "Among all, 48 percent answered a." in alternative(shown, ENGLISH)


def test_means_stand_on_an_axis_of_their_own_that_begins_at_0(tmp_path: Path) -> None:
    said = samples(tmp_path).said('chart("antal", by="storlek")', "liten")
    assert "Staff: 15.5\N{NO-BREAK SPACE}people on average" in said
    assert "Mean by group, people. Among all 15.5. Highest in Small (16.0), lowest in Large (15.0)." in said
    for svg in svgs(said):
        axis = {float(label.words): label.x for label in labels(svg) if label.axis}
        assert (min(axis), max(axis)) == (0, 24)
        means = [24 * (dot.x - axis[0]) / (axis[24] - axis[0]) for dot in dots(svg)]
        assert means == pytest.approx([15.5, 16, 15], abs=0.1)


def test_a_withheld_mean_is_a_stub_of_the_same_length_whatever_it_is() -> None:
    lengths = set()
    for small in (2, 9):
        table, total = numbers(f"berg {small}, krokom 14, ost 22")
        shown = composed(table, total)
        assert "Not shown in full, to protect those who answered: berg, krokom." in alternative(shown, ENGLISH)
        for svg in drawings(shown):
            assert len(dots(svg)) == 2  # all, and the one group that is shown
            hatched = [bar for bar in bars(svg) if bar.fill == "url(#streck)"]
            assert len(hatched) == 2
            lengths |= {round(bar.width, 1) for bar in hatched}
    assert len(lengths) == 2  # one a drawing


@pytest.mark.parametrize(
    ("values", "top"), [((3.0, 7.9), 8), ((0.3, 0.9), 1.0), ((12.0, 41.0), 60), ((110.0, 190.0), 200)]
)
def test_the_axis_ends_at_a_number_whose_quarters_are_short(values: tuple[float, float], top: float) -> None:
    table, total = numbers("a 20, b 20")
    rows = [row for row in composed(table, total).released.rows if row.statistic == "mean"]
    assert axis_ends([replace(row, value=value) for row, value in zip(rows, values, strict=False)]) == (0, top)
