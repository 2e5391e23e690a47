"""What a drawing tells, and that it tells no more than the table: read back from the SVG with a ruler."""

import itertools
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.survey.question import Question
from tests.drawings import bars, body, composed, drawings, element, labels
from tests.projects import Project
from tests.unit.release.tables import by_group, one_way, question

OPEN = {"min_cell": 1, "min_base": 1, "singletons": False, "merge_small": False}
SEVERAL = question("q", "a alla ingen", kind="multiple")
SCALE = question("q", "a b", kind="scale")
SIDES = {"a": "negative", "b": "neutral", "c": "positive"}
LIKERT = question("q", "a b c d e", kind="scale")


def percent(n: int, base: int) -> int:
    """Whole percent, half up, in whole numbers."""
    return (200 * n + base) // (2 * base)


EVERY = [(n, base) for base in range(20, 401) for n in range(1, base) if percent(n, base) == 2]
PAIRS = [*EVERY[::60], (1, 50), (4, 181), (2, 100), (8, 400)]


def several(n: int, base: int) -> tuple[str, str]:
    return drawings(composed(one_way(f"a {n}, alla {base}, ingen 0, base {base}", SEVERAL, disclosure=OPEN)))


def stacked(n: int, base: int) -> tuple[str, str]:
    return drawings(composed(one_way(f"a {n}, b {base - n}", SCALE, disclosure=OPEN), kind="stack"))


def test_a_bar_of_3_of_181_is_that_of_every_count_and_base_that_gives_2_percent() -> None:
    expected = several(3, 181)
    assert [pair for pair in PAIRS if several(*pair) != expected] == []
    assert several(5, 181) != expected


def test_so_is_its_segment() -> None:
    same = [(n, base) for n, base in PAIRS if percent(base - n, base) == 98]
    expected = stacked(3, 181)
    assert [pair for pair in same if stacked(*pair) != expected] == []
    assert stacked(5, 181) != expected


def test_so_is_the_bar_of_a_group() -> None:
    def grouped(n: int) -> tuple[str, str]:
        table, total = by_group(f"a b\ng1 {n} {181 - n}\ng2 90 91", SCALE, disclosure=OPEN)
        return drawings(composed(table, total))

    assert grouped(3) == grouped(4)
    assert grouped(3) != grouped(5)


@pytest.mark.parametrize("kind", ["stack", "grouped", "multiples", "diverging"])
def test_every_kind_for_groups_keeps_to_whole_percent_and_to_one_length_of_what_is_withheld(kind: str) -> None:
    """Of 181, 78 and 77 are both 43 percent, and 3 and 4 of the other group are withheld."""
    asked = Question.model_validate(
        {
            "id": "q", "type": "scale", "text": "q",
            "answers": [{"code": code, "label": code, "side": side} for code, side in SIDES.items()],
        }
    )  # fmt: skip

    def drawn(n: int, few: int, **rules: int) -> tuple[str, str]:
        lines = f"a b c\ng1 {n} {181 - 60 - n} 60\ng2 {few} 47 {43 - few}\ng3 40 38 40"
        return drawings(composed(*by_group(lines, asked, disclosure=OPEN | rules), kind=kind))

    assert drawn(78, 20) == drawn(77, 20)
    assert drawn(78, 20) != drawn(75, 20)
    assert drawn(78, 3, min_cell=5) == drawn(78, 4, min_cell=5)


@pytest.mark.parametrize("size", [0, 1])
def test_no_length_or_number_of_the_drawing_is_finer_than_2_percent(size: int) -> None:
    svg = several(3, 181)[size]
    everybody, few, nobody = sorted((bar.width for bar in bars(svg)), reverse=True)
    assert (round(few / everybody, 4), nobody) == (0.02, 0)
    assert {label.words for label in labels(svg)} == {"100", "2", "0", "a", "alla", "ingen"}
    drawn = [float(number) for number in re.findall(r"\d+(?:\.\d+)?", body(svg))]
    finer = (3, 181, 300 / 181, 3 / 181, 3 / 181 * everybody)
    assert [number for number in drawn for fine in finer if abs(number - fine) < 0.005] == []


