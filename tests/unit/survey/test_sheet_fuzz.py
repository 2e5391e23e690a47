"""Any bytes are a sheet, with problems or without, and never an error; what is read without one is what was written."""

import csv
import io
import string
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.survey.sheet import Dialect, Sheet, read_sheet
from macros.survey.spelling import fold, is_blank, tidy
from tests.unit.survey.sav_files import sav
from tests.unit.survey.workbooks import workbook

ONE_FILE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
DIALECTS = st.builds(
    Dialect,
    encoding=st.sampled_from([None, "utf-8", "utf-16", "utf-16-be", "cp1252", "latin-1", "mac-roman"]),
    delimiter=st.sampled_from([None, ",", ";", "\t", "|"]),
    header_rows=st.sampled_from([None, 1, 2, 3]),
    headers=st.sampled_from([(), ("id", "åäö"), ("id / åäö",)]),
    answers=st.sampled_from([(), ("åäö", "Košice")]),
)
BITS = [
    "id",
    "åäö",
    "Košice",
    ",",
    ";",
    "\t",
    "|",
    '"',
    "\n",
    "\r\n",
    "\r",
    " ",
    "sep=;\n",
    '{"ImportId":',
    "Response",
    "\0",
]
BYTES = st.one_of(
    st.binary(max_size=120),
    st.builds(
        lambda bits, encoding: "".join(bits).encode(encoding, "replace"),
        st.lists(st.sampled_from(BITS), max_size=40),
        st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "mac-roman"]),
    ),
    st.builds(bytes.__add__, st.sampled_from([b"PK\x03\x04", b"$FL2", b"\xd0\xcf\x11\xe0"]), st.binary(max_size=60)),
)


def is_whole(sheet: Sheet) -> bool:
    """Whether a sheet keeps its promises."""
    width = len(sheet.names)
    return (
        len({fold(name) for name in sheet.names}) == width
        and all(len(record.fields) == width and not is_blank(record.fields) for record in sheet.records)
        and all(len(row) == width for row in sheet.header)
        and bool(sheet.problems or sheet.records)
    )


@given(content=BYTES, dialect=DIALECTS, name=st.sampled_from(["svar.csv", "svar.xlsx", "svar.sav"]))
@ONE_FILE
def test_any_bytes_are_a_sheet(tmp_path: Path, content: bytes, dialect: Dialect, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert is_whole(read_sheet(path, tmp_path, dialect))


def made(tmp_path: Path, kind: str) -> bytes:
    if kind == "xlsx":
        return workbook({"Svar": [["id", "åäö"], [1, "Ökat"], [2.5, None]]})
    path = sav(tmp_path / "mall.sav", {"id": [1.0, 2.0], "ord": ["åäö", "b"]}, sets="$s=D1 1 3 Abc id")
    return path.read_bytes()


@pytest.mark.parametrize("kind", ["xlsx", "sav"])
@given(at=st.floats(0, 1, exclude_max=True), bits=st.binary(min_size=1, max_size=6), cut=st.booleans())
@ONE_FILE
def test_a_mutated_file_of_another_kind_is_a_sheet(
    tmp_path: Path, kind: str, at: float, bits: bytes, *, cut: bool
) -> None:
    content = made(tmp_path, kind)
    place = int(at * len(content))
    path = tmp_path / f"svar.{kind}"
    path.write_bytes(content[:place] + bits + (b"" if cut else content[place + len(bits) :]))
    assert is_whole(read_sheet(path, tmp_path))


# What no rule of reading changes or leaves out: words of letters, with all that a delimited file must put in quotes.
WORDS = st.text(string.ascii_letters + 'åäöÅÄÖé,;|\t"\n ', min_size=1, max_size=8).filter(lambda word: tidy(word) != "")
HEADERS = st.lists(st.text("abcdefåäö ", min_size=1, max_size=6).filter(tidy), min_size=2, max_size=4, unique_by=fold)


@st.composite
def tables(draw: st.DrawFn) -> list[list[str]]:
    headers = draw(HEADERS)
    row = st.lists(WORDS, min_size=len(headers), max_size=len(headers))
    return [headers, *draw(st.lists(row, min_size=1, max_size=4))]


def written(rows: list[list[str]], delimiter: str, encoding: str) -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return text.getvalue().encode(encoding)


@given(
    rows=tables(),
    delimiter=st.sampled_from([",", ";", "\t", "|"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
)
@ONE_FILE
def test_what_is_read_without_a_problem_is_what_was_written(
    tmp_path: Path, rows: list[list[str]], delimiter: str, encoding: str
) -> None:
    headers, *answers = rows
    path = tmp_path / "svar.csv"
    path.write_bytes(written(rows, delimiter, encoding))
    words = tuple(word for row in answers for word in row)
    sheet = read_sheet(path, tmp_path, Dialect(headers=tuple(headers), answers=words, header_rows=1))
    if not sheet.problems:
        assert sheet.names == tuple(map(tidy, headers))
        assert [list(record.fields) for record in sheet.records] == answers


@given(rows=tables(), at=st.integers(0, 60), letter=st.sampled_from([",", '"', "\n", "x", ";", "\ufeff", "å"]))
@ONE_FILE
def test_a_mutated_table_has_a_problem_or_its_width(
    tmp_path: Path, rows: list[list[str]], at: int, letter: str
) -> None:
    text = written(rows, ",", "utf-8").decode()
    at = min(at, len(text))
    path = tmp_path / "svar.csv"
    path.write_bytes((text[:at] + letter + text[at:]).encode())
    sheet = read_sheet(path, tmp_path, Dialect(delimiter=",", header_rows=1, headers=tuple(rows[0])))
    assert is_whole(sheet)
    assert sheet.problems or len(sheet.records) >= len(rows) - 1 or letter in ('"', "\n")
