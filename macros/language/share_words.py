"""Shares in words: “drygt sex av tio” for 62 percent. One house table, exhaustive, for each language.

Belongs here: which phrase stands for which released percent. Does not: rounding (`release`), and no claim about a
majority, which needs an interval (`report`). The phrases are a table of each language, not translations: what
“drygt” and “knappt” may cover is a convention of Swedish.
"""

from dataclasses import dataclass

from macros.language.catalogue import Language
from macros.language.message import msg
from macros.language.numbers import BELOW_ONE, decimals_needed, number, percent

SMALL_BASE = 30


@dataclass(frozen=True)
class _Band:
    """Percents from `first` to `last` around `exact`, which has a name of its own."""

    first: int
    exact: int
    last: int
    sv: str
    en: str


_HALF = _Band(46, 50, 53, "hälften", "half")
_BANDS = (
    _Band(8, 10, 12, "en av tio", "one in ten"),
    _Band(18, 20, 22, "en femtedel", "a fifth"),
    _Band(23, 25, 27, "en fjärdedel", "a quarter"),
    _Band(28, 30, 31, "tre av tio", "three in ten"),
    _Band(32, 33, 36, "en tredjedel", "a third"),
    _Band(37, 40, 43, "fyra av tio", "four in ten"),
    _HALF,
    _Band(57, 60, 63, "sex av tio", "six in ten"),
    _Band(64, 67, 68, "två tredjedelar", "two thirds"),
    _Band(69, 70, 72, "sju av tio", "seven in ten"),
    _Band(73, 75, 77, "tre fjärdedelar", "three quarters"),
    _Band(78, 80, 83, "åtta av tio", "eight in ten"),
    _Band(87, 90, 93, "nio av tio", "nine in ten"),
)
_NEARLY_ALL = 94


@dataclass(frozen=True)
class _Words:
    """The words around the bands; `{many}` is the caller's word for the units."""

    below: str
    above: str
    below_half: str
    about_half: str
    under_one: str
    nearly_all: str
    all: str
    nobody: str


_WORDS = {
    "sv": _Words(
        below="knappt {share}",
        above="drygt {share}",
        below_half="nästan {share}",
        about_half="ungefär {share}",
        under_one="mindre än en procent",
        nearly_all="nästan alla",
        all="alla {many}",
        nobody="inga {many}",
    ),
    "en": _Words(
        below="just under {share}",
        above="just over {share}",
        below_half="almost {share}",
        about_half="about {share}",
        under_one="less than one percent",
        nearly_all="almost all",
        all="all {many}",
        nobody="no {many}",
    ),
}


def share_words(
    share: float,
    n: int | None,
    base: int | None,
    language: Language,
    *,
    many: str,
    nobody: str | None = None,
) -> str:
    """Put a released share into words, so that they can stand as the subject of a sentence.

    Without a phrase in the table the number itself is given, and so it is where the base is not known or the percent
    is not whole (published figures). With a base under 30 a share is given as a count.

    Args:
        share: released percent, 0 to 100; 0.5 is “<1” and 99.5 is “>99”.
        n, base: units that gave the answer and units that answered; None where a published figure lacks them.
        many: the units, as in “62 företag”.
        nobody: the whole phrase for no unit at all, “inget av företagen”, where the caller knows its grammar.

    Source:
        statistics.md 5.2 and 5.3.

    >>> share_words(63, 39, 62, Language("sv"), many="företag"), share_words(55, 34, 62, Language("sv"), many="företag")
    ('drygt sex av tio', '55 procent')
    >>> share_words(58, 7, 12, Language("en"), many="companies")
    '7 of 12 companies'
    """
    if n is None or base is None:
        return percent(share, language, decimals_needed([share]))
    words = _WORDS[language.code]
    if n == 0:
        return nobody or words.nobody.format(many=many)
    if n == base:
        return words.all.format(many=many)
    if base < SMALL_BASE:
        return _counts(n, base, language, many)
    return _phrase(share, words, language, exactly_half=2 * n == base) or percent(
        share, language, decimals_needed([share])
    )


def _counts(n: int, base: int, language: Language, many: str) -> str:
    shown = {"n": number(n, language), "base": number(base, language)}
    return language.say(msg("{n} of {base} {units}", **shown, units=many))


def _phrase(share: float, words: _Words, language: Language, *, exactly_half: bool) -> str | None:
    if share == BELOW_ONE:
        return words.under_one
    if share >= _NEARLY_ALL:
        return words.nearly_all
    band = next((band for band in _BANDS if band.first <= share <= band.last), None)
    if band is None:
        return None
    name = band.sv if language.code == "sv" else band.en
    if share > band.exact:
        return words.above.format(share=name)
    if share < band.exact:
        return (words.below_half if band is _HALF else words.below).format(share=name)
    return words.about_half.format(share=name) if band is _HALF and not exactly_half else name
