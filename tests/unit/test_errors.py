"""Errors as a reader meets them: in order, once each, with what is allowed and a hint that helps."""

import pytest

from macros.errors import Place, Problem, ReportError, in_words, nearest
from macros.language.catalogue import Language
from macros.language.message import msg

ENGLISH = Language("en")


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (Place("data/svar.csv"), "data/svar.csv"),
        (Place("data/svar.csv", 17), "data/svar.csv:17"),
        (Place("data/svar.csv", 17, 3), "data/svar.csv:17:3"),
        (Place("docs/index.md", 4, call='share("q9")'), 'docs/index.md:4 share("q9")'),
    ],
)
def test_a_place_is_written_as_editors_know_it(place: Place, text: str) -> None:
    assert str(place) == text


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("ordergång", "Did you mean orderingang?"),
        ("ORDERINGANG", "Did you mean orderingang?"),
        ("likviditet", "Did you mean Likviditet?"),
        ("stad", "Did you mean stod?"),
        ("Stad", "Did you mean Stod?"),
        ("xyz", None),
        ("", None),
    ],
)
def test_the_nearest_spelling_is_hinted_at_and_nothing_far_away(word: str, hint: str | None) -> None:
    found = nearest(word, ["orderingang", "stod", "Stod", "Likviditet"])
    assert (found and ENGLISH.say(found)) == hint


def test_problems_are_told_by_file_and_line_each_once() -> None:
    problems = [
        Problem(Place("b.csv", 2), msg("{why}", why="sist")),
        Problem(
            Place("a.csv", 10), msg("{why}", why="tionde"), msg("{choices}", choices="x, y"), msg("{why}", why="z")
        ),
        Problem(Place("a.csv", 9, 4), msg("{why}", why="nionde")),
        Problem(Place("b.csv", 2), msg("{why}", why="sist")),
    ]
    assert in_words(ReportError(problems), ENGLISH) == [
        "a.csv:9:4: nionde",
        "a.csv:10: tionde\n  Allowed: x, y\n  Hint: z",
        "b.csv:2: sist",
    ]


def test_an_error_that_escapes_shows_places_and_no_values() -> None:
    error = ReportError([Problem(Place("a.csv", 2), msg("the value {value} is not allowed", value="hemligt svar"))])
    assert str(error) == "a.csv:2: the value {value} is not allowed"
