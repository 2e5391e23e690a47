"""What kind of question one column is, by its answers.

Belongs here: the kinds that a lone column can be, the likeliest first. Does not: columns that belong together
(`sets.py`), or whether a proposal reads every cell (`understanding.py`).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from macros.language.message import Message
from macros.survey.answer import Answer, Missing
from macros.survey.imports import doubts as about
from macros.survey.imports.answers import answers_of, taking_others
from macros.survey.imports.doubts import Doubt
from macros.survey.imports.ground import Ground, Naming, Proposal
from macros.survey.imports.joined import Joined, joined
from macros.survey.imports.listed import EMPTY, SEPARATOR, listed
from macros.survey.imports.scale_words import DONT_KNOW, NOT_ANSWERED, NOT_APPLICABLE
from macros.survey.imports.scales import OTHERS, OUTSIDE, numbers_of, scale_of, stands_outside
from macros.survey.imports.times import date_order
from macros.survey.imports.values import Values
from macros.survey.numeric import read_number
from macros.survey.question import Question
from macros.survey.records import ColumnFacts
from macros.survey.spelling import fold

_FEW = 20  # rows; fewer tell little about how often an answer is given again
_MOST_ANSWERS = 200
_STEPS = 12
_WRITTEN = 5  # answers that one person only gave; more of them are words of their own
_LONG = 200
_CODE_DIGITS = 9
_CODE = re.compile(r"-[1-9]|-?(?:77|88|9[6-9]|777|888|99[6-9])")
_FAR = 4  # times
_NEGATIVE = ("no", "nej", "n", "false", "falskt")
_POSITIVE = ("yes", "ja", "y", "j", "true", "sant")


def column_proposals(position: int, header: str, naming: Naming, ground: Ground) -> list[Proposal]:
    """The questions that a column may be, the likeliest first; open text, which reads anything, last."""
    values, facts = ground.answers(position), ground.fact(position)
    found: list[Proposal] = []
    if facts.missing:
        values = values.without(frozenset(map(fold, facts.missing)))
        naming = replace(naming, missing=_missing_of(facts.missing, ground))
    if facts.values:
        found += _as_declared(header, naming, values, facts)
    numeric = is_number(values, ground.decimal)
    if silent := _words_among_numbers(values, ground.decimal):
        missing = _missing_of([*facts.missing, *silent], ground)
        question = _question(header, replace(naming, missing=missing), type="number")
        found.append(Proposal((question,), (Doubt(about.WORDS_AMONG_NUMBERS, naming.id),)))
    if lists := listed(values):
        question = _question(
            header, replace(naming, missing=_missing_of([EMPTY, *facts.missing], ground)), type="multiple",
            separator=SEPARATOR, answers=answers_of(list(lists.in_file), ground.missing, in_file=lists.in_file),
        )  # fmt: skip
        found.append(Proposal((question,)))
    elif not numeric and (several := joined(values, ground.separators)):
        found.append(_several(header, naming, values, several, ground))
    if numeric:
        whole = all(re.fullmatch(r"-?\d+(?:[.,]0+)?", text) for text in values.spellings)
        few = whole and len(values.counts) <= _STEPS and values.n >= _FEW
        unsure = [Doubt(about.FEW_NUMBERS, naming.id)] if few else []
        unsure += [Doubt(about.FAR_NUMBERS, naming.id)] if _has_far_codes(values, ground.decimal) else []
        found.append(Proposal((_question(header, naming, type="number"),), tuple(unsure)))
    if order := date_order(values.spellings):
        found.append(Proposal((_question(header, naming, type="date", order=order),)))
    if coded := choice(values, ground):
        kind, answers, unsure_kinds = coded
        question = _question(header, naming, type=kind, answers=answers)
        found.append(Proposal((question,), tuple(Doubt(kind_, naming.id) for kind_ in unsure_kinds)))
    unread = (Doubt(about.NOT_READ, naming.id),) if found else ()
    return [*found, Proposal((_question(header, naming, type="text"),), unread)]


def choice(values: Values, ground: Ground) -> tuple[str, list[Answer], list[Message]] | None:
    """A single choice or a scale with its answers, and what is unsure; None where answers look written freely."""
    labels = list(values.labels.values())
    order = scale_of(labels) if is_closed(values) or len(labels) <= _STEPS else None
    if order is None and not is_closed(values):
        return None
    unsure = [about.ONE_VALUE] if len(labels) == 1 and values.n >= _FEW else []
    if any(fold(label) in NOT_ANSWERED for label in labels):
        unsure.append(about.NO_ANSWER_TYPED)
    stepped = order is not None and all(map(stands_outside, order.outside))
    if order is not None and stepped and any(fold(label) in (*DONT_KNOW, *NOT_APPLICABLE) for label in order.outside):
        unsure.append(about.OUTSIDE)
    once = [label for key, label in values.labels.items() if values.counts[key] == 1]
    if not stepped and values.n >= _FEW and len(once) > max(_WRITTEN, len(labels) / 2):
        kept, at = _with_other([label for label in labels if label not in once], ground.other)
        return "single", taking_others(answers_of(kept, ground.missing), at), [about.OTHERS]
    ordered = order.labels if order else in_plain_order(labels)
    answers = answers_of(ordered, ground.missing, order.sides if order else None)
    return ("scale" if stepped else "single"), answers, unsure


def _several(header: str, naming: Naming, values: Values, several: Joined, ground: Ground) -> Proposal:
    """Answers joined in a cell; many that one person only gave are words under "Other"."""
    unsure = [Doubt(about.GLUED, naming.id)] if several.glued else []
    options = several.options
    own_words = len(several.once) > max(_WRITTEN - 2, len(options) / 3) and values.n >= _FEW and not several.ranked
    if own_words:
        options_, at = _with_other([option for option in options if option not in several.once], ground.other)
        answers = taking_others(answers_of(options_, reserved=ground.missing), at)
        unsure.append(Doubt(about.OTHERS, naming.id))
    else:
        answers = answers_of(options, reserved=ground.missing)
        unsure += [Doubt(about.SINGLE_USE, naming.id)] if several.once and values.n > _FEW else []
    kind = "ranking" if several.ranked else "multiple"
    question = _question(header, naming, type=kind, separator=several.separator, answers=answers)
    return Proposal((question,), tuple(unsure))


def _with_other(labels: Sequence[str], other: str) -> tuple[list[str], int]:
    """The labels in plain order, and the place of "Other" among them; put last where there is none."""
    ordered = in_plain_order(labels)
    places = [at for at, label in enumerate(ordered) if fold(label) in OTHERS]
    return (ordered, places[0]) if places else ([*ordered, other], len(ordered))


def in_plain_order(labels: Sequence[str]) -> list[str]:
    """Answers without an order of their own: by their numbers, else by the alphabet; "Yes" first, "Other" last.

    Not in the order of the rows, which would tell what the first respondent answered.

    >>> in_plain_order(["Other", "No", "Yes", "Maybe not"])
    ['Yes', 'Maybe not', 'No', 'Other']
    """
    apart = {label for label in labels if stands_outside(label) or fold(label) in OTHERS}
    numbers = numbers_of([label for label in labels if label not in apart])
    if numbers:
        return [*sorted(numbers, key=lambda label: numbers[label]), *sorted(apart, key=fold)]

    def rank(label: str) -> tuple[int, str]:
        folded = fold(label)
        place = 3 if folded in OUTSIDE else 2 if folded in OTHERS else 0 if folded in _POSITIVE else 1
        return place, folded

    return sorted(labels, key=rank)


def is_number(values: Values, decimal: str) -> bool:
    """Whether all values are numbers, and not codes such as "0730" or ids of many digits."""
    if not values.spellings or any(read_number(text, decimal) is None for text in values.spellings):
        return False
    padded = any(re.fullmatch(r"0\d+", text) for text in values.spellings)
    long = all(re.fullmatch(rf"\d{{{_CODE_DIGITS},}}", text) for text in values.spellings)
    return not padded and not long


def _has_far_codes(values: Values, decimal: str) -> bool:
    """Whether values that often stand for no answer are the only ones below 0, or far above all others."""
    known = {text: float(number) for text in values.spellings if (number := read_number(text, decimal)) is not None}
    codes = [number for text, number in known.items() if _CODE.fullmatch(text)]
    rest = [number for text, number in known.items() if not _CODE.fullmatch(text)]
    if not codes or not rest or min(rest) < 0:
        return False
    return min(codes) < 0 or max(rest) < min(codes) / _FAR


def _words_among_numbers(values: Values, decimal: str) -> list[str]:
    """Spellings such as "Don't know" where all others are numbers, too many to be steps; none where any is no such."""
    words = [text for text in values.spellings if fold(text) in OUTSIDE or re.fullmatch(r"[-–—.?]+", text)]
    numbers = values.without(frozenset(map(fold, words)))
    return words if len(numbers.counts) > _STEPS and is_number(numbers, decimal) else []


def is_closed(values: Values) -> bool:
    """Whether answers come again and again, as from a list, and not once each, as when they are written freely.

    >>> is_closed(Values({"Red": 40, "Blue": 30, "Green": 2})), is_closed(Values({f"I think {n}": 1 for n in range(9)}))
    (True, False)
    """
    kinds, n = len(values.counts), values.n
    if not kinds or kinds > _MOST_ANSWERS:
        return False
    once = sum(count == 1 for count in values.counts.values())
    longest = max(map(len, values.spellings))
    if kinds == 1:
        return longest <= _LONG
    if once == kinds and not set(values.counts) <= {*_POSITIVE, *_NEGATIVE}:
        return False
    if n < _FEW:
        return kinds <= max(2, 0.6 * n) and longest <= _LONG
    given = sorted(values.counts.values(), reverse=True)
    listed = len(given) > 2 and given[2] >= max(3, 0.03 * n)  # noqa: PLR2004
    if longest > _LONG and once:
        return False
    return (n - once) / n >= 0.8 and (once <= max(5, kinds / 2) or listed)  # noqa: PLR2004


def _as_declared(header: str, naming: Naming, values: Values, facts: ColumnFacts) -> list[Proposal]:
    """The question as the file's own labels say, with every labelled answer, given or not, in the file's order."""
    silent = frozenset(map(fold, facts.missing))
    labelled = {label: value for value, label in facts.values if fold(label) not in silent}
    labels = list({fold(label): label for label in labelled}.values())
    rest = [text for key, text in values.labels.items() if key not in {fold(label) for label in labels}]
    if not labels or (rest and not all(read_number(text, ".") is not None for text in rest)):
        return []
    if rest and (len(labels) < 2 or len(rest) > _STEPS):  # noqa: PLR2004 -- a number of which one value has a name
        return []
    if rest:
        values_of = {**{label: labelled[label] for label in labels}, **{text: text for text in rest}}
        numbers = {label: read_number(value, ".") for label, value in values_of.items()}
        if any(number is None for number in numbers.values()):
            return []
        labels = sorted(numbers, key=lambda label: numbers[label] or 0)
    order = scale_of(labels)
    stepped = order is not None and all(map(stands_outside, order.outside))
    ordered = facts.measure == "ordinal" or stepped or bool(rest)
    answers = answers_of(labels, silent, order.sides if order else None)
    kind = "scale" if ordered and len(labels) > 1 else "single"
    return [Proposal((_question(header, naming, type=kind, answers=answers),))]


def _missing_of(spellings: Sequence[str], ground: Ground) -> Missing:
    """The spellings of no answer of a question, by what their words say; those of the whole file hold too."""
    kinds: dict[str, list[str]] = {"no_answer": ["", *sorted(ground.missing)]}
    for spelling in spellings:
        folded = fold(spelling)
        kind = "dont_know" if folded in DONT_KNOW else "refused" if folded in NOT_ANSWERED else "no_answer"
        kinds.setdefault("not_applicable" if folded in NOT_APPLICABLE else kind, []).append(spelling)
    return Missing(**kinds)


def _question(header: str, naming: Naming, **keys: object) -> Question:
    # Letter by letter as the file has it: a column that looks personal is left out by its name.
    column = None if header == naming.id else header
    return Question(
        id=naming.id, text=naming.text, label=naming.label, column=column, missing=naming.missing, **keys
    )  # fmt: skip
