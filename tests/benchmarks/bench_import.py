"""How long `report import` takes to understand a wide export, next to reading the same file as records of text.

    python -m tests.benchmarks.bench_import [--rows 3000] [--columns 150]

A ratio says more than seconds: reading alone = 1. The file is made up on the fly, of answers that are alike in shape,
which is the hard case for whoever looks for scales in them. Nothing is asserted, and pytest does not collect this file.
"""

import csv
import tempfile
import time
from pathlib import Path

import click

from macros.survey.imports.understanding import read_export
from macros.survey.sheet import read_sheet


def write(path: Path, rows: int, columns: int) -> None:
    """Make an export of so many rows and columns."""
    words = [f"A word, or {n} words of {n % 7} kinds" for n in range(60)]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([f"Col{at}" for at in range(columns)])
        writer.writerows([words[(n * at) % 60] for at in range(1, columns + 1)] for n in range(rows))


@click.command()
@click.option("--rows", default=3000, show_default=True)
@click.option("--columns", default=150, show_default=True)
def main(rows: int, columns: int) -> None:
    """Print how many times reading alone understanding takes."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "export.csv"
        write(path, rows, columns)
        start = time.perf_counter()
        sheet = read_sheet(path, path.parent)
        read = time.perf_counter() - start
        start = time.perf_counter()
        draft = read_export(sheet, "export")
        understood = time.perf_counter() - start
    questions = len(draft.codebook.questions)
    print(
        f"{rows} rows x {columns} columns, {questions} questions: understanding takes {understood / read:.1f} x reading"
    )


if __name__ == "__main__":
    main()
