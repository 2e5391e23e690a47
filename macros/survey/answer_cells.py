"""What the cells of one respondent say about one question.

Belongs here: one reader for each type of question, from text to codes. Does not: files, lines, routing
(`responses.py`).
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from macros.errors import nearest
from macros.language.message import Message, msg
from macros.survey.codebook import Codebook
from macros.survey.model_problems import shown
from macros.survey.question import Question
from macros.survey.spelling import fold, meanings, missing_meanings, tidy, written

TICKED, UNTICKED = "1", "0"
# How export tools write an option of its own column; the option's own label, code and spellings also tick it.
TICKED_SPELLINGS = frozenset({"1", "ja", "yes", "true", "sant", "x", "selected", "vald"})
UNTICKED_SPELLINGS = frozenset({"", "0", "nej", "no", "false", "falskt", "not selected", "ej vald"})
NO_ANSWER = "__no_answer__"
DIGITS = 15  # more than that a float cannot hold


@dataclass(frozen=True)
class Fault:
    """What is wrong with a cell; `cell` counts the question's own columns from 0."""

    cell: int
    found: Message
    allowed: Message | None = None
    hint: Message | None = None


@dataclass(frozen=True)
class Reading:
    """What a respondent answered: a value for each frame column, or the faults that prevent one.

    Attributes:
        values: one a frame column: a code, a number, a text, a tick or a missing kind.
        codes: the codes given; empty without an answer.
    """

    values: tuple[str, ...] = ()
    codes: frozenset[str] = frozenset()
    faults: tuple[Fault, ...] = ()


def headers(question: Question) -> tuple[str, ...]:
    """The question's columns in the file; bands have none, they follow from their number."""
    if question.bands_of is not None:
        return ()
    return tuple(question.columns.values()) if question.columns else (question.header,)


def frame_columns(question: Question) -> tuple[str, ...]:
    """The question's columns in a `Survey`: one, or for multiple choice one an option."""
    if question.type == "multiple":
        return tuple(f"{question.id}.{answer.code}" for answer in question.answers)
    return (question.id,)


