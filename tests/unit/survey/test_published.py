"""Somebody else's figures, cell by cell."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from macros.survey.codebook_file import read_codebook
from macros.survey.published import Published, read_published
from macros.survey.surveys import open_survey
from tests.unit.survey.folders import Folder, ProblemsOf

QUESTIONS = """\
  - id: order
    type: single
    text: Order
    column: Har tappat order
    answers: [{code: ja, label: Ja}, {code: nej, label: Nej}]
"""
HEADER = "survey_id,question,answer,group,period,published,value,unit,n,url,note\n"
GOOD = "x,Har tappat order,ja,alla,2020-03,2020-04-01,44.0,percent,1000,https://example.org/a?b=c,\n"


@pytest.fixture
def read(folder: Folder) -> Callable[[str], Published]:
    def run(rows: str) -> Published:
        folder.survey(QUESTIONS, HEADER + rows, "ignore: [survey_id]\n", "published")
        return read_published(read_codebook(folder.path, folder.root), folder.path, folder.root)

    return run


def test_a_figure_is_kept_as_it_was_published(read: Callable[[str], Published]) -> None:
    (figure,) = read(GOOD).figures
    assert (figure.question, figure.answer, figure.group, figure.period) == ("order", "ja", "alla", "2020-03")
    assert (str(figure.value), figure.unit, figure.n, figure.published) == ("44.0", "percent", 1000, "2020-04-01")
    assert figure.url == "https://example.org/a?b=c"


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (("Har tappat order", "Har tapat order"), (2, "No question Har tapat order", "Did you mean Har tappat order?")),
        ((",ja,", ",jaa,"), (3, '"jaa" is no answer to order', "Did you mean Ja?")),
        ((",alla,", ",,"), (4, "The cell is empty", "")),
        ((",2020-03,", ",,"), (5, "The cell is empty", "")),
        (("2020-04-01", "2020-04-31"), (6, '"2020-04-31" is not a date', "")),
        (("2020-04-01", "april"), (6, '"april" is not a date', "")),
        (("44.0", "44 %"), (7, '"44 %" is not a number', "")),
        (("44.0", "100.1"), (7, "100.1 is out of range", "")),
        (("44.0,percent", "1.5,count"), (7, "1.5 is out of range", "")),
        (("percent", "procent"), (8, '"procent" is not a unit', "Did you mean percent?")),
        ((",1000,", ",0,"), (9, '"0" is not a number', "")),
        (("https:", "http:"), (10, '"http://example.org/a?b=c" is not a safe address', "")),
        (("https:", "javascript:"), (10, '"javascript://example.org/a?b=c" is not a safe address', "")),
        (("example.org", "a b"), (10, '"https://a b/a?b=c" is not a safe address', "")),
        (("example.org", "me:pw@example.org"), (10, '"https://me:pw@example.org/a?b=c" is not a safe address', "")),
        (("https://example.org", "https://["), (10, '"https://[/a?b=c" is not a safe address', "")),
    ],
)
def test_each_cell_is_checked(
    read: Callable[[str], Published], problems_of: ProblemsOf, edit: tuple[str, str], expected: tuple[int, str, str]
) -> None:
    assert edit[0] in GOOD
    place, found, hint = expected
    assert [(p, f, h) for p, f, _, h in problems_of(lambda: read(GOOD.replace(*edit)))] == [
        (f"svar.csv:2:{place}", found, hint)
    ]


@pytest.mark.parametrize("value", ["0", "100", "100.0"])
def test_the_ends_of_percent_are_percent(read: Callable[[str], Published], value: str) -> None:
    assert read(GOOD.replace("44.0", value)).figures[0].value == Decimal(value)


def test_the_same_figure_twice(read: Callable[[str], Published], problems_of: ProblemsOf) -> None:
    found = problems_of(lambda: read(GOOD + GOOD.replace("44.0", "45.0")))
    assert [(p, f) for p, f, _, _ in found] == [
        ("svar.csv:3", "The same figure stands at data/surveys/liten/svar.csv:2")
    ]


def test_the_projects_own_published_survey_has_the_nine_figures_of_its_sources() -> None:
    root = Path(__file__).parents[3]
    published = open_survey(root / "data/surveys/innovationsforetagen-2020", root)
    assert isinstance(published, Published)
    values = {(f.question, f.period[5:10]): str(f.value) for f in published.figures}
    assert values == {
        ("tappat_uppdrag", "03-16"): "18.8", ("tappat_uppdrag", "03-25"): "54.5", ("tappat_uppdrag", "04-14"): "64.2",
        ("uppskjutna_uppdrag", "03-16"): "57.0", ("uppskjutna_uppdrag", "03-25"): "70.6",
        ("uppskjutna_uppdrag", "04-14"): "78.0",
        ("tappat_order", "03-16"): "44.0", ("tappat_order", "03-25"): "72.7", ("tappat_order", "04-14"): "81.5",
    }  # fmt: skip
