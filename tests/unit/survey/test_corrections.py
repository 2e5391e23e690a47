"""Corrections: made where the codebook says, counted, and refused where they hit nothing. No file is touched."""

from collections.abc import Callable

import pytest

from macros.survey.codebook_file import read_codebook
from macros.survey.responses import read_responses
from macros.survey.survey import Survey
from tests.unit.survey.folders import Folder, ProblemsOf

QUESTIONS = """\
  - id: storlek
    type: single
    text: Hur många?
    answers: [{code: liten, label: 1–4}, {code: stor, label: 5 eller fler}]
  - {id: antal, type: number, text: Antal, minimum: 0, maximum: 100}
  - id: behov
    type: multiple
    text: Vad?
    columns: {kurs: b_kurs, hjalp: b_hjalp}
    answers: [{code: kurs, label: Kurs}, {code: hjalp, label: Hjälp}]
  - {id: varav, type: number, text: Varav, asked_if: 'storlek == "stor"'}
"""
ROWS = """\
id,storlek,antal,b_kurs,b_hjalp,varav
f1,1–4,400,0,1,
f2,1–4,40,0,1,
f3,5 eller fler,40,1,0,3
"""
WHY = "why: Fel enhet, who: Vi"
Read = Callable[[str], Survey]


@pytest.fixture
def read(folder: Folder) -> Read:
    """Read the three rows with some corrections."""

    def run(corrections: str) -> Survey:
        folder.survey(QUESTIONS, ROWS, f"identifier: id\ncorrections:\n{corrections}")
        return read_responses(read_codebook(folder.path, folder.root), folder.path, folder.root)

    return run


def made(survey: Survey) -> list[int]:
    return [count for _, count in survey.corrections]


def test_a_correction_of_one_respondent(read: Read, folder: Folder) -> None:
    survey = read(f'  - {{respondent: F1, question: antal, from: " 400 ", to: "4", {WHY}}}\n')
    assert list(survey.frame["antal"]) == ["4", "40", "40"]
    assert made(survey) == [1]
    assert (folder.path / "svar.csv").read_text(encoding="utf-8") == ROWS


def test_a_correction_by_rule_is_made_only_where_the_cell_says_so(read: Read) -> None:
    rule = """where: 'storlek == "liten"', question: antal"""
    survey = read(
        f'  - {{respondent: f1, question: antal, from: "400", to: "4", {WHY}}}\n'
        f'  - {{{rule}, from: "40", to: "4", {WHY}}}\n'
    )
    assert list(survey.frame["antal"]) == ["4", "4", "40"]
    assert made(survey) == [1, 1]


def test_a_rule_sees_the_answers_as_they_were_before_any_correction(read: Read) -> None:
    survey = read(
        f'  - {{respondent: f1, question: antal, from: "400", to: "4", {WHY}}}\n'
        f"  - {{respondent: f2, question: storlek, from: 1–4, to: stor, {WHY}}}\n"
        f"""  - {{where: 'storlek == "liten"', question: antal, from: "40", to: "9", {WHY}}}\n"""
    )
    assert list(survey.frame["storlek"]) == ["liten", "stor", "stor"]
    assert list(survey.frame["antal"]) == ["4", "9", "40"]


def test_an_option_of_its_own_column_and_a_value_out_of_range_and_a_silence(read: Read) -> None:
    survey = read(
        f'  - {{respondent: f1, question: antal, from: "400", to: "", {WHY}}}\n'
        f"""  - {{where: 'behov == "hjalp"', question: behov, column: b_kurs, from: "0", to: Kurs, {WHY}}}\n"""
    )
    assert list(survey.frame["antal"]) == ["__no_answer__", "40", "40"]
    assert list(survey.frame["behov:kurs"]) == ["1", "1", "1"]
    assert made(survey) == [1, 2]


def test_what_was_answered_unasked_can_be_taken_out(folder: Folder) -> None:
    rows = "id,storlek,antal,b_kurs,b_hjalp,varav\nf1,1–4,4,0,1,3\n"
    correction = f'  - {{respondent: f1, question: varav, from: "3", to: "", {WHY}}}\n'
    folder.survey(QUESTIONS, rows, f"identifier: id\ncorrections:\n{correction}")
    survey = read_responses(read_codebook(folder.path, folder.root), folder.path, folder.root)
    assert list(survey.frame["varav"]) == ["__not_asked__"]


MEND = "Take it out if the file has been mended; else look at respondent, where and from."


@pytest.mark.parametrize(
    "correction",
    [
        'respondent: f1, question: antal, from: "40", to: "4"',
        'respondent: f9, question: antal, from: "400", to: "4"',
        """where: 'storlek == "stor"', question: antal, from: "400", to: "4\"""",
    ],
)
def test_a_correction_that_hits_nothing_is_told(read: Read, problems_of: ProblemsOf, correction: str) -> None:
    right = f'  - {{respondent: f1, question: antal, from: "400", to: "4", {WHY}}}\n'
    found = problems_of(lambda: read(f"{right}  - {{{correction}, {WHY}}}\n"))
    assert found == [("survey.yml:11:5", "The correction applies to no answer", "", MEND)]


@pytest.mark.parametrize(
    ("correction", "expected"),
    [
        (
            'respondent: f1, question: antal, from: "400", to: "4000"',
            ("10:56", "4000 is out of range", "a number from 0 to 100", ""),
        ),
        (
            "respondent: f1, question: storlek, from: 1–4, to: lite",
            ("10:56", '"lite" is no answer to storlek', "one of 1–4, 5 eller fler", "Did you mean liten?"),
        ),
        (
            'respondent: f1, question: behov, from: "0", to: "1"',
            ("10:32", "behov has several columns", "one of b_kurs, b_hjalp", "Name the one to correct with column"),
        ),
        (
            'respondent: f1, question: behov, column: b_kurz, from: "0", to: "1"',
            ("10:5", "behov has no column b_kurz", "one of b_kurs, b_hjalp", "Did you mean b_kurs?"),
        ),
        (
            'respondent: f1, question: behov, column: b_kurs, from: "0", to: kanske',
            ("10:70", '"kanske" is no answer to behov', "one of Kurs, 1, 0, ja, nej", ""),
        ),
        (
            "respondent: f1, question: storlek, from: 1–4, to: 1–4 ",
            ("10:56", "The correction changes nothing", "", ""),
        ),
        (
            """where: 'storlek == "lite"', question: antal, from: "400", to: "4\"""",
            ("10:25", "Question storlek has no answer lite", "one of liten, stor", "Did you mean liten?"),
        ),
        (
            'respondent: f1, where: x, question: antal, from: "400", to: "4"',
            ("10:5", "A correction needs either respondent or where", "", ""),
        ),
        ('question: antal, from: "400", to: "4"', ("10:5", "A correction needs either respondent or where", "", "")),
        (
            'respondent: f1, question: anta, from: "400", to: "4"',
            ("1:1", "A correction names anta, which is not asked", "", ""),
        ),
    ],
)  # fmt: skip
def test_a_correction_that_cannot_be_is_told_in_the_codebook(
    read: Read, problems_of: ProblemsOf, correction: str, expected: tuple[str, str, str, str]
) -> None:
    place, *rest = expected
    assert problems_of(lambda: read(f"  - {{{correction}, {WHY}}}\n")) == [(f"survey.yml:{place}", *rest)]
