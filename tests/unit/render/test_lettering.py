"""Words set without a browser: no line wider than its room, none of the words lost, long ones cut where it is seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.render.lettering import ELLIPSIS, set_lines, width_of

STEPS = ((92, 3), (72, 4), (60, 4))
ROOM = 1056
FINDING = "Fler än sex av tio har fått färre order"
LONG = (
    "På en månad fick allt fler av Innovationsföretagens medlemmar i hela landet, stora som små, färre order än förut"
)


def test_a_short_title_is_set_large_in_lines_of_even_length() -> None:
    setting = set_lines(FINDING, "Bold", STEPS, ROOM)
    assert (setting.size, len(setting.lines)) == (92, 2)
    widths = [width_of(line, "Bold", 92) for line in setting.lines]
    assert min(widths) > 0.7 * max(widths)


def test_a_longer_title_is_set_smaller_in_up_to_four_lines() -> None:
    setting = set_lines(LONG, "Bold", STEPS, ROOM)
    assert setting.size < 92
    assert len(setting.lines) == 4
    assert " ".join(setting.lines) == LONG


def test_what_four_lines_cannot_hold_ends_in_an_ellipsis() -> None:
    setting = set_lines(LONG * 3, "Bold", STEPS, ROOM)
    assert (setting.size, len(setting.lines)) == (60, 4)
    assert setting.lines[-1].endswith(ELLIPSIS)
    assert (LONG * 3).startswith(" ".join(setting.lines).removesuffix(ELLIPSIS))


def test_a_word_wider_than_a_line_is_set_smaller_before_it_is_broken() -> None:
    word = "Korttidspermitteringsersättning"
    assert set_lines(word, "Bold", STEPS, ROOM).lines == (word,)
    broken = set_lines(word * 2, "Bold", STEPS, ROOM)
    assert len(broken.lines) == 2
    assert "".join(broken.lines) == word * 2


def test_a_number_stays_with_its_unit() -> None:
    number = "63\N{NO-BREAK SPACE}procent"
    for room in range(400, 1000, 50):
        lines = set_lines(f"Minst {number} av alla företag har {number} färre order", "Bold", ((40, 9),), room).lines
        assert sum(line.count(number) for line in lines) == 2


@pytest.mark.parametrize("text", ["", " \n "])
def test_nothing_takes_no_line(text: str) -> None:
    assert set_lines(text, "Regular", STEPS, ROOM).lines == ()


@given(st.text(alphabet="aäÅmWi,.– ", max_size=400), st.integers(200, 1100))
def test_no_line_is_wider_than_its_room_and_no_letter_is_lost(text: str, room: int) -> None:
    setting = set_lines(text, "Bold", STEPS, room)
    most = dict(STEPS)[setting.size]
    assert len(setting.lines) <= most
    assert all(width_of(line, "Bold", setting.size) <= room for line in setting.lines)
    set_, whole = "".join(setting.lines).replace(" ", ""), text.replace(" ", "")
    assert set_ == whole or (set_.endswith(ELLIPSIS) and whole.startswith(set_[:-1]))
