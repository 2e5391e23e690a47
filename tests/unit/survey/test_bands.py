"""Bands follow from their number: by limits that rise, and with every kind of missing kept apart."""

from pathlib import Path

import pytest

from macros.errors import ReportError
from macros.survey.codebook_file import read_codebook
from macros.survey.responses import read_responses
from macros.survey.tabulate import tabulate

CODEBOOK = """
id: x
status: example
kind: responses
title: X
publisher: X
population: {label: alla, one: företag, many: företag}
files: [svar.csv]
missing: {no_answer: [""], dont_know: [Vet ej]}
questions:
  - {id: ja, type: single, text: 'Ja?', answers: [{code: ja, label: Ja}, {code: nej, label: Nej}]}
  - {id: antal, type: number, text: 'Antal?', asked_if: 'ja == "ja"'}
  - id: klass
    type: scale
    text: Antal?
    bands_of: antal
    answers:
      - {code: liten, label: Liten, below: 10}
      - {code: mellan, label: Mellan, below: 50}
      - {code: stor, label: Stor}
"""


def folder(tmp_path: Path, codebook: str) -> Path:
    """A survey of six respondents."""
    place = tmp_path / "data" / "surveys" / "x"
    place.mkdir(parents=True)
    (place / "survey.yml").write_text(codebook, encoding="utf-8")
    (place / "svar.csv").write_text("ja,antal\nja,9\nja,10\nja,50\nja,\nja,Vet ej\nnej,\n", encoding="utf-8")
    return place


def test_each_value_falls_in_one_band_and_missing_kinds_stay(tmp_path: Path) -> None:
    """A limit belongs to the band above it; who was not asked or did not know is in no band."""
    place = folder(tmp_path, CODEBOOK)
    table = tabulate(read_responses(read_codebook(place, tmp_path), place, tmp_path), "klass")
    counts = {cell.answer: cell.n for cell in table.cells}
    assert counts == {
        None: 3, "liten": 1, "mellan": 1, "stor": 1,
        "__no_answer__": 1, "__dont_know__": 1, "__refused__": 0, "__not_applicable__": 0, "__not_asked__": 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("below: 50", "below: 5", "Each band but the last needs its limit below, in rising order"),
        ("label: Mellan, below: 50", "label: Mellan", "Each band but the last needs its limit below, in rising order"),
        ("label: Stor", "label: Stor, below: 99", "Each band but the last needs its limit below, in rising order"),
        ("bands_of: antal", "bands_of: ja", "{question}: {key} must name an earlier question of type {types}"),
        ("below: 50", "below: 2020-05-01", "Each band but the last needs its limit below, in rising order"),
        ("bands_of: antal", "column: antal", "Only the answers of a question with bands_of have a limit below"),
        ("bands_of: antal", "bands_of: antal\n    column: klass", "A question with bands_of is a scale, and has no"),
    ],
)
def test_bands_that_cannot_be_are_refused(tmp_path: Path, right: str, wrong: str, said: str) -> None:
    """Limits in order, a number to cut, and no column: anything else is told with its place."""
    place = folder(tmp_path, CODEBOOK.replace(right, wrong, 1))
    with pytest.raises(ReportError) as caught:
        read_codebook(place, tmp_path)
    problem = caught.value.problems[0]
    assert problem.found.template.startswith(said)
    assert problem.place.path == "data/surveys/x/survey.yml"
    assert problem.place.line is not None


DATES = """
  - {id: dag, type: date, text: 'När?', order: day-month-year}
  - id: skede
    type: scale
    text: Före eller efter?
    bands_of: dag
    answers:
      - {code: fore, label: Före, below: 2020-03-11}
      - {code: efter, label: Efter}
  - id: nagon
    type: single
    text: Någon gång?
    groups_of: skede
    answers:
      - {code: gang, label: Ja, of: [fore, efter]}
"""


def test_dates_fall_in_bands_too_and_bands_in_groups(tmp_path: Path) -> None:
    """A limit is the first day of the band above it; what is made of a band follows it."""
    place = folder(tmp_path, CODEBOOK + DATES)
    rows = "ja,antal,dag\nja,9,10.3.2020\nja,9,11/03/2020 08:00\nnej,,\n"
    (place / "svar.csv").write_text(rows, encoding="utf-8")
    frame = read_responses(read_codebook(place, tmp_path), place, tmp_path).frame
    assert list(frame["skede"]) == ["fore", "efter", "__no_answer__"]
    assert list(frame["nagon"]) == ["gang", "gang", "__no_answer__"]


def test_limits_are_of_the_kind_of_what_they_cut(tmp_path: Path) -> None:
    """A number is not under a date."""
    place = folder(tmp_path, (CODEBOOK + DATES).replace("bands_of: dag", "bands_of: antal"))
    with pytest.raises(ReportError) as caught:
        read_codebook(place, tmp_path)
    assert caught.value.problems[0].found.template == "{question}: the limits below are dates for a date, else numbers"


def test_a_question_may_be_put_to_a_band(tmp_path: Path) -> None:
    """Routing by what is made of an answer holds as routing by an answer does."""
    more = "  - {id: hur, type: text, text: 'Hur?', asked_if: 'klass == \"stor\"'}\n"
    place = folder(tmp_path, CODEBOOK + more)
    (place / "svar.csv").write_text("ja,antal,hur\nja,60,så\nja,9,\n", encoding="utf-8")
    assert list(read_responses(read_codebook(place, tmp_path), place, tmp_path).frame["hur"]) == ["så", "__not_asked__"]
    (place / "svar.csv").write_text("ja,antal,hur\nja,9,så\n", encoding="utf-8")
    with pytest.raises(ReportError) as caught:
        read_responses(read_codebook(place, tmp_path), place, tmp_path)
    assert [str(problem.place) for problem in caught.value.problems] == ["data/surveys/x/svar.csv:2:3"]


def test_bands_and_groups_may_be_a_scale_that_has_a_name(tmp_path: Path) -> None:
    """What stands under scales is checked with the question that names it."""
    head, _, answers = CODEBOOK.partition("    answers:\n      - {code: liten")
    named = f"{head}    scale: klasser\nscales:\n  klasser:\n      - {{code: liten{answers}"
    place = folder(tmp_path, named)
    frame = read_responses(read_codebook(place, tmp_path), place, tmp_path).frame
    assert list(frame["klass"])[:3] == ["liten", "mellan", "stor"]
    (place / "survey.yml").write_text(named.replace("below: 50", "below: 5"), encoding="utf-8")
    with pytest.raises(ReportError) as caught:
        read_codebook(place, tmp_path)
    assert caught.value.problems[0].found.template == "Each band but the last needs its limit below, in rising order"
