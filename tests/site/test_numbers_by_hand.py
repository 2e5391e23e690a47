"""Numbers of the pages, counted once more from the CSV files by the standard library alone."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from tests.site.built_pages import numbers, read_csv, read_pages

SUMMER, SPRING, CHAMBER = "iuc-2020-sommar", "iuc-2020-var", "handelskammaren-2020"
OTHERS = "innovationsforetagen-2020"
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


def values(rows: Rows, column: str) -> list[Fraction]:
    return [Fraction(row[column].replace(",", ".")) for row in rows if row[column] not in NONE]


def mean(rows: Rows, column: str) -> str:
    given = values(rows, column)
    tenths = half_up(10 * sum(given, Fraction()) / len(given))
    return f"{tenths // 10},{tenths % 10}"


def at_least_half(rows: Rows) -> int:
    """Percent of those who told how much of their staff is on short time that told 50 percent or more."""
    given = values(rows, "permitterade")
    return half_up(Fraction(100 * sum(value >= 50 for value in given), len(given)))


def among(rows: Rows, column: str, answer: str) -> int:
    """Percent that gave an answer, where several stand in one cell."""
    given = [row[column].split("; ") for row in rows if row[column] not in NONE]
    return half_up(Fraction(100 * sum(answer in answers for answers in given), len(given)))


def change(before: Rows, after: Rows, column: str, answers: set[str]) -> int:
    """Points from one survey to the other, from the exact shares of both."""
    shares = [Fraction(100 * n, base) for n, base in (counted(rows, column, answers) for rows in (before, after))]
    return half_up(shares[1] - shares[0])


LONG = {"Ungefär två år", "Längre än två år"}
DISTURBED = {"Vissa störningar", "Stora störningar"}
NEGATIVE = {"Mycket negativt", "Ganska negativt"}
# What a percentage is called in words; only those that the pages below come to.
WORDS = {52: "drygt hälften", 61: "drygt sex av tio"}
Numbers = list[tuple[str, Callable[[Rows], str]]]
OF_SUMMER: Numbers = [
    ("kommun///base", lambda rows: f"{len(rows)}{NBSP}företag"),
    ("orderingang//minskat/share", lambda rows: f"{percent(rows, 'orderingang', LESS)} procent"),
    ("orderingang//minskat/share", lambda rows: "{} av {}".format(*counted(rows, "orderingang", LESS))),
    ("orderingang//oforandrat/percent", lambda rows: str(percent(rows, "orderingang", {"Oförändrat"}))),
    ("orderingang///n", lambda rows: str(counted(rows, "orderingang", set())[1])),
    ("orderingang///balance", lambda rows: f"{balance(rows)} procentenheter"),
    ("behov//kompetens/share", lambda rows: f"{needs(rows, 'behov_kompetens')} procent"),
    ("behov//leverantorer/percent", lambda rows: str(needs(rows, "behov_leverantorer"))),
    ("permittering//ja/count", lambda rows: f"{counted(rows, 'permittering', {'Ja'})[0]}{NBSP}företag"),
    ("permitterade///mean", lambda rows: f"{mean(rows, 'permitterade')}{NBSP}procent av personalen"),
    ("likviditet//anstrangd_akut/share", lambda rows: f"{percent(rows, 'likviditet', {'Ansträngd', 'Akut'})}{NBSP}%"),
    ("stod_lange//minst_tva_ar/share", lambda rows: f"{percent(rows, 'stod_lange', LONG)}{NBSP}%"),
    (
        "leveranser_ut--kommun/vastra/inga/percent",
        lambda rows: str(of_group(rows, "leveranser_ut", {"Inga störningar"}, "kommun", {"Berg", "Härjedalen", "Åre"})),
    ),
    (
        "omsattning--storlek/10-19/minskat/percent",
        lambda rows: str(of_group(rows, "omsattning", LESS, "storlek", {"10–19 anställda"})),
    ),
    (
        "likviditet--bransch/livsmedel_ovrig/anstrangd_akut/percent",
        lambda rows: str(
            of_group(rows, "likviditet", {"Ansträngd", "Akut"}, "bransch", {"Livsmedelsindustri", "Övrig industri"})
        ),
    ),
    ("leveranser_in//stora/share", lambda rows: f"{percent(rows, 'leveranser_in', {'Stora störningar'})} procent"),
    ("leveranser_ut//storningar/share", lambda rows: f"{percent(rows, 'leveranser_ut', DISTURBED)} procent"),
    ("permitterade_andel//50-/percent", lambda rows: str(at_least_half(rows))),
    ("anstallda///mean", lambda rows: f"{mean(rows, 'anstallda')}{NBSP}anställda"),
    ("stod//anstand/share", lambda rows: f"{among(rows, 'stod', 'Anstånd med skatt')} procent"),
    (
        "stod//arbetsgivaravgift/share",
        lambda rows: WORDS[among(rows, "stod", "Sänkta arbetsgivaravgifter")].capitalize(),
    ),
    ("stod_lange//minst_tva_ar/share", lambda rows: WORDS[percent(rows, "stod_lange", LONG)].capitalize()),
    ("stod_lange//minst_tva_ar/share", lambda rows: WORDS[percent(rows, "stod_lange", LONG)]),
    ("storlek//50-/n", lambda rows: str(counted(rows, "storlek", {"50 eller fler anställda"})[0])),
]
OF_SPRING: Numbers = [
    ("orderingang//minskat/share", lambda rows: f"{percent(rows, 'orderingang', LESS)} procent"),
    ("orderingang///base", lambda rows: f"{counted(rows, 'orderingang', set())[1]}{NBSP}företag"),
    ("leveranser_in//storningar/share", lambda rows: str(percent(rows, "leveranser_in", DISTURBED))),
    ("likviditet//anstrangd_akut/share", lambda rows: str(percent(rows, "likviditet", {"Ansträngd", "Akut"}))),
    ("permittering//ja/share", lambda rows: str(percent(rows, "permittering", {"Ja"}))),
    ("risk//produktion/share", lambda rows: WORDS[percent(rows, "risk", {"Produktionen"})]),
]
OF_CHAMBER: Numbers = [
    ("lan///base", lambda rows: f"{len(rows)}{NBSP}företag"),
    ("paverkan//mycket_negativt/percent", lambda rows: str(percent(rows, "paverkan", {"Mycket negativt"}))),
    (
        "paverkan--bransch/industri/negativt/percent",
        lambda rows: str(of_group(rows, "paverkan", NEGATIVE, "bransch", {"Industri"})),
    ),
    ("hur_lange//minst_tva_ar/share", lambda rows: f"{percent(rows, 'hur_lange', LONG)} procent"),
    ("atgarder//granser/share", lambda rows: f"{among(rows, 'atgarder', 'Öppna gränser mot Norge')} procent"),
    (
        "atgarder--lan/jamtland/export/percent",
        lambda rows: str(among([row for row in rows if row["lan"] == "Jämtlands län"], "atgarder", "Stöd till export")),
    ),
]
NUMBERS = [
    (survey, key, count)
    for survey, numbers_ in ((SUMMER, OF_SUMMER), (SPRING, OF_SPRING), (CHAMBER, OF_CHAMBER))
    for key, count in numbers_
]


@pytest.fixture(scope="module")
def shown(built_site: Path) -> set[tuple[str, str]]:
    return {number for page in read_pages(built_site).values() for number in numbers(page)}


@pytest.mark.parametrize(
    ("survey", "key", "count"), NUMBERS, ids=[f"{n} {survey} {key}" for n, (survey, key, _) in enumerate(NUMBERS, 1)]
)
def test_a_number_of_the_pages_is_the_one_counted_by_hand(
    built_site: Path, shown: set[tuple[str, str]], survey: str, key: str, count: Callable[[Rows], str]
) -> None:
    assert (f"{survey}--{key}", count(answers(built_site, survey))) in shown


def answers(site: Path, survey: str) -> Rows:
    return read_csv(site.parent / "data" / "surveys" / survey / "svar.csv")


@pytest.mark.parametrize(
    ("question", "answer", "counts", "form"),
    [
        ("orderingang", "minskat", LESS, "{:+d}"),
        ("orderingang", "minskat", LESS, "{} procentenheter"),
        ("leveranser_in", "storningar", DISTURBED, "{:+d}"),
        ("leveranser_in", "storningar", DISTURBED, "{} procentenheter"),
        ("leveranser_ut", "storningar", DISTURBED, "{:+d}"),
        ("permittering", "ja", {"Ja"}, "{:+d}"),
        ("likviditet", "anstrangd_akut", {"Ansträngd", "Akut"}, "{:+d}"),
    ],
)
def test_a_change_between_the_waves_is_the_one_worked_out_from_both_files(
    built_site: Path, shown: set[tuple[str, str]], question: str, answer: str, counts: set[str], form: str
) -> None:
    points = change(answers(built_site, SPRING), answers(built_site, SUMMER), question, counts)
    text = form.format(points).replace("-", "\N{MINUS SIGN}")
    assert (f"{SUMMER}--{question}//{answer}/change/{SPRING}", text) in shown


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
        f"{OTHERS}--tappat_order/{last}/ja/change/{first}",
        f"{numerator / denominator}".replace(".", ",") + " procentenheter",
    ) in shown
