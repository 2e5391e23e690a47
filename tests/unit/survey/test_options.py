"""Multiple choice in every form that tools write: what is ticked, what is not, and who saw nothing stay apart."""

from collections.abc import Callable

import pytest

from macros.survey.codebook_file import read_codebook
from macros.survey.responses import read_responses
from macros.survey.survey import Survey
from macros.survey.tabulate import tabulate
from tests.unit.survey.folders import Folder, ProblemsOf

ANSWERS = """\
    answers:
      - {code: kurs, label: Kurs}
      - {code: delvis, label: "Ja, delvis"}
      - {code: nej, label: Ingenting, exclusive: true}
"""
Read = Callable[..., Survey]


@pytest.fixture
def read(folder: Folder) -> Read:
    """Read one multiple choice from rows below a header."""

    def run(keys: str, rows: list[str], header: str = "q", head: str = "", answers: str = ANSWERS) -> Survey:
        question = f"  - id: q\n    type: multiple\n    text: Vad?\n{keys}{answers}"
        quoted = [row if "|" in header else f'"{row}"' for row in rows]  # a row without a single word is no respondent
        lines = [f"{header}|t", *(f"{row}|x" for row in quoted)]
        folder.survey(f"{question}  - {{id: t, type: text, text: T}}\n", "\n".join(lines) + "\n", head)
        return read_responses(read_codebook(folder.path, folder.root), folder.path, folder.root)

    return run


def ticks(survey: Survey) -> list[str]:
    """Each respondent's options as one word: `100` ticked the first, or the missing kind of all."""
    rows = survey.frame[["q:kurs", "q:delvis", "q:nej"]].to_numpy().tolist()
    return [row[0].strip("_") if row[0].startswith("__") else "".join(row) for row in rows]


COLUMNS = "    columns: {kurs: a, delvis: b, nej: c}\n"
ABC = "a|b|c"


@pytest.mark.parametrize(
    ("separator", "cell", "expected"),
    [
        (", ", "Kurs, Ja, delvis", "110"),
        (",", "Ja, delvis,Kurs,", "110"),
        (",", "Ja,  DELVIS", "010"),
        (", ", "Ingenting,", "001"),
        (";", "Kurs;Ja, delvis;", "110"),
        (" ", "kurs delvis", "110"),
        (" ", "Ja, delvis kurs", "110"),
        ("|", "Kurs | Ja, delvis", "110"),
        (";", "Kurs;Kurs", "100"),
        (";", "", "no_answer"),
    ],
)
def test_a_joined_cell_is_taken_apart_where_that_gives_answers(
    read: Read, separator: str, cell: str, expected: str
) -> None:
    assert ticks(read(f"    separator: '{separator}'\n", [cell, "Kurs"]))[0] == expected


def test_a_cell_of_very_many_parts_is_told_at_once(read: Read, problems_of: ProblemsOf) -> None:
    found = problems_of(lambda: read("    separator: ','\n", ["Kurs," * 25_000]))
    assert [text for _, text, _, _ in found] == [f'"{("Kurs," * 8)[:39]}…" is no answer to q']


