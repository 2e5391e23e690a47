"""What a figure says: its kind, its finding, its notes and its source."""

from pathlib import Path

import pytest

from macros.errors import Place, ReportError
from macros.language.catalogue import Language
from macros.release.disclosure import release_table
from macros.render.words import speak
from macros.report.address import Address
from macros.report.figures import Wish, make_figure
from macros.report.kinds import Kind, suitable_kinds
from macros.report.notes import notes_of, table_notes_of
from macros.survey.tabulation import Tabulation
from tests.drawings import element, numbers
from tests.projects import Project, in_english
from tests.unit.release.tables import by_group, one_way, question

ENGLISH = Language("en")
SCALE = question("q", "a b c", kind="scale")
SEVERAL = question("q", "a b c", kind="multiple")
EVERYBODY = (
    "Everybody was asked: all 62 firms answered. No sampling error; "
    "errors of measurement and interpretation may remain."
)
FIRMS = {"label": "firms", "one": "firm", "many": "firms"}


def title(counts: str) -> str:
    table = one_way(counts)
    figure = make_figure(Address("s", "q"), release_table(table, table), "en", Wish(), (), Place("docs/index.md"))
    return speak(figure.title, ENGLISH)


def notes(table: Tabulation, total: Tabulation | None = None) -> list[str]:
    released = release_table(table, total or table, "en")
    return [speak(note, ENGLISH) for note in (*notes_of(released, "en"), *table_notes_of(released))]


@pytest.mark.parametrize(
    ("tables", "kinds"),
    [
        ((one_way("a 20, b 20, c 20"),), ("bars",)),
        ((one_way("a 20, b 20, c 20", SCALE),), ("stack", "bars")),
        ((one_way("a 20, b 20, c 20, base 40", SEVERAL),), ("bars",)),
        (by_group("a b c\ng1 20 20 20\ng2 20 20 20", SCALE), ("stack",)),
        (by_group("a b c base\ng1 20 20 20 40\ng2 20 20 20 40", SEVERAL), ()),
    ],
)
def test_a_table_has_its_kinds_of_chart(tables: tuple[Tabulation, ...], kinds: tuple[Kind, ...]) -> None:
    # A kind that is added later may come after these.
    released = release_table(tables[0], tables[-1])
    assert suitable_kinds(released)[: len(kinds)] == kinds


def test_a_finding_is_made_from_the_data_where_the_page_gives_none() -> None:
    assert title("a 20, b 31, c 11") == "q: most common is b (50 percent)"
    assert title("a 4, b 2, c 1") == "q: too few answers to be shown"


def test_the_pages_words_come_first(tmp_path: Path) -> None:
    figure = element(Project(tmp_path).said('chart("permittering", title="Många har permitterat")'))
    assert figure.find_class("figur-titel")[0].text_content() == "Många har permitterat"
    assert figure.find(".//svg/title").text == "Många har permitterat"


def test_a_series_of_two_answers_does_not_mix_them_in_its_title(tmp_path: Path) -> None:
    project = Project(tmp_path)
    file = project.root / "data/surveys/bransch/svar.csv"
    more = "order,nej,medlemmar,2020-04-14/2020-04-16,2020-04,35.8,percent,,https://example.org/april,\n"
    file.write_text(file.read_text(encoding="utf-8") + more, encoding="utf-8")
    shown = element(project.said('chart("order", survey="bransch")'))
    said = shown.find_class("figur-titel")[0].text_content()
    assert said.startswith("Tappat order, 16–17 mars 2020 ")
    assert not {"18,8", "35,8", "64,2"} & numbers(said)


@pytest.mark.parametrize(
    ("design", "size", "first"),
    [
        ({"kind": "census"}, 62, EVERYBODY),
        ({"kind": "census"}, 70, "62 of 62 firms answered the question."),
        ({"kind": "srs"}, 900, "62 of 62 firms answered the question."),
        ({}, None, "62 of 62 firms answered the question."),
    ],
)  # fmt: skip
def test_the_first_note_says_how_many_answered(design: dict[str, str], size: int | None, first: str) -> None:
    said = notes(one_way("a 31, b 20, c 11", design=design, population=FIRMS | {"size": size}))
    assert said[0] == first
    assert ("95 percent" in " ".join(said)) == (design.get("kind") == "srs")


