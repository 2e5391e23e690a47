"""One call: what a macro takes, told in a sentence before it is made."""

from pathlib import Path

import pytest

from tests.projects import Project


@pytest.mark.parametrize(
    ("call", "found", "allowed", "hint"),
    [
        ('share("order", "okat", grup="sma")', "share has no argument grup",
         "question, answer, by, group, survey, form, of", "Did you mean group?"),
        ('share("order")', "share does not take these arguments",
         "share(question, answer, by=…, group=…, survey=…, form=…, of=…)", ""),
        ('chart("order", "storlek")', "chart does not take these arguments",
         "chart(question, by=…, survey=…, title=…, kind=…, order=…)", ""),
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
