"""The example answers as a spreadsheet has them, read without the house's own reader."""

import csv
from pathlib import Path

ROOT = Path(__file__).parents[3]
SILENT = ("", "Vet ej", "Vill ej svara")
Rows = list[dict[str, str]]


def example_rows(survey: str) -> Rows:
    """All rows of a survey by column."""
    with (ROOT / "data/surveys" / survey / "svar.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def share(rows: Rows, column: str, *answers: str) -> float:
    """The share with one of the answers among those who answered, 0 to 1."""
    answered = [row[column] for row in rows if row[column] not in SILENT]
    return sum(answer in answers for answer in answered) / len(answered)
