"""One call: what a macro takes, told in a sentence before it is made."""

from pathlib import Path

import pytest

from tests.projects import Project


@pytest.mark.parametrize(
    ("call", "found", "allowed", "hint"),
    [
        ('share("order", "okat", grup="sma")', "share has no argument grup",
         "question, answer, by, group, survey, form, of", "Did you mean group?"),
        ('share("order")', "share lacks answer",
         "share(question, answer, by=…, group=…, survey=…, form=…, of=…)", ""),
        ('change("order", "okat")', "change lacks since",
         "change(question, answer, since, to=…, group=…, survey=…, form=…)", ""),
        ("share()", "share lacks question, answer",
         "share(question, answer, by=…, group=…, survey=…, form=…, of=…)", ""),
        ('chart("order", "storlek")', "chart is given more values than it takes",
         "chart(question, by=…, survey=…, title=…, kind=…, order=…)", 'Say what the value is: by="storlek"'),
        ('chart("order", question="order")', "chart is given question twice",
         "chart(question, by=…, survey=…, title=…, kind=…, order=…)", ""),
        ('pdf("x")', "pdf is given more values than it takes", "pdf()", ""),
        ("chart(4)", "chart: question must be text in quotes", "", ""),
        ("chart(none)", "chart: question must be text in quotes", "", ""),
        ('chart("order", by=["storlek"])', "chart: by must be text in quotes", "", ""),
        ('headlines(pairs="x")', "headlines does not take these arguments", "headlines(pairs)", ""),
    ],
)  # fmt: skip
def test_a_slip_in_the_arguments(tmp_path: Path, call: str, found: str, allowed: str, hint: str) -> None:
    project = Project(tmp_path)
    project.page(f"{{{{ {call} }}}}")
    assert [problem[1:] for problem in project.problems()] == [(found, allowed, hint)]


def test_an_optional_argument_may_be_none(tmp_path: Path) -> None:
    assert "63" in Project(tmp_path).said('share("permittering", "ja", by=none)')


PLUS = "a number is not joined to a text with +"
WITHOUT = 'Write the text without the number, or as claim("…", share("orderingang", "minskat") > 50)'
SUMS = "a page does not calculate with its numbers"
MACROS = "Use difference(…), change(…), balance(…) instead."


@pytest.mark.parametrize(
    ("call", "found", "hint"),
    [
        ('chart("order", title=share("order", "okat") + " har")', PLUS, WITHOUT),
        ('chart("order", title="Nu har " + share("order", "okat") + " det")', PLUS, WITHOUT),
        ('share("order", "okat") + " har"', PLUS, WITHOUT),
        ('headlines((share("order", "okat") + "!", "har"))', PLUS, WITHOUT),
        ('share("order", "okat") - share("order", "minskat")', SUMS, MACROS),
        ('claim("x", share("order", "okat") * 2 > 50)', SUMS, MACROS),
    ],
)
def test_a_number_is_neither_joined_nor_calculated_with(tmp_path: Path, call: str, found: str, hint: str) -> None:
    project = Project(tmp_path)
    project.page(f"{{{{ {call} }}}}")
    assert [problem[1:] for problem in project.problems()] == [(found, "", hint)]


def test_a_published_figure_is_compared_in_percent_too(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.page('{{ claim("x", cite("bransch", "order", "ja") > 0.5) }} {{ claim("y", balance("order") < 0.5) }}')
    assert [found for _, found, *_ in project.problems()] == ["shares are percent: 0.5 is less than one percent"]
