"""Answers that are sizes: "1-4", "5–9 anställda", "10+", "Less than 1 year", "50 eller fler", "Tens of thousands".

Belongs here: from which number to which a label goes. Does not: words without any number (`scales.py`).
"""

import math
import re

_NUMBERS = {
    **dict.fromkeys(("no", "none", "zero", "inga", "ingen", "inget", "noll", "nil"), 0.0),
    **dict.fromkeys(("one", "a", "an", "en", "ett", "single"), 1.0),
    "two": 2.0, "två": 2.0, "three": 3.0, "tre": 3.0, "four": 4.0, "fyra": 4.0, "five": 5.0, "fem": 5.0,
    "six": 6.0, "sex": 6.0, "seven": 7.0, "sju": 7.0, "eight": 8.0, "åtta": 8.0, "nine": 9.0, "nio": 9.0,
    "ten": 10.0, "tio": 10.0, "twelve": 12.0, "tolv": 12.0, "twenty": 20.0, "tjugo": 20.0, "fifty": 50.0,
    "femtio": 50.0, "hundred": 100.0, "hundra": 100.0, "thousand": 1e3, "tusen": 1e3, "million": 1e6, "miljon": 1e6,
}  # fmt: skip
_MAGNITUDES = {
    **dict.fromkeys(("tens", "dozens", "tiotals", "tiotal", "ett tiotal", "dussintals"), 10.0),
    **dict.fromkeys(("hundreds", "hundratals", "hundratal"), 100.0),
    **dict.fromkeys(("thousands", "tusentals", "tusental"), 1e3),
    **dict.fromkeys(("tens of thousands", "tiotusentals"), 1e4),
    **dict.fromkeys(("hundreds of thousands", "hundratusentals"), 1e5),
    **dict.fromkeys(("millions", "miljontals"), 1e6),
}
_FACTORS = {
    **dict.fromkeys(("k", "tkr", "thousand", "tusen", "tsek", "000"), 1e3),
    **dict.fromkeys(("m", "mkr", "mnkr", "msek", "million", "millions", "miljon", "miljoner", "mn", "milj"), 1e6),
    **dict.fromkeys(("billion", "miljard", "miljarder", "mdkr", "bn"), 1e9),
}
_TIMES = {  # in days
    **dict.fromkeys(("second", "seconds", "sekund", "sekunder"), 1 / 86400),
    **dict.fromkeys(("minute", "minutes", "minut", "minuter", "min"), 1 / 1440),
    **dict.fromkeys(("hour", "hours", "timme", "timmar", "tim"), 1 / 24),
    **dict.fromkeys(("day", "days", "dag", "dagar"), 1.0),
    **dict.fromkeys(("week", "weeks", "vecka", "veckor"), 7.0),
    **dict.fromkeys(("month", "months", "månad", "månader"), 30.0),
    **dict.fromkeys(("year", "years", "år", "yr", "yrs"), 365.0),
}
_AMOUNT = r"(?:\d[\d \u2009.,']*|[a-zåäö]+)"
_BELOW = (
    r"(?:less than|fewer than|under|below|mindre än|färre än|yngre än|younger than|upp till|up to|högst|max|at most|<)"
)
_FROM = r"(?:more than|over|above|mer än|fler än|över|äldre än|older than|minst|at least|från|from|>=|≥|>)"
_AND_UP = (
    r"(?:\+|(?:or|och|and|eller)\s+(?:more|up|older|over|above|fler|mer|äldre|över|uppåt|longer|larger|större|higher|greater"
    r"|längre|mera|senare|later)|uppåt|plus)"
)
_AND_DOWN = r"(?:or|och|and|eller)\s+(?:less|fewer|younger|under|below|färre|mindre|yngre|shorter|lägre|lower)"
_UNIT = r"(?:\s*%|(?:\s+(?:[a-zåäö.%/]+)){0,3})"
_SPAN = re.compile(rf"({_AMOUNT})({_UNIT})\s*(?:-|–|—|to|till|och|and|until)\s*({_AMOUNT})({_UNIT})")
_LOW = re.compile(rf"(?:{_FROM}\s*({_AMOUNT})({_UNIT})|({_AMOUNT})({_UNIT})\s*{_AND_UP}({_UNIT}))")
_HIGH = re.compile(rf"(?:{_BELOW}\s*({_AMOUNT})({_UNIT})|({_AMOUNT})({_UNIT})\s*{_AND_DOWN}({_UNIT}))")
_ONE = re.compile(rf"({_AMOUNT})({_UNIT})")
_TENS = 10
_THINGS = 2  # as in "1 child", "2 children"
_JUST_BELOW = 1 - 1e-9
Band = tuple[float, float]


