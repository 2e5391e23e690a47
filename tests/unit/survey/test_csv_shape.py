"""What a large CSV file must be before an engine reads it, line by line."""

from pathlib import Path

import pytest

from macros.language.catalogue import Language
from macros.survey.csv_shape import MOST_TOLD, CsvShape, csv_shape


def shape(tmp_path: Path, content: str | bytes, delimiter: str | None = None) -> CsvShape:
    path = tmp_path / "svar.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return csv_shape(path, "svar.csv", delimiter, {"a", "b"})


def said(shape: CsvShape) -> list[tuple[int | None, str]]:
    return [(problem.place.line, Language("en").say(problem.found)) for problem in shape.problems]


@pytest.mark.parametrize(
    ("content", "rows", "multiline"),
    [
        ("a;b\n1;2\n", 1, False),
        ("\ufeffa;b\r\n1;2\r\n3;4", 2, False),
        ('a;b\n"1;2";3\n', 1, False),
        ('a;b\n"1\n2";3\n\n"";""\n', 2, True),
        ('a;b\n"he said ""no""";3\n', 1, False),
    ],
    ids=["plain", "mark and CRLF", "quoted delimiter", "quoted line end", "doubled quotes"],
)
def test_a_sound_file_is_taken_apart_once(tmp_path: Path, content: str, rows: int, *, multiline: bool) -> None:
    found = shape(tmp_path, content)
    assert (found.header.fields, found.delimiter, found.rows, found.multiline) == (("a", "b"), ";", rows, multiline)
    assert found.problems == ()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("a;b\n1;2;3\n1;2\n", [(2, "The row has 3 fields")]),
        ("a;b\n1\n1;2\n", [(2, "The row has 1 field")]),
        ('a;b\n1;"2"x\n1;2\n', [(2, "A quoted field goes on after its closing quote")]),
        ('a;b\n1;2"x"\n1;2\n', [(2, "A quote stands inside a field that is not in quotes")]),
        (
            'a;b\n1;2"x";"y"\n',
            [(2, "The row has 3 fields"), (2, "A quote stands inside a field that is not in quotes")],
        ),
        ('a;b\n1;"2\n3;4\n', [(2, "A quote is opened and never closed")]),
        ("a;b\n1;2\0\n", [(2, "The file holds a NUL character")]),
        ("a;b\r1;2\r", [(1, "The line ends with CR alone"), (2, "The line ends with CR alone")]),
        ("a;b\n", [(1, "The file has a header and no rows")]),
        ("\na;b\n1;2\n", [(1, "A blank line stands before the header")]),
        ("", [(1, "The file has no header")]),
    ],
)
def test_what_engines_read_each_in_its_own_way_is_told(
    tmp_path: Path, content: str, expected: list[tuple[int | None, str]]
) -> None:
    assert said(shape(tmp_path, content)) == expected


def test_another_encoding_comes_with_the_command_that_mends_it(tmp_path: Path) -> None:
    (problem,) = shape(tmp_path, "a;b\nå;2\n".encode("cp1252")).problems
    assert problem.hint is not None
    assert "iconv" in Language("en").say(problem.hint)


def test_a_file_with_the_wrong_delimiter_is_told_in_few_words(tmp_path: Path) -> None:
    found = said(shape(tmp_path, "a;b\n" + "1,5;2,5\n" * 50, ","))
    assert len(found) == MOST_TOLD + 1
    assert found[-1] == (None, f"… and {50 - MOST_TOLD} more rows")
