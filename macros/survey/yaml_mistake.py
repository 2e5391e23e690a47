"""What is wrong with a file that is not YAML: the common mistakes in plain words, with a hint.

Belongs here: what the parser says, and where. Does not: what the keys of a file mean.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

import yaml

from macros.errors import Place, Problem
from macros.language.message import Message, msg

_QUOTED = msg("Put quotation marks round it: {example}", example='"…"')
_UNSPACED = re.compile(r"(\s*(?:- )?[\w-]+):(\S.*)")
_SIGN = re.compile(r"found character '(.)' that cannot start any token")


@dataclass(frozen=True)
class _Said:
    """What the parser said.

    Attributes:
        problem, context: its words, of what went wrong and of what it was reading.
        at, begun: line and column (0-based) of both; the one stands for the other where that is missing.
        lines: the file's.
    """

    problem: str
    context: str
    at: tuple[int, int]
    begun: tuple[int, int]
    lines: list[str]

    def line(self, number: int) -> str:
        return self.lines[number] if 0 <= number < len(self.lines) else ""


@dataclass(frozen=True)
class _Told:
    at: tuple[int, int]
    found: Message
    hint: Message | None = None


def yaml_problem(path: str, error: yaml.YAMLError, text: str, above: int = 0) -> Problem:
    """What a person is told of a file that YAML cannot read.

    Args:
        text: what was read.
        above: how many lines stand above it in the file.
    """
    if isinstance(error, yaml.reader.ReaderError):
        line, column = text.count("\n", 0, error.position), error.position - text.rfind("\n", 0, error.position) - 1
        return Problem(Place(path, above + line + 1, column + 1), msg("The file holds a control character"))
    said = _said(error, text)
    told = next((told for rule in _RULES if (told := rule(said)) is not None), None)
    told = told or _Told(said.at, msg("not readable as YAML [{why}]", why=said.problem))
    return Problem(Place(path, above + told.at[0] + 1, told.at[1] + 1), told.found, hint=told.hint)


def _said(error: yaml.YAMLError, text: str) -> _Said:
    mark, begun = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    mark, begun = mark or begun, begun or mark
    return _Said(
        getattr(error, "problem", None) or "", getattr(error, "context", None) or "",
        (mark.line, mark.column) if mark else (0, 0), (begun.line, begun.column) if begun else (0, 0),
        text.splitlines(),
    )  # fmt: skip


def _braces(said: _Said) -> _Told | None:
    found = re.search(r"(?:^|:\s)\s*\{\{", said.line(said.at[0]))
    if found is None:
        return None
    return _Told((said.at[0], found.end() - 2), msg("a macro is not carried out here; it works in a page's text only"))


def _sign(said: _Said) -> _Told | None:
    found = _SIGN.search(said.problem)
    if found:
        sign = found[1]
    elif "anchor" in said.context:
        sign = "&"
    else:
        sign = "*" if "alias" in said.context + said.problem else ""
    if not sign:
        return None
    return _Told(said.at, msg("a text cannot begin with {sign}", sign=sign), _QUOTED)


def _tab(said: _Said) -> _Told | None:
    if "character '\\t'" not in said.problem:
        return None
    return _Told(said.at, msg("a tab stands before the text"), msg("Indent with spaces."))


def _colon(said: _Said) -> _Told | None:
    if "mapping values are not allowed" not in said.problem:
        return None
    line = said.line(said.at[0])
    key, colon, value = line.partition(": ")
    if colon and len(key) < said.at[1]:
        right = msg("Put quotation marks round it: {example}", example=f'{key.strip()}: "{value.strip()}"')
        return _Told(said.at, msg("a colon with a space stands in a text"), right)
    before = max((at for at in range(said.at[0]) if said.line(at).strip()), default=said.at[0])
    if re.match(r"\s*(?:- )?[\w-]+:(\s|$)", said.line(before)):
        return _unaligned(said.at)
    return _no_key(before, said.line(before))


def _no_colon(said: _Said) -> _Told | None:
    return _no_key(said.begun[0], said.line(said.begun[0])) if "find expected ':'" in said.problem else None


def _no_key(at: int, line: str) -> _Told:
    unspaced = _UNSPACED.match(line)
    column = len(line) - len(line.lstrip())
    if unspaced:
        key = unspaced[1].strip(" -")
        right = msg("Write {right}", right=f"{key}: {unspaced[2]}")
        return _Told((at, column), msg("a space is missing after the colon of {key}", key=key), right)
    return _Told((at, column), msg("the line has no key"), msg("As in {example}", example="key: …"))


def _unaligned(at: tuple[int, int]) -> _Told:
    hint = msg("What belongs together begins in the same column. Indent with spaces.")
    return _Told(at, msg("the line is not indented like those above it"), hint)


def _indented(said: _Said) -> _Told | None:
    if "expected <block end>" not in said.problem:
        return None
    if "<scalar>" in said.problem:
        hint = msg("One quotation mark at each end of a text, and ” inside it. Is one missing on a line above?")
        return _Told(said.at, msg("the text goes on after its closing quotation mark"), hint)
    return _unaligned(said.at)


def _unclosed(said: _Said) -> _Told | None:
    if "quoted scalar" in said.context and "end of" in said.problem:
        hint = msg("Write one quotation mark at each end of the text.")
        return _Told(said.begun, msg("a quotation mark is missing"), hint)
    bracket = re.search(r"expected ',' or '(.)', but got", said.problem)
    if bracket is None:
        return None
    if said.at[0] == said.begun[0] and "got ':'" in said.problem:
        return _Told(said.at, msg("a colon with a space stands in a text"), _QUOTED)
    if said.at[0] == said.begun[0]:
        return _Told(said.at, msg("a comma is missing, or {sign}", sign=bracket[1]))
    opening = {"]": "[", "}": "{"}[bracket[1]]
    found = msg("{opening} is never closed", opening=opening)
    return _Told(said.begun, found, msg("Write {right}", right=f"{opening}…{bracket[1]}"))


def _dash(said: _Said) -> _Told | None:
    if "sequence entries are not allowed" not in said.problem:
        return None
    return _Told(said.at, msg("a list cannot begin on the line of its key"), msg("Begin each - on a line of its own."))


def _escape(said: _Said) -> _Told | None:
    if "unknown escape" not in said.problem:
        return None
    hint = msg("Put single quotation marks round the text: {example}", example="'…'")
    return _Told(said.at, msg("a backslash cannot stand between double quotation marks"), hint)


_RULES: tuple[Callable[[_Said], _Told | None], ...] = (
    _braces, _tab, _sign, _colon, _no_colon, _indented, _unclosed, _dash, _escape,
)  # fmt: skip
