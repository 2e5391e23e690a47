"""The same report in English: one line of the settings, and every word that the house itself writes changes."""

from pathlib import Path

import pytest

from tests.site.built_pages import figures_in, numbers, read_json, read_pages

KEY = "iuc-2020-sommar--orderingang"
WAVES = "iuc-2020-sommar--leveranser_in-leveranser_ut-orderingang-likviditet--iuc-2020-var"


def test_the_pages_say_that_they_are_english(english_site: Path) -> None:
    assert {page.get("lang") for page in read_pages(english_site).values()} == {"en"}


def test_numbers_are_written_in_english(english_site: Path) -> None:
    texts = [text for page in read_pages(english_site).values() for _, text in numbers(page)]
    assert [text for text in texts if text.endswith(" percent")]
    assert [text for text in texts if text.endswith(" percentage points")]
    assert [text for text in texts if " of " in text and figures_in(text)]
    assert [text for text in texts if "44.0" in text]
    unit = "procent av personalen"  # the codebook's own word, which nobody has translated
    swedish = ("procent", " av ", "hälften")
    assert [text for text in texts if any(word in text.removesuffix(unit) for word in swedish)] == []


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (".//*[@class='exempel']", "Example data"),
        (".//summary", "Table, download and how to read the chart"),
        (".//table//th[@scope='col'][2]", "Percent"),
        (".//*[@class='figur-kalla']", "Source: IUC Z-GROUP, "),
        (".//*[@class='figur-alternativ']", " percent"),
        (".//*[@class='figur-lankar']", "Download the table (CSV)"),
    ],
)
def test_what_stands_around_a_figure_is_english(english_site: Path, place: str, words: str) -> None:
    figure = read_pages(english_site)["rapport/order/"].get_element_by_id(f"figur-{KEY}")
    assert words in figure.xpath(place)[0].text_content()


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (".//*[@class='figur-fraga']", "Percent of those who answered. Change in percentage points."),
        (".//caption", "Percent in våren 2020 and sommaren 2020, and change in percentage points."),
        (".//table//th[@scope='col'][1]", "Question and answer"),
        (".//table//th[@scope='col'][4]", "Change"),
        (".//*[@class='figur-not']", "Våren 2020: 54–57 answers to each question."),
        (".//*[@class='figur-alternativ']", "Change from våren 2020 to sommaren 2020. Rose most: "),
    ],
)
def test_what_stands_around_a_comparison_is_english(english_site: Path, place: str, words: str) -> None:
    figure = read_pages(english_site)["rapport/"].get_element_by_id(f"figur-{WAVES}")
    assert words in figure.xpath(place)[0].text_content()


def test_the_page_says_in_english_that_it_shows_example_data(english_site: Path) -> None:
    (line,) = read_pages(english_site)[""].find_class("exempel-sida")
    assert line.text_content().startswith("The figures here are example data: the answers are invented")


def test_both_languages_show_the_same_numbers(english_site: Path, built_site: Path) -> None:
    english, swedish = (read_json(site, "results") for site in (english_site, built_site))
    assert {entry["key"]: entry["value"] for entry in english} == {entry["key"]: entry["value"] for entry in swedish}
