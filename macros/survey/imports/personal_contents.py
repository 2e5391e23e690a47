"""What in a cell points at a person, told by its form and its check digit.

Belongs here: one recogniser for each kind of thing. Does not: whole columns (`personal.py`), words of headers
(`personal_headers.py`).
"""

import datetime
import ipaddress
import re
from collections.abc import Callable
from dataclasses import dataclass

from phonenumbers import PhoneNumberMatcher
from stdnum import luhn

HOME = "SE"  # telephone numbers without a country code are read as Swedish ones
_EMAIL = re.compile(r"[\w.+%-]+@[^\W_](?:[\w-]*[^\W_])?(?:\.[^\W_](?:[\w-]*[^\W_])?)*\.[^\W\d_]{2,}")
_CIVIC = re.compile(r"(?<![\d.,-])(19|20)?(\d{2})(\d{2})(\d{2})([-+ ]?)(\d{4})(?![\d-]|[.,]\d)")
_ORGANISATION = re.compile(r"(?<![\d-])(?:16)?(\d{2}[2-9]\d{3})(-?)(\d{4})(?![\d-])")
_IPV4 = re.compile(r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?!\w|\.\d)")
_VERSION = re.compile(r"(?:v|ver|version)\.?\s*$", re.IGNORECASE)
_COORDINATES = re.compile(r"(?<![\d.])(-?\d{1,2}\.\d{4,})\s*(?:[,;]|\s)\s*(-?\d{1,3}\.\d{4,})(?!\d)")
_GROUPS = 3  # fewer groups of an IPv6 address are met in times and ratios
_POLE, _DATE_LINE, _COORDINATION = 90, 180, 60


@dataclass(frozen=True)
class Found:
    """A thing found in a cell; a bare number may be one by chance, and counts where most of a column looks so."""

    kind: str
    bare: bool = False


def in_cell(text: str) -> tuple[Found, ...]:
    """Everything in a cell that points at a person, a device or a company; each kind once.

    >>> [found.kind for found in in_cell("Ring 070-174 06 05 eller skriv till ann@example.org")]
    ['email', 'phone']
    >>> in_cell("Vet ej, kanske 10-19 anställda")
    ()
    """
    return tuple(found for look in _RECOGNISERS if (found := look(text)) is not None)


def _email(text: str) -> Found | None:
    return Found("email") if "@" in text and _EMAIL.search(text) else None


def _phone(text: str) -> Found | None:
    if sum(letter.isdigit() for letter in text) < 7 or _is_decimal(text):  # noqa: PLR2004 -- no number is shorter
        return None
    match = next(iter(PhoneNumberMatcher(text, HOME)), None)
    if match is None:
        return None
    return Found("phone", bare=match.raw_string.isdigit())


def _is_decimal(text: str) -> bool:
    return re.fullmatch(r"\s*-?\d+[.,]\d+\s*", text) is not None


def _civic_number(text: str) -> Found | None:
    """A personnummer, or a samordningsnummer, whose day is 60 more.

    Source: Folkbokföringslagen (1991:481) 18 §; SKV 704; the check digit is Luhn's over the last ten digits.
    """
    for match in _CIVIC.finditer(text):
        century, year, month, day, sign, last = match.groups()
        born = _is_day(int((century or "20") + year), int(month), int(day))
        if born and luhn.is_valid(year + month + day + last):
            return Found("civic_number", bare=not century and sign not in ("-", "+"))
    return None


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        datetime.date(year, month, day - _COORDINATION if day > _COORDINATION else day)
    except ValueError:
        return False
    return True


def _organisation_number(text: str) -> Found | None:
    """Source: SKV 709; the third digit is 2 at least, which tells it from a personnummer."""
    for match in _ORGANISATION.finditer(text):
        if luhn.is_valid(match[1] + match[3]):
            return Found("organisation_number", bare=not match[2])
    return None


def _ip(text: str) -> Found | None:
    candidates = [match[0] for match in _IPV4.finditer(text) if not _VERSION.search(text[: match.start()])]
    if text.count(":") >= _GROUPS - 1:
        candidates.append(text.strip())
    for candidate in candidates:
        try:
            address = ipaddress.ip_address(candidate)
        except ValueError:
            continue
        if address.version == 4 or len([part for part in candidate.split(":") if part]) >= _GROUPS:  # noqa: PLR2004
            return Found("ip")
    return None


def _coordinates(text: str) -> Found | None:
    for match in _COORDINATES.finditer(text):
        if abs(float(match[1])) <= _POLE and abs(float(match[2])) <= _DATE_LINE:
            return Found("coordinates")
    return None


_RECOGNISERS: tuple[Callable[[str], Found | None], ...] = (
    _email, _phone, _civic_number, _organisation_number, _ip, _coordinates,
)  # fmt: skip
