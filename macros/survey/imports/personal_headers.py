"""Words of headers that ask for something personal, in Swedish and English, and what must stand below them.

Belongs here: the words, and whether a column's cells bear them out. Does not: what a cell shows by itself
(`personal_contents.py`).
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from macros.survey.options import TICKED_SPELLINGS, UNTICKED_SPELLINGS
from macros.survey.spelling import fold

_NAMES = (
    "namn", "ditt namn", "förnamn", "efternamn", "för- och efternamn", "fullständigt namn", "kontaktperson",
    "name", "your name", "first name", "last name", "full name", "surname", "family name", "given name",
    "first", "last", "recipientfirstname", "recipientlastname", "firstname", "lastname", "contact person", "fname",
    "lname",
)  # fmt: skip
_NAME_PHRASES = ("vad heter du", "ditt namn", "kontaktperson", "what is your name", "your full name")
_COMPANY = (
    "företag", "företagsnamn", "företagets namn", "namn på företaget", "organisation", "organisationens namn", "bolag",
    "bolagsnamn", "company", "company name", "name of company", "name of organisation", "name of organization",
    "organization", "organisation name", "organization name",
)  # fmt: skip
_COMPANY_PHRASES = (
    "vad heter företaget", "vad heter ert företag", "vad heter organisationen", "name of your company",
    "name of your organisation", "name of your organization", "name of the company", "företagets namn",
)  # fmt: skip
_ADDRESSES = (
    "adress", "adress 2", "adressrad 1", "adressrad 2", "gatuadress", "hemadress", "postadress", "besöksadress",
    "leveransadress", "postnummer", "postnr", "address", "address 2", "street", "street address", "home address",
    "postal address", "mailing address", "zip", "zip code", "postal code", "postcode", "zip/postal code",
)  # fmt: skip
_ACCOUNTS = (
    "username", "user name", "användarnamn", "_submitted_by", "deviceid", "device id", "subscriberid", "simserial",
    "network id", "twitter", "linkedin", "externaldatareference", "externalreference", "external data reference",
)  # fmt: skip
_PHONES = ("telefon", "telefonnummer", "mobil", "mobilnummer", "mobiltelefon", "phone", "phonenumber", "mobile", "tel")
_CIVIC = ("personnummer", "personnr", "samordningsnummer", "social security number", "ssn", "national id")
_ORGANISATION_NUMBER = ("organisationsnummer", "orgnr", "org.nr", "org nr", "company registration number")
_PLACES = (
    "latitude", "longitude", "latitud", "longitud", "lat", "lon", "lng", "long", "locationlatitude",
    "locationlongitude", "gps", "geolocation", "koordinater", "coordinates", "altitude", "precision",
)  # fmt: skip
_MOST_LETTERS = 80  # a longer cell is no name


@dataclass(frozen=True)
class Words:
    """What a header may say of one kind of thing.

    Attributes:
        kind: as in `personal_contents.Found`, or a kind that only a header tells.
        alone: said by a header, or by one part of it, and nothing else.
        within: said anywhere in a header.
        likely: whether a cell may hold such a thing.
        share: how many of the filled cells must.
        apart: whether respondents must differ: more than half of the filled cells are unlike all others.
    """

    kind: str
    alone: tuple[str, ...]
    within: tuple[str, ...]
    likely: Callable[[str], bool]
    share: float = 0.5
    apart: bool = False


def _is_name(cell: str) -> bool:
    letters = sum(letter.isalpha() for letter in cell)
    return letters >= 2 and letters * 2 > len(cell) and len(cell) <= _MOST_LETTERS  # noqa: PLR2004 -- a name has two


def _has_digits(least: int) -> Callable[[str], bool]:
    return lambda cell: sum(letter.isdigit() for letter in cell) >= least


def _is_address(cell: str) -> bool:
    return any(letter.isdigit() for letter in cell) and len(cell) > 4  # noqa: PLR2004 -- a postal code has five


def _is_place(cell: str) -> bool:
    return re.match(r"\s*-?\d{1,5}[.,]\d{2,}", cell) is not None


WORDS = (
    Words("name", _NAMES, _NAME_PHRASES, _is_name, 0.9, apart=True),
    Words("company", _COMPANY, _COMPANY_PHRASES, _is_name, 0.7, apart=True),
    Words("phone", _PHONES, ("telefon", "mobilnummer", "phone"), _has_digits(7)),
    Words("civic_number", _CIVIC, _CIVIC, _has_digits(6)),
    Words("organisation_number", _ORGANISATION_NUMBER, _ORGANISATION_NUMBER, _has_digits(10)),
    Words("address", _ADDRESSES, ("adress", "address"), _is_address, apart=True),
    Words("coordinates", _PLACES, ("latitud", "longitud", "koordinat", "coordinates", "geolocation"), _is_place),
    Words("account", _ACCOUNTS, (), _has_digits(0), apart=True),
)


def of_header(texts: Sequence[str], cells: Sequence[str]) -> str | None:
    """The kind of thing that a column's header asks for and its cells bear out, or None.

    Args:
        texts: all that stands above the column.
        cells: the filled cells below.

    >>> of_header(["q2. Ditt namn"], ["Ann Ek", "Bo Al"])
    'name'
    >>> of_header(["Vilka har ni? [Telefon]"], ["Ja", "Nej", "Ja"]) is None
    True
    """
    written = [fold(cell) for cell in cells]
    parts = {part for text in texts for part in _parts(text)}
    ticks = TICKED_SPELLINGS | UNTICKED_SPELLINGS | parts
    if not written or all(cell in ticks for cell in written):
        return None
    whole = [fold(text) for text in texts]
    apart = 2 * len(set(written)) > len(written)
    for words in WORDS:
        said = parts & set(words.alone) or any(phrase in text for text in whole for phrase in words.within)
        enough = sum(map(words.likely, cells)) >= words.share * len(cells)
        if said and enough and (apart or not words.apart):
            return words.kind
    return None


def _parts(text: str) -> set[str]:
    """The header itself, and each part that a tool may have put together: code, question, option, row."""
    folded = fold(text)
    pieces = [folded, *re.split(r"[\[\]():?!/]|\. | - | – ", folded)]
    return {piece.strip(" .,;*_#") for piece in pieces} | {folded} - {""}
