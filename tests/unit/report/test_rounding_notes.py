"""Where rounded numbers do not add up the notes say so, and only there."""

import pytest

from macros.language.catalogue import Language
from macros.release.disclosure import release_table
from macros.render.words import speak
from macros.report.notes import table_notes_of
from macros.survey.tabulation import Tabulation
from tests.unit.release.tables import by_group, one_way
from tests.unit.release.test_agreement import SCALE

WHOLE = "Does not always add to 100, because of rounding."
NET = "Worked out from unrounded numbers, which the rounded ones may not add to: ab."


def notes(table: Tabulation, total: Tabulation | None = None) -> list[str]:
    released = release_table(table, total or table, "en")
    said = [speak(note, Language("en")) for note in table_notes_of(released)]
    return [note for note in said if note in (WHOLE, NET)]


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        # 17.5 rounds to 18 twice, 32.5 to 33 twice; together 35.
        ("a 7, b 7, c 13, d 13", [WHOLE, NET]),
        ("a 10, b 10, c 10, d 10", []),  # 25 each, and 50
        # 13 and 13 (12.5), 75 and 0: 26 for 25 in all
        ("a 10, b 10, c 60, d 0", [WHOLE, NET]),
        ("a 20, b 20, c 30, d 30", []),
    ],
)
def test_each_gap_is_told_and_no_other(counts: str, said: list[str]) -> None:
    assert notes(one_way(counts, SCALE)) == said


def test_by_group_only_what_the_table_shows_is_told() -> None:
    """It has a line for each group and a column for each answer, and none for several answers together."""
    table, total = by_group("a b c d\nnorr 10 10 60 0\nvast 20 20 20 20", SCALE)
    assert notes(table, total) == [WHOLE]


def test_a_net_of_a_hidden_part_says_nothing() -> None:
    assert notes(one_way("a 3, b 37, c 20, d 20", SCALE, disclosure={"merge_small": False})) == []
