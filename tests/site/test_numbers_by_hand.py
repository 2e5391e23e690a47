"""Numbers of the pages, counted once more from the CSV files by the standard library alone."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from tests.site.built_pages import numbers, read_csv, read_pages

SURVEY, OTHERS = "iuc-2020-sommar", "innovationsforetagen-2020"
NONE = {"", "Vet ej", "Vill ej svara"}
LESS, MORE = {"Minskat mycket", "Minskat något"}, {"Ökat något", "Ökat mycket"}
NBSP = "\N{NO-BREAK SPACE}"
Rows = list[dict[str, str]]


def half_up(value: Fraction) -> int:
    return int(abs(value) + Fraction(1, 2)) * (1 if value >= 0 else -1)


def percent(rows: Rows, column: str, answers: set[str]) -> int:
    given = [row[column] for row in rows if row[column] not in NONE]
    return half_up(Fraction(100 * sum(answer in answers for answer in given), len(given)))


def needs(rows: Rows, column: str) -> int:
    columns = [name for name in rows[0] if name.startswith("behov_")]
    answered = [row for row in rows if any(row[name] for name in columns)]
    return half_up(Fraction(100 * sum(row[column] == "Ja" for row in answered), len(answered)))


def counted(rows: Rows, column: str, answers: set[str]) -> tuple[int, int]:
    given = [row[column] for row in rows if row[column] not in NONE]
    return sum(answer in answers for answer in given), len(given)


def of_group(rows: Rows, column: str, answers: set[str], by: str, groups: set[str]) -> int:
    return percent([row for row in rows if row[by] in groups], column, answers)


def balance(rows: Rows) -> str:
    (more, base), (less, _) = counted(rows, "orderingang", MORE), counted(rows, "orderingang", LESS)
    points = half_up(Fraction(100 * (more - less), base))
    return f"{points}".replace("-", "\N{MINUS SIGN}")


def mean(rows: Rows) -> str:
    given = [Fraction(row["permitterade"].replace(",", ".")) for row in rows if row["permitterade"] not in NONE]
    tenths = half_up(10 * sum(given, Fraction()) / len(given))
    return f"{tenths // 10},{tenths % 10}"


LONG = {"Ungefär två år", "Längre än två år"}
NUMBERS: list[tuple[str, Callable[[Rows], str]]] = [
    ("kommun///base", lambda rows: f"{len(rows)}{NBSP}företag"),
    ("orderingang//minskat/share", lambda rows: f"{percent(rows, 'orderingang', LESS)} procent"),
    ("orderingang//minskat/share", lambda rows: "{} av {}".format(*counted(rows, "orderingang", LESS))),
    ("orderingang//oforandrat/percent", lambda rows: str(percent(rows, "orderingang", {"Oförändrat"}))),
    ("orderingang///n", lambda rows: str(counted(rows, "orderingang", set())[1])),
    ("orderingang///balance", lambda rows: f"{balance(rows)} procentenheter"),
    ("behov//kompetens/share", lambda rows: f"{needs(rows, 'behov_kompetens')} procent"),
    ("behov//leverantorer/percent", lambda rows: str(needs(rows, "behov_leverantorer"))),
    ("permittering//ja/count", lambda rows: f"{counted(rows, 'permittering', {'Ja'})[0]}{NBSP}företag"),
    ("permitterade///mean", lambda rows: f"{mean(rows)}{NBSP}procent av personalen"),
    ("likviditet//anstrangd_akut/share", lambda rows: f"{percent(rows, 'likviditet', {'Ansträngd', 'Akut'})}{NBSP}%"),
    ("stod_lange//minst_tva_ar/share", lambda rows: f"{percent(rows, 'stod_lange', LONG)}{NBSP}%"),
    (
        "leveranser_ut--kommun/vastra/inga/percent",
        lambda rows: str(of_group(rows, "leveranser_ut", {"Inga störningar"}, "kommun", {"Berg", "Härjedalen", "Åre"})),
    ),
    (
        "permittering--storlek/10-49/ja/percent",
        lambda rows: str(of_group(rows, "permittering", {"Ja"}, "storlek", {"10–19 anställda", "20–49 anställda"})),
    ),
]


@pytest.fixture(scope="module")
def shown(built_site: Path) -> set[tuple[str, str]]:
    return {number for page in read_pages(built_site).values() for number in numbers(page)}


@pytest.mark.parametrize(("key", "count"), NUMBERS, ids=[f"{n} {key}" for n, (key, _) in enumerate(NUMBERS, 1)])
def test_a_number_of_the_pages_is_the_one_counted_by_hand(
    built_site: Path, shown: set[tuple[str, str]], key: str, count: Callable[[Rows], str]
) -> None:
    rows = read_csv(built_site.parent / "data" / "surveys" / SURVEY / "svar.csv")
    assert (f"{SURVEY}--{key}", count(rows)) in shown


def test_published_numbers_stand_as_they_were_published(built_site: Path, shown: set[tuple[str, str]]) -> None:
    rows = read_csv(built_site.parent / "data" / "surveys" / OTHERS / "siffror.csv")
    series = {row["period"]: row["value"] for row in rows if row["question"] == "Har tappat i orderingång"}
    first, last = min(series), max(series)
    swedish = {period: value.replace(".", ",") for period, value in series.items()}
    for period, value in swedish.items():
        assert (f"{OTHERS}--tappat_order/{period}/ja/value", value) in shown
    for period in (first, last):
        assert (f"{OTHERS}--tappat_order/{period}/ja/published", f"{swedish[period]} procent") in shown
    points = str(Fraction(series[last]) - Fraction(series[first]))
    numerator, denominator = map(int, points.split("/"))
    assert (
        f"{OTHERS}--tappat_order/{last}/ja/change",
        f"{numerator / denominator}".replace(".", ",") + " procentenheter",
    ) in shown
