"""Dates: three orders, three marks between the parts, and every day that does not exist."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.survey.codebook_file import read_codebook
from macros.survey.dates import read_date
from macros.survey.question import DateOrder
from macros.survey.responses import read_responses
from tests.unit.survey.folders import Folder, ProblemsOf

FORMATS = {"year-month-day": "%Y{0}%m{0}%d", "day-month-year": "%d{0}%m{0}%Y", "month-day-year": "%m{0}%d{0}%Y"}
TIMES = [
    "",
    " 14:05",
    " 14:05:33",
    "T14:05:33.123Z",
    "T14:05:33+02:00",
    " 2:05:33 PM",
    ", 09:00",
    " 14:05:33 UTC",
    " 2:05:33 em CET",
    " 2:05:33 PM GMT+2",
    " 14.05",
    " 14:05:33+00",
]


@given(
    day=st.dates(datetime.date(1000, 1, 1)),
    order=st.sampled_from(sorted(FORMATS)),
    mark=st.sampled_from("-/."),
    time=st.sampled_from(TIMES),
)
def test_every_day_in_every_order_is_read_as_itself(day: datetime.date, order: DateOrder, mark: str, time: str) -> None:
    assert read_date(day.strftime(FORMATS[order].format(mark)) + time, order) == day


@pytest.mark.parametrize("order", sorted(FORMATS))
def test_an_iso_date_reads_so_in_any_order(order: DateOrder) -> None:
    assert read_date("2020-05-11 00:00:00", order) == datetime.date(2020, 5, 11)


def survey(folder: Folder, order: str, *cells: str) -> list[str]:
    head = 'missing: {no_answer: [""], dont_know: [Vet ej]}\n'
    folder.survey(
        f"  - {{id: d, type: date, text: När, order: {order}}}\n  - {{id: t, type: text, text: T}}\n",
        "d;t\n" + "".join(f"{cell};x\n" for cell in cells),
        head,
    )
    return list(read_responses(read_codebook(folder.path, folder.root), folder.path, folder.root).frame["d"])


def test_the_column_holds_iso_dates_and_missing_kinds(folder: Folder) -> None:
    found = survey(folder, "month-day-year", "5/11/2020 2:05:33 PM", "", "vet ej")
    assert found == ["2020-05-11", "__no_answer__", "__dont_know__"]


@pytest.mark.parametrize(
    ("order", "cell", "allowed", "hint"),
    [
        ("year-month-day", "2020-02-30", "2020-05-11", "There is no such day"),
        ("day-month-year", "29.2.2021", "11/5/2020", "There is no such day"),
        ("day-month-year", "5/31/2020", "11/5/2020", "The codebook says order: day-month-year"),
        ("year-month-day", "11/5/2020", "2020-05-11", "The codebook says order: year-month-day"),
        ("day-month-year", "11/5/20", "11/5/2020", "Write the year with four digits"),
        ("day-month-year", "11/5-2020", "11/5/2020", ""),
        ("day-month-year", "i maj", "11/5/2020", ""),
        ("year-month-day", "43962", "2020-05-11", ""),
    ],
)
def test_what_is_no_date_comes_with_what_is_wrong_in_it(
    folder: Folder, problems_of: ProblemsOf, order: str, cell: str, allowed: str, hint: str
) -> None:
    found = problems_of(lambda: survey(folder, order, cell))
    assert found == [("svar.csv:2:1", f'"{cell}" is not a date', f"a date such as {allowed}", hint)]


def test_an_empty_cell_is_told_where_the_codebook_has_no_word_for_it(folder: Folder, problems_of: ProblemsOf) -> None:
    folder.survey(
        "  - {id: d, type: date, text: När, missing: {no_answer: [saknas]}}\n  - {id: t, type: text, text: T}\n",
        "d;t\n;x\n",
    )
    found = problems_of(lambda: read_responses(read_codebook(folder.path, folder.root), folder.path, folder.root))
    assert [text for _, text, _, _ in found] == ["The cell is empty"]
