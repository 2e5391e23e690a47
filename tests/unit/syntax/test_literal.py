"""Calls with a brace too few or too many, which a page would otherwise show as they are written."""

from pathlib import Path

import pytest

from tests.projects import Project

RIGHT = 'Write {{ share("order", "okat") }}'


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


@pytest.mark.parametrize(
    ("written", "found", "hint"),
    [
        ('Nu { share("order", "okat") }} av alla.', "the call begins with one brace and needs two: {{", RIGHT),
        ('Nu { share("order", "okat") } av alla.', "the call begins with one brace and needs two: {{", RIGHT),
        ('{ { share("order", "okat") } }', "the call begins with one brace and needs two: {{", RIGHT),
        ('{{ n() }} och { share("order", "okat") }}', "the call begins with one brace and needs two: {{", RIGHT),
        ('share("order", "okat") }} av alla.', "the call lacks its beginning: {{",
         'As in {{ share("orderingang", "minskat") }}'),
        ('{{ share("order", "okat") }}} av alla.', "the call ends with three braces and needs two: }}", RIGHT),
    ],
)  # fmt: skip
def test_a_call_that_would_be_published_as_text_is_told(project: Project, written: str, found: str, hint: str) -> None:
    project.page(f"# Rubrik\n\n{written}\n")
    ((place, said, allowed, told),) = project.problems()
    assert (place.partition(" ")[0], said, allowed, told) == ("docs/index.md:7", found, "", hint)


@pytest.mark.parametrize(
    "written",
    [
        "{{ pdf() }}{ .md-button }\n{ .ingress }",
        'Skriv `{ share("order", "okat") }` eller `}}`.',
        '```\n{ share("order", "okat") }}\n```',
        "{% raw %}{ share(…) }}{% endraw %}{# }} #}",
        "Mängden { n } av alla",
    ],
)
def test_what_is_meant_as_text_is_left_alone(project: Project, written: str) -> None:
    project.page(f"{written}\n")
    assert project.problems() == []


def test_it_does_not_hide_other_mistakes_of_the_page(project: Project) -> None:
    project.page('{ share("order", "okat") }}\n\n{{ share("order", "okatt") }}\n')
    assert [place.partition(" ")[0] for place, *_ in project.problems()] == ["docs/index.md:5", "docs/index.md:7"]
