"""The files beside the pages: a CSV for each table, every table in `tables.json`, every number in `results.json`.

Belongs here: their shapes, which are stable from now on. Does not: what may be released (`release`).
"""

import csv
import io
import json
from pathlib import Path

from macros.desk import Desk
from macros.release.nets import steps_together
from macros.release.released import Released, Row
from macros.release.routed import asked_of
from macros.render.links import download
from macros.report.address import Address
from macros.report.waves import Waves
from macros.survey.part import in_language

NUMBERS = ("value", "n", "base", "percent", "percent_exact", "low", "high")
EXACT_DECIMALS = 10
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_downloads(desk: Desk, site: Path) -> None:
    """Write every file into a built site."""
    tables = desk.report.tables()
    records = [table_record(address, released) for address, released in tables.items()]
    for address, released in tables.items():
        path = site / download(address)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(table_csv(address, released, desk.language.code), encoding="utf-8", newline="")
    for address, waves in desk.waves.items():
        (site / download(address)).write_text(waves_csv(waves), encoding="utf-8", newline="")
    (site / "data" / "tables.json").write_text(_json(records), encoding="utf-8")
    (site / "data" / "results.json").write_text(_json(_ledger_records(desk)), encoding="utf-8")


def _ledger_records(desk: Desk) -> list[dict[str, object]]:
    """The ledger, each number marked as real or example like every other download."""
    status = {id_: survey.codebook.status for id_, survey in desk.report.surveys.items()}
    return [record | {"data": status[str(record["survey"])]} for record in desk.ledger.as_records()]


def table_record(address: Address, released: Released) -> dict[str, object]:
    """One released table as it stands in `tables.json`; a null group or answer is the total."""
    return {
        "survey": address.survey,
        "data": released.codebook.status,
        "question": address.question,
        "type": released.question.type,
        "by": list(released.variables),
        "rows": [_row_record(row, released) for row in released.rows],
        "merged": {where: {code: list(of) for code, of in codes.items()} for where, codes in released.merged.items()},
        "rules": list(released.rules),
        "asked_of": asked_of(released.codebook, released.question),
    }


def table_csv(address: Address, released: Released, language: str) -> str:
    """One released table as CSV: UTF-8, comma, decimal point; a withheld number is an empty cell with its status.

    Several steps of a scale together are `net`, so that nobody adds them to the shares that they are made of.

    Text that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    groups = released.variables
    head = [
        "survey",
        "data",
        "question",
        *(f"{name}" for name in groups),
        "answer",
        "label",
        "statistic",
        *NUMBERS,
        "status",
        "flags",
    ]
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(head)
    for row, statistic in [
        *((row, row.statistic) for row in released.rows),
        *((row, "net") for row in steps_together(released)),
    ]:
        record = _row_record(row, released)
        texts = [address.survey, released.codebook.status, in_language(released.question.text, language)]
        texts += [code or "" for code in row.group]
        texts += [row.answer or "", row.label, statistic]
        writer.writerow(
            [*map(_safe, texts), *(_figure(record[name]) for name in NUMBERS), row.status, " ".join(row.flags)]
        )
    return buffer.getvalue()


def waves_csv(waves: Waves) -> str:
    """A comparison of two waves as CSV, one line an answer; both shares with their counts, and the change in points."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(["wave", "data", "question", "answer", "label", "statistic", "value", "n", "base"])
    for pair in waves.pairs:
        for statistic, row, kind in (
            (pair.before, pair.before.row, "share"),
            (pair.after, pair.after.row, "share"),
            (pair.after, pair.change, "change"),
        ):
            codebook = statistic.table.codebook
            texts = [
                statistic.address.survey,
                codebook.status,
                statistic.address.question,
                row.answer or "",
                pair.label,
                kind,
            ]
            numbers = [_figure(_whole(number)) for number in (row.value, row.n, row.base)]
            writer.writerow([*map(_safe, texts), *numbers])
    return buffer.getvalue()


def _row_record(row: Row, released: Released) -> dict[str, object]:
    given = {name: getattr(row, name) for name in NUMBERS if name != "percent_exact"}
    numbers = {name: _whole(given.get(name, _exact(row, released))) for name in NUMBERS}
    return {
        "group": dict(zip(released.variables, row.group, strict=True)),
        "answer": row.answer,
        "label": row.label,
        "statistic": row.statistic,
        **numbers,
        "status": row.status,
        "flags": list(row.flags),
    }


def _exact(row: Row, released: Released) -> float | None:
    """The share before rounding, where its count and base are released and it is no more than their ratio.

    >>> from types import SimpleNamespace
    >>> _exact(Row((), "a", "A", "share", "ok", 63, 39, 62, 63), SimpleNamespace(weighted=False))
    62.9032258065
    """
    if row.statistic != "share" or released.weighted or row.n is None or not row.base:
        return None
    return round(100 * row.n / row.base, EXACT_DECIMALS)


def _whole(value: float | None) -> float | None:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _figure(value: object) -> str:
    return "" if value is None else str(value)


def _safe(text: str) -> str:
    """Keep a spreadsheet from reading text as a formula.

    >>> _safe("=1+1"), _safe("Minskat")
    ("'=1+1", 'Minskat')
    """
    return f"'{text}" if text.startswith(_FORMULA) else text


def _json(records: object) -> str:
    return json.dumps(records, ensure_ascii=False, indent=1) + "\n"
