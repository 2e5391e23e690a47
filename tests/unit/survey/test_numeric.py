"""Numbers as spreadsheets and programs write them, and what is refused since it could mean two things."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.survey.numeric import plain, read_number


@pytest.mark.parametrize(
    ("text", "decimal", "expected"),
    [
        ("0.33299999999999996", ".", "0.333"),
        ("-1.0", ".", "-1"),
        ("-0", ".", "0"),
        ("+5", ".", "5"),
        ("\N{MINUS SIGN}5", ".", "-5"),
        ("1 200 000", ".", "1200000"),
        ("1200,50", ",", "1200.5"),
        ("1e+05", ".", "100000"),
        ("2.5E-07", ".", "0.00000025"),
        ("007", ".", "7"),
        (".50", ".", "0.5"),
        ("-,5", ",", "-0.5"),
        ("123456789012345", ".", "123456789012345"),
        ("0.1234567890123456", ".", "0.123456789012346"),
    ],
)
def test_numbers(text: str, decimal: str, expected: str) -> None:
    value = read_number(text, decimal)
    assert value is not None
    assert plain(value) == expected


@pytest.mark.parametrize(
    "text",
    [
        "", "1e3", "1e+400", "1e+20", "12 34", "1,5", "1.200,5", "5.", ".", "-.", "\N{ARABIC-INDIC DIGIT ONE}", "0x1F",
        "NaN", "inf", "45 %", "1_000", "1234567890123456", "--1", "- 1", "9" * 5000,
    ],
)  # fmt: skip
def test_what_is_no_number(text: str) -> None:
    assert read_number(text, ".") is None


@given(st.floats(-1e14, 1e14).filter(lambda value: value == 0 or abs(value) > 1e-90))
def test_what_a_program_writes_of_a_float_is_read_to_fifteen_digits(value: float) -> None:
    """Python's own repr, and R's: no cell of a number that a tool wrote is refused."""
    read = read_number(repr(value), ".")
    assert read is not None
    assert f"{read:.14e}" == f"{Decimal(repr(value)):.14e}"
    assert float(plain(read)) == pytest.approx(value, rel=1e-14)