def test_a_cell_that_reads_in_two_ways_is_told(read: Read, problems_of: ProblemsOf) -> None:
    more = ANSWERS + "      - {code: ja, label: Ja}\n      - {code: bit, label: delvis, in_file: [bit]}\n"
    answers = more.replace("code: delvis", "code: lite")
    found = problems_of(lambda: read("    separator: ', '\n", ["Kurs", "Ja, delvis"], answers=answers))
    hint = "Use another separator in the file, or one column an answer"
    assert found == [("svar.csv:3:1", '"Ja, delvis" can be read in more than one way', "", hint)]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Kurs, Ja, delviss", [('"Ja, delviss" is no answer to q', "Did you mean Ja, delvis?")]),
        ("Kors, Kurs, Båt", [('"Kors" is no answer to q', "Did you mean Kurs?"), ('"Båt" is no answer to q', "")]),
        ("Kurs, Ingenting", [('"Ingenting" is ticked together with another answer', "")]),
        ("Vet ej, Kurs", [("The respondent both answered and did not", "")]),
        (", ,", [('", ," is no answer to q', "")]),
    ],
)
def test_what_is_no_answer_in_a_joined_cell(
    read: Read, problems_of: ProblemsOf, cell: str, expected: list[tuple[str, str]]
) -> None:
    head = "missing: {dont_know: [Vet ej]}\n"
    found = problems_of(lambda: read("    separator: ','\n", [cell], head=head))
    assert [(text, hint) for _, text, _, hint in found] == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Kurs||", "100"),
        ("|Ja, delvis|", "010"),
        ("1|0|0", "100"),
        ("1.0|0.0|0.0", "100"),
        ("Ja|Nej|Nej", "100"),
        ("yes|no|no", "100"),
        ("Y|N|N", "100"),
        ("TRUE|FALSE|FALSE", "100"),
        ("Kurs|Not selected|Not selected", "100"),
        ("Selected|Not Selected|Not selected", "100"),
        ("kurs|NA|NA", "100"),
        ("Markerat kurs|0|0", "100"),
        ("||", "no_answer"),
        ("NA|NA|NA", "no_answer"),
        ("0|0|0", "no_answer"),
        ("Fick ej frågan|Fick ej frågan|Fick ej frågan", "not_asked"),
        ("Vet ej||", "dont_know"),
    ],
)
def test_a_column_an_option(read: Read, row: str, expected: str) -> None:
    head = 'missing: {no_answer: ["", NA], dont_know: [Vet ej], not_asked: [Fick ej frågan]}\n'
    answers = ANSWERS.replace("label: Kurs}", "label: Kurs, in_file: [Markerat kurs]}")
    assert ticks(read(COLUMNS, [row], ABC, head, answers)) == [expected]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("", ["no_answer", "no_answer", "100"]),
        ("    base: asked\n", ["000", "no_answer", "100"]),
        ("    base: asked\n    blank: not_asked\n", ["000", "not_asked", "100"]),
        ("    base: asked\n    blank: nothing_ticked\n", ["000", "000", "100"]),
        ("    blank: nothing_ticked\n", ["no_answer", "no_answer", "100"]),
        ("    blank: not_asked\n", ["no_answer", "not_asked", "100"]),
    ],
)
def test_shown_and_nothing_ticked_is_not_the_same_as_nothing_written(
    read: Read, keys: str, expected: list[str]
) -> None:
    assert ticks(read(keys + COLUMNS, ["0|0|0", "||", "1|0|0"], ABC)) == expected


def test_a_word_for_no_answer_stays_what_it_is_whatever_a_blank_means(read: Read) -> None:
    head = 'missing: {no_answer: ["", NA]}\n'
    keys = "    base: asked\n    blank: nothing_ticked\n" + COLUMNS
    assert ticks(read(keys, ["NA|NA|NA", "||", "0|NA|NA", "1|NA|NA"], ABC, head)) == ["no_answer", "000", "000", "100"]


def test_who_ticked_nothing_is_in_the_base_of_all_who_were_asked(read: Read) -> None:
    survey = read("    base: asked\n" + COLUMNS, ["0|0|0", "||", "1|0|0", "0|1|0", "1|1|0"], ABC)
    table = tabulate(survey, "q")
    assert (table.cell((), None).n, table.cell((), "kurs").n, table.cell((), "__no_answer__").n) == (4, 2, 1)


def test_an_option_that_is_called_no_is_ticked_only_by_what_the_file_writes_for_it(read: Read) -> None:
    """In a label-or-empty column `Nej` ticks, in a yes-or-no column it does not: the codebook says which."""
    answers = "    answers: [{code: ja, label: Ja}, {code: '0', label: Nej, in_file: [%s]}]\n"
    columns = "    columns: {ja: a, '0': b}\n"
    labels = read(columns, ["|Nej", "Ja|"], "a|b", answers=answers % "Nej")
    assert list(labels.frame["q:0"]) == ["1", "0"]
    yes_no = read(columns, ["Nej|Ja", "Ja|Nej", "1|0"], "a|b", answers=answers % "Ja")
    assert list(yes_no.frame["q:0"]) == ["1", "0", "0"]


