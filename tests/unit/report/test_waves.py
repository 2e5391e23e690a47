"""A comparison of two waves: which answers, what changed between the exact shares, and what must be said of it."""

from pathlib import Path

import pytest

from macros.language.catalogue import Language
from macros.render.words import speak
from macros.report.address import Address
from macros.report.waves import Waves
from tests.projects import HEAD
from tests.two_waves import REASON, Counts, call, two_waves

ALL = (("order", "farre"), ("leverans", "ja"), ("korttid", "ja"), ("nya", "ja"))
CENSUS = "Everybody was asked both times; the change describes those who answered, without sampling error."
ENGLISH = Language("en")


def compared(
    root: Path, *pairs: tuple[str, str], title: str = "", counts: tuple[Counts, Counts] = ({}, {}), **heads: str
) -> Waves:
    """The one comparison of a page."""
    project = two_waves(root, spring=counts[0], summer=counts[1], heads=heads)
    project.page("{{ " + (call(*pairs, title=title) if title else call(*pairs)) + " }}", survey="sommar")
    project.read()
    (found,) = project.desk().waves.values()
    return found


def notes(shown: Waves) -> list[str]:
    return [speak(note, ENGLISH) for note in shown.notes]


def test_it_has_an_address_of_its_own_and_keeps_the_order_of_the_page(tmp_path: Path) -> None:
    shown = compared(tmp_path, *reversed(ALL))
    assert shown.address == Address("sommar", "nya-korttid-leverans-order", ("var",))
    assert shown.address.key == "sommar--nya-korttid-leverans-order--var"
    assert [pair.label for pair in shown.pairs] == ["Nya: ja", "Korttid: ja", "Leverans: ja", "Order: färre"]


def test_both_shares_are_the_published_ones_and_the_change_is_that_of_the_exact_ones(tmp_path: Path) -> None:
    shown = compared(tmp_path, *ALL)
    said = [(p.before.row.percent, p.after.row.percent, p.change.value) for p in shown.pairs]
    # 26 of 56 and 39 of 62 are 46.43 and 62.90 percent: 16.47 points, though 63 less 46 is 17.
    assert said == [(46, 63, 16), (81, 66, -15), (26, 36, 10), (50, 50, 0)]
    assert {(p.before.address.survey, p.after.address.survey) for p in shown.pairs} == {("var", "sommar")}


@pytest.mark.parametrize(("before", "after", "points"), [(30, 31, 2), (30, 30, 0), (31, 30, -2), (8, 54, 74)])
def test_the_change_has_the_sign_of_what_happened(tmp_path: Path, before: int, after: int, points: int) -> None:
    counts = {"nya": {"ja": before, "nej": 62 - before}}, {"nya": {"ja": after, "nej": 62 - after}}
    (pair,) = compared(tmp_path, ("nya", "ja"), counts=counts).pairs
    assert pair.change.value == points


def test_answers_joined_in_one_wave_and_apart_in_the_other_are_the_same_answers(tmp_path: Path) -> None:
    (pair,) = compared(tmp_path, ("order", "farre")).pairs
    assert [answer.code for answer in pair.before.table.answers] == ["farre", "lika", "fler"]  # 3 are too few
    assert [answer.code for answer in pair.after.table.answers] == ["mycket", "nagot", "lika", "fler"]
    assert [(row.n, row.base) for row in (pair.before.row, pair.after.row)] == [(26, 56), (39, 62)]


def test_the_title_is_the_pages_or_names_both_waves(tmp_path: Path) -> None:
    assert compared(tmp_path / "a", ALL[0], title="Färre order").title == "Färre order"
    assert speak(compared(tmp_path / "b", ALL[0]).title, ENGLISH) == "From spring 2020 to summer 2020"


def test_a_wave_without_a_name_of_its_own_is_called_by_its_title(tmp_path: Path) -> None:
    shown = compared(tmp_path, ALL[0], var=HEAD.replace("Läget i provet", "läget i våras"))
    assert (shown.before, shown.after) == ("läget i våras", "summer 2020")
    assert shown.names == ("Läget i våras", "Summer 2020")


def test_it_says_how_many_answered_that_all_were_asked_and_what_differs(tmp_path: Path) -> None:
    assert notes(compared(tmp_path / "a", *ALL)) == [
        "Spring 2020: 56–57 answers to each question.",
        "Summer 2020: 61–62 answers to each question.",
        CENSUS,
        f"Korttid: ja: {REASON}",
    ]
    assert notes(compared(tmp_path / "b", ALL[0])) == [
        "Spring 2020: 56 answers to each question.",
        "Summer 2020: 62 answers to each question.",
        CENSUS,
    ]


def test_both_surveys_are_its_source(tmp_path: Path) -> None:
    shown = compared(tmp_path, ALL[0], var=HEAD.replace("Läget i provet", "Första mätningen"))
    assert [source.title for source in shown.sources] == ["Första mätningen", "Läget i provet"]


@pytest.mark.parametrize(
    ("var", "sommar", "example"),
    [("example", "example", True), ("real", "example", True), ("example", "real", True), ("real", "real", False)],
)
def test_it_is_an_example_as_soon_as_one_wave_is_invented(tmp_path: Path, var: str, sommar: str, example: bool) -> None:  # noqa: FBT001 -- a table's column
    before, after = (HEAD.replace("example", status) for status in (var, sommar))
    assert compared(tmp_path, ALL[0], var=before, sommar=after).example is example
