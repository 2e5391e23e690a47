"""Multiple choice: from the cells of one respondent to ticks.

Belongs here: answers joined in one cell, a column an option, and both at once, checked against each other. Does not:
taking a joined cell apart (`separated.py`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from macros.errors import nearest
from macros.language.message import msg
from macros.survey.model_problems import shown
from macros.survey.question import Question
from macros.survey.reading import NO_ANSWER, NOT_ASKED, TICKED, UNTICKED, Fault, Reading, Words
from macros.survey.separated import take_apart
from macros.survey.spelling import every_language, fold, tidy, written

# How export tools write an option of its own column; the option's own label, code and spellings also tick it.
TICKED_SPELLINGS = frozenset(
    {"1", "1.0", "y", "ja", "yes", "true", "sant", "x", "selected", "checked", "vald", "markerad"}
)
UNTICKED_SPELLINGS = frozenset(
    {"", "0", "0.0", "n", "nej", "no", "false", "falskt", "not selected", "unselected", "unchecked", "ej vald"}
)
NOTHING_TICKED = "nothing_ticked"
_BLANK = ""


@dataclass(frozen=True)
class _Ticks:
    """What some cells say: the options ticked, or how the respondent was silent.

    Attributes:
        silence: `NOTHING_TICKED` where a cell says of an option that it is not ticked, a missing kind, or "" where
            nothing at all is written.
    """

    ticked: frozenset[str] = frozenset()
    silence: str = _BLANK
    faults: tuple[Fault, ...] = ()
    position: Mapping[str, int] = field(default_factory=dict)


def read_options(words: Words, cells: Sequence[str]) -> Reading:
    """Read a respondent's cells: the options' columns, then the joined one."""
    question = words.question
    width = len(question.columns or ())
    columns = _columns(words, cells[:width]) if question.columns else None
    joined = _joined(words, cells[width], width) if question.separator else None
    found = columns or joined or _Ticks()
    faults = [fault for ticks in (columns, joined) if ticks for fault in ticks.faults]
    if columns and joined and not faults:
        if columns.ticked != joined.ticked:
            faults.append(_contradiction(words, columns, joined, width))
        elif not columns.ticked and columns.silence in (_BLANK, NOTHING_TICKED) and joined.silence != _BLANK:
            found = joined
    if faults:
        return Reading(faults=tuple(faults))
    if found.ticked:
        return _ticks(words, found)
    return _silent(words, found.silence)


def _silent(words: Words, silence: str) -> Reading:
    """Nobody is made to have answered: what a silence means is said by the codebook or by the cells."""
    question = words.question
    if silence == _BLANK:
        blank = words.missing.get("", NO_ANSWER)
        silence = NOTHING_TICKED if question.blank == NOTHING_TICKED else blank
        silence = NOT_ASKED if question.blank == "not_asked" else silence
    if silence != NOTHING_TICKED:
        return words.all_missing(silence)
    return words.all_missing(UNTICKED if question.base == "asked" else NO_ANSWER)


def _joined(words: Words, cell: str, at: int) -> _Ticks:
    whole = words.missing.get(fold(cell))
    if not fold(cell) or whole is not None:
        return _Ticks(silence=(whole or _BLANK) if fold(cell) else _BLANK)
    separated = take_apart(cell, words.question.separator or "", words.answers, words.others)
    if faults := unknown_parts(words, separated.unknown, at):
        return _Ticks(faults=faults)
    readings = sorted({frozenset(codes) for codes in separated.readings}, key=sorted)
    if len(readings) > 1:
        return _Ticks(faults=(two_readings(cell, at),))
    if not readings[0]:
        return _Ticks(faults=(words.unknown(cell, at),))
    return _Ticks(readings[0], position=dict.fromkeys(words.codes, at))


def two_readings(cell: str, at: int) -> Fault:
    """A joined cell that reads in more than one way."""
    found = msg('"{value}" can be read in more than one way', value=shown(tidy(cell)))
    hint = msg("Use another separator in the file, or one column an answer")
    return Fault(at, found, None, hint)


def unknown_parts(words: Words, unknown: Sequence[Sequence[str]], at: int) -> tuple[Fault, ...]:
    """Each part of a joined cell that is no answer; neighbours together where that is nearer to one."""
    faults = []
    for run in unknown:
        whole = words.unknown((words.question.separator or "").join(run), at)
        if any(fold(part) in words.missing for part in run):
            faults.append(Fault(at, msg("The respondent both answered and did not")))
        elif len(run) == 1 or whole.hint is not None:
            faults.append(whole)
        else:
            faults += [words.unknown(part, at) for part in run]
    return tuple(faults)


def _columns(words: Words, cells: Sequence[str]) -> _Ticks:
    ticked: set[str] = set()
    silent: dict[str, int] = {}
    faults: list[Fault] = []
    position = {code: at for at, code in enumerate(words.question.columns or ())}
    for code, at in position.items():
        state = _option(words, code, cells[at])
        if state is None:
            faults.append(_unknown_tick(words, code, cells[at], at))
        elif state == TICKED:
            ticked.add(code)
        else:
            silent.setdefault(state, at)
    kinds = {kind: at for kind, at in silent.items() if kind not in (_BLANK, UNTICKED, NO_ANSWER)}
    if kinds and (ticked or len(kinds) > 1):
        faults.append(Fault(max(kinds.values()), msg("The respondent both answered and did not")))
    silences = (*kinds, *(said for said in (UNTICKED, NO_ANSWER, _BLANK) if said in silent))
    silence = NOTHING_TICKED if silences[:1] == (UNTICKED,) else next(iter(silences), _BLANK)
    return _Ticks(frozenset(ticked), silence, tuple(faults), position)


def _option(words: Words, code: str, cell: str) -> str | None:
    """Whether a cell ticks its option, does not, is blank, or the kind of its silence; None when it cannot be read.

    An option's code counts least: in columns of 0 and 1, a 0 never ticks the option that the codebook calls 0.
    A spelling of no answer beside a tick says no more than a blank, as where a tool writes NA for what is not ticked.
    """
    folded = fold(cell)
    if not folded:
        return _BLANK
    answer = next(answer for answer in words.question.answers if answer.code == code)
    if folded in own_spellings(answer.in_file, every_language(answer.label)):
        return TICKED
    if folded in words.missing:
        return words.missing[folded]
    if folded in UNTICKED_SPELLINGS:
        return UNTICKED
    return TICKED if answer.others or folded in TICKED_SPELLINGS or folded == fold(code) else None


def own_spellings(in_file: Sequence[str], labels: Sequence[str]) -> frozenset[str]:
    """The folded words that tick an option in its own column; a label such as "No" only where in_file says so.

    >>> [sorted(own_spellings(*words)) for words in (([], ["Nej"]), (["Nej"], ["Nej"]), ([], ["Ingen"]))]
    [[], ['nej'], ['ingen']]
    """
    return frozenset(map(fold, in_file)) | (frozenset(map(fold, labels)) - UNTICKED_SPELLINGS)


def _unknown_tick(words: Words, code: str, cell: str, at: int) -> Fault:
    choices = f"{words.label(code)}, 1, 0, ja, nej"
    hint = nearest(tidy(cell), choices.split(", "))
    return Fault(at, words.no_answer(cell), msg("one of {choices}", choices=choices), hint)


def _contradiction(words: Words, columns: _Ticks, joined: _Ticks, at: int) -> Fault:
    """The columns and the joined cell of one respondent say different things; both are known answers only."""
    found = msg(
        "The cell says {here}, but the columns of {question} say {there}",
        here=words.labels(joined.ticked), there=words.labels(columns.ticked), question=words.question.id,
    )  # fmt: skip
    return Fault(at, found, msg("the same answers in both"))


def _ticks(words: Words, found: _Ticks) -> Reading:
    alone = [answer for answer in words.question.answers if answer.exclusive and answer.code in found.ticked]
    if alone and len(found.ticked) > 1:
        said = msg('"{value}" is ticked together with another answer', value=written(alone[0]))
        allowed = msg('"{value}" alone, or the others without it', value=written(alone[0]))
        return Reading(faults=(Fault(found.position[alone[0].code], said, allowed),))
    return Reading(tuple(TICKED if code in found.ticked else UNTICKED for code in words.codes), found.ticked)


def is_unticked(question: Question, reading: Reading) -> bool:
    """Whether somebody saw a multiple choice and ticked nothing."""
    return question.type == "multiple" and not reading.codes and set(reading.values) == {UNTICKED}
