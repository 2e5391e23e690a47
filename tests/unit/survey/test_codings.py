"""Open answers coded by hand: only codes of the codebook, only known respondents, and how far it got is counted."""

from collections.abc import Callable

import pytest

from macros.survey.codebook_file import read_codebook
from macros.survey.coding import Coding
from macros.survey.responses import read_responses
from macros.survey.survey import Survey
from macros.survey.tabulate import tabulate
from macros.survey.tabulation import UNCODED
from tests.unit.survey.folders import Folder, ProblemsOf

QUESTIONS = """\
  - {id: hinder, type: text, text: Vad hindrar er}
  - {id: annat, type: text, text: Annat}
  - id: hinder_kod
    type: multiple
    text: Vad hindrar er?
    coded_from: hinder
    coding: kodning.csv
    answers:
      - {code: pengar, label: Brist på pengar}
      - {code: tid, label: Brist på tid}
      - {code: inget, label: Inget, exclusive: true}
"""
SECOND = """\
  - id: annat_kod
    type: multiple
    text: Annat?
    coded_from: annat
    coding: kodning.csv
    answers: [{code: ja, label: Ja}]
"""
ROWS = "id,hinder,annat\nf1,Dyrt och segt,\nf2,Hinner inte,Jo\nf3,,\nf4,Vet inte,\n"
Read = Callable[..., Survey]


@pytest.fixture
def read(folder: Folder) -> Read:
    """Read the four respondents with a file of codes."""

    def run(codes: str, questions: str = QUESTIONS, name: str = "kodning.csv") -> Survey:
        folder.survey(questions, ROWS, "identifier: id\n")
        folder.write(name, codes)
        return read_responses(read_codebook(folder.path, folder.root), folder.path, folder.root)

    return run


CODES = "id,code\nf1,pengar\nF1 ,Brist på tid\nf2,tid\nf4,\n"


def test_codes_are_ticks_and_the_uncoded_are_in_no_base(read: Read) -> None:
    survey = read(CODES)
    columns = [list(survey.frame[f"hinder_kod:{code}"]) for code in ("pengar", "tid", "inget")]
    assert columns == [
        ["1", "0", "__no_answer__", UNCODED],
        ["1", "1", "__no_answer__", UNCODED],
        ["0", "0", "__no_answer__", UNCODED],
    ]
    assert survey.codings == {"hinder_kod": Coding(answered=3, coded=2, uncoded=1, several=1)}
    table = tabulate(survey, "hinder_kod")
    counts = {cell.answer: cell.n for cell in table.cells if cell.n}
    assert counts == {None: 2, "pengar": 1, "tid": 2, "__no_answer__": 1, UNCODED: 1}


def test_other_questions_have_no_kind_of_their_own_for_the_uncoded(read: Read) -> None:
    assert UNCODED not in {cell.answer for cell in tabulate(read(CODES), "hinder").cells}


@pytest.mark.parametrize("named", ["hinder_kod", "hinder"])
def test_one_file_may_serve_several_questions(read: Read, named: str) -> None:
    survey = read(f"respondent;question;code\nf1;{named};pengar\nf2;annat_kod;Ja\n", QUESTIONS + SECOND)
    assert survey.codings["hinder_kod"] == Coding(3, 1, 2, 0)
    assert survey.codings["annat_kod"] == Coding(1, 1, 0, 0)


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        ("id,code\nf1,penar\n", ("2:2", '"penar" is no answer to hinder_kod',
                                 "one of Brist på pengar, Brist på tid, Inget", "Did you mean pengar?")),
        ("id,code\nf9,pengar\n", ("2:1", "This respondent is not in the survey", "", "")),
        ("id,code\n,pengar\n", ("2:1", "The respondent has no id", "", "")),
        ("id,code\nf3,pengar\n", ("2:1", "This respondent gave no answer to hinder that could be coded", "", "")),
        ("id,code\nf1,pengar\nf1,Brist på pengar\n", (
            "3:2", "The same code stands at data/surveys/liten/kodning.csv:2:2", "", "")),
        ("id,code\nf1,pengar\nf1,inget\n", ("3:2", '"Inget" is ticked together with another answer', "", "")),
        ("id,kod\nf1,pengar\n", ("1", "The file lacks the column code", "", "")),
        ("id,code,text\nf1,pengar,x\n", ("1:3", "The column text has no place in a file of codes",
                                         "one of id, question, code", "")),
        ("id,code\nf1\n", ("2:1", "The row has 1 field", "2 fields", "")),
    ],
)  # fmt: skip
def test_each_mistake_has_its_line_and_column(
    read: Read, problems_of: ProblemsOf, codes: str, expected: tuple[str, str, str, str]
) -> None:
    place, *rest = expected
    assert (f"kodning.csv:{place}", *rest) in problems_of(lambda: read(codes))


def test_several_questions_need_the_column_that_tells_them_apart(read: Read, problems_of: ProblemsOf) -> None:
    found = problems_of(lambda: read(CODES, QUESTIONS + SECOND))
    assert found == [("kodning.csv:1", "The file lacks the column question", "", "")]
    said = problems_of(lambda: read("id,question,code\nf1,hindr,pengar\nf1,,pengar\n", QUESTIONS + SECOND))
    assert said == [
        ("kodning.csv:2:2", "No question hindr", "one of hinder_kod, annat_kod", "Did you mean hinder_kod?"),
        ("kodning.csv:3:2", "The cell is empty", "one of hinder_kod, annat_kod", ""),
    ]


def test_a_file_of_codes_that_is_not_there(read: Read, problems_of: ProblemsOf) -> None:
    found = problems_of(lambda: read(CODES, name="kodningar.csv"))
    ((place, text, _, hint),) = found
    assert (place, text) == ("survey.yml:16:13", "There is no file kodning.csv beside the codebook")
    assert hint == "Did you mean kodningar.csv?"


def test_no_message_names_a_respondent_or_an_open_answer(read: Read, problems_of: ProblemsOf) -> None:
    found = problems_of(lambda: read("id,code\nf1,x\nf77,tid\nf3,tid\n"))
    assert not any(word in str(found) for word in ("f1", "f77", "f3", "Dyrt", "Hinner"))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("    coding: kodning.csv\n", "", "A coded question is a multiple choice with coded_from and coding, and no"),
        (
            "coded_from: hinder",
            "coded_from: hindr",
            "hinder_kod: coded_from must name an earlier question of type text",
        ),
        (
            "type: multiple",
            "type: multiple\n    separator: ;",
            "A coded question is a multiple choice with coded_from and",
        ),
    ],
)
def test_what_cannot_be_coded(read: Read, problems_of: ProblemsOf, old: str, new: str, expected: str) -> None:
    found = problems_of(lambda: read(CODES, QUESTIONS.replace(old, new)))
    assert [text.startswith(expected) for _, text, _, _ in found] == [True]


def test_coding_needs_respondents_with_ids(folder: Folder, problems_of: ProblemsOf) -> None:
    folder.survey(QUESTIONS, ROWS, "ignore: [id]\n")
    folder.write("kodning.csv", CODES)
    found = problems_of(lambda: read_codebook(folder.path, folder.root))
    assert [text for _, text, _, _ in found] == ["Coding by hand needs identifier"]