@dataclass(frozen=True)
class CellReader:
    """Reads the cells of one question."""

    codebook: Codebook
    question: Question

    def read(self, cells: Sequence[str]) -> Reading:
        """Read a respondent's cells, in the order of `headers`."""
        readers: dict[str, Callable[[Sequence[str]], Reading]] = {
            "single": self._choice,
            "scale": self._choice,
            "multiple": self._options if self.question.columns else self._joined,
            "number": self._number,
            "text": self._text,
        }
        return readers[self.question.type](cells)

    @cached_property
    def _meanings(self) -> dict[str, str]:
        return {fold(spelling): meaning for spelling, meaning in meanings(self.codebook, self.question)}

    @cached_property
    def _missing(self) -> dict[str, str]:
        return {fold(spelling): kind for spelling, kind in missing_meanings(self.codebook, self.question)}

    def _unknown(self, cell: str, at: int) -> Fault:
        """A coded cell that holds no answer; its value may be shown, for an answer's code is no secret."""
        words = [written(answer) for answer in self.question.answers]
        missing = [spelling for spelling, _ in missing_meanings(self.codebook, self.question) if spelling]
        allowed = msg("one of {choices}", choices=", ".join([*words, *missing]))
        if not fold(cell):
            return Fault(at, msg("The cell is empty"), allowed)
        spellings = [spelling for spelling, _ in meanings(self.codebook, self.question) if spelling]
        hint = nearest(tidy(cell), [*words, *missing]) or nearest(tidy(cell), spellings)
        found = msg('"{value}" is no answer to {question}', value=shown(tidy(cell)), question=self.question.id)
        return Fault(at, found, allowed, hint)

    def _choice(self, cells: Sequence[str]) -> Reading:
        meaning = self._meanings.get(fold(cells[0]))
        if meaning is None:
            return Reading(faults=(self._unknown(cells[0], 0),))
        return Reading((meaning,), _codes(meaning))

    def _joined(self, cells: Sequence[str]) -> Reading:
        whole = self._missing.get(fold(cells[0]))
        if whole is not None:
            return Reading((whole,) * len(self.question.answers))
        separator = self.question.separator or ""
        parts = [part for part in cells[0].split(separator.strip() or separator) if fold(part)]
        faults = [self._unknown(part, 0) for part in parts if self._meanings.get(fold(part), "__").startswith("__")]
        if faults or not parts:
            return Reading(faults=tuple(faults) or (self._unknown(cells[0], 0),))
        return self._ticks(frozenset(self._meanings[fold(part)] for part in parts), dict.fromkeys(self._codes, 0))

    def _options(self, cells: Sequence[str]) -> Reading:
        ticked: set[str] = set()
        silent: dict[str, int] = {}
        faults = []
        position = {code: at for at, code in enumerate(self.question.columns or ())}
        for code, at in position.items():
            state = self._option(code, cells[at])
            if state is None:
                faults.append(self._unknown_tick(code, cells[at], at))
            elif state == TICKED:
                ticked.add(code)
            elif state != UNTICKED:
                silent.setdefault(state, at)
        silent.pop(NO_ANSWER, None)
        if silent and (ticked or len(silent) > 1):
            faults.append(Fault(max(silent.values()), msg("The respondent both answered and did not"), None))
        if faults:
            return Reading(faults=tuple(faults))
        if ticked:
            return self._ticks(frozenset(ticked), position)
        return Reading((next(iter(silent), NO_ANSWER),) * len(position))

    def _option(self, code: str, cell: str) -> str | None:
        """Whether a cell ticks its option, or the kind of its silence; None when it cannot be read."""
        folded = fold(cell)
        if self._meanings.get(folded) == code:
            return TICKED
        if folded in self._missing and folded:
            return self._missing[folded]
        if folded in UNTICKED_SPELLINGS:
            return UNTICKED
        return TICKED if folded in TICKED_SPELLINGS else None

    def _unknown_tick(self, code: str, cell: str, at: int) -> Fault:
        label = next(written(answer) for answer in self.question.answers if answer.code == code)
        found = msg('"{value}" is no answer to {question}', value=shown(tidy(cell)), question=self.question.id)
        choices = f"{label}, 1, 0, ja, nej"
        return Fault(at, found, msg("one of {choices}", choices=choices), nearest(tidy(cell), choices.split(", ")))

    @cached_property
    def _codes(self) -> tuple[str, ...]:
        return tuple(answer.code for answer in self.question.answers)

    def _ticks(self, ticked: frozenset[str], position: dict[str, int]) -> Reading:
        alone = [answer for answer in self.question.answers if answer.exclusive and answer.code in ticked]
        if alone and len(ticked) > 1:
            found = msg('"{value}" is ticked together with another answer', value=written(alone[0]))
            allowed = msg('"{value}" alone, or the others without it', value=written(alone[0]))
            return Reading(faults=(Fault(position[alone[0].code], found, allowed),))
        return Reading(tuple(TICKED if code in ticked else UNTICKED for code in self._codes), ticked)

    def _number(self, cells: Sequence[str]) -> Reading:
        text = tidy(cells[0])
        if fold(text) in self._missing:
            return Reading((self._missing[fold(text)],))
        value = read_number(text, self.codebook.decimal)
        low, high = self.question.minimum, self.question.maximum
        if value is None:
            found = msg('"{value}" is not a number', value=shown(text)) if text else msg("The cell is empty")
            hint = _number_hint(text, self.codebook.decimal)
            return Reading(faults=(Fault(0, found, _number_allowed(low, high), hint),))
        if (low is not None and value < Decimal(str(low))) or (high is not None and value > Decimal(str(high))):
            found = msg("{value} is out of range", value=shown(text))
            return Reading(faults=(Fault(0, found, _number_allowed(low, high)),))
        return Reading((f"{value.normalize():f}",))

    def _text(self, cells: Sequence[str]) -> Reading:
        text = cells[0].strip()
        return Reading((self._missing.get(fold(text), text or NO_ANSWER),))


def _codes(meaning: str) -> frozenset[str]:
    return frozenset() if meaning.startswith("__") else frozenset({meaning})


def read_number(text: str, decimal: str) -> Decimal | None:
    """Read a number with blanks or nothing between its thousands; None when it is none.

    >>> read_number("1 200,50", ",")
    Decimal('1200.50')
    >>> read_number("1,5", ".") is None
    True
    """
    pattern = rf"[-+\u2212]?(?:[0-9]{{1,3}}(?: [0-9]{{3}})+|[0-9]+)(?:{re.escape(decimal)}[0-9]+)?"
    if not re.fullmatch(pattern, text) or sum(letter.isdigit() for letter in text) > DIGITS:
        return None
    return Decimal(text.replace(" ", "").replace("\N{MINUS SIGN}", "-").replace(decimal, "."))


def _number_allowed(low: float | None, high: float | None) -> Message:
    if low is not None and high is not None:
        return msg("a number from {low} to {high}", low=f"{low:g}", high=f"{high:g}")
    if low is not None:
        return msg("a number from {low}", low=f"{low:g}")
    return msg("a number up to {high}", high=f"{high:g}") if high is not None else msg("a number")


def _number_hint(text: str, decimal: str) -> Message | None:
    other = "," if decimal == "." else "."
    if read_number(text, other) is not None:
        return msg("The codebook says decimal: {decimal}", decimal=f'"{decimal}"')
    return None