@pytest.mark.parametrize("design", [{"kind": "census"}, {"kind": "srs"}, {}])
def test_a_table_that_is_withheld_whole_claims_no_number_of_answers(design: dict[str, str]) -> None:
    said = " ".join(notes(one_way("a 4, b 2, c 1", design=design, population=FIRMS | {"size": 20})))
    assert {"0", "7"}.isdisjoint(numbers(said))
    assert "Withheld" in said


def test_a_note_stands_where_it_is_needed_and_only_there() -> None:
    whole = notes(one_way("a 50, b 25, c 25"))
    assert not [note for note in whole if "rounding" in note or "Withheld" in note or "care" in note]
    assert any("rounding" in note for note in notes(one_way("a 20, b 20, c 20")))
    assert any(note.startswith("Several answers") for note in notes(one_way("a 50, b 50, c 50, base 80", SEVERAL)))
    assert any(note.startswith("Withheld") for note in notes(one_way("a 50, b 8, c 3")))
    assert "Rests on 29 answers only; read with care (limit: 30, NCHS 2017)." in notes(one_way("a 10, b 10, c 9"))
    assert not [note for note in notes(one_way("a 10, b 10, c 10")) if "care" in note]


def test_what_was_merged_is_told() -> None:
    scale = question("q", "a b c d", {"cd": "c d"}, kind="scale")
    assert "Shown together because they are few: cd." in notes(one_way("a 30, b 30, c 2, d 9", scale))


@pytest.mark.parametrize(
    ("bases", "note"),
    [
        (("", ""), "The number of answers was not published."),
        (("412", "412"), "Base: 412 answers."),
        (("412", "380"), "Base: 380 to 412 answers."),
    ],
)
def test_a_published_base_is_told_where_it_is_known(tmp_path: Path, bases: tuple[str, str], note: str) -> None:
    project = Project(tmp_path, settings="theme: {language: en}\n")
    file = project.root / "data/surveys/bransch/svar.csv"
    march, april = bases
    text = file.read_text(encoding="utf-8")
    text = text.replace("18.8,percent,", f"18.8,percent,{march}").replace("64.2,percent,", f"64.2,percent,{april}")
    file.write_text(text, encoding="utf-8")
    figure = element(project.said('chart("order", survey="bransch")'))
    assert note in [line.text_content() for line in figure.find_class("figur-not")]
    assert figure.find_class("figur-alternativ")[0].text_content().endswith(note)


def test_published_figures_name_and_link_every_source(tmp_path: Path) -> None:
    (source,) = element(Project(tmp_path).said('chart("order", survey="bransch")')).find_class("figur-kalla")
    assert [(link.text, link.get("href")) for link in source.iter("a")] == [
        ("Läget i provet, 2020-03", "https://example.org/mars"),
        ("Läget i provet, 2020-04", "https://example.org/april"),
    ]


def test_invented_answers_are_marked_and_real_ones_are_not(tmp_path: Path) -> None:
    project = Project(tmp_path)
    assert [mark.text for mark in element(project.said('chart("order")')).find_class("exempel")] == ["Exempeldata"]
    assert [mark.text for mark in element(project.said('table("order")')).find_class("exempel")] == ["Exempeldata"]
    assert element(project.said('chart("order", survey="bransch")')).find_class("exempel") == []


def test_a_series_of_counts_is_no_chart_of_percent(tmp_path: Path) -> None:
    project = Project(tmp_path)
    with pytest.raises(ReportError) as caught:
        project.said('chart("antal", survey="bransch")')
    assert in_english(caught.value.problems[0])[1] == "no chart shows antal in this way yet"


def test_a_number_without_a_unit_and_a_question_without_a_name_leave_no_sign_behind(tmp_path: Path) -> None:
    project = Project(tmp_path)
    codebook = project.root / "data/surveys/personal/survey.yml"
    text = codebook.read_text(encoding="utf-8")
    codebook.write_text(text.replace(", label: Anställda, unit: anställda", ""), encoding="utf-8")
    figure = element(project.said('chart("anstallda", survey="personal")'))
    said = " ".join(" ".join(figure.itertext()).replace("\N{NO-BREAK SPACE}", " ").split())
    assert "Hur många arbetar hos er: hälften har från 6 till 15 Exempeldata" in said
    for sign in ("?.", "?,", "?:", " .", " ,", " ;", ",.", ", .", "; ."):
        assert sign not in said
