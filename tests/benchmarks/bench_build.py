"""How long `report build` takes, next to a plain MkDocs build of the same pages without macros, in the same run.

    python -m tests.benchmarks.bench_build [--rounds 3]

A ratio says more than seconds: both halves are measured on the same machine in the same minute. The plain build has
the same theme, pages, words and front matter; its macro calls are replaced by a word, and its plugin is left out.
Nothing is asserted, and pytest does not collect this file.
"""

import statistics
import tempfile
import time
from pathlib import Path

import click

from tests.site.copies import copy_project, replace, run

PROJECT = Path(__file__).parents[2]
MACROS = """  - macros:
      module_name: macros
      on_undefined: strict
      on_error_fail: !ENV [FAIL_ON_ERROR, true] # false only in the local preview
"""


def without_macros(root: Path) -> Path:
    """Leave a copy's pages as plain markdown."""
    replace(root, "mkdocs.yml", MACROS, "")
    for page in (root / "docs").rglob("*.md"):
        first, *rest = page.read_text(encoding="utf-8").split("{{")
        plain = first + "".join(f"tal{part.partition('}}')[2]}" for part in rest)
        page.write_text(plain, encoding="utf-8")
    return root


def seconds(root: Path, *command: str) -> float:
    """Run a build in a process of its own, as a person would, and time it.

    Raises:
        click.ClickException: the build failed; what it said.
    """
    start = time.perf_counter()
    done = run(root, *command)
    if done.returncode:
        raise click.ClickException(done.stdout + done.stderr)
    return time.perf_counter() - start


@click.command()
@click.option("--rounds", default=3, show_default=True, help="Builds of each kind; the median counts.")
def main(rounds: int) -> None:
    """Print both medians and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        report = copy_project(PROJECT, Path(folder) / "report")
        plain = without_macros(copy_project(PROJECT, Path(folder) / "plain"))
        times = [
            (seconds(report, "macros", "build"), seconds(plain, "mkdocs", "build", "--quiet", "--no-strict"))
            for _ in range(rounds)
        ]
    ours, theirs = (statistics.median(column) for column in zip(*times, strict=True))
    click.echo(f"report build: {ours:.2f} s")
    click.echo(f"plain build:  {theirs:.2f} s")
    click.echo(f"ratio:        {ours / theirs:.2f}")


if __name__ == "__main__":
    main()
