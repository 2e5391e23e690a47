"""What exports of answers do, as tables: one row a quirk, with what is read, and what is told, of a small file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.language.catalogue import Language
from macros.survey.sheet import Dialect, Sheet, read_sheet

Read = Callable[..., Sheet]
SAY = Language("en").say
SWEDISH = "Fråga,Ort\nMinskat något,Växjö\nOförändrat,Åre\n"
PLAIN = [["Fråga", "Ort"], ["Minskat något", "Växjö"], ["Oförändrat", "Åre"]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def run(content: str | bytes, dialect: Dialect | None = None, name: str = "svar.csv") -> Sheet:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return read_sheet(path, tmp_path, dialect)

    return run


def table(sheet: Sheet) -> list[list[str]]:
    return [list(sheet.names), *(list(record.fields) for record in sheet.records)]


def told(sheet: Sheet) -> list[str]:
    return [f"{problem.place}: {SAY(problem.found)}" for problem in sheet.problems]


@pytest.mark.parametrize(
    ("content", "encoding", "decided"),
    [
        (SWEDISH.encode(), "utf-8", []),
        (SWEDISH.encode("utf-8-sig"), "utf-8", []),
        (SWEDISH.encode("utf-16"), "utf-16-le", ["The file is read as utf-16-le"]),
        (b"\xfe\xff" + SWEDISH.encode("utf-16-be"), "utf-16-be", ["The file is read as utf-16-be"]),
        (SWEDISH.encode("utf-16-le"), "utf-16-le", ["The file is read as utf-16-le"]),
        (SWEDISH.encode("utf-16-be"), "utf-16-be", ["The file is read as utf-16-be"]),
        (SWEDISH.encode("cp1252"), "cp1252", ["The file is read as cp1252"]),
        (SWEDISH.encode("latin-1"), "cp1252", ["The file is read as cp1252"]),
        (SWEDISH.encode("mac-roman"), "mac-roman", ["The file is read as mac-roman"]),
    ],
    ids=["UTF-8", "UTF-8 mark", "UTF-16 mark", "UTF-16 BE mark", "UTF-16 LE", "UTF-16 BE", "cp1252", "Latin-1", "Mac"],
)
def test_encodings_that_are_found_out(read: Read, content: bytes, encoding: str, decided: list[str]) -> None:
    sheet = read(content)
    assert table(sheet) == PLAIN
    assert (sheet.encoding, [SAY(message) for message in sheet.decided], told(sheet)) == (encoding, decided, [])


READS_TWO_WAYS = "The file reads in more than one way: as {} a letter here is {}, as {} it is {}"
TWO_WAYS = [
    # bytes, headers and answers of the codebook, encoding, what is told
    ("q\nKošice\n", "cp1252", (), "cp1252", READS_TWO_WAYS.format("cp1252", "š", "mac-roman", "ö")),
    ("q\nKošice\n", "cp1252", ("Košice",), "cp1252", None),
    ("q\nKoöice\n", "mac-roman", ("Koöice",), "mac-roman", None),
    ("q\nå\n", "cp1252", ("å", "Â"), "cp1252", READS_TWO_WAYS.format("cp1252", "å", "mac-roman", "Â")),
    ("q\nÂ\n", "mac-roman", ("Â", "b"), "mac-roman", None),
    ("q\nhög\nför\n", "mac-roman", ("Hög", "Låg"), "mac-roman", None),
    ("q\nMALMÖ–LUND\n", "cp1252", (), "utf-8", READS_TWO_WAYS.format("utf-8", "\u0596", "cp1252", "Ö")),
    ("q\nMALMÖ–LUND\n", "cp1252", ("Malmö–Lund",), "cp1252", None),
    ("q\nŁąka żółć\n日本\n", "utf-8", (), "utf-8", None),
    ("q\n3 år\n16–24 år\n", "cp1252", (), "cp1252", None),
    ("q\ndon’t\n", "mac-roman", (), "mac-roman", None),
    ("q\nÜber straße\n", "cp1252", (), "cp1252", None),
    ("q\nAnnée; déjà\n", "mac-roman", (), "mac-roman", None),
]


@pytest.mark.parametrize(("text", "written", "known", "encoding", "problem"), TWO_WAYS)
def test_encodings_that_the_answers_decide(
    read: Read, text: str, written: str, known: tuple[str, ...], encoding: str, problem: str | None
) -> None:
    sheet = read(text.encode(written), Dialect(answers=known))
    assert sheet.encoding == encoding
    assert [SAY(found.found) for found in sheet.problems] == ([problem] if problem else [])
    if problem is None:
        assert "\n".join([*sheet.names, *sheet.column(0)]) == text.strip()
    else:
        assert SAY(sheet.problems[0].hint or "").startswith("Write encoding: ")


@pytest.mark.parametrize(
    ("content", "encoding", "cells"),
    [
        (b"q\n\x8a\n", "cp1252", ["Š"]),
        (b"q\n\x8a\n", "mac-roman", ["ä"]),
        ("q\nå\n".encode(), "cp1252", ["Ã¥"]),
        ("q\nå\n".encode("utf-16-le"), "utf-16", ["å"]),
        ("q\nå\n".encode("utf-16"), "utf-16-le", ["å"]),
    ],
)
def test_an_encoding_that_is_named_wins(read: Read, content: bytes, encoding: str, cells: list[str]) -> None:
    sheet = read(content, Dialect(encoding=encoding, answers=("ä", "å")))
    assert (list(sheet.column(0)), told(sheet)) == (cells, [])


DAMAGED = [
    ("UTF-8 and cp1252 mixed", "q\nå\n".encode() + b"\xe5\n", "svar.csv:3:1: 1 byte is not UTF-8"),
    ("a byte of no encoding", b"q\na\x81b\n", "svar.csv:2:2: 1 byte is not UTF-8"),
    ("half a letter", "q\nå\n".encode("utf-16") + b"x", "svar.csv:3:1: 1 byte is not UTF-16-LE"),
    ("NUL", b"q\na\0b\n", "svar.csv:2:2: The file holds a NUL character"),
    ("CR only", "q\rå\r".encode() + b"\xe5\r", "svar.csv:3:1: 1 byte is not UTF-8"),
]


@pytest.mark.parametrize(("content", "problem"), [row[1:] for row in DAMAGED], ids=[row[0] for row in DAMAGED])
def test_damaged_bytes_have_their_place(read: Read, content: bytes, problem: str) -> None:
    assert told(read(content)) == [problem]


def test_a_mark_against_the_encoding_that_is_named_is_told(read: Read) -> None:
    sheet = read("q\nå\n".encode("utf-8-sig"), Dialect(encoding="cp1252"))
    assert told(sheet) == ["svar.csv:1: The file begins with the mark of utf-8, but the encoding is to be cp1252"]
    assert SAY(sheet.problems[0].hint or "") == "Write encoding: utf-8"


AB = [["a", "b"], ["1", "2"]]
SURVEYMONKEY = (
    "Respondent ID,Start Date,Hur går det?,Vilka stöd?,,Annat?\n"
    ",,Response,Lån,Anstånd,Open-Ended Response\n"
    '11,01/02/2020,Bra,Lån,,"Nej, inget"\n12,01/02/2020,,,Anstånd,\n'
)
SURVEYMONKEY_NAMES = (
    "Respondent ID", "Start Date", "Hur går det?", "Vilka stöd? / Lån", "Vilka stöd? / Anstånd", "Annat?",
)  # fmt: skip
QUALTRICS = (
    "StartDate,ResponseId,Q1,Q2_1\nStart Date,Response ID,Hur går det?,Vilka stöd? - Lån\n"
    '"{""ImportId"":""startDate"",""timeZone"":""UTC""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1""}",'
    '"{""ImportId"":""QID2""}"\n2020-05-01 10:00:00,R_1,Bra,Lån\n'
)
SHAPES = [
    # quirk, file, names and cells, what was decided beyond the ordinary
    ("comma", "a,b\n1,2\n", AB, []),
    ("semicolon", "a;b\n1;2\n", AB, ['The columns are separated by ";"']),
    ("tab", "a\tb\n1\t2\n", AB, ['The columns are separated by "\\t"']),
    ("bar", "a|b\n1|2\n", AB, ['The columns are separated by "|"']),
    ("semicolon and decimal comma", "a;b\n1,5;2,5\n", [["a", "b"], ["1,5", "2,5"]],
     ['The columns are separated by ";"']),
    ("comma and answers joined by semicolon", "a,b\nx;y,2\nx;z,1\nx;y;z,3\n",
     [["a", "b"], ["x;y", "2"], ["x;z", "1"], ["x;y;z", "3"]], []),
    ("Excel's sep line", "sep=;\r\na;b\r\n1;2\r\n", AB, ['The columns are separated by ";"']),
    ("Excel's sep line in quotes", '"sep=,"\na,b\n1,2\n', AB, []),
    ("CR", "a,b\r1,2\r", AB, []),
    ("CRLF", "a,b\r\n1,2\r\n", AB, []),
    ("no newline at the end", "a,b\n1,2", AB, []),
    ("quoted newline", 'a,b\n"1\r\n1",2\n', [["a", "b"], ["1\r\n1", "2"]], []),
    ("quoted newline in a header", '"a\na",b\n1,2\n', [["a a", "b"], ["1", "2"]], []),
    ("quoted delimiter and quote", 'a,b\n"1,""1""",2\n', [["a", "b"], ['1,"1"', "2"]], []),
    ("one column", "a\n1\n2\n", [["a"], ["1"], ["2"]], []),
    ("preamble", "Enkät 2020\nExporterad;2020-05-01\n\na;b;c\n1;2;3\n", [["a", "b", "c"], ["1", "2", "3"]],
     ['The columns are separated by ";"', "2 lines before the header are left out"]),
    ("preamble padded by a spreadsheet", "Enkät 2020,,,\nExporterad,i dag,,\na,b,c,d\n1,2,3,4\n",
     [["a", "b", "c", "d"], ["1", "2", "3", "4"]], ["2 lines before the header are left out"]),
    ("SurveyMonkey's two header rows", SURVEYMONKEY,
     [list(SURVEYMONKEY_NAMES), ["11", "01/02/2020", "Bra", "Lån", "", "Nej, inget"],
      ["12", "01/02/2020", "", "", "Anstånd", ""]], ["2 rows name the columns"]),
    ("two questions of the same words", "Nr,Annat?,Annat?,Vad?,\n,Response,Response,Kurs,Robot\n1,a,b,Kurs,\n",
     [["Nr", "Annat?", "Annat? (2)", "Vad? / Kurs", "Vad? / Robot"], ["1", "a", "b", "Kurs", ""]],
     ["2 rows name the columns"]),
    ("an empty header in the middle, and a first row with blanks", "id,a,,b\n1,x,y,\n2,x,y,z\n",
     [["id", "a", "[3]", "b"], ["1", "x", "y", ""], ["2", "x", "y", "z"]], []),
    ("options that are numbers", "Nr,Vilka år?,\n,2019,2020\n1,2019,\n",
     [["Nr", "Vilka år? / 2019", "Vilka år? / 2020"], ["1", "2019", ""]], ["2 rows name the columns"]),
    ("Qualtrics' three header rows", QUALTRICS,
     [["StartDate", "ResponseId", "Q1", "Q2_1"], ["2020-05-01 10:00:00", "R_1", "Bra", "Lån"]],
     ["3 rows name the columns"]),
    ("Qualtrics' older two header rows", "StartDate,ResponseId,Q1\nStart Date,Response ID,Hur?\n2020-05-01,R_1,Bra\n",
     [["StartDate", "ResponseId", "Q1"], ["2020-05-01", "R_1", "Bra"]], ["2 rows name the columns"]),
    ("empty header", "a,,b\n1,x,2\n", [["a", "[2]", "b"], ["1", "x", "2"]], []),
    ("headers of the same words", "a,A,a \n1,2,3\n", [["a", "A (2)", "a (3)"], ["1", "2", "3"]], []),
    ("a number that a header has already", "a,a (2),a\n1,2,3\n", [["a", "a (2)", "a (3)"], ["1", "2", "3"]], []),
    ("very long header", f"{'å' * 90_000},b\n1,2\n", [["å" * 90_000, "b"], ["1", "2"]], []),
    ("leading index without a header", ",a,b\n0,1,2\n1,3,4\n",
     [["[1]", "a", "b"], ["0", "1", "2"], ["1", "3", "4"]], []),
    ("blank records", "a,b\n,\n\n1,2\n \u00a0,\ufeff\n", AB, ["2 blank rows are left out"]),
    ("delimiters at the end of all", "a,b,\n1,2,\n", AB, []),
    ("delimiters at the end of the header alone", "a,b,,\n1,2\n", AB, []),
    ("delimiters at the end of the rows alone", "a,b\n1,2,\n3,4,\n", [["a", "b"], ["1", "2"], ["3", "4"]], []),
    ("no-break spaces and marks around headers", "\u00a0a ,\u200bb\ufeff\n1,2\n", AB, []),
    ("two marks at the beginning", "\ufeff\ufeffa,b\n1,2\n", AB, []),
    ("one row", "a,b\n1,2\n", AB, []),
]  # fmt: skip


