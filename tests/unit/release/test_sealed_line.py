"""A released row can be written as a line and read back, whatever it holds."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from macros.release.released import Row
from macros.release.sealed_line import COLUMNS, line_of, row_of

codes = st.from_regex(r"[a-z0-9][a-z0-9_-]{0,8}", fullmatch=True)
numbers = st.none() | st.floats(-1e6, 1e6)
counts = st.none() | st.integers(0, 10**9)
rows = st.builds(
    Row,
    group=st.lists(st.none() | codes, max_size=2).map(tuple),
    answer=st.none() | codes,
    label=st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=12),
    statistic=st.sampled_from(["share", "share_of_answers", "count", "mean"]),
    status=st.sampled_from(["ok", "suppressed", "no_base"]),
    value=numbers,
    n=counts,
    base=counts,
    percent=numbers,
    low=numbers,
    high=numbers,
    flags=st.lists(st.sampled_from(["few", "wide", "df"]), unique=True).map(tuple),
)


@given(rows)
def test_a_row_survives_the_file(row: Row) -> None:
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerow(line_of("order by storlek", "rows", row))
    (line,) = csv.DictReader(io.StringIO(buffer.getvalue(), newline=""))
    assert (line["table"], line["part"], row_of(line)) == ("order by storlek", "rows", row)


@pytest.mark.parametrize("code", ["", "a|b", "*"])
def test_a_code_that_could_not_be_told_apart_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match="cannot be written"):
        line_of("order", "rows", Row((code,), None, "", "share", "ok"))


@pytest.mark.parametrize("wrong", [{"status": "hidden"}, {"n": "39.5"}, {"value": "much"}])
def test_a_line_that_is_no_row_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        row_of(line_of("order", "rows", Row((), None, "", "share", "ok")) | wrong)
