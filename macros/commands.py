"""`report VERB`: the one entry point, behind the Makefile, the workflow and the gate.

Belongs here: verbs, their arguments, how errors and receipts are shown. Does not: any work.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import NoReturn, ParamSpec, TypeVar

import click

import macros
from macros.annotations import annotate, summarise, verdict
from macros.errors import Place, Problem, ReportError, in_words
from macros.language.catalogue import Language
from macros.language.message import Message, msg, nmsg
from macros.settings import read_settings

P = ParamSpec("P")
R = TypeVar("R")


def _language() -> Language:
    try:
        return Language(read_settings(Path.cwd()).language)
    except ReportError:
        return Language("sv")


def _say(message: Message) -> None:
    click.echo(_language().say(message))


def _stop(error: ReportError, *, building: bool) -> NoReturn:
    language = _language()
    said = language.say(verdict(error, building=building))
    for text in in_words(error, language):
        click.echo(text, err=True)
    click.echo(said, err=True)
    annotate(error, said, language)
    sys.exit(1)


def _guarded(command: Callable[P, R]) -> Callable[P, R]:
    """Run a verb on the project of the current folder; what the user can mend is shown without a traceback."""
    building = command.__name__ == "build"

    @wraps(command)
    def run(*args: P.args, **arguments: P.kwargs) -> R:
        try:
            _check_project(Path.cwd())
            return command(*args, **arguments)
        except ReportError as error:
            _stop(error, building=building)
        except OSError as error:
            problem = Problem(Place(str(error.filename or "")), msg("{why}", why=error.strerror or str(error)))
            _stop(ReportError([problem]), building=building)

    return run


def _check_project(root: Path) -> None:
    """Refuse to run another project's code on this folder's files."""
    imported = Path(macros.__file__).resolve().parent
    if (root / "macros").resolve() != imported:
        hint = msg("Run {command} in the project's folder.", command="python -m macros …")
        found = msg("the code that runs is not this folder's: its macros/ was not the one imported")
        raise ReportError([Problem(Place("macros"), found, hint=hint)])


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Survey answers in CSV become a published site."""


_AGAINST = click.option(
    "--against", multiple=True, metavar="OLD", type=click.Path(path_type=Path),
    help="An earlier publication, a site's folder or its tables.json; may stand several times.",
)  # fmt: skip


@main.command()
@_AGAINST
@_guarded
def build(against: tuple[Path, ...]) -> None:
    """Check everything and build site/, PDF and downloads included."""
    from macros.publish.build import build as make

    built = make(Path.cwd(), against)
    receipt = msg(
        "site/ is built: {pages} pages, {figures} figures, {tables} tables, {numbers} numbers, PDF {size} kB.",
        pages=built.pages, figures=built.figures, tables=built.tables, numbers=built.numbers,
        size=round(built.pdf_bytes / 1000),
    )  # fmt: skip
    _say(receipt)
    summarise(_language().say(receipt))


@main.command()
@_guarded
def check() -> None:
    """Find every mistake in data, codebooks, proposals and pages, without building."""
    from macros.publish.build import check as look

    desk = look(Path.cwd())
    for id_, told in desk.report.reading().items():
        for message in told:
            click.echo(f"{id_}: {_language().say(message)}")
    surveys = len(desk.report.surveys)
    _say(msg("{pages} pages and {surveys} surveys: no problems.", pages=len(desk.pages), surveys=surveys))


@main.command()
@click.option("--port", default=8000, show_default=True, help="Port on this machine.")
@_guarded
def serve(port: int) -> None:
    """Preview: rebuilds at every save; a mistake is shown on its page."""
    environment = os.environ | {"FAIL_ON_ERROR": "false", "NO_MKDOCS_2_WARNING": "1"}
    # click 8.3.0 loses the default of this option, so it is given.
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}"]
    sys.exit(subprocess.run(command, env=environment, check=False).returncode)


