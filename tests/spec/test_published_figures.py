"""The figures that others published, as they stand in the sources: none is lost, changed or rounded."""

from pathlib import Path

import pytest

from macros.survey.published import Published
from macros.survey.surveys import open_surveys

ROOT = Path(__file__).parents[2]
KI = "https://www.konj.se/publikationer/konjunkturbarometern/extrafragor/extramatning-covid/"
INNOVATION = "https://www.innovationsforetagen.se/2020/"
SOURCES = {
    "ki-juni": f"{KI}2020-06-02-fortfarande-storst-omsattningstapp-for-tjanstesektorn.html",
    "ki-4-aug": f"{KI}2020-08-04-farre-foretag-drabbade-av-omsattningstapp.html",
    "ki-18-aug": f"{KI}2020-08-18-tydligt-lyft-for-tillverkningsindustrin.html",
    "mvr": "https://mvr.se/blog/2020/11/26/mindre-omsattningstapp-i-tillverkningsindustrin/",
    "iuc-syd": "https://iucsyd.se/nyheter/bonbon-cookie-chocolate-cheesecake-sweet/",
    "oresund": "https://www.newsoresund.se/nytankande-och-utvecklingsvilja-i-industriforetagen-under-krisen/",
    "mars": f"{INNOVATION}03/ny-enkat-om-coronakrisens-effekter-pa-innovationsforetagens-medlemmar/",
    "april": f"{INNOVATION}04/corona-enkat-3/",
    "mitt": "https://midchamber.se/inslag-i-magasin-kramfors/",
    "norr": "https://www.handelskammaren.ac/2020/04/03/viktiga-synpunkter-till-regeringen/",
}
# answer; group; period; value; base; published; source
FIGURES = """
ki-extra-2020 omsattning_tva_veckor
minskad; tillverkningsindustri; 2020-05 (andra mätningen); 71 percent; ; 2020-06-02; ki-juni
minskad; tjänstesektor;         2020-05 (andra mätningen); 75 percent; ; 2020-06-02; ki-juni
ki-extra-2020 omsattning_normalt
minskad;          totala näringslivet;   2020-06-22/2020-06-24; 68 percent; ; 2020-08-04; ki-4-aug
minskad;          totala näringslivet;   2020-07-27/2020-07-29; 60 percent; ; 2020-08-04; ki-4-aug
minskad;          handel;                2020-08;               55 percent; ; 2020-08-18; ki-18-aug
minskad_hogst_25; totala näringslivet;   2020-08;               41 percent; ; 2020-08-18; ki-18-aug
minskad_26_50;    totala näringslivet;   2020-08;               13 percent; ; 2020-08-18; ki-18-aug
minskad;          tillverkningsindustri; 2020-11-09/2020-11-11; 46 percent; ; 2020-11-26; mvr
iuc-nationell-2021 utvecklingsbehov
stora; riket; 2020-04/2021-02; 78 percent; 1000; 2021-04; iuc-syd
iuc-nationell-2021 permitterat_varslat
ja; riket; 2020-04/2021-02; 41 percent; 1000; 2021; oresund
innovationsforetagen-2020 tappat_uppdrag
ja; medlemsföretag; 2020-03-16/2020-03-17; 18.8 percent; ; 2020-03; mars
ja; medlemsföretag; 2020-03-25/2020-03-26; 54.5 percent; ; 2020-03; mars
ja; medlemsföretag; 2020-04-14/2020-04-16; 64.2 percent; ; 2020-04; april
innovationsforetagen-2020 uppskjutna_uppdrag
ja; medlemsföretag; 2020-03-16/2020-03-17; 57.0 percent; ; 2020-03; mars
ja; medlemsföretag; 2020-03-25/2020-03-26; 70.6 percent; ; 2020-03; mars
ja; medlemsföretag; 2020-04-14/2020-04-16; 78.0 percent; ; 2020-04; april
innovationsforetagen-2020 tappat_order
ja; medlemsföretag; 2020-03-16/2020-03-17; 44.0 percent; ; 2020-03; mars
ja; medlemsföretag; 2020-03-25/2020-03-26; 72.7 percent; ; 2020-03; mars
ja; medlemsföretag; 2020-04-14/2020-04-16; 81.5 percent; ; 2020-04; april
handelskammaren-mittsverige-2020a antal_svar
svar; alla branscher; 2020-03/2020-04; 1747 count; 1747; 2020-04-07; mitt
handelskammaren-norr-2020 antal_svar
svar; alla branscher; 2020-03; 4000 count; 4000; 2020-04-03; norr
"""
NOTES = {
    "71": "nästan oförändrat mot första mätningen (11 maj)",
    "68": "angiven som 8 procentenheter över 60",
    "60": "få svar: ingen redovisning på branschnivå bland annat för att enskilda företag inte ska kunna identifieras",
    "41": "fyra procentenheter högre än förra mätningen",
    "13": "tre procentenheter lägre än förra mätningen",
    "46": "återgivet av Metallverkstädernas Riksförbund efter Konjunkturinstitutet",
    "78": "delrapport efter 460 intervjuer i juli 2020",
    "4000": "angivet som 'nästan 4000'",
}


@pytest.fixture(scope="module")
def published() -> list[Published]:
    return [survey for survey in open_surveys(ROOT).values() if isinstance(survey, Published)]


def expected() -> list[tuple[str, ...]]:
    """Read the table above: each figure under its survey and question."""
    found, heading = [], ("", "")
    for line in FIGURES.strip().splitlines():
        cells = [cell.strip() for cell in line.split(";")]
        if len(cells) == 1:
            survey, question = line.split()
            heading = (survey, question)
        else:
            found.append((*heading, *cells[:-1], SOURCES[cells[-1]]))
    return found


def test_every_published_figure_stands_as_in_its_source(published: list[Published]) -> None:
    stands = [
        (
            survey.codebook.id,
            figure.question,
            figure.answer,
            figure.group,
            figure.period,
            f"{figure.value} {figure.unit}",
            "" if figure.n is None else str(figure.n),
            figure.published,
            figure.url,
        )
        for survey in published
        for figure in survey.figures
    ]
    assert sorted(stands) == sorted(expected())
    assert len(stands) == 21


def test_what_a_source_says_beside_its_figure_is_kept(published: list[Published]) -> None:
    notes = {
        (survey.codebook.id, str(figure.value)): figure.note
        for survey in published
        for figure in survey.figures
        if figure.note
    }
    assert {value: note for (_, value), note in notes.items()} == NOTES
    assert len(notes) == len(NOTES)
    assert ("iuc-nationell-2021", "41") not in notes


def test_published_figures_are_real_and_say_what_is_not_known(published: list[Published]) -> None:
    for survey in published:
        assert survey.codebook.status == "real"
        assert survey.codebook.design.kind == "nonprobability"
        assert survey.codebook.design.reason
        assert survey.codebook.limitations
