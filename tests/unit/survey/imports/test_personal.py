"""Columns that look personal are found, others are not, and no value is ever told."""

import pytest

from macros.language.catalogue import Language
from macros.survey.imports.personal import Finding, personal_columns
from macros.survey.records import Record
from macros.survey.sheet import Sheet


def sheet(header: str, *cells: str) -> Sheet:
    rows = tuple(Record(line, (cell,)) for line, cell in enumerate(cells, 2))
    return Sheet("export.csv", (header,), ((header,),), rows)


def found(header: str, *cells: str) -> tuple[str, int] | None:
    findings = personal_columns(sheet(header, *cells))
    return (findings[0].kind, findings[0].cells) if findings else None


# 811228-9874 and 701063-2391 are the numbers by which the tax agency explains the check digit.
@pytest.mark.parametrize(
    ("header", "cells", "expected"),
    [
        ("E-post", ["ann@example.org", "bo.ek@example.com", ""], ("email", 2)),
        ("Kommentar", ["Bra", "Skriv till åsa.öberg+enkat@exempel.se!", "Nej"], ("email", 1)),
        ("Fråga 7", ["070-174 06 05", "08-465 004 00"], ("phone", 2)),
        ("Fråga 7", ["0701740605", "0701740606", "vet ej"], ("phone", 2)),
        ("Comment", ["Call me on +1 202-555-0143.", "ok"], ("phone", 1)),
        ("Phone Number", ["(555) 123-4567", "555 987 6543"], ("phone", 2)),
        ("Nummer", ["811228-9874", "nej"], ("civic_number", 1)),
        ("Nummer", ["198112289874"], ("civic_number", 1)),
        ("Nummer", ["8112289874", "19811228-9874"], ("civic_number", 2)),
        ("Samordning", ["701063-2391"], ("civic_number", 1)),
        ("Övrigt", ["mitt nummer är 811228-9874 om ni undrar", "-"], ("civic_number", 1)),
        ("Nummer", ["556036-0793", "5560360793"], ("organisation_number", 2)),
        ("Organisationsnummer", ["5560360793", "okänt", "2021004052"], ("organisation_number", 2)),
        ("IP Address", ["192.0.2.17", "198.51.100.4"], ("ip", 2)),
        ("x", ["2001:db8::8a2e:370:7334"], ("ip", 1)),
        ("Plats", ["59.329323, 18.068581"], ("coordinates", 1)),
        ("_geolocation", ["59.329323 18.068581 0 0"], ("coordinates", 1)),
        ("LocationLatitude", ["59.32", "63.17", "55.60"], ("coordinates", 3)),
        ("Namn", ["Ann Ek", "Bo Al", "Cia Ur"], ("name", 3)),
        ("q2. Ditt namn?", ["Ann Ek", "Bo Al"], ("name", 2)),
        ("Kontakt[SQ001]. Kontaktuppgifter [Förnamn]", ["Ann", "Bo", "Cia"], ("name", 3)),
        ("Contact information / First Name", ["Ann", "Bo"], ("name", 2)),
        ("RecipientLastName", ["Ek", "Al"], ("name", 2)),
        ("Vad heter du?", ["Ann", "Bo", "Cia", "Dan", "Ann"], ("name", 5)),
        ("Company name", ["Ek & Co AB", "Al Ltd", "Bruket"], ("company", 3)),
        ("Vad heter företaget?", ["Ek & Co AB", "Bruket"], ("company", 2)),
        ("Postadress", ["Storgatan 1, 831 30 Östersund", "Box 7, Åre"], ("address", 2)),
        ("ZIP/Postal Code", ["83130", "83145"], ("address", 2)),
        ("_submitted_by", ["annek", "boal"], ("account", 2)),
    ],
)  # fmt: skip
def test_what_is_personal_is_found(header: str, cells: list[str], expected: tuple[str, int]) -> None:
    assert found(header, *cells) == expected


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Hur vill ni bli kontaktade? [E-post]", ["Ja", "Nej", "Ja"]),
        ("Hur vill ni bli kontaktade? [Telefon]", ["Telefon", "", "Telefon"]),
        ("Kanal[SQ002]. Kanaler [Mobil]", ["Y", "", "Y"]),
        ("Hur viktigt är detta? [Telefon]", ["Mycket viktigt", "Inte alls viktigt", "Ganska viktigt"]),
        ("Har ni e-postadress?", ["Ja", "Nej"]),
        ("Company name", ["Alfa", "Beta", "Alfa", "Alfa", "Beta", "Beta"]),
        ("How well does this address your needs?", ["Well", "Badly", "Not at all", "Quite"]),
        ("Antal anställda", ["10", "250", "1 500"]),
        ("Omsättning", ["12500000", "8700000", "0"]),
        ("Respondent ID", ["10034567890", "10034567891", "10034567892"]),
        ("id", ["8112289874", "8112289875", "8112289876", "8112289877"]),
        ("Start Date", ["2018-05-22 10:21:33", "05/22/2018 10:25:01 AM", "2018-05-22T10:21:33.000+02:00"]),
        ("Tid", ["00:12:31", "12:30", "1:02:03"]),
        ("Hur länge?", ["2019-2020", "5-9 år", "10-19"]),
        ("Version", ["version 10.0.0.1", "v1.2.3.4"]),
        ("Lön", ["3.14159265", "25000.50", "19811228.9874"]),
        ("Vikt", ["0.8112289874", "1.0701740605"]),
        ("Skriv till oss @kansliet", ["ja @ kontoret", "@twitter"]),
        ("Produktnamn", ["Alfa", "Beta"]),
        ("Namn", ["", "", ""]),
        ("Lat", ["ja", "nej"]),
    ],
)  # fmt: skip
def test_what_is_not_personal_is_left_alone(header: str, cells: list[str]) -> None:
    assert found(header, *cells) is None


def test_a_wrong_check_digit_is_no_personal_number() -> None:
    assert found("Nummer", "811228-9875") is None
    assert found("Nummer", "811288-9874") is None
    assert found("Nummer", "811328-9874") is None


def test_each_column_is_told_once_with_its_place_and_without_a_value() -> None:
    header = ("Tid", "E-post", "Svar", "Namn")
    rows = (Record(2, ("1", "ann@example.org", "Ja", "Ann Ek")), Record(3, ("2", "", "ring 070-174 06 05", "Bo Al")))
    findings = personal_columns(Sheet("export.csv", header, (header,), rows))
    assert findings == (
        Finding(1, "E-post", "email", by_header=False, cells=1),
        Finding(2, "Svar", "phone", by_header=False, cells=1),
        Finding(3, "Namn", "name", by_header=True, cells=2),
    )
    said = [Language("en").say(finding.reason) for finding in findings]
    assert said == [
        "1 cell looks like an e-mail address",
        "1 cell looks like a telephone number",
        "its header asks for a person's name (2 filled cells)",
    ]
    assert not any("Ann" in repr(finding) or "070" in repr(finding) for finding in findings)
