"""Texts that lack their quotation marks are told as that, and not as macros that nobody knows."""

from pathlib import Path

import pytest

from tests.projects import Project


@pytest.mark.parametrize(
    ("call", "found", "hint"),
    [
        ("share(order, okat)", "order, okat", 'Write share("order", "okat")'),
        ('share("order", okat)', "okat", 'Write share("order", "okat")'),
        ('chart("permittering", by=storlek)', "storlek", 'Write chart("permittering", by="storlek")'),
        ("n(survey=iuc-sommar)", "iuc, sommar", 'Write n(survey="iuc-sommar")'),
        ('claim("okat", share("order", okat) > 5)', "okat", 'Write claim("okat", share("order", "okat") > 5)'),
        ("headlines((n(), svarade))", "svarade", 'Write headlines((n(), "svarade"))'),
    ],
)
def test_a_text_without_quotation_marks_is_told_with_them(tmp_path: Path, call: str, found: str, hint: str) -> None:
    project = Project(tmp_path)
    project.page(f"Av alla {{{{ n() }}}} har {{{{ {call} }}}} det.")
    assert project.problems() == [(f"docs/index.md:5 {call}", f"a text lacks its quotation marks: {found}", "", hint)]


def test_a_macro_that_is_misspelt_inside_a_call_is_still_a_macro(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.page('{{ claim("Fler", shar("order", "okat") > 5) }}')
    ((_, found, _, hint),) = project.problems()
    assert (found, hint) == ("there is no macro shar", "Did you mean share?")
