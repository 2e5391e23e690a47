"""Rankings in their three forms, which say the same."""

from collections.abc import Callable

import pytest

from macros.survey.codebook_file import read_codebook
from macros.survey.responses import read_responses
from macros.survey.survey import Survey
from macros.survey.tabulate import tabulate
from tests.unit.survey.folders import Folder, ProblemsOf

FORMS = {
    "columns": ("    columns: {pris: a, tid: b, kvalitet: c}\n", "a|b|c"),
    "places": ("    places: [ett, två, tre]\n", "ett|två|tre"),
    "joined": ("    separator: ', '\n", "q"),
}
ANSWERS = """\
    answers:
      - {code: pris, label: Pris}
      - {code: tid, label: Tid}
      - {code: kvalitet, label: "Kvalitet, service"}
"""
HEAD = 'missing: {no_answer: [""], dont_know: [Vet ej], not_applicable: [N/A]}\n'
CHOICES = "one of Pris, Tid, Kvalitet, service, Vet ej, N/A"
Read = Callable[[str, list[str]], Survey]


@pytest.fixture
def read(folder: Folder) -> Read:
    """Read one ranking in one of its forms."""

    def run(form: str, rows: list[str]) -> Survey:
        keys, header = FORMS[form]
        question = f"  - id: q\n    type: ranking\n    text: Viktigast?\n{keys}{ANSWERS}"
        lines = [f"{header}|t", *(f"{row}|x" for row in rows)]  # a row without a single word is no respondent
        more = "  - {id: t, type: text, text: T}\n"
        folder.survey(question + more, "\n".join(lines) + "\n", 'delimiter: "|"\n' + HEAD)
        return read_responses(read_codebook(folder.path, folder.root), folder.path, folder.root)

    return run


def ranks(survey: Survey) -> list[str]:
    """Each respondent's ranks as one word, or the missing kind of all."""
    rows = survey.frame[["q:pris", "q:tid", "q:kvalitet"]].to_numpy().tolist()
    return [row[0].strip("_") if row[0].startswith("__") else "".join(row) for row in rows]


@pytest.mark.parametrize(
    ("form", "row", "expected"),
    [
        ("columns", "2|1|3", "213"),
        ("columns", "2.0|1|3", "213"),
        ("columns", "|1|2", "012"),
        ("columns", "N/A|1|2", "012"),
        ("columns", "1|3|", "130"),
        ("columns", "||", "no_answer"),
        ("columns", "Vet ej||", "dont_know"),
        ("columns", "N/A|N/A|N/A", "not_applicable"),
        ("places", "Tid|Pris|kvalitet", "213"),
        ("places", "Tid|KVALITET, service|", "012"),
        ("places", "||", "no_answer"),
        ("places", "Vet ej||", "dont_know"),
        ("joined", "Tid, Pris, Kvalitet, service", "213"),
        ("joined", "Tid, Kvalitet, service,", "012"),
        ("joined", "", "no_answer"),
        ("joined", "Vet ej", "dont_know"),
    ],
)
def test_the_three_forms_say_the_same(read: Read, form: str, row: str, expected: str) -> None:
    sound = {"columns": "1|2|3", "places": "Pris|Tid|Kvalitet, service", "joined": "Pris, Tid"}
    assert ranks(read(form, [row, sound[form]]))[0] == expected


@pytest.mark.parametrize(
    ("form", "row", "expected"),
    [
        ("columns", "1|1|2", ("2:2", "1 is given to two answers, first to Pris", "each rank once", "")),
        ("columns", "1|2|4", ("2:3", '"4" is not a rank', "a whole number from 1 to 3", "")),
        ("columns", "0|1|2", ("2:1", '"0" is not a rank', "a whole number from 1 to 3", "")),
        ("columns", "1|2|tre", ("2:3", '"tre" is not a rank', "a whole number from 1 to 3", "")),
        ("columns", "1.5|2|3", ("2:1", '"1.5" is not a rank', "a whole number from 1 to 3", "")),
        ("columns", "1|Vet ej|", ("2:2", "The respondent both answered and did not", "", "")),
        ("places", "Tid|Tid|", ("2:2", '"Tid" stands in place 2 and in place 1', "each answer once", "")),
        (
            "places",
            "Tid|Priis|",
            ("2:2", '"Priis" is no answer to q', CHOICES, "Did you mean Pris?"),
        ),
        ("places", "Tid|Vet ej|", ("2:2", "The respondent both answered and did not", "", "")),
        ("joined", "Tid, Pris, Tid", ("2:1", '"Tid" stands in place 3 and in place 1', "each answer once", "")),
    ],
)  # fmt: skip
def test_each_mistake_has_its_cell(
    read: Read, problems_of: ProblemsOf, form: str, row: str, expected: tuple[str, str, str, str]
) -> None:
    place, *rest = expected
    assert problems_of(lambda: read(form, [row])) == [(f"svar.csv:{place}", *rest)]


def test_who_put_an_answer_first_is_counted_among_all_who_ranked(read: Read) -> None:
    table = tabulate(read("columns", ["2|1|3", "|1|2", "1|2|", "||"]), "q")
    assert (table.cell((), None).n, table.cell((), "tid").n, table.cell((), "pris").n) == (3, 2, 1)
