"""How long each engine takes from a large file of answers to its tables, next to pandas in the same run.

    python -m tests.benchmarks.bench_engines [--rows 2000000] [--engines duckdb,polars,pyspark]

A ratio says more than seconds: pandas = 1. The file is made up on the fly, ten columns wide, in a folder that goes with
the run. Each engine runs in a process of its own, so that none profits from what another has loaded; pandas reads the
file row by row as it does every small one, with its limits lifted. Nothing is asserted, and pytest does not collect
this file.
"""

import random
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

import click

from tests.unit.survey.folders import CODEBOOK

COLUMNS = 10
ANSWERS = {"minskat": "Minskat", "lika": "Oförändrat", "okat": "Ökat", "vet": "Vet ej"}


def write(folder: Path, rows: int) -> None:
    """Make a survey of this many random rows."""
    folder.mkdir(parents=True)
    answers = ", ".join(f"{{code: {code}, label: {label}}}" for code, label in ANSWERS.items())
    questions = "".join(f"- {{id: q{at}, type: scale, text: Q, answers: [{answers}]}}\n" for at in range(COLUMNS))
    (folder / "survey.yml").write_text(f"{CODEBOOK}questions:\n{questions}", encoding="utf-8")
    chance = random.Random(0)  # noqa: S311 -- made-up answers, not secrets
    lines = [";".join(chance.choices([*ANSWERS.values(), ""], k=COLUMNS)) for _ in range(10_000)]
    with (folder / "svar.csv").open("w", encoding="utf-8") as file:
        file.write(";".join(f"q{at}" for at in range(COLUMNS)) + "\n")
        for _ in range(rows):
            file.write(chance.choice(lines) + "\n")


def count(root: Path, name: str) -> None:
    """Read the survey and make a table of each question by the next; print the seconds of both."""
    from macros.survey import scannable, sheet  # noqa: PLC0415 -- in the process that is measured
    from macros.survey.survey import Survey  # noqa: PLC0415
    from macros.survey.surveys import open_survey  # noqa: PLC0415
    from macros.survey.tabulate import tabulate  # noqa: PLC0415

    scannable.LARGE = 0
    if name == "pandas":
        scannable.LARGE = scannable.LONG = sys.maxsize
        sheet.Limits = partial(sheet.Limits, sys.maxsize, sys.maxsize)  # type: ignore[assignment,misc]
    start = time.perf_counter()
    survey = open_survey(root / "data/surveys/liten", root, name)
    read = time.perf_counter()
    assert isinstance(survey, Survey)
    for at in range(COLUMNS):
        tabulate(survey, f"q{at}", (f"q{(at + 1) % COLUMNS}",))
    print(read - start, time.perf_counter() - read)


@click.command()
@click.option("--rows", default=2_000_000, show_default=True, help="Respondents.")
@click.option("--engines", default="duckdb,polars,pyspark", show_default=True, help="Which to compare with pandas.")
@click.option("--only", nargs=2, hidden=True, help="Folder and engine, in the process that is measured.")
def main(rows: int, engines: str, only: tuple[str, str] | None) -> None:
    """Print the ratios of both times to those of pandas.

    Raises:
        click.ClickException: an engine failed; what it said.
    """
    if only:
        count(Path(only[0]), only[1])
        return
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        write(root / "data/surveys/liten", rows)
        size = (root / "data/surveys/liten/svar.csv").stat().st_size
        click.echo(f"{rows} rows, {COLUMNS} columns, {size / 1e6:.0f} MB      read   tables   (pandas = 1)")
        first: tuple[float, float] | None = None
        for engine in ("pandas", *engines.split(",")):
            command = [sys.executable, "-m", "tests.benchmarks.bench_engines", "--only", name, engine]
            done = subprocess.run(command, check=False, capture_output=True, text=True)
            if done.returncode:
                raise click.ClickException(done.stderr)
            read, tables = map(float, done.stdout.split())
            first = first or (read, tables)
            ratios = f"{read / first[0]:6.3f}   {tables / first[1]:6.2f}"
            click.echo(f"{engine:30} {ratios}   ({read:.1f} s, {tables:.1f} s)")


if __name__ == "__main__":
    main()
