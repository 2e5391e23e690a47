"""Waffle, histogram and bars side by side: what stands where, what is withheld, and what is read aloud."""

import itertools
from dataclasses import replace
from typing import Any

import pytest

from macros.language.catalogue import Language
from macros.release.released import Row
from macros.render.alternative import alternative
from macros.render.charts import grouped, waffle
from macros.render.words import speak
from macros.report.figures import Figure
from macros.survey.question import Question
from tests.drawings import bars, composed, drawings, labels
from tests.unit.release.tables import by_group, codebook, one_way, question

ENGLISH = Language("en")
HATCH = "url(#streck)"
OPEN = {"min_cell": 1, "min_base": 1, "singletons": False, "merge_small": False}
FEW: dict[str, Any] = {"disclosure": {"min_cell": 12}}
NUMBER = Question(id="antal", type="number", text="antal")
BANDS = Question.model_validate(
    {
        "id": "q", "type": "scale", "text": "q", "bands_of": "antal",
        "answers": [
            {"code": "a", "label": "Under 10", "below": 10}, {"code": "b", "label": "10–49", "below": 50},
            {"code": "c", "label": "50–99", "below": 100}, {"code": "d", "label": "100 eller fler"},
        ],
    }
)  # fmt: skip
GROUPS = "a b c\nnorr 20 10 10\nvast 10 20 20\nost 30 10 20"


def runs(fills: list[str]) -> list[tuple[str, int]]:
    return [(fill, sum(1 for _ in run)) for fill, run in itertools.groupby(fills)]


# A waffle: one square for each unit.


@pytest.mark.parametrize(("counts", "shown", "rest"), [
    ("a 39, b 23", [39, 23], 0),
    ("a 20, b 16, c 14", [20, 16, 14], 0),
    ("a 50, b 8, c 3", [50], 11),
    ("a 4, b 96", [], 100),
])  # fmt: skip
def test_a_waffle_has_as_many_squares_as_are_released_and_hatches_what_is_left(
    counts: str, shown: list[int], rest: int
) -> None:
    figure = composed(one_way(counts), kind="waffle", language="en")
    released = [row.n for row in figure.released.rows if row.statistic == "share" and row.n is not None]
    assert released == shown
    for svg in drawings(figure):
        found = runs([bar.fill for bar in bars(svg)])
        assert [n for fill, n in found if fill != HATCH] == shown
        assert [n for fill, n in found if fill == HATCH] == ([rest] if rest else [])
    named = [speak(label, ENGLISH) for _, label in waffle.key(figure)]
    expected = [f"{name} ({n})" for name, n in zip("abc", shown, strict=False)]
    assert named == expected + (["Withheld, too few answers"] if rest else [])


@pytest.mark.parametrize(("base", "rows"), [(62, (4, 7)), (60, (3, 6)), (100, (5, 10)), (41, (3, 5))])
def test_squares_are_read_row_by_row_twenty_wide_and_ten_on_a_phone(base: int, rows: tuple[int, int]) -> None:
    wide, narrow = drawings(composed(one_way(f"a {base - 20}, b 20"), kind="waffle"))
    for svg, in_a_row, high in ((wide, 20, rows[0]), (narrow, 10, rows[1])):
        squares = bars(svg)
        by_row = [list(row) for _, row in itertools.groupby(squares, key=lambda square: square.y)]
        assert [len(row) for row in by_row][:-1] == [in_a_row] * (high - 1)
        assert sum(map(len, by_row)) == base
        assert [square.x for square in by_row[0]] == sorted({square.x for square in squares})
        assert len({(round(square.width, 2), round(square.height, 2)) for square in squares}) == 1
        assert labels(svg) == []


def test_a_square_of_a_unit_that_is_withheld_tells_nothing_of_its_answer() -> None:
    first, other = (drawings(composed(one_way(f"a 30, b {25 - n}, c {n}", **FEW), kind="waffle")) for n in (4, 11))
    assert first == other
    assert [n for fill, n in runs([bar.fill for bar in bars(first[0])]) if fill == HATCH] == [25]


