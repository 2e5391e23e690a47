"""Nets, balances and differences come from counts and tell nothing that was not released."""

from pathlib import Path

import pytest

from macros.release.disclosure import release_table
from macros.release.nets import balance, difference, net
from macros.release.released import Released, Row
from macros.survey.codebook_file import read_codebook
from macros.survey.responses import read_responses
from macros.survey.tabulate import tabulate

CODEBOOK = """
id: x
status: example
kind: responses
title: X
publisher: X
population: {label: alla, size: 40, one: företag, many: företag}
design: {kind: census}
files: [svar.csv]
questions:
  - id: order
    type: scale
    text: Order?
    answers:
      - {code: ned, label: Ned, side: negative}
      - {code: lite_ned, label: Lite ned, side: negative}
      - {code: lika, label: Lika, side: neutral}
      - {code: upp, label: Upp, side: positive}
    merge: [{code: alla_ned, label: Alla ned, of: [ned, lite_ned]}]
"""


def released(tmp_path: Path, *counts: int, merge_small: bool = True) -> Released:
    """A census in which the four answers were given so many times."""
    folder = tmp_path / "x"
    folder.mkdir()
    rules = "" if merge_small else "disclosure: {merge_small: false}\n"
    (folder / "survey.yml").write_text(CODEBOOK + rules, encoding="utf-8")
    answers = ["ned", "lite_ned", "lika", "upp"]
    rows = [answer for answer, count in zip(answers, counts, strict=True) for _ in range(count)]
    (folder / "svar.csv").write_text("\n".join(["order", *rows]) + "\n", encoding="utf-8")
    survey = read_responses(read_codebook(folder, tmp_path), folder, tmp_path)
    tabulation = tabulate(survey, "order")
    return release_table(tabulation, tabulation)


def test_a_net_adds_counts_and_rounds_once(tmp_path: Path) -> None:
    """5/36 and 8/36 are 14 and 22 percent, but together 13/36 is 36.1: 36, from the counts."""
    row = net(released(tmp_path, 5, 8, 13, 10), (), "alla_ned")
    assert row is not None
    assert (row.n, row.base, row.percent, row.label) == (13, 36, 36.0, "Alla ned")


def test_rounded_parts_would_give_another_net(tmp_path: Path) -> None:
    """7/40 = 17.5 rounds to 18 twice, 36 in all; the net of 14/40 is 35."""
    table = released(tmp_path, 7, 7, 13, 13)
    assert [table.row((), code).percent for code in ("ned", "lite_ned")] == [18.0, 18.0]
    row = net(table, (), "alla_ned")
    assert row is not None
    assert row.percent == 35.0


def test_a_net_of_a_withheld_part_is_withheld(tmp_path: Path) -> None:
    """The sum of a shown and a hidden answer would give the hidden one away."""
    table = released(tmp_path, 2, 20, 6, 12, merge_small=False)
    assert table.row((), "ned").status == "suppressed"
    row = net(table, (), "alla_ned")
    assert row is not None
    assert (row.status, row.n, row.percent, row.value) == ("suppressed", None, None, None)


def test_an_answer_of_its_own_is_given_as_it_is(tmp_path: Path) -> None:
    """No arithmetic for a single answer; and none for a word that the question does not have."""
    table = released(tmp_path, 7, 7, 13, 13)
    assert net(table, (), "lika") == table.row((), "lika")
    assert net(table, (), "kanske") is None


def test_balance_counts_the_unchanged_in_its_base(tmp_path: Path) -> None:
    """(10 up - 13 down) / 36 = -8.33: -8 points; rounded parts would give 28 - 14 - 22 = -8 too, by luck."""
    row = balance(released(tmp_path, 5, 8, 13, 10), ())
    assert row is not None
    assert (row.value, row.base, row.percent) == (-8.0, 36, None)


def test_balance_is_withheld_with_its_parts(tmp_path: Path) -> None:
    """One hidden side hides the balance."""
    row = balance(released(tmp_path, 2, 20, 6, 12, merge_small=False), ())
    assert row is not None
    assert (row.status, row.value) == ("suppressed", None)


@pytest.mark.parametrize(
    ("before", "after", "points"),
    [((22, 62), (29, 62), 11.0), ((1, 3), (1, 3), 0.0), ((29, 62), (22, 62), -11.0)],
)
def test_difference_is_taken_before_rounding(before: tuple[int, int], after: tuple[int, int], points: float) -> None:
    """29/62 - 22/62 = 11.29: 11, though the rounded shares 47 and 35 differ by 12."""
    rows = [Row((), "a", "A", "share", "ok", 0, n, base, 0) for n, base in (before, after)]
    assert difference(rows[0], rows[1], "A").value == points


def test_published_figures_differ_by_what_was_published() -> None:
    """81.5 - 44.0 is 37.5 exactly, not 37.49999."""
    rows = [Row(("p",), "ja", "Ja", "published", "ok", value, percent=value) for value in (44.0, 81.5)]
    assert difference(rows[0], rows[1], "Ja").value == 37.5


def test_no_difference_with_a_withheld_number() -> None:
    """What is hidden in one wave is not told by the change to the next."""
    shown, hidden = Row((), "a", "A", "share", "ok", 50, 5, 10, 50), Row((), "a", "A", "share", "suppressed")
    assert difference(hidden, shown, "A").status == "suppressed"
