"""Encodings: what decides, and what is asked for. The table of quirks is in tests/spec/test_reading_quirks.py."""

import pytest

from macros.language.catalogue import Language
from macros.survey.encodings import Decoded, decode

LABELS = ("Minskat något", "Oförändrat", "Ökat")


def told(decoded: Decoded) -> list[str]:
    return [f"{problem.place}: {Language('en').say(problem.found)}" for problem in decoded.problems]


@pytest.mark.parametrize("encoding", ["cp1252", "mac-roman"])
def test_labels_with_delimiters_in_them_and_in_other_case_are_known(encoding: str) -> None:
    text = 'q;r\n"MINSKAT, NÅGOT; Hög";1\n'
    decoded = decode(text.encode(encoding), None, "a.csv", ["Minskat, något"])
    assert (decoded.text, decoded.encoding, told(decoded)) == (text, encoding, [])


def test_most_known_cells_win_over_a_few() -> None:
    text = "Ökat\nOförändrat\nš\n"
    decoded = decode(text.encode("cp1252"), None, "a.csv", [*LABELS, "ö"])
    assert (decoded.text, told(decoded)) == (text, [])


def test_a_byte_that_the_decided_encoding_lacks_is_told() -> None:
    content = "Ökat\n".encode("cp1252") + b"x\x81\n"
    assert told(decode(content, None, "a.csv", LABELS)) == ["a.csv:2:2: 1 byte is not CP1252"]


def test_letters_of_utf8_among_others_are_damage_and_no_coincidence() -> None:
    content = "Ökat\n".encode() + "Oförändrat\nMinskat något\n".encode("cp1252")
    assert told(decode(content, None, "a.csv", LABELS)) == [
        "a.csv:2:3: 2 bytes are not UTF-8",
        "a.csv:3:10: 1 byte is not UTF-8",
    ]


def test_a_mark_of_utf8_over_damaged_bytes_is_told_by_line() -> None:
    content = "a\nå\n".encode("utf-8-sig") + b"\xe5\n"
    assert told(decode(content, None, "a.csv")) == ["a.csv:3:1: 1 byte is not UTF-8"]


def test_a_long_answer_is_looked_through_once() -> None:
    content = b"q\n" + b"a" * 2_000_000 + "å\n".encode("cp1252")
    assert decode(content, None, "a.csv").encoding == "cp1252"


def test_signs_alone_are_read_as_cp1252() -> None:
    text = "income,sure\n\N{POUND SIGN}10,Don’t know\n\N{POUND SIGN}20,1–2\nUnder \N{POUND SIGN}10,3–4\n"
    decoded = decode(text.encode("cp1252"), None, "a.csv")
    assert (decoded.encoding, decoded.text, decoded.problems) == ("cp1252", text, ())
