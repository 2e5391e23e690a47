"""Bytes that are text, bytes that are not, and where the bad ones are."""

import pytest

from macros.language.catalogue import Language
from macros.survey.text_file import MOST_BYTES, read_text
from tests.unit.survey.folders import Folder


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        ("å;ö".encode(), None),
        ("å;ö".encode("utf-8-sig"), None),
        ("å;ö".encode("cp1252"), "cp1252"),
        ("å;ö".encode("mac-roman"), "mac-roman"),
        ("å;ö".encode("utf-16"), "utf-16"),
        ("å;ö".encode("utf-8-sig"), "utf-8"),
    ],
)
def test_text_is_read_with_or_without_a_mark_and_in_the_encoding_that_is_named(
    folder: Folder, content: bytes, encoding: str | None
) -> None:
    file = read_text(folder.write("a.csv", content), folder.root, encoding)
    assert file.text == "å;ö"
    assert not file.problems


def test_a_whole_file_in_cp1252_is_one_problem_and_is_read_on(folder: Folder) -> None:
    file = read_text(folder.write("a.csv", "ja,nej\nåtta,Åre\n".encode("cp1252")), folder.root)
    assert file.text == "ja,nej\nåtta,Åre\n"
    (problem,) = file.problems
    assert str(problem.place) == "data/surveys/liten/a.csv:2:1"
    assert Language("en").say(problem.found) == "2 bytes are not UTF-8"
    assert Language("en").say(problem.hint or "") == "It reads as cp1252: save it as UTF-8"


def test_no_encoding_is_named_that_would_not_read_the_file(folder: Folder) -> None:
    file = read_text(folder.write("a.csv", b"a\x81b"), folder.root)
    assert [problem.hint for problem in file.problems] == [None]


def test_each_bad_line_of_a_damaged_utf8_file_has_its_place(folder: Folder) -> None:
    file = read_text(folder.write("a.csv", "åä\n".encode() + b"\xc3\xa5x\xe5,y\nz\xff\xff\n"), folder.root)
    assert [(problem.place.line, problem.place.column) for problem in file.problems] == [(2, 3), (3, 2)]
    assert Language("en").say(file.problems[1].found) == "2 bytes are not UTF-8"
    assert file.text == "åä\nåx�,y\nz��\n"


def test_a_large_file_of_bad_bytes_is_told_at_once(folder: Folder) -> None:
    assert len(read_text(folder.write("a.csv", "å".encode() + b"\xff" * 2_000_000), folder.root).problems) == 1


def test_half_a_letter_of_utf16_is_told(folder: Folder) -> None:
    (problem,) = read_text(folder.write("a.csv", "ja\nå".encode("utf-16") + b"x"), folder.root, "utf-16").problems
    assert (problem.place.line, problem.place.column) == (2, 2)


def test_bytes_that_a_named_encoding_lacks_are_problems(folder: Folder) -> None:
    file = read_text(folder.write("a.csv", b"ab\n\x81c"), folder.root, "cp1252")
    assert [(str(p.place), Language("en").say(p.found)) for p in file.problems] == [
        ("data/surveys/liten/a.csv:2:1", "1 byte is not CP1252")
    ]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", "The file is empty"),
        (b"x" * (MOST_BYTES + 1), f"The file has {MOST_BYTES + 1} bytes"),
        (b"ab\ncd\0e", "The file holds a NUL character"),
    ],
    ids=["empty", "too large", "NUL"],
)
def test_what_is_no_text_file(folder: Folder, content: bytes, found: str) -> None:
    file = read_text(folder.write("a.csv", content), folder.root)
    assert [Language("en").say(problem.found) for problem in file.problems] == [found]


def test_a_file_of_the_greatest_size_is_read(folder: Folder) -> None:
    assert not read_text(folder.write("a.csv", b"x" * MOST_BYTES), folder.root).problems


def test_nul_has_its_place_and_utf16_its_hint(folder: Folder) -> None:
    plain = read_text(folder.write("a.csv", b"ab\ncd\0e"), folder.root).problems[0]
    assert (plain.place.line, plain.place.column, plain.hint) == (2, 3, None)
    wide = read_text(folder.write("b.csv", "ja".encode("utf-16")), folder.root).problems[-1]
    assert "utf-16" in Language("en").say(wide.hint or "")


def test_a_link_is_not_followed(folder: Folder) -> None:
    folder.write("secret.txt", "hemligt")
    (folder.path / "a.csv").symlink_to(folder.path / "secret.txt")
    file = read_text(folder.path / "a.csv", folder.root)
    assert file.text is None
    assert [problem.found.template for problem in file.problems] == ["The file is a link"]
    missing = read_text(folder.path / "b.csv", folder.root)
    assert [problem.found.template for problem in missing.problems] == ["There is no such file"]