@pytest.mark.parametrize(("content", "cells", "decided"), [row[1:] for row in SHAPES], ids=[row[0] for row in SHAPES])
def test_shapes_that_are_read(read: Read, content: str, cells: list[list[str]], decided: list[str]) -> None:
    sheet = read(content)
    assert table(sheet) == cells
    assert (told(sheet), [SAY(message) for message in sheet.decided]) == ([], decided)


@pytest.mark.parametrize(
    ("content", "headers", "rows", "names", "line"),
    [
        ("Rapport,i,två,ord\n\nx;y\n1;2\n", ("x", "y"), 1, ("x", "y"), 3),
        ("Rapport\n" + SURVEYMONKEY, ("Respondent ID", "Vilka stöd? / Lån"), 2, SURVEYMONKEY_NAMES, 2),
        (SURVEYMONKEY, ("Vilka stöd? / Lån",), None, SURVEYMONKEY_NAMES, 1),
        (QUALTRICS, ("Q1", "Q2_1"), 3, ("StartDate", "ResponseId", "Q1", "Q2_1"), 1),
        (QUALTRICS, (), 3, ("StartDate", "ResponseId", "Q1", "Q2_1"), 1),
        ("a,b\nJa,\nNej,x\n", ("a", "b"), 1, ("a", "b"), 1),
        ("Nr,Vad?,Vad?\n,Kurs,Annat\n1,Kurs,\n", (), 2, ("Nr", "Vad? / Kurs", "Vad? / Annat"), 1),
    ],
    ids=[
        "preamble",
        "preamble and two rows",
        "two rows found",
        "three rows",
        "three rows said",
        "one row said",
        "a question over each option",
    ],
)
def test_the_header_stands_where_the_codebooks_columns_are(
    read: Read, content: str, headers: tuple[str, ...], rows: int | None, names: tuple[str, ...], line: int
) -> None:
    sheet = read(content, Dialect(headers=headers, header_rows=rows))
    assert (sheet.names, sheet.preamble, told(sheet)) == (names, line - 1, [])


