"""The table twin: heads with scope, marks that are explained, totals and bases where a reader looks for them."""

from pathlib import Path

import pytest
from lxml import html

from macros.language.catalogue import Language
from macros.release.released import Row
from macros.render.numbers import cell_text
from macros.render.table import table
from macros.report.tables import Cell
from macros.survey.tabulation import Tabulation
from tests.drawings import composed, element, here
from tests.projects import Project
from tests.unit.release.tables import by_group, one_way, question

SCALE = question("q", "a b c", kind="scale")


def written(counts: Tabulation, total: Tabulation | None = None) -> html.HtmlElement:
    return element(table(composed(counts, total, language="en").table, here(language="en")))


def lines(shown: html.HtmlElement) -> list[list[str]]:
    """Rows as a screen reader says them: a mark is its meaning."""
    for sign in shown.xpath('//table//*[@aria-hidden="true"]'):
        sign.text = ""
    return [[cell.text_content() for cell in row] for row in shown.iter("tr")]


def marks(shown: html.HtmlElement) -> list[str]:
    return [note.text_content() for note in shown.find_class("tecken-noter")]


def test_a_one_way_table_ends_with_its_base_and_those_who_did_not_answer() -> None:
    shown = written(one_way("a 31, b 20, c 11", kinds={"__no_answer__": 6, "__dont_know__": 7}))
    assert lines(shown) == [
        ["Answer", "Percent", "Number"],
        ["a", "50", "31"],
        ["b", "32", "20"],
        ["c", "18", "11"],
        ["Number of answers (n)", "", "62"],
        ["No answer", "", "6"],
        ["Don't know", "", "7"],
    ]
    assert marks(shown) == []
    assert [row.get("class") for row in shown.iter("tr")][4:] == ["rad-base", "rad-missing", "rad-missing"]


def test_a_table_by_group_starts_with_all_and_gives_each_base() -> None:
    shown = written(*by_group("a b c\nnorr 20 10 10\nvast 10 20 0", SCALE))
    assert lines(shown) == [
        ["g", "Number of answers (n)", "a", "b", "c"],
        ["All företag", "70", "43", "43", "14"],
        ["norr", "40", "50", "25", "25"],
        ["vast", "30", "33", "67", "none"],
    ]
    assert marks(shown) == ["– none"]


def test_a_sample_has_a_column_of_intervals() -> None:
    # statistics.md 2.5 (R, package survey): 20 of 54 from 180 is 26 to 49 percent.
    population = {"label": "företag", "one": "företag", "many": "företag", "size": 180}
    shown = written(one_way("a 20, b 34", population=population, design={"kind": "srs"}))
    assert lines(shown)[:2] == [["Answer", "Percent", "Number", "95 % interval"], ["a", "37", "20", "26–49"]]


def test_every_head_has_its_scope_and_the_caption_names_the_scroll() -> None:
    shown = written(*by_group("a b c\nnorr 20 10 10\nvast 10 20 10", SCALE))
    assert {cell.get("scope") for cell in shown.find(".//thead").iter("th")} == {"col"}
    assert {cell.get("scope") for cell in shown.find(".//tbody").iter("th")} == {"row"}
    assert all(cell.text_content() for cell in shown.iter("th"))
    (region,) = shown.iter("section")
    caption = shown.get_element_by_id(region.get("aria-labelledby"))
    assert (caption.tag, region.get("tabindex")) == ("caption", "0")
    assert caption.text_content() == "q, by g. Percent of those who answered in each group."


def test_zero_withheld_nobody_and_not_computed_are_four_different_marks() -> None:
    def row(status: str, **numbers: float) -> Row:
        return Row((), "a", "A", "share", status, **numbers)  # type: ignore[arg-type]

    rows = {
        "none": row("ok", percent=0.0),
        "protected: too few answers here or near": row("suppressed"),
        "nobody to ask": row("no_base"),
        "cannot be computed": row("ok"),
    }
    english = Language("en")
    shown = {meaning: cell_text(Cell(row, "percent"), english) for meaning, row in rows.items()}
    assert len({mark.text for mark in shown.values()}) == 4
    assert {meaning: english.say(mark.meaning or "") for meaning, mark in shown.items()} == {
        word: word for word in rows
    }
    almost = cell_text(Cell(row("ok", percent=0.5), "percent"), english)
    assert (almost.text, almost.meaning) == ("<1", None)


@pytest.mark.parametrize(
    ("counts", "explained"),
    [
        ("a 50, b 8, c 3", [".. protected: too few answers here or near"]),
        ("a 50, b 12, c 0", ["– none"]),
        ("a 50, b 6, c 6", []),
    ],
)
def test_a_mark_is_explained_where_it_occurs_and_only_there(counts: str, explained: list[str]) -> None:
    assert marks(written(one_way(counts))) == explained


def test_a_group_that_nobody_is_in_says_so() -> None:
    shown = written(*by_group("a b c\nnorr 20 10 10\nvast 0 0 0\nost 10 20 10", SCALE))
    assert marks(shown) == ["– none; . nobody to ask"] or marks(shown) == [". nobody to ask"]
    assert set(lines(shown)[3][2:]) == {"nobody to ask"}


def test_populations_of_a_published_table_keep_their_names(tmp_path: Path) -> None:
    project = Project(tmp_path)
    file = project.root / "data/surveys/bransch/svar.csv"
    rows = file.read_text(encoding="utf-8")
    more = "order,ja,alla,2020-04-14/2020-04-16,2020-04,33.0,percent,,https://example.org/april,\n"
    file.write_text(rows + more, encoding="utf-8")
    shown = element(project.said('table("order", survey="bransch")'))
    heads = [cell.text_content() for cell in shown.find(".//tbody").iter("th")]
    assert heads == ["Medlemmar, 16–17 mars 2020", "Medlemmar, 14–16 april 2020", "Alla, 14–16 april 2020"]


def test_the_ledger_gets_every_cell_as_it_is_shown() -> None:
    place = here(language="en")
    shown = element(table(composed(one_way("a 50, b 8, c 3"), language="en").table, place))
    cells = {cell.get("data-key"): cell for cell in shown.iter("td") if cell.get("data-key")}
    entries = {entry.key: entry for entry in place.ledger.entries.values()}
    assert set(cells) == set(entries)
    assert entries["prov--q//a/percent"].text == cells["prov--q//a/percent"].text == "82"
    withheld = entries["prov--q//c/n"]
    assert (withheld.text, withheld.n, withheld.value, withheld.status) == ("..", None, None, "suppressed")
