"""Earlier publications of a project: their `tables.json`, kept under `data/published/`.

Belongs here: reading them. Does not: what they tell together with a new one (`release/earlier.py`, `release/joint.py`).
"""

from pathlib import Path

from pydantic import ValidationError

from macros.errors import Place, Problem, ReportError
from macros.language.message import msg
from macros.release.earlier import Publication
from macros.release.told import told_tables

PUBLISHED = Path("data", "published")


def read_earlier(root: Path) -> tuple[Publication, ...]:
    """Every earlier publication, by the name of its file.

    Raises:
        ReportError: files of another shape, all of them.
    """
    problems: list[Problem] = []
    found = []
    for path in sorted((root / PUBLISHED).glob("*.json")):
        try:
            found.append(read_publication(path, str(path.relative_to(root))))
        except ReportError as error:
            problems += error.problems
    if problems:
        raise ReportError(problems)
    return tuple(found)


def read_publication(path: Path, name: str) -> Publication:
    """One `tables.json`.

    Raises:
        ReportError: where it has another shape, each place of it.
    """
    try:
        return Publication(name, told_tables(path.read_bytes()))
    except ValidationError as error:
        places = (".".join(map(str, fault["loc"])) for fault in error.errors(include_input=False, include_url=False))
        found = msg("this is not as in a {file} of a site", file="tables.json")
        raise ReportError([Problem(Place(name, call=place), found) for place in dict.fromkeys(places)]) from None
