"""A typed value of a workbook or an .sav file → the text that stands for it in a sheet.

Belongs here: how numbers, truth and time are written. Does not: what they mean (`answer_cells.py`).
"""

import datetime
import math
from decimal import Decimal


def cell_text(value: object, digits: int | None = None) -> str:
    """Write a value as plain text.

    Numbers without exponent, and whole ones without decimals; dates as ISO 8601, the time after a blank unless it is
    midnight; truth as spreadsheets write it into CSV, TRUE and FALSE. What is no value is empty.

    Args:
        value: a value of a cell.
        digits: significant digits of a number; all that tell it from others when None.

    >>> [cell_text(value) for value in (3.0, 0.25, 1e-7, True, None, float("nan"))]
    ['3', '0.25', '0.0000001', 'TRUE', '', '']
    >>> cell_text(0.1 + 0.2, digits=15)
    '0.3'
    >>> cell_text(datetime.date(2020, 5, 1)), cell_text(datetime.datetime(2020, 5, 1, 12, 30))
    ('2020-05-01', '2020-05-01 12:30:00')
    """
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            return "TRUE" if value else "FALSE"
        case int() | float():
            return _number(float(value), digits) if isinstance(value, float) else str(value)
        case datetime.datetime():
            moment = value.replace(microsecond=0) + datetime.timedelta(seconds=round(value.microsecond / 1e6))
            return moment.isoformat(" ").removesuffix(" 00:00:00")
        case datetime.date() | datetime.time():
            return value.isoformat()
        case datetime.timedelta():
            return str(value)
        case _:
            raise TypeError(f"no text for {type(value).__name__}")


def _number(value: float, digits: int | None) -> str:
    if not math.isfinite(value):
        return ""
    plain = Decimal(repr(value) if digits is None else f"{value:.{digits}g}")
    return f"{plain.quantize(1) if plain == plain.to_integral_value() and abs(plain) < 10**20 else plain:f}"