def bands_of(labels: list[str]) -> dict[str, Band] | None:
    """The lower and upper end of each label; None unless all are sizes, no two alike, and some more than a number.

    >>> sorted((bands := bands_of(["10+", "Färre än 2", "2–9 anställda"]) or {}), key=lambda label: bands[label])
    ['Färre än 2', '2–9 anställda', '10+']
    >>> bands_of(["Windows 10", "Windows 11"]) is None
    True
    """
    times = {_TIMES[word] for label in labels for word in re.findall(r"[a-zåäö]+", label.casefold()) if word in _TIMES}
    found = {label: _band(label, timed=len(times) > 1) for label in labels}
    bands = {label: band for label, band in found.items() if band is not None}
    sized = sum(
        any(letter.isdigit() for letter in label) or low >= _TENS or low < high for label, (low, high) in bands.items()
    )
    plain = all(re.fullmatch(r"[\d.,]+", label) for label in labels)
    counted = {match[2].strip() for label in labels if (match := _ONE.fullmatch(_plain(label)))}
    things = {unit for unit in counted if unit and not set(unit.split()) & {*_TIMES, *_FACTORS}}
    if len(bands) < len(labels) or len(set(bands.values())) < len(bands) or plain or sized < len(labels) / 2:
        return None
    if len(things) > _THINGS or any(re.match(r"\d+\. ", label) for label in labels):
        return None  # "1. Luleå" is a number before a name
    return bands


def _band(label: str, *, timed: bool) -> Band | None:
    """The size that a label names; `timed` where units of time differ between labels and so must be reckoned with."""
    text = _plain(label)
    for words, size in _MAGNITUDES.items():
        if text == words:
            return size, size * 10 * _JUST_BELOW
        if re.fullmatch(rf"{words} {_AND_UP}", text):
            return size, math.inf
    if match := _SPAN.fullmatch(text):
        low, unit, high, last = match.groups()
        ends = _number(low, unit.strip() or last, timed=timed), _number(high, last, timed=timed)
        if ends[0] is not None and ends[1] is not None:
            return (ends[0], ends[1]) if ends[0] <= ends[1] else None
    if match := _LOW.fullmatch(text):
        over, unit, low, first, last = match.groups()
        least = _number(over or low, unit if over else (first or "").strip() or last or "", timed=timed)
        strict = bool(over) and not re.match(r"(?:minst|at least|från|from|>=|≥)", text)
        return None if least is None else (least + (1e-9 if strict else 0), math.inf)
    if match := _HIGH.fullmatch(text):
        under, unit, high, first, last = match.groups()
        most = _number(under or high, unit if under else (first or "").strip() or last or "", timed=timed)
        return None if most is None else (min(1e-9, most), most * _JUST_BELOW if under else most)
    if match := _ONE.fullmatch(text):
        number = _number(match[1], match[2], timed=timed)
        return None if number is None else (number, number)
    return None


def _plain(label: str) -> str:
    """The label in small letters, without currency, "age" and the like."""
    text = label.casefold().strip().rstrip(".")
    text = re.sub(r"^(?:age|aged|ålder|between|mellan|ca|about|around|cirka|omkring)\s+", "", text)
    text = re.sub(r"[$€£]|\b(?:usd|eur|sek|gbp|kr|kronor|dollars|euro|euros)\b", "", text)
    return " ".join(text.split())


def _number(text: str, unit: str, *, timed: bool) -> float | None:
    """A number with the factor, and the time where it is reckoned with, that its unit stands for."""
    words = unit.split()
    if text in _NUMBERS:
        number = _NUMBERS[text]
    else:
        digits = re.sub(r"[ \u2009']", "", text).rstrip(".,")
        grouped = re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", digits)
        digits = re.sub(r"[.,]", "", digits) if grouped else digits.replace(",", ".")
        if not re.fullmatch(r"\d+(?:\.\d+)?", digits):
            return None
        number = float(digits)
    for word in words:
        number *= _FACTORS.get(word, _TIMES.get(word, 1.0) if timed else 1.0)
    return number
