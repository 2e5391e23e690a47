"""Real answers cannot be published without protection by a line in the codebook; example answers can."""

from pathlib import Path

import pytest

from macros.errors import ReportError
from macros.survey.codebook_file import read_codebook

CODEBOOK = """
id: x
status: real
kind: responses
title: X
publisher: X
population: {label: alla, one: företag, many: företag}
files: [svar.csv]
questions: [{id: a, type: single, text: 'A?', answers: [{code: ja, label: Ja}, {code: nej, label: Nej}]}]
"""


def read(tmp_path: Path, rules: str, status: str = "real") -> None:
    folder = tmp_path / "x"
    folder.mkdir()
    (folder / "svar.csv").write_text("a\nja\n", encoding="utf-8")
    text = CODEBOOK.replace("status: real", f"status: {status}") + f"disclosure: {{{rules}}}\n"
    (folder / "survey.yml").write_text(text, encoding="utf-8")
    read_codebook(folder, tmp_path)


@pytest.mark.parametrize(
    "rules", ["min_cell: 2", "min_base: 4", "min_base_yes_no: 4", "min_cell: 1, singletons: false"]
)
def test_too_little_protection_of_real_answers_is_refused(tmp_path: Path, rules: str) -> None:
    with pytest.raises(ReportError) as caught:
        read(tmp_path, rules)
    (problem,) = caught.value.problems
    assert problem.found.template == "Real answers need a min_cell of 3 and a min_base of 5 at least"


@pytest.mark.parametrize(
    ("rules", "status"), [("min_cell: 3, min_base: 5", "real"), ("min_cell: 1, min_base: 1", "example")]
)
def test_the_least_protection_and_examples_pass(tmp_path: Path, rules: str, status: str) -> None:
    read(tmp_path, rules, status)