# A histogram: one column for each band.


def histogram(counts: str, **parts: Any) -> Figure:
    table = one_way(counts, question("q", "a b c d", kind="scale"), **parts)
    banded = replace(table, codebook=codebook(NUMBER, BANDS, **parts), question=BANDS)
    return composed(banded, kind="histogram", language="en")


@pytest.mark.parametrize("counts", [(10, 40, 30, 20), (40, 10, 20, 30), (25, 25, 25, 25), (20, 60, 12, 8)])
def test_bands_stand_in_their_order_on_one_line_as_high_as_their_share(counts: tuple[int, ...]) -> None:
    shown = histogram(", ".join(f"{code} {n}" for code, n in zip("abcd", counts, strict=True)))
    for svg in drawings(shown):
        drawn = bars(svg)
        assert [bar.x for bar in drawn] == sorted(bar.x for bar in drawn)
        assert len({round(bar.y + bar.height, 3) for bar in drawn}) == 1
        assert len({round(bar.width, 3) for bar in drawn}) == 1
        highest = max(bar.height for bar in drawn)
        assert [bar.height / highest for bar in drawn] == pytest.approx([n / max(counts) for n in counts])
        assert [label.words for label in labels(svg)][: len(counts)] == [str(n) for n in counts]


def test_a_band_keeps_its_name_below_its_column() -> None:
    for svg in drawings(histogram("a 10, b 40, c 30, d 20")):
        drawn = bars(svg)
        below = [label for label in labels(svg) if label.y > drawn[0].y + drawn[0].height]
        for bar, name in zip(drawn, ("Under 10", "10–49", "50–99", "100 eller fler"), strict=True):
            words = [label.words for label in below if bar.x < label.x < bar.x + bar.width]
            assert " ".join(words) == name


@pytest.mark.parametrize("hidden", [1, 3, 11])
def test_a_withheld_band_has_one_height_whatever_its_number_is(hidden: int) -> None:
    counts = "a 40, b {}, c {}, d 35"
    shown = histogram(counts.format(25 - hidden, hidden), **FEW)
    for svg, same in zip(drawings(shown), drawings(histogram(counts.format(23, 2), **FEW)), strict=True):
        assert svg == same
        full, *stubs, last = bars(svg)
        assert [stub.fill for stub in stubs] == [HATCH, HATCH]
        assert (full.fill, last.fill) == ("var(--bar)", "var(--bar)")
        assert [stub.height / full.height for stub in stubs] == pytest.approx([8 / 40] * 2)
        assert [label.words for label in labels(svg)][:4] == ["40", "skyddad", "skyddad", "35"]


def test_a_histogram_with_nothing_to_show_is_hatched_and_says_so() -> None:
    shown = histogram("a 3, b 2, c 1, d 1")
    assert {bar.fill for svg in drawings(shown) for bar in bars(svg)} == {HATCH}
    assert alternative(shown, ENGLISH) == "Histogram: q. Too few answers: no share is shown."


def test_no_height_is_finer_than_a_percent() -> None:
    same = [drawings(histogram(f"a {n}, b {base - n}, c 0, d 0", disclosure=OPEN)) for n, base in ((3, 181), (2, 100))]
    assert same[0] == same[1] != drawings(histogram("a 5, b 176, c 0, d 0", disclosure=OPEN))


# Bars side by side: the groups of each answer.


def side_by_side(text: str, **parts: Any) -> Figure:
    table, total = by_group(text, question("q", "a b c"), **parts)
    return composed(table, total, kind="grouped", language="en")


def test_each_answer_has_a_bar_for_each_group_in_the_order_of_the_key() -> None:
    figure = side_by_side(GROUPS)
    key = grouped.key(figure)
    assert [speak(label, ENGLISH) for _, label in key] == ["norr (40)", "vast (50)", "ost (60)"]
    shares = [50, 20, 50, 25, 40, 33, 25, 40, 17]  # a of norr, vast, ost; then c, of which there are more; then b
    for svg in drawings(figure):
        drawn = bars(svg)
        assert [bar.fill for bar in drawn] == [f"var(--{token})" for token, _ in key] * 3
        assert [bar.y for bar in drawn] == sorted(bar.y for bar in drawn)
        assert len({bar.x for bar in drawn}) == 1
        longest = max(bar.width for bar in drawn)
        assert [round(50 * bar.width / longest, 1) for bar in drawn] == shares
        assert [label.words for label in labels(svg)][:9] == [str(share) for share in shares]