MISTAKES = [
    ("0 bytes", "", ["svar.csv: The file is empty"]),
    ("blank lines only", "\n \n", ["svar.csv:1: The file has no header"]),
    ("0 rows", "a,b\n", ["svar.csv:1: The file has a header and no rows"]),
    ("a field too many in the first row", "a,b\n1,2,3\n4,5\n", ["svar.csv:2:3: The row has 3 fields"]),
    ("a delimiter that splits an answer", "a,b,c\n1,2,3\n1,Ja, kanske,\n",
     ["svar.csv:3:4: The row has 4 fields"]),
    ("a field too few", "a,b\n1\n4,5\n", ["svar.csv:2:1: The row has 1 field"]),
    ("row names without a header", "a,b\n1,2,3\n2,2,3\n3,2,3\n",
     ["svar.csv:1: The header has 2 fields, and all 3 rows have 3"]),
    ("text after a quote", 'a,b\n"1"x,2\n3,4\n', ["svar.csv:2: A quoted field goes on after its closing quote"]),
    ("a quote that is never closed", 'a,b\n1,2\n"3,4\n', ["svar.csv:3: A quote is opened and never closed"]),
    ("answers above the header", "1,x,3,4\na,b,c,d\n2,y,5,6\n", ["svar.csv:1: A row stands above the header"]),
    ("the header once more", "a,b\n1,2\na,b\n", ["svar.csv:3: The header stands here once more"]),
    ("several at once", 'a,b\n1\n"1"x,2\n3,4,5\n6,7\n',
     ["svar.csv:3: A quoted field goes on after its closing quote", "svar.csv:2:1: The row has 1 field",
      "svar.csv:4:3: The row has 3 fields"]),
]  # fmt: skip


