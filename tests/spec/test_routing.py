"""Who is asked: each condition with what was answered and whether the question was asked.

An answer that is not there makes a condition that needs it false, however it is turned.
"""

import pytest

from macros.errors import ReportError
from macros.language.catalogue import Language
from macros.survey.answer import Answer
from macros.survey.question import Question
from macros.survey.routing import is_asked, parse_condition

QUESTIONS = [
    Question(id=id, type="single", text=id, answers=[Answer(code=code, label=code) for code in codes])
    for id, codes in {"a": ("ja", "nej", "kanske"), "b": ("1-4", "5-9", "50-")}.items()
] + [Question(id="n", type="number", text="n")]

# fmt: off
ASKED = [
    # condition                          a         b      asked
    ('a == "ja"',                        "ja",     "",    True),
    ('a == "ja"',                        "nej",    "",    False),
    ('a == "ja"',                        "",       "",    False),
    ("a == 'ja'",                        "ja",     "",    True),
    ('a != "ja"',                        "nej",    "",    True),
    ('a != "ja"',                        "ja",     "",    False),
    ('a != "ja"',                        "",       "",    False),
    ('not a == "ja"',                    "nej",    "",    True),
    ('not a == "ja"',                    "ja",     "",    False),
    ('not a == "ja"',                    "",       "",    False),
    ('not not a == "ja"',                "ja",     "",    True),
    ('a in ("ja", "kanske")',            "kanske", "",    True),
    ('a in ("ja", "kanske",)',           "nej",    "",    False),
    ('a not in ("ja", "kanske")',        "nej",    "",    True),
    ('a not in ("ja", "kanske")',        "",       "",    False),
    ('a == "ja" and b == "1-4"',         "ja",     "1-4", True),
    ('a == "ja" and b == "1-4"',         "ja",     "5-9", False),
    ('a == "ja" and b == "1-4"',         "ja",     "",    False),
    ('a == "ja" or b == "1-4"',          "",       "1-4", True),
    ('a == "ja" or b == "1-4"',          "nej",    "5-9", False),
    # "and" binds tighter than "or", "not" tighter than both
    ('a == "ja" or a == "nej" and b == "1-4"',   "ja",  "5-9", True),
    ('(a == "ja" or a == "nej") and b == "1-4"', "ja",  "5-9", False),
    ('not a == "ja" and b == "1-4"',             "nej", "5-9", False),
    ('not (a == "ja" and b == "1-4")',           "ja",  "5-9", True),
    ('not (a == "ja" and b == "1-4")',           "ja",  "",    False),
]
WRONG = [
    # condition              column  found                           allowed                hint
    ('aa == "ja"',              1,  "No earlier question aa",         "one of a, b",            "Did you mean a?"),
    ('n == "ja"',               1,  "Question n has no answers to compare with", "",                       ""),
    ('a == "jaa"',              6,  "Question a has no answer jaa",   "one of ja, nej, kanske", "Did you mean ja?"),
    ('a in ("ja", "nja")',      13, "Question a has no answer nja",   "one of ja, nej, kanske", None),
    ('a = "ja"',                3,  "= stands in the condition",      "one of ==, !=, in",      "Write == for equal"),
    ("a == ja",                 6,  "ja stands in the condition",     "an answer in quotes",    ""),
    ('a == "ja',                6,  '" stands in the condition',      "an answer in quotes",    ""),
    ('a == "ja" b',             11, "b stands in the condition",      '"and", "or" or the end', ""),
    ('(a == "ja"',              11, "The condition ends here",        ")",                      ""),
    ("a in ()",                 7,  ") stands in the condition",      "an answer in quotes",    ""),
    ('a in "ja"',               6,  '"ja" stands in the condition',   "(",                      ""),
    ('a == "ja" and',           14, "The condition ends here",        "a question",             ""),
    ("",                        1,  "The condition ends here",        "a question",             ""),
    ('__import__("os")',        11, "( stands in the condition",      "one of ==, !=, in",      ""),
    ('a == "ja" or a.b == "x"', 15, ". stands in the condition",      "one of ==, !=, in",      ""),
]
# fmt: on


@pytest.mark.parametrize(("condition", "a", "b", "asked"), ASKED)
def test_who_is_asked(condition: str, a: str, b: str, *, asked: bool) -> None:
    given = {id: frozenset({code} if code else ()) for id, code in (("a", a), ("b", b))}
    assert is_asked(parse_condition(condition, QUESTIONS), given) is asked


@pytest.mark.parametrize("given", [{"a": frozenset({"ja", "nej"})}, {"a": frozenset({"nej"})}])
def test_in_a_multiple_choice_a_ticked_answer_is_an_answer_among_others(given: dict[str, frozenset[str]]) -> None:
    assert is_asked(parse_condition('a == "nej"', QUESTIONS), given)


@pytest.mark.parametrize(("condition", "column", "found", "allowed", "hint"), WRONG)
def test_what_is_wrong_with_a_condition_and_where(
    condition: str, column: int, found: str, allowed: str, hint: str | None
) -> None:
    with pytest.raises(ReportError) as caught:
        parse_condition(condition, QUESTIONS)
    english, problem = Language("en"), caught.value.problems[-1]
    first = caught.value.problems[0] if found.startswith("No earlier") else problem
    assert (first.place.column, english.say(first.found), english.say(first.allowed or "")) == (column, found, allowed)
    assert hint is None or english.say(first.hint or "") == hint


def test_every_unknown_name_is_told_at_once() -> None:
    with pytest.raises(ReportError) as caught:
        parse_condition('x == "1" or a == "2" or b in ("3", "4")', QUESTIONS)
    assert [problem.place.column for problem in caught.value.problems] == [1, 18, 31, 36]


def test_a_condition_has_an_end() -> None:
    with pytest.raises(ReportError):
        parse_condition("(" * 10_000, QUESTIONS)