@main.command()
@click.argument("survey")
@click.argument("question", required=False)
@click.option("--by", multiple=True, help="Grouping; may stand several times with --unreleased.")
@click.option("--engine", type=click.Choice(["pandas", "duckdb", "polars", "pyspark"]), help="What counts the rows.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "csv", "table"]),
    default=lambda: "table" if sys.stdout.isatty() else "json",
    show_default="table on a terminal, else json",
)
@click.option("--unreleased", is_flag=True, help="Before disclosure control, for the analyst alone.")
@_guarded
def results(
    survey: str, question: str | None, by: tuple[str, ...], engine: str | None, form: str, unreleased: bool,  # noqa: FBT001
) -> None:  # fmt: skip
    """Print a survey's questions, or the table of one question. SURVEY is an id, or a folder with a survey.yml."""
    from macros.publish.results import on_the_pages, open_results, printed_list, question_list, table

    report = open_results(Path.cwd(), survey, engine)
    if unreleased:
        warning = msg("Not released: these numbers can tell what single respondents answered. Do not pass them on.")
        click.echo(_language().say(warning), err=True)
    if question is None:
        click.echo(printed_list(question_list(report, unreleased=unreleased), form))
    else:
        beside = frozenset() if unreleased else on_the_pages(Path.cwd(), survey)
        click.echo(table(report, question, by, form, unreleased=unreleased, beside=beside))


@main.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--id", help="The survey's id; made of the file's name when not given.")
@click.option("--into", type=click.Path(path_type=Path), help="A folder for all of it, in place of the project's own.")
@click.option("--tool", default="auto", show_default=True, help="What wrote the export.")
@click.option("--encoding", help="How the text is written, where the file does not tell.")
@click.option("--sheet", help="Name of the sheet in a workbook; the first when not given.")
@_guarded
def import_(
    file: Path, id: str | None, into: Path | None, tool: str, encoding: str | None, sheet: str | None,
) -> None:  # fmt: skip
    """Make a draft survey of a survey tool's export: codebook, untouched copy in private/, draft page, receipt."""
    from macros.survey.imports.importer import Request, import_export
    from macros.survey.imports.receipt import receipt

    root, language = Path.cwd(), _language()
    imported = import_export(Request(file, id, into, tool, encoding, sheet), root, language)
    click.echo(receipt(imported, root, language))


@main.command()
@click.argument("survey")
@_guarded
def seal(survey: str) -> None:
    """Write the released tables of SURVEY that the pages use beside its codebook: others then build without answers."""
    from macros.publish.seal import seal as make

    sealed = make(Path.cwd(), survey)
    if sealed.unchanged:
        _say(msg("{survey} is sealed already: nothing has changed.", survey=survey))
    else:
        _say(
            msg(
                "{survey} is sealed: {tables} tables, {numbers} numbers. Commit {files} in {folder}.",
                survey=survey, tables=sealed.tables, numbers=sealed.numbers, files="sealed.*",
                folder=sealed.folder.relative_to(Path.cwd()).as_posix(),
            )
        )  # fmt: skip


@main.command()
@click.argument("site", required=False, type=click.Path(path_type=Path))
@_AGAINST
@_guarded
def audit(site: Path | None, against: tuple[Path, ...]) -> None:  # fmt: skip
    """Attack site/, or SITE or its tables.json: which withheld numbers can be worked out?"""
    from macros.publish.audit import audit_project, audit_site

    begun = time.perf_counter()
    audited = audit_site(site, against) if site else audit_project(Path.cwd(), against)
    found = audited.found
    for survey, tally in audited.tallies.items():
        _say(msg("{survey}: {published} numbers published, {first} withheld by rule, {second} to protect those, "
                 "{merged} categories merged", survey=survey, published=tally.published, first=tally.first,
                 second=tally.second, merged=tally.merged))  # fmt: skip
    for table, hidden in found.hidden.items():
        _say(nmsg("{table}: {count} number withheld", "{table}: {count} numbers withheld", hidden, table=table))
    hidden, tables = sum(found.hidden.values()), len(found.hidden)
    receipt = msg("{tables} tables, {relations} sums, {hidden} numbers withheld: none can be worked out.",
                  tables=tables, relations=found.relations, hidden=hidden)  # fmt: skip
    _say(receipt)
    if found.narrowest is not None:
        _say(msg("The best known of them can still be {count} different numbers.", count=found.narrowest + 1))
    _say(msg("It took {seconds} seconds.", seconds=round(time.perf_counter() - begun)))


@main.command()
@_guarded
def guard() -> None:
    """Look through what git keeps, or is about to: no answers of real respondents, no personal data."""
    from macros.publish.guard import guard as look

    looked = look(Path.cwd())
    _say(msg("{files} files in git, {tables} of them tables looked into: no rows of persons and no personal data.",
             files=looked.files, tables=looked.tables))  # fmt: skip


@main.command()
@_guarded
def schema() -> None:
    """Write the JSON Schema of survey.yml, for editors, to data/survey.schema.json."""
    from macros.survey.schema import write_schema

    write_schema(Path.cwd())


if __name__ == "__main__":
    main()
