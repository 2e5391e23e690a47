"""Small surveys on disk, and problems as the English words that a user would read."""

from collections.abc import Callable
from pathlib import Path

from macros.errors import ReportError
from macros.language.catalogue import Language

Said = list[tuple[str, str, str, str]]
ProblemsOf = Callable[[Callable[[], object]], Said]
CODEBOOK = """\
id: liten
status: example
kind: responses
title: Liten
publisher: Vi
population: {label: alla, one: ett, many: flera}
files: [svar.csv]
"""


class Folder:
    """A survey's folder inside an empty project."""

    def __init__(self, root: Path) -> None:
        self.root, self.path = root, root / "data" / "surveys" / "liten"
        self.path.mkdir(parents=True)

    def write(self, name: str, content: str | bytes) -> Path:
        """Write a file of the survey."""
        path = self.path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def survey(self, questions: str, rows: str | bytes, head: str = "", kind: str = "responses") -> None:
        """Write a codebook of these questions and a file of these rows."""
        self.write("survey.yml", f"{CODEBOOK.replace('responses', kind)}{head}questions:\n{questions}")
        self.write("svar.csv", rows)


def outcome(call: Callable[[], object]) -> object:
    """What a call gives, or the `ReportError` that it raises; every other error goes on."""
    try:
        return call()
    except ReportError as error:
        return error


def say(error: ReportError) -> Said:
    """Place, found, allowed and hint of each problem; paths without the survey's folder."""
    english = Language("en")
    return [
        (
            str(problem.place).removeprefix("data/surveys/liten/"),
            english.say(problem.found),
            english.say(problem.allowed or ""),
            english.say(problem.hint or ""),
        )
        for problem in error.problems
    ]
