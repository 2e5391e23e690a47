"""Rows of results set in columns, for a terminal or a spreadsheet.

Belongs here: layout. Does not: what the rows hold (`results.py`).
"""

import csv
import io
from collections.abc import Mapping, Sequence


def printed_table(rows: Sequence[Mapping[str, object]], form: str) -> str:
    """Set records of one shape as `csv` or as a `table` of aligned columns.

    Args:
        rows: each with the key `group`, a mapping whose parts become columns of their own. A column in which nothing
            stands is left out of a `table`.

    >>> rows = [{"group": {"g": "a"}, "n": 3, "se": None}, {"group": {"g": None}, "n": 12, "se": None}]
    >>> print(printed_table(rows, "table"))
    g   n
    a   3
       12
    """
    flat = [{**_mapping(row["group"]), **{key: value for key, value in row.items() if key != "group"}} for row in rows]
    head = [name for name in (flat[0] if flat else ()) if form == "csv" or any(_text(row[name]) for row in flat)]
    lines = [[_text(row[name]) for name in head] for row in flat]
    if form == "csv":
        buffer = io.StringIO()
        csv.writer(buffer, lineterminator="\n").writerows([head, *lines])
        return buffer.getvalue().rstrip("\n")
    widths = [max(map(len, column)) for column in zip(head, *lines, strict=True)]
    numeric = [all(isinstance(row[name], int | float | None) for row in flat) for name in head]
    return "\n".join(
        "  ".join(
            text.rjust(width) if right else text.ljust(width)
            for text, width, right in zip(line, widths, numeric, strict=True)
        ).rstrip()
        for line in [head, *lines]
    )


def _mapping(group: object) -> Mapping[str, object]:
    return group if isinstance(group, Mapping) else {}


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return " ".join(map(str, value))
    return f"{value:.6g}" if isinstance(value, float) else str(value)
