"""What an import is unsure of, each kind in one sentence that names the questions it is about.

Belongs here: the kinds and their words. Does not: finding them.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from macros.language.message import Message, msg

_MOST = 12  # names in one sentence

FEW_NUMBERS = msg("Numbers with few values; if they are codes of answers, make them single or scale: {names}")
OUTSIDE = msg(
    'Answers such as "Don\'t know" stand outside a scale and are counted in the base; move them to missing if they '
    "should not be: {names}"
)
NO_ANSWER_TYPED = msg(
    'Answers such as "No answer" or "Prefer not to say" are counted as answers, as in most published figures; move '
    "them to missing if they should not be: {names}"
)
FAR_NUMBERS = msg(
    "Values such as 99 or -9 stand far from all others; if they stand for no answer, write them under missing: {names}"
)
WORDS_AMONG_NUMBERS = msg(
    'Answers such as "Don\'t know" stand among numbers and are not counted in their base: {names}'
)
GLUED = msg("Some answers were taken for one with the separator in it: {names}")
SINGLE_USE = msg(
    'Some answers were given by one person only; were they written under "Other", they are words of that person and '
    "should not stay in the codebook: {names}"
)
OTHERS = msg(
    'What was written under "Other" is counted as one answer, and the words are kept nowhere; look whether any of them '
    "should have been an answer of its own: {names}"
)
WRITTEN_OTHER = msg('What was written under "Other" is not counted as an option: {names}')
RANKED = msg("All ranks differ in every row, so this was taken for a ranking: {names}")
NO_TEXT = msg("The file does not say what was asked: {names}")
EMPTY = msg("Nobody answered, so it was left out: {names}")
NOT_READ = msg("It was taken for open text, since some cells fit no other type: {names}")
JOINED_LEFT_OUT = msg("The joined column says other things than the columns of its options, and was left out: {names}")
MORE_WEIGHTS = msg("There are several columns of weights; the first is used, and the others are left out: {names}")
NOT_UNIQUE = msg("Named as the respondent's id, but some values stand twice or are empty; left out: {names}")
UNSURE_DATES = msg("Day and month cannot be told apart, so the dates are not used: {names}")
ONE_VALUE = msg("Everybody gave the same answer; other answers may have been allowed: {names}")
UNTOLD_SETS = msg(
    "Options without a question; if they belong to several questions, divide them: {names}"
)  # fmt: skip


@dataclass(frozen=True)
class Doubt:
    """A doubt about one question or column."""

    about: Message
    name: str


def in_sentences(doubts: Iterable[Doubt]) -> tuple[Message, ...]:
    """One message for each kind of doubt, in the order in which they first came.

    >>> [message.values for message in in_sentences([Doubt(GLUED, "q1"), Doubt(EMPTY, "q2"), Doubt(GLUED, "q3")])]
    [(('names', 'q1, q3'),), (('names', 'q2'),)]
    """
    names: dict[Message, list[str]] = {}
    for doubt in doubts:
        names.setdefault(doubt.about, []).append(doubt.name)
    return tuple(
        Message(about.template, (("names", _listed(list(dict.fromkeys(all_)))),)) for about, all_ in names.items()
    )


def _listed(names: list[str]) -> str:
    rest = f" … (+{len(names) - _MOST})" if len(names) > _MOST else ""
    return ", ".join(names[:_MOST]) + rest
