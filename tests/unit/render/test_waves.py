"""A comparison as a reader meets it: dots where the rounded shares are, words, a table, and texts that stay texts."""

import json
import re
from pathlib import Path

import pytest
from lxml import html

from tests.drawings import body, dots, element, labels, numbers
from tests.projects import HEAD, SETTINGS, Project
from tests.two_waves import Counts, call, two_waves
from tests.unit.render.test_hostile_texts import HOSTILE
from tests.unit.render.test_hostile_texts import shown as letters

ORDER, LEVERANS, KORTTID, NYA = ("order", "farre"), ("leverans", "ja"), ("korttid", "ja"), ("nya", "ja")
ALL = (ORDER, LEVERANS, KORTTID, NYA)
GREY, BLUE = "var(--bar-rest)", "var(--bar)"


def written(project: Project, *pairs: tuple[str, str]) -> html.HtmlElement:
    (figure,) = element(project.said(call(*pairs), "sommar"))
    return figure


def alternative(figure: html.HtmlElement) -> str:
    (text,) = figure.find_class("figur-alternativ")
    return (text[0].tail or "").strip()


def svgs(root: Path, spring: Counts, summer: Counts) -> list[str]:
    """Both drawings of one question in two waves of any size, without their names and ids."""
    return [body(svg) for svg in whole_svgs(root, spring, summer)]


def whole_svgs(root: Path, spring: Counts, summer: Counts) -> list[str]:
    heads = {id_: HEAD.replace("62", "1000") for id_ in ("var", "sommar")}
    shown = two_waves(root, spring=spring, summer=summer, heads=heads).said(call(NYA), "sommar")
    return re.findall(r"<svg .*?</svg>", shown)


def yes(n: int, base: int) -> Counts:
    return {"nya": {"ja": n, "nej": base - n}}


def test_its_table_gives_each_answer_before_now_and_the_change(tmp_path: Path) -> None:
    figure = written(two_waves(tmp_path), *ALL)
    assert [[cell.text_content() for cell in row] for row in figure.iter("tr")] == [
        ["Question and answer", "Spring 2020", "Summer 2020", "Change"],
        ["Order: färre", "46", "63", "+16"],
        ["Leverans: ja", "81", "66", "\N{MINUS SIGN}15"],
        ["Korttid: ja", "26", "36", "+10"],
        ["Nya: ja", "50", "50", "0"],
    ]
    assert [cell.get("scope") for cell in figure.iter("th")] == ["col"] * 4 + ["row"] * 4


@pytest.mark.parametrize(
    ("spring", "summer", "texts"),
    [
        (yes(200, 400), yes(300, 400), ["50", "75"]),
        (yes(300, 400), yes(200, 400), ["50", "75"]),  # the smaller one on the left, whichever came first
        (yes(8, 400), yes(200, 400), ["2 \N{RIGHTWARDS ARROW} 50"]),  # no room on the left
        (yes(200, 400), yes(201, 400), ["50"]),  # one place, one share
    ],
)
def test_each_dot_has_its_share_on_the_outer_side(
    tmp_path: Path, spring: Counts, summer: Counts, texts: list[str]
) -> None:
    for svg in whole_svgs(tmp_path, spring, summer):
        found = [label for label in labels(svg) if re.fullmatch(r"[1-9]\d*( . \d+)?", label.words)]
        assert [label.words for label in found] == texts
        ends = sorted(dot.x for dot in dots(svg))
        assert found[-1].x > ends[-1]
        assert len(found) == 1 or found[0].x < ends[0]


def test_each_number_is_in_the_ledger_with_its_own_survey_counts_and_kind(tmp_path: Path) -> None:
    project = two_waves(tmp_path)
    written(project, ORDER)
    noted = [
        tuple(record[name] for name in ("key", "statistic", "value", "text", "n", "base", "survey"))
        for record in project.desk().ledger.as_records()
    ]
    assert noted == [
        ("sommar--order//farre/change/var", "change", 16, "+16", None, 62, "sommar"),
        ("sommar--order//farre/share", "share", 63, "63", 39, 62, "sommar"),
        ("var--order//farre/share", "share", 46, "46", 26, 56, "var"),
    ]


def test_it_shows_its_key_sources_mark_and_download(tmp_path: Path) -> None:
    figure = written(two_waves(tmp_path), *ALL)
    key = [(entry[0].get("class"), entry.text_content()) for entry in figure.find_class("nyckel")[0]]
    assert key == [("prov prov-bar-rest", "Spring 2020"), ("prov prov-bar", "Summer 2020")]
    assert figure.find_class("figur-kalla")[0].text_content().count("Source: Provbolaget") == 2
    assert len(figure.find_class("exempel")) == 1
    assert figure.xpath(".//a[@download]/@href") == ["data/sommar--order-leverans-korttid-nya--var.csv"]