@given(hidden=st.integers(1, 11), shown=st.integers(30, 60))
@settings(max_examples=12)
def test_a_withheld_bar_has_one_length(hidden: int, shown: int) -> None:
    rules = {"min_cell": 12}
    for svg in drawings(composed(one_way(f"a {shown}, b {25 - hidden}, c {hidden}", disclosure=rules), kind="bars")):
        (first, *stubs) = bars(svg)
        assert [bar.fill for bar in (first, *stubs)] == ["var(--bar)", "url(#streck)", "url(#streck)"]
        full = 100 * first.width / percent(shown, shown + 25)
        assert [round(100 * stub.width / full, 1) for stub in stubs] == [8, 8]
        assert [label.words for label in labels(svg)][1:3] == ["skyddad", "skyddad"]


@given(hidden=st.integers(2, 11))
@settings(max_examples=6)
def test_what_is_withheld_changes_no_byte_of_the_drawing(hidden: int) -> None:
    rules = {"min_cell": 12}
    for kind in ("bars", "stack", "waffle"):
        asked = question("q", "a b c", kind="scale")
        first, other = (
            drawings(composed(one_way(f"a 30, b {25 - n}, c {n}", asked, disclosure=rules), kind=kind))
            for n in (1, hidden)
        )
        assert first == other


@pytest.mark.parametrize("kind", ["bars", "stack"])
@pytest.mark.parametrize("counts", [(5, 20, 40, 30, 10), (40, 5, 30, 10, 20), (10, 30, 5, 20, 40)])
def test_a_scale_keeps_its_order(counts: tuple[int, ...], kind: str) -> None:
    table = one_way(", ".join(f"{code} {n}" for code, n in zip("abcde", counts, strict=True)), LIKERT)
    for svg in drawings(composed(table, kind=kind)):
        published = [str(percent(n, sum(counts))) for n in counts]
        said = [label.words for label in labels(svg) if label.words.isdigit()]
        assert said == [number for number in published if kind == "bars" or number in said]
        if kind == "bars":
            assert [label.words for label in sorted(labels(svg), key=lambda label: label.y) if label.x < 10] == [
                *"abcde"
            ]
        else:
            assert [bar.fill for bar in bars(svg)] == [f"var(--o{step})" for step in range(1, 6)]
            assert [bar.x for bar in bars(svg)] == sorted(bar.x for bar in bars(svg))


def test_bars_side_by_side_keep_to_2_percent_and_to_one_length_too() -> None:
    def grouped(few: int, hidden: int, rules: Mapping[str, object]) -> tuple[str, str]:
        table, total = by_group(f"a b c\ng1 {few} 100 {81 - few}\ng2 {61 - hidden} 29 {hidden}", disclosure=rules)
        return drawings(composed(table, total, kind="grouped"))

    assert grouped(3, 10, OPEN) == grouped(4, 10, OPEN)  # 78 and 77 of 181 are both 43 percent
    assert grouped(3, 10, OPEN) != grouped(5, 10, OPEN)
    assert grouped(3, 1, OPEN | {"min_cell": 5}) == grouped(3, 4, OPEN | {"min_cell": 5})


@pytest.mark.parametrize(("counts", "squares"), [("a 39, b 23", [39, 23, 0]), ("a 50, b 8, c 3", [50, 0, 11])])
def test_a_waffle_has_a_square_for_each_and_hatches_the_rest(counts: str, squares: list[int]) -> None:
    for svg in drawings(composed(one_way(counts), kind="waffle")):
        fills = [bar.fill for bar in bars(svg)]
        found = [sum(1 for _ in run) for _, run in itertools.groupby(fills)]
        assert found == [n for n in squares if n]
        assert fills.count("url(#streck)") == squares[2]
        assert len({round(bar.width, 1) for bar in bars(svg)}) == 1


def test_the_key_keeps_it_too_and_names_what_is_withheld(tmp_path: Path) -> None:
    shown = Project(tmp_path).said('chart("order", by="storlek")')
    (key,) = element(shown).find_class("nyckel")
    assert [entry.text_content() for entry in key][:-1] == ["Minskat", "Oförändrat", "Ökat"]
    assert [entry[0].get("class") for entry in key][-1] == "prov prov-skyddad"
    columns = [cell.text_content() for cell in element(shown).findall(".//thead//th")]
    assert columns[2:] == ["Minskat", "Oförändrat", "Ökat"]


