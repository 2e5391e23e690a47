"""A file against its codebook: which columns are wanted, which may be there, and what is told of the others."""

import pytest

from macros.language.catalogue import Language
from macros.survey.codebook import Codebook
from macros.survey.codebook_file import read_codebook
from macros.survey.responses import read_responses
from macros.survey.table_file import TableFile, read_table
from tests.unit.survey.folders import CODEBOOK, Folder, ProblemsOf
from tests.unit.survey.sav_files import sav
from tests.unit.survey.workbooks import Rows, workbook

SAY = Language("en").say
QUESTIONS = """\
  - id: order
    type: single
    text: Hur går det?
    answers: [{code: ned, label: Minskat något}, {code: upp, label: Ökat}]
  - {id: ort, type: text, text: Ort}
"""
Told = list[tuple[str, str, str]]


def codebook(folder: Folder, head: str = "", questions: str = QUESTIONS) -> Codebook:
    folder.survey(questions, "x", head)
    return read_codebook(folder.path, folder.root)


def read(folder: Folder, content: str | bytes, head: str = "", wanted: tuple[str, ...] = ("order", "ort")) -> TableFile:
    known = codebook(folder, head)
    return read_table(folder.write("svar.csv", content), folder.root, known, wanted)


def told(table: TableFile) -> Told:
    return [
        (str(problem.place).removeprefix("data/surveys/liten/"), SAY(problem.found), SAY(problem.hint or ""))
        for problem in table.problems
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252", "latin-1", "mac-roman"])
def test_the_answers_of_the_codebook_tell_the_encoding(folder: Folder, encoding: str) -> None:
    table = read(folder, "order;ort\nMinskat något;Åre\nÖkat;Hög\n".encode(encoding))
    assert [record.fields for record in table.records] == [("Minskat något", "Åre"), ("Ökat", "Hög")]
    assert told(table) == []
    taken = encoding.replace("latin-1", "cp1252")
    said = [SAY(message) for message in table.decided]
    assert any(taken in message for message in said) == (not encoding.startswith("utf-8")), said


def test_an_open_answer_that_reads_two_ways_asks_for_the_encoding(folder: Folder) -> None:
    content = "order,ort\nÖkat,Košice\n,Koöice\n".encode("cp1252")
    assert told(read(folder, content)) == []  # Ökat decides
    undecided = "order,ort\n,Košice\n".encode("cp1252")
    assert told(read(folder, undecided)) == [(
        "svar.csv:2:4", "The file reads in more than one way: as cp1252 a letter here is š, as mac-roman it is ö",
        "Write encoding: with the right one, or save the file as UTF-8",
    )]  # fmt: skip
    assert read(folder, undecided, "encoding: mac-roman\n").records[0].fields == ("", "Koöice")
    assert read(folder, undecided, "encoding: cp1252\n").records[0].fields == ("", "Košice")


@pytest.mark.parametrize(
    ("content", "head", "problems"),
    [
        (",order,ort\n0,Ökat,x\n1,,y\n", "", []),
        (",order,ort\n5,Ökat,x\n17,,y\n", "", []),
        (",order,ort\n2,Ökat,x\n1,,y\n", "",
         [("svar.csv:1:1", "The header is empty", 'Give it a header, or write "[1]" under ignore')]),
        (",order,ort\na,Ökat,x\nb,,y\n", 'ignore: ["[1]"]\n', []),
        ("order,,ort\nÖkat,5,x\n", "",
         [("svar.csv:1:2", "The header is empty", 'Give it a header, or write "[2]" under ignore')]),
        ("order,,ort\nÖkat, ,x\n", "", []),
        ("order,ort,,\nÖkat,x,,\n", "", []),
        ("order,ort,ort\nÖkat,x,y\n", "",
         [("svar.csv:1:3", "The header ort stands twice, first in column 2",
           'This column is called "ort (2)": write that in a question, or under ignore')]),
        ("order,ort,ort\nÖkat,x,y\n", "ignore: [ort (2)]\n", []),
        ("order,ORT ,\u200bkod\nÖkat,x,y\n", "ignore: [Kod]\n", []),
        ("order,ortt\nÖkat,x\n", "",
         [("svar.csv:1:2", "The column ortt is not in the codebook", "Did you mean ort?"),
          ("svar.csv:1", "The file lacks the column ort", "Did you mean ortt?")]),
    ],
    ids=["index", "index with gaps", "not rising", "ignored by number", "empty header", "empty column", "delimiters",
         "twice", "twice and ignored", "other spelling", "misspelt"],
)  # fmt: skip
def test_columns_that_the_codebook_does_not_want(folder: Folder, content: str, head: str, problems: Told) -> None:
    table = read(folder, content, head)
    assert told(table) == problems
    if not problems:
        assert table.records[0].fields[table.position("ORT") or 0] == "x"


def test_a_second_column_of_the_same_header_can_be_asked_for(folder: Folder) -> None:
    table = read(folder, "order,ort,ort\nÖkat,x,y\n", wanted=("order", "ort", "ort (2)"))
    assert (table.position("ort"), table.position("Ort (2)"), told(table)) == (1, 2, [])


def test_a_column_of_a_set_that_cannot_be_read_is_told_as_that(folder: Folder) -> None:
    known = codebook(folder)
    columns = {"order": ["Ökat"], "ort": ["x"]}
    path = sav(folder.path / "svar.sav", columns, sets="$s=D4 Ökat 3 Abc order")
    table = read_table(path, folder.root, known, ("order", "ort"))
    assert [found for _, found, _ in told(table)] == [
        "The multiple-response set s cannot be read: its columns order are left out"
    ]
    assert told(read_table(path, folder.root, known, ("ort",))) == []


def test_a_workbook_of_answers_becomes_a_survey(folder: Folder) -> None:
    rows: Rows = [["Enkät 2020"], ["Nr", "order", "ort"], [1, "Minskat  något", "Åre"], [2, "ÖKAT\u00a0", 7.0]]
    folder.write("svar.xlsx", workbook({"Om": [["Läs mig"]], "Svar": rows}))
    head = "sheet: Svar\nignore: [Nr]\n"
    folder.write("survey.yml", CODEBOOK.replace("svar.csv", "svar.xlsx") + head + "questions:\n" + QUESTIONS)
    survey = read_responses(read_codebook(folder.path, folder.root), folder.path, folder.root)
    assert survey.frame[["order", "ort"]].to_numpy().tolist() == [["ned", "Åre"], ["upp", "7"]]


def test_an_export_with_two_header_rows_becomes_a_survey(folder: Folder) -> None:
    questions = """\
  - id: stod
    type: multiple
    text: Vilka stöd?
    columns: {lan: "Vilka stöd? / Lån", anstand: "Vilka stöd? / Anstånd"}
    answers: [{code: lan, label: Lån}, {code: anstand, label: Anstånd}]
"""
    folder.survey(
        questions, "Nr,Vilka stöd?,\n,Lån,Anstånd\n1,Lån,\n2,Lån,Anstånd\n", "header_rows: 2\nidentifier: Nr\n"
    )
    survey = read_responses(read_codebook(folder.path, folder.root), folder.path, folder.root)
    ticks = [column for column in survey.frame.columns if column.startswith("stod")]
    assert survey.frame[ticks].to_numpy().tolist() == [["1", "0"], ["1", "1"]]


def test_a_file_may_lie_in_private(folder: Folder) -> None:
    (folder.path / "private").mkdir()
    folder.write("private/svar.csv", "order,ort\nÖkat,x\n")
    text = CODEBOOK.replace("svar.csv", "private/svar.csv") + "questions:\n" + QUESTIONS
    folder.write("survey.yml", text)
    survey = read_responses(read_codebook(folder.path, folder.root), folder.path, folder.root)
    assert len(survey.frame) == 1


@pytest.mark.parametrize("name", ["private/borta.csv", "private/../svar.csv", "private/djupt/svar.csv", "../svar.csv"])
def test_no_file_may_lie_elsewhere(folder: Folder, problems_of: ProblemsOf, name: str) -> None:
    (folder.path / "private" / "djupt").mkdir(parents=True)
    folder.write("private/djupt/svar.csv", "order,ort\nÖkat,x\n")
    folder.write("svar.csv", "order,ort\nÖkat,x\n")
    folder.write("survey.yml", CODEBOOK.replace("svar.csv", name) + "questions:\n" + QUESTIONS)
    ((place, found, _, hint),) = problems_of(lambda: read_codebook(folder.path, folder.root))
    assert (place, found) == ("survey.yml:7:9", f"There is no file {name} beside the codebook")
    assert ("lies with whoever imported the survey" in hint) == name.startswith("private/")


def test_mistakes_in_a_private_file_come_in_the_order_of_the_files(folder: Folder, problems_of: ProblemsOf) -> None:
    (folder.path / "private").mkdir()
    folder.write("private/svar.csv", "order,ort\nÖkatt,x\nÖkat,x,y\n")
    folder.write("fler.csv", "order,ort\nÖk,x\n")
    text = CODEBOOK.replace("svar.csv", "private/svar.csv, fler.csv") + "questions:\n" + QUESTIONS
    folder.write("survey.yml", text)
    known = read_codebook(folder.path, folder.root)
    found = problems_of(lambda: read_responses(known, folder.path, folder.root))
    assert [place for place, *_ in found] == ["private/svar.csv:2:1", "private/svar.csv:3:3", "fler.csv:2:1"]


def test_counts_may_not_be_as_large_as_answers(folder: Folder) -> None:
    known = codebook(folder).model_copy(update={"kind": "counts"})
    path = folder.write("svar.csv", b"order,ort\n" + b"x,y\n" * 1_300_000)
    (problem,) = read_table(path, folder.root, known, ("order", "ort")).problems
    assert SAY(problem.found) == "The file has 5200010 bytes"
    folder.write("svar.csv", b"order,ort\n" + b"x,y\n" * 100_001)
    assert [found for _, found, _ in told(read_table(path, folder.root, known, ("order", "ort")))] == [
        "The file has 100001 rows"
    ]
