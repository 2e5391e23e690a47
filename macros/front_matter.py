"""The front matter of a page: the keys between two lines of three dashes, and what is wrong with it.

Belongs here: where it begins and ends. Does not: which survey there is, or which macros (`rehearsal.py`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from macros.errors import ReportError
from macros.language.message import Message, msg
from macros.survey.yaml_mistake import yaml_problem

# What this house reads, then what the generator and its theme read.
KEYS = (
    "survey", "title", "description", "in_pdf", "render_macros",
    "hide", "search", "robots", "author", "template", "icon", "status", "subtitle", "tags", "date", "revision_date",
)  # fmt: skip
_WHOLE = re.compile(r"\A---\s*\n(.*?)^---\s*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_KEY = re.compile(rf"\s*(?:{'|'.join(KEYS)})\s*:", re.IGNORECASE)
_ANY_KEY = re.compile(r"\w+\s*:(?:\s|$)")
_NO_SPACE = re.compile(rf"({'|'.join(KEYS)}):(\S.*)")
_DASHES = re.compile(r"\s*[-–—]+\s*$")
DASHES = msg("Above and below the keys of a page stands a line with three dashes, the first on line 1: ---")


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong with a page's front matter; its line is the file's."""

    line: int
    found: Message
    hint: Message


@dataclass(frozen=True)
class FrontMatter:
    """What stands above a page's body.

    Attributes:
        text: the lines between the dashes.
        end: where the body begins in the page's text.
        meta: keys and values.
    """

    text: str
    end: int
    meta: dict[str, object]
    faults: tuple[Fault, ...] = ()

    def line_of(self, key: str) -> int:
        r"""The line of the file that a key stands on; the first where it is not there.

        >>> read_front_matter("---\ntitle: A\nsurvey: b\n---\n").line_of("survey")
        3
        """
        lines = self.text.splitlines()
        return next((at for at, line in enumerate(lines, 2) if re.match(rf"[\"']?{re.escape(key)}[\"']?\s*:", line)), 1)


def read_front_matter(text: str, path: str = "") -> FrontMatter:
    """Read what stands above a page's body; path is the page's, for errors.

    Raises:
        ReportError: it is not YAML.
    """
    found = _WHOLE.match(text)
    if found is None:
        return FrontMatter("", 0, {}, tuple(_misplaced(text)))
    faults = tuple(_unspaced(found[1]))
    try:
        meta = {} if faults else yaml.safe_load(found[1])
    except yaml.YAMLError as error:
        raise ReportError([yaml_problem(path, error, found[1], above=1)]) from None
    return FrontMatter(found[1], found.end(), meta if isinstance(meta, dict) else {}, faults)


def _misplaced(text: str) -> Iterator[Fault]:
    """Keys that are no front matter, as a line of dashes is missing or stands too low."""
    lines = text.splitlines()
    first = next((at for at, line in enumerate(lines) if line.strip()), 0)
    below = [line for line in lines[first + 1 :] if line.strip()][:1]
    keyed = bool(below) and _ANY_KEY.match(below[0]) is not None
    begins = lines[first].rstrip() if lines else ""
    if begins == "---" and keyed and first:
        yield Fault(1, msg("an empty line stands above the front matter"), DASHES)
    elif begins == "---" and keyed:
        yield Fault(1, msg("the front matter has no second line of three dashes"), DASHES)
    elif _DASHES.match(begins) and keyed:
        yield Fault(first + 1, msg("{dashes} is not three dashes", dashes=begins.strip()), DASHES)
    elif _KEY.match(begins):
        yield Fault(first + 1, msg("the front matter stands without its lines of three dashes"), DASHES)


def _unspaced(front: str) -> Iterator[Fault]:
    for line, text in enumerate(front.splitlines(), 2):
        found = _NO_SPACE.match(text)
        if found:
            right = msg("Write {right}", right=f"{found[1]}: {found[2]}")
            yield Fault(line, msg("a space is missing after the colon of {key}", key=found[1]), right)