@pytest.mark.parametrize(
    ("pairs", "words"),
    [
        (
            ALL,
            (
                "Change from spring 2020 to summer 2020. Rose most: Order: färre, from 46 to 63 percent (+16). "
                "Fell most: Leverans: ja, from 81 to 66 percent (\N{MINUS SIGN}15). "
                "The rest in order: Korttid: ja +10, Nya: ja 0 percentage points. "
                "Spring 2020: 56–57 answers to each question. Summer 2020: 61–62 answers to each question."
            ),
        ),
        (
            (KORTTID, ORDER),  # nothing fell, so nothing is said to have fallen
            (
                "Change from spring 2020 to summer 2020. Rose most: Order: färre, from 46 to 63 percent (+16). "
                "The rest in order: Korttid: ja +10 percentage points. "
                "Spring 2020: 56–57 answers to each question. Summer 2020: 61–62 answers to each question."
            ),
        ),
        (
            (LEVERANS,),
            (
                "Change from spring 2020 to summer 2020. "
                "Fell most: Leverans: ja, from 81 to 66 percent (\N{MINUS SIGN}15). "
                "Spring 2020: 57 answers to each question. Summer 2020: 61 answers to each question."
            ),
        ),
        (
            (NYA,),  # nothing moved
            (
                "Change from spring 2020 to summer 2020. In order: Nya: ja 0 percentage points. "
                "Spring 2020: 56 answers to each question. Summer 2020: 62 answers to each question."
            ),
        ),
    ],
    ids=["rose and fell", "rose", "fell", "stood still"],
)
def test_it_is_read_aloud(tmp_path: Path, pairs: tuple[tuple[str, str], ...], words: str) -> None:
    assert alternative(written(two_waves(tmp_path), *pairs)) == words
    assert 60 <= len(words) <= 450


def test_the_words_and_the_drawing_say_no_number_that_the_table_and_the_notes_do_not(tmp_path: Path) -> None:
    figure = written(two_waves(tmp_path, settings=SETTINGS), *ALL)
    table = numbers(" ".join(figure.find(".//table").itertext()))
    noted = numbers(" ".join(note.text_content() for note in figure.find_class("figur-not")))
    assert numbers(alternative(figure)) <= table | noted
    for svg in figure.findall(".//svg"):
        said = [label.words for label in labels(html.tostring(svg, encoding="unicode")) if not label.axis]
        assert {"+16", "\N{MINUS SIGN}15", "+10", "0"} <= set(said)
        assert numbers(" ".join(said)) <= table


def test_dots_stand_at_the_rounded_shares_grey_before_and_coloured_now(tmp_path: Path) -> None:
    figure = written(two_waves(tmp_path), *ALL)
    for svg in figure.findall(".//svg"):
        drawn = html.tostring(svg, encoding="unicode")
        axis = {label.words: label.x for label in labels(drawn) if label.axis}
        zero, whole = axis["0%"], axis["100%"]
        at = {fill: [round(100 * (dot.x - zero) / (whole - zero), 6) for dot in dots(drawn) if dot.fill == fill]
              for fill in (GREY, BLUE)}  # fmt: skip
        assert at == {GREY: [46, 81, 26, 50], BLUE: [63, 66, 36, 50]}
        lines = [[dot.y for dot in dots(drawn) if dot.fill == fill] for fill in (GREY, BLUE)]
        assert lines[0] == lines[1] == sorted(set(lines[0]))


@pytest.mark.parametrize(
    ("before", "after"),
    [((32, 69), (44, 70)), ((52, 112), (78, 124)), ((45, 97), (179, 286)), ((264, 569), (617, 981))],
)
def test_every_count_and_base_that_give_46_and_63_percent_and_16_points_give_the_same_drawing(
    tmp_path: Path, before: tuple[int, int], after: tuple[int, int]
) -> None:
    shares = 100 * before[0] / before[1], 100 * after[0] / after[1]
    assert (round(shares[0]), round(shares[1]), round(shares[1] - shares[0])) == (46, 63, 16)
    drawn = svgs(tmp_path / "b", yes(*before), yes(*after))
    assert drawn == svgs(tmp_path / "a", yes(26, 56), yes(39, 62))
    assert drawn != svgs(tmp_path / "c", yes(25, 56), yes(39, 62))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_names_of_questions_are_shown_as_text(tmp_path: Path, text: str) -> None:
    project = two_waves(tmp_path, label=json.dumps(text))
    said = project.said(call(NYA), "sommar")
    assert said.replace("\N{NO-BREAK SPACE}", " ").isprintable()
    (figure,) = element(said)
    assert {part.tag for part in figure.iter() if isinstance(part.tag, str)}.isdisjoint(
        {"script", "img", "b", "em", "code", "h1"}
    )
    assert [name for part in figure.iter() for name in part.attrib if name.startswith("on")] == []
    for part in (figure.find(".//tbody//th"), *figure.find_class("figur-alternativ"), *figure.findall(".//svg")):
        assert letters(text) in letters(part.text_content())
