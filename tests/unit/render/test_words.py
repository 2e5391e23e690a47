"""The text alternative: a pattern for each kind of figure, numbers as in the table, the base last."""

import re
from pathlib import Path

import pytest

from macros.language.catalogue import Language
from macros.language.message import msg
from macros.render.alternative import alternative
from macros.render.words import speak
from macros.report.figures import Figure
from tests.drawings import composed, element, numbers
from tests.projects import FIGURES, Project
from tests.unit.release.tables import by_group, one_way, question

SCALE = question("q", "a b c", kind="scale")
SCALE2 = question("q", "a b", kind="scale")
COLOURS = re.compile(r"blå|orange|grå|grön|röd|svart|färg|bilden|blue|grey|gray|green|\bred\b|black|colou?r|picture")


def said(figure: Figure) -> str:
    return alternative(figure, Language("en"))


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        (composed(one_way("a 31, b 20, c 11")),
         ("Bar chart: q. Most common is a (50 percent), least common c (18). In falling order: a 50, b 32, c 18. "
         "Base: 62 answers.")),
        (composed(one_way("a 20, b 31, c 11", SCALE)),
         ("Stacked bar: q. Most common is b (50 percent), least common c (18). In the order of the scale: "
         "a 32, b 50, c 18. Base: 62 answers.")),
        (composed(one_way("a 50, b 8, c 3")),
         ("Bar chart: q. 82 percent answered a. Not shown in full, to protect those who answered: b, c. "
          "Base: 61 answers.")),
        (composed(one_way("a 38, b 20, base 62", question("q", "a b", kind="multiple"))),
         ("Bar chart: q. Most common is a (61 percent), least common b (32). In falling order: a 61, b 32. "
         "Base: 62 answers. Several answers could be given.")),
        (composed(one_way("a 20, b 20, c 10")),
         ("Bar chart: q. Most common are a and b (40 percent each), least common c (20). In falling order: "
         "a 40, b 40, c 20. Base: 50 answers.")),
        (composed(one_way("a 40, b 20, c 20")),
         ("Bar chart: q. Most common is a (50 percent), least common b and c (25). In falling order: "
         "a 50, b 25, c 25. Base: 80 answers.")),
        (composed(one_way("a 20, b 20")), "Bar chart: q. 50 percent each answered a and b. Base: 40 answers."),
        (composed(one_way("a 4, b 2, c 1")), "Bar chart: q. Too few answers: no share is shown."),
        (composed(*by_group("a b c\nnorr 20 10 10\nvast 10 20 10\nost 30 10 10", SCALE)),
         ("Stacked bars: q, by group. Among all, most common is a (46 percent). The share with a is largest in ost "
         "(60 percent) and smallest in vast (25). Base: 130 answers.")),
        (composed(*by_group("a b\nnorr 20 10\nvast 30 15", SCALE2)),
         ("Stacked bars: q, by group. Among all, most common is a (67 percent). The share with a is the same in every "
         "group. Base: 75 answers.")),
    ],
)  # fmt: skip
def test_each_kind_has_its_pattern(figure: Figure, text: str) -> None:
    assert said(figure) == text


def test_a_group_that_is_withheld_is_named_without_a_number() -> None:
    table, total = by_group("a b c\nnorr 20 10 10\nvast 10 20 10\nost 2 3 1", SCALE, disclosure={"merge_small": False})
    hidden = next(part for part in said(composed(table, total)).split(". ") if part.startswith("Not shown"))
    assert "ost" in hidden
    assert numbers(hidden) == set()


def test_of_groups_that_are_withheld_nothing_is_said_that_the_others_do_not_tell() -> None:
    """The largest and smallest are those of the groups that are shown; the only one shown is told by itself."""
    few = {"merge_small": False}
    table, total = by_group("a b\nnorr 20 10\nvast 10 20\nost 2 3", SCALE2, disclosure=few)
    text = said(composed(table, total))
    assert "Of the groups where it is shown, the share with a is largest in norr" in text or "is shown for" in text
    assert "ost (" not in text


def test_a_series_says_its_ends_its_extremes_and_that_no_base_was_published(tmp_path: Path) -> None:
    project = Project(tmp_path, settings="theme: {language: en}\n")
    figure = element(project.said('chart("order", survey="bransch")'))
    (text,) = figure.find_class("figur-alternativ")
    assert text.text_content() == (
        "The chart in words: Line chart: Tappat order, ja. From 18.8 percent (16–17 March 2020) to 64.2 percent "
        "(14–16 April 2020). Highest 64.2, lowest 18.8, 2 times of measurement. "
        "The number of answers was not published."
    )


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, str]]:
    """The text alternative and the table of every figure of the small project, in Swedish."""
    project = Project(tmp_path_factory.mktemp("ord"))
    found = {}
    for call, shown in project.figures().items():
        (text,) = element(shown).find_class("figur-alternativ")
        found[call] = (text[0].tail or "").strip(), " ".join(element(shown).find(".//table").itertext())
    return found


@pytest.mark.parametrize("call", FIGURES)
def test_it_says_what_the_table_says_in_60_to_450_letters(texts: dict[str, tuple[str, str]], call: str) -> None:
    text, table = texts[call]
    assert numbers(text) - {"2"} <= numbers(table)  # "2 mättillfällen" counts the table's lines
    assert 60 <= len(text) <= 450
    assert not COLOURS.search(text.lower())
    assert "\n" not in text


def test_no_two_figures_of_a_page_say_the_same(texts: dict[str, tuple[str, str]]) -> None:
    assert len({text for text, _ in texts.values()}) == len(FIGURES)


def test_a_message_speaks_rows_as_numbers_and_text_as_it_is() -> None:
    row = composed(one_way("a 31, b 31")).released.row((), "a")
    assert speak(msg("{label}: {row}", label=msg("Answer"), row=row), Language("en")) == "Answer: 50"
    assert speak("Svar", Language("en")) == "Svar"