@pytest.mark.parametrize(("content", "problems"), [row[1:] for row in MISTAKES], ids=[row[0] for row in MISTAKES])
def test_mistakes_of_shape_have_their_place(read: Read, content: str, problems: list[str]) -> None:
    headers = ("a", "b", "c", "d") if "above" in "".join(problems) else ()
    assert told(read(content, Dialect(headers=headers))) == problems


def test_options_that_a_respondent_ticked_all_are_no_second_header(read: Read) -> None:
    sheet = read("Kurs,Robot\nKurs,\nKurs,Robot\n")
    assert (table(sheet)[1:], told(sheet)) == ([["Kurs", ""], ["Kurs", "Robot"]], [])


@pytest.mark.parametrize(
    ("content", "name"),
    [(b"\xd0\xcf\x11\xe0rest", "svar.xlsx"), (b"a,b\n1,2\n", "svar.xls"), (b"a,b", "svar.ods"), (b"a,b", "svar.sav")],
)
def test_files_of_other_kinds_are_refused(read: Read, content: bytes, name: str) -> None:
    sheet = read(content, name=name)
    assert told(sheet) == [f"{name}: Files of this kind cannot be read"]


def test_a_file_is_read_for_what_it_is_whatever_its_name(read: Read) -> None:
    assert told(read(b"PK\x03\x04 and no more")) == ["svar.csv: The file is not a workbook that can be read"]
    assert told(read(b"$FL2 and no more")) == ["svar.csv: The file is not an .sav that can be read"]
