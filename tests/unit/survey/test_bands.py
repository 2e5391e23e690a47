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
        ("bands_of: antal", "bands_of: ja", "{question}: bands_of must name an earlier number question"),
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
