"""What GitHub shows of a run: each problem at its line of its file, and a summary in plain words."""

import os
from pathlib import Path

import click

from macros.errors import ReportError
from macros.language.catalogue import Language
from macros.language.message import Message, nmsg

MOST = 10  # annotations that GitHub shows of one step; the rest is dropped without a word
MOST_LISTED = 200  # problems in the summary, which GitHub drops whole when it is over a mebibyte


def annotate(error: ReportError, said: str, language: Language) -> None:
    """Print workflow commands, and sum up with the words of the verdict, on GitHub only."""
    if os.environ.get("GITHUB_ACTIONS") != "true":
        return
    for problem in error.problems[:MOST]:
        place = problem.place
        where = f"file={_property(place.path)}" + "".join(
            f",{name}={value}" for name, value in (("line", place.line), ("col", place.column)) if value
        )
        hint = f" {language.say(problem.hint)}" if problem.hint else ""
        click.echo(f"::error {where}::{_text(language.say(problem.found) + hint)}")
    lines = [f"- `{p.place}`: {language.say(p.found)}" for p in error.problems[:MOST_LISTED]]
    more = len(error.problems) - len(lines)
    if more:
        lines += ["", language.say(nmsg("And {count} more problem.", "And {count} more problems.", more))]
    summarise("\n".join([said, "", *lines]))


def verdict(error: ReportError, *, building: bool) -> Message:
    """How many problems there are, and what they mean for the site, where one was being built."""
    if not building:
        return nmsg("{count} problem.", "{count} problems.", len(error.problems))
    return nmsg(
        "{count} problem. Nothing was published; the last good site is untouched.",
        "{count} problems. Nothing was published; the last good site is untouched.",
        len(error.problems),
    )


def summarise(text: str) -> None:
    """Append to the run's summary, where there is one."""
    file = os.environ.get("GITHUB_STEP_SUMMARY")
    if file:
        with Path(file).open("a", encoding="utf-8") as summary:
            summary.write(text + "\n")


def _text(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _text(text).replace(":", "%3A").replace(",", "%2C")