BOTH = COLUMNS + "    column: alla\n    separator: ';'\n"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("1|1|0|Kurs;Ja, delvis", "110"),
        ("Kurs|Ja, delvis||Ja, delvis;Kurs;", "110"),
        ("0|0|0|", "000"),
        ("|||", "no_answer"),
        ("|||Vet ej", "dont_know"),
    ],
)
def test_columns_and_a_joined_cell_agree(read: Read, row: str, expected: str) -> None:
    head = "missing: {dont_know: [Vet ej]}\n"
    assert ticks(read("    base: asked\n" + BOTH, [row], "a|b|c|alla", head)) == [expected]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("1|0|0|Kurs;Ja, delvis", "The cell says Kurs, Ja, delvis, but the columns of q say Kurs"),
        ("1|0|0|", "The cell says –, but the columns of q say Kurs"),
        ("|||Kurs", "The cell says Kurs, but the columns of q say –"),
    ],
)
def test_columns_that_say_something_else_than_the_joined_cell_are_told(
    read: Read, problems_of: ProblemsOf, row: str, expected: str
) -> None:
    found = problems_of(lambda: read(BOTH, [row], "a|b|c|alla"))
    assert found == [("svar.csv:2:4", expected, "the same answers in both", "")]


def test_who_was_not_asked_may_have_zeros(folder: Folder, problems_of: ProblemsOf) -> None:
    """Tools that write 0 for every option write it also where the question was never shown."""
    questions = (
        "  - {id: ja, type: single, text: J, answers: [{code: j, label: Ja}, {code: n, label: Nej}]}\n"
        '  - id: q\n    type: multiple\n    text: Vad?\n    base: asked\n    asked_if: ja == "j"\n' + COLUMNS + ANSWERS
    )
    folder.survey(questions, "ja|a|b|c\nJa|0|0|0\nNej|0|0|0\nNej|||\n")
    survey = read_responses(read_codebook(folder.path, folder.root), folder.path, folder.root)
    assert ticks(survey) == ["000", "not_asked", "not_asked"]
    folder.survey(questions, "ja|a|b|c\nNej|0|1|0\n")
    found = problems_of(lambda: read_responses(read_codebook(folder.path, folder.root), folder.path, folder.root))
    assert [text for _, text, _, _ in found] == ["q is answered, but was not asked"]


OTHERS = ANSWERS.replace("exclusive: true", "others: true")


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Kurs, Mer tid", "101"),
        ("Mer tid, mer pengar och, kanske, en bil, Ja, delvis", "011"),
        ("Något eget, Ingenting", "001"),
        ("Kurs", "100"),
        ("", "no_answer"),
    ],
)
def test_what_is_written_under_other_in_a_joined_cell(read: Read, cell: str, expected: str) -> None:
    assert ticks(read("    separator: ', '\n", [cell], answers=OTHERS)) == [expected]


@pytest.mark.parametrize(
    ("row", "expected"),
    [("Kurs||Mer tid", "101"), ("1|0|Mer tid", "101"), ("1|0|0", "100"), ("||Ingenting", "001"), ("||", "no_answer")],
)
def test_what_is_written_under_other_in_its_own_column(read: Read, row: str, expected: str) -> None:
    assert ticks(read(COLUMNS, [row], ABC, answers=OTHERS)) == [expected]


def test_only_the_column_of_other_takes_what_else_is_written(read: Read, problems_of: ProblemsOf) -> None:
    found = problems_of(lambda: read(COLUMNS, ["Mer tid||"], ABC, answers=OTHERS))
    assert [text for _, text, _, _ in found] == ['"Mer tid" is no answer to q']


def test_the_words_under_other_are_kept_nowhere(read: Read) -> None:
    assert "Mer tid" not in read("    separator: ', '\n", ["Kurs, Mer tid"], answers=OTHERS).frame.to_csv()


def test_one_answer_takes_others(read: Read, problems_of: ProblemsOf) -> None:
    two = OTHERS.replace("label: Kurs}", "label: Kurs, others: true}")
    found = problems_of(lambda: read("    separator: ', '\n", ["Kurs"], answers=two))
    assert [text for _, text, _, _ in found] == [
        "Only one answer of a single or multiple choice that was asked takes others"
    ]
