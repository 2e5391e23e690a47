"""Several answers in one cell are told from one answer with a comma in it."""

import pytest

from macros.survey.imports.joined import joined
from macros.survey.imports.values import Values


def options(*cells: str, times: int = 1) -> tuple[str, ...] | None:
    found = joined(Values(dict.fromkeys(cells, times)))
    return None if found is None else found.options


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("Webb, E-post", "E-post", "Webb"), ("Webb", "E-post")),
        (("A;B;", "A;", "B;C;"), ("A", "B", "C")),
        (("A|B", "B|C", "A|C", "A"), ("A", "B", "C")),
        (("Röd\nBlå", "Blå", "Röd"), ("Röd", "Blå")),
        (("1,2,3", "1,3", "2", "1"), ("1", "2", "3")),
        (("Developer, desktop;Designer", "Designer", "Developer, desktop"), ("Developer, desktop", "Designer")),
        (("Annat (bil, båt), Buss", "Buss", "Annat (bil, båt)"), ("Annat (bil, båt)", "Buss")),
        (("Nej, Ja, men inte nu", "Nej", "Ja, men inte nu", "Ja, Nej"), ("Nej", "Ja, men inte nu", "Ja")),
    ],
)
def test_options_are_found_with_their_own_commas(cells: tuple[str, ...], expected: tuple[str, ...]) -> None:
    found = options(*cells)
    assert found is not None
    assert set(found) == set(expected)


@pytest.mark.parametrize(
    "cells",
    [
        ("Ja, delvis", "Nej"),
        ("Employed, working full-time", "Employed, working part-time", "Not employed, looking for work",
         "Not employed, NOT looking for work", "Not employed, student"),
        ("Never, and not open to it", "Never, but open to it", "Often"),
        ("$0-$9,999", "$10,000-$24,999", "$25,000-$49,999", "$50,000-$74,999"),
        ("Stockholm, Sverige", "Umeå, Sverige", "Oslo, Norge", "Bergen, Norge"),
        ("Tack, det är bra", "Mer tid, mindre krångel", "Inget, tack", "Bra, men dyrt"),
        ("1,5", "2,5", "1,0", "2,0", "0,5"),
        ("very small", "small", "very large", "large"),
        ("Ja", "Nej"),
    ],
)  # fmt: skip
def test_one_answer_with_a_comma_stays_one(cells: tuple[str, ...]) -> None:
    assert options(*cells, times=4) is None
    assert joined(Values(dict.fromkeys(cells, 4)), (" ", ";", ",")) is None


def test_options_come_in_the_order_of_the_questionnaire() -> None:
    assert options("Zeta, Alfa", "Alfa, Mitt", "Zeta, Mitt", "Mitt") == ("Zeta", "Alfa", "Mitt")


def test_all_options_in_every_cell_are_a_ranking() -> None:
    found = joined(Values({"A;B;C;": 3, "C;A;B;": 2, "B;A;C;": 1}))
    assert found is not None
    assert found.ranked
    same = joined(Values({"A;B;C;": 3}))
    assert same is not None
    assert not same.ranked  # everybody ticked all


def test_free_words_of_many_are_no_options() -> None:
    cells = {f"{letter}{at}, {letter}{at + 1}": 1 for at in range(300) for letter in "xyz"}
    assert joined(Values(cells)) is None


def test_free_text_in_which_some_wrote_a_separator_is_no_list_of_options() -> None:
    """Half of the answers came again and three persons wrote two: what they wrote is no option, and no label."""
    again = {f"bransch {at}": 20 for at in range(40)}
    own = {f"egen bransch {at}": 1 for at in range(60)}
    assert joined(Values({**again, **own, "bransch 1;bransch 2": 2, "bransch 3;bransch 4": 1})) is None


def test_a_long_list_of_options_is_one() -> None:
    """Sixty options, most of them ticked beside others."""
    pairs = {f"val {at}; val {(at * 7 + 1) % 60}": 5 for at in range(60)}
    found = joined(Values({**pairs, **{f"val {at}": 5 for at in range(60)}}))
    assert found is not None
    assert len(found.options) == 60
