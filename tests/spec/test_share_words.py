"""The house table for shares in words, exhaustive from 0 to 100 percent (statistics.md 5.3)."""

import pytest

from macros.language.catalogue import Language
from macros.language.share_words import share_words

SV, EN = Language("sv"), Language("en")
NUMBER = None

# first and last percent, Swedish, English; NUMBER where there is no phrase and the number itself stands
TABLE = [
    (1, 7, NUMBER, NUMBER),
    (8, 9, "knappt en av tio", "just under one in ten"),
    (10, 10, "en av tio", "one in ten"),
    (11, 12, "drygt en av tio", "just over one in ten"),
    (13, 17, NUMBER, NUMBER),
    (18, 19, "knappt en femtedel", "just under a fifth"),
    (20, 20, "en femtedel", "a fifth"),
    (21, 22, "drygt en femtedel", "just over a fifth"),
    (23, 24, "knappt en fjärdedel", "just under a quarter"),
    (25, 25, "en fjärdedel", "a quarter"),
    (26, 27, "drygt en fjärdedel", "just over a quarter"),
    (28, 29, "knappt tre av tio", "just under three in ten"),
    (30, 30, "tre av tio", "three in ten"),
    (31, 31, "drygt tre av tio", "just over three in ten"),
    (32, 32, "knappt en tredjedel", "just under a third"),
    (33, 33, "en tredjedel", "a third"),
    (34, 36, "drygt en tredjedel", "just over a third"),
    (37, 39, "knappt fyra av tio", "just under four in ten"),
    (40, 40, "fyra av tio", "four in ten"),
    (41, 43, "drygt fyra av tio", "just over four in ten"),
    (44, 45, NUMBER, NUMBER),
    (46, 49, "nästan hälften", "almost half"),
    (50, 50, "hälften", "half"),
    (51, 53, "drygt hälften", "just over half"),
    (54, 56, NUMBER, NUMBER),
    (57, 59, "knappt sex av tio", "just under six in ten"),
    (60, 60, "sex av tio", "six in ten"),
    (61, 63, "drygt sex av tio", "just over six in ten"),
    (64, 66, "knappt två tredjedelar", "just under two thirds"),
    (67, 67, "två tredjedelar", "two thirds"),
    (68, 68, "drygt två tredjedelar", "just over two thirds"),
    (69, 69, "knappt sju av tio", "just under seven in ten"),
    (70, 70, "sju av tio", "seven in ten"),
    (71, 72, "drygt sju av tio", "just over seven in ten"),
    (73, 74, "knappt tre fjärdedelar", "just under three quarters"),
    (75, 75, "tre fjärdedelar", "three quarters"),
    (76, 77, "drygt tre fjärdedelar", "just over three quarters"),
    (78, 79, "knappt åtta av tio", "just under eight in ten"),
    (80, 80, "åtta av tio", "eight in ten"),
    (81, 83, "drygt åtta av tio", "just over eight in ten"),
    (84, 86, NUMBER, NUMBER),
    (87, 89, "knappt nio av tio", "just under nine in ten"),
    (90, 90, "nio av tio", "nine in ten"),
    (91, 93, "drygt nio av tio", "just over nine in ten"),
    (94, 99, "nästan alla", "almost all"),
]

# percent, n, base, Swedish, English: where the count decides and not the percent
BY_COUNT = [
    (0, 0, 62, "inga företag", "no companies"),
    (0.5, 1, 714, "mindre än en procent", "less than one percent"),
    (50, 31, 62, "hälften", "half"),
    (50, 31, 63, "ungefär hälften", "about half"),
    (99.5, 713, 714, "nästan alla", "almost all"),
    (100, 62, 62, "alla företag", "all companies"),
    (0, 0, 12, "inga företag", "no companies"),
    (100, 12, 12, "alla företag", "all companies"),
]


def test_the_table_has_every_percent_once() -> None:
    assert [percent for first, last, *_ in TABLE for percent in range(first, last + 1)] == list(range(1, 100))


@pytest.mark.parametrize(("first", "last", "swedish", "english"), TABLE)
def test_words(first: int, last: int, swedish: str | None, english: str | None) -> None:
    for share in range(first, last + 1):
        assert share_words(share, 10 * share, 1000, SV, many="företag") == (swedish or f"{share} procent")
        assert share_words(share, 10 * share, 1000, EN, many="companies") == (english or f"{share} percent")


@pytest.mark.parametrize(("share", "n", "base", "swedish", "english"), BY_COUNT)
def test_words_by_count(share: float, n: int, base: int, swedish: str, english: str) -> None:
    assert share_words(share, n, base, SV, many="företag") == swedish
    assert share_words(share, n, base, EN, many="companies") == english


@pytest.mark.parametrize(
    ("share", "n", "base", "words"),
    [(60, 18, 30, "six in ten"), (62, 18, 29, "18 of 29 companies"), (58, 7, 12, "7 of 12 companies")],
)
def test_a_small_base_gives_counts(share: float, n: int, base: int, words: str) -> None:
    assert share_words(share, n, base, EN, many="companies") == words


@pytest.mark.parametrize(
    ("share", "words"), [(81.5, "81,5 procent"), (82, "82 procent"), (99.5, "99,5 procent"), (0, "0 procent")]
)
def test_a_published_figure_without_counts_keeps_its_number(share: float, words: str) -> None:
    assert share_words(share, None, None, SV, many="företag") == words
    assert share_words(share, None, 54, SV, many="företag") == words


def test_a_share_with_a_decimal_takes_the_words_of_its_place() -> None:
    assert share_words(81.5, 815, 1000, SV, many="företag") == "drygt åtta av tio"
    assert share_words(85.5, 855, 1000, SV, many="företag") == "85,5 procent"


def test_the_caller_may_know_the_grammar_of_nobody() -> None:
    assert share_words(0, 0, 62, SV, many="företag", nobody="inget av företagen") == "inget av företagen"