def test_a_list_is_sorted_by_size_and_none_of_these_comes_last(tmp_path: Path) -> None:
    shown = element(Project(tmp_path).said('chart("behov")'))
    (wide, _) = shown.findall(".//svg")
    said = [text.text for text in wide.iter("text")]
    assert said == ["61", "32", "10", "19", "Pengar", "Folk", "Tid", "Inget"]


@pytest.mark.parametrize(("order", "first", "aloud"), [
    ("", "Nej", "I fallande ordning: nej 55, ja 45"),
    (', order="size"', "Nej", "I fallande ordning: nej 55, ja 45"),
    (', order="given"', "Ja", "I den ordning de står i frågan: ja 45, nej 55"),
])  # fmt: skip
def test_a_list_keeps_the_codebooks_order_where_the_page_says_so(
    tmp_path: Path, order: str, first: str, aloud: str
) -> None:
    shown = element(Project(tmp_path).said(f'chart("permittering", survey="forra", kind="bars"{order})'))
    (wide, _) = shown.findall(".//svg")
    assert [text.text for text in wide.iter("text")][2] == first
    assert aloud in shown.find_class("figur-alternativ")[0].text_content()


def test_bars_start_at_0_and_end_at_their_percent_of_the_scale() -> None:
    counts = {"a": 17, "b": 40, "c": 60, "d": 83}
    table = one_way(", ".join(f"{code} {n}" for code, n in counts.items()))
    for svg in drawings(composed(table)):
        drawn = bars(svg)
        assert len({bar.x for bar in drawn}) == 1
        per_percent = [
            bar.width / percent(n, 200) for bar, n in zip(drawn, sorted(counts.values(), reverse=True), strict=True)
        ]
        assert max(per_percent) - min(per_percent) < 0.01


def test_segments_fill_the_percent_axis_from_0_to_100() -> None:
    table, total = by_group("a b c\ng1 10 20 70\ng2 20 30 50", question("q", "a b c", kind="scale"))
    for svg in drawings(composed(table, total)):
        axis = {label.words: label.x for label in labels(svg) if label.axis}
        zero, half, whole = (axis[f"{step}\N{NO-BREAK SPACE}%"] for step in (0, 50, 100))
        assert half - zero == pytest.approx(whole - half)
        for _, row in itertools.groupby(bars(svg), key=lambda bar: bar.y):
            segments = list(row)
            assert segments[0].x == pytest.approx(zero)
            assert segments[-1].end == pytest.approx(whole)
            gaps = [after.x - before.end for before, after in itertools.pairwise(segments)]
            assert gaps == pytest.approx([2, 2], abs=0.02)


@pytest.mark.parametrize(
    ("counts", "shares"),
    [
        ("a 35, b 45, c 120", (18, 23, 60)),  # 101
        ("a 67, b 67, c 67", (33, 33, 33)),  # 99
    ],
)
def test_shares_that_add_to_another_sum_fill_the_bar_in_proportion(counts: str, shares: tuple[int, ...]) -> None:
    """They are all there is; a bar that ends beside 100 percent would be read as a fault."""
    for svg in drawings(composed(one_way(counts, question("q", "a b c", kind="scale")))):
        axis = {label.words: label.x for label in labels(svg) if label.axis}
        zero, whole = axis["0\N{NO-BREAK SPACE}%"], axis["100\N{NO-BREAK SPACE}%"]
        drawn = bars(svg)
        assert (drawn[0].x, drawn[-1].end) == pytest.approx((zero, whole))
        # Between neighbours are two pixels, one of each.
        ends = [zero, *((one.end + other.x) / 2 for one, other in itertools.pairwise(drawn)), whole]
        lengths = [100 * (end - start) / (whole - zero) for start, end in itertools.pairwise(ends)]
        assert lengths == pytest.approx([100 * share / sum(shares) for share in shares], abs=0.05)
