"""Whatever stands in a table, its draft reads it, and every column has one place."""

import csv
import io
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from macros.survey.imports.understanding import NothingAskedError
from macros.survey.sheet import read_sheet
from tests.imported import Imported, imported

_WORDS = (
    "Ja", "Nej", "Yes", "No", "1", "0", "2", "3", "10+", "1-4", "NA", "N/A", "-", "", "None", "Agree", "Disagree",
    "Neutral",
    "Vet ej", "Rank 1", "A;B;", "A, B", "B, c", "a;b", "Not selected", "2020-01-02", "3/4/2021", "0.5", "1,5", "x", "X",
    "C", "C#", "c++", " ja ", "Mycket bra", "Very good", "5 - Best", "1 (Worst)", "Other", "fri text, med komma",
    "é", "#",
    "sex;", ";", "__no_answer__", "null", "-99", "true", "FALSE", "12345678901", "007", "A (b, c)", "A (b", "(",
    "[]", "…",
)  # fmt: skip
_HEADERS = (
    "q1", "q1[1]", "q1[2]", "q1[other]", "q2_1", "q2_2", "q2", "Timestamp", "ID", "id", "weight", "vikt", "Q [a]",
    "Q [b]",
    "Option:Question", "Other:Question", "What? - One", "What? - Two", "g/q/a", "g/q/b", "g/q", "", "Email", "Ja",
    "A", "#",
    "Start Date", "Respondent ID", "Collector ID", "StartDate", "ResponseId", "code. Text", "code[SQ1]. Text [x]",
    "Ö?!",
    "lång rubrik " * 20, "1", "true", "null", "A;B;", "Annat",
)  # fmt: skip


@st.composite
def tables(draw: st.DrawFn) -> list[list[str]]:
    """A header and rows of words from a small pool for each column, so that answers come again."""
    header = draw(st.lists(st.sampled_from(_HEADERS), min_size=1, max_size=6))
    size = draw(st.integers(1, 25))
    pools = [draw(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=5)) for _ in header]
    columns = [draw(st.lists(st.sampled_from(pool), min_size=size, max_size=size)) for pool in pools]
    return [header, *(list(row) for row in zip(*columns, strict=True))]


@given(tables())
@settings(max_examples=150)
def test_a_draft_reads_its_table(table: list[list[str]]) -> None:
    text = io.StringIO()
    csv.writer(text).writerows(table)
    with TemporaryDirectory() as folder:
        file = Path(folder) / "export.csv"
        file.write_text(text.getvalue(), encoding="utf-8", newline="")
        assume(not read_sheet(file, file.parent).problems)
        with suppress(NothingAskedError):
            _whole(imported(file, Path(folder)))


def _whole(found: Imported) -> None:
    book = found.codebook
    used = [*found.draft.question_columns, *book.ignore, *book.design.columns]
    used += [book.identifier] if book.identifier else []
    assert sorted(used) == sorted(set(used))
    assert len(used) == found.draft.columns
    assert len(found.survey.frame) == found.draft.rows