def test_a_withheld_bar_is_hatched_as_long_as_any_other_and_named_in_the_key() -> None:
    figure = side_by_side(
        "a b c\nnorr 20 18 2\nvast 15 25 10\nost 30 10 20", disclosure={"min_cell": 5, "merge_small": False}
    )
    tokens, named = zip(*grouped.key(figure), strict=True)
    assert (tokens[-1], speak(named[-1], ENGLISH)) == ("skyddad", "Withheld, too few answers")
    withheld = [row for row in figure.released.rows if row.statistic == "share" and row.group != (None,) and not row.n]
    assert withheld
    for svg in drawings(figure):
        hatched = [bar for bar in bars(svg) if bar.fill == HATCH]
        assert len(hatched) == len(withheld)
        assert len({round(bar.width, 3) for bar in hatched}) == 1
        (whole,) = {
            round(100 * bar.width / row.percent, 3)
            for bar, row in zip(bars(svg), in_drawing_order(figure), strict=True)
            if row.percent
        }
        assert hatched[0].width == pytest.approx(whole * 8 / 100, abs=0.01)


def in_drawing_order(figure: Figure) -> list[Row]:
    released = figure.released
    (groups,) = released.groups.values()
    return [released.row((group.code,), answer.code) for answer in released.answers for group in groups]


# What is read aloud.


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (composed(one_way("a 39, b 23"), kind="waffle"),
         ("A square for each answer: q. Most common is a (63 percent), least common b (37). "
          "In falling order: a 63, b 37. Base: 62 answers.")),
        (composed(one_way("a 50, b 8, c 3"), kind="waffle"),
         ("A square for each answer: q. 82 percent answered a. Not shown in full, to protect those who answered: b, c. "
          "Base: 61 answers.")),
        (histogram("a 10, b 40, c 30, d 20"),
         ("Histogram: q. Most common is 10–49 (40 percent), least common under 10 (10). In the order of the scale: "
          "under 10 10, 10–49 40, 50–99 30, 100 eller fler 20. Base: 100 answers.")),
        (histogram("a 40, b 22, c 3, d 35", **FEW),
         ("Histogram: q. Of the answers shown, most common is under 10 (40 percent). In the order of the "
          "scale: under 10 40, 100 eller fler 35. Not shown in full, to protect those who answered: 10–49, 50–99. "
          "Base: 100 answers.")),
        (side_by_side(GROUPS),
         ("Bars side by side: q, by group. Among all, most common is a (40 percent). The share with a is largest in "
          "norr and ost (50 percent) and smallest in vast (20). Base: 150 answers.")),
    ],
)  # fmt: skip
def test_each_kind_is_read_aloud_in_its_pattern(figure: Figure, words: str) -> None:
    assert alternative(figure, ENGLISH) == words
    assert 60 <= len(words) <= 450


# A group in which nobody answered.


@pytest.mark.parametrize("kind", ["grouped", "stack"])
def test_a_group_in_which_nobody_answered_is_not_drawn_as_withheld(kind: str) -> None:
    table, total = by_group(f"{GROUPS}\ningen 0 0 0", question("q", "a b c"))
    figure = composed(table, total, kind=kind, language="en")
    assert figure.released.row(("ingen",), None).status == "no_base"
    for svg in drawings(figure):
        assert HATCH not in [bar.fill for bar in bars(svg)]
        assert "ingen" not in " ".join(str(label) for label in labels(svg))
    if kind == "grouped":
        assert [speak(label, ENGLISH) for _, label in grouped.key(figure)] == ["norr (40)", "vast (50)", "ost (60)"]
