"""Slips of the pen in a macro call: what a communicator wrote, what is told of it, and the hint."""

from pathlib import Path

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.language.catalogue import Language
from macros.syntax.literal import literals
from macros.syntax.slip import slips
from tests.projects import Project

CALL = 'As in {{ share("orderingang", "minskat") }}'
CLAIM = 'As in claim("…", share("orderingang", "minskat") > 50)'
WITHOUT = 'Write the text without the number, or as claim("…", share("orderingang", "minskat") > 50)'
SHARE = 'Write {{ share("order", "okat") }}'


def told(body: str, language: str = "en") -> list[tuple[int, str, str]]:
    """Line, words and hint of every slip."""
    say = Language(language).say
    found = slips(body, jinja2.Environment(autoescape=True))
    return [(slip.line, say(slip.found), say(slip.hint) if slip.hint else "") for slip in found]


@pytest.mark.parametrize(
    ("written", "found", "hint"),
    [
        ('{{ share("order", "okat" }}', "the call lacks a closing parenthesis: )", SHARE),
        ('{{ claim("x", share("a", "b" > 50) }}', "the call lacks a closing parenthesis: )", CLAIM),
        ('{{ share("order", "okat")) }}', "the call has one closing parenthesis too many", CALL),
        ('{{ share("order", "okat") }', "the call ends with one brace and needs two: }}", SHARE),
        ('{{ share("order", "okat") } av (alla).', "the call ends with one brace and needs two: }}", SHARE),
        ('{{ share("order", "okat") har det.', "the call lacks its end: }}", SHARE),
        ('{{{ share("order", "okat") }}', "the call begins with three braces and needs two: {{", CALL),
        ("{{ }}", "nothing stands between the braces", CALL),
        ('{{ claim("x", share("a", "b") = 50) }}', "= does not compare; that is done with >, <, >= or <=", CLAIM),
        ('{{ claim("x", share("a", "b") => 50) }}', "=> does not compare; that is done with >, <, >= or <=", CLAIM),
        ('{{ claim("x", share("a", "b") > 50 %) }}', "a limit is written without the percent sign", CLAIM),
        ("{{ share(\"a', \"b\") }}", "\"a' begins and ends with different quotation marks",
         'Write the same at both ends: "a"'),
        ("{{ share('a\", \"b\") }}", "'a\" begins and ends with different quotation marks",
         'Write the same at both ends: "a"'),
        ('{{ share("a", "b) }}', "a quotation mark is missing", CALL),
        ('{{ share(a", "b") }} och ”{{ n() }}”', "a quotation mark is missing", CALL),
        ('{{ chart("a", title="Det "stora" tappet") }}', "a quotation mark inside a text ends the text",
         'Write ” inside the text: title="Det ”stora” tappet"'),
        ("{{ share(”a”, ”b”) }}", "a call needs straight quotation marks, not curly ones",
         'Write straight quotes: share("export", "ja")'),
        ('{{ share("a" "b") }}', 'a comma is missing between "a" and "b"', 'Write "a", "b"'),
        ('{{ chart("a", title="x, y" kind="bars") }}', 'a comma is missing between "x, y" and kind',
         'Write "x, y", kind'),
        ('{{ claim("x" share("a", "b") > 5) }}', 'a comma is missing between "x" and share', 'Write "x", share'),
        ('{{ waves(("a", "b") ("c", "d"), since="e") }}', "a comma is missing between (…) and (…)", "Write (…), (…)"),
        ('{{ share("a",, "b") }}', "the call has one comma too many", CALL),
        ('{{ chart("a", title="{{ n() }} svarade") }}', "{{ }} cannot stand in a text inside another call",
         WITHOUT),
        ('{{ chart("a", title="{{ share("a", "b") }} har") }}', "{{ }} cannot stand in a text inside another call",
         WITHOUT),
        ('{{ share["a", "b"] }}', "a macro lacks its parentheses", CALL),
        ('{{ share "a", "b" }}', "a macro lacks its parentheses", CALL),
        ('{% share("a", "b") %}', "there is no tag {% share %}", "Write {{ share(…) }}"),
        ("{% fro x in y %}", "there is no tag {% fro %}", "Did you mean for?"),
        ("{% if x %}", "{% if %} is never closed", "Write {% endif %}"),
        ("{% endif %}", "{% endif %} stands without its beginning", ""),
        ("{# glömd", "{# is never closed", "Write #}"),
        ("# Rubrik {#ankare}", "{# begins a comment", "Write { #ankare }"),
        ('{{ share("a"; "b") }}', "the macro call is not readable [expected token ',', got ';']", CALL),
    ],
)  # fmt: skip
def test_a_slip_is_told_in_plain_words_with_a_hint(written: str, found: str, hint: str) -> None:
    assert told(f"Rad\n\n{written}\n\nSist.\n") == [(3, found, hint)]


@pytest.mark.parametrize(
    "written",
    [
        '{{ share("order", "okat", form="of") }} av (alla) {{ n() }}',
        '{{ claim("Det ”stora” tappet", share("a", "b") > 50 and share("c", "d") < 5) }}',
        "{{ chart('a', title='Hälften, \"minst\"') }}{ .md-button }",
        '{{ headlines(\n    (n(), "svarade"),\n    (n("a"), "svarade på (a)")\n) }}',
        "{{ '{{' }} så börjar ett makro",
        "{% raw %}{{ share( }}{% endraw %} {# {{ n( #}",
        '{% for x in ["a", "b"] %}{{ share(x, "ja") }}{% endfor %}',
    ],
)
def test_what_is_right_is_left_alone(written: str) -> None:
    assert told(written) == []


def test_every_call_of_a_page_is_told_at_once_each_with_its_own_line(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.page('{{ n() }} och {{ share("order", "okat" }}\n\n{{ headlines(\n  (n(), "svarade"\n) }}\n')
    assert [place for place, *_ in project.problems()] == [
        'docs/index.md:5 share("order", "okat"',
        "docs/index.md:7 headlines(",
    ]


def test_the_words_are_swedish_but_for_the_generators_own_in_brackets() -> None:
    assert told('{{ share("a" "b") }}\n{{ share("a"; "b") }}', "sv") == [
        (1, 'det saknas ett komma mellan "a" och "b"', 'Skriv "a", "b"'),
        (2, "makrot går inte att läsa [expected token ',', got ';']",
         'Som i {{ share("orderingang", "minskat") }}'),
    ]  # fmt: skip


@given(body=st.lists(st.sampled_from([*"{}%#()[]\"'”,=<> \n1a-é", "{{", "}}", "{%", "%}", "share", "if"])).map("".join))
def test_whatever_jinja_cannot_read_is_told_with_a_line_of_the_page(body: str) -> None:
    lines = [line for line, *_ in told(body)] + [slip.line for slip in literals(body)]
    assert all(1 <= line <= body.count("\n") + 1 for line in lines)
    try:
        jinja2.Environment(autoescape=True).parse(body)
    except jinja2.TemplateSyntaxError:
        assert told(body)
