"""The project's own published figures: different populations never share a line, a table says whom each is about."""

import html
import re
from pathlib import Path

import pytest

from macros.language.catalogue import Language
from macros.report.periods import in_words, midpoint
from tests.projects import Project

SURVEYS = Path(__file__).parents[3] / "data" / "surveys"
PUBLISHED = ("handelskammaren-mittsverige-2020a", "innovationsforetagen-2020", "iuc-nationell-2021", "ki-extra-2020")


@pytest.fixture
def ours(tmp_path: Path) -> Project:
    """A project with the published surveys as they are."""
    empty = Project(tmp_path)
    for id_ in PUBLISHED:
        for name in ("survey.yml", "siffror.csv"):
            empty.write(f"data/surveys/{id_}/{name}", (SURVEYS / id_ / name).read_text(encoding="utf-8"))
    return empty


def text(written: str) -> str:
    """What a reader sees of it."""
    return " ".join(html.unescape(re.sub("<[^>]+>", " ", written)).replace("\xa0", " ").split())


def test_a_chart_of_several_populations_is_refused(ours: Project) -> None:
    ours.page('{{ chart("omsattning_normalt") }}', survey="ki-extra-2020")
    assert [problem[1:] for problem in ours.problems()] == [
        (
            "the figures of omsattning_normalt are of different populations, which never share a line",
            "",
            'Use table("…") instead.',
        )
    ]


@pytest.mark.parametrize(
    ("survey", "question"),
    [("iuc-nationell-2021", "utvecklingsbehov"), ("handelskammaren-mittsverige-2020a", "antal_svar")],
)
def test_a_single_figure_makes_no_line(ours: Project, survey: str, question: str) -> None:
    ours.page(f'{{{{ chart("{question}") }}}}', survey=survey)
    assert [problem[1] for problem in ours.problems()] == [f"no chart shows {question} in this way yet"]


def test_a_series_of_one_population_is_a_chart(ours: Project) -> None:
    ours.page('{{ chart("tappat_order") }}', survey="innovationsforetagen-2020")
    assert ours.problems() == []


def test_a_table_says_group_and_time_of_each_figure(ours: Project) -> None:
    said = text(ours.said('table("omsattning_normalt")', "ki-extra-2020"))
    for line in (
        "Totala näringslivet, 22–24 juni 2020, minskad omsättning 68",
        "Totala näringslivet, 27–29 juli 2020, minskad omsättning 60",
        "Totala näringslivet, augusti 2020, minskad med 26–50 procent 13",
        "Handel, augusti 2020, minskad omsättning 55",
        "Tillverkningsindustri, 9–11 november 2020, minskad omsättning 46",
    ):
        assert line in said
    two_weeks = text(ours.said('table("omsattning_tva_veckor")', "ki-extra-2020"))
    assert "Tillverkningsindustri, maj 2020 (andra mätningen) 71" in two_weeks
    assert "Tjänstesektor, maj 2020 (andra mätningen) 75" in two_weeks


def test_a_note_of_a_source_says_which_figure_it_is_about(ours: Project) -> None:
    said = text(ours.said('table("omsattning_normalt")', "ki-extra-2020"))
    assert "Totala näringslivet, 22–24 juni 2020, minskad omsättning: angiven som 8 procentenheter över 60." in said
    assert "augusti 2020, minskad med 26–50 procent: tre procentenheter lägre än förra mätningen." in said


def test_each_publication_is_cited_once(ours: Project) -> None:
    written = ours.said('table("omsattning_normalt")', "ki-extra-2020")
    addresses = re.findall(r'href="(https://(?:www\.konj|mvr)[^"]+)"', written)
    assert len(addresses) == len(set(addresses)) == 3


def test_a_count_is_told_in_the_sources_own_unit(ours: Project) -> None:
    survey = "handelskammaren-mittsverige-2020a"
    assert "1 747 svar" in text(ours.said(f'cite("{survey}", "antal_svar", "svar")', survey))


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2020-03-16/2020-03-17", "16–17 mars 2020"),
        ("2020-08", "augusti 2020"),
        ("2020-03/2020-04", "mars–april 2020"),
        ("2020-04/2021-02", "april 2020–februari 2021"),
        ("2020-05 (andra mätningen)", "maj 2020 (andra mätningen)"),
        ("våren 2020", "våren 2020"),
        ("2020-13", "2020-13"),
        ("mätning 2020-05", "mätning 2020-05"),
    ],
)
def test_periods_are_told_as_a_reader_says_them(period: str, words: str) -> None:
    assert in_words(period, Language("sv")) == words


def test_a_month_that_does_not_exist_has_no_place_in_time() -> None:
    assert midpoint("2020-13") is None
