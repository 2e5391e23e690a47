"""The one shape of every error that a person gets to read.

A problem says where (file:line:column, or page and macro call), what was found, what is allowed, and a hint.
All problems of a file travel together in one `ReportError`. Belongs here: the shape. Does not: its words in
Swedish (the catalogue) or how a terminal or GitHub shows it (`commands.py`).

No problem may carry a respondent's row or an open answer: a value, its place, and what is allowed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from macros.language.catalogue import Language
from macros.language.message import Message, msg


@dataclass(frozen=True, order=True)
class Place:
    """Where something is: a path relative to the project, 1-based line and column, or a macro call."""

    path: str
    line: int | None = None
    column: int | None = None
    call: str | None = None

    def __str__(self) -> str:
        """Write the place as editors and terminals know it.

        >>> str(Place("data/svar.csv", 17, 3))
        'data/svar.csv:17:3'
        >>> str(Place("docs/index.md", 4, call='share("q9")'))
        'docs/index.md:4 share("q9")'
        """
        position = "".join(f":{part}" for part in (self.line, self.column) if part is not None)
        return f"{self.path}{position}" + (f" {self.call}" if self.call else "")


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, in four parts."""

    place: Place
    found: Message
    allowed: Message | None = None
    hint: Message | None = None


class ReportError(Exception):
    """What the user can mend. Shown without a traceback, all problems at once, exit status 1."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(f"{p.place}: {p.found.template}" for p in self.problems))


def nearest(word: str, known: Iterable[str]) -> Message | None:
    """Hint at the nearest right spelling, or say nothing when none is near.

    >>> nearest("ordergång", ["orderingang", "stod"]).values
    (('word', 'orderingang'),)
    >>> nearest("xyz", ["orderingang"]) is None
    True

    Where capitals alone tell two spellings apart, the one that is written alike is meant.

    >>> nearest("word", ["words", "Words"]).values
    (('word', 'words'),)
    """
    names = list(known)
    close = get_close_matches(word.casefold(), [name.casefold() for name in names], n=1, cutoff=0.6)
    if not close:
        return None
    (best,) = get_close_matches(word, [name for name in names if name.casefold() == close[0]], n=1, cutoff=0)
    return msg("Did you mean {word}?", word=best)


def in_words(error: ReportError, language: Language) -> list[str]:
    """Each problem as a few lines: where and what, then what is allowed, then the hint.

    >>> from macros.language.catalogue import Language
    >>> in_words(ReportError([Problem(Place("a.csv", 2), msg("Did you mean {word}?", word="x"))]), Language("en"))
    ['a.csv:2: Did you mean x?']
    """
    texts = []
    for problem in sorted(set(error.problems), key=lambda p: (p.place.path, p.place.line or 0, p.place.column or 0)):
        lines = [f"{problem.place}: {language.say(problem.found)}"]
        if problem.allowed is not None:
            lines.append("  " + language.say(msg("Allowed: {what}", what=problem.allowed)))
        if problem.hint is not None:
            lines.append("  " + language.say(msg("Hint: {what}", what=problem.hint)))
        texts.append("\n".join(lines))
    return texts
